"""How does one unit stand, on every indicator at once, against all of its kind and against its like?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.cube import GENDERS, STATUSES, Cube
from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.values import Gender, Status

NORMAL_MAD = 1.4826
"""Scales the median absolute deviation to the standard deviation of a normal distribution."""


@dataclass(frozen=True, slots=True)
class ProfileFigure:
    """One unit's newest figure of one indicator and gender, and where it stands.

    `n` units of the same kind have a value that year; `below` and `above` of them lie strictly lower and higher.
    NaN in `percentile`, `robust_z`, `group_mean` or `slope` means that it cannot be said (fewer than two units, no
    spread, no other member with a value, fewer than three years).
    """

    indicator: Indicator
    entry: CatalogueEntry | None
    gender: Gender
    year: int
    value: float
    status: Status
    n: int
    below: int
    above: int
    percentile: float
    median: float
    mad: float
    robust_z: float
    group: Group | None
    group_mean: float
    group_n: int
    slope: float

    @property
    def place(self) -> int:
        """Place from the highest value down; equal values share the best place."""
        return self.above + 1

    @property
    def deviation(self) -> float:
        """The robust z turned so that positive is better; NaN where the indicator has no direction."""
        direction = self.entry.direction if self.entry else Direction.NONE
        if direction is Direction.NONE:
            return float("nan")
        return self.robust_z if direction is Direction.HIGHER else -self.robust_z


@dataclass(frozen=True, slots=True)
class Profile:
    """All of one unit's newest figures, by indicator id and gender (all, women, men)."""

    unit: Unit
    figures: tuple[ProfileFigure, ...]


@dataclass(frozen=True)
class ProfileColumns:
    """A profile as arrays, one entry per series that the unit has a value in; F figures."""

    series: NDArray[np.int64]
    slab: NDArray[np.int64]
    value: NDArray[np.float64]
    n: NDArray[np.int16]
    below: NDArray[np.int16]
    above: NDArray[np.int16]
    percentile: NDArray[np.float64]
    median: NDArray[np.float64]
    mad: NDArray[np.float64]
    robust_z: NDArray[np.float64]
    slope: NDArray[np.float64]


def profile_columns(cube: Cube, column: int) -> ProfileColumns:
    """One unit's newest figure of every series, with its place among all units of its kind that year.

    Definition: percentile = 100 · below / (n − 1), the share of the others that lie strictly lower; robust z =
        (value − median) / (1.4826 · MAD).
    Args: `cube`; `column` of the unit, a municipality or a region.
    Returns: arrays (F,), by series; NaN in percentile when n < 2, in robust_z when MAD is 0, in slope as in `Cube`.
    Raises: ValueError for the country, which is not one among others.
    Source: percentile as SQL's percent_rank; 1.4826 from Rousseeuw & Croux (1993), JASA 88, 1273-1283.
    Example: see `tests/domain/facts/test_profile.py`.
    """
    axes = cube.axes
    kind = 0 if column < axes.municipalities else 1
    if column >= axes.municipalities + axes.regions:
        raise ValueError("the country has no place among units")
    latest = cube.latest[column]
    series = np.flatnonzero(latest >= 0)
    slab = latest[series].astype(np.int64)
    value = cube.by_unit[column][slab]
    n = cube.n[kind][slab]
    median, mad = cube.median[kind][slab], cube.mad[kind][slab]
    below = cube.below[column][slab]
    with np.errstate(divide="ignore", invalid="ignore"):
        percentile = np.where(n > 1, 100.0 * below / (n - 1.0), np.nan)
        robust_z = np.where(mad > 0, (value - median) / (NORMAL_MAD * mad), np.nan)
    return ProfileColumns(
        series=series,
        slab=slab,
        value=value,
        n=n,
        below=below,
        above=cube.above[column][slab],
        percentile=percentile,
        median=median,
        mad=mad,
        robust_z=robust_z,
        slope=cube.slope[column][series],
    )


def group_means(
    cube: Cube, slab: NDArray[np.integer], members: Sequence[int]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Unweighted mean of a group in each of some slabs, and over how many members.

    Definition: the sum over members with a value, in the order given, divided by their number.
    Args: `slab` (F,) slab numbers; `members` columns of the group without the unit itself.
    Returns: means (F,) in the indicator's unit, NaN where no member has a value; counts (F,).
    Raises: nothing. Source: RKA's own group values are unweighted means as well; a national figure is weighted.
    Example: see `tests/domain/facts/test_profile.py`.
    """
    total = np.zeros(len(slab))
    count = np.zeros(len(slab), np.int64)
    for member in members:
        value = cube.by_unit[member][slab]
        known = ~np.isnan(value)
        total += np.where(known, value, 0.0)
        count += known
    with np.errstate(invalid="ignore"):
        return np.where(count > 0, total / np.maximum(count, 1), np.nan), count


def build_profile(
    cube: Cube,
    unit: Unit,
    *,
    indicators: Mapping[str, Indicator],
    catalogue: Mapping[str, CatalogueEntry],
    group_of: Mapping[str, Group],
    default_group: Group | None,
    only: Collection[str] | None = None,
) -> Profile:
    """A unit's profile as values: the arrays of `profile_columns` with names, groups and means.

    Args: `group_of` gives the comparison group of an indicator where it is not `default_group`; `only` keeps these
        indicators.
    Returns: the profile, by indicator id and then all, women, men.
    Raises: ValueError for the country.
    """
    axes = cube.axes
    column = axes.unit_column[unit.id]
    columns = profile_columns(cube, column)
    status = cube.status[columns.slab, column]
    first = axes.series_start[columns.series]
    codes, genders = axes.slab_indicator[first], axes.slab_gender[first]
    ids = [axes.indicators[code] for code in codes.tolist()]
    wanted = [at for at, id in enumerate(ids) if only is None or id in only]
    groups = [group_of.get(ids[at], default_group) for at in wanted]
    means, counts = _means_by_group(cube, unit, slabs=columns.slab[wanted], groups=groups)
    figures = [
        ProfileFigure(
            indicator=indicators[ids[at]],
            entry=catalogue.get(ids[at]),
            gender=GENDERS[genders[at]],
            year=int(axes.slab_year[columns.slab[at]]),
            value=float(columns.value[at]),
            status=STATUSES[status[at] - 1],
            n=int(columns.n[at]),
            below=int(columns.below[at]),
            above=int(columns.above[at]),
            percentile=float(columns.percentile[at]),
            median=float(columns.median[at]),
            mad=float(columns.mad[at]),
            robust_z=float(columns.robust_z[at]),
            group=groups[number],
            group_mean=float(means[number]),
            group_n=int(counts[number]),
            slope=float(columns.slope[at]),
        )
        for number, at in enumerate(wanted)
    ]
    return Profile(unit, tuple(figures))


def _means_by_group(
    cube: Cube, unit: Unit, *, slabs: NDArray[np.int64], groups: Sequence[Group | None]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    means, counts = np.full(len(slabs), np.nan), np.zeros(len(slabs), np.int64)
    rows_of: dict[str, list[int]] = {}
    by_id: dict[str, Group] = {}
    for row, group in enumerate(groups):
        if group is not None:
            rows_of.setdefault(group.id, []).append(row)
            by_id[group.id] = group
    for id, rows in rows_of.items():
        columns = [cube.axes.unit_column[member] for member in by_id[id].others(unit.id)]
        means[rows], counts[rows] = group_means(cube, slabs[rows], columns)
    return means, counts
