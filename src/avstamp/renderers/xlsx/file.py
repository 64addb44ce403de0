"""How do tables become a spreadsheet that can be calculated on at once, and that says where its figures come from?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties

from avstamp.domain.documents import Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.values import Quantity, Text
from avstamp.phrases import format_unit, language_of, language_tag, say, source_line

HEAD = Font(bold=True)
WIDEST, NARROWEST = 60, 9
LONGEST_NAME = 31
FORBIDDEN_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""Signs that a spreadsheet program may take for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its name on the tab, and its table."""

    name: Text
    table: Table


def render_xlsx(
    sheets: Sequence[Sheet], *, title: Text, about: Text, notes: Iterable[Text], language: str = "sv"
) -> bytes:
    """The tables as the bytes of an .xlsx file, one sheet each; a last one named `about` holds notes and sources."""
    spoken = language_of(language)
    book = Workbook()
    book.remove(book.active)
    book.properties.title = say(title, spoken)
    book.properties.creator = "Avstamp"
    book.properties.language = language_tag(spoken)
    book.calculation = CalcProperties(fullCalcOnLoad=False)
    names: set[str] = set()
    for sheet in sheets:
        _write_table(book.create_sheet(_name(say(sheet.name, spoken), names)), sheet.table, spoken)
    last = book.create_sheet(_name(say(about, spoken), names))
    _write_notes(last, title, notes, sheets, spoken)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a spreadsheet program takes: short, without forbidden signs, and its own."""
    name = wanted.translate(FORBIDDEN_IN_NAME).strip("' ")[:LONGEST_NAME]
    number = 2
    while name.casefold() in taken:
        name = f"{name[: LONGEST_NAME - 3]} {number}"
        number += 1
    taken.add(name.casefold())
    return name


def _write_table(sheet: Any, table: Table, language: str) -> None:
    for column, head in enumerate(table.columns, start=1):
        cell = sheet.cell(row=1, column=column)
        _write_text(cell, _heading(table, column - 1, language))
        cell.font = HEAD
        cell.alignment = Alignment(
            horizontal="right" if head.numeric else "left", vertical="top", wrap_text=True
        )
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row, start=1):
            _write_cell(sheet.cell(row=number, column=column), value, language)
    sheet.freeze_panes = "B2"
    for column in range(1, len(table.columns) + 1):
        longest = max(
            (_width(sheet.cell(row=row, column=column).value) for row in range(2, len(table.rows) + 2)),
            default=0,
        )
        heading = max(map(len, str(sheet.cell(row=1, column=column).value or "").split() or [""]), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(
            max(longest, heading, NARROWEST) + 2, WIDEST
        )


def _heading(table: Table, column: int, language: str) -> str:
    """The heading, with the unit of measure in brackets where all of the column's numbers have the same."""
    heading = say(table.columns[column].heading, language)
    units = {
        cell.unit
        for row in table.rows
        if isinstance(cell := row[column], Quantity) and cell.value is not None
    }
    measure = format_unit(units.pop(), language) if len(units) == 1 else ""
    return f"{heading} ({measure})" if measure else heading


def _write_cell(cell: Any, value: Cell, language: str) -> None:
    if isinstance(value, Quantity):
        if value.value is not None and math.isfinite(value.value):
            cell.value = float(value.value)
            cell.number_format = _number_format(value)
    elif isinstance(value, int):
        cell.value = value
        cell.number_format = "0"
    elif value is not None:
        _write_text(cell, say(value, language))


def _number_format(value: Quantity) -> str:
    """So many decimals as the figure is printed with; the program puts the reader's own signs between."""
    places = "#,##0" if not value.decimals else f"#,##0.{'0' * value.decimals}"
    return f"+{places};\u2212{places};{places}" if value.signed else places


def _write_text(cell: Any, text: str) -> None:
    """A text that stays a text, whatever sign it begins with."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.style = "Normal"
        cell.quotePrefix = True


def _width(value: object) -> int:
    return len(f"{value:,.1f}") if isinstance(value, float) else len(str(value or ""))


def _write_notes(
    sheet: Any, title: Text, notes: Iterable[Text], sheets: Sequence[Sheet], language: str
) -> None:
    cited = dict.fromkeys(citation for each in sheets for citation in each.table.sources)
    terms = dict.fromkeys(citation.terms for citation in cited if citation.terms)
    lines = [say(title, language), *(say(note, language) for note in notes)]
    lines += [source_line(cited, language), *terms]
    for number, line in enumerate((line for line in lines if line), start=1):
        cell = sheet.cell(row=number, column=1)
        _write_text(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = HEAD
    sheet.column_dimensions["A"].width = 100
