"""Where will a unit's lasting level be five years on, relative to the others, given all its years so far?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from avstamp.domain.position.findings.parameters import LEAST_YEARS, YEARS_AHEAD
from avstamp.domain.position.findings.persistence import Persistence


@dataclass(frozen=True)
class LastingLevel:
    """The posterior of the level in scores, higher is better; I indicators, U units.

    `mean` and `spread` (I, U) of the lasting level, `measured_spread` of a value measured that year, which adds the
    passing noise; `years` (I, U) the values it rests on. NaN where nothing can be said.
    """

    mean: NDArray[np.float64]
    spread: NDArray[np.float64]
    measured_spread: NDArray[np.float64]
    years: NDArray[np.int64]


@njit(cache=True, nogil=True)
def _predict(
    scores: NDArray[np.float64],
    level: NDArray[np.float64],
    correlation: NDArray[np.float64],
    pace: NDArray[np.int64],
    noise: NDArray[np.float64],
    mean: NDArray[np.float64],
    variance: NDArray[np.float64],
) -> None:
    indicators, units, years = scores.shape
    for indicator in range(indicators):
        share = level[indicator]
        if share <= 0.0:
            continue
        for unit in range(units):
            at = np.flatnonzero(~np.isnan(scores[indicator, unit]))
            n = len(at)
            if n < LEAST_YEARS:
                continue
            factor = np.empty((n, n))
            half = np.empty(n)
            fitted = np.empty(n)
            total, explained = 0.0, 0.0
            # One Cholesky factor row by row; the two triangular solves go along with it.
            for row in range(n):
                for column in range(row + 1):
                    value = share * correlation[pace[unit], indicator, at[row] - at[column]]
                    if row == column:
                        value += noise[indicator, unit]
                    for inner in range(column):
                        value -= factor[row, inner] * factor[column, inner]
                    factor[row, column] = np.sqrt(value) if row == column else value / factor[column, column]
                ahead = share * correlation[pace[unit], indicator, years - 1 + YEARS_AHEAD - at[row]]
                seen = scores[indicator, unit, at[row]]
                for inner in range(row):
                    ahead -= factor[row, inner] * half[inner]
                    seen -= factor[row, inner] * fitted[inner]
                half[row] = ahead / factor[row, row]
                fitted[row] = seen / factor[row, row]
                total += half[row] * fitted[row]
                explained += half[row] ** 2
            mean[indicator, unit] = total
            variance[indicator, unit] = max(share - explained, 0.0)


def expect_level(scores: NDArray[np.float64], persistence: Persistence) -> LastingLevel:
    """The posterior of every unit's lasting level five years after the last year.

    Definition: best linear prediction. With K = G ρ(p(t − t')) + diag(noise) over the unit's own years, p its pace,
        and k = G ρ(p(T + 5 − t)): mean k'K⁻¹z, variance G − k'K⁻¹k. Years that are missing are left out, so a biennial
        survey and a gap are what they are.
    Args: scores (I, U, Y), NaN where missing; `persistence` estimated on the same or other scores.
    Returns: see `LastingLevel`; NaN for a unit with fewer than two years or an indicator without a lasting level.
    Raises: nothing.
    Source: Robinson (1991), That BLUP is a good thing, Statistical Science 6, 15-32.
    Example: see `tests/domain/position/test_lasting.py`.
    """
    shape = scores.shape[:2]
    mean, variance = np.full(shape, np.nan), np.full(shape, np.nan)
    lags = np.arange(scores.shape[2] + YEARS_AHEAD)
    paces, which = np.unique(persistence.pace, return_inverse=True)
    correlation = np.stack([persistence.correlation(pace * lags) for pace in paces])
    _predict(
        np.ascontiguousarray(scores),
        persistence.level,
        correlation,
        which.astype(np.int64),
        persistence.noise,
        mean,
        variance,
    )
    return LastingLevel(
        mean=mean,
        spread=np.sqrt(variance),
        measured_spread=np.sqrt(variance + persistence.noise),
        years=np.isfinite(scores).sum(axis=2),
    )
