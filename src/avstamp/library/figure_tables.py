"""Which tables stand beside one figure: its years, its comparison group, all units of its kind?"""

from __future__ import annotations

import math
from collections.abc import Mapping

from avstamp.domain.documents import Column, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Gender, Phrase, Text, UnitKind, Verbatim
from avstamp.library.report.wording import cite, name_of, name_with_unit, quantity
from avstamp.phrases import group_name

CHANGE_YEARS = 5
SPLIT = (Gender.WOMEN, Gender.MEN)


def unit_heading(reading: FigureReading) -> Phrase:
    """The heading over names of units."""
    region = reading.unit.kind is UnitKind.REGION
    return Phrase("figure.column.region" if region else "figure.column.unit")


def year_table(reading: FigureReading, *, genders: tuple[Gender, ...] = ()) -> Table:
    """The unit year by year, newest first, beside its group's mean, the median and the source's own national figure."""
    group = Phrase("figure.column.group_mean.of", {"group": group_name(reading.group, reading.unit.kind)})
    columns = [
        Column(Phrase("figure.column.year")),
        Column(Verbatim(reading.unit.name), numeric=True),
        *(Column(Phrase(f"figure.gender.{gender.value}"), numeric=True) for gender in genders),
        Column(group, numeric=True),
        Column(Phrase("figure.column.median"), numeric=True),
        Column(Phrase("figure.column.national"), numeric=True),
    ]
    series = (
        reading.values,
        *(reading.by_gender[gender] for gender in genders),
        reading.group_means,
        reading.medians,
        reading.national,
    )
    rows: list[tuple[Cell, ...]] = [
        (year, *(quantity(reading.indicator, values[at]) for values in series))
        for at, year in enumerate(reading.years)
    ]
    name = name_with_unit(reading.indicator, reading.entry)
    return Table(
        caption=Phrase("figure.years.caption", {"name": name, "unit": reading.unit.name}),
        columns=tuple(columns),
        rows=tuple(rows[::-1]),
        sources=cite(reading.origin, derived=True),
    )


def member_table(reading: FigureReading) -> Table:
    """The unit and every member of its comparison group in the figure's year, with place and change; as they come."""
    year = _shown_year(reading)
    own = Verbatim(reading.unit.name)
    series = [(own, reading.unit.id, dict(zip(reading.years, reading.values, strict=True)))]
    series += [
        (Verbatim(member.unit.name), member.unit.id, dict(zip(reading.years, member.values, strict=True)))
        for member in reading.members
    ]
    places = {row.unit.id: row.place for row in reading.ranking}
    rows = tuple(
        (name, *_cells(reading, values, year), places.get(unit)) for name, unit, values in series if year
    )
    caption = Phrase(
        "figure.members.caption",
        {
            "name": name_with_unit(reading.indicator, reading.entry),
            "year": year or "",
            "unit": reading.unit.name,
            "group": group_name(reading.group, reading.unit.kind),
        },
    )
    return Table(caption, _member_columns(reading, year), rows, cite(reading.origin, derived=True))


def _member_columns(reading: FigureReading, year: int) -> tuple[Column, ...]:
    return (
        Column(unit_heading(reading)),
        Column(Phrase("figure.column.value.year", {"year": year}), numeric=True),
        Column(Phrase("figure.column.change", {"year": year - CHANGE_YEARS}), numeric=True),
        Column(Phrase("figure.column.place"), numeric=True),
    )


def _cells(reading: FigureReading, values: Mapping[int, float], year: int) -> tuple[Cell, ...]:
    now, before = values.get(year, math.nan), values.get(year - CHANGE_YEARS, math.nan)
    return (
        quantity(reading.indicator, now),
        quantity(reading.indicator, now - before, signed=True),
    )


def ranking_table(reading: FigureReading) -> Table:
    """Every unit of the kind in the figure's year, from the highest value down."""
    caption: Text = Phrase(
        "figure.ranking.caption",
        {"name": name_of(reading.indicator, reading.entry), "year": _shown_year(reading)},
    )
    columns = (
        Column(Phrase("figure.column.place")),
        Column(unit_heading(reading)),
        Column(Phrase("figure.column.value"), numeric=True),
    )
    rows = tuple(
        (row.place, Verbatim(row.unit.name), quantity(reading.indicator, row.value))
        for row in reading.ranking
    )
    return Table(caption, columns, rows, cite(reading.origin, derived=True))


def _shown_year(reading: FigureReading) -> int:
    """The figure's year; where the unit has none, the newest year that anyone has; 0 without any."""
    if reading.figure:
        return reading.figure.year
    return reading.years[-1] if reading.years else 0
