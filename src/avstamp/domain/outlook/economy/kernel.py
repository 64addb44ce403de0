"""How are thousands of futures of one municipality's books carried forward at once?

Paths are handled in strips, each from the first year to the last, so that the state of a strip stays in the nearest
cache, and a year of a strip is one loop of vector instructions. No path knows of another and what is counted is
counted in whole numbers: the answer is the same for any number of threads and any division into strips.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

CHUNK = 500
"""Paths drawn together; fixed, so that chance never depends on the number of threads."""

RESERVE_CAP = 0.05
"""The reserve may hold at most this share of taxes and general grants (Kommunallagen 11:14)."""

LOW_EQUITY_FLOOR, FLOOR = 0.02, 0.01
"""What of taxes and grants must remain before anything is reserved: with negative and other equity."""

TOLERANCE = 0.5
"""A deficit of less than half a krona is restored."""

BOOKS = (
    "inhabitants",
    "depreciation_rate",
    "other_net",
    "debt",
    "fixed_assets",
    "assets",
    "equity",
    "pension_commitment",
    "net_debt",
    "reserve",
    "spread",
    "reserve_share",
    "use_share",
    "restore_share",
)
"""What `books` holds, in order."""


STRIP = 192
"""Paths carried together: eleven rows of them fit in the nearest cache beside what is read."""

# Places are counted without a sign: a signed one might be counted from the end of an array, and the test for that
# keeps a loop from becoming vector instructions. Rows of the work array stand a constant distance apart, so that the
# compiler sees that none lies over another; the distance is no power of two, for then they would share cache lines.
ROW, ROWS = 200, 11
INCOME, RESULT, DEBT, FIXED, EQUITY, RESERVE, DEFICIT_1, DEFICIT_2, DEFICIT_3, OWED_1, OWED_2 = (
    np.uint64(row * ROW) for row in range(ROWS)
)
Place = tuple[int, np.uint64, np.uint64, np.uint64]
"""The year, the first path, the first of population and need, and how many paths."""

FIRST_YEAR, MOST = np.uint64(0), np.uint64(STRIP)

# Division follows IEEE 754 and asks no questions: a test for zero would keep it from being a vector instruction.
# Functions that take arrays are inlined before they are compiled: each array passed on would be counted as held.


@njit(nogil=True, error_model="numpy")
def _reserve(
    result: float, income: float, equity: float, reserve: float, guides: tuple[float, float, float]
) -> tuple[float, float]:
    """What is put in the reserve and what is taken out of it in a year."""
    commitment, reserve_share, use_share = guides
    room = result - (LOW_EQUITY_FLOOR if equity < commitment else FLOOR) * income
    below_cap = RESERVE_CAP * income - reserve
    room = room if room < below_cap else below_cap
    reserved = reserve_share * (room if room > 0 else 0.0)
    lacking = -result
    lacking = lacking if lacking > 0 else 0.0
    usable = use_share * reserve
    return reserved, lacking if lacking < usable else usable


@njit(nogil=True, error_model="numpy")
def _pay_back(oldest: float, middle: float, newest: float, surplus: float) -> tuple[float, float, float]:
    """What is left of three years' deficits when a surplus has restored the oldest first."""
    paid = oldest if oldest < surplus else surplus
    oldest -= paid
    surplus -= paid
    paid = middle if middle < surplus else surplus
    middle -= paid
    surplus -= paid
    return oldest, middle, newest - (newest if newest < surplus else surplus)


