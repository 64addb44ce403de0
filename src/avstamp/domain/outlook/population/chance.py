"""What is drawn, and from which random words?

Words are counted, not remembered: the same unit, path and year has the same words wherever it is computed. A shock is
the sum of eight bytes of two words, a cell's normal the sum of four half bytes, and a cell of few people is drawn
from its exact distribution by inversion.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from avstamp.domain.outlook.population.ages import AGES
from avstamp.domain.outlook.population.rates import SHOCKS

WORDS, LASTING_WORDS = 128, 20
"""Random words of a unit, path and year: one for each age (half a word for each sex), then the first words of all
shocks that are added that year, then their second ones; and, as a year of their own, those of the shocks that last."""

FIRST_ADDED, FIRST_LASTING = AGES, 2 * SHOCKS
"""Where shocks begin among a year's words; and, for the country, in which nobody lives as such, those that last."""

LASTING_YEAR = 0x80000000
"""Stands for all years among years when words are drawn."""

NATION, TOWN = 0xFFFFFFFF, 0xFFFFFFFE
"""Stand for the whole country, and for town against country, among units when words are drawn."""

LEAST_KEEP = 1e-9
MOST_PEOPLE, MOST_ARRIVALS = 1000, 1000
RECIPROCAL = 1.0 / np.maximum(np.arange(max(MOST_PEOPLE, MOST_ARRIVALS) + 2), 1)
ODD_BYTES, MIDDLE_BYTES = np.uint32(0x00FF00FF), np.float32(1020)
NIBBLES_SD = np.float32(1 / math.sqrt(4 * 255 / 12))
BYTES_SD = np.float32(1 / math.sqrt(8 * 65535 / 12))
HALF, ONE, ZERO, THIRTY = np.float32(0.5), np.float32(1), np.float32(0), np.float32(30)


@njit(cache=True, inline="always")
def shock_of(first: np.uint32, second: np.uint32) -> np.float32:
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
def normal_of(word: np.uint32, half: np.uint32) -> np.float32:
    """A standard normal, near enough for one cell: the sum of four numbers of four bits."""
    part = (word >> half) & np.uint32(0xFFFF)
    pairs = (part & np.uint32(0x0F0F)) + ((part >> np.uint32(4)) & np.uint32(0x0F0F))
    total = (pairs & np.uint32(0xFF)) + (pairs >> np.uint32(8))
    return (np.float32(np.int32(total)) - THIRTY) * NIBBLES_SD
