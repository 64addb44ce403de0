"""What is there to say about one indicator for one unit: over the years, by gender, beside others?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from avstamp.domain.facts.cube import GENDERS, KINDS, STATUSES, Cube
from avstamp.domain.facts.indicator import CatalogueEntry, Indicator
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.profile import ProfileFigure, group_means
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.values import Gender, Status


@dataclass(frozen=True, slots=True)
class MemberSeries:
    """One member of the comparison group over the same years; NaN where it has no value."""

    unit: Unit
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """One unit's place in the newest year, from the highest value down; equal values share the best place."""

    unit: Unit
    value: float
    place: int
    status: Status


@dataclass(frozen=True, slots=True)
class FigureReading:
    """One indicator for one unit. All series run over `years`; NaN where there is no value.

    `group_means` are unweighted means without the unit; `medians` are over all units of the kind; `national` is the
    source's own figure for the country, which it weights in its own way: never the same statistic as a mean.
    """

    indicator: Indicator
    entry: CatalogueEntry | None
    unit: Unit
    gender: Gender
    group: Group
    origin: Origin
    figure: ProfileFigure | None
    years: tuple[int, ...]
    values: tuple[float, ...]
    statuses: tuple[Status | None, ...]
    group_means: tuple[float, ...]
    medians: tuple[float, ...]
    national: tuple[float, ...]
    by_gender: Mapping[Gender, tuple[float, ...]]
    members: tuple[MemberSeries, ...]
    ranking: tuple[RankedUnit, ...]
    newest_year: int


def unit_series(
    cube: Cube, indicator: str, column: int, *, gender: Gender, years: Sequence[int]
) -> tuple[float, ...]:
    """One unit's values of one series over given years; NaN where it has none."""
    slabs = cube.axes.slabs_of(indicator, gender)
    known = dict(zip(cube.axes.slab_year[slabs].tolist(), cube.by_unit[column, slabs].tolist(), strict=True))
    return tuple(known.get(year, float("nan")) for year in years)


def rank_units(cube: Cube, slab: int, units: Sequence[Unit], *, kind_column: slice) -> tuple[RankedUnit, ...]:
    """Every unit of a kind that has a value in a slab, highest first, ties in order of name."""
    values = cube.values[slab, kind_column]
    ranked = [
        RankedUnit(
            unit=unit,
            value=float(values[at]),
            place=int(cube.above[kind_column.start + at, slab]) + 1,
            status=STATUSES[cube.status[slab, kind_column.start + at] - 1],
        )
        for at, unit in enumerate(units)
        if not np.isnan(values[at])
    ]
    return tuple(sorted(ranked, key=lambda row: (row.place, row.unit.name)))


def build_reading(
    cube: Cube,
    unit: Unit,
    indicator: Indicator,
    *,
    entry: CatalogueEntry | None,
    gender: Gender,
    group: Group,
    figure: ProfileFigure | None,
    origin: Origin,
    units: Mapping[str, Unit],
    newest_year: int,
) -> FigureReading:
    """Everything about one indicator for one unit, read out of the cube.

    Args: `figure` the unit's newest figure of the same indicator and gender, None when it has none; `units` by id.
    Returns: the reading; without any figures at all its years are empty.
    """
    axes = cube.axes
    column, country = axes.unit_column[unit.id], len(axes.units) - 1
    slabs = axes.slabs_of(indicator.id, gender)
    years = tuple(axes.slab_year[slabs].tolist())
    others = [units[member] for member in group.others(unit.id) if member in axes.unit_column]
    means, _ = group_means(
        cube, np.arange(slabs.start, slabs.stop), [axes.unit_column[member.id] for member in others]
    )
    kind = KINDS.index(unit.kind)
    codes = cube.status[slabs, column].tolist()
    peers = [units[id] for id in axes.units[axes.span_of(unit.kind)]]
    rows = {row: unit_series(cube, indicator.id, column, gender=row, years=years) for row in GENDERS}
    shown = years.index(figure.year) + slabs.start if figure else slabs.stop - 1
    return FigureReading(
        indicator=indicator,
        entry=entry,
        unit=unit,
        gender=gender,
        group=group,
        origin=origin,
        figure=figure,
        years=years,
        values=tuple(cube.by_unit[column, slabs].tolist()),
        statuses=tuple(STATUSES[code - 1] if code else None for code in codes),
        group_means=tuple(means.tolist()),
        medians=tuple(cube.median[kind, slabs].tolist()),
        national=tuple(cube.by_unit[country, slabs].tolist()),
        by_gender={row: values for row, values in rows.items() if not all(np.isnan(values))},
        members=tuple(
            MemberSeries(m, tuple(cube.by_unit[axes.unit_column[m.id], slabs].tolist())) for m in others
        ),
        ranking=rank_units(cube, shown, peers, kind_column=axes.span_of(unit.kind)) if years else (),
        newest_year=newest_year,
    )
