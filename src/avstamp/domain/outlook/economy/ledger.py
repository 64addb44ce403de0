"""What do the books hold year by year when nothing is left to chance?

The same rules as the futures, one year at a time and row by row, so that an economist can check every cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.outlook.economy.books import Books, Course, Guidelines
from avstamp.domain.outlook.economy.kernel import FLOOR, LOW_EQUITY_FLOOR, RESERVE_CAP

PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class LedgerYear:
    """One year in kronor; `debt`, `fixed_assets`, `equity`, `assets` and `reserve` at its end."""

    year: int
    inhabitants: float
    income: float
    cost: float
    depreciation: float
    interest: float
    other_net: float
    measures: float
    result: float
    reserved: float
    used: float
    balance_result: float
    investment: float
    debt: float
    fixed_assets: float
    assets: float
    equity: float
    reserve: float
    result_share: float
    equity_ratio: float
    net_debt_per_inhabitant: float


def carry_certain(
    base: Books,
    course: Course,
    population: Sequence[float],
    need: Sequence[float],
    *,
    guidelines: Guidelines,
) -> tuple[LedgerYear, ...]:
    """The books of each year on the one path where every assumption comes true.

    Definition: as `run_futures` without chance.
    Args: `population` and `need` factors of the base year's, one entry a year of the course.
    Returns: one entry a year, kronor; shares in per cent.
    Raises: ValueError when the years differ in number.
    Source: docs/method/economy.md; Kommunallagen 11:12-14.
    Example: see `tests/domain/outlook/economy/test_ledger.py`, worked by hand to the krona.
    """
    years: list[LedgerYear] = []
    debt, fixed, equity, reserve = base.debt, base.fixed_assets, base.equity, base.reserve
    rate = base.depreciation / base.fixed_assets if base.fixed_assets > 0 else 0.0
    deficits = [0.0, 0.0, 0.0]
    lines = zip(course.income, course.cost, course.investment, course.interest, course.added, strict=True)
    for number, ((income, cost, invest, interest, added), people, needed) in enumerate(
        zip(lines, population, need, strict=True)
    ):
        earned, spent = float(income + added) * people, float(cost) * needed
        depreciation, paid = rate * fixed, debt * float(interest)
        measures = guidelines.restore_share * sum(deficits) / 3
        result = earned - spent - depreciation - paid + base.other_net + measures
        floor = LOW_EQUITY_FLOOR if equity < base.pension_commitment else FLOOR
        room = max(0.0, min(result - floor * earned, RESERVE_CAP * earned - reserve))
        reserved = guidelines.reserve_share * room
        used = min(max(-result, 0.0), guidelines.use_share * reserve)
        balance = result - reserved + used
        deficits = [*deficits[1:], max(-balance, 0.0)]
        investment = float(invest) * people
        debt += investment - depreciation - result
        fixed += investment - depreciation
        equity += result
        reserve += reserved - used
        assets = base.assets + fixed - base.fixed_assets
        years.append(
            LedgerYear(
                year=base.year + 1 + number,
                inhabitants=base.inhabitants * people,
                income=earned,
                cost=spent,
                depreciation=depreciation,
                interest=paid,
                other_net=base.other_net,
                measures=measures,
                result=result,
                reserved=reserved,
                used=used,
                balance_result=balance,
                investment=investment,
                debt=debt,
                fixed_assets=fixed,
                assets=assets,
                equity=equity,
                reserve=reserve,
                result_share=PERCENT * result / earned,
                equity_ratio=PERCENT * (equity - base.pension_commitment) / assets,
                net_debt_per_inhabitant=(base.net_debt - base.debt + debt) / (base.inhabitants * people),
            )
        )
    return tuple(years)
