"""How are decimal figures stored small and still read back to the last bit?

Publishers print decimals. A figure is stored as a whole number and the number of decimals of its slab
(33.3 is 333 with 1 decimal), which compresses to about half of a float; dividing gives back the very same
float, because a division of two exact numbers is correctly rounded. What no decimal form gives back exactly keeps
its float in a column of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_DECIMALS = 12
_EXACT_WHOLE = 2.0**53


@dataclass(frozen=True)
class DecimalColumns:
    """`scaled` / 10**`decimals` is the figure, unless `exact` has it; NaN in `exact` is "not needed"."""

    scaled: NDArray[np.int64]
    decimals: NDArray[np.int8]
    exact: NDArray[np.float64]


def encode_decimals(values: NDArray[np.float64], slab: NDArray[np.integer]) -> DecimalColumns:
    """Find, for each slab, the fewest decimals that give back every figure in it.

    Definition: decimals of a figure are the least d in 0..12 with round(x * 10**d) / 10**d == x; those of a slab
        the most of its figures', as far as whole numbers stay below 2**53.
    Args: values (N,) finite; slab (N,) which slab each figure belongs to, counted from 0.
    Returns: three columns (N,); `exact` is NaN except where no decimal form gives the figure back.
    Raises: nothing. Source: IEEE 754, correct rounding of division.
    Example:
        >>> columns = encode_decimals(np.array([33.3, 4.0, 1 / 3]), np.array([0, 0, 1]))
        >>> columns.scaled.tolist(), columns.decimals.tolist(), columns.exact.tolist()
        ([333, 40, 0], [1, 1, 0], [nan, nan, 0.3333333333333333])
    """
    needed = np.full(len(values), -1, np.int8)
    for decimals in range(MOST_DECIMALS + 1):
        open_rows = np.flatnonzero(needed < 0)
        scale = 10.0**decimals
        scaled = np.round(values[open_rows] * scale)
        fits = (np.abs(scaled) < _EXACT_WHOLE) & (scaled / scale == values[open_rows])
        needed[open_rows[fits]] = decimals
    of_slab = np.zeros(int(slab.max(initial=-1)) + 1, np.int8)
    np.maximum.at(of_slab, slab, needed)
    chosen = of_slab[slab]
    scale = 10.0 ** chosen.astype(np.float64)
    scaled = np.round(values * scale)
    given_back = (np.abs(scaled) < _EXACT_WHOLE) & (scaled / scale == values)
    return DecimalColumns(
        scaled=np.where(given_back, scaled, 0).astype(np.int64),
        decimals=chosen,
        exact=np.where(given_back, np.nan, values),
    )


def decode_decimals(columns: DecimalColumns) -> NDArray[np.float64]:
    """The figures, to the last bit as they were.

    Example:
        >>> decode_decimals(encode_decimals(np.array([0.1, 2.5]), np.array([0, 0]))).tolist()
        [0.1, 2.5]
    """
    plain = columns.scaled / 10.0 ** columns.decimals.astype(np.float64)
    return np.where(np.isnan(columns.exact), plain, columns.exact)
