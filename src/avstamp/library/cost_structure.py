"""What does each service cost beside what its conditions explain, and beside its quality?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.cost_structure import CostSplit, Field, field_of, split_cost
from avstamp.domain.position.similar import SERVICES, Measure, structural_values
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase

QUALITY = {
    "preschool": "U11404",
    "compulsory_school": "U15401",
    "upper_secondary": "U17401",
    "elder_care": "U20404",
    "disability": "U28408",
}
"""RKA's own quality index of a service, 0 to 100 by place on its quality indicators, 100 is best."""

TOTAL = "N00097"
"""The net-cost deviation of all services but disability support, in per cent."""

YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class ServiceCost:
    """One service: its cost split in two, and its quality beside the median; NaN and None where not known.

    `million` is the deviation in million SEK, as the source gives it.
    """

    service: str
    year: int
    split: CostSplit | None
    deviation: str
    million: float
    quality_indicator: str
    quality: float
    quality_year: int | None
    middle_quality: float
    field: Field | None


@dataclass(frozen=True, slots=True)
class CostStructure:
    """All services of a municipality, and the deviation of them together (per cent; NaN when unknown)."""

    unit: Unit
    total: float
    total_year: int | None
    services: tuple[ServiceCost, ...]


def cost_structure(fact_base: FactBase, unit: Unit) -> CostStructure | None:
    """Every service whose reference cost is known, for a municipality; None for a region, which has none of these."""
    if unit.kind is not UnitKind.MUNICIPALITY:
        return None
    column = fact_base.cube.axes.unit_column[unit.id]
    services = [
        _service(fact_base, key, column)
        for key, service in SERVICES.items()
        if any(v.measure is Measure.REFERENCE_COST and len(v.indicators) == 2 for v in service.variables)
    ]
    total, year = _newest(fact_base, TOTAL, column)
    return CostStructure(unit, total, year, tuple(services))


def _service(fact_base: FactBase, key: str, column: int) -> ServiceCost:
    variable = next(v for v in SERVICES[key].variables if v.measure is Measure.REFERENCE_COST)
    million, percent = variable.indicators
    year = fact_base.newest_year
    share = _row(fact_base, percent, year)
    split = split_cost(structural_values(fact_base.cube, variable, year), share, column)
    quality = QUALITY.get(key, "")
    value, quality_year = _newest(fact_base, quality, column) if quality else (math.nan, None)
    everyone = _row(fact_base, quality, quality_year) if quality_year else np.array([math.nan])
    middle = float(np.nanmedian(everyone)) if np.isfinite(everyone).any() else math.nan
    return ServiceCost(
        service=key,
        year=year,
        split=split,
        deviation=percent,
        million=float(_row(fact_base, million, year)[column]),
        quality_indicator=quality,
        quality=value,
        quality_year=quality_year,
        middle_quality=middle,
        field=field_of(split.deviation_percent if split else math.nan, value, middle_quality=middle),
    )


def _row(fact_base: FactBase, indicator: str, year: int) -> NDArray[np.float64]:
    axes = fact_base.cube.axes
    slabs = axes.slabs_of(indicator, Gender.ALL)
    at = np.flatnonzero(axes.slab_year[slabs] == year)
    span = axes.span_of(UnitKind.MUNICIPALITY)
    if not len(at):
        return np.full(span.stop - span.start, np.nan)
    return np.asarray(fact_base.cube.values[slabs.start + int(at[0]), span], np.float64)


def _newest(fact_base: FactBase, indicator: str, column: int) -> tuple[float, int | None]:
    """The unit's value of the newest year that is not too old, with its year."""
    for year in range(fact_base.newest_year, fact_base.newest_year - YEARS_BACK - 1, -1):
        value = float(_row(fact_base, indicator, year)[column])
        if not math.isnan(value):
            return value, year
    return math.nan, None
