"""Do the rows of a table hold what they should, and which values are they?

Columns are found by their heading, in any order and in either case; what is not asked for is left alone. A row with a
fault gives no values; every fault of every row is told, so that a file is mended once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase
from avstamp.sources.spreadsheet.parse import Sheet

Value = str | float | date | None
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f")
_SIGNS = str.maketrans({",": ".", "\u2212": "-", "\u2013": "-"})
_SHOWN = 60
"""So much of a faulty value is said back: enough to find it, too little to fill the page."""


class Kind(StrEnum):
    """What a column's cells are."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the name values are kept under, its headings (the first is the one written), and its cells.

    `choices` are the codes a cell may stand for, by what is written in it in small letters.
    """

    name: str
    headings: tuple[str, ...]
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: Mapping[str, str] | None = None
    longest: int = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A row without fault: its number in the file, and a value for every column; None where the cell is empty."""

    number: int
    values: Mapping[str, Value]


def read_rows(sheet: Sheet, columns: Sequence[Column]) -> tuple[tuple[Row, ...], tuple[Phrase, ...]]:
    """The rows without fault, and every fault of the others.

    Args:
        sheet: the table.
        columns: what is expected.

    Returns:
        Rows in the file's order, and faults in the file's order, each saying row, column, value and what to do.

    Raises:
        ImportRefused: a required column is missing, or a heading stands twice.
    """
    places = _places(sheet, columns)
    rows: list[Row] = []
    faults: list[Phrase] = []
    for number, cells in sheet.rows:
        values: dict[str, Value] = {}
        wrong: list[Phrase] = []
        for column in columns:
            place = places.get(column.name)
            written = cells[place] if place is not None and place < len(cells) else ""
            value = read_cell(written, column)
            if isinstance(value, Phrase):
                said = {"row": number, "column": column.headings[0], "fault": value}
                wrong.append(Phrase("spreadsheet.cell", said))
            else:
                values[column.name] = value
        faults += wrong
        if not wrong:
            rows.append(Row(number, values))
    return tuple(rows), tuple(faults)


def read_cell(written: str, column: Column) -> Value | Phrase:
    """The value of a cell, or what is wrong with it.

    Example:
        >>> read_cell("1 234,5", Column("kr", ("Kronor",), Kind.NUMBER))
        1234.5
        >>> read_cell("tolv", Column("kr", ("Kronor",), Kind.NUMBER)).key
        'spreadsheet.not_number'
    """
    if not written:
        return Phrase("spreadsheet.required") if column.required else None
    said = {"value": written if len(written) <= _SHOWN else written[:_SHOWN] + "…"}
    if column.kind is Kind.NUMBER:
        number = read_number(written)
        return Phrase("spreadsheet.not_number", said) if number is None else number
    if column.kind is Kind.DAY:
        day = read_day(written)
        return Phrase("spreadsheet.not_day", said) if day is None else day
    if column.choices is not None:
        return _choice(written, column.choices, said)
    if len(written) > column.longest:
        return Phrase("spreadsheet.too_long", {**said, "longest": column.longest})
    return written


def read_number(written: str) -> float | None:
    """A number as Swedes write it (1 234,5) or as programs do (1234.5); None where it is none.

    Example:
        >>> read_number("−1 234,5"), read_number("1,234.5"), read_number("NaN")
        (-1234.5, None, None)
    """
    plain = written.translate(_SPACES).translate(_SIGNS)
    return float(plain) if _NUMBER.fullmatch(plain) else None


def read_day(written: str) -> date | None:
    """A day written as year-month-day; None where it is none.

    Example:
        >>> read_day("2026-12-01"), read_day("1/12 2026")
        (datetime.date(2026, 12, 1), None)
    """
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _choice(written: str, choices: Mapping[str, str], said: Mapping[str, object]) -> str | Phrase:
    code = choices.get(written.casefold().strip())
    if code is None:
        return Phrase("spreadsheet.not_choice", {**said, "choices": tuple(choices)})
    return code


def _places(sheet: Sheet, columns: Sequence[Column]) -> dict[str, int]:
    heading = [name.casefold().strip() for name in sheet.heading]
    faults = list(_faults(heading, columns))
    if faults:
        raise ImportRefused(sheet.name, faults)
    return {
        column.name: heading.index(name.casefold())
        for column in columns
        for name in column.headings
        if name.casefold() in heading
    }


def _faults(heading: Sequence[str], columns: Sequence[Column]) -> Iterator[Phrase]:
    for column in columns:
        found = [name for name in column.headings if name.casefold() in heading]
        if column.required and not found:
            yield Phrase("spreadsheet.no_column", {"column": column.headings[0], "found": tuple(heading)})
        if len(found) > 1 or sum(heading.count(name.casefold()) for name in found) > 1:
            yield Phrase("spreadsheet.column_twice", {"column": column.headings[0]})
