"""Which cells does a file that somebody has filled in hold?

XLSX is known by its first bytes, everything else is read as CSV: in UTF-8, or in Windows' own coding where it is not
UTF-8, with whichever of semicolon, tab and comma the heading is divided by. The first row that is not empty is the
heading. Cells are texts as a Swedish reader would write them, so that one check serves both kinds of file.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase

XLSX_BEGINS = b"PK\x03\x04"
DIVIDERS = ";\t,"
LARGEST_BYTES = 2_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 80
MOST_UNPACKED_BYTES = 50_000_000
"""A spreadsheet is packed: a small file may hold more than a server should unpack."""

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its heading, and its rows that are not empty with the number each has in the file, from 1."""

    name: str
    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(data: bytes, name: str) -> Sheet:
    """The first sheet of an XLSX file, or a CSV file.

    Args:
        data: the file.
        name: what the reader calls it, for what is said of its faults.

    Raises:
        ImportRefused: the file is too large, is neither kind, or holds no heading.
    """
    if len(data) > LARGEST_BYTES:
        _refuse(name, "spreadsheet.too_large", megabytes=LARGEST_BYTES // 1_000_000)
    lines = _xlsx_lines(data, name) if data.startswith(XLSX_BEGINS) else _csv_lines(data, name)
    filled = [(number, cells) for number, cells in enumerate(lines, start=1) if any(cells)]
    if not filled:
        _refuse(name, "spreadsheet.empty")
    if len(filled) - 1 > MOST_ROWS:
        _refuse(name, "spreadsheet.too_many_rows", most=MOST_ROWS)
    (_, heading), *rows = filled
    return Sheet(name, heading, tuple(rows))


def _refuse(name: str, key: str, **values: object) -> None:
    raise ImportRefused(name, [Phrase(key, values)])


def _csv_lines(data: bytes, name: str) -> Iterator[tuple[str, ...]]:
    if b"\x00" in data:
        _refuse(name, "spreadsheet.unknown_kind")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = next((line for line in text.splitlines() if line.strip()), "")
    divider = max(DIVIDERS, key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True):
            yield tuple(cell.strip() for cell in row[:MOST_COLUMNS])
    except csv.Error as error:
        raise ImportRefused(name, [Phrase("spreadsheet.csv_broken", {"reason": str(error)})]) from error


def _xlsx_lines(data: bytes, name: str) -> Iterator[tuple[str, ...]]:
    # Loaded here: most of those who import this module read no spreadsheet.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > MOST_UNPACKED_BYTES:
            _refuse(name, "spreadsheet.too_large", megabytes=LARGEST_BYTES // 1_000_000)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        yield from _texts(book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1000, values_only=True))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError) as error:
        if isinstance(error, ImportRefused):
            raise
        raise ImportRefused(name, [Phrase("spreadsheet.xlsx_broken")]) from error


def _texts(rows: Iterable[Sequence[object]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield tuple(_text(cell) for cell in row[:MOST_COLUMNS])


def _text(cell: object) -> str:
    """A cell as a reader would write it; a formula that was never calculated is an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else repr(cell).replace(".", ",")
    return str(cell).strip()
