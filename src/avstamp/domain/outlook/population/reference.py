"""What should the engine give, in plain NumPy?

The same model as `engine`, one line of arrays for each line of the definition. With `CountedDraws` it takes the very
words the engine takes and gives the same bytes, which the tests hold; with `GeneratorDraws` it is what one would
write with NumPy's own generator, and is the peer in the benchmark.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population import bundle, chance
from avstamp.domain.outlook.population.ages import AGES, FINEST, WOMEN
from avstamp.domain.outlook.population.random_words import philox_words
from avstamp.domain.outlook.population.rates import (
    BLOCKS,
    FERTILITY,
    LEVEL,
    LEVEL_PATTERN,
    MORTALITY,
    SHOCKS,
    Rates,
    Uncertainty,
)

Floats = NDArray[np.float32]
Counts = NDArray[np.int32]


class Draws(Protocol):
    """Where the reference takes its chance from; each method is asked once a year, in this order."""

    def shocks(self, year: int) -> tuple[Floats, Floats]:
        """Standard normals (paths, 10): those that are added this year, and those that last."""

    def normals(self, year: int) -> Floats:
        """Standard normals (paths, 2, 101), one a cell."""

    def exact(
        self, people: Counts, keep: Floats, arriving: Floats, *, sex: int, ages: NDArray[np.integer]
    ) -> Counts:
        """Binomial plus Poisson for the cells at `ages`; all arrays (paths, ages)."""


class GeneratorDraws:
    """NumPy's own Philox generator."""

    def __init__(self, paths: int, seed: int) -> None:
        self._paths = paths
        self._generator = np.random.Generator(np.random.Philox(seed))

    def shocks(self, year: int) -> tuple[Floats, Floats]:
        """See `Draws`."""
        added, lasting = self._generator.standard_normal((2, self._paths, SHOCKS), np.float32)
        return added, lasting

    def normals(self, year: int) -> Floats:
        """See `Draws`."""
        return self._generator.standard_normal((self._paths, 2, AGES), np.float32)

    def exact(
        self, people: Counts, keep: Floats, arriving: Floats, *, sex: int, ages: NDArray[np.integer]
    ) -> Counts:
        """See `Draws`."""
        kept = self._generator.binomial(people, np.minimum(keep, 1.0))
        return (kept + self._generator.poisson(arriving)).astype(np.int32)


class CountedDraws:
    """The engine's own words, for one unit and consecutive paths."""

    def __init__(self, unit: int, paths: int, seed: int, first_path: int = 0) -> None:
        self._unit, self._seed = unit, seed
        self._paths = np.arange(first_path, first_path + paths)
        self._words = np.empty((paths, 0), np.uint32)

    def shocks(self, year: int) -> tuple[Floats, Floats]:
        """See `Draws`."""
        self._words = self._drawn(chance.WORDS, year)
        added = self._words[:, chance.FIRST_ADDED : chance.FIRST_ADDED + 2 * SHOCKS]
        return _normal_of_bytes(added), _normal_of_bytes(
            self._drawn(chance.LASTING_WORDS, chance.LASTING_YEAR)
        )

    def _drawn(self, count: int, year: int) -> NDArray[np.uint32]:
        return philox_words(count, unit=self._unit, paths=self._paths, year=year, seed=self._seed)

    def normals(self, year: int) -> Floats:
        """See `Draws`."""
        words = self._words[:, :AGES]
        totals = [
            sum((words >> np.uint32(half + shift)) & np.uint32(15) for shift in (0, 4, 8, 12))
            for half in (0, 16)
        ]
        return (np.stack(totals, axis=1).astype(np.float32) - chance.THIRTY) * chance.NIBBLES_SD

    def exact(
        self, people: Counts, keep: Floats, arriving: Floats, *, sex: int, ages: NDArray[np.integer]
    ) -> Counts:
        """See `Draws`."""
        words = self._words[:, ages]
        turn = np.uint32(2 * sex)
        drawn = [
            chance.draw_cell(int(n), float(k), float(a), word, turn)
            for n, k, a, word in zip(
                people.ravel(), keep.ravel(), arriving.ravel(), words.ravel(), strict=True
            )
        ]
        return np.array(drawn, np.int32).reshape(people.shape)


def _normal_of_bytes(words: NDArray[np.uint32]) -> Floats:
    """A standard normal of each shock's first and second word."""
    total = np.asarray(sum((words >> np.uint32(shift)) & np.uint32(255) for shift in (0, 8, 16, 24)))
    both = total[:, :SHOCKS] + total[:, SHOCKS:]
    return np.asarray((both.astype(np.float32) - chance.MIDDLE_BYTES) * chance.BYTES_SD)


