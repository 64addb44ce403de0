"""How many people, and how much need, do the futures of a municipality's population bring to its economy?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.economy import OwnFutures
from avstamp.domain.outlook.population.ages import REGISTERED, TOTAL
from avstamp.domain.outlook.population.projection import PopulationPaths
from avstamp.factbase import FactBase
from avstamp.library.municipal_books import AGE_COSTS, OTHER_COST, municipal_need
from avstamp.library.population import population_paths, population_record

PATHS = 2_000
"""Drawn futures of the population; the economy's 10,000 go through them five times."""


@dataclass(frozen=True)
class PopulationFutures:
    """The population's futures as the economy takes them: factors of the year of the accounts, (T, Q).

    `base_year` is the last year that was counted and not projected.
    """

    base_year: int
    people: NDArray[np.float64]
    need: NDArray[np.float64]

    def own(self, spread: float) -> OwnFutures:
        """What is the municipality's own in each path; `spread` scales own chance."""
        return OwnFutures(self.people, self.need, spread)

    @property
    def line(self) -> tuple[list[float], list[float]]:
        """The mean future of people and of need, year by year: what the certain path is worked out on."""
        return self.people.mean(axis=1).tolist(), self.need.mean(axis=1).tolist()

    @property
    def growth(self) -> tuple[float, float]:
        """Growth a year of people and of need to the last year, as shares, in the mean future."""
        years = len(self.people)
        people, need = (float(line[-1]) ** (1 / years) - 1 for line in self.line)
        return people, need

    @property
    def steps(self) -> tuple[float, float]:
        """Standard deviations over futures of the mean growth a year: of people, and of need for each of them."""
        years = len(self.people)
        people, each = np.log(self.people[-1]), np.log(self.need[-1] / self.people[-1])
        return float(people.std()) / years, float(each.std()) / years


@lru_cache(maxsize=64)
def population_futures(fact_base: FactBase, unit: Unit, year: int, years: int) -> PopulationFutures:
    """The drawn population (docs/method/population.md) in the years after the accounts of `year`.

    Years before the projection begins are counted: inhabitants as published; need for each of them, whose ages are
    published some years apart, on the straight line between the years that are known.
    """
    levels = [_level(fact_base, unit, at) for at in range(year, year + years + 1)]
    people, need = (np.array([level[part] for level in levels]) for part in (0, 1))
    return PopulationFutures(
        population_paths(fact_base, unit, paths=PATHS).base_year,
        np.ascontiguousarray(people[1:] / people[0]),
        np.ascontiguousarray(need[1:] / need[0]),
    )


def _level(fact_base: FactBase, unit: Unit, year: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """People, and what their ages ask for, in each path of a year."""
    drawn = population_paths(fact_base, unit, paths=PATHS)
    first, known = drawn.base_year, fact_base.newest_year
    if year >= first:
        return _drawn(drawn, year - first)
    column = fact_base.cube.axes.unit_column[unit.id]
    at = min(year, known)
    heads, need = (float(line[0]) for line in municipal_need(fact_base, column, at, at))
    if year > known:
        people, asked = _drawn(drawn, 0)
        share = (year - known) / (first - known)
        each = (1 - share) * need / heads + share * asked / people
        heads = _counted(fact_base, unit, year)
        return np.full(PATHS, heads), heads * each
    return np.full(PATHS, heads), np.full(PATHS, need)


def _drawn(drawn: PopulationPaths, ahead: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    people = drawn.people(TOTAL)[:, ahead].astype(np.float64)
    asked = OTHER_COST * people
    for group in REGISTERED:
        if group.key in AGE_COSTS:
            asked = asked + AGE_COSTS[group.key] * drawn.people(group)[:, ahead]
    return people, asked


def _counted(fact_base: FactBase, unit: Unit, year: int) -> float:
    record = population_record(fact_base)
    return float(record.total[record.units.index(unit.id), 0, record.at(year)])


def last_accounts_year(fact_base: FactBase) -> int:
    """The newest year that accounts may be of: the one after the last that the population was counted."""
    return population_record(fact_base).last_year + 1
