"""What is known of an indicator's series at each year, using that year and earlier ones only?

A *panel* is one indicator and gender for all units of one kind. Everything here is computed for every year at once,
so that the forecasts that could have been made in the past come for the price of one pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

LONGEST_GAP = 2
"""Missing years in a row that are bridged; after a longer gap a series starts anew."""

GROWTH_YEARS = 5
"""Years over which the panel's own yearly change is averaged."""

PRIOR_YEARS = 6.0
"""Years of a typical unit's volatility added to a unit's own, so that a short history is not believed blindly."""

LEAST_IN_CLASS = 5
"""Units of one size it takes to say what is typical of them."""

LEAST_SCALE = 0.1
"""A typical volatility is at least this share of the mean one, where more than half of the units never change."""


@dataclass(frozen=True)
class Panel:
    """One indicator and gender for all units of a kind: `values` (years, units), NaN where there is none.

    `share` says that the values are shares of a whole in per cent, which stay between 0 and 100.
    """

    key: str
    values: NDArray[np.float64]
    share: bool = False


@dataclass(frozen=True)
class PanelHistory:
    """A panel described year by year; shapes (years, units) unless said otherwise, NaN where nothing is known.

    `filled` bridges gaps of at most two years along a straight line; `start` is the first year of the unbroken run
    that a year belongs to, -1 outside one; `observed` counts the values of the run so far; `mean` and `volatility`
    (mean absolute yearly change) describe the run so far; `scale` is the volatility drawn towards that of units of
    the same size. `middle` and `change` (years,) are the panel's median and its median change in the year, `growth`
    (years,) the mean change of the last five years; `lowest` and `highest` (years,) all values so far.
    """

    filled: NDArray[np.float64]
    start: NDArray[np.int64]
    observed: NDArray[np.int64]
    mean: NDArray[np.float64]
    volatility: NDArray[np.float64]
    scale: NDArray[np.float64]
    middle: NDArray[np.float64]
    change: NDArray[np.float64]
    growth: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]


@njit(cache=True, nogil=True)
def _bridge(
    values: NDArray[np.float64],
    filled: NDArray[np.float64],
    start: NDArray[np.int64],
    observed: NDArray[np.int64],
) -> None:
    years, units = values.shape
    for unit in range(units):
        last, first, count = -1, -1, 0
        for year in range(years):
            if np.isnan(values[year, unit]):
                continue
            if last < 0 or year - last > LONGEST_GAP + 1:
                first, count = year, 0
            for between in range(last + 1, year):
                if first == year:
                    break
                share = (between - last) / (year - last)
                filled[between, unit] = values[last, unit] + share * (values[year, unit] - values[last, unit])
                start[between, unit], observed[between, unit] = first, count
            count += 1
            filled[year, unit], start[year, unit], observed[year, unit] = values[year, unit], first, count
            last = year


@njit(cache=True, nogil=True)
def _describe_runs(
    filled: NDArray[np.float64],
    start: NDArray[np.int64],
    mean: NDArray[np.float64],
    volatility: NDArray[np.float64],
) -> None:
    years, units = filled.shape
    for unit in range(units):
        total = moved = 0.0
        for year in range(years):
            first = start[year, unit]
            if first < 0:
                continue
            if first == year:
                total = moved = 0.0
            else:
                moved += abs(filled[year, unit] - filled[year - 1, unit])
                volatility[year, unit] = moved / (year - first)
            total += filled[year, unit]
            mean[year, unit] = total / (year - first + 1)


@njit(cache=True, nogil=True)
def _typical(sample: NDArray[np.float64]) -> float:
    """The median, or a share of the mean where most are zero; the sorted sum is the same whatever the order."""
    if sample.size == 0:
        return np.nan
    ordered = np.sort(sample)
    total = 0.0
    for value in ordered:
        total += value
    middle = ordered.size // 2
    median = ordered[middle] if ordered.size % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return float(max(median, LEAST_SCALE * total / ordered.size))


