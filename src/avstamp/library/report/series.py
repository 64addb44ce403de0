"""How does one indicator over the years become a chart, a table and a sentence?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from avstamp.domain.documents import Column, Figure, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.report.wording import cite, name_of, name_with_unit, quantity
from avstamp.phrases import group_name, together

YEARS_IN_TABLE = 10
YEARS_BACK = 10


def series_figure(reading: FigureReading, *, with_group: bool) -> Figure:
    """The unit's own line, and the comparison group's mean where it means something beside it."""
    series = [
        {
            "name": Verbatim(reading.unit.name),
            "role": "unit",
            "years": list(reading.years),
            "values": list(reading.values),
        }
    ]
    if with_group:
        series.append(
            {
                "name": group_name(reading.group, reading.unit.kind),
                "role": "group",
                "years": list(reading.years),
                "values": list(reading.group_means),
            }
        )
    return Figure(
        kind="lines",
        content={
            "unit": reading.indicator.unit,
            "decimals": reading.indicator.decimals,
            "series": series,
        },
        caption=name_with_unit(reading.indicator, reading.entry),
        alternative=_alternative(reading, with_group=with_group),
        sources=cite(reading.origin, derived=with_group),
    )


def _alternative(reading: FigureReading, *, with_group: bool) -> Text:
    known = _known(reading)
    lowest = min(known, key=lambda point: (point[1], point[0]))
    highest = max(known, key=lambda point: (point[1], -point[0]))
    (first_year, first), (last_year, last) = known[0], known[-1]
    said: list[Text] = [
        Phrase(
            "report.lines.alternative",
            {
                "name": name_of(reading.indicator, reading.entry),
                "unit": reading.unit.name,
                "first": quantity(reading.indicator, first),
                "first_year": first_year,
                "last": quantity(reading.indicator, last),
                "last_year": last_year,
                "lowest": quantity(reading.indicator, lowest[1]),
                "lowest_year": lowest[0],
                "highest": quantity(reading.indicator, highest[1]),
                "highest_year": highest[0],
            },
        )
    ]
    mean = dict(zip(reading.years, reading.group_means, strict=True)).get(last_year, math.nan)
    if with_group and not math.isnan(mean):
        group = group_name(reading.group, reading.unit.kind)
        value = quantity(reading.indicator, mean)
        said.append(Phrase("report.lines.group", {"group": group, "value": value, "year": last_year}))
    return together(said)


def _known(reading: FigureReading) -> list[tuple[int, float]]:
    points = zip(reading.years, reading.values, strict=True)
    return [(year, value) for year, value in points if not math.isnan(value)]


def population_sentence(reading: FigureReading) -> Phrase | None:
    """How many the inhabitants are, and how many more or fewer than ten years before (or as far back as known)."""
    known = _known(reading)
    if not known:
        return None
    year, value = known[-1]
    before, earlier = next(point for point in known if point[0] >= year - YEARS_BACK)
    change = value - earlier
    direction = "more" if change > 0 else "fewer" if change < 0 else "same"
    return Phrase(
        f"report.population.{direction}",
        {
            "unit": reading.unit.name,
            "year": year,
            "value": quantity(reading.indicator, value),
            "change": quantity(reading.indicator, abs(change)),
            "before": before,
        },
    )


def population_table(reading: FigureReading) -> Table:
    """Inhabitants by year, newest first, with the change from the year before."""
    by_year = dict(_known(reading))
    years = sorted(by_year, reverse=True)[:YEARS_IN_TABLE]
    rows: list[Sequence[Cell]] = [
        (year, quantity(reading.indicator, by_year[year]), _change(by_year, year)) for year in years
    ]
    return Table(
        caption=Phrase("report.population.caption"),
        columns=(
            Column(Phrase("figure.column.year")),
            Column(Phrase("report.population.inhabitants"), numeric=True),
            Column(Phrase("report.population.change"), numeric=True),
        ),
        rows=tuple(tuple(row) for row in rows),
        sources=cite(reading.origin, derived=True),
    )


def _change(by_year: dict[int, float], year: int) -> Quantity | None:
    if year - 1 not in by_year:
        return None
    return Quantity(by_year[year] - by_year[year - 1], decimals=0, signed=True)


def series_table(reading: FigureReading) -> Table:
    """The unit, its comparison group's mean and the median by year, newest first."""
    rows: list[Sequence[Cell]] = []
    for at in reversed(range(len(reading.years))):
        if len(rows) == YEARS_IN_TABLE:
            break
        values = (reading.values[at], reading.group_means[at], reading.medians[at])
        if math.isnan(reading.values[at]):
            continue
        in_cells = reading.indicator.unit == "%"
        cells = [quantity(reading.indicator, value, with_unit=in_cells) for value in values]
        rows.append((reading.years[at], *cells))
    group = group_name(reading.group, reading.unit.kind)
    return Table(
        caption=name_with_unit(reading.indicator, reading.entry),
        columns=(
            Column(Phrase("figure.column.year")),
            Column(Verbatim(reading.unit.name), numeric=True),
            Column(Phrase("figure.column.group_mean.of", {"group": group}), numeric=True),
            Column(Phrase("figure.column.median"), numeric=True),
        ),
        rows=tuple(tuple(row) for row in rows),
        sources=cite(reading.origin, derived=True),
    )


def economy_sentence(reading: FigureReading) -> Text | None:
    """The newest result, beside the group's mean."""
    figure = reading.figure
    if figure is None:
        return None
    name = name_of(reading.indicator, reading.entry)
    said: list[Text] = [
        Phrase(
            "figure.plain",
            {"name": name, "value": quantity(reading.indicator, figure.value), "year": figure.year},
        )
    ]
    if not math.isnan(figure.group_mean):
        group = group_name(reading.group, reading.unit.kind)
        mean = quantity(reading.indicator, figure.group_mean)
        said.append(Phrase("figure.group_mean", {"group": group, "group_mean": mean}))
    return together(said)
