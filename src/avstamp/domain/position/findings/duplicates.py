"""Which indicators tell the same thing across the units, so that only one of them should be told?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from avstamp.domain.position.findings.parameters import ALIKE, LEAST_SHARED


def group_duplicates(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Number the groups of near-duplicates.

    Definition: indicators are joined where |r| ≥ 0.9 over the units that have both; a group is everything that hangs
        together, directly or through others.
    Args: scores (I, U) of each unit's newest year, NaN where missing.
    Returns: group number (I,), the same for indicators of one group.
    Raises: nothing.
    Source: single linkage; the threshold is Avstamp's own.
    Example:
        >>> column = np.linspace(-1, 1, 20)
        >>> group_duplicates(np.array([column, -column, column**2])).tolist()
        [0, 0, 1]
    """
    known = np.isfinite(scores).astype(np.float64)
    filled = np.where(known > 0, scores, 0.0)
    count = known @ known.T
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (filled @ known.T) / count
        spread = (filled**2 @ known.T) / count - mean**2
        shared = (filled @ filled.T) / count - mean * mean.T
        alike = shared / np.sqrt(spread * spread.T)
    joined = (count >= LEAST_SHARED) & (np.round(np.abs(np.nan_to_num(alike)), 9) >= ALIKE)
    return np.asarray(connected_components(csr_array(joined), directed=False)[1], np.int64)