@njit(cache=True, nogil=True)
def _scale(
    values: NDArray[np.float64],
    volatility: NDArray[np.float64],
    start: NDArray[np.int64],
    size_class: NDArray[np.int64],
    classes: int,
    scale: NDArray[np.float64],
) -> None:
    years, units = volatility.shape
    typical = np.empty(classes)
    sample, counts = np.empty((classes, units)), np.zeros(classes, np.int64)
    for year in range(years):
        counts[:] = 0
        for unit in range(units):
            # A bridged year is not known until the value after the gap is.
            if not np.isnan(volatility[year, unit]) and not np.isnan(values[year, unit]):
                number = size_class[unit]
                sample[number, counts[number]] = volatility[year, unit]
                counts[number] += 1
        overall = np.nan
        if counts.min() < LEAST_IN_CLASS:
            overall = _typical(volatility[year][~np.isnan(volatility[year]) & ~np.isnan(values[year])])
        for number in range(classes):
            members = sample[number, : counts[number]]
            typical[number] = _typical(members) if counts[number] >= LEAST_IN_CLASS else overall
        for unit in range(units):
            if start[year, unit] < 0:
                continue
            like = typical[size_class[unit]]
            count = float(year - start[year, unit])
            own = volatility[year, unit] if count > 0 else 0.0
            scale[year, unit] = (PRIOR_YEARS * like + count * own) / (PRIOR_YEARS + count)


@njit(cache=True, nogil=True)
def _common(
    values: NDArray[np.float64],
    filled: NDArray[np.float64],
    start: NDArray[np.int64],
    middle: NDArray[np.float64],
    change: NDArray[np.float64],
    growth: NDArray[np.float64],
    lowest: NDArray[np.float64],
    highest: NDArray[np.float64],
) -> None:
    years, units = values.shape
    moved = np.empty(units)
    low, high = np.inf, -np.inf
    for year in range(years):
        present = values[year][~np.isnan(values[year])]
        if present.size:
            middle[year] = np.median(present)
            low, high = min(low, present.min()), max(high, present.max())
        lowest[year], highest[year] = low, high
        both = 0
        for unit in range(units):
            if 0 <= start[year, unit] < year and not np.isnan(values[year, unit]):
                moved[both] = filled[year, unit] - filled[year - 1, unit]
                both += 1
        if both:
            change[year] = np.median(moved[:both])
        total, count = 0.0, 0
        for before in range(max(0, year - GROWTH_YEARS + 1), year + 1):
            if not np.isnan(change[before]):
                total += change[before]
                count += 1
        growth[year] = total / count if count else 0.0


def describe_panel(
    values: NDArray[np.float64], size_class: NDArray[np.int64], *, classes: int
) -> PanelHistory:
    """Describe a panel at every year from that year and earlier ones.

    Definition: see `PanelHistory`; scale = (6 · typical + n · own) / (6 + n), where own is the mean of n absolute
        yearly changes and typical the median of that among units of the same size class (of all units where a class
        has fewer than five).
    Args: values (years, units) in the indicator's unit, consecutive calendar years, NaN where missing;
        `size_class` (units,) from 0 to `classes` - 1.
    Returns: the history; a bridged year is marked by `start` and has no outcome of its own to test against.
    Raises: nothing.
    Source: Avstamp's own; shrinkage of a variance towards a common one as in empirical Bayes.
    Example:
        >>> history = describe_panel(np.array([[1.0], [np.nan], [3.0]]), np.array([0]), classes=1)
        >>> history.filled[:, 0].tolist(), history.volatility[2, 0]
        ([1.0, 2.0, 3.0], np.float64(1.0))
    """
    values = np.ascontiguousarray(values, np.float64)
    years = values.shape[0]

    def missing() -> NDArray[np.float64]:
        return np.full(values.shape, np.nan)

    filled, mean, volatility, scale = missing(), missing(), missing(), missing()
    start, observed = np.full(values.shape, -1, np.int64), np.zeros(values.shape, np.int64)
    middle, change, growth = (np.full(years, np.nan) for _ in range(3))
    lowest, highest = np.empty(years), np.empty(years)
    _bridge(values, filled, start, observed)
    _describe_runs(filled, start, mean, volatility)
    _scale(values, volatility, start, size_class, classes, scale)
    _common(values, filled, start, middle, change, growth, lowest, highest)
    return PanelHistory(
        filled, start, observed, mean, volatility, scale, middle, change, growth, lowest, highest
    )
