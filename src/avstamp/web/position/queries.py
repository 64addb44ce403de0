"""What stands in the tables of a lens and of an area?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from avstamp.domain.facts.indicator import Indicator, Lens
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.reading import unit_series
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.values import Gender, Phrase, Quantity, Text
from avstamp.library.facts import open_fact_base
from avstamp.library.overview import own_indicators
from avstamp.library.profile import profile_unit
from avstamp.library.report.wording import judgement, name_of, quantity
from avstamp.phrases import group_name, say
from avstamp.web.position.own_queries import POSITION_TABLES as POSITION_TABLES
from avstamp.web.position.own_queries import people_in_position as people_in_position
from avstamp.web.position.own_queries import position_tables as position_tables

SLUGS = {"ekonomi": Lens.ECONOMY, "kvalitet": Lens.QUALITY, "forvantningar": Lens.EXPECTATIONS}
"""Swedish addresses of the three lenses."""

ORDERS = ("namn", "plats", "avvikelse")
YEARS_SHOWN = 6
MOST_NAMED = 12
"""Members of a group that are named on a page; of larger groups the name says enough."""


@dataclass(frozen=True)
class Line:
    """One indicator in a table, ready to be printed; `at` is the percentile that the small picture shows."""

    id: str
    name: Text
    measure: Text
    year: int
    value: Quantity
    group_mean: Quantity
    median: Quantity
    place: int
    n: int
    at: str
    judgement: Phrase


@dataclass(frozen=True)
class Area:
    """One area of a lens: its indicators, and the group that they are compared with where they share one.

    `judged` is how many of them can be called better or worse at all.
    """

    code: str
    slug: str
    name: Phrase
    group: Text | None
    members: Sequence[Unit]
    lines: Sequence[Line]
    better: int
    worse: int
    judged: int


@dataclass(frozen=True)
class Course:
    """One indicator over some years, ready to be printed."""

    id: str
    name: Text
    measure: Text
    values: Sequence[Quantity]


def areas(unit: Unit, lens: Lens, *, order: str = "namn") -> list[Area]:
    """The areas of a lens in which the unit has figures, each with its lines in the chosen order."""
    base = open_fact_base()
    wanted = {id for id in own_indicators(base, unit) if base.catalogue[id].lens is lens}
    by_area: dict[str, list[ProfileFigure]] = {}
    for figure in profile_unit(base, unit, indicators=wanted).figures:
        if figure.entry and figure.gender is Gender.ALL:
            by_area.setdefault(figure.entry.area, []).append(figure)
    found = [_area(unit, code, figures, order) for code, figures in by_area.items()]
    return sorted(found, key=lambda area: area.slug)


def area_slug(code: str) -> str:
    """The address of an area: its Swedish name without diacritics.

    Example:
        >>> area_slug("cost_level")
        'kostnadsniva'
    """
    return slugify(say(Phrase(f"area.{code}"), "sv"))


def courses(unit: Unit, area: Area) -> tuple[Sequence[int], Sequence[Course]]:
    """The newest years that the area has, and each of its indicators over them."""
    base = open_fact_base()
    newest = max(line.year for line in area.lines)
    years = range(newest - YEARS_SHOWN + 1, newest + 1)
    column = base.cube.axes.unit_column[unit.id]
    return years, [
        Course(
            line.id,
            line.name,
            line.measure,
            [
                quantity(base.indicators[line.id], value, with_unit=False)
                for value in unit_series(base.cube, line.id, column, gender=Gender.ALL, years=years)
            ],
        )
        for line in area.lines
    ]


def _area(unit: Unit, code: str, figures: Sequence[ProfileFigure], order: str) -> Area:
    lines = [_line(figure) for figure in sorted(figures, key=lambda figure: _key(figure, order))]
    groups = {figure.group.id: figure.group for figure in figures if figure.group}
    group = next(iter(groups.values())) if len(groups) == 1 else None
    keys = [line.judgement.key for line in lines]
    return Area(
        code=code,
        slug=area_slug(code),
        name=Phrase(f"area.{code}"),
        group=group_name(group, unit.kind) if group else None,
        members=_members(unit, group),
        lines=lines,
        better=keys.count("figure.judgement.better"),
        worse=keys.count("figure.judgement.worse"),
        judged=len(keys) - keys.count("figure.judgement.none"),
    )


def _members(unit: Unit, group: Group | None) -> Sequence[Unit]:
    others = tuple(group.others(unit.id)) if group else ()
    return [open_fact_base().units.get(member) for member in others] if len(others) <= MOST_NAMED else []


def _key(figure: ProfileFigure, order: str) -> tuple[float, str]:
    name = figure.entry.names["sv"] if figure.entry else figure.indicator.title
    deviation = math.inf if math.isnan(figure.deviation) else figure.deviation
    first = {"plats": figure.place / max(figure.n, 1), "avvikelse": deviation}.get(order, 0.0)
    return first, name


def _line(figure: ProfileFigure) -> Line:
    def bare(value: float) -> Quantity:
        return quantity(figure.indicator, value, with_unit=False)

    return Line(
        id=figure.indicator.id,
        name=name_of(figure.indicator, figure.entry),
        measure=measure_of(figure.indicator),
        year=figure.year,
        value=bare(figure.value),
        group_mean=bare(figure.group_mean),
        median=bare(figure.median),
        place=figure.place,
        n=figure.n,
        at="" if math.isnan(figure.percentile) else f"{figure.percentile:.1f}",
        judgement=judgement(figure),
    )


def measure_of(indicator: Indicator) -> Text:
    """The unit of measure in words, for beside a name; the sign by itself for per cent."""
    return Phrase("unit", {"unit": indicator.unit})
