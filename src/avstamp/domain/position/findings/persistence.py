"""How much of a place among the others lasts, how fast does it drift, and how much passes by next year?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from avstamp.domain.position.findings.parameters import (
    CLEAR,
    FARTHEST_LAG,
    LEAST_INDICATORS,
    NOISE_RANGE,
    PACE_LAG,
    PACE_RANGE,
    PULL,
    SIZE_CLASSES,
    SIZE_PULL,
    STEADIEST,
)

_ALWAYS = np.array([0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0])
_RETURN = np.array([0.0, 0.3, 0.5, 0.7, 0.8, 0.87, 0.92, 0.95, 0.97, 0.985])


@dataclass(frozen=True)
class Persistence:
    """Variance components of each indicator, as shares of the variance of a year's scores; I indicators, U units.

    `level` (I,) is the share that is between units or drifts; of it `always` (I,) never moves and the rest keeps the
    share `keep` (I,) from one year to the next, for a unit whose `pace` (U,) is 1; at pace 2 a year counts for two.
    `noise` (I, U) is what passes by within the year, by size of unit.
    `covariance` (I, FARTHEST_LAG + 1) is what was observed, NaN where there is nothing; `decay` the common one.
    """

    level: NDArray[np.float64]
    always: NDArray[np.float64]
    keep: NDArray[np.float64]
    pace: NDArray[np.float64]
    noise: NDArray[np.float64]
    covariance: NDArray[np.float64]
    decay: NDArray[np.float64]

    def correlation(self, lags: NDArray[np.float64]) -> NDArray[np.float64]:
        """How alike the level is over some years at pace 1: shape (I, *lags.shape)."""
        shape = (-1, *(1,) * lags.ndim)
        always, keep = self.always.reshape(shape), self.keep.reshape(shape)
        return np.asarray(always + (1.0 - always) * keep ** np.abs(lags))


@njit(cache=True, nogil=True)
def _sum_products(
    scores: NDArray[np.float64],
    sums: NDArray[np.float64],
    counts: NDArray[np.int64],
    pairs: NDArray[np.int64],
) -> None:
    indicators, units, years = scores.shape
    for indicator in range(indicators):
        for later in range(1, years):
            for earlier in range(max(0, later - sums.shape[1] + 1), later):
                total, both = 0.0, 0
                for unit in range(units):
                    product = scores[indicator, unit, later] * scores[indicator, unit, earlier]
                    if not np.isnan(product):
                        total += product
                        both += 1
                if both > 0:
                    sums[indicator, later - earlier] += total
                    counts[indicator, later - earlier] += both
                    pairs[indicator, later - earlier] += 1


def lag_covariances(scores: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Covariance across units of scores some years apart, and how many units it rests on.

    Definition: c_k = Σ z_ut z_u(t−k) / n over all units and pairs of years k apart in which the unit has both.
    Args: scores (I, U, Y), NaN where missing.
    Returns: covariances (I, FARTHEST_LAG + 1), NaN without a pair of years (and at lag 0); mean number of units in a
        pair (I,), 0 without any pair.
    Raises: nothing.
    Source: the usual moment estimator of an autocovariance, pooled over units.
    Example: see `tests/domain/position/test_persistence.py`.
    """
    shape = (scores.shape[0], FARTHEST_LAG + 1)
    sums, counts, pairs = np.zeros(shape), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    _sum_products(np.ascontiguousarray(scores), sums, counts, pairs)
    with np.errstate(invalid="ignore"):
        covariance = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    return covariance, counts.sum(axis=1) / np.maximum(pairs.sum(axis=1), 1)


