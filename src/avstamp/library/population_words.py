"""What do pages, files, reports and the command line show of the population ahead, all of them alike?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from avstamp.domain.documents import Citation, Column, Figure, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import TOTAL, AgeGroup, PopulationOutlook
from avstamp.domain.outlook.population.outlook import GROUPS, HIGH, LOW, MEDIAN
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.need_prices import ServicePrice, median_people
from avstamp.library.own_projection import OwnProjection
from avstamp.library.report.wording import cite

BY_KEY = {group.key: group for group in GROUPS}
SERVICE_AGES = tuple(BY_KEY[key] for key in ("all", "1-5", "6-15", "16-18", "65-79", "80+"))
SHOWN_YEARS = (1, 2, 3, 4, 5, 10, 15, 20)
BAND = 5
"""Years of age in a bar of the pyramid."""

OLDEST_BAND = 95


def ages(group: AgeGroup) -> Phrase:
    """An age group in words."""
    return Phrase(f"population.ages.{group.key}")


def people(value: float) -> Quantity:
    """A number of people."""
    return Quantity(float(value), "", 0)


def answer(outlook: PopulationOutlook, unit: Unit) -> Phrase:
    """The whole population the last year, in a sentence."""
    fan = outlook.fans[TOTAL.key][:, -1]
    said = {"low": people(fan[LOW]), "middle": people(fan[MEDIAN]), "high": people(fan[HIGH])}
    return Phrase("population.answer", {"year": str(outlook.years[-1]), "unit": unit.name, **said})


def chance_words(outlook: PopulationOutlook) -> list[Phrase]:
    """What chance alone does to the smallest groups, five years ahead: no method takes that away."""
    ahead = min(5, len(outlook.years) - 1)
    said = []
    for group in (TOTAL, BY_KEY["1-5"], BY_KEY["80+"]):
        low, high = outlook.chance[group.key][:, ahead]
        values = {
            "ages": ages(group),
            "year": str(outlook.years[ahead]),
            "half": people((high - low) / 2),
            "share": Quantity(100 * outlook.chance_share(group, ahead), "%", 0),
        }
        said.append(Phrase("population.chance", values))
    return said


def fan_figure(
    outlook: PopulationOutlook,
    group: AgeGroup,
    *,
    sources: tuple[Citation, ...] = (),
    beside: OwnProjection | None = None,
) -> Figure:
    """The median and the range of eight futures in ten; a projection that was read in stands beside as a line."""
    fan, years = outlook.fans[group.key], list(outlook.years)
    said = {
        "ages": ages(group),
        "first": people(fan[MEDIAN, 0]),
        "base": str(years[0]),
        "year": str(years[-1]),
        "low": people(fan[LOW, -1]),
        "middle": people(fan[MEDIAN, -1]),
        "high": people(fan[HIGH, -1]),
    }
    lines = [_line(Phrase("population.median"), "unit", years, fan[MEDIAN].tolist())]
    points = beside.points(group) if beside else {}
    shown = {year: value for year, value in points.items() if years[0] <= year <= years[-1]}
    if shown:
        lines.append(_line(Phrase("population.beside"), "group", list(shown), list(shown.values())))
    return Figure(
        kind="lines",
        content={
            "unit": "antal",
            "decimals": 0,
            "zero": False,
            "series": lines,
            "band": {"years": years, "low": fan[LOW].tolist(), "high": fan[HIGH].tolist()},
        },
        caption=Phrase("population.caption", {"ages": ages(group)}),
        alternative=Phrase("population.alt", said),
        sources=sources,
    )


def _line(name: Phrase, role: str, years: list[int], values: list[float]) -> dict[str, object]:
    return {"name": name, "role": role, "years": years, "values": values}


def _bands(outlook: PopulationOutlook, at: int) -> list[tuple[str, tuple[float, float]]]:
    """Women and men in bands of five years of age, the oldest all together."""
    counts = outlook.expected[at]
    firsts = range(0, OLDEST_BAND + 1, BAND)
    return [
        (
            f"{first}–{first + BAND - 1}" if first < OLDEST_BAND else f"{first}+",
            (float(counts[0, cut].sum()), float(counts[1, cut].sum())),
        )
        for first in firsts
        for cut in (slice(first, first + BAND if first < OLDEST_BAND else None),)
    ]


def pyramid_figure(outlook: PopulationOutlook, *, sources: tuple[Citation, ...] = ()) -> Figure:
    """Women and men by age now, and as expected the last year."""
    now, later = _bands(outlook, 0), _bands(outlook, -1)
    largest, most = max(((name, sum(pair)) for name, pair in later), key=lambda band: band[1])
    first, last = str(outlook.years[0]), str(outlook.years[-1])
    old = [float(outlook.expected[at, :, 80:].sum()) for at in (0, -1)]
    said = {"first": first, "last": last, "largest": largest, "most": people(most)}
    said |= {"old_now": people(old[0]), "old_later": people(old[1])}
    return Figure(
        kind="pyramid",
        content={
            "women": Phrase("population.women"),
            "men": Phrase("population.men"),
            "now_name": Verbatim(first),
            "later_name": Phrase("population.pyramid.later", {"year": last}),
            "bands": [
                {"ages": name, "now": pair, "later": then}
                for (name, pair), (_, then) in zip(now, later, strict=True)
            ],
        },
        caption=Phrase("population.pyramid.caption", {"first": first, "last": last}),
        alternative=Phrase("population.pyramid.alt", said),
        sources=sources,
    )


def pyramid_table(outlook: PopulationOutlook, *, sources: tuple[Citation, ...] = ()) -> Table:
    """The pyramid in figures."""
    first, last = str(outlook.years[0]), str(outlook.years[-1])
    headings: list[Text] = [Phrase("population.column.ages")]
    headings += [
        Phrase(f"population.column.{sex}", {"year": year})
        for year in (first, last)
        for sex in ("women", "men")
    ]
    rows: list[tuple[Cell, ...]] = [
        (Verbatim(name), *(people(value) for value in (*pair, *then)))
        for (name, pair), (_, then) in zip(_bands(outlook, 0), _bands(outlook, -1), strict=True)
    ]
    return Table(
        Phrase("population.pyramid.caption", {"first": first, "last": last}),
        tuple(Column(heading, numeric=number > 0) for number, heading in enumerate(headings)),
        tuple(rows),
        sources,
    )


LEVELS = ("lowest", "low", "median", "high", "highest")


def fan_table(
    outlook: PopulationOutlook,
    groups: Sequence[AgeGroup] = SERVICE_AGES,
    *,
    years: Sequence[int] | None = None,
    sources: tuple[Citation, ...] = (),
) -> Table:
    """Each age group's range, year by year; `years` ahead, all when not given."""
    ahead = range(len(outlook.years)) if years is None else [at for at in years if at < len(outlook.years)]
    rows: list[tuple[Cell, ...]] = [
        (ages(group), outlook.years[at], *(people(value) for value in outlook.fans[group.key][:, at]))
        for group in groups
        for at in ahead
    ]
    headings = (Phrase("population.column.ages"), Phrase("population.column.year"))
    levels = (Phrase(f"population.column.{level}") for level in LEVELS)
    return Table(
        Phrase("population.table"),
        tuple(Column(heading, numeric=number > 1) for number, heading in enumerate((*headings, *levels))),
        tuple(rows),
        sources,
    )


