"""The report can be taken along from the start page, in each kind of file."""

import pytest
from django.test import Client


@pytest.mark.parametrize(("suffix", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!")])
def test_report_is_a_file_of_its_kind(suffix, begins):
    answer = Client().get(f"/1481/rapport.{suffix}")

    assert answer.status_code == 200
    assert answer.content.lstrip()[:4].startswith(begins)
    assert f"avstamp-1481.{suffix}" in answer.headers["Content-Disposition"]
