"""How able is a unit to meet what is expected of it, as far as the fact base can say?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from avstamp.domain.facts.chance import WINDOW, passing_swing
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.expectations import EXPECTATIONS, Ability, Expectation, gap_to_group
from avstamp.domain.values import Gender, Status
from avstamp.factbase import FactBase
from avstamp.library.profile import profile_unit

OLDEST = 5
"""A figure older than this many years says too little of how things are now to stand in the table."""


@dataclass(frozen=True, slots=True)
class MeasuredAbility:
    """What it takes, and the figure that measures it; None where none does."""

    ability: Ability
    figure: ProfileFigure | None


@dataclass(frozen=True, slots=True)
class MeasuredExpectation:
    """One expectation with its figure (None: not measured here) and the gap to the group, positive is better.

    `reach` is how far the figure may lie from its lasting level by chance alone, at 80 per cent; NaN where the series
    is too short to tell. The sources do not publish the answers behind a survey: the swing from year to year is what
    can be known of its sampling error, and holds other passing things too.
    """

    expectation: Expectation
    figure: ProfileFigure | None
    gap: float
    reach: float
    abilities: tuple[MeasuredAbility, ...]


def measure_expectations(fact_base: FactBase, unit: Unit) -> tuple[MeasuredExpectation, ...]:
    """Every expectation on a unit of its kind, in the order of the table."""
    rows = [row for row in EXPECTATIONS if unit.kind in row.kinds]
    asked = {id for row in rows for id in (*row.measures, *(id for _, id in row.abilities)) if id}
    oldest = fact_base.newest_year - OLDEST
    figures = {
        figure.indicator.id: figure
        for figure in profile_unit(fact_base, unit, indicators=asked).figures
        if figure.gender is Gender.ALL and figure.year >= oldest
    }
    return tuple(_measured(fact_base, unit, row, figures) for row in rows)


def _measured(
    fact_base: FactBase, unit: Unit, row: Expectation, figures: dict[str, ProfileFigure]
) -> MeasuredExpectation:
    figure = next((figures[id] for id in row.measures if id in figures), None)
    return MeasuredExpectation(
        expectation=row,
        figure=figure,
        gap=gap_to_group(figure) if figure else float("nan"),
        reach=_reach(fact_base, unit, figure) if figure else float("nan"),
        abilities=tuple(MeasuredAbility(ability, figures.get(id)) for ability, id in row.abilities),
    )


def _reach(fact_base: FactBase, unit: Unit, figure: ProfileFigure) -> float:
    """The swing of the distance to the median of the kind: what moves everyone alike is no chance."""
    if figure.status is Status.FORECAST:
        return math.nan
    cube = fact_base.cube
    span, slabs = cube.axes.span_of(unit.kind), cube.axes.slabs_of(figure.indicator.id, Gender.ALL)
    years = cube.axes.slab_year[slabs]
    window = np.flatnonzero((years > figure.year - WINDOW) & (years <= figure.year))
    values = np.asarray(cube.values[slabs.start + window, span], np.float64)
    own = values[:, cube.axes.unit_column[unit.id] - span.start]
    known = np.flatnonzero(~np.isnan(own))
    distances = own[known] - np.nanmedian(values[known], axis=1)
    swing = passing_swing(years[window][known].tolist(), distances.tolist())
    return swing.reach if swing else math.nan
