"""Somebody else's projection is read strictly, every fault is told by row, and it stands beside ours."""

from io import BytesIO

import numpy as np
import pytest
from openpyxl import Workbook

from avstamp.domain.errors import ImportRefused
from avstamp.domain.outlook.population import PopulationOutlook
from avstamp.domain.outlook.population.outlook import GROUPS
from avstamp.library.own_projection import read_projection


def make_outlook():
    fan = np.array([[100.0, 80, 70], [100, 90, 85], [100, 105, 110], [100, 115, 130], [100, 130, 150]])
    fans = {group.key: fan for group in GROUPS}
    chance = {group.key: fan[[1, 3]] for group in GROUPS}
    return PopulationOutlook("0001", 2024, fans, chance, np.zeros((3, 2, 101)))


def read(text, *, coding="utf-8"):
    return read_projection(text.encode(coding), "egen.csv")


def faults(text):
    with pytest.raises(ImportRefused) as refused:
        read(text)
    return [(fault.key, fault.values.get("row")) for fault in refused.value.failures]


@pytest.mark.parametrize(
    ("written", "key"),
    [("totalt", "all"), ("Alla", "all"), ("1-5", "1-5"), ("1–5 år", "1-5"), ("80+", "80+"), ("0 år", "0")],
)
def test_an_age_group_may_be_written_as_people_write_it(written, key):
    assert read(f"År;Ålder;Antal\n2030;{written};1 234,5\n").people == {(key, 2030): 1234.5}


@pytest.mark.parametrize("coding", ["utf-8-sig", "cp1252"])
def test_both_codings_are_read(coding):
    assert read("År,Ålder,Antal\n2025,totalt,7\n", coding=coding).people == {("all", 2025): 7.0}


def test_spreadsheet_is_read_as_a_csv_is():
    book, file = Workbook(), BytesIO()
    for row in (["År", "Ålder", "Antal"], [2025, "80+", 12], [2026, "80+", 13]):
        book.active.append(row)
    book.save(file)

    assert read_projection(file.getvalue(), "egen.xlsx").points(GROUPS[8]) == {2025: 12.0, 2026: 13.0}


def test_every_fault_is_told_by_row_and_nothing_is_read():
    text = "År;Ålder;Antal\n2030;tonåring;5\n1800;0;5\n2030;0;-1\n2030;0;4\n2030;0 år;4\n2030,5;0;1\n"

    assert faults(text) == [
        ("projection.group", 2),
        ("projection.year", 3),
        ("projection.people", 4),
        ("projection.twice", 6),
        ("projection.year", 7),
    ]


def test_file_without_rows_is_refused():
    assert faults("År;Ålder;Antal\n") == [("projection.nothing", None)]


def test_missing_column_is_refused():
    assert len(faults("År;Antal\n2030;5\n")) == 1


def test_theirs_beside_ours_says_where_it_lies_and_leaves_out_other_years():
    projection = read("År;Ålder;Antal\n2024;0;1\n2025;0;95\n2026;0;84\n2026;totalt;131\n2040;0;1\n")

    told = [(one.group.key, one.year, one.verdict) for one in projection.beside(make_outlook())]

    assert told == [("all", 2026, "above"), ("0", 2025, "within"), ("0", 2026, "below")]
