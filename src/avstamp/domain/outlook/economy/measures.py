"""How much more efficient, or how much more tax, keeps the risk of a deficit below what the council will take?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.economy.books import Books, Course, Guidelines
from avstamp.domain.outlook.economy.drivers import Shocks
from avstamp.domain.outlook.economy.futures import OwnFutures, count_breaks

MOST_EFFICIENCY = 0.1
"""The most efficiency a year that is tried: a tenth of all costs, every year."""

MOST_TAX = 10.0
"""The highest rise of the tax rate that is tried, in kronor per hundred."""

HALVINGS = 12
"""How often the interval is halved: efficiency to 0.0025 per cent a year, tax to a quarter of an öre."""


def required_efficiency(
    base: Books,
    course: Course,
    shocks: Shocks,
    own: OwnFutures,
    *,
    guidelines: Guidelines,
    risk: float,
    grace: int = 2,
) -> float:
    """The efficiency a year that holds the risk of a negative balance result at or below `risk` in every year.

    Definition: the smallest e in 0 to 0.1, to the last halving, with which costs times (1 − e)^t leave at most the
        share `risk` of futures broken in each year after the first `grace` years (their budgets are already set).
    Args: `risk` share of futures, 0 to 1; the rest as `run_futures`.
    Returns: a share of costs a year; 0 when nothing is needed; NaN when a tenth a year is not enough.
    Raises: ValueError as `run_futures`.
    Source: methods of our own, docs/method/economy.md.
    Example: see `tests/domain/outlook/economy/test_futures.py`.
    """
    t = np.arange(1, course.years + 1)

    def worst(efficiency: float) -> float:
        tried = replace(course, cost=course.cost * (1 - efficiency) ** t)
        return _worst(count_breaks(base, tried, shocks, own, guidelines=guidelines), grace)

    return _smallest(worst, risk, MOST_EFFICIENCY)


def required_tax_rate(
    base: Books,
    course: Course,
    shocks: Shocks,
    own: OwnFutures,
    *,
    guidelines: Guidelines,
    risk: float,
    grace: int = 2,
) -> float:
    """The rise of the tax rate from the first year, kronor per hundred, that does the same; NaN when 10 is too little.

    Definition and arguments as `required_efficiency`. The tax base grows as income does and follows the population.
    """
    growth = course.income / base.income

    def worst(rate: float) -> float:
        tried = replace(course, added=course.added + base.tax_base * rate / 100 * growth)
        return _worst(count_breaks(base, tried, shocks, own, guidelines=guidelines), grace)

    return _smallest(worst, risk, MOST_TAX)


def _worst(broken: NDArray[np.float64], grace: int) -> float:
    return float(broken[min(grace, len(broken) - 1) :].max())


def _smallest(worst: Callable[[float], float], risk: float, most: float) -> float:
    if worst(0.0) <= risk:
        return 0.0
    if worst(most) > risk:
        return float("nan")
    low, high = 0.0, most
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if worst(middle) <= risk else (middle, high)
    return high
