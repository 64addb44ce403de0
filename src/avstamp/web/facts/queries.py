"""What stands on the page of one figure, ready to be printed?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure
from avstamp.domain.facts.indicator import Direction
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Gender, Phrase, Quantity, Text
from avstamp.library.comparison import comparison_group
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import read_figure
from avstamp.library.report.series import series_figure
from avstamp.library.report.wording import judgement, name_of, name_with_unit, quantity
from avstamp.phrases import bilingual, group_name

CHOICES = ("similar", "county", "size", "type", "all")
VIEWS = ("diagram", "karta", "tabell")


@dataclass(frozen=True)
class YearRow:
    """One year of the series, newest first."""

    year: int
    value: Quantity
    group_mean: Quantity
    median: Quantity
    national: Quantity
    genders: Sequence[Quantity]
    status: Phrase | None


@dataclass(frozen=True)
class FigurePage:
    """One figure with everything beside it."""

    reading: FigureReading
    name: Text
    definition: Phrase | None
    reason: Phrase | None
    directed: bool
    newest: ProfileFigure | None
    value: Quantity | None
    median: Quantity | None
    group_mean: Quantity | None
    judgement: Phrase | None
    status: Phrase | None
    group: Text
    members: Sequence[Unit]
    genders: Sequence[Gender]
    rows: Sequence[YearRow]


def figure_page(unit: Unit, indicator: str, *, choice: str, gender: str) -> FigurePage:
    """Everything on the page of one figure; raises what the library raises for an unknown indicator or group."""
    base = open_fact_base()
    known = base.indicator(indicator)
    group = comparison_group(base, unit, known.id, choice=choice)
    row = Gender(gender) if gender in set(Gender) else Gender.ALL
    reading = read_figure(base, known.id, unit, group=group, gender=row)
    newest, entry = reading.figure, reading.entry
    return FigurePage(
        reading=reading,
        name=name_of(known, entry),
        definition=bilingual(entry.definitions) if entry else None,
        reason=bilingual(entry.reasons) if entry else None,
        directed=entry is not None and entry.direction is not Direction.NONE,
        newest=newest,
        value=quantity(known, newest.value) if newest else None,
        median=quantity(known, newest.median) if newest else None,
        group_mean=quantity(known, newest.group_mean) if newest else None,
        judgement=judgement(newest) if newest else None,
        status=Phrase(f"status.{newest.status.value}") if newest else None,
        group=group_name(group, unit.kind),
        members=[member.unit for member in reading.members],
        genders=[g for g in (Gender.WOMEN, Gender.MEN) if g in reading.by_gender]
        if row is Gender.ALL
        else [],
        rows=year_rows(reading, split=row is Gender.ALL),
    )


def year_rows(reading: FigureReading, *, split: bool) -> list[YearRow]:
    """The series year by year, newest first, with women and men where the source tells them apart."""

    def printed(value: float) -> Quantity:
        return quantity(reading.indicator, value)

    genders = [g for g in (Gender.WOMEN, Gender.MEN) if g in reading.by_gender] if split else []
    rows = []
    for at, year in enumerate(reading.years):
        status = reading.statuses[at]
        rows.append(
            YearRow(
                year=year,
                value=printed(reading.values[at]),
                group_mean=printed(reading.group_means[at]),
                median=printed(reading.medians[at]),
                national=printed(reading.national[at]),
                genders=[printed(reading.by_gender[g][at]) for g in genders],
                status=Phrase(f"status.{status.value}") if status else None,
            )
        )
    return rows[::-1]


def diagram(page: FigurePage) -> Figure | None:
    """The series as lines, the group's mean beside it; None without a single value."""
    if page.newest is None:
        return None
    return series_figure(
        page.reading, with_group=any(not math.isnan(mean) for mean in page.reading.group_means)
    )


def country_map(page: FigurePage) -> Figure | None:
    """Every unit of the same kind on the map in the newest year; None without a single value."""
    if page.newest is None or not page.reading.ranking:
        return None
    reading = page.reading
    return Figure(
        kind="map",
        content={
            "boundaries": open_fact_base().boundaries(reading.unit.kind),
            "values": {row.unit.id: row.value for row in reading.ranking},
            "marked": reading.unit.id,
            "unit": reading.indicator.unit,
            "decimals": reading.indicator.decimals,
        },
        caption=name_with_unit(reading.indicator, reading.entry),
        alternative=Phrase("figure.place", {"place": page.newest.place, "n": page.newest.n}),
    )
