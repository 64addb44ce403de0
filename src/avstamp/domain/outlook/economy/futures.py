"""What do the futures of one municipality look like, and how many of them break the balance requirement?"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.economy.books import Books, Course, Guidelines
from avstamp.domain.outlook.economy.drivers import Shocks
from avstamp.domain.outlook.economy.kernel import CHUNK, carry_forward
from avstamp.domain.outlook.economy.quantiles import path_quantiles

Paths = NDArray[np.float64]

FAN = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
"""The shares of futures that a fan shows."""

Shown = NDArray[np.float32]


@dataclass(frozen=True)
class OwnFutures:
    """What is the municipality's own in each path: `population` and `need` (T, Q) as factors of the base year's.

    Q is a multiple of 500 and is repeated over the paths. `spread` scales own chance (per cent of income).
    """

    population: Paths
    need: Paths
    spread: float

    @classmethod
    def certain(cls, population: Sequence[float], need: Sequence[float], *, spread: float) -> OwnFutures:
        """One and the same population and need in every future, one entry a year."""
        return cls(_wide(population), _wide(need), spread)


def _wide(line: Sequence[float]) -> Paths:
    return np.repeat(np.array(line, np.float64)[:, None], CHUNK, axis=1)


@dataclass(frozen=True)
class Futures:
    """The futures of one municipality; T years, P paths, F shares of `FAN`.

    Fans are (T, F): result share and equity ratio in per cent, net debt in kronor an inhabitant. `broken` is the
    share of futures (0 to 1) with a negative balance result that year, `unrestored` that with a deficit left after
    its third year.
    """

    first_year: int
    result_share: Paths
    equity_ratio: Paths
    net_debt: Paths
    broken: Paths
    unrestored: Paths
    paths: int

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the rows."""
        return tuple(range(self.first_year, self.first_year + len(self.broken)))


def pack_books(base: Books, guidelines: Guidelines, spread: float) -> Paths:
    """The base year as the kernel reads it, in the order of `kernel.BOOKS`."""
    rate = base.depreciation / base.fixed_assets if base.fixed_assets > 0 else 0.0
    return np.array(
        [
            base.inhabitants,
            rate,
            base.other_net,
            base.debt,
            base.fixed_assets,
            base.assets,
            base.equity,
            base.pension_commitment,
            base.net_debt,
            base.reserve,
            spread,
            guidelines.reserve_share,
            guidelines.use_share,
            guidelines.restore_share,
        ]
    )


def pack_course(course: Course) -> Paths:
    """The course as the kernel reads it, (5, T)."""
    return np.array([course.income, course.cost, course.investment, course.interest, course.added])


@lru_cache(maxsize=4)
def _threads(workers: int) -> ThreadPoolExecutor:
    # Threads that wait between calls: making new ones would take as long as the work.
    return ThreadPoolExecutor(workers)


def carry_paths(
    books: Paths,
    course: Paths,
    shocks: Shocks,
    own: OwnFutures,
    *,
    keep: bool = True,
    workers: int = 2,
    into: Shown | None = None,
) -> tuple[Shown, Shown, Shown, NDArray[np.int64], NDArray[np.int64]]:
    """Every path's result share, equity ratio and net debt (T, P), and numbers of broken and unrestored (T,).

    Args: `books` and `course` as packed; `keep` False leaves the paths out (0, 0) and is twice as fast; `workers`
        threads share the paths, with the same answer for any number; `into` (3, T, P) is written instead of new
        memory.
    Raises: ValueError when years or numbers of paths do not fit.
    """
    years, paths = shocks.income.shape
    if paths % CHUNK or own.population.shape[1] % CHUNK:
        raise ValueError(f"{paths} paths and {own.population.shape[1]} own ones must divide into {CHUNK}")
    if course.shape[1] != years or len(own.population) != years or len(own.need) != years:
        raise ValueError("the course, the shocks and the population must hold the same years")
    if into is None:
        into = np.empty((3, years, paths) if keep else (3, 0, 0), np.float32)
    counts = np.zeros((2, workers, years), np.int64)

    def carry(worker: int) -> None:
        carry_forward(
            paths * worker // workers,
            paths * (worker + 1) // workers,
            books,
            course,
            shocks.income,
            shocks.cost,
            shocks.interest,
            shocks.own,
            own.population,
            own.need,
            keep,
            into[0],
            into[1],
            into[2],
            counts[0, worker],
            counts[1, worker],
        )

    others = [_threads(workers - 1).submit(carry, worker) for worker in range(1, workers)]
    # The thread that asks works too: waking another one up costs a tenth of the whole.
    carry(0)
    for other in others:
        other.result()
    breaks, unrestored = counts.sum(axis=1)
    return into[0], into[1], into[2], breaks, unrestored


def run_futures(
    base: Books, course: Course, shocks: Shocks, own: OwnFutures, *, guidelines: Guidelines
) -> Futures:
    """Carry the books forward in every future and say where the futures lie.

    Definition: per path and year, result = income − cost − depreciation − debt · interest + other net + own chance +
        measures that restore; debt grows by investment − depreciation − result. See docs/method/economy.md.
    Args: `base` in kronor; `course` of the same years as `shocks` (T, P) and `own` (T, Q); P and Q multiples of 500.
    Returns: fans and shares of futures as in `Futures`; no NaN.
    Raises: ValueError when years or numbers of paths do not fit.
    Source: Kommunallagen 11:12-14 for restoring and the reserve.
    Example: see `tests/domain/outlook/economy/test_futures.py`, worked by hand to the krona.
    """
    packed = pack_books(base, guidelines, own.spread)
    share, ratio, per_head, breaks, late = carry_paths(packed, pack_course(course), shocks, own, keep=True)
    paths = shocks.income.shape[1]
    return Futures(
        first_year=base.year + 1,
        result_share=path_quantiles(share, FAN),
        equity_ratio=path_quantiles(ratio, FAN),
        net_debt=path_quantiles(per_head, FAN),
        broken=breaks / paths,
        unrestored=late / paths,
        paths=paths,
    )


def count_breaks(
    base: Books, course: Course, shocks: Shocks, own: OwnFutures, *, guidelines: Guidelines
) -> Paths:
    """The share of futures with a negative balance result, year by year (T,): as `run_futures`, without fans."""
    packed = pack_books(base, guidelines, own.spread)
    _, _, _, breaks, _ = carry_paths(packed, pack_course(course), shocks, own, keep=False)
    broken: Paths = breaks / shocks.income.shape[1]
    return broken