def need_table(
    outlook: PopulationOutlook,
    prices: Sequence[ServicePrice],
    *,
    years: Sequence[int] = SHOWN_YEARS,
    sources: tuple[Citation, ...] = (),
) -> Table:
    """What each service needs in millions of kronor at an unchanged price, for the median of the ages it meets."""
    shown = [at for at in years if at < len(outlook.years)]
    headings: list[Text] = [
        Phrase("need.column.service"),
        Phrase("population.column.ages"),
        Phrase("need.column.price"),
        Phrase("need.column.people", {"year": str(outlook.base_year)}),
        *(Verbatim(str(outlook.years[at])) for at in shown),
    ]
    rows: list[tuple[Cell, ...]] = []
    for price in prices:
        counts = median_people(outlook, price.group)
        needs = price.needs(counts)
        thousands = None if price.thousands is None else float(price.thousands)
        cells = (
            Quantity(thousands, "", 1),
            people(counts[0]),
            *(Quantity(needs[at - 1], "", 1) for at in shown),
        )
        rows.append((Phrase(f"need.{price.service}"), ages(price.group), *cells))
    return Table(
        Phrase("need.table"),
        tuple(Column(heading, numeric=number > 1) for number, heading in enumerate(headings)),
        tuple(rows),
        sources,
    )


def population_sources(fact_base: FactBase) -> tuple[Citation, ...]:
    """Whose figures the population ahead rests on, and that the futures are our own."""
    used = [origin for origin in fact_base.origins.values() if origin.publisher in ("SCB", "RKA")]
    cited = [citation for origin in used for citation in cite(origin)]
    return (*cited, *cite(used[0], derived=True)[1:]) if used else ()


def notes(*, with_need: bool) -> tuple[Text, ...]:
    """What must follow the figures wherever they go."""
    keys = ["population.note.draws", "population.note.assumptions", "population.note.official"]
    return tuple(Phrase(key) for key in (*keys, *(["need.note"] if with_need else [])))


def whole(values: np.ndarray) -> list[int]:
    """People as whole numbers, for machines."""
    return [round(float(value)) for value in values]
