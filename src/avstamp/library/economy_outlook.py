"""What do the three scenarios of a municipality's economy say, with the reader's own assumptions in one of them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.economy import (
    Books,
    Futures,
    Guidelines,
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
from avstamp.library.economy_population import PopulationFutures, population_futures
from avstamp.library.municipal_books import (
    MunicipalBooks,
    national_drivers,
    read_books,
    result_share_model,
)

LAST_YEAR = 2035
PATHS, SEED = 10_000, 2026
OWN = "own"
"""Key of the reader's own scenario."""


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
    """A municipality's economy to 2035 in three scenarios, and the reader's own as the last when there is one."""

    books: MunicipalBooks
    population: PopulationFutures
    answers: tuple[ScenarioAnswer, ...]
    guidelines: Guidelines
    risk: float


@lru_cache(maxsize=2)
def _shocks(fact_base: FactBase, year: int, years: int) -> Shocks:
    model, drivers = result_share_model(fact_base, year), national_drivers(fact_base, year)
    return draw_shocks(drivers, model, years, PATHS, seed=SEED)


def look_ahead(
    fact_base: FactBase,
    unit: Unit,
    *,
    changed: Mapping[str, float] | None = None,
    scenario: str = "as_today",
    guidelines: Guidelines | None = None,
    risk: float = 0.1,
    accounts: Books | None = None,
) -> EconomyOutlook:
    """The three scenarios of a municipality to 2035, and as a fourth the reader's own when something is changed.

    Args: `changed` assumptions beside those of `scenario`, in the model's units; `risk` the share of futures with a
        deficit that is accepted in a year; `accounts` the organisation's own instead of the fact base's.
    Raises: NoEconomy for a region and when a figure is missing; KeyError for an unknown scenario.
    """
    kept = guidelines or Guidelines()
    start = _start(fact_base, unit, accounts)
    answers = [_ready_answer(fact_base, unit, accounts, key, kept, risk) for key in start.ready]
    if changed:
        own_words: dict[str, Any] = dict(changed)
        own = replace(start.ready[scenario], key=OWN, **own_words)
        answers.append(_answer(start, own, guidelines=kept, risk=risk))
    elif scenario not in start.ready:
        raise KeyError(scenario)
    return EconomyOutlook(start.books, start.population, tuple(answers), kept, risk)


@dataclass(frozen=True)
class _Start:
    """Where every scenario of a municipality begins."""

    books: MunicipalBooks
    ready: Mapping[str, Scenario]
    population: PopulationFutures
    shocks: Shocks


@lru_cache(maxsize=32)
def _start(fact_base: FactBase, unit: Unit, accounts: Books | None) -> _Start:
    books = read_books(fact_base, unit)
    newest = books.books.year
    if accounts is not None:
        books = replace(books, books=accounts)
    year = books.books.year
    years = LAST_YEAR - year
    ready = {one.key: one for one in ready_scenarios(books.drivers)}
    population = population_futures(fact_base, unit, year, years)
    return _Start(books, ready, population, _shocks(fact_base, newest, years))


@lru_cache(maxsize=96)
def _ready_answer(
    fact_base: FactBase, unit: Unit, accounts: Books | None, key: str, guidelines: Guidelines, risk: float
) -> ScenarioAnswer:
    # The three stand beside every own scenario: a reader who moves a slider waits only for what was moved.
    start = _start(fact_base, unit, accounts)
    return _answer(start, start.ready[key], guidelines=guidelines, risk=risk)


def _answer(start: _Start, scenario: Scenario, *, guidelines: Guidelines, risk: float) -> ScenarioAnswer:
    base, shocks = start.books.books, start.shocks
    years = shocks.income.shape[0]
    course = scenario.course(base, years)
    own = start.population.own(start.books.spread)
    people, need = start.population.line
    return ScenarioAnswer(
        scenario=scenario,
        futures=run_futures(base, course, shocks, own, guidelines=guidelines),
        ledger=carry_certain(base, course, people, need, guidelines=guidelines),
        efficiency=required_efficiency(base, course, shocks, own, guidelines=guidelines, risk=risk),
        tax_rate=required_tax_rate(base, course, shocks, own, guidelines=guidelines, risk=risk),
        swings=rank_inputs(
            base,
            scenario,
            start.books.drivers,
            people,
            need,
            guidelines=guidelines,
            steps=start.population.steps,
        ),
    )
