"""How are thousands of futures of one municipality's books carried forward at once?

Paths are handled in chunks of `CHUNK`, year by year, so that the state of a chunk stays near the processor. What
is counted is counted per chunk in whole numbers: the answer is the same for any number of threads.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

CHUNK = 500
"""Paths handled together; fixed, so that results never depend on the number of threads."""

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


# Rows of the work array of a chunk. It is flat, with constant distances between rows, so that the compiler sees that
# no row lies over another and turns each loop into vector instructions.
INCOME, RESULT, INVESTED, INTEREST, OWN = 0, CHUNK, 2 * CHUNK, 3 * CHUNK, 4 * CHUNK
DEBT, FIXED, EQUITY, RESERVE = 5 * CHUNK, 6 * CHUNK, 7 * CHUNK, 8 * CHUNK
DEFICIT_1, DEFICIT_2, DEFICIT_3 = 9 * CHUNK, 10 * CHUNK, 11 * CHUNK
OWED_1, OWED_2, OWED_3, LEFT = 12 * CHUNK, 13 * CHUNK, 14 * CHUNK, 15 * CHUNK
ROWS = 16


@njit(cache=True, nogil=True)
def _earn(
    work: NDArray[np.float64],
    levels: tuple[float, float, float, float],
    population: NDArray[np.float64],
    need: NDArray[np.float64],
    income_shock: NDArray[np.float32],
    cost_shock: NDArray[np.float32],
    interest_shock: NDArray[np.float32],
    own_shock: NDArray[np.float32],
) -> None:
    """Income, what is left of it after cost, investment, interest and own chance in kronor."""
    income_level, cost_level, investment_level, interest_level = levels
    for path in range(CHUNK):
        work[INCOME + path] = income_level * population[path] * income_shock[path]
    for path in range(CHUNK):
        work[RESULT + path] = work[INCOME + path] - cost_level * need[path] * cost_shock[path]
    for path in range(CHUNK):
        work[INVESTED + path] = investment_level * population[path] * cost_shock[path]
    for path in range(CHUNK):
        # Nobody is paid to borrow: interest stops at nothing.
        interest = interest_level + interest_shock[path]
        work[INTEREST + path] = interest if interest > 0 else 0.0
    for path in range(CHUNK):
        work[OWN + path] = own_shock[path]


@njit(cache=True, nogil=True)
def _settle(work: NDArray[np.float64], books: NDArray[np.float64]) -> None:
    """The year's result, and what it and investment do to the balance sheet and to the list of deficits."""
    rate, other, commitment, chance = books[1], books[2], books[7], 0.01 * books[10]
    reserve_share, use_share, restore = books[11], books[12], books[13] / 3
    for path in range(CHUNK):
        income = work[INCOME + path]
        change = work[INVESTED + path] - rate * work[FIXED + path]
        result = work[RESULT + path] - rate * work[FIXED + path]
        result = (
            result - work[DEBT + path] * work[INTEREST + path] + other + work[OWN + path] * chance * income
        )
        result += restore * (work[DEFICIT_1 + path] + work[DEFICIT_2 + path] + work[DEFICIT_3 + path])
        reserve = work[RESERVE + path]
        room = result - (LOW_EQUITY_FLOOR if work[EQUITY + path] < commitment else FLOOR) * income
        below_cap = RESERVE_CAP * income - reserve
        room = room if room < below_cap else below_cap
        reserved = reserve_share * (room if room > 0 else 0.0)
        lacking = -result if result < 0 else 0.0
        usable = use_share * reserve
        used = lacking if lacking < usable else usable
        balance = result - reserved + used
        deficit = -balance if balance < 0 else 0.0
        surplus = balance if balance > 0 else 0.0
        # A surplus restores the oldest deficit first.
        oldest, middle, newest = work[OWED_1 + path], work[OWED_2 + path], work[OWED_3 + path]
        paid_back = oldest if oldest < surplus else surplus
        work[LEFT + path] = oldest - paid_back
        surplus -= paid_back
        paid_back = middle if middle < surplus else surplus
        work[OWED_1 + path] = middle - paid_back
        surplus -= paid_back
        work[OWED_2 + path] = newest - (newest if newest < surplus else surplus)
        work[OWED_3 + path] = deficit
        work[DEFICIT_1 + path] = work[DEFICIT_2 + path]
        work[DEFICIT_2 + path] = work[DEFICIT_3 + path]
        work[DEFICIT_3 + path] = deficit
        work[RESERVE + path] = reserve + reserved - used
        work[RESULT + path] = result
        work[FIXED + path] += change
        work[DEBT + path] += change - result
        work[EQUITY + path] += result


@njit(cache=True, nogil=True)
def _count(work: NDArray[np.float64], row: int, above: float) -> int:
    """How many paths of a row lie above a number."""
    number = 0
    for path in range(CHUNK):
        number += work[row + path] > above
    return number


@njit(cache=True, nogil=True)
def _show(
    work: NDArray[np.float64],
    books: NDArray[np.float64],
    population: NDArray[np.float64],
    share: NDArray[np.float32],
    ratio: NDArray[np.float32],
    per_head: NDArray[np.float32],
) -> None:
    """Result share and equity ratio in per cent, net debt in kronor an inhabitant, in the precision that is kept."""
    held, owed, heads, commitment = books[5] - books[4], books[8] - books[3], books[0], books[7]
    for path in range(CHUNK):
        share[path] = np.float32(100 * work[RESULT + path]) / np.float32(work[INCOME + path])
    for path in range(CHUNK):
        ratio[path] = np.float32(100 * (work[EQUITY + path] - commitment)) / np.float32(
            held + work[FIXED + path]
        )
    for path in range(CHUNK):
        per_head[path] = np.float32(owed + work[DEBT + path]) / np.float32(heads * population[path])


@njit(cache=True, nogil=True)
def carry_forward(
    first_chunk: int,
    last_chunk: int,
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
    """Fill `share`, `equity_ratio`, `net_debt` (T, P) when `keep`, and `breaks`, `unrestored` (chunks, T), for chunks
    from the first to before the last: threads take different chunks.

    `course` (5, T) as the fields of `Course`; shocks (T, P); `population`, `need` (T, Q), Q a multiple of the chunk.
    """
    years, own_paths = population.shape
    for chunk in range(first_chunk, last_chunk):
        start = chunk * CHUNK
        offset = start % own_paths
        span, own_span = slice(start, start + CHUNK), slice(offset, offset + CHUNK)
        work = np.zeros(ROWS * CHUNK)
        work[DEBT:FIXED], work[FIXED:EQUITY] = books[3], books[4]
        work[EQUITY:RESERVE], work[RESERVE:DEFICIT_1] = books[6], books[9]
        for year in range(years):
            people = population[year, own_span]
            _earn(
                work,
                (course[0, year] + course[4, year], course[1, year], course[2, year], course[3, year]),
                people,
                need[year, own_span],
                income_shock[year, span],
                cost_shock[year, span],
                interest_shock[year, span],
                own_shock[year, span],
            )
            _settle(work, books)
            breaks[chunk, year] = _count(work, DEFICIT_3, 0.0)
            unrestored[chunk, year] = _count(work, LEFT, TOLERANCE)
            if keep:
                _show(work, books, people, share[year, span], equity_ratio[year, span], net_debt[year, span])
