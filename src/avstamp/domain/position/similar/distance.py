"""How different are two municipalities, and which conditions make the difference?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FARTHEST = 6.0
"""Standard deviations from the median beyond which a condition makes no more difference: Stockholm is only 'far'."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One other unit: its column, the difference index to it, and what each variable adds to the index."""

    column: int
    index: float
    parts: tuple[float, ...]


def standardised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each variable in standard deviations from its median.

    Definition: z = (x − median) / standard deviation over the units with a value, held within ±6.
    Args: `values` (variables, units), each in a unit of its own.
    Returns: (variables, units); NaN where the value is NaN, 0 where a variable is the same everywhere.
    Raises: nothing. Source: the median instead of the mean, so that a few large cities do not move the origin.
    Example:
        >>> standardised(np.array([[1.0, 2.0, 3.0, np.nan]])).round(2).tolist()
        [[-1.22, 0.0, 1.22, nan]]
    """
    middle = np.nanmedian(values, axis=1, keepdims=True)
    spread = np.nanstd(values, axis=1, keepdims=True)
    return np.clip((values - middle) / np.where(spread > 0, spread, 1.0), -FARTHEST, FARTHEST)


def difference_parts(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """What every variable adds to the difference index between every pair of units.

    Definition: d_k(i, j) = w_k |z_ik − z_jk|, with weights that sum to 1. Where one of the two has no value the
        variable says nothing, and the others stand in for its weight.
    Args: `values` (variables, units); `weights` (variables,), 0 or more, not all 0.
    Returns: (variables, units, units), in standard deviations; NaN where no variable can be compared.
    Raises: ValueError for a negative weight or weights that are all 0.
    Source: weighted city-block distance; Gower (1971), Biometrics 27, 857-871, for what is missing.
    Example: see `difference_index`.
    """
    if np.any(weights < 0) or not np.any(weights > 0):
        raise ValueError(f"weights {weights.tolist()} must be 0 or more, and at least one of them above 0")
    place = standardised(values)
    apart = np.abs(place[:, :, None] - place[:, None, :])
    known = ~np.isnan(apart)
    heard = np.einsum("k,kij->ij", weights, known)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = weights[:, None, None] * known / heard
    return np.where(heard > 0, share * np.where(known, apart, 0.0), np.nan)


def difference_index(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """How different every pair of units is: 0 is alike, 1 is one standard deviation apart on the average.

    Definition: the sum over variables of `difference_parts`.
    Args: as `difference_parts`.
    Returns: (units, units), symmetric, 0 on the diagonal; NaN where no variable can be compared.
    Raises: ValueError as `difference_parts`.
    Source: as `difference_parts`.
    Example:
        >>> values = np.array([[1.0, 2.0, 3.0], [10.0, 10.0, 40.0]])
        >>> difference_index(values, np.array([1.0, 1.0])).round(3).tolist()[0]
        [0.0, 0.612, 2.285]
    """
    parts = difference_parts(values, weights)
    return np.asarray(np.where(np.isnan(parts).all(axis=0), np.nan, np.nansum(parts, axis=0)))


def nearest(index: NDArray[np.float64], column: int, count: int) -> tuple[int, ...]:
    """The units that differ least from one unit, most alike first; equal differences by column."""
    others = np.array(index[column], np.float64)
    others[column] = np.nan
    order = np.argsort(np.where(np.isnan(others), np.inf, others), kind="stable")
    return tuple(int(other) for other in order[:count] if not np.isnan(others[other]))


def explain(
    values: NDArray[np.float64], weights: NDArray[np.float64], column: int, others: Sequence[int]
) -> tuple[Difference, ...]:
    """The difference index from one unit to some others, split into what each variable adds."""
    parts = difference_parts(values, weights)[:, column, :]
    return tuple(
        Difference(other, float(np.sum(parts[:, other])), tuple(float(part) for part in parts[:, other]))
        for other in others
    )
