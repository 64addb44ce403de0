"""Which conditions that a municipality cannot change are measured, and how are they read from the fact base?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.cube import Cube
from avstamp.domain.values import Gender, UnitKind

YEARS_BACK = 3
"""A value at most this old stands in where the year asked for has none; older says too little of today."""

NEAR_ZERO = 0.5
"""A deviation (%) nearer zero than this divides rounding by rounding: the reference cost cannot be told from it."""


class Measure(StrEnum):
    """How a variable is made from its indicators."""

    AS_IS = "as_is"
    ROOT = "root"
    REFERENCE_COST = "reference_cost"


@dataclass(frozen=True, slots=True)
class Variable:
    """A structural condition. `indicators` holds one id; for a reference cost, pairs of million SEK and per cent."""

    key: str
    measure: Measure
    indicators: tuple[str, ...]


def structural_values(cube: Cube, variable: Variable, year: int) -> NDArray[np.float64]:
    """A variable's value in every municipality in a year, or the newest of the three years before it.

    Definition: as it is; its square root; or the reference cost per inhabitant, the sum over services of
        (net-cost deviation in SEK) / (deviation in per cent / 100) / inhabitants. A deviation is
        cost − reference, and in per cent (cost − reference) / reference, so their ratio is the reference.
    Args: `cube`; `variable`; `year`, the last that may be used.
    Returns: values (municipalities,), in the indicator's unit, its root, or SEK per inhabitant; NaN where no year
        has a value, or where every year's deviation lies within 0.5 per cent of zero.
    Raises: nothing; an indicator that the cube lacks gives NaN everywhere.
    Source: RKA, nettokostnadsavvikelse; domain of the indicators in the catalogue.
    Example: see `tests/domain/position/test_similar.py`.
    """
    values = np.full(cube.axes.municipalities, np.nan)
    for back in range(YEARS_BACK + 1):
        missing = np.isnan(values)
        if not missing.any():
            break
        found = _in_year(cube, variable, year - back)
        if variable.measure is Measure.REFERENCE_COST and back:
            found = found * _price_ratio(cube, variable, year, back)
        values = np.where(missing, found, values)
    return values


def _in_year(cube: Cube, variable: Variable, year: int) -> NDArray[np.float64]:
    if variable.measure is Measure.REFERENCE_COST:
        inhabitants = _row(cube, "N01951", year)
        costs = [
            _reference_cost(_row(cube, amount, year), _row(cube, share, year), inhabitants)
            for amount, share in zip(variable.indicators[::2], variable.indicators[1::2], strict=True)
        ]
        return np.asarray(np.sum(costs, axis=0))
    value = _row(cube, variable.indicators[0], year)
    return np.asarray(np.sqrt(value)) if variable.measure is Measure.ROOT else value


def _reference_cost(
    million: NDArray[np.float64], per_cent: NDArray[np.float64], inhabitants: NDArray[np.float64]
) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = million * 1e6 / (per_cent / 100) / inhabitants
    return np.where((np.abs(per_cent) >= NEAR_ZERO) & (cost > 0), cost, np.nan)


def _price_ratio(cube: Cube, variable: Variable, year: int, back: int) -> float:
    """How much dearer the reference cost of `year` is than `back` years earlier, in the median municipality."""
    with np.errstate(invalid="ignore"):
        ratio = _in_year(cube, variable, year) / _in_year(cube, variable, year - back)
    return float(np.nanmedian(ratio)) if np.isfinite(ratio).any() else 1.0


def _row(cube: Cube, indicator: str, year: int) -> NDArray[np.float64]:
    slabs = cube.axes.slabs_of(indicator, Gender.ALL)
    years = cube.axes.slab_year[slabs]
    at = np.flatnonzero(years == year)
    span = cube.axes.span_of(UnitKind.MUNICIPALITY)
    if not len(at):
        return np.full(span.stop - span.start, np.nan)
    return np.asarray(cube.values[slabs.start + int(at[0]), span], np.float64)
