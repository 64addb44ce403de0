"""Where does a series' own past point, when level and trend are weighed in several ways at once?

The dynamic Theta method with smoothing and trend weight on a small grid; for each pair the starting level that fits
the past best has a closed form, so nothing is searched for, and one pass over a series gives the forecasts from every
year of it. The pairs are averaged with weights that fall with how badly they have foretold the next year so far.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from avstamp.domain.outlook.forecasts.family import HORIZONS

SMOOTHINGS = (0.3, 0.6, 1.0)
"""Weight of the newest value in the level; at 1 the level is the last value."""

THETAS = (1.0, 2.0, 4.0)
"""Weight of the trend is 1 - 1/theta: none, half, three quarters."""

START_WEIGHT = 0.5
"""How many values the guess of the starting level (first value / theta) counts as."""


@njit(cache=True, nogil=True)
def _trend_lines(run: NDArray[np.float64], level: NDArray[np.float64], slope: NDArray[np.float64]) -> None:
    """Intercept and slope of the least-squares line through the first k values, for every k (times 1 … k)."""
    total = weighted = 0.0
    for count in range(1, len(run) + 1):
        total += run[count - 1]
        weighted += count * run[count - 1]
        centre = (count + 1) / 2
        slope[count] = (
            12 * (weighted - centre * total) / (count * (count * count - 1.0)) if count > 1 else 0.0
        )
        level[count] = total / count - slope[count] * centre


@njit(cache=True, nogil=True)
def _smooth(
    run: NDArray[np.float64],
    level: NDArray[np.float64],
    slope: NDArray[np.float64],
    smoothing: float,
    theta: float,
    loss: NDArray[np.float64],
    first: NDArray[np.float64],
    step: NDArray[np.float64],
) -> None:
    """One pair of the grid: sum of squared one-year errors, forecast one year on, and its yearly step."""
    weight = 1 - 1 / theta
    known, remaining = 0.0, 1.0
    cross = square = total = 0.0
    guess = run[0] / theta
    for year in range(len(run)):
        if year:
            drift = weight * (remaining * level[year] + (1 - remaining) / smoothing * slope[year])
            rest = run[year] - known - drift
            cross += rest * remaining
            square += remaining * remaining
            total += rest * rest
        known = smoothing * run[year] + (1 - smoothing) * known
        remaining *= 1 - smoothing
        start = (cross + START_WEIGHT * guess) / (square + START_WEIGHT)
        # Rounding may leave a perfect fit a hair below nothing.
        loss[year] = max(total - 2 * start * cross + start * start * square, 0.0)
        drift = weight * (remaining * level[year + 1] + (1 - remaining) / smoothing * slope[year + 1])
        first[year] = known + remaining * start + drift
        step[year] = weight * slope[year + 1]


@njit(cache=True, nogil=True)
def _power(base: float, exponent: int) -> float:
    result = 1.0
    while exponent:
        if exponent & 1:
            result *= base
        base *= base
        exponent >>= 1
    return result


@njit(cache=True, nogil=True)
def follow_run(run: NDArray[np.float64], forecasts: NDArray[np.float64]) -> None:
    """Fill `forecasts` (years, 2) of one unbroken run: the forecast one year on, and the step of each year after."""
    years, pairs = len(run), len(SMOOTHINGS) * len(THETAS)
    level, slope = np.zeros(years + 1), np.zeros(years + 1)
    _trend_lines(run, level, slope)
    loss, first, step = np.empty((pairs, years)), np.empty((pairs, years)), np.empty((pairs, years))
    pair = 0
    for smoothing in SMOOTHINGS:
        for theta in THETAS:
            _smooth(run, level, slope, smoothing, theta, loss[pair], first[pair], step[pair])
            pair += 1
    for year in range(years):
        least = loss[:, year].min()
        weights = ahead = yearly = 0.0
        for pair in range(pairs):
            # A pair that fits perfectly must not turn 0/0 into nothing.
            weight = _power(least / loss[pair, year], year) if loss[pair, year] > least else 1.0
            weights += weight
            ahead += weight * first[pair, year]
            yearly += weight * step[pair, year]
        forecasts[year, 0] = ahead / weights
        forecasts[year, 1] = yearly / weights


@njit(cache=True, nogil=True)
def follow_panel(
    filled: NDArray[np.float64], start: NDArray[np.int64], forecasts: NDArray[np.float64]
) -> None:
    """Fill `forecasts` (years, units, 2) from every year of every unbroken run of a panel."""
    years, units = filled.shape
    for unit in range(units):
        year = 0
        while year < years:
            if start[year, unit] < 0:
                year += 1
                continue
            stop = year + 1
            while stop < years and start[stop, unit] == start[year, unit]:
                stop += 1
            follow_run(filled[year:stop, unit].copy(), forecasts[year:stop, unit])
            year = stop


def forecast_run(run: NDArray[np.float64]) -> NDArray[np.float64]:
    """The averaged dynamic Theta forecasts from every year of an unbroken series.

    Definition: for smoothing a and theta, with A_k + B_k·j the least-squares line through the first k values and
        w = 1 - 1/theta, the one-year forecast is l_k + w·((1-a)^k A_k + (1-(1-a)^k)/a · B_k), where
        l_k = a·y_k + (1-a)·l_(k-1), and each further year adds w·B_k. l_0 minimises the squared one-year errors
        (plus half a value at y_1/theta). The pairs are averaged with weights (least loss / loss)^(k-1).
    Args: run (years,) consecutive values in the indicator's unit, none missing.
    Returns: (years, 4): forecasts one to four years on, made at each year from it and earlier ones.
    Raises: nothing.
    Source: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016), Models for optimising the theta method
        and their relationship to state space models, International Journal of Forecasting 32, 1151-1161.
    Example:
        >>> forecast_run(np.array([5.0, 5.0, 5.0]))[-1].tolist()
        [5.0, 5.0, 5.0, 5.0]
    """
    forecasts = np.empty((len(run), 2))
    follow_run(np.ascontiguousarray(run, np.float64), forecasts)
    ahead = np.arange(HORIZONS)
    return np.asarray(forecasts[:, :1] + forecasts[:, 1:] * ahead)
