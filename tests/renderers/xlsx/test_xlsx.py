"""A spreadsheet reopened: numbers are numbers, texts are never formulas, headings stay, the source is there."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from avstamp.domain.documents import Citation, Column, Table
from avstamp.domain.values import Quantity, Verbatim
from avstamp.renderers.xlsx import Sheet, render_xlsx

SOURCE = Citation("RKA", "Kolada", "Fri användning", date(2026, 11, 24))
EVIL = ("=1+1", "+46", "-cmd", "@SUM(A1)", "\t=1")


def table(*rows):
    columns = (Column(Verbatim("År")), Column(Verbatim("Mölndal"), numeric=True), Column(Verbatim("Namn")))
    return Table(Verbatim("Andel"), columns, rows, (SOURCE,))


def reopened(*rows, language="sv", name="Blad"):
    made = render_xlsx(
        [Sheet(Verbatim(name), table(*rows))],
        title=Verbatim("Andel, Mölndal"),
        about=Verbatim("Källa"),
        notes=[Verbatim("=Anteckning")],
        language=language,
    )
    return load_workbook(BytesIO(made))


def test_numbers_are_numbers_with_the_decimals_they_are_printed_with():
    sheet = reopened((2022, Quantity(20.51, "%", 2), None), (2021, Quantity(1234.5, "%", 0), None))["Blad"]

    assert [cell.value for cell in sheet["A"]] == ["År", 2022, 2021]
    assert [cell.value for cell in sheet["B"]][1:] == [20.51, 1234.5]
    assert [cell.number_format for cell in sheet["B"]][1:] == ["#,##0.00", "#,##0"]
    assert sheet["A2"].number_format == "0"


def test_missing_is_an_empty_cell_and_not_zero():
    sheet = reopened((2022, Quantity(None, "%", 1), None), (2021, Quantity(float("nan"), "%", 1), None))[
        "Blad"
    ]

    assert [cell.value for cell in sheet["B"]][1:] == [None, None]


def test_change_carries_its_sign():
    sheet = reopened((2022, Quantity(0.5, "", 1, signed=True), None))["Blad"]

    assert sheet["B2"].number_format == "+#,##0.0;\u2212#,##0.0;#,##0.0"


def test_heading_row_is_bold_frozen_and_names_the_unit_of_measure():
    sheet = reopened((2022, Quantity(1.0, "kr/inv", 0), None))["Blad"]

    assert sheet["B1"].value == "Mölndal (kr per invånare)"
    assert sheet["B1"].font.bold
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["B"].width >= len("invånare")


def test_text_never_becomes_a_formula():
    sheet = reopened(*((2022, Quantity(1.0), Verbatim(text)) for text in EVIL))["Blad"]
    cells = list(sheet["C"])[1:]

    assert [cell.value for cell in cells] == list(EVIL)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_last_sheet_says_source_terms_and_notes():
    book = reopened((2022, Quantity(1.0), None))
    lines = [cell.value for cell in book["Källa"]["A"]]

    assert lines == [
        "Andel, Mölndal",
        "=Anteckning",
        "Källa: RKA, Kolada. Hämtad 24 november 2026.",
        "Fri användning",
    ]
    assert book["Källa"]["A2"].data_type == "s"


def test_book_knows_its_language_and_title():
    assert reopened(language="en").properties.language == "en-GB"
    assert reopened().properties.language == "sv-SE"
    assert reopened().properties.title == "Andel, Mölndal"


def test_name_of_a_sheet_is_one_that_programs_take():
    book = reopened(name="Antal/1000 inv: [alla] och en mycket lång svans")

    assert book.sheetnames[0] == "Antal 1000 inv   alla  och en m"
