"""How are a thousand futures of every municipality drawn in a second?

One step of one path, for each sex and age: those who were there a year younger stay and survive with a probability,
others move in, and the sum is a whole number drawn with the binomial and Poisson variance of the two. Cells where
few are expected are drawn from those distributions exactly; others by a rounded normal, whose error is far below
one person. Rates differ between paths: an error that lasts, one that is added every year, one common to the country.
"""

from __future__ import annotations

import math

import numpy as np
from numba import get_num_threads, njit, prange, set_num_threads
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, BOYS, FERTILE, FINEST, WOMEN
from avstamp.domain.outlook.population.random_words import fill_words
from avstamp.domain.outlook.population.rates import (
    BLOCKS,
    FERTILITY,
    LEVEL,
    LEVEL_PATTERN,
    MORTALITY,
    SHOCKS,
    Common,
    Rates,
    Uncertainty,
)

WIDTH = 104
"""Ages, filled up to whole vectors of eight."""

BELOW = 8
"""Empty places before age 0, so that those a year younger are read one place before without asking for the age."""

STAY, LOSS, INFLOW, EXPOSED = range(4)

WORDS, LASTING_WORDS = 128, 20
"""Random words of a unit, path and year: one for each age (half a word for each sex), then the first words of all
shocks that are added that year, then their second ones; and, as a year of their own, those of the shocks that last."""

FIRST_ADDED, FIRST_LASTING = AGES, 2 * SHOCKS
"""Where shocks begin among a year's words; and, for the country, in which nobody lives as such, those that last."""

LASTING_YEAR = 0x80000000
"""Stands for all years among years when words are drawn."""

NATION, TOWN = 0xFFFFFFFF, 0xFFFFFFFE
"""Stand for the whole country, and for town against country, among units when words are drawn."""

CHUNK = 25
"""Paths of one unit that one thread takes at a time; no figure depends on it."""

LEAST_KEEP = 1e-9
MOST_PEOPLE, MOST_ARRIVALS = 1000, 1000
RECIPROCAL = 1.0 / np.maximum(np.arange(max(MOST_PEOPLE, MOST_ARRIVALS) + 2), 1)
ODD_BYTES, MIDDLE_BYTES = np.uint32(0x00FF00FF), np.float32(1020)
NIBBLES_SD = np.float32(1 / math.sqrt(4 * 255 / 12))
BYTES_SD = np.float32(1 / math.sqrt(8 * 65535 / 12))
BLOCK_FIRST = (*(first for first, _ in BLOCKS), AGES)
GROUP_FIRST = np.array([group.first for group in FINEST] + [AGES], np.int64)
LANES = 8
"""Births are summed in so many sums side by side, always in the same order."""

FIRST_MOTHER = FERTILE.start - 2
MOTHER_ROWS = (FERTILE.stop - FIRST_MOTHER + LANES - 1) // LANES
BOY, GIRL = np.float32(BOYS), np.float32(1 - BOYS)
HALF, ONE, ZERO, THIRTY = np.float32(0.5), np.float32(1), np.float32(0), np.float32(30)


@njit(cache=True, inline="always")
def _shock(first: np.uint32, second: np.uint32) -> np.float32:
    """A standard normal, near enough: the sum of the eight bytes of two words."""
    pairs = (first & ODD_BYTES) + ((first >> np.uint32(8)) & ODD_BYTES)
    pairs += (second & ODD_BYTES) + ((second >> np.uint32(8)) & ODD_BYTES)
    total = (pairs & np.uint32(0xFFFF)) + (pairs >> np.uint32(16))
    return (np.float32(np.int32(total)) - MIDDLE_BYTES) * BYTES_SD


@njit(cache=True, inline="always")
def scramble(word: np.uint32, turn: np.uint32) -> float:
    """A number from 0 to 1 from a word; different turns give numbers that do not follow each other."""
    x = np.uint32(word + turn * np.uint32(0x9E3779B9))
    x = np.uint32((x ^ (x >> np.uint32(16))) * np.uint32(0x21F0AAAD))
    x = np.uint32((x ^ (x >> np.uint32(15))) * np.uint32(0xD35A2D97))
    x = np.uint32(x ^ (x >> np.uint32(15)))
    return (float(x) + 0.5) / 4294967296.0


@njit(cache=True)
def _draw_arrivals(expected: float, uniform: float) -> int:
    """How many arrive when so many are expected: Poisson, by inversion."""
    chance = math.exp(-expected)
    arrived, reached = 0, chance
    while uniform > reached and arrived < MOST_ARRIVALS:
        arrived += 1
        chance *= expected * RECIPROCAL[arrived]
        reached += chance
    return arrived


