"""What does the model of the books say, in plain vectorised NumPy?

The reference that tests hold the compiled kernel to, and the peer that the benchmark stands beside.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.economy.kernel import FLOOR, LOW_EQUITY_FLOOR, RESERVE_CAP

Paths = NDArray[np.float64]


def carry_forward_reference(
    books: Paths,
    course: Paths,
    shocks: tuple[Paths, Paths, Paths, Paths],
    population: Paths,
    need: Paths,
) -> tuple[Paths, Paths, Paths, NDArray[np.int64], NDArray[np.int64]]:
    """Result share, equity ratio and net debt (T, P), and counts of broken and unrestored years (T,).

    Arguments as in `kernel.carry_forward`, with `population` and `need` (T, P) or (T, 1).
    """
    income_shock, cost_shock, interest_shock, own_shock = shocks
    years, paths = income_shock.shape
    heads, rate, other, debt_0, fixed_0, assets_0, equity_0, commitment, net_debt_0, reserve_0 = books[:10]
    spread, reserve_share, use_share, restore_share = books[10:]
    debt, fixed = np.full(paths, debt_0), np.full(paths, fixed_0)
    equity, reserve = np.full(paths, equity_0), np.full(paths, reserve_0)
    deficits = [np.zeros(paths) for _ in range(3)]
    owed = [np.zeros(paths) for _ in range(3)]
    share, ratio, per_head = (np.empty((years, paths)) for _ in range(3))
    breaks, unrestored = np.empty(years, np.int64), np.empty(years, np.int64)
    for year in range(years):
        income = (course[0, year] + course[4, year]) * population[year] * income_shock[year]
        change = course[2, year] * population[year] * cost_shock[year]
        depreciation = rate * fixed
        change -= depreciation
        result = income - course[1, year] * need[year] * cost_shock[year]
        result -= depreciation
        result -= debt * np.maximum(course[3, year] + interest_shock[year], 0)
        result += other
        result += own_shock[year] * (spread * 0.01) * income
        result += restore_share * (deficits[0] + deficits[1] + deficits[2]) / 3
        room = result - np.where(equity < commitment, LOW_EQUITY_FLOOR, FLOOR) * income
        reserved = reserve_share * np.maximum(np.minimum(room, RESERVE_CAP * income - reserve), 0)
        used = np.minimum(np.maximum(-result, 0), use_share * reserve)
        reserve += reserved - used
        balance = result - reserved + used
        deficit = np.maximum(-balance, 0)
        surplus = np.maximum(balance, 0)
        for number in range(3):
            paid_back = np.minimum(owed[number], surplus)
            owed[number] = owed[number] - paid_back
            surplus -= paid_back
        breaks[year] = np.count_nonzero(deficit)
        unrestored[year] = np.count_nonzero(owed[0] > 0.5)
        owed, deficits = [owed[1], owed[2], deficit], [deficits[1], deficits[2], deficit]
        fixed += change
        debt += change
        debt -= result
        equity += result
        np.divide(result, income, out=share[year])
        share[year] *= 100
        np.divide(equity - commitment, assets_0 + fixed - fixed_0, out=ratio[year])
        ratio[year] *= 100
        np.divide(net_debt_0 - debt_0 + debt, heads * population[year], out=per_head[year])
    return share, ratio, per_head, breaks, unrestored
