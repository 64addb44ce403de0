"""On which indicators has a unit improved, and is that more than the others have?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.improvement import WINDOW, Movement, Movements, measure_movements
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase
from avstamp.library.overview import own_indicators

OLDEST = 2
"""A series that ended more years than this before the newest says too little of now."""


@dataclass(frozen=True, slots=True)
class MovedFigure:
    """One indicator over the window: from which value to which, what it has done, and beside the median unit.

    `change` is what the fitted line says has changed, in the indicator's own direction (not turned).
    """

    indicator: Indicator
    entry: CatalogueEntry
    first_year: int
    first: float
    last_year: int
    last: float
    change: float
    movement: Movement
    beside_others: Movement
    probability: float


@dataclass(frozen=True, slots=True)
class Improvement:
    """All indicators with a direction that can be followed for a unit, and how many that cannot."""

    unit: Unit
    first_year: int
    last_year: int
    figures: tuple[MovedFigure, ...]
    unknown: int

    def count(self, movement: Movement) -> int:
        """How many indicators have moved so."""
        return sum(figure.movement is movement for figure in self.figures)


@dataclass(frozen=True)
class _Series:
    movements: Movements
    values: np.ndarray
    years: tuple[int, ...]


def unit_improvement(fact_base: FactBase, unit: Unit) -> Improvement:
    """Every indicator with a direction over the newest six years, surest movement first."""
    measured = _all_movements(fact_base, unit.kind)
    wanted = own_indicators(fact_base, unit) & measured.keys()
    column = fact_base.cube.axes.unit_column[unit.id] - fact_base.cube.axes.span_of(unit.kind).start
    found = (_moved(fact_base, indicator, measured[indicator], column) for indicator in sorted(wanted))
    figures = [figure for figure in found if figure is not None]
    figures.sort(key=lambda figure: (-abs(figure.probability - 0.5), figure.indicator.id))
    newest = fact_base.newest_year
    return Improvement(unit, newest - WINDOW + 1, newest, tuple(figures), len(wanted) - len(figures))


@lru_cache(maxsize=4)
def _all_movements(fact_base: FactBase, kind: UnitKind) -> Mapping[str, _Series]:
    """Movements of every directed indicator over all units of a kind: the noise is common to them."""
    cube, newest = fact_base.cube, fact_base.newest_year
    span = cube.axes.span_of(kind)
    found = {}
    for id, entry in fact_base.catalogue.items():
        if entry.direction is Direction.NONE or fact_base.indicators[id].forecast:
            continue
        slabs = cube.axes.slabs_of(id, Gender.ALL)
        years = cube.axes.slab_year[slabs]
        at = np.flatnonzero((years > newest - WINDOW) & (years <= newest))
        if not len(at) or years[at[-1]] < newest - OLDEST:
            continue
        values = np.asarray(cube.values[slabs.start + at, span], np.float64)
        better = 1 if entry.direction is Direction.HIGHER else -1
        if len(at) >= 2:
            movements = measure_movements(values, years[at], better=better)
            found[id] = _Series(movements, values, tuple(int(year) for year in years[at]))
    return found


def _moved(fact_base: FactBase, indicator: str, series: _Series, column: int) -> MovedFigure | None:
    movement, beside = series.movements.of(column), series.movements.beside_others(column)
    if movement is None or beside is None:
        return None
    own = series.values[:, column]
    known = np.flatnonzero(~np.isnan(own))
    entry = fact_base.catalogue[indicator]
    turned = 1 if entry.direction is Direction.HIGHER else -1
    return MovedFigure(
        indicator=fact_base.indicators[indicator],
        entry=entry,
        first_year=series.years[known[0]],
        first=float(own[known[0]]),
        last_year=series.years[known[-1]],
        last=float(own[known[-1]]),
        change=float(series.movements.change[column]) * turned,
        movement=movement,
        beside_others=beside,
        probability=float(series.movements.probability[column]),
    )
