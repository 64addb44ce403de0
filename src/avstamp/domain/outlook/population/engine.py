"""How are a thousand futures of every municipality drawn in a second?

One step of one path, for each sex and age: those who were there a year younger stay and survive with a probability,
others move in, and the sum is a whole number drawn with the binomial and Poisson variance of the two. Cells where
few are expected are drawn from those distributions exactly; others by a rounded normal, whose error is far below
one person. Rates differ between paths: an error that lasts, one that is added every year, one common to the country.
Threads take bundles of paths, whose step is in `bundle`.
"""

from __future__ import annotations

import numpy as np
from numba import get_num_threads, njit, prange, set_num_threads
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import FINEST
from avstamp.domain.outlook.population.bundle import BUNDLE, draw_bundle
from avstamp.domain.outlook.population.chance import (
    FIRST_ADDED,
    FIRST_LASTING,
    NATION,
    TOWN,
    WORDS,
    shock_of,
)
from avstamp.domain.outlook.population.random_words import fill_words
from avstamp.domain.outlook.population.rates import SHOCKS, Common, Rates, Uncertainty


@njit(cache=True, parallel=True)
def _all_paths(start, stay, loss, inflow, exposed, fertility, exact, lasting, yearly, persistence, national, town, loading, units, first_path, seed, out):  # type: ignore[no-untyped-def]  # fmt: skip  # noqa: E501
    paths = out.shape[1]
    bundles = (paths + BUNDLE - 1) // BUNDLE
    for task in prange(start.shape[0] * bundles):
        u, first = task // bundles, (task % bundles) * BUNDLE
        last = min(first + BUNDLE, paths)
        draw_bundle(start[u], stay[u], loss[u], inflow[u], exposed[u], fertility[u], exact[u], lasting[u], yearly[u], persistence, national[first:last], town[first:last], loading[u], np.uint32(units[u]), np.uint32(first_path + first), np.uint32(seed), out[u, first:last])  # fmt: skip  # noqa: E501


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
                    error[number] = first[number] * shock_of(words[number], words[number + SHOCKS])
                    at = FIRST_LASTING + number
                    lasts[number] = lasting[number] * shock_of(words[at], words[at + SHOCKS])
                else:
                    error[number] *= persistence[number]
                at = FIRST_ADDED + number
                error[number] += yearly[number] * shock_of(words[at], words[at + SHOCKS])
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
    shared = {"years": rates.years, "paths": paths, "seed": seed, "first_path": first_path}
    national = common_errors(uncertainty.nation, stands_for=NATION, **shared)
    town = common_errors(uncertainty.town, stands_for=TOWN, **shared)
    before = get_num_threads()
    set_num_threads(min(threads, before) if threads else before)
    whole = np.ascontiguousarray
    try:
        _all_paths(
            whole(rates.start), whole(rates.stay), whole(rates.stay * rates.death), whole(rates.inflow),
            whole(rates.exposed), whole(rates.fertility), whole(rates.exact), uncertainty.lasting,
            uncertainty.yearly, uncertainty.persistence, national, town, uncertainty.loading,
            np.asarray(units, np.int64), first_path, seed, out,
        )  # fmt: skip
    finally:
        set_num_threads(before)
    return out
