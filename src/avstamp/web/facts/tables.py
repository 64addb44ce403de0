"""In which order do a table's rows stand, and which link turns it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.values import Quantity, Text, Verbatim
from avstamp.phrases import say

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


@dataclass(frozen=True, slots=True)
class SortableColumn:
    """A heading; `address` turns the order by this column, `order` is how it is sorted now, for `aria-sort`."""

    heading: Text
    numeric: bool
    address: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell and whether it stands in a column of numbers."""

    value: Cell
    numeric: bool


@dataclass(frozen=True, slots=True)
class SortableTable:
    """A table whose headings are links; the row that has the name `marked` is to be pointed out."""

    caption: Text
    columns: Sequence[SortableColumn]
    cells: Sequence[Sequence[Cell]]
    marked: str = ""

    @property
    def rows(self) -> list[tuple[bool, list[ShownCell]]]:
        """Each row with whether it is the marked one."""
        numeric = [column.numeric for column in self.columns]
        return [
            (
                any(isinstance(cell, Verbatim) and cell.text == self.marked for cell in row),
                [ShownCell(cell, right) for cell, right in zip(row, numeric, strict=True)],
            )
            for row in self.cells
        ]


def sortable(
    table: Table, keys: Sequence[str], *, chosen: str, address: Callable[[str], str], marked: str = ""
) -> SortableTable:
    """A table in the order chosen.

    Args:
        keys: the word for each of the first columns in an address; the other columns have no order.
        chosen: a word of `keys`, with a hyphen before it for the highest first.
        address: the address with another order.
    """
    word, falling = chosen.removeprefix("-"), chosen.startswith("-")
    columns = []
    for number, column in enumerate(table.columns):
        if number >= len(keys):
            columns.append(SortableColumn(column.heading, column.numeric))
            continue
        here = keys[number] == word
        order = ("descending" if falling else "ascending") if here else ""
        # Numbers are first shown from the highest, names from A.
        turned = not falling if here else column.numeric
        link = address(f"{'-' if turned else ''}{keys[number]}")
        columns.append(SortableColumn(column.heading, column.numeric, link, order))
    at = list(keys).index(word)
    return SortableTable(table.caption, columns, _sorted(table.rows, at, falling), marked)


def unsorted(table: Table, *, marked: str = "") -> SortableTable:
    """A table in its own order, with headings that are no links."""
    columns = [SortableColumn(column.heading, column.numeric) for column in table.columns]
    return SortableTable(table.caption, columns, table.rows, marked)


def _sorted(rows: Sequence[Sequence[Cell]], at: int, falling: bool) -> list[Sequence[Cell]]:
    """Rows by one column; what is missing stands last whichever way."""
    known = [row for row in rows if _key(row[at]) is not None]
    missing = [row for row in rows if _key(row[at]) is None]
    return [*sorted(known, key=lambda row: _key(row[at]) or (), reverse=falling), *missing]


def _key(cell: Cell) -> tuple[float, ...] | None:
    value = cell.value if isinstance(cell, Quantity) else cell
    if value is None:
        return None
    if isinstance(value, int | float):
        return (float(value),)
    return tuple(ALPHABET.find(letter) for letter in say(value).casefold())
