"""The page that answers whether we are improving."""

from __future__ import annotations

import re

import pytest
from tests.web.pages import fetch


@pytest.mark.parametrize("unit", ["1481", "2418", "0014", "0980"])
def test_page_answers_in_both_languages(unit):
    fetch(f"/{unit}/nulage/blir-vi-battre/")
    fetch(f"/en/{unit}/nulage/blir-vi-battre/")


def test_counts_in_the_sentence_are_the_rows_of_the_tables():
    page = fetch("/1481/nulage/blir-vi-battre/")
    said = re.search(r"Av (\d+) mått har (\d+) blivit bättre och (\d+) sämre", page)
    headings = dict(re.findall(r">(Bättre|Sämre|Oförändrat) \((\d+)\)</h2>", page))

    assert said is not None
    assert (said[2], said[3]) == (headings["Bättre"], headings["Sämre"])
    assert int(said[1]) == sum(int(count) for count in headings.values())
