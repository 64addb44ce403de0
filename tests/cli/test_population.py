"""`avstamp population` prints, refuses what cannot be read, and writes files that can be opened."""

import csv
import json

import pytest
from openpyxl import load_workbook

from avstamp.cli import main
from avstamp.phrases import ExitCode


def test_json_holds_ordered_quantiles_of_every_group(capsys):
    assert main(["population", "Mölndal", "--years", "5", "--json"]) == ExitCode.OK
    told = json.loads(capsys.readouterr().out)

    assert (told["unit"]["id"], told["years"], len(told["groups"])) == ("1481", list(range(2024, 2030)), 11)
    for group in told["groups"]:
        assert all(sorted(year) == list(year) for year in zip(*group["people"], strict=True))


def test_text_says_range_chance_need_and_source(capsys):
    assert main(["population", "1481", "--language", "en"]) == ExitCode.OK
    told = capsys.readouterr().out

    assert [word in told for word in ("by chance alone", "N20048")] == [True] * 2
    assert max(len(line) for line in told.splitlines()) <= 80


@pytest.mark.parametrize("written", ["2027", "1999=5", "2027=många", "2027=-3"])
def test_housing_that_cannot_be_read_is_refused(capsys, written):
    assert main(["population", "1481", "--housing", written]) == ExitCode.USAGE
    assert written in capsys.readouterr().err


def test_files_are_written(capsys, tmp_path):
    text, book = tmp_path / "b.csv", tmp_path / "b.xlsx"

    assert main(["population", "0014", "--csv", str(text), "--out", str(book)]) == ExitCode.OK
    rows = list(csv.reader(text.read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert len([row for row in rows if len(row) == 7]) == 1 + 11 * 21
    assert len(load_workbook(book).sheetnames) == 3
    assert str(book) in capsys.readouterr().out
