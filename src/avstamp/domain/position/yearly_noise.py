"""How much does one year's noise resemble the next, when each unit's own straight line is taken away?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RESEMBLANCES = (0.25, 0.5, 0.75, 0.9, 1.0)
"""Correlations a year apart that are tried; 1 is a drift that never comes back (a random walk)."""

INDEPENDENT = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Shares of the noise that are tried as belonging to the year alone."""

GRID = ((0.0, 1.0), *((correlation, share) for correlation in RESEMBLANCES for share in INDEPENDENT))
"""Independent years first, so that nothing else is said where nothing speaks for it."""

NOTHING = 1e-9
"""A unit whose values leave its line by less than this share of their size lies on it."""


def sets_of_years(known: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Each set of years that units have: the years' places, and the units that have just those.

    Args: `known` (Y, U). Returns: one pair a set. Raises: nothing. Source: none. Example:
        >>> [units.tolist() for _, units in sets_of_years(np.array([[True, True, False], [True, True, True]]))]
        [[2], [0, 1]]
    """
    sets, which = np.unique(known, axis=1, return_inverse=True)
    for number in range(sets.shape[1]):
        yield np.flatnonzero(sets[:, number]), np.flatnonzero(which.ravel() == number)


def resemblance(years: NDArray[np.float64], correlation: float) -> NDArray[np.float64]:
    """Covariance of noise over some years: r to the power of the years between, or a random walk where r is 1.

    Args: `years` (y,); `correlation` above 0, at most 1. Returns: (y, y). Raises: nothing.
    Source: first-order autoregression, any textbook of time series. Example:
        >>> resemblance(np.array([2020.0, 2021.0, 2023.0]), 0.5)[0].tolist()
        [1.0, 0.5, 0.125]
    """
    between = np.abs(years[:, None] - years)
    if correlation < 1:
        faded: NDArray[np.float64] = np.power(correlation, between)
        return faded
    # The start takes part in no slope and no residual: any height of it gives the same answers, and 1 can be inverted.
    walked: NDArray[np.float64] = 1 + np.minimum(years[:, None], years) - years.min()
    return walked


def fit_noise(
    values: NDArray[np.float64], known: NDArray[np.bool_], years: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The covariance of one unit's noise over the years, in shape, as all units together tell it.

    Definition: z = Qᵀx are the values with the unit's own line taken away (Q an orthonormal basis of what the line
        leaves). Whatever the unit's own size of noise, the direction of z has the density
        |S|^(−1/2) (zᵀS⁻¹z)^(−m/2) with S = QᵀΣQ and m = n − 2. Σ = λI + (1 − λ)C(ρ) is the one on the grid of λ and ρ
        under which all units' directions are the most likely. No unit weighs more because it swings more.
    Args: `values` (Y, U) in any unit; `known` (Y, U) which of them count, at least three a unit; `years` (Y,)
        calendar years, rising.
    Returns: Σ (Y, Y), its scale of no meaning; the identity where no unit leaves its line at all.
    Raises: nothing.
    Source: angular central Gaussian distribution, Tyler (1987), Biometrika 74(3).
    Example: see `tests/domain/position/test_yearly_noise.py`.
    """
    likelihood = np.zeros(len(GRID))
    for rows, units in sets_of_years(known):
        left, inverse, size = _candidates(tuple(years[rows].tolist()))
        apart = left.T @ values[np.ix_(rows, units)]
        apart = apart[
            :, np.abs(apart).max(axis=0) > NOTHING * np.abs(values[np.ix_(rows, units)]).max(axis=0)
        ]
        if not apart.shape[1]:
            continue
        distance = (apart * (inverse @ apart)).sum(axis=1)
        likelihood -= apart.shape[1] / 2 * size
        likelihood -= left.shape[1] / 2 * np.log(distance).sum(axis=1)
    return _shape(years, *GRID[int(likelihood.argmax())])


@lru_cache(maxsize=128)
def _candidates(
    years: tuple[float, ...],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """For a set of years: a basis of what a line leaves, and each candidate's inverse and log determinant there."""
    at = np.array(years)
    left = _left_basis(at)
    covariance = left.T @ np.stack([_shape(at, *each) for each in GRID]) @ left
    inverse = np.asarray(np.linalg.inv(covariance), np.float64)
    return left, inverse, np.asarray(np.linalg.slogdet(covariance)[1], np.float64)


def _shape(years: NDArray[np.float64], correlation: float, independent: float) -> NDArray[np.float64]:
    return independent * np.eye(len(years)) + (1 - independent) * resemblance(years, correlation)


def _left_basis(years: NDArray[np.float64]) -> NDArray[np.float64]:
    """Orthonormal columns (y, y − 2) that a straight line has nothing of."""
    full, _ = np.linalg.qr(np.column_stack([np.ones(len(years)), years - years.mean()]), mode="complete")
    return full[:, 2:]
