"""How able is a unit to meet what is expected of it, as far as the fact base can say?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.expectations import EXPECTATIONS, Ability, Expectation, gap_to_group
from avstamp.domain.values import Gender
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
    """One expectation with its figure (None: not measured here) and the gap to the group, positive is better."""

    expectation: Expectation
    figure: ProfileFigure | None
    gap: float
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
    return tuple(_measured(row, figures) for row in rows)


def _measured(row: Expectation, figures: dict[str, ProfileFigure]) -> MeasuredExpectation:
    figure = next((figures[id] for id in row.measures if id in figures), None)
    return MeasuredExpectation(
        expectation=row,
        figure=figure,
        gap=gap_to_group(figure) if figure else float("nan"),
        abilities=tuple(MeasuredAbility(ability, figures.get(id)) for ability, id in row.abilities),
    )
