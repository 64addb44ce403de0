"""What do a municipality's key ratios say, over three years, beside its like, and in four perspectives?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.position.key_ratios import RATIOS, YEARS, Ratio, over_span, place_outward
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase

SHOWN_YEARS = 3


@dataclass(frozen=True, slots=True)
class MeasuredRatio:
    """One ratio for one unit: its newest three years, its value over its span, and places 0 to 100 outward.

    NaN where missing. `group_place` is the mean place of the comparison group's members, without the unit.
    """

    ratio: Ratio
    years: tuple[int, ...]
    values: tuple[float, ...]
    value: float
    place: float
    group_value: float
    group_place: float


def measure_ratios(fact_base: FactBase, unit: Unit) -> tuple[MeasuredRatio, ...]:
    """The eight ratios of the profile for a municipality; none for a region, whose accounts have others."""
    if unit.kind is not UnitKind.MUNICIPALITY:
        return ()
    group = fact_base.groups.similar(unit)
    return tuple(_measured(fact_base, ratio, unit, group) for ratio in RATIOS)


def _measured(fact_base: FactBase, ratio: Ratio, unit: Unit, group: Group | None) -> MeasuredRatio:
    years, values, spanned, places = _everyone(fact_base, ratio)
    columns = fact_base.cube.axes.unit_column
    column = columns[unit.id]
    others = [columns[member] for member in group.others(unit.id)] if group else []
    return MeasuredRatio(
        ratio=ratio,
        years=years[-SHOWN_YEARS:],
        values=tuple(values[-SHOWN_YEARS:, column].tolist()),
        value=float(spanned[column]),
        place=float(places[column]),
        group_value=_mean(spanned[others]),
        group_place=_mean(places[others]),
    )


def _mean(values: NDArray[np.float64]) -> float:
    return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")


@lru_cache(maxsize=16)
def _everyone(
    fact_base: FactBase, ratio: Ratio
) -> tuple[tuple[int, ...], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """The newest years of a ratio for all municipalities, its value over its span, and everyone's place."""
    axes = fact_base.cube.axes
    slabs = axes.slabs_of(ratio.indicator, Gender.ALL)
    last = fact_base.newest_year
    wanted = max(SHOWN_YEARS, YEARS[ratio.span])
    years = tuple(range(last - wanted + 1, last + 1))
    span = axes.span_of(UnitKind.MUNICIPALITY)
    values = np.full((wanted, span.stop - span.start), np.nan)
    known = axes.slab_year[slabs].tolist()
    for row, year in enumerate(years):
        if year in known:
            values[row] = fact_base.cube.values[slabs.start + known.index(year), span]
    spanned = over_span(values, ratio.span)
    return years, values, spanned, place_outward(spanned, ratio.outward)