@njit(cache=True, inline="always")
def _power(base: float, exponent: int) -> float:
    """`base` to a whole power; up to 15 without a branch, since these are cells with few people."""
    square = base * base
    fourth = square * square
    power = base if exponent & 1 else 1.0
    power *= square if exponent & 2 else 1.0
    power *= fourth if exponent & 4 else 1.0
    power *= fourth * fourth if exponent & 8 else 1.0
    if exponent > 15:
        for _ in range(exponent >> 4):
            power *= fourth * fourth * fourth * fourth
    return power


@njit(cache=True, inline="always")
def draw_cell(people: int, keep: float, arriving: float, word: np.uint32, turn: np.uint32) -> int:
    """How many there are after losses and arrivals: binomial plus Poisson, both by inversion.

    The two numbers between 0 and 1 that are inverted are scrambled from one word.
    """
    left = people
    if people > 0:
        uniform = scramble(word, turn)
        chance = _power(keep, people)
        reached = chance
        if uniform > reached:
            odds = (1.0 - keep) / max(keep, LEAST_KEEP)
            lost = 0
            while uniform > reached and lost < people:
                chance *= odds * (people - lost) * RECIPROCAL[lost + 1]
                reached += chance
                lost += 1
            left = people - lost
    uniform = scramble(word, turn + np.uint32(1))
    if uniform <= 1.0 - arriving:  # exp(-x) is never below 1 - x, so that the answer is 0 without it
        return left
    return left + _draw_arrivals(arriving, uniform)


@njit(cache=True, inline="always")
def _cell_normal(word: np.uint32, half: np.uint32) -> np.float32:
    """A standard normal, near enough for one cell: the sum of four numbers of four bits."""
    part = (word >> half) & np.uint32(0xFFFF)
    pairs = (part & np.uint32(0x0F0F)) + ((part >> np.uint32(4)) & np.uint32(0x0F0F))
    total = (pairs & np.uint32(0xFF)) + (pairs >> np.uint32(8))
    return (np.float32(np.int32(total)) - THIRTY) * NIBBLES_SD


@njit(cache=True)
def _grow_older(people, old, new, words, year, sex, rates, net, mortality):  # type: ignore[no-untyped-def]
    half = np.uint32(16 * sex)
    for age in range(WIDTH):
        keep = max(rates[year, sex, STAY, age] - rates[year, sex, LOSS, age] * mortality, ZERO)
        arriving = max(rates[year, sex, INFLOW, age] + rates[year, sex, EXPOSED, age] * net[age], ZERO)
        kept = np.float32(people[old, sex, BELOW - 1 + age]) * keep
        mean = kept + arriving
        spread = np.float32(math.sqrt(max(mean - kept * keep, ZERO)))
        grown = mean + spread * _cell_normal(words[age], half) + HALF
        people[new, sex, BELOW + age] = np.int32(max(grown, ZERO))


@njit(cache=True)
def _exact_cells(people, old, new, words, year, sex, cells, bounds, rates, net, mortality):  # type: ignore[no-untyped-def]
    for number in range(bounds[2 * year + sex], bounds[2 * year + sex + 1]):
        age = cells[number]
        keep = max(rates[year, sex, STAY, age] - rates[year, sex, LOSS, age] * mortality, ZERO)
        arriving = max(rates[year, sex, INFLOW, age] + rates[year, sex, EXPOSED, age] * net[age], ZERO)
        there = min(people[old, sex, BELOW - 1 + age], MOST_PEOPLE)
        after = draw_cell(there, float(keep), float(arriving), words[age], np.uint32(2 * sex))
        people[new, sex, BELOW + age] = after


@njit(cache=True)
def _newborn(people, old, new, words, year, rates, fertility, exact, net, mortality, births, lanes):  # type: ignore[no-untyped-def]
    lanes[:] = ZERO
    for row in range(MOTHER_ROWS):
        for lane in range(LANES):
            age = FIRST_MOTHER + row * LANES + lane
            women = people[old, WOMEN, BELOW + age] + people[new, WOMEN, BELOW + age]
            lanes[lane] += fertility[year, age] * np.float32(women)
    born = ZERO
    for lane in range(LANES):
        born += lanes[lane]
    for sex in range(2):
        share = BOY if sex == 1 else GIRL
        keep = max(rates[year, sex, STAY, 0] - rates[year, sex, LOSS, 0] * mortality, ZERO)
        arriving = max(rates[year, sex, INFLOW, 0] + rates[year, sex, EXPOSED, 0] * net[0], ZERO)
        expected = HALF * born * births * share * keep + arriving
        if exact[year, sex, 0]:
            people[new, sex, BELOW] = draw_cell(0, 1.0, float(expected), words[0], np.uint32(2 * sex))
        else:
            spread = np.float32(math.sqrt(expected))
            normal = _cell_normal(words[0], np.uint32(16 * sex))
            people[new, sex, BELOW] = np.int32(max(expected + spread * normal + HALF, ZERO))


