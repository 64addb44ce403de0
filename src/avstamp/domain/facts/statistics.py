"""Where does each value stand among all units of its kind, for every slab of the country at once?

One sort of packed 64-bit keys a slab gives rank, median and MAD together. The reference in plain NumPy
(`describe_slab`) is what the tests hold the compiled kernels to.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

CHUNK = 256
"""Slabs handled together; fixed, so that results never depend on the number of threads."""

_COLUMN_BITS = 9
_COLUMN_MASK = np.uint64((1 << _COLUMN_BITS) - 1)
_MISSING = np.uint64(0xFFFFFFFFFFFFFFFF)
_SIGN = np.uint64(1 << 63)
MAX_UNITS = (1 << _COLUMN_BITS) - 1


@dataclass(frozen=True)
class SlabStatistics:
    """What `describe_slabs` computes; shapes as in `Cube`."""

    n: NDArray[np.int16]
    median: NDArray[np.float64]
    mad: NDArray[np.float64]
    below: NDArray[np.int16]
    above: NDArray[np.int16]
    by_unit: NDArray[np.float64]


@njit(cache=True, nogil=True)
def _pack(values: NDArray[np.float64], keys: NDArray[np.uint64]) -> None:
    bits = values.view(np.uint64)
    for row in range(values.shape[0]):
        for column in range(values.shape[1]):
            if np.isnan(values[row, column]):
                keys[row, column] = _MISSING
                continue
            raw = bits[row, column]
            # Order-preserving bits: flip all for negative numbers, the sign alone for the rest.
            ordered = ~raw if raw & _SIGN else raw | _SIGN
            keys[row, column] = (ordered & ~_COLUMN_MASK) | np.uint64(column)


@njit(cache=True, nogil=True)
def _settle(ordered: NDArray[np.float64], columns: NDArray[np.int64], count: int) -> None:
    """Finish the order where two values differ only in the bits that the column number took."""
    for here in range(1, count):
        value, column, back = ordered[here], columns[here], here - 1
        while back >= 0 and ordered[back] > value:
            ordered[back + 1], columns[back + 1] = ordered[back], columns[back]
            back -= 1
        ordered[back + 1], columns[back + 1] = value, column


@njit(cache=True, nogil=True)
def _median_deviation(ordered: NDArray[np.float64], count: int, median: float) -> float:
    """Median of |value - median|: the two halves are already in order, so merging half of them is enough."""
    right = 0
    while right < count and ordered[right] < median:
        right += 1
    left = right - 1
    wanted = count // 2
    previous = current = 0.0
    for _ in range(wanted + 1):
        previous = current
        if left < 0 or (right < count and ordered[right] - median <= median - ordered[left]):
            current = ordered[right] - median
            right += 1
        else:
            current = median - ordered[left]
            left -= 1
    return current if count % 2 else (previous + current) / 2


@njit(cache=True, nogil=True)
def _describe(
    values: NDArray[np.float64],
    keys: NDArray[np.uint64],
    n: NDArray[np.int16],
    median: NDArray[np.float64],
    mad: NDArray[np.float64],
    below: NDArray[np.int16],
    above: NDArray[np.int16],
) -> None:
    width = values.shape[1]
    ordered = np.empty(width, np.float64)
    columns = np.empty(width, np.int64)
    for row in range(values.shape[0]):
        count = 0
        while count < width and keys[row, count] != _MISSING:
            columns[count] = np.int64(keys[row, count] & _COLUMN_MASK)
            ordered[count] = values[row, columns[count]]
            count += 1
        n[row] = count
        if count == 0:
            median[row] = mad[row] = np.nan
            continue
        _settle(ordered, columns, count)
        middle = count // 2
        median[row] = ordered[middle] if count % 2 else (ordered[middle - 1] + ordered[middle]) / 2
        mad[row] = _median_deviation(ordered, count, median[row])
        start = 0
        while start < count:
            stop = start + 1
            while stop < count and ordered[stop] == ordered[start]:
                stop += 1
            for place in range(start, stop):
                below[columns[place], row] = start
                above[columns[place], row] = count - stop
            start = stop


@njit(cache=True, nogil=True)
def _transpose(values: NDArray[np.float64], by_unit: NDArray[np.float64]) -> None:
    for unit in range(values.shape[1]):
        for row in range(values.shape[0]):
            by_unit[unit, row] = values[row, unit]


def describe_slabs(
    values: NDArray[np.float64],
    *,
    spans: tuple[slice, ...],
    threads: int = 2,
    allocate: Callable[[str, tuple[int, ...], str], NDArray[Any]] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> SlabStatistics:
    """Rank, median and median absolute deviation of every slab among the units of each kind.

    Definition: `median` of the values present (mean of the two middle ones when they are even in number);
        MAD = median(|x - median|), unscaled; `below` and `above` count strictly lower and higher values.
    Args: values (S, U) in each indicator's own unit, NaN where missing; `spans` the columns of each kind;
        `threads` changes the speed and nothing else; `allocate(name, shape, dtype)` may give memory-mapped arrays.
    Returns: n, median, mad (K, S): 0 and NaN where no unit has a value; below, above (U, S): -1 where a unit has
        no value; by_unit (U, S): the values turned unit by unit.
    Raises: ValueError when a kind has more than 511 units.
    Source: definitions as in any statistics text; unscaled MAD as in DuckDB's `mad`.
    Example:
        >>> result = describe_slabs(np.array([[1.0, 2.0, 4.0, np.nan]]), spans=(slice(0, 4),))
        >>> result.median.tolist(), result.mad.tolist(), result.below[:, 0].tolist()
        ([[2.0]], [[1.0]], [0, 1, 2, -1])
    """
    slabs, units = values.shape
    for span in spans:
        if span.stop - span.start > MAX_UNITS:
            raise ValueError(f"{span.stop - span.start} units of one kind, at most {MAX_UNITS} can be ranked")
    make = allocate or (lambda name, shape, dtype: np.empty(shape, dtype))
    counts: NDArray[np.int16] = make("n", (len(spans), slabs), "i2")
    median: NDArray[np.float64] = make("median", (len(spans), slabs), "f8")
    mad: NDArray[np.float64] = make("mad", (len(spans), slabs), "f8")
    below: NDArray[np.int16] = make("below", (units, slabs), "i2")
    above: NDArray[np.int16] = make("above", (units, slabs), "i2")
    by_unit: NDArray[np.float64] = make("by_unit", (units, slabs), "f8")

    def describe_chunk(start: int) -> None:
        rows = slice(start, min(start + CHUNK, slabs))
        below[:, rows] = -1
        above[:, rows] = -1
        _transpose(values[rows], by_unit[:, rows])
        for kind, span in enumerate(spans):
            part = np.ascontiguousarray(values[rows, span])
            keys = np.empty(part.shape, np.uint64)
            _pack(part, keys)
            keys.sort(axis=1)
            _describe(
                part,
                keys,
                counts[kind, rows],
                median[kind, rows],
                mad[kind, rows],
                below[span, rows],
                above[span, rows],
            )

    starts = range(0, slabs, CHUNK)
    with ThreadPoolExecutor(threads) as pool:
        for done, _ in enumerate(pool.map(describe_chunk, starts), start=1):
            progress(done, len(starts))
    return SlabStatistics(n=counts, median=median, mad=mad, below=below, above=above, by_unit=by_unit)


def describe_slab(
    values: NDArray[np.float64],
) -> tuple[int, float, float, NDArray[np.int16], NDArray[np.int16]]:
    """One slab of one kind in plain NumPy: the reference that `describe_slabs` is held to.

    Definition: as `describe_slabs`. Args: values (U,), NaN where missing. Returns: n, median, MAD (NaN when n is 0),
    and below, above (U,), -1 where missing. Raises: nothing. Source: as `describe_slabs`.
    Example:
        >>> describe_slab(np.array([1.0, 3.0]))[:3]
        (2, 2.0, 1.0)
    """
    present = np.isfinite(values)
    known = values[present]
    below = np.full(len(values), -1, np.int16)
    above = np.full(len(values), -1, np.int16)
    if known.size == 0:
        return 0, np.nan, np.nan, below, above
    median = float(np.median(known))
    below[present] = (known[None, :] < known[:, None]).sum(axis=1)
    above[present] = (known[None, :] > known[:, None]).sum(axis=1)
    return int(known.size), median, float(np.median(np.abs(known - median))), below, above
