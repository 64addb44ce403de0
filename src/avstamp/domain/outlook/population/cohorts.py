"""What does a municipality's past say about who moves in and out at which age?

Those of one-year ages in a counted year are followed back with the country's cohort ratios to the groups that were
registered each earlier year, and to births. Where the municipality had more or fewer than that, its own moves at the
ages between differ from the country's: an observation of a sum of yearly, age-specific differences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, REGISTERED
from avstamp.domain.outlook.population.nation import cohort_ratio
from avstamp.domain.outlook.population.record import PopulationRecord, oldest_filled, rake

YEARS_BACK = (1, 2, 3, 4, 6, 8, 11, 14, 17, 20)
"""Years back that cohorts are compared: each holds the years before it, so that those between add little."""

RUN = 4
"""Ages that are met again together in a later table."""

OLDEST_BACK = 6
"""Years that those over 80 are followed back: further, hardly any of them are left to count back from."""


@dataclass(frozen=True)
class Observations:
    """J sums of differences seen in each of U municipalities.

    `value` (U, J) logarithm of expected over registered; `size` (U, J) people they rest on; `passes` (J, 101) how
    often those people passed each age; `source` (J,) which group; `years` (J,) how far back. NaN where unknown.
    """

    value: NDArray[np.float64]
    size: NDArray[np.float64]
    passes: NDArray[np.float64]
    source: NDArray[np.int64]
    years: NDArray[np.int64]


def _one_year_back(people: NDArray[np.float64], ratio: NDArray[np.float64]) -> NDArray[np.float64]:
    """Those a year younger from whom each age came, without the oldest two ages, who cannot be told apart."""
    before = np.zeros_like(people)
    before[..., : AGES - 2] = people[..., 1 : AGES - 1] / ratio[..., 1 : AGES - 1]
    return before


def observe(people: NDArray[np.float64], record: PopulationRecord, year: int) -> Observations:
    """Follow the people of a counted year back through the registered groups and births of `YEARS_BACK`.

    Definition: y = log(Σ_a N(a+k, t) / Π R) − log G(t−k), over the ages a of group G, R the country's ratios; for
        births those of year t−k+1. E[y] = Σ_a w_a Σ_{j=a+1..a+k} s_j, w the country's age shares in the group.
    Args: `people` (U, 2, 101) of `year`.
    Returns: see `Observations`. Raises: IndexError for a year that is not known.
    Source: Avstamp's own. Example: see `benchmarks/population.py`, on the whole country.
    """
    rows: list[tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], int, int]] = []
    now = people
    for back in range(1, max(YEARS_BACK) + 1):
        then = year - back
        if then < record.first_year:
            break
        ratio = cohort_ratio(record, then + 1)
        births = (now[:, :, 0] / ratio[:, 0]).sum(axis=1)
        now = _one_year_back(now, ratio)
        if back not in YEARS_BACK:
            continue
        passes = np.zeros(AGES)
        passes[:back] = 1
        rows.append(_row(births, record.births[:, record.at(then + 1)], passes, 0, back))
        rows += _group_rows(now, record, then, back)
    value, size, passed, source, years = zip(*rows, strict=True)
    return Observations(
        np.stack(value, axis=1), np.stack(size, axis=1), np.array(passed), np.array(source), np.array(years)
    )


def _row(
    expected: NDArray[np.float64],
    seen: NDArray[np.float64],
    passes: NDArray[np.float64],
    source: int,
    back: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], int, int]:
    known = np.isfinite(seen) & (seen > 0) & (expected > 0)
    value = np.log(np.where(known, expected, 1.0)) - np.log(np.where(known, seen, 1.0))
    return np.where(known, value, np.nan), np.where(known, seen, np.nan), passes, source, back


def _group_rows(
    people: NDArray[np.float64], record: PopulationRecord, year: int, back: int
) -> list[tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], int, int]]:
    rows = []
    share = people.sum(axis=(0, 1))
    for number, group in enumerate(REGISTERED[1:], start=1):
        last = min(group.last, AGES - 3 - back)
        oldest = group is REGISTERED[-1]
        if (last < group.last and not oldest) or (oldest and back > OLDEST_BACK):
            continue
        seen = record.registered[:, 0, number, record.at(year)]
        if oldest:
            country = record.people(year)
            seen = seen * country[:, group.first : last + 1].sum() / country[:, group.first :].sum()
        ages = np.arange(group.first, last + 1)
        passes = np.zeros(AGES)
        for age, weight in zip(ages, share[ages] / share[ages].sum(), strict=True):
            passes[age + 1 : age + 1 + back] += weight
        rows.append(_row(people[:, :, ages].sum(axis=(1, 2)), seen, passes, number, back))
    return rows


def observe_between(
    earlier: NDArray[np.float64], later: NDArray[np.float64], record: PopulationRecord, years: tuple[int, int]
) -> Observations:
    """What two counts by one-year age say: each run of four ages of the earlier, met again in the later."""
    now = later
    for year in range(years[1], years[0], -1):
        now = _one_year_back(now, cohort_ratio(record, year))
    apart = years[1] - years[0]
    rows = []
    share = now.sum(axis=(0, 1))
    for first in range(0, 88, RUN):
        ages = np.arange(first, first + RUN)
        passes = np.zeros(AGES)
        for age, weight in zip(ages, share[ages] / share[ages].sum(), strict=True):
            passes[age + 1 : age + 1 + apart] += weight
        seen = earlier[:, :, ages].sum(axis=(1, 2))
        rows.append(_row(now[:, :, ages].sum(axis=(1, 2)), seen, passes, 100 + first, apart))
    value, size, passed, source, apart_years = zip(*rows, strict=True)
    return Observations(
        np.stack(value, axis=1),
        np.stack(size, axis=1),
        np.array(passed),
        np.array(source),
        np.array(apart_years),
    )


def join(first: Observations, second: Observations) -> Observations:
    """Two sets of observations as one."""
    return Observations(
        np.concatenate([first.value, second.value], axis=1),
        np.concatenate([first.size, second.size], axis=1),
        np.concatenate([first.passes, second.passes]),
        np.concatenate([first.source, second.source]),
        np.concatenate([first.years, second.years]),
    )


def follow_back(
    people: NDArray[np.float64],
    difference: NDArray[np.float64],
    record: PopulationRecord,
    *,
    year: int,
    first: int,
) -> dict[int, NDArray[np.float64]]:
    """People by age of each year from `first` to `year`, followed back and raked to what was registered.

    Args: `people` (U, 2, 101) of `year`; `difference` (U, 101) each municipality's own yearly difference.
    """
    history = {year: people}
    now = people
    for then in range(year - 1, first - 1, -1):
        ratio = cohort_ratio(record, then + 1) * np.exp(difference)[:, None]
        before = oldest_filled(_one_year_back(now, ratio), record.people(then), AGES - 3)
        now = rake(before, record, then, rounds=6)
        history[then] = now
    return history