def _count(people: Counts) -> Counts:
    both = people.sum(axis=1, dtype=np.int32)
    return np.stack([both[:, group.ages].sum(axis=1, dtype=np.int32) for group in FINEST], axis=1)


def _rounded(mean: Floats, spread: Floats, normal: Floats) -> Counts:
    return np.maximum(mean + spread * normal + chance.HALF, chance.ZERO).astype(np.int32)


def draw_one_unit(
    rates: Rates, uncertainty: Uncertainty, *, paths: int, draws: Draws, national: Floats, town: Floats
) -> Counts:
    """Draw future populations of one unit.

    Args: `rates`, `uncertainty` of exactly one unit; `national` and `town` (paths, years, 10) as
        `engine.common_errors` gives them.
    Returns: people (paths, years + 1, groups of `FINEST`), as `engine.draw_paths`.
    Raises: nothing. Source: as `engine.draw_paths`. Example: see the tests.
    """
    now = np.repeat(rates.start, paths, axis=0)
    error = np.zeros((paths, SHOCKS), np.float32)
    out = np.empty((paths, rates.years + 1, len(FINEST)), np.int32)
    out[:, 0] = _count(now)
    net, lasts = np.empty((paths, 1, AGES), np.float32), error
    for year in range(rates.years):
        added, lasting = draws.shocks(year)
        if year == 0:
            lasts = uncertainty.lasting[0] * lasting
        error = uncertainty.persistence * error + uncertainty.yearly[0] * added
        shock = lasts + error + (national[:, year] + uncertainty.loading[0] * town[:, year])
        for block, (first, last) in enumerate(BLOCKS):
            moved = shock[:, block] + LEVEL_PATTERN[block] * shock[:, LEVEL]
            net[:, 0, first : last + 1] = moved[:, None]
        now = _one_year(rates, year, now, net, shock, draws)
        out[:, year + 1] = _count(now)
    return out


def _one_year(rates: Rates, year: int, before: Counts, net: Floats, shock: Floats, draws: Draws) -> Counts:
    stay, death, inflow, exposed = (
        array[0, year] for array in (rates.stay, rates.death, rates.inflow, rates.exposed)
    )
    mortality = np.exp(shock[:, MORTALITY].astype(np.float64)).astype(np.float32)[:, None, None]
    births = np.exp(shock[:, FERTILITY].astype(np.float64)).astype(np.float32)
    normal = draws.normals(year)
    keep = np.maximum(stay - stay * death * mortality, chance.ZERO)
    arriving = np.maximum(inflow + exposed * net, chance.ZERO)
    people = np.empty_like(before)
    people[:, :, 1:] = before[:, :, :-1]
    people[:, :, AGES - 1] += before[:, :, AGES - 1]
    kept = people.astype(np.float32) * keep
    mean = kept + arriving
    spread = np.sqrt(np.maximum(mean - kept * keep, chance.ZERO))
    now = _rounded(mean, spread, normal)
    for sex in range(2):
        cells = np.flatnonzero(rates.exact[0, year, sex, 1:]) + 1
        of = (people[:, sex, cells], keep[:, sex, cells], arriving[:, sex, cells])
        now[:, sex, cells] = draws.exact(*of, sex=sex, ages=cells)
    born = _births(rates.fertility[0, year], before[:, WOMEN] + now[:, WOMEN])
    for sex, share in enumerate((bundle.GIRL, bundle.BOY)):
        expected = chance.HALF * born * births * share * keep[:, sex, 0] + arriving[:, sex, 0]
        if rates.exact[0, year, sex, 0]:
            none = np.zeros((len(before), 1), np.int32)
            newborn = draws.exact(none, none + chance.ONE, expected[:, None], sex=sex, ages=np.array([0]))[
                :, 0
            ]
        else:
            newborn = _rounded(expected, np.sqrt(expected), normal[:, sex, 0])
        now[:, sex, 0] = newborn
    return now


def _births(fertility: Floats, women: Counts) -> Floats:
    """Births in the order in which the engine adds them, so that the last bit is the same."""
    ages = slice(bundle.FIRST_MOTHER, bundle.FIRST_MOTHER + bundle.MOTHERS)
    of_age = fertility[ages] * women[:, ages].astype(np.float32)
    lanes = np.zeros((len(women), bundle.SUMS), np.float32)
    for row in range(bundle.MOTHERS // bundle.SUMS):
        lanes += of_age[:, row * bundle.SUMS : (row + 1) * bundle.SUMS]
    born = np.zeros(len(women), np.float32)
    for lane in range(bundle.SUMS):
        born += lanes[:, lane]
    return born
