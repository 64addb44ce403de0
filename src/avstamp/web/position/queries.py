"""What stands in the tables of a lens, and in the list of all indicators?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.indicator import Indicator, Lens
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.values import Gender, Phrase, Quantity, Text
from avstamp.library.facts import open_fact_base
from avstamp.library.overview import own_indicators
from avstamp.library.profile import profile_unit
from avstamp.library.report.wording import judgement, name_of

SLUGS = {"ekonomi": Lens.ECONOMY, "kvalitet": Lens.QUALITY, "forvantningar": Lens.EXPECTATIONS}
"""Swedish addresses of the three lenses."""

ORDERS = ("namn", "varde", "plats")
PAGE_SIZE = 100


@dataclass(frozen=True)
class Line:
    """One indicator in a table, ready to be printed."""

    id: str
    name: Text
    year: int
    value: Quantity
    group_mean: Quantity
    median: Quantity
    place: int
    n: int
    judgement: Text | None


@dataclass(frozen=True)
class Area:
    """One area of a lens with its indicators and the group they are compared with."""

    code: str
    name: Phrase
    group: Group | None
    lines: Sequence[Line]


def areas(unit: Unit, lens: Lens, *, order: str = "namn") -> list[Area]:
    """The areas of a lens in which the unit has figures, each with its lines in the chosen order."""
    base = open_fact_base()
    wanted = {id for id in own_indicators(base, unit) if base.catalogue[id].lens is lens}
    by_area: dict[str, list[ProfileFigure]] = {}
    for figure in profile_unit(base, unit, indicators=wanted).figures:
        if figure.entry and figure.gender is Gender.ALL:
            by_area.setdefault(figure.entry.area, []).append(figure)
    return [
        Area(
            code,
            Phrase(f"area.{code}"),
            next((figure.group for figure in figures if figure.group), None),
            [_line(figure) for figure in sorted(figures, key=lambda figure: _key(figure, order))],
        )
        for code, figures in sorted(by_area.items())
    ]


def _key(figure: ProfileFigure, order: str) -> tuple[float, str]:
    name = figure.entry.names["sv"] if figure.entry else figure.indicator.title
    first = {"varde": -figure.value, "plats": figure.place / max(figure.n, 1)}.get(order, 0.0)
    return first, name


def _line(figure: ProfileFigure) -> Line:
    return Line(
        id=figure.indicator.id,
        name=name_of(figure.indicator, figure.entry),
        year=figure.year,
        value=_quantity(figure.indicator, figure.value),
        group_mean=_quantity(figure.indicator, figure.group_mean),
        median=_quantity(figure.indicator, figure.median),
        place=figure.place,
        n=figure.n,
        judgement=judgement(figure),
    )


def _quantity(indicator: Indicator, value: float) -> Quantity:
    return Quantity(None if math.isnan(value) else value, indicator.unit, indicator.decimals)


@dataclass(frozen=True)
class Found:
    """One page of the indicators that answer to a search; `pages` of them in all."""

    indicators: Sequence[Indicator]
    count: int
    page: int
    pages: int


def find_indicators(query: str, page: int) -> Found:
    """Indicators whose id or title holds every word that was typed, in order of id."""
    words = query.casefold().split()
    hits = [
        indicator
        for indicator in open_fact_base().indicators.values()
        if all(word in f"{indicator.id} {indicator.title}".casefold() for word in words)
    ]
    pages = max(1, math.ceil(len(hits) / PAGE_SIZE))
    page = min(max(page, 1), pages)
    return Found(hits[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], len(hits), page, pages)