@njit(cache=True)
def _count(people, new, both, out, year):  # type: ignore[no-untyped-def]
    for age in range(AGES):
        both[age] = people[new, 0, BELOW + age] + people[new, 1, BELOW + age]
    for group in range(len(GROUP_FIRST) - 1):
        total = np.int32(0)
        for age in range(GROUP_FIRST[group], GROUP_FIRST[group + 1]):
            total += both[age]
        out[year, group] = total


@njit(cache=True, inline="always")
def _spread(net, shock, block):  # type: ignore[no-untyped-def]
    """Give each age of a block its error; asked for one block at a time, so that the limits are known when compiled."""
    moved = shock[block] + LEVEL_PATTERN[block] * shock[LEVEL]
    for age in range(BLOCK_FIRST[block], BLOCK_FIRST[block + 1]):
        net[age] = moved


@njit(cache=True)
def _add_errors(error, lasts, shock, net, words, once, year, lasting, yearly, persistence, national, town, loading):  # type: ignore[no-untyped-def]  # fmt: skip
    if year == 0:
        for number in range(SHOCKS):
            error[number] = ZERO
            lasts[number] = lasting[number] * _shock(once[number], once[number + SHOCKS])
    for number in range(SHOCKS):
        at = FIRST_ADDED + number
        passing = persistence[number] * error[number] + yearly[number] * _shock(words[at], words[at + SHOCKS])
        error[number] = passing
        common = national[year, number] + loading * town[year, number]
        shock[number] = lasts[number] + passing + common
    _spread(net, shock, 0)
    _spread(net, shock, 1)
    _spread(net, shock, 2)
    _spread(net, shock, 3)
    _spread(net, shock, 4)
    _spread(net, shock, 5)
    _spread(net, shock, 6)


@njit(cache=True)
def _some_paths(start, rates, fertility, exact, cells, bounds, lasting, yearly, persistence, national, town, loading, unit, first_path, seed, out):  # type: ignore[no-untyped-def]  # fmt: skip  # noqa: E501
    people = np.zeros((2, 2, BELOW + WIDTH), np.int32)
    words, once = np.empty(WORDS, np.uint32), np.empty(LASTING_WORDS, np.uint32)
    both = np.empty(AGES, np.int32)
    net, lanes = np.zeros(WIDTH, np.float32), np.empty(LANES, np.float32)
    error, lasts, shock = (
        np.empty(SHOCKS, np.float32),
        np.empty(SHOCKS, np.float32),
        np.empty(SHOCKS, np.float32),
    )
    for path in range(out.shape[0]):
        people[0, :, BELOW : BELOW + AGES] = start
        mine, common, apart = out[path], national[path], town[path]
        _count(people, 0, both, mine, 0)
        fill_words(once, unit, np.uint32(first_path + path), np.uint32(LASTING_YEAR), seed)
        for year in range(rates.shape[0]):
            fill_words(words, unit, np.uint32(first_path + path), np.uint32(year), seed)
            _add_errors(error, lasts, shock, net, words, once, year, lasting, yearly, persistence, common, apart, loading)  # fmt: skip  # noqa: E501
            mortality = np.float32(math.exp(shock[MORTALITY]))
            births = np.float32(math.exp(shock[FERTILITY]))
            old = year & 1
            new = 1 - old
            for sex in range(2):
                # The oldest age is open: who are in it stay in it.
                people[old, sex, BELOW + AGES - 2] += people[old, sex, BELOW + AGES - 1]
                _grow_older(people, old, new, words, year, sex, rates, net, mortality)
                _exact_cells(people, old, new, words, year, sex, cells, bounds, rates, net, mortality)
            _newborn(people, old, new, words, year, rates, fertility, exact, net, mortality, births, lanes)
            _count(people, new, both, mine, year + 1)


@njit(cache=True, parallel=True)
def _all_paths(start, rates, fertility, exact, cells, bounds, lasting, yearly, persistence, national, town, loading, units, first_path, seed, out):  # type: ignore[no-untyped-def]  # fmt: skip  # noqa: E501
    paths = out.shape[1]
    chunks = (paths + CHUNK - 1) // CHUNK
    for task in prange(start.shape[0] * chunks):
        u, first = task // chunks, (task % chunks) * CHUNK
        last = min(first + CHUNK, paths)
        _some_paths(start[u], rates[u], fertility[u], exact[u], cells, bounds[u], lasting[u], yearly[u], persistence, national[first:last], town[first:last], loading[u], np.uint32(units[u]), first_path + first, np.uint32(seed), out[u, first:last])  # fmt: skip  # noqa: E501


