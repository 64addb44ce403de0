"""A small document with every kind of block, for tests of what a renderer makes of it."""

from __future__ import annotations

from datetime import date

from avstamp.domain.documents import (
    Bullets,
    Citation,
    Column,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
)
from avstamp.domain.values import Phrase, Quantity, Verbatim

DAY = date(2026, 11, 24)
SOURCE = (Citation("RKA", "Kolada", "fri användning", DAY, "https://www.kolada.se"),)
MARKUP = "#Å & <b>ä</b> ö [*]"
"""A text that every format would read as markup if it were let in as such."""


def text(words: str) -> Verbatim:
    return Verbatim(words)


def small_document() -> Document:
    table = Table(
        caption=text("Tabellen"),
        columns=(Column(text("Namn")), Column(text("År")), Column(text("Värde"), numeric=True)),
        rows=(
            (text(MARKUP), 2022, Quantity(1234.5, "kr", 1)),
            (text("Utan värde"), 2021, Quantity(None)),
        ),
        sources=SOURCE,
    )
    figure = Figure(
        kind="seats",
        content={"parties": [{"name": text("SD"), "seats": (9, 8)}], "years": (2022, 2026)},
        caption=text("Mandaten"),
        alternative=text("SD hade 9 mandat och har 8."),
        sources=SOURCE,
    )
    inner = Section(text("Under"), (Note((text("Se upp."),)), Bullets((text("ett"), text("två")))))
    return Document(
        title=text("Titeln"),
        subtitle=text("Raden under"),
        made_on=DAY,
        sections=(
            Section(text("Först"), (Paragraph((text("En mening."), text("En till."))), table, figure, inner)),
            Section(text("Sedan"), (Paragraph((Phrase("group.none"),)),)),
        ),
        keywords=("fakta",),
    )
