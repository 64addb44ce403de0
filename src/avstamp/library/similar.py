"""Which municipalities are most like one, by which conditions, and does RKA say the same?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.errors import AvstampError
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.similar import (
    SERVICES,
    Service,
    Variable,
    difference_index,
    explain,
    fit_weights,
    nearest,
    structural_values,
)
from avstamp.domain.values import Phrase, UnitKind
from avstamp.factbase import FactBase

FIRST_YEAR = 1998
"""The first year that may be asked for; few conditions are known before."""

MOST_WEIGHT = 100.0

NEAREST = 20
"""How many are listed; RKA's own tool lists as many."""


class NoSimilarUnits(AvstampError, ValueError):
    """What was chosen gives no list of similar municipalities; `phrase` says what was wrong and how to go on."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(f"{phrase.key} {dict(phrase.values)}")


@dataclass(frozen=True, slots=True)
class SimilarUnit:
    """One municipality, how different it is, what each condition adds to that, and whether RKA's group holds it."""

    unit: Unit
    index: float
    parts: tuple[float, ...]
    values: tuple[float, ...]
    published: bool


@dataclass(frozen=True, slots=True)
class SimilarUnits:
    """The municipalities most like one. `weights` sum to 1, in the order of the service's variables."""

    unit: Unit
    service: Service
    year: int
    weights: tuple[float, ...]
    fitted: bool
    own_values: tuple[float, ...]
    rows: tuple[SimilarUnit, ...]
    published_year: int | None
    published: tuple[Unit, ...]

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """Whose weights these are, and how RKA's own group compares."""
        weights = Phrase("similar.weights.fitted" if self.fitted else "similar.weights.own")
        if self.published_year is None:
            return weights, Phrase("similar.published.none")
        members = [unit.name for unit in self.published]
        named = Phrase("similar.published", {"year": str(self.published_year), "members": members})
        count = sum(row.published for row in self.rows)
        overlap = {"count": count, "of": len(members), "among": len(self.rows)}
        return weights, named, Phrase("similar.overlap", overlap)


def variable_name(variable: Variable) -> Phrase:
    """What a condition is called; every reference cost has the same name, its service says which."""
    return Phrase(f"variable.{variable.key.partition('.')[0]}")


def published_groups(fact_base: FactBase, service: str) -> Mapping[int, Sequence[int]]:
    """RKA's groups for a service, as columns of the cube, each without the unit it was made for."""
    column = fact_base.cube.axes.unit_column
    groups = {}
    for unit in fact_base.units.municipalities:
        group = fact_base.groups.similar(unit, service)
        if group and group.area == service:
            groups[column[unit.id]] = [column[member] for member in group.others(unit.id)]
    return groups


def service_values(fact_base: FactBase, service: Service, year: int) -> NDArray[np.float64]:
    """The conditions of a service in a year, (variables, municipalities)."""
    return np.array([structural_values(fact_base.cube, variable, year) for variable in service.variables])


@lru_cache(maxsize=32)
def fitted_weights(fact_base: FactBase, service: str) -> tuple[float, ...]:
    """The weights that bring RKA's published groups nearest, on the newest year; they sum to 1."""
    values = service_values(fact_base, SERVICES[service], fact_base.newest_year)
    weights = fit_weights(values, published_groups(fact_base, service))
    return tuple((weights / weights.sum()).tolist())


def similar_units(
    fact_base: FactBase,
    unit: Unit,
    service: str = "overall",
    *,
    year: int | None = None,
    weights: Mapping[str, float] | None = None,
    count: int = NEAREST,
) -> SimilarUnits:
    """The municipalities most like one, by fitted weights or the reader's own (by variable key, left out is 0).

    Raises: KeyError for an unknown service; NoSimilarUnits for a region (only municipalities have conditions to be
        alike by), a year outside the fact base, an unknown variable, or weights outside 0 to 100 or all 0.
    """
    if unit.kind is not UnitKind.MUNICIPALITY:
        raise NoSimilarUnits(Phrase("similar.region"))
    year = fact_base.newest_year if year is None else year
    if not FIRST_YEAR <= year <= fact_base.newest_year:
        years = {"given": str(year), "first": str(FIRST_YEAR), "last": str(fact_base.newest_year)}
        raise NoSimilarUnits(Phrase("similar.year.wrong", years))
    chosen = SERVICES[service]
    shares = _shares(chosen.variables, weights) if weights else fitted_weights(fact_base, service)
    values = service_values(fact_base, chosen, year)
    column = fact_base.cube.axes.unit_column[unit.id]
    weighed = np.array(shares)
    found = nearest(difference_index(values, weighed), column, count)
    group = fact_base.groups.similar(unit, service)
    members = group.others(unit.id) if group and group.area == service else ()
    ids = fact_base.cube.axes.units
    return SimilarUnits(
        unit=unit,
        service=chosen,
        year=year,
        weights=shares,
        fitted=not weights,
        own_values=tuple(values[:, column].tolist()),
        rows=tuple(
            SimilarUnit(
                unit=fact_base.units.get(ids[row.column]),
                index=row.index,
                parts=row.parts,
                values=tuple(values[:, row.column].tolist()),
                published=ids[row.column] in members,
            )
            for row in explain(values, weighed, column, found)
        ),
        published_year=group.year if group and members else None,
        published=tuple(fact_base.units.get(member) for member in members),
    )


def _shares(variables: Sequence[Variable], weights: Mapping[str, float]) -> tuple[float, ...]:
    keys = [variable.key for variable in variables]
    for key, weight in weights.items():
        if key not in keys:
            raise NoSimilarUnits(Phrase("similar.variable.unknown", {"given": key, "known": tuple(keys)}))
        if not 0 <= weight <= MOST_WEIGHT:
            named = variable_name(variables[keys.index(key)])
            raise NoSimilarUnits(Phrase("similar.weight.wrong", {"variable": named, "given": f"{weight:g}"}))
    given = np.array([weights.get(key, 0.0) for key in keys])
    if not np.any(given > 0):
        raise NoSimilarUnits(Phrase("similar.weight.zero"))
    return tuple((given / given.sum()).tolist())
