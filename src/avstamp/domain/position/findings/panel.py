"""Which figures are judged, and how does each unit stand among the others every year?

Findings compare places, not amounts: every year's values become normal scores of their ranks, so that a municipality
is held against the others whatever the unit of measure, the growth of the whole country or a long tail.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import ndtri

from avstamp.domain.position.findings.parameters import LEAST_UNITS, LEAST_YEARS, RECENT_YEARS


@dataclass(frozen=True)
class Panel:
    """The figures that findings are looked for in; I indicators, U units of one kind, Y years that end with the base.

    `values` (I, U, Y) in each indicator's own unit, NaN where there is none; `direction` (I,) is 1 where higher is
    better and -1 where lower is; `inhabitants` (U,) in the base year, NaN where unknown; `areas` (I,) what each
    indicator is about, used to spread the list.
    """

    indicators: tuple[str, ...]
    years: tuple[int, ...]
    values: NDArray[np.float64]
    direction: NDArray[np.int8]
    inhabitants: NDArray[np.float64]
    areas: tuple[str, ...]

    @property
    def base_year(self) -> int:
        """The last year that may be looked at."""
        return self.years[-1]

    @cached_property
    def identity(self) -> str:
        """Hash of everything in the panel."""
        told = hashlib.sha256(repr((self.indicators, self.years, self.areas)).encode())
        for array in (self.values, self.direction, self.inhabitants):
            told.update(np.ascontiguousarray(array).tobytes())
        return told.hexdigest()


@dataclass(frozen=True)
class Standing:
    """How every unit stands, turned so that a higher score is better.

    `scores` (I, U, Y) normal scores of each year, NaN without a value or in a year with too few units. `newest` (I, U)
    the score of the newest year that counts and `newest_at` (I, U) its place on the axis of years, -1 for none;
    `worse_than` and `better_than` (I, U) the share of the *other* units that year that are strictly better, and
    strictly worse. `judged` (I,) tells indicators with enough years and units.
    """

    scores: NDArray[np.float64]
    newest: NDArray[np.float64]
    newest_at: NDArray[np.int64]
    worse_than: NDArray[np.float64]
    better_than: NDArray[np.float64]
    judged: NDArray[np.bool_]


def least_units(units: int) -> int:
    """Units with a value that a year needs: a third of all, and at least fifteen."""
    return max(LEAST_UNITS, math.ceil(units / 3))


@njit(cache=True, nogil=True)
def _count_sides(
    values: NDArray[np.float64], least: int, below: NDArray[np.int64], above: NDArray[np.int64]
) -> None:
    for indicator in range(values.shape[0]):
        for year in range(values.shape[2]):
            column = values[indicator, :, year]
            known = np.flatnonzero(~np.isnan(column))
            if len(known) < least:
                continue
            order = known[np.argsort(column[known], kind="mergesort")]
            start = 0
            while start < len(order):
                stop = start
                while stop < len(order) and column[order[stop]] == column[order[start]]:
                    stop += 1
                for at in range(start, stop):
                    below[indicator, order[at], year] = start
                    above[indicator, order[at], year] = len(order) - stop
                start = stop


def stand(panel: Panel) -> Standing:
    """How every unit stands among the others, each year and in its newest year.

    Definition: with b units strictly below, a strictly above and n in all, the score is Φ⁻¹((b + (n − a)) / 2n), turned
        where lower is better and divided by the year's standard deviation; a year counts with `least_units`.
    Args: `panel`.
    Returns: see `Standing`; NaN and -1 mean that the unit has no value in a year that counts.
    Raises: nothing.
    Source: normal scores with mid-ranks: Conover (1999), Practical Nonparametric Statistics, 3rd ed., 5.10.
    Example: see `tests/domain/position/test_panel.py`.
    """
    values = panel.values * panel.direction[:, None, None]
    least = least_units(values.shape[1])
    below, above = np.full(values.shape, -1), np.full(values.shape, -1)
    _count_sides(values, least, below, above)
    known = below >= 0
    count = known.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        raw = np.where(known, ndtri((below + count - above) / (2.0 * count)), 0.0)
        spread = np.sqrt((raw**2).sum(axis=1, keepdims=True) / count)
        scores = np.where(known & (spread > 0), raw / spread, np.nan)
    newest_at = np.full(values.shape[:2], -1)
    for year in range(max(0, values.shape[2] - RECENT_YEARS), values.shape[2]):
        newest_at = np.where(~np.isnan(scores[:, :, year]), year, newest_at)

    def newest(array: NDArray[np.generic]) -> NDArray[np.generic]:
        return np.take_along_axis(array, np.maximum(newest_at, 0)[:, :, None], axis=2)[:, :, 0]

    others = np.take_along_axis(count[:, 0, :], np.maximum(newest_at, 0), axis=1) - 1.0
    there = newest_at >= 0
    judged = (np.isfinite(scores).any(axis=1).sum(axis=1) >= LEAST_YEARS) & there.any(axis=1)
    return Standing(
        scores=scores,
        newest=np.where(there, newest(scores), np.nan),
        newest_at=newest_at,
        worse_than=np.where(there, newest(above) / np.maximum(others, 1.0), np.nan),
        better_than=np.where(there, newest(below) / np.maximum(others, 1.0), np.nan),
        judged=judged,
    )
