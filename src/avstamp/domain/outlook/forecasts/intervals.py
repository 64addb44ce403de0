"""How wide must an interval be to hold the outcome as often as it says?

Conformal intervals: the widths are the past errors themselves, in scales, of forecasts whose outcomes were known when
the new forecast is made. An indicator with few past years borrows from the others; and what earlier intervals turned
out to hold corrects the next ones. Errors are counted in bins of one per cent, so the order of units never matters.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from avstamp.domain.outlook.forecasts.family import HORIZONS
from avstamp.domain.outlook.forecasts.testing import HIGHEST_BIN, LOWEST_BIN, NO_ERROR

LEVELS = (0.80, 0.95)
"""What share of outcomes the inner and the outer interval shall hold."""

PRIOR_YEARS_TESTED = 2.0
"""The width of a typical indicator counts as this many past years of the indicator's own."""

LEAST_IN_YEAR = 5
"""Outcomes that make a past year count as tested."""

LEAST_TO_CORRECT = 500
"""Outcomes of earlier intervals it takes to correct the next ones."""

YEARS_TO_CORRECT = 5
"""Latest years of outcomes whose intervals correct the next ones."""

_BINS = HIGHEST_BIN - LOWEST_BIN + 1


@njit(cache=True, nogil=True)
def _quantile_bin(counts: NDArray[np.int64], total: int, level: float) -> int:
    """The smallest bin with at least ceil(level·(n + 1)) of n errors in it or below it."""
    wanted = min(np.int64(np.ceil(level * (total + 1))), total)
    held = np.int64(0)
    for place in range(len(counts)):
        held += counts[place]
        if held >= wanted:
            return place
    return len(counts) - 1


@njit(cache=True, nogil=True)
def count_errors(
    bins: NDArray[np.int16], levels: NDArray[np.float64], own: NDArray[np.float64], tested: NDArray[np.int64]
) -> None:
    """Fill `own` (4, years, levels), the quantile bins of a panel's errors known in each year, and `tested` (4, years).

    `bins` (years, units, 4) by the year in which the forecast was made; `tested` counts the years behind `own`.
    """
    years, units = bins.shape[0], bins.shape[1]
    for horizon in range(HORIZONS):
        counts = np.zeros(_BINS, np.int64)
        total, past = 0, 0
        for year in range(years):
            origin, here = year - horizon - 1, 0
            if origin >= 0:
                for unit in range(units):
                    place = bins[origin, unit, horizon]
                    if place != NO_ERROR:
                        counts[place - LOWEST_BIN] += 1
                        here += 1
            total += here
            past += here >= LEAST_IN_YEAR
            tested[horizon, year] = past
            for level in range(len(levels)):
                own[horizon, year, level] = (
                    _quantile_bin(counts, total, levels[level]) + LOWEST_BIN if past else np.nan
                )


@njit(cache=True, nogil=True)
def _count_misfits(bins: NDArray[np.int16], blended: NDArray[np.float64], counts: NDArray[np.int64]) -> None:
    years, units = bins.shape[0], bins.shape[1]
    for horizon in range(HORIZONS):
        for origin in range(years - horizon - 1):
            for level in range(blended.shape[2]):
                if np.isnan(blended[horizon, origin, level]):
                    continue
                width = int(np.ceil(blended[horizon, origin, level]))
                for unit in range(units):
                    place = bins[origin, unit, horizon]
                    if place != NO_ERROR:
                        counts[horizon, origin + horizon + 1, level, place - width + _BINS] += 1


def _blend(own: NDArray[np.float64], tested: NDArray[np.int64]) -> NDArray[np.float64]:
    """Each panel's quantile drawn towards the median of all panels with at least as many years as the prior."""
    settled = np.where((tested >= PRIOR_YEARS_TESTED)[..., None], own, np.nan)
    ordered = np.sort(settled, axis=0)
    known = np.isfinite(ordered).sum(axis=0)
    low, high = np.maximum((known - 1) // 2, 0), np.minimum(known // 2, len(own) - 1)
    pick = [np.take_along_axis(ordered, at[None], axis=0)[0] for at in (low, high)]
    typical = (pick[0] + pick[1]) / 2
    years = tested[..., None].astype(np.float64)
    mixed = (years * own + PRIOR_YEARS_TESTED * typical) / (years + PRIOR_YEARS_TESTED)
    alone = np.where(np.isnan(typical), own, mixed)
    return np.where(np.isnan(own), typical, alone)


def interval_bins(
    bins: list[NDArray[np.int16]], own: NDArray[np.float64], tested: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The half-widths of every panel's intervals, by horizon and year in which the forecast is made.

    Definition: q = (k·q_own + 2·q_typical)/(k + 2) on the logarithmic scale of the bins, where k past years have been
        tested; then every q of a horizon and year is moved by the one number that would have made the intervals of
        earlier years, judged on outcomes known by then, hold exactly their level. The outer is never inside the inner.
    Args: bins: for each of P panels (years, units, 4), as in `PanelTest`; own (P, 4, years, 2) and tested
        (P, 4, years) from `count_errors`.
    Returns: (P, 4, years, 2) whole bins: a half-width is exp(0.01·bin) scales; NaN where nothing has been tested.
    Raises: nothing.
    Source: Vovk, Gammerman and Shafer (2005), Algorithmic Learning in a Random World (conformal prediction);
        Gibbs and Candès (2021), Adaptive conformal inference under distribution shift, NeurIPS 34 (the correction).
    """
    blended = _blend(own, tested)
    years = blended.shape[2]
    counts = np.zeros((HORIZONS, years, len(LEVELS), 2 * _BINS + 1), np.int64)
    for panel, errors in enumerate(bins):
        _count_misfits(errors, blended[panel], counts)
    recent = np.cumsum(counts, axis=1)
    recent[:, YEARS_TO_CORRECT:] -= recent[:, :-YEARS_TO_CORRECT].copy()
    held = np.cumsum(recent, axis=3)
    total = held[..., -1:]
    wanted = np.ceil(np.array(LEVELS)[:, None] * total)
    moved = np.argmax(held >= wanted, axis=3) - _BINS
    correction = np.where(total[..., 0] >= LEAST_TO_CORRECT, moved, 0)
    corrected = np.ceil(blended) + correction
    corrected[..., 1] = np.maximum(corrected[..., 0], corrected[..., 1])
    return np.asarray(np.clip(corrected, LOWEST_BIN, HIGHEST_BIN + _BINS))


@njit(cache=True, nogil=True)
def count_held(bins: NDArray[np.int16], widths: NDArray[np.float64], held: NDArray[np.int64]) -> None:
    """Fill `held` (4, years, 2): how many of a panel's outcomes lay inside each interval."""
    years, units = bins.shape[0], bins.shape[1]
    for origin in range(years):
        for unit in range(units):
            for horizon in range(HORIZONS):
                place = bins[origin, unit, horizon]
                if place != NO_ERROR:
                    held[horizon, origin, 0] += place <= widths[horizon, origin, 0]
                    held[horizon, origin, 1] += place <= widths[horizon, origin, 1]