def common_decay(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """How a level usually fades with the years, over all indicators that clearly have one.

    Definition: r_k = Σ c_k c_1 / Σ c_1² over indicators with c_1 > 0.3, for k ≥ 2 with at least ten of them, else
        r_{k−1} · r_{k−1} / r_{k−2}; a level fades in its first year as in its second, and never grows again.
    Args: covariance (I, L) as from `lag_covariances`.
    Returns: decay (L,), 1 at lag 0.
    Raises: nothing.
    Source: the method is Avstamp's own (docs/method/findings.md).
    Example:
        >>> common_decay(np.full((3, 4), 0.8)).round(3).tolist()
        [1.0, 0.9, 0.81, 0.729]
    """
    first = covariance[:, 1]
    clear = np.isfinite(first) & (first > CLEAR)
    ratio = np.ones(covariance.shape[1])
    # With too few indicators to tell, a level is taken to lose a tenth of itself a year.
    step = 0.9
    for lag in range(2, covariance.shape[1]):
        use = clear & np.isfinite(covariance[:, lag])
        if use.sum() >= LEAST_INDICATORS:
            ratio[lag] = (covariance[use, lag] * first[use]).sum() / (first[use] ** 2).sum()
            step = np.clip(ratio[lag] / max(ratio[lag - 1], 1e-9), 0.0, 1.0)
        else:
            ratio[lag] = ratio[lag - 1] * step
    decay = np.append(1.0, ratio[1:] * np.clip(ratio[2], 0.0, 1.0)) if len(ratio) > 2 else ratio
    return np.clip(np.minimum.accumulate(decay), 0.0, 1.0)


def estimate_persistence(scores: NDArray[np.float64], inhabitants: NDArray[np.float64]) -> Persistence:
    """Split the variance of each indicator's scores into what lasts, what drifts and what passes by.

    Definition: the covariance k years apart is G·ρ_k with ρ_k = a + (1 − a) φ^k. On a grid of (a, φ), G is the least
        squares level, and the chosen pair minimises Σ_k (c_k − G ρ_k)² over observed lags + 0.01 Σ_k G² (ρ_k − r_k)²
        over all lags, r the common decay. G then gives up one standard error, (1 − G²)/√n. Passing noise is 1 − G,
        shifted in each size class by half the difference between the class' and everyone's mean square
        year-to-year difference; and a class keeps a pace of its own (`pace_by_size`).
    Args: scores (I, U, Y), NaN where missing; inhabitants (U,), NaN where unknown.
    Returns: see `Persistence`; a level of 0 means that nothing is known to last.
    Raises: nothing.
    Source: the method is Avstamp's own (docs/method/findings.md); covariance fitting as in Abowd & Card (1989),
        Econometrica 57, 411-445.
    Example: see `tests/domain/position/test_persistence.py`.
    """
    covariance, units = lag_covariances(scores)
    decay = common_decay(covariance)
    always, keep = (grid.ravel() for grid in np.meshgrid(_ALWAYS, _RETURN, indexing="ij"))
    lags = np.arange(1, FARTHEST_LAG + 1)
    rho = always[:, None] + (1.0 - always[:, None]) * keep[:, None] ** lags
    observed = np.isfinite(covariance[:, 1:])
    seen = np.where(observed, covariance[:, 1:], 0.0)
    cross, square = seen @ rho.T, observed.astype(np.float64) @ (rho**2).T
    level = np.clip(cross / np.maximum(square, 1e-12), 0.0, STEADIEST)
    off = ((rho - decay[1:]) ** 2).sum(axis=1)
    loss = -2.0 * level * cross + level**2 * (square + PULL * off)
    # Rounded, so that which of two equally good pairs is taken does not hang on the last bit.
    best = np.argmin(np.round(loss, 9), axis=1)
    chosen = np.take_along_axis(level, best[:, None], axis=1)[:, 0]
    chosen = np.maximum(chosen - (1.0 - chosen**2) / np.sqrt(np.maximum(units, 1.0)), 0.0)
    noise = _noise_by_size(scores, 1.0 - chosen, inhabitants)
    pace = pace_by_size(scores, chosen > CLEAR, inhabitants)
    return Persistence(chosen, always[best], keep[best], pace, noise, covariance, decay)


def size_classes(inhabitants: NDArray[np.float64]) -> NDArray[np.int64]:
    """The quarter each unit falls in by inhabitants, 0 the smallest; one class where units are few or sizes unknown."""
    if len(inhabitants) < 25 * SIZE_CLASSES or not np.isfinite(inhabitants).all():
        return np.zeros(len(inhabitants), np.int64)
    bounds = np.quantile(inhabitants, np.arange(1, SIZE_CLASSES) / SIZE_CLASSES)
    return np.searchsorted(bounds, inhabitants)


def pace_by_size(
    scores: NDArray[np.float64], clear: NDArray[np.bool_], inhabitants: NDArray[np.float64]
) -> NDArray[np.float64]:
    """How much faster than all the units of each size drift, the same for every indicator.

    Definition: the mean square difference over five years less that over one year is drift alone, passing noise
        being in both; a class' drift over everyone's, over all indicators with a clear level, kept within 0.5 and 2.
    Args: scores (I, U, Y), NaN where missing; clear (I,) which indicators to look at; inhabitants (U,).
    Returns: pace (U,), 1 where units are too few to be divided or nothing drifts.
    Raises: nothing.
    Source: the method is Avstamp's own (docs/method/findings.md).
    Example: see `tests/domain/position/test_persistence.py`.
    """
    classes = size_classes(inhabitants)
    pace = np.ones(scores.shape[1])
    if classes.max(initial=0) == 0 or scores.shape[2] <= PACE_LAG:
        return pace
    far = (scores[clear][:, :, PACE_LAG:] - scores[clear][:, :, :-PACE_LAG]) ** 2
    near = np.diff(scores[clear], axis=2) ** 2

    def drift(inside: NDArray[np.bool_]) -> float:
        apart, beside = far[:, inside], near[:, inside]
        if not (np.isfinite(apart).any() and np.isfinite(beside).any()):
            return 0.0
        return float(np.nanmean(apart) - np.nanmean(beside))

    everyone = drift(np.ones(len(classes), np.bool_))
    if everyone <= 0.0:
        return pace
    for number in range(SIZE_CLASSES):
        inside = classes == number
        pace[inside] = np.clip(drift(inside) / everyone, *PACE_RANGE)
    return pace


def _noise_by_size(
    scores: NDArray[np.float64], noise: NDArray[np.float64], inhabitants: NDArray[np.float64]
) -> NDArray[np.float64]:
    classes = size_classes(inhabitants)
    spread = np.repeat(noise[:, None], scores.shape[1], axis=1)
    if classes.max(initial=0) == 0:
        return spread
    squares = np.diff(scores, axis=2) ** 2
    known = np.isfinite(squares)
    squares = np.where(known, squares, 0.0)
    count = known.sum(axis=(1, 2))
    mean = squares.sum(axis=(1, 2)) / np.maximum(count, 1)
    for number in range(SIZE_CLASSES):
        inside = classes == number
        own = known[:, inside].sum(axis=(1, 2))
        own_mean = (squares[:, inside].sum(axis=(1, 2)) + SIZE_PULL * mean) / (own + SIZE_PULL)
        shifted = np.clip(noise + (own_mean - mean) / 2.0, NOISE_RANGE[0] * noise, NOISE_RANGE[1] * noise)
        spread[:, inside] = np.where(count > 0, shifted, noise)[:, None]
    return spread
