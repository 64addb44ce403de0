"""A table that somebody has filled in is read as it was meant, or refused with every fault named."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from avstamp.domain.errors import ImportRefused
from avstamp.phrases import say
from avstamp.sources.spreadsheet import LARGEST_BYTES, MOST_ROWS, Column, Kind, Row, read_rows, read_sheet

COLUMNS = (
    Column("board", ("Nämnd", "Board"), required=True),
    Column("sek", ("Kronor",), Kind.NUMBER, required=True),
    Column("day", ("Dag",), Kind.DAY),
    Column("state", ("Läge",), Kind.CHOICE, choices={"öppen": "open", "klar": "done"}),
)
READ = (
    Row(2, {"board": "Vård, omsorg", "sek": -1234.5, "day": date(2026, 12, 1), "state": "done"}),
    Row(4, {"board": "Skola", "sek": 0.0, "day": None, "state": None}),
)


def as_xlsx(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def refused(data, columns=COLUMNS):
    with pytest.raises(ImportRefused) as refusal:
        read_rows(read_sheet(data, "fil"), columns)
    return [failure.key for failure in refusal.value.failures]


@pytest.mark.parametrize(
    "data",
    [
        "Kronor;Nämnd;Läge;Dag\n−1 234,5;Vård, omsorg;Klar;2026-12-01\n;;;\n0;Skola;;\n".encode(),
        "kronor\tNÄMND\tLäge\tDag\r\n-1234,5\tVård, omsorg\tklar\t2026-12-01\r\n\r\n0\tSkola\t\t\r\n".encode(
            "cp1252"
        ),
        '\ufeffNämnd,Kronor,Dag,Läge\n"Vård, omsorg",-1234.5,2026-12-01,KLAR\n\nSkola,0,,\n'.encode(),
        as_xlsx(
            ("Nämnd", "Kronor", "Dag", "Läge"),
            ("Vård, omsorg", -1234.5, date(2026, 12, 1), "klar"),
            (None, None, None, None),
            ("Skola", 0, None, None),
        ),
    ],
    ids=["semicolon", "windows", "comma", "xlsx"],
)
def test_every_kind_of_file_gives_the_same_rows(data):
    assert read_rows(read_sheet(data, "fil"), COLUMNS) == (READ, ())


def test_every_fault_is_told_and_the_other_rows_are_read():
    data = "Nämnd;Kronor;Dag;Läge\n;tolv;1/12;kanske\nSkola;5;;\n".encode()

    rows, faults = read_rows(read_sheet(data, "fil"), COLUMNS)

    assert [row.number for row in rows] == [3]
    assert [say(fault) for fault in faults] == [
        "Rad 2, Nämnd: Värde saknas. Fyll i det.",
        "Rad 2, Kronor: ”tolv” är inget tal. Skriv till exempel 1 234,5.",
        "Rad 2, Dag: ”1/12” är inget datum. Skriv år-månad-dag, till exempel 2026-12-01.",
        "Rad 2, Läge: ”kanske” känns inte igen. Välj något av: öppen och klar.",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "spreadsheet.empty"),
        (b"\n;;\n", "spreadsheet.empty"),
        (b"x" * (LARGEST_BYTES + 1), "spreadsheet.too_large"),
        (b"a\x00b", "spreadsheet.unknown_kind"),
        (b"PK\x03\x04 no zip", "spreadsheet.xlsx_broken"),
        (("Nämnd;Kronor\n" * (MOST_ROWS + 2)).encode(), "spreadsheet.too_many_rows"),
        (b"Kronor\n5\n", "spreadsheet.no_column"),
        ("Nämnd;Board;Kronor\na;b;5\n".encode(), "spreadsheet.column_twice"),
        ('Nämnd;Kronor\n"a" b;5\n'.encode(), "spreadsheet.csv_broken"),
    ],
)
def test_file_that_cannot_be_read_says_why(data, told):
    assert refused(data) == [told]


def test_spreadsheet_that_unpacks_to_too_much_is_refused():
    large = as_xlsx(("Nämnd", "Kronor"), *(("x" * 30_000, 1) for _ in range(2000)))

    assert len(large) < LARGEST_BYTES
    assert refused(large) == ["spreadsheet.too_large"]
