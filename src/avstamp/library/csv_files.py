"""How is a table written as a file that every spreadsheet opens, with its source in the last lines?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from avstamp.domain.documents import Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.values import Quantity, Text, Verbatim
from avstamp.phrases import language_of, say, source_line

BYTE_ORDER_MARK = "\ufeff"
"""Tells a Swedish Excel that the file is UTF-8."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

NUMBER = re.compile(r"[+-]?[0-9][0-9 \u00a0]*([.,][0-9]+)?")
"""A figure below zero begins as a formula does and is none."""


def rows_csv(rows: Iterable[Iterable[str]]) -> str:
    """Rows of texts as a file that every spreadsheet opens with its columns apart, and takes none for a formula.

    Example:
        >>> rows_csv([("a;b", "c")])[1:].strip()
        '"a;b";c'
    """
    file = StringIO()
    file.write(BYTE_ORDER_MARK)
    csv.writer(file, delimiter=";").writerows([_harmless(cell) for cell in row] for row in rows)
    return file.getvalue()


def table_csv(table: Table, notes: Iterable[Text], *, terms: str, language: str) -> str:
    """A table as comma-separated values: semicolons, the language's decimal sign; notes, source and terms last."""
    file = StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";")
    writer.writerows(_rows(table, language))
    lines = [say(note, language) for note in notes]
    lines += [source_line(table.sources, language), terms]
    writer.writerows([plain_cell(Verbatim(line), language)] for line in lines if line)
    return file.getvalue()


def _rows(table: Table, language: str) -> Iterator[list[str]]:
    yield [plain_cell(column.heading, language) for column in table.columns]
    yield from ([plain_cell(cell, language) for cell in row] for row in table.rows)


def plain_cell(cell: Cell, language: str) -> str:
    """A cell that a spreadsheet reads: no spaces in numbers, empty when missing, and no text taken for a formula."""
    if isinstance(cell, Quantity):
        if cell.value is None:
            return ""
        written = repr(float(cell.value))
        return written.replace(".", ",") if language_of(language) == "sv" else written
    if isinstance(cell, int):
        return str(cell)
    return _harmless("" if cell is None else say(cell, language))


def _harmless(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) and not NUMBER.fullmatch(text) else text
