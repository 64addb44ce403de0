"""Which figures of the fact base are judged, and what was found among them?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.indicator import MUNICIPAL_AREAS, Direction
from avstamp.domain.position.findings.panel import Panel
from avstamp.domain.position.findings.selection import Judgement, judge
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase

HISTORY = 15
"""Years that are looked back on, the base year included."""

POPULATION = "N01951"


def directed_indicators(fact_base: FactBase, kind: UnitKind) -> tuple[str, ...]:
    """Catalogue indicators with a direction that are a result of units of this kind, by id; no projections."""
    elsewhere = MUNICIPAL_AREAS if kind is UnitKind.REGION else frozenset()
    return tuple(
        id
        for id, entry in sorted(fact_base.catalogue.items())
        if entry.direction is not Direction.NONE
        and entry.area not in elsewhere
        and fact_base.indicators[id].concerns(kind)
        and not fact_base.indicators[id].forecast
    )


def read_panel(fact_base: FactBase, kind: UnitKind, *, indicators: Sequence[str], base_year: int) -> Panel:
    """The figures of some indicators for all units of a kind, up to a base year and nothing later.

    An indicator without a direction of its own is taken as "higher is better", which only a benchmark asks for.
    """
    cube = fact_base.cube
    span = cube.axes.span_of(kind)
    years = tuple(range(base_year - HISTORY + 1, base_year + 1))
    entries = [fact_base.catalogue.get(id) for id in indicators]
    lower = [entry is not None and entry.direction is Direction.LOWER for entry in entries]
    return Panel(
        indicators=tuple(indicators),
        years=years,
        values=np.stack([_series(fact_base, id, span, years) for id in indicators]),
        direction=np.where(lower, -1, 1).astype(np.int8),
        inhabitants=_series(fact_base, POPULATION, span, years)[:, -1].copy(),
        areas=tuple(entry.area if entry else "" for entry in entries),
    )


def _series(fact_base: FactBase, indicator: str, span: slice, years: Sequence[int]) -> NDArray[np.float64]:
    cube = fact_base.cube
    slabs = cube.axes.slabs_of(indicator, Gender.ALL)
    held = np.full((span.stop - span.start, len(years)), np.nan)
    for slab in range(slabs.start, slabs.stop):
        at = int(cube.axes.slab_year[slab]) - years[0]
        if 0 <= at < len(years):
            held[:, at] = cube.values[slab, span]
    return held


def judge_kind(fact_base: FactBase, kind: UnitKind) -> Judgement:
    """What there is to say of all municipalities, or all regions, in the fact base's newest year."""
    indicators = directed_indicators(fact_base, kind)
    return judge(read_panel(fact_base, kind, indicators=indicators, base_year=fact_base.newest_year))
