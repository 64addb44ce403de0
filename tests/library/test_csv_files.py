"""Lists as files: a figure below zero is a figure, and a text that a spreadsheet would run is not run."""

import csv
from io import StringIO

import pytest

from avstamp.library.csv_files import rows_csv


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("figure", ["-3", "-12 345,6", "-12\u00a0345", "+4", "0"])
def test_a_figure_is_read_back_as_it_was_written(figure):
    assert _read(rows_csv([["Resultat", figure]])) == [["Resultat", figure]]


@pytest.mark.parametrize("text", ["=1+1", "-1+cmd|' /C calc'!A0", "+SUM(A1)", "@now", "\t=1", "-"])
def test_a_text_that_a_spreadsheet_would_run_is_written_as_text(text):
    assert _read(rows_csv([[text]])) == [["'" + text]]
