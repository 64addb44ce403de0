"""When did a unit last report an indicator, and which way has it moved over five years?"""

from __future__ import annotations

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from avstamp.domain.facts.cube import TREND_WINDOW

LEAST_VALUES = 3
"""Values needed within the window; with fewer the trend is NaN."""


@njit(cache=True, nogil=True)
def _theil_sen(
    years: NDArray[np.float64], values: NDArray[np.float64], count: int, slopes: NDArray[np.float64]
) -> float:
    pairs = 0
    for later in range(1, count):
        for earlier in range(later):
            slopes[pairs] = (values[later] - values[earlier]) / (years[later] - years[earlier])
            pairs += 1
    for here in range(1, pairs):
        slope, back = slopes[here], here - 1
        while back >= 0 and slopes[back] > slope:
            slopes[back + 1] = slopes[back]
            back -= 1
        slopes[back + 1] = slope
    middle = pairs // 2
    return float(slopes[middle]) if pairs % 2 else float((slopes[middle - 1] + slopes[middle]) / 2)


@njit(cache=True, nogil=True, parallel=True)
def _follow(
    by_unit: NDArray[np.float64],
    series_start: NDArray[np.int64],
    slab_year: NDArray[np.int16],
    latest: NDArray[np.int32],
    slope: NDArray[np.float64],
) -> None:
    for unit in prange(by_unit.shape[0]):
        years = np.empty(TREND_WINDOW, np.float64)
        values = np.empty(TREND_WINDOW, np.float64)
        slopes = np.empty(TREND_WINDOW * (TREND_WINDOW - 1) // 2, np.float64)
        for series in range(len(series_start) - 1):
            first, slab = series_start[series], series_start[series + 1] - 1
            while slab >= first and np.isnan(by_unit[unit, slab]):
                slab -= 1
            latest[unit, series] = slab if slab >= first else -1
            slope[unit, series] = np.nan
            if slab < first:
                continue
            oldest, count = slab_year[slab] - TREND_WINDOW + 1, 0
            while slab >= first and slab_year[slab] >= oldest:
                if not np.isnan(by_unit[unit, slab]):
                    years[count], values[count] = -slab_year[slab], -by_unit[unit, slab]
                    count += 1
                slab -= 1
            if count >= LEAST_VALUES:
                slope[unit, series] = _theil_sen(years, values, count, slopes)


def follow_series(
    by_unit: NDArray[np.float64], series_start: NDArray[np.int64], *, slab_year: NDArray[np.int16]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """The newest slab with a value, and the five-year trend that ends there, for every unit and series.

    Definition: the Theil-Sen slope, the median of (y_j - y_i) / (t_j - t_i) over all pairs of years in the window of
        five calendar years that ends with the latest value.
    Args: by_unit (U, S) values in each indicator's unit, NaN where missing; series_start (R + 1,) slab numbers;
        slab_year (S,) calendar years, ascending within a series.
    Returns: latest (U, R) slab number, -1 where the unit has no value; slope (U, R) in the indicator's unit a year,
        NaN with fewer than three values in the window.
    Raises: nothing.
    Source: Sen, P. K. (1968), Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1379-1389.
    Example:
        >>> latest, slope = follow_series(np.array([[1.0, 2.0, 9.0, np.nan]]), np.array([0, 4]),
        ...     slab_year=np.array([2018, 2019, 2020, 2021], np.int16))
        >>> latest.tolist(), slope.tolist()
        ([[2]], [[4.0]])
    """
    shape = (by_unit.shape[0], len(series_start) - 1)
    latest, slope = np.empty(shape, np.int32), np.empty(shape, np.float64)
    _follow(np.ascontiguousarray(by_unit), series_start, slab_year, latest, slope)
    return latest, slope