@njit(nogil=True, error_model="numpy", inline="always")
def _carry_year(
    work: NDArray[np.float64],
    books: NDArray[np.float64],
    levels: tuple[float, float, float, float],
    at: Place,
    population: NDArray[np.float64],
    need: NDArray[np.float64],
    income_shock: NDArray[np.float32],
    cost_shock: NDArray[np.float32],
    interest_shock: NDArray[np.float32],
    own_shock: NDArray[np.float32],
) -> tuple[int, int]:
    """The year's result of each path, and what it does to the balance sheet and to the list of deficits.

    Returns how many paths have a deficit this year, and how many one that was not restored in time.
    """
    income_level, cost_level, investment_level, interest_level = levels
    year, first, own, length = at
    rate, other, chance, restore = books[1], books[2], 0.01 * books[10], books[13] / 3
    guides = (books[7], books[11], books[12])
    broken = late = 0
    for path in range(length):
        people, dearer = population[year, own + path], cost_shock[year, first + path]
        income = income_level * people * income_shock[year, first + path]
        # Nobody is paid to borrow: interest stops at nothing.
        interest = interest_level + interest_shock[year, first + path]
        interest = interest if interest > 0 else 0.0
        worn, debt, equity = rate * work[FIXED + path], work[DEBT + path], work[EQUITY + path]
        result = income - cost_level * need[year, own + path] * dearer - worn - debt * interest
        result += other + own_shock[year, first + path] * chance * income
        middle, newest = work[DEFICIT_2 + path], work[DEFICIT_3 + path]
        result += restore * (work[DEFICIT_1 + path] + middle + newest)
        reserved, used = _reserve(result, income, equity, work[RESERVE + path], guides)
        balance = result - reserved + used
        deficit = -balance
        deficit = deficit if deficit > 0 else 0.0
        left, work[OWED_1 + path], work[OWED_2 + path] = _pay_back(
            work[OWED_1 + path], work[OWED_2 + path], newest, balance if balance > 0 else 0.0
        )
        work[DEFICIT_1 + path], work[DEFICIT_2 + path], work[DEFICIT_3 + path] = middle, newest, deficit
        work[RESERVE + path] += reserved - used
        change = investment_level * people * dearer - worn
        work[FIXED + path] += change
        work[DEBT + path] = debt + change - result
        work[EQUITY + path] = equity + result
        work[INCOME + path], work[RESULT + path] = income, result
        broken += deficit > 0
        late += left > TOLERANCE
    return broken, late


@njit(nogil=True, error_model="numpy", inline="always")
def _show(
    work: NDArray[np.float64],
    books: NDArray[np.float64],
    at: Place,
    population: NDArray[np.float64],
    share: NDArray[np.float32],
    ratio: NDArray[np.float32],
    per_head: NDArray[np.float32],
) -> None:
    """Result share and equity ratio in per cent, net debt in kronor an inhabitant, in the precision that is kept."""
    held, owed, heads, commitment = books[5] - books[4], books[8] - books[3], books[0], books[7]
    year, first, own, length = at
    for path in range(length):
        share[year, first + path] = np.float32(100 * work[RESULT + path]) / np.float32(work[INCOME + path])
    for path in range(length):
        beyond = np.float32(100 * (work[EQUITY + path] - commitment))
        ratio[year, first + path] = beyond / np.float32(held + work[FIXED + path])
    for path in range(length):
        people = np.float32(heads * population[year, own + path])
        per_head[year, first + path] = np.float32(owed + work[DEBT + path]) / people


@njit(cache=True, nogil=True, error_model="numpy")
def carry_forward(
    first_path: int,
    last_path: int,
    books: NDArray[np.float64],
    course: NDArray[np.float64],
    income_shock: NDArray[np.float32],
    cost_shock: NDArray[np.float32],
    interest_shock: NDArray[np.float32],
    own_shock: NDArray[np.float32],
    population: NDArray[np.float64],
    need: NDArray[np.float64],
    keep: bool,
    share: NDArray[np.float32],
    equity_ratio: NDArray[np.float32],
    net_debt: NDArray[np.float32],
    breaks: NDArray[np.int64],
    unrestored: NDArray[np.int64],
) -> None:
    """Fill `share`, `equity_ratio`, `net_debt` (T, P) when `keep`, and add to `breaks`, `unrestored` (T,), for paths
    from the first to before the last: threads take different paths and counts of their own.

    `course` (5, T) as the fields of `Course`; shocks (T, P); `population`, `need` (T, Q), repeated over the paths.
    """
    years, own_paths = np.uint64(population.shape[0]), np.uint64(population.shape[1])
    first, last = np.uint64(first_path), np.uint64(last_path)
    work = np.empty(ROWS * ROW)
    while first < last:
        own = first % own_paths
        length = min(MOST, last - first, own_paths - own)
        work[DEBT:FIXED], work[FIXED:EQUITY] = books[3], books[4]
        work[EQUITY:RESERVE], work[RESERVE:DEFICIT_1], work[DEFICIT_1:] = books[6], books[9], 0.0
        for year in range(FIRST_YEAR, years):
            at = (year, first, own, length)
            levels = (course[0, year] + course[4, year], course[1, year], course[2, year], course[3, year])
            broken, late = _carry_year(
                work,
                books,
                levels,
                at,
                population,
                need,
                income_shock,
                cost_shock,
                interest_shock,
                own_shock,
            )
            breaks[year] += broken
            unrestored[year] += late
            if keep:
                _show(work, books, at, population, share, equity_ratio, net_debt)
        first += length
