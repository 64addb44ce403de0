"""Which files can one figure be taken along as?"""

from __future__ import annotations

from collections.abc import Iterator

from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Gender, Phrase, Text, Verbatim
from avstamp.library.csv_files import table_csv
from avstamp.library.figure_tables import member_table, year_table
from avstamp.library.report.wording import name_of
from avstamp.phrases import bilingual, group_name


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
    # A spreadsheet's library takes longer to load than most pages to answer.
    from avstamp.renderers.xlsx import Sheet, render_xlsx

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
    notes = [*figure_notes(reading, gender=gender)]
    return table_csv(
        year_table(reading, genders=genders), notes, terms=reading.origin.terms, language=language
    )
