"""What would have been forecast in every past year, and how wrong was it?

All forecasts that could have been made are made, each from what was known in its year. Whether an indicator's
forecast is better than "as now" is judged, year by year, on the outcomes known by then.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from avstamp.domain.outlook.forecasts.family import HORIZONS, LEAST_VALUES, STEP
from avstamp.domain.outlook.forecasts.panel import PanelHistory
from avstamp.domain.outlook.forecasts.pooled import FIXED_POINT, TERMS
from avstamp.domain.outlook.forecasts.theta import follow_panel

LEAST_YEARS = 2
"""Past years with outcomes that it takes to judge that a forecast does not beat "as now"."""

ERROR_LIMIT = 6.0
"""An error is cut at this many scales in that judgement."""

LOWEST_BIN, HIGHEST_BIN = -500, 500
NO_ERROR = -32768
"""The bin where there is no forecast or no outcome."""

CUT = 20.0
"""A scaled error counts as at most this in a mean, as in the published comparison."""


@dataclass(frozen=True)
class PanelTest:
    """Every forecast of one panel (years, units, 4) with its error.

    `points` in the indicator's unit, NaN where none is made; `bins` the absolute error in scales on a logarithmic
    scale, `NO_ERROR` where there is none; `as_now` (4, years) whether forecasts of that horizon made in that year say
    "as now"; `sums` (4, years, 6) over the units, by horizon and year in which the forecast was made: forecasts with
    an outcome, their absolute errors, those of "as now" (both in the indicator's unit); forecasts of series that had
    ever changed, and the same two sums in each series' own mean yearly change.
    """

    points: NDArray[np.float64]
    bins: NDArray[np.int16]
    as_now: NDArray[np.bool_]
    sums: NDArray[np.float64]


@njit(cache=True, nogil=True)
def _mix(
    values: NDArray[np.float64],
    observed: NDArray[np.int64],
    scale: NDArray[np.float64],
    growth: NDArray[np.float64],
    terms: NDArray[np.int64],
    coefficients: NDArray[np.float64],
    theta: NDArray[np.float64],
    floor: NDArray[np.float64],
    ceiling: NDArray[np.float64],
    points: NDArray[np.float64],
) -> None:
    years, units = values.shape
    for year in range(years):
        for unit in range(units):
            value = values[year, unit]
            if np.isnan(value) or observed[year, unit] < LEAST_VALUES:
                continue
            for horizon in range(HORIZONS):
                moved = 0.0
                for term in range(TERMS):
                    moved += coefficients[horizon, year, term] * terms[year, unit, term]
                pooled = value + moved / FIXED_POINT * scale[year, unit]
                grown = value + (horizon + 1) * growth[year]
                own = theta[year, unit, 0] + horizon * theta[year, unit, 1]
                point = ((value + own + grown) / 3 + pooled) / 2
                points[year, unit, horizon] = min(max(point, floor[year]), ceiling[year])


@njit(cache=True, nogil=True)
def _choose(
    values: NDArray[np.float64],
    scale: NDArray[np.float64],
    points: NDArray[np.float64],
    as_now: NDArray[np.bool_],
) -> None:
    """Say "as now" where the forecasts with known outcomes were no better than that."""
    years, units = values.shape
    unit_of_sum = FIXED_POINT * 16
    for horizon in range(HORIZONS):
        ours, nows, tested = np.int64(0), np.int64(0), 0
        ahead = horizon + 1
        for year in range(years):
            origin, any_here = year - ahead, False
            if origin >= 0:
                for unit in range(units):
                    point, outcome = points[origin, unit, horizon], values[year, unit]
                    if np.isnan(point) or np.isnan(outcome) or not scale[origin, unit] > 0:
                        continue
                    any_here = True
                    error = min(abs(outcome - point) / scale[origin, unit], ERROR_LIMIT)
                    still = min(abs(outcome - values[origin, unit]) / scale[origin, unit], ERROR_LIMIT)
                    ours += np.int64(round(error * unit_of_sum))
                    nows += np.int64(round(still * unit_of_sum))
            tested += any_here
            as_now[horizon, year] = tested >= LEAST_YEARS and ours >= nows


@njit(cache=True, nogil=True)
def _measure(
    values: NDArray[np.float64],
    scale: NDArray[np.float64],
    volatility: NDArray[np.float64],
    points: NDArray[np.float64],
    as_now: NDArray[np.bool_],
    bins: NDArray[np.int16],
    sums: NDArray[np.int64],
    resolution: float,
) -> None:
    years, units = values.shape
    for horizon in range(HORIZONS):
        for origin in range(years):
            outcome_year = origin + horizon + 1
            for unit in range(units):
                if np.isnan(points[origin, unit, horizon]):
                    continue
                if as_now[horizon, origin]:
                    points[origin, unit, horizon] = values[origin, unit]
                if outcome_year >= years or np.isnan(values[outcome_year, unit]):
                    continue
                error = abs(values[outcome_year, unit] - points[origin, unit, horizon])
                still = abs(values[outcome_year, unit] - values[origin, unit])
                size = scale[origin, unit]
                if error <= size * np.exp(STEP * LOWEST_BIN):
                    place = LOWEST_BIN
                elif error >= size * np.exp(STEP * HIGHEST_BIN):
                    place = HIGHEST_BIN
                else:
                    place = int(np.ceil(np.log(error / size) / STEP))
                bins[origin, unit, horizon] = place
                sums[horizon, origin, 0] += 1
                sums[horizon, origin, 1] += np.int64(round(error / resolution))
                sums[horizon, origin, 2] += np.int64(round(still / resolution))
                own = volatility[origin, unit]
                if own > 0:
                    sums[horizon, origin, 3] += 1
                    sums[horizon, origin, 4] += np.int64(round(min(error / own, CUT) * FIXED_POINT))
                    sums[horizon, origin, 5] += np.int64(round(min(still / own, CUT) * FIXED_POINT))


def value_bounds(history: PanelHistory, *, share: bool) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What has never been negative is not forecast below zero, and a share never above a hundred per cent."""
    floor = np.where(history.lowest >= 0, 0.0, -np.inf)
    ceiling = np.where(history.highest <= 100, 100.0, np.inf) if share else np.full(len(floor), np.inf)
    return floor, ceiling


def measure_panel(
    values: NDArray[np.float64],
    history: PanelHistory,
    *,
    terms: NDArray[np.int64],
    coefficients: NDArray[np.float64],
    share: bool,
) -> PanelTest:
    """Make and test every forecast of a panel.

    Definition: point = ((value + theta + grown) / 3 + pooled) / 2, where grown adds the panel's mean yearly change of
        the last five years and pooled is the regression's; kept at or above 0 where no value has been negative and,
        for a share, at or below 100. "As now" replaces it in a year when two or more earlier years have outcomes and
        the mean of min(error, 6 scales) over them was not below that of the last value.
    Args: values (years, units); history, terms and coefficients (4, years, 4) of the same panel.
    Returns: forecasts from every year in which a unit has a value and five in its unbroken run.
    Raises: nothing.
    Source: Avstamp's own mixture; see docs/method/forecasts.md.
    """
    shape = (*values.shape, HORIZONS)
    theta = np.full((*values.shape, 2), np.nan)
    points, bins = np.full(shape, np.nan), np.full(shape, NO_ERROR, np.int16)
    as_now = np.zeros((HORIZONS, values.shape[0]), np.bool_)
    floor, ceiling = value_bounds(history, share=share)
    scale, sums = history.scale, np.zeros((HORIZONS, values.shape[0], 6), np.int64)
    follow_panel(history.filled, history.start, theta)
    _mix(values, history.observed, scale, history.growth, terms, coefficients, theta, floor, ceiling, points)
    _choose(values, scale, points, as_now)
    largest = np.nanmax(scale, initial=0.0)
    resolution = (largest if largest > 0 else 1.0) * 1e-9
    _measure(values, scale, history.volatility, points, as_now, bins, sums, resolution)
    per = np.array([1.0, resolution, resolution, 1.0, 1 / FIXED_POINT, 1 / FIXED_POINT])
    return PanelTest(points, bins, as_now, sums * per)