def _packed(rates: Rates) -> NDArray[np.float32]:
    """The four rates of a cell side by side, with ages up to a whole number of vectors."""
    packed = np.zeros((rates.units, rates.years, 2, 4, WIDTH), np.float32)
    packed[:, :, :, STAY, :AGES] = rates.stay
    packed[:, :, :, LOSS, :AGES] = rates.stay * rates.death
    packed[:, :, :, INFLOW, :AGES] = rates.inflow
    packed[:, :, :, EXPOSED, :AGES] = rates.exposed
    return packed


def _exact_lists(exact: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ages of the exact cells beyond age 0, in order, and where those of each unit, year and sex begin."""
    flat = exact[..., 1:].reshape(len(exact), -1, AGES - 1)
    counts = flat.sum(axis=2).ravel()
    bounds = np.concatenate([[0], np.cumsum(counts)])
    index = np.arange(len(exact))[:, None] * flat.shape[1] + np.arange(flat.shape[1] + 1)
    return np.nonzero(flat)[2] + 1, bounds[index].astype(np.int64)


@njit(cache=True)
def _common_errors(lasting, first, yearly, persistence, years, first_path, paths, stands_for, seed):  # type: ignore[no-untyped-def]
    errors = np.zeros((paths, years, SHOCKS), np.float32)
    words, error, lasts = (
        np.empty(WORDS, np.uint32),
        np.zeros(SHOCKS, np.float32),
        np.zeros(SHOCKS, np.float32),
    )
    for path in range(paths):
        for year in range(years):
            fill_words(
                words, np.uint32(stands_for), np.uint32(first_path + path), np.uint32(year), np.uint32(seed)
            )
            for number in range(SHOCKS):
                if year == 0:
                    # Nobody lives in the country as such: words of ages are free.
                    error[number] = first[number] * _shock(words[number], words[number + SHOCKS])
                    at = FIRST_LASTING + number
                    lasts[number] = lasting[number] * _shock(words[at], words[at + SHOCKS])
                else:
                    error[number] *= persistence[number]
                at = FIRST_ADDED + number
                error[number] += yearly[number] * _shock(words[at], words[at + SHOCKS])
                errors[path, year, number] = lasts[number] + error[number]
    return errors


def common_errors(
    common: Common, *, years: int, paths: int, seed: int, stands_for: int, first_path: int = 0
) -> NDArray[np.float32]:
    """Errors that units share; (paths, years, 10). `stands_for` is `NATION` or `TOWN`."""
    return np.asarray(
        _common_errors(
            common.lasting, common.first, common.yearly, common.persistence,
            years, first_path, paths, stands_for, seed,
        )
    )  # fmt: skip


def draw_paths(
    rates: Rates,
    uncertainty: Uncertainty,
    *,
    units: NDArray[np.integer],
    paths: int,
    seed: int,
    first_path: int = 0,
    threads: int | None = None,
) -> NDArray[np.int32]:
    """Draw future populations of some units.

    Definition: see the module; N(a+1, t+1) ~ Binomial(N(a, t), stay·(1 − death)) + Poisson(inflow), newborn
        ~ Poisson(½ Σ fertility·(women before + after)·share·survival + inflow).
    Args: `rates`, `uncertainty` for U units; `units` (U,) their codes as whole numbers, which with the path and the
        year decide what is drawn; `paths` how many, counted from `first_path`; `seed` below 2**32; `threads` at most.
    Returns: people (U, paths, years + 1, groups of `FINEST`), the base first. The same bytes for any number of
        threads and for any division of units and paths into calls.
    Raises: nothing.
    Source: the cohort-component method, S. H. Preston, P. Heuveline and M. Guillot, "Demography" (2001), ch. 6.
    Example: see `tests/domain/outlook/population/test_engine.py`.
    """
    out = np.empty((rates.units, paths, rates.years + 1, len(FINEST)), np.int32)
    cells, bounds = _exact_lists(rates.exact)
    shared = {"years": rates.years, "paths": paths, "seed": seed, "first_path": first_path}
    national = common_errors(uncertainty.nation, stands_for=NATION, **shared)
    town = common_errors(uncertainty.town, stands_for=TOWN, **shared)
    before = get_num_threads()
    set_num_threads(min(threads, before) if threads else before)
    try:
        _all_paths(
            np.ascontiguousarray(rates.start), _packed(rates), np.ascontiguousarray(rates.fertility),
            np.ascontiguousarray(rates.exact), cells, bounds, uncertainty.lasting, uncertainty.yearly,
            uncertainty.persistence, national, town, uncertainty.loading,
            np.asarray(units, np.int64), first_path, seed, out,
        )  # fmt: skip
    finally:
        set_num_threads(before)
    return out
