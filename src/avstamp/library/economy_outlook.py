"""What do the three scenarios of a municipality's economy say, with the reader's own assumptions in one of them?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.economy import (
    Futures,
    Guidelines,
    OwnFutures,
    Shocks,
    draw_shocks,
    required_efficiency,
    required_tax_rate,
    run_futures,
)
from avstamp.domain.outlook.economy.ledger import LedgerYear, carry_certain
from avstamp.domain.outlook.economy.scenarios import Scenario, ready_scenarios
from avstamp.domain.outlook.economy.tornado import Swing, rank_inputs
from avstamp.factbase import FactBase
from avstamp.library.municipal_books import (
    MunicipalBooks,
    municipal_need,
    national_drivers,
    read_books,
    result_share_model,
)

LAST_YEAR = 2035
PATHS, OWN_PATHS, SEED = 10_000, 2_000, 2026
TREND_YEARS = 10


@dataclass(frozen=True)
class OwnTrend:
    """A municipality's own growth a year of population and of need, as logarithms: mean and spread of ten years."""

    population: float
    population_spread: float
    need: float
    need_spread: float

    def line(self, years: int) -> tuple[list[float], list[float]]:
        """Population and need as factors of the base year's, when the trend goes on."""
        t = range(1, years + 1)
        return [math.exp(self.population * year) for year in t], [math.exp(self.need * year) for year in t]

    def steps(self, years: int) -> tuple[float, float]:
        """Standard deviations of the mean growth over some years: the trend's own and that of the years to come."""
        share = math.sqrt(1 / TREND_YEARS + 1 / years)
        return self.population_spread * share, self.need_spread * share


@dataclass(frozen=True)
class ScenarioAnswer:
    """One scenario: its futures, its certain path, what holds the risk down, and the inputs that matter most.

    `efficiency` a year as a share and `tax_rate` in kronor per hundred; NaN when nothing tried is enough.
    """

    scenario: Scenario
    futures: Futures
    ledger: tuple[LedgerYear, ...]
    efficiency: float
    tax_rate: float
    swings: tuple[Swing, ...]


@dataclass(frozen=True)
class EconomyOutlook:
    """A municipality's economy to 2035 in three scenarios."""

    books: MunicipalBooks
    trend: OwnTrend
    answers: tuple[ScenarioAnswer, ...]
    guidelines: Guidelines
    risk: float


@lru_cache(maxsize=2)
def _shocks(fact_base: FactBase, year: int, years: int) -> Shocks:
    model, drivers = result_share_model(fact_base, year), national_drivers(fact_base, year)
    return draw_shocks(drivers, model, years, PATHS, seed=SEED)


def own_trend(fact_base: FactBase, column: int, year: int) -> OwnTrend:
    """The ten-year trend of one municipality's population and of what its ages ask for."""
    heads, need = municipal_need(fact_base, column, year - TREND_YEARS, year)
    people, asked = np.diff(np.log(heads)), np.diff(np.log(need))
    return OwnTrend(
        float(people.mean()), float(people.std(ddof=1)), float(asked.mean()), float(asked.std(ddof=1))
    )


def own_futures(trend: OwnTrend, years: int, *, spread: float, column: int) -> OwnFutures:
    """Population and need in 2,000 paths: the trend, doubt about it, and the years' own chance going together."""
    draw = np.random.Generator(np.random.Philox(key=(SEED << 32) + column))
    t = np.arange(1, years + 1)[:, None]
    doubt = draw.standard_normal((2, 1, OWN_PATHS)) / math.sqrt(TREND_YEARS)
    chance = np.cumsum(draw.standard_normal((2, years, OWN_PATHS)), axis=1)
    people = trend.population * t + trend.population_spread * (doubt[0] * t + chance[0])
    # Need has its own spread beside the population's, and follows it where the two are the same people.
    beside = math.sqrt(max(trend.need_spread**2 - trend.population_spread**2, 0.0))
    asked = trend.need * t + trend.population_spread * (doubt[0] * t + chance[0])
    asked = asked + beside * (doubt[1] * t + chance[1])
    return OwnFutures(_factors(people), _factors(asked), spread)


def _factors(logarithms: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.ascontiguousarray(np.exp(logarithms))


def look_ahead(
    fact_base: FactBase,
    unit: Unit,
    *,
    changed: Mapping[str, float] | None = None,
    scenario: str = "as_today",
    guidelines: Guidelines | None = None,
    risk: float = 0.1,
    only: str | None = None,
) -> EconomyOutlook:
    """The three scenarios of a municipality to 2035, one of them with the reader's own assumptions.

    Args: `changed` assumptions of `scenario`, in its own units; `risk` the share of futures with a deficit that is
        accepted in a year; `only` leaves the other scenarios out.
    Raises: NoEconomy for a region and when a figure is missing; KeyError for an unknown scenario.
    """
    books = read_books(fact_base, unit)
    year = books.books.year
    years = LAST_YEAR - year
    trend = own_trend(fact_base, books.column, year)
    own = own_futures(trend, years, spread=books.spread, column=books.column)
    shocks = _shocks(fact_base, year, years)
    kept = guidelines or Guidelines()
    ready = {one.key: one for one in ready_scenarios(books.drivers)}
    own_words: dict[str, Any] = dict(changed or {})
    ready[scenario] = replace(ready[scenario], **own_words)
    answers = tuple(
        _answer(books, one, trend, own, shocks, guidelines=kept, risk=risk)
        for one in ready.values()
        if only in (None, one.key)
    )
    return EconomyOutlook(books, trend, answers, kept, risk)


def _answer(
    books: MunicipalBooks,
    scenario: Scenario,
    trend: OwnTrend,
    own: OwnFutures,
    shocks: Shocks,
    *,
    guidelines: Guidelines,
    risk: float,
) -> ScenarioAnswer:
    years = shocks.income.shape[0]
    base = books.books
    course = scenario.course(base, years)
    population, need = trend.line(years)
    return ScenarioAnswer(
        scenario=scenario,
        futures=run_futures(base, course, shocks, own, guidelines=guidelines),
        ledger=carry_certain(base, course, population, need, guidelines=guidelines),
        efficiency=required_efficiency(base, course, shocks, own, guidelines=guidelines, risk=risk),
        tax_rate=required_tax_rate(base, course, shocks, own, guidelines=guidelines, risk=risk),
        swings=rank_inputs(
            base, scenario, books.drivers, population, need, guidelines=guidelines, steps=trend.steps(years)
        ),
    )
