"""Which files can one figure be taken along as?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from avstamp.domain.documents import Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Gender, Phrase, Quantity, Text, Verbatim
from avstamp.library.figure_tables import member_table, year_table
from avstamp.library.report.wording import cite, name_of
from avstamp.phrases import bilingual, group_name, language_of, say, source_line
from avstamp.renderers.xlsx import Sheet, render_xlsx

BYTE_ORDER_MARK = "\ufeff"
"""Tells a Swedish Excel that the file is UTF-8."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def figure_notes(reading: FigureReading, *, gender: Gender) -> Iterator[Text]:
    """What must follow the figures wherever they go: what they measure, for whom, and how means were made."""
    indicator = reading.indicator
    yield Phrase("figure.file.indicator", {"title": Verbatim(indicator.title), "id": indicator.id})
    if reading.entry:
        yield bilingual(reading.entry.definitions)
    if gender is not Gender.ALL:
        yield Phrase(f"figure.gender.{gender.value}")
    if reading.figure:
        yield Phrase(f"status.{reading.figure.status.value}")
    members = Verbatim(", ".join(member.unit.name for member in reading.members))
    group = group_name(reading.group, reading.unit.kind)
    yield Phrase("figure.file.note.mean", {"group": group, "members": members})
    yield Phrase("figure.file.note.national")
    yield Phrase("figure.file.note.place")


def figure_xlsx(
    reading: FigureReading, *, genders: tuple[Gender, ...], gender: Gender, language: str
) -> bytes:
    """The figure as a spreadsheet: its years, its comparison group, and a sheet that says what they are."""
    name = name_of(reading.indicator, reading.entry)
    return render_xlsx(
        [
            Sheet(Phrase("figure.file.years"), year_table(reading, genders=genders)),
            Sheet(Phrase("figure.file.members"), member_table(reading)),
        ],
        title=Phrase("figure.file.title", {"name": name, "unit": reading.unit.name}),
        about=Phrase("figure.file.source"),
        notes=figure_notes(reading, gender=gender),
        language=language,
    )


def figure_csv(reading: FigureReading, *, genders: tuple[Gender, ...], gender: Gender, language: str) -> str:
    """The figure's years as comma-separated values: semicolons, the language's decimal sign, the source last."""
    file = StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";")
    writer.writerows(_rows(year_table(reading, genders=genders), language))
    lines = [say(note, language) for note in figure_notes(reading, gender=gender)]
    lines += [source_line(cite(reading.origin, derived=True), language), reading.origin.terms]
    writer.writerows([_plain(Verbatim(line), language)] for line in lines)
    return file.getvalue()


def _rows(table: Table, language: str) -> Iterator[list[str]]:
    yield [_plain(column.heading, language) for column in table.columns]
    yield from ([_plain(cell, language) for cell in row] for row in table.rows)


def _plain(cell: Cell, language: str) -> str:
    """A cell that a spreadsheet reads: no spaces in numbers, empty when missing, and no text taken for a formula."""
    if isinstance(cell, Quantity):
        if cell.value is None:
            return ""
        written = repr(float(cell.value))
        return written.replace(".", ",") if language_of(language) == "sv" else written
    if isinstance(cell, int):
        return str(cell)
    text = "" if cell is None else say(cell, language)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
