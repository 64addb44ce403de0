"""What are a municipality's books in the base year, and how do its assumptions carry them forward year by year?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WAGE_SHARE = 0.7
"""The part of costs that follows wages; the rest follows prices."""


@dataclass(frozen=True, slots=True)
class Books:
    """The books of one municipality in its base year, in kronor unless said otherwise.

    `net_cost` is the net cost of operations without depreciation; `other_net` what financial net holds beside the
    interest on `debt`; `pension_commitment` the part of pensions that stands outside the balance sheet; `net_debt`
    liabilities and provisions less financial and current assets; `investment` a year; `tax_base` what one krona of
    tax in a hundred is taken of. `passing_result` is the part of the base year's result that is not expected again.
    """

    year: int
    inhabitants: float
    income: float
    net_cost: float
    depreciation: float
    other_net: float
    debt: float
    fixed_assets: float
    assets: float
    equity: float
    pension_commitment: float
    net_debt: float
    investment: float
    tax_base: float
    passing_result: float = 0.0
    reserve: float = 0.0


@dataclass(frozen=True, slots=True)
class Guidelines:
    """How the council's own guidelines treat good years and bad: shares from 0 to 1.

    `reserve_share` of what the law lets be reserved is reserved; `use_share` of the reserve may meet a deficit;
    `restore_share` of each deficit is met by measures, a third in each of the three following years.
    """

    reserve_share: float = 0.0
    use_share: float = 1.0
    restore_share: float = 1.0


@dataclass(frozen=True, slots=True)
class Course:
    """What is the same in every future, one entry a year: growth factors since the base year and a level of interest.

    `income`, `cost` and `investment` are in kronor before population, need and chance; `interest` a share of debt.
    """

    income: NDArray[np.float64]
    cost: NDArray[np.float64]
    investment: NDArray[np.float64]
    interest: NDArray[np.float64]
    added: NDArray[np.float64]

    @property
    def years(self) -> int:
        """How many years it holds."""
        return len(self.income)


def chart_course(
    base: Books,
    years: int,
    *,
    tax_base: float,
    wages: float,
    prices: float,
    interest: float,
    ambition: float = 0.0,
    efficiency: float = 0.0,
    investment: float = 1.0,
    tax_rate: float = 0.0,
) -> Course:
    """The course that some assumptions give.

    Definition: income_t = income_0 (1+g)^t; cost_t = (net cost_0 + passing result)(0.7 (1+w)^t + 0.3 (1+p)^t)
        (1+ambition)^t (1−efficiency)^t; investment_t = investment_0 · level · (0.7 (1+w)^t + 0.3 (1+p)^t);
        a changed tax rate adds tax base · rate/100 · (1+g)^t.
    Args: growth a year as shares (0.03 is three per cent): `tax_base`, `wages`, `prices`, `ambition`, `efficiency`;
        `interest` share of debt; `investment` level beside the base's; `tax_rate` change in kronor per hundred.
    Returns: the course for the years base + 1 to base + years, each entry in kronor or a share.
    Raises: ValueError when there are no years.
    Source: the model is described in docs/method/economy.md; it rests on the cost and income rows of the accounts.
    Example: see `tests/domain/outlook/economy/examples.py`.
    """
    if years < 1:
        raise ValueError(f"a course needs at least one year, not {years}")
    t = np.arange(1, years + 1, dtype=np.float64)
    level = WAGE_SHARE * (1 + wages) ** t + (1 - WAGE_SHARE) * (1 + prices) ** t
    grown = (1 + tax_base) ** t
    return Course(
        income=base.income * grown,
        cost=(base.net_cost + base.passing_result) * level * (1 + ambition) ** t * (1 - efficiency) ** t,
        investment=base.investment * investment * level,
        interest=np.full(years, interest, np.float64),
        added=base.tax_base * tax_rate / 100 * grown,
    )
