"""How are millions of figures held so that any one unit, or any one indicator, is read at once?

A *slab* is every unit's value of one indicator, gender and year. Slabs are sorted by indicator, gender and year, so
that a *series* (one indicator and gender) is a run of neighbouring slabs. The cube keeps the values twice: slab by
slab, for comparison within a year, and unit by unit, for a profile. What is missing is NaN, with its reason in
`status`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.values import Gender, Status, UnitKind

GENDERS: tuple[Gender, ...] = (Gender.ALL, Gender.WOMEN, Gender.MEN)
"""Gender rows in the order of their codes in the cube."""

STATUSES: tuple[Status, ...] = tuple(Status)
"""Statuses in the order of their codes in the cube; code 0 is no row at all, code k is `STATUSES[k - 1]`."""

KINDS: tuple[UnitKind, ...] = (UnitKind.MUNICIPALITY, UnitKind.REGION)
"""Kinds that are compared among themselves, in the order of their columns in the cube."""

TREND_WINDOW = 5
"""Years that a slope in the cube looks at, the latest one included."""


@dataclass(frozen=True)
class Axes:
    """What the cube's rows and columns stand for.

    `units` holds the municipalities, then the regions, then the country; `slab_*` have one entry a slab.
    """

    indicators: tuple[str, ...]
    units: tuple[str, ...]
    municipalities: int
    regions: int
    slab_indicator: NDArray[np.int32]
    slab_gender: NDArray[np.int8]
    slab_year: NDArray[np.int16]

    @cached_property
    def unit_column(self) -> Mapping[str, int]:
        """Column of each unit id."""
        return {unit: column for column, unit in enumerate(self.units)}

    @cached_property
    def indicator_code(self) -> Mapping[str, int]:
        """Code of each indicator id."""
        return {indicator: code for code, indicator in enumerate(self.indicators)}

    @cached_property
    def series_start(self) -> NDArray[np.int64]:
        """First slab of each series, and one past the last slab at the end; shape (series + 1,)."""
        code = self.slab_indicator.astype(np.int64) * len(GENDERS) + self.slab_gender
        starts = np.flatnonzero(np.diff(code, prepend=-1))
        return np.append(starts, len(code)).astype(np.int64)

    @cached_property
    def series_of(self) -> Mapping[tuple[int, int], int]:
        """Number of the series of an (indicator code, gender code)."""
        first = self.series_start[:-1]
        pairs = zip(self.slab_indicator[first].tolist(), self.slab_gender[first].tolist(), strict=True)
        return {pair: number for number, pair in enumerate(pairs)}

    def span_of(self, kind: UnitKind) -> slice:
        """The columns of all units of a kind that is compared among itself."""
        if kind is UnitKind.MUNICIPALITY:
            return slice(0, self.municipalities)
        if kind is UnitKind.REGION:
            return slice(self.municipalities, self.municipalities + self.regions)
        return slice(self.municipalities + self.regions, len(self.units))

    def slabs_of(self, indicator: str, gender: Gender) -> slice:
        """The slabs of one series, oldest first; empty when the indicator has no row of this gender."""
        code = self.indicator_code.get(indicator)
        number = self.series_of.get((code, GENDERS.index(gender))) if code is not None else None
        if number is None:
            return slice(0, 0)
        return slice(int(self.series_start[number]), int(self.series_start[number + 1]))


@dataclass(frozen=True)
class Cube:
    """Values with what was computed for every slab; S slabs, U units, R series, K kinds.

    `values` (S, U) and `by_unit` (U, S) hold the same figures, NaN where there is none; `status` (S, U) their codes.
    `n`, `median`, `mad` (K, S) describe each slab among units of one kind; `below` and `above` (U, S) count the
    units of the same kind with a strictly lower or higher value, -1 where the unit has none. `latest` (U, R) is the
    newest slab in which the unit has a value, -1 for never; `slope` (U, R) the five-year trend that ends there.
    """

    axes: Axes
    values: NDArray[np.float64]
    status: NDArray[np.uint8]
    by_unit: NDArray[np.float64]
    n: NDArray[np.int16]
    median: NDArray[np.float64]
    mad: NDArray[np.float64]
    below: NDArray[np.int16]
    above: NDArray[np.int16]
    latest: NDArray[np.int32]
    slope: NDArray[np.float64]


def arrange_slabs(
    indicator: NDArray[np.integer],
    gender: NDArray[np.integer],
    year: NDArray[np.integer],
    *,
    column: NDArray[np.integer],
    value: NDArray[np.float64],
    status: NDArray[np.uint8],
    indicators: Sequence[str],
    units: Sequence[str],
    municipalities: int,
    regions: int,
) -> tuple[Axes, NDArray[np.float64], NDArray[np.uint8]]:
    """Lay figures out as dense slabs.

    Definition: slab s holds, in column u, the value of unit u for the s-th (indicator, gender, year) in sorted order.
    Args: parallel arrays, one entry a figure: `indicator` codes into `indicators`, `gender` codes into `GENDERS`,
        calendar `year`, `column` codes into `units`, `value` in the indicator's own unit (NaN for a figure that is
        withheld), `status` codes (see `STATUSES`). `units` lists `municipalities`, then `regions`, then the country.
    Returns: the axes; values (S, U), NaN where there is no figure; status codes (S, U), 0 where there is no row.
    Raises: ValueError when two figures claim the same cell.
    Source: the layout is Avstamp's own.
    Example:
        >>> one = np.array([0, 0])
        >>> axes, values, _ = arrange_slabs(one, one, np.array([2021, 2022]), column=one, value=np.array([5.0, 6.0]),
        ...     status=np.array([1, 1], "u1"), indicators=["N1"], units=["0114"], municipalities=1, regions=0)
        >>> values.tolist(), axes.slab_year.tolist()
        ([[5.0], [6.0]], [2021, 2022])
    """
    # Calendar years fit in 13 bits and gender in 2: one integer orders slabs by indicator, gender, year.
    key = (indicator.astype(np.int64) << 15) | (gender.astype(np.int64) << 13) | year.astype(np.int64)
    in_order = bool(np.all(key[1:] >= key[:-1]))
    if in_order:
        slab_key = key[np.flatnonzero(np.diff(key, prepend=-1))]
        row = np.cumsum(np.diff(key, prepend=-1) != 0) - 1
    else:
        slab_key, row = np.unique(key, return_inverse=True)
    axes = Axes(
        indicators=tuple(indicators),
        units=tuple(units),
        municipalities=municipalities,
        regions=regions,
        slab_indicator=(slab_key >> 15).astype(np.int32),
        slab_gender=((slab_key >> 13) & 3).astype(np.int8),
        slab_year=(slab_key & 0x1FFF).astype(np.int16),
    )
    shape = (len(slab_key), len(units))
    codes = np.zeros(shape, np.uint8)
    codes[row, column] = status
    if np.count_nonzero(codes) != len(value):
        raise ValueError(f"{len(value) - np.count_nonzero(codes)} figures share a cell with another figure")
    values = np.full(shape, np.nan)
    values[row, column] = value
    return axes, values, codes
