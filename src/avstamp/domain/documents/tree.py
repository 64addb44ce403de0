"""What is a report made of, before anyone has chosen a language or a file format?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from avstamp.domain.values import Quantity, Text

Cell = Text | Quantity | int | None
"""What stands in a table: a text, a quantity, a whole number (a year, a count), or nothing."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where figures come from, so that a reader can find them again.

    `publisher` and `title` as the publisher writes them; `terms` is the condition for using them;
    `derived` says that Avstamp computed on the publisher's figures and that the publisher answers for none of it.
    """

    publisher: str
    title: str
    terms: str
    fetched: date
    url: str = ""
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences that belong together."""

    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short points in an order that means nothing (or, when `ordered`, something)."""

    points: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader must know before trusting what stands above: a doubt, a limit, a caution."""

    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `numeric` ones are set right-aligned."""

    heading: Text
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first column heads its row. Every row has as many cells as there are columns."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"table row {number} has {len(row)} cells, expected {len(self.columns)}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: what it is of (`kind` and `content`, drawn by a renderer), what it says in words, and its source.

    `alternative` is read aloud instead of the picture and says what the picture shows, with figures.
    """

    kind: str
    content: Mapping[str, object]
    caption: Text
    alternative: Text
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: Text
    blocks: tuple[Block, ...] = ()


Block = Paragraph | Bullets | Note | Table | Figure | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report or letter: title, a line under it, sections, and the day it was made.

    `opening` stands before the first section, as the lines a letter begins with; `contents` says whether a list of the
    sections stands first, which a letter of a few pages has no use for.
    """

    title: Text
    subtitle: Text
    made_on: date
    sections: tuple[Section, ...] = ()
    keywords: tuple[str, ...] = field(default=())
    opening: tuple[Block, ...] = ()
    contents: bool = True
