"""Which five inputs matter most for the result in the last year?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from avstamp.domain.outlook.economy.books import Books, Guidelines
from avstamp.domain.outlook.economy.drivers import DRIVERS, Drivers
from avstamp.domain.outlook.economy.ledger import carry_certain
from avstamp.domain.outlook.economy.scenarios import Scenario

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Swing:
    """One input: the step it was moved by, and the last year's result share (per cent) with less and more of it."""

    key: str
    step: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """How far apart the two results lie."""
        return abs(self.high - self.low)


def rank_inputs(
    books: Books,
    scenario: Scenario,
    drivers: Drivers,
    population: Sequence[float],
    need: Sequence[float],
    *,
    guidelines: Guidelines,
    steps: tuple[float, float],
) -> tuple[Swing, ...]:
    """The five inputs that move the last year's result share most, widest first.

    Definition: each input is moved down and up by one standard deviation of its own mean over the years: spread/√T
        for growths, spread·√(T/3) for interest (a walk), and `steps` a year for population and need.
    Args: `population` and `need` factors; `steps` standard deviations of their mean growth. Returns: at most five.
    Raises: ValueError when the years differ. Source: one at a time, no interaction.
    Example: see `tests/domain/outlook/economy/test_scenarios.py`.
    """
    years = len(population)

    def last(one: Scenario, people: Sequence[float], needed: Sequence[float]) -> float:
        ledger = carry_certain(books, one.course(books, years), people, needed, guidelines=guidelines)
        return ledger[-1].result_share

    swings = []
    for number, key in enumerate(DRIVERS):
        spread = float(drivers.spread[number])
        step = spread * (years / 3) ** 0.5 if key == "interest" else spread / years**0.5
        low, high = (
            last(replace(scenario, **{key: max(getattr(scenario, key) + sign * step, 0.0)}), population, need)
            for sign in (-1, 1)
        )
        swings.append(Swing(key, step, low, high))

    def tilted(line: Sequence[float], step: float) -> list[float]:
        return [value * (1 + step) ** (year + 1) for year, value in enumerate(line)]

    for key, step in zip(("population", "need"), steps, strict=True):
        # More inhabitants bring their own need with them.
        both = key == "population"
        low, high = (
            last(scenario, tilted(population, sign * step) if both else population, tilted(need, sign * step))
            for sign in (-1, 1)
        )
        swings.append(Swing(key, step, low, high))
    return tuple(sorted(swings, key=lambda swing: (-swing.width, swing.key))[:SHOWN])
