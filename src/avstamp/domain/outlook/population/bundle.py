"""How does a bundle of paths of one unit grow a year older together?

Paths lie side by side in the innermost dimension, so that one instruction takes eight of them. Whole numbers of people
are held as floats of four bytes, which are exact up to 16.7 million. A cohort stays in its row from birth to death:
where age 0 begins moves down one row a year, and nothing is copied.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from avstamp.domain.outlook.population.ages import AGES, BOYS, FERTILE, FINEST, WOMEN
from avstamp.domain.outlook.population.chance import (
    FIRST_ADDED,
    HALF,
    LASTING_WORDS,
    LASTING_YEAR,
    MOST_PEOPLE,
    WORDS,
    ZERO,
    draw_cell,
    normal_of,
    shock_of,
)
from avstamp.domain.outlook.population.random_words import fill_bundle
from avstamp.domain.outlook.population.rates import (
    BLOCKS,
    FERTILITY,
    LEVEL,
    LEVEL_PATTERN,
    MORTALITY,
    SHOCKS,
)

BUNDLE = 40
"""Paths that one thread takes at a time; no figure depends on it. Fewer spend more on beginning loops."""

BLOCK_OF = np.repeat(np.arange(len(BLOCKS)), [last - first + 1 for first, last in BLOCKS])
GROUP_FIRST = np.array([group.first for group in FINEST] + [AGES], np.int64)
SUMS = 8
"""Births are added up in so many sums, always in the same order, and those at last."""

FIRST_MOTHER = FERTILE.start - 2
MOTHERS = SUMS * ((FERTILE.stop - FIRST_MOTHER + SUMS - 1) // SUMS)
BOY, GIRL = np.float32(BOYS), np.float32(1 - BOYS)


@njit(cache=True)
def _add_errors(error, lasts, shock, moved, words, year, yearly, persistence, national, town, loading):  # type: ignore[no-untyped-def]
    for number in range(SHOCKS):
        at = FIRST_ADDED + number
        for lane in range(BUNDLE):
            drawn = shock_of(words[at, lane], words[at + SHOCKS, lane])
            error[number, lane] = persistence[number] * error[number, lane] + yearly[number] * drawn
        for lane in range(national.shape[0]):
            common = national[lane, year, number] + loading * town[lane, year, number]
            shock[number, lane] = lasts[number, lane] + error[number, lane] + common
    for block in range(len(BLOCKS)):
        for lane in range(BUNDLE):
            moved[block, lane] = shock[block, lane] + LEVEL_PATTERN[block] * shock[LEVEL, lane]
    for lane in range(BUNDLE):
        moved[MORTALITY, lane] = np.float32(math.exp(shock[MORTALITY, lane]))
        moved[FERTILITY, lane] = np.float32(math.exp(shock[FERTILITY, lane]))


@njit(cache=True)
def _grow_older(people, base, words, year, sex, stay, loss, inflow, exposed, exact, moved):  # type: ignore[no-untyped-def]
    half = np.uint32(16 * sex)
    for age in range(1, AGES):
        row, block = base + age, BLOCK_OF[age]
        stays, lost = stay[year, sex, age], loss[year, sex, age]
        came, there = inflow[year, sex, age], exposed[year, sex, age]
        if exact[year, sex, age]:
            for lane in range(BUNDLE):
                keep = max(stays - lost * moved[MORTALITY, lane], ZERO)
                arriving = max(came + there * moved[block, lane], ZERO)
                few = min(int(people[sex, row, lane]), MOST_PEOPLE)
                after = draw_cell(few, float(keep), float(arriving), words[age, lane], np.uint32(2 * sex))
                people[sex, row, lane] = np.float32(after)
        else:
            for lane in range(BUNDLE):
                keep = max(stays - lost * moved[MORTALITY, lane], ZERO)
                arriving = max(came + there * moved[block, lane], ZERO)
                kept = people[sex, row, lane] * keep
                mean = kept + arriving
                spread = np.float32(math.sqrt(max(mean - kept * keep, ZERO)))
                grown = mean + spread * normal_of(words[age, lane], half) + HALF
                people[sex, row, lane] = np.float32(np.int32(max(grown, ZERO)))


@njit(cache=True)
def _births(people, base, mothers, year, fertility, sums, born):  # type: ignore[no-untyped-def]
    sums[:] = ZERO
    for number in range(MOTHERS):
        age = FIRST_MOTHER + number
        children = fertility[year, age]
        for lane in range(BUNDLE):
            women = mothers[number, lane] + people[WOMEN, base + age, lane]
            sums[number % SUMS, lane] += children * women
    born[:] = ZERO
    for number in range(SUMS):
        for lane in range(BUNDLE):
            born[lane] += sums[number, lane]


@njit(cache=True)
def _newborn(people, base, words, year, stay, loss, inflow, exposed, exact, moved, born):  # type: ignore[no-untyped-def]
    for sex in range(2):
        share = BOY if sex == 1 else GIRL
        stays, lost = stay[year, sex, 0], loss[year, sex, 0]
        came, there = inflow[year, sex, 0], exposed[year, sex, 0]
        for lane in range(BUNDLE):
            keep = max(stays - lost * moved[MORTALITY, lane], ZERO)
            arriving = max(came + there * moved[0, lane], ZERO)
            expected = HALF * born[lane] * moved[FERTILITY, lane] * share * keep + arriving
            if exact[year, sex, 0]:
                few = draw_cell(0, 1.0, float(expected), words[0, lane], np.uint32(2 * sex))
                people[sex, base, lane] = np.float32(few)
            else:
                spread = np.float32(math.sqrt(expected))
                grown = expected + spread * normal_of(words[0, lane], np.uint32(16 * sex)) + HALF
                people[sex, base, lane] = np.float32(np.int32(max(grown, ZERO)))


@njit(cache=True)
def _count(people, base, total, out, year):  # type: ignore[no-untyped-def]
    for group in range(len(GROUP_FIRST) - 1):
        total[:] = ZERO
        for age in range(GROUP_FIRST[group], GROUP_FIRST[group + 1]):
            for lane in range(BUNDLE):
                total[lane] += people[0, base + age, lane] + people[1, base + age, lane]
        for lane in range(out.shape[0]):
            out[lane, year, group] = np.int32(total[lane])


@njit(cache=True)
def draw_bundle(start, stay, loss, inflow, exposed, fertility, exact, lasting, yearly, persistence, national, town, loading, unit, first_path, seed, out):  # type: ignore[no-untyped-def]  # fmt: skip  # noqa: E501
    """Draw the paths of `out`, at most `BUNDLE` from `first_path`, of one unit; see `engine.draw_paths`."""
    years = stay.shape[0]
    people = np.zeros((2, years + AGES, BUNDLE), np.float32)
    words = np.empty((WORDS, BUNDLE), np.uint32)
    error, lasts = np.zeros((SHOCKS, BUNDLE), np.float32), np.zeros((SHOCKS, BUNDLE), np.float32)
    shock, moved = np.zeros((SHOCKS, BUNDLE), np.float32), np.zeros((SHOCKS, BUNDLE), np.float32)
    mothers, sums = np.empty((MOTHERS, BUNDLE), np.float32), np.empty((SUMS, BUNDLE), np.float32)
    total, born = np.empty(BUNDLE, np.float32), np.empty(BUNDLE, np.float32)
    base = years
    for sex in range(2):
        for age in range(AGES):
            people[sex, base + age, :] = np.float32(start[sex, age])
    _count(people, base, total, out, 0)
    fill_bundle(words, LASTING_WORDS, unit, first_path, np.uint32(LASTING_YEAR), seed)
    for number in range(SHOCKS):
        for lane in range(BUNDLE):
            lasts[number, lane] = lasting[number] * shock_of(
                words[number, lane], words[number + SHOCKS, lane]
            )
    for year in range(years):
        fill_bundle(words, WORDS, unit, first_path, np.uint32(year), seed)
        _add_errors(error, lasts, shock, moved, words, year, yearly, persistence, national, town, loading)
        for number in range(MOTHERS):
            for lane in range(BUNDLE):
                mothers[number, lane] = people[WOMEN, base + FIRST_MOTHER + number, lane]
        for sex in range(2):
            # The oldest age is open: who are in it stay in it.
            for lane in range(BUNDLE):
                people[sex, base + AGES - 2, lane] += people[sex, base + AGES - 1, lane]
        base -= 1
        for sex in range(2):
            _grow_older(people, base, words, year, sex, stay, loss, inflow, exposed, exact, moved)
        _births(people, base, mothers, year, fertility, sums, born)
        _newborn(people, base, words, year, stay, loss, inflow, exposed, exact, moved, born)
        _count(people, base, total, out, year + 1)
