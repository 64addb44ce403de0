"""Which outside forces move a municipality's economy, how have they moved, and how do they move together?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.economy.books import WAGE_SHARE
from avstamp.domain.outlook.economy.kernel import CHUNK
from avstamp.domain.outlook.economy.result_share import ResultShare, draw_own

Paths = NDArray[np.float64]

DRIVERS = ("tax_base", "wages", "prices", "interest")
"""The common drivers, in the order of every array; the first three are growth a year, the last a level."""


@dataclass(frozen=True)
class Drivers:
    """What history says of the drivers; the order is that of `DRIVERS`.

    `mean` (4,) a year as shares; `spread` (4,) standard deviation of a year's surprise; `correlation` (4, 4) of the
    surprises; `history` (T, 4) what they were made of; `years` its first and last year.
    """

    mean: Paths
    spread: Paths
    correlation: Paths
    years: tuple[int, int]
    history: Paths


@dataclass(frozen=True)
class Shocks:
    """What chance does in each path, (T, P): factors on income and cost, added interest, own chance in spreads.

    Seven digits are kept: half the memory is read in half the time.
    """

    income: NDArray[np.float32]
    cost: NDArray[np.float32]
    interest: NDArray[np.float32]
    own: NDArray[np.float32]


def estimate_drivers(history: Paths, first_year: int) -> Drivers:
    """Means, spreads and correlations of the drivers from their own history.

    Definition: mean over all years (interest: the newest level); the surprise of a growth is its distance from the
        mean, that of interest its change from the year before; correlations over the years that have all four.
    Args: `history` (T, 4), shares a year, oldest first, no NaN. Returns: as `Drivers`.
    Raises: ValueError for fewer than eight years.
    Source: the series are named in docs/method/economy.md. Example: see `benchmarks/economy.py`, on all municipalities.
    """
    if len(history) < 8:
        raise ValueError(f"drivers need eight years of history, not {len(history)}")
    growth = history[:, :3]
    surprise = np.column_stack([(growth - growth.mean(axis=0))[1:], np.diff(history[:, 3])])
    return Drivers(
        mean=np.append(growth.mean(axis=0), history[-1, 3]),
        spread=np.sqrt(np.mean(surprise**2, axis=0)),
        correlation=np.corrcoef(surprise, rowvar=False),
        years=(first_year, first_year + len(history) - 1),
        history=history,
    )


def draw_shocks(drivers: Drivers, model: ResultShare, years: int, paths: int, *, seed: int) -> Shocks:
    """Chance for every path: common to all municipalities, and own chance in units of each one's spread.

    Definition: surprises are normal with the given spread and correlations, independent from year to year; factors
        on income and on cost are the products of one plus the surprise since the base year, cost weighing wages by
        0.7 and prices by 0.3; interest adds up its changes. Each block of 500 paths has its own Philox key.
    Args: `paths` a multiple of 500; `seed` names the drawing. Returns: arrays (T, P); factors have mean 1.
    Raises: ValueError when the paths do not divide into blocks.
    Source: Salmon et al. (2011), Parallel random numbers: as easy as 1, 2, 3.
    Example: see `benchmarks/economy.py`, on all municipalities.
    """
    if paths < 1 or paths % CHUNK:
        raise ValueError(f"{paths} paths do not divide into blocks of {CHUNK}")
    root = _square_root(drivers.correlation) * drivers.spread[:, None]
    blocks = [_draw_block(root, model, years, seed=seed, block=block) for block in range(paths // CHUNK)]
    return Shocks(*(np.concatenate(part, axis=1).astype(np.float32) for part in zip(*blocks, strict=True)))


def _draw_block(
    root: Paths, model: ResultShare, years: int, *, seed: int, block: int
) -> tuple[Paths, Paths, Paths, Paths]:
    draw = np.random.Generator(np.random.Philox(key=(seed << 32) + 2 * block))
    surprise = np.einsum("ij,tjp->tip", root, draw.standard_normal((years, len(DRIVERS), CHUNK)))
    income = np.cumprod(1 + surprise[:, 0], axis=0)
    cost = np.cumprod(1 + WAGE_SHARE * surprise[:, 1] + (1 - WAGE_SHARE) * surprise[:, 2], axis=0)
    interest = np.cumsum(surprise[:, 3], axis=0)
    return income, cost, interest, draw_own(model, years, CHUNK, seed=(seed << 32) + 2 * block + 1)


def _square_root(correlation: Paths) -> Paths:
    """The symmetric square root; eigenvalues a rounding error below 0 count as 0."""
    values, vectors = np.linalg.eigh(correlation)
    root: Paths = vectors @ np.diag(np.sqrt(np.maximum(values, 0))) @ vectors.T
    return root
