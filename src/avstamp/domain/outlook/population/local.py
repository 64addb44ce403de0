"""How do a municipality's own births, deaths and moves differ from the country's, and who lives there now?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, FERTILE, WOMEN
from avstamp.domain.outlook.population.cohorts import follow_back, join, observe, observe_between
from avstamp.domain.outlook.population.nation import (
    SEX_SHARES,
    cohort_ratio,
    death_rates,
    fertility_rates,
    source_of,
)
from avstamp.domain.outlook.population.record import PopulationRecord, rake
from avstamp.domain.outlook.population.schedules import USUAL, Noise, Schedules, fit_schedules

LEVEL_YEARS = 6
"""Years over which a municipality's own births, deaths and moves are counted."""

LEAST_VARIANCE = 1e-4

AGE = np.arange(AGES)
MOVES_BY_AGE = (
    0.02 * np.exp(-0.1 * AGE) + 0.06 * np.exp(-0.1 * (AGE - 20) - np.exp(-0.4 * (AGE - 20))) + 0.003
)
"""Relative rate of moving out by age: the model schedule of A. Rogers and L. J. Castro, "Model Migration Schedules",
IIASA RR-81-30 (1981), with their average parameters. It only divides turnover into in and out; the net of each age
is the municipality's own."""


@dataclass(frozen=True)
class Locals:
    """U municipalities at the base year: `people` (U, 2, 101), `schedules`, and factors (U,) on the country's
    `fertility` and `mortality` and on `MOVES_BY_AGE`."""

    people: NDArray[np.float64]
    schedules: Schedules
    fertility: NDArray[np.float64]
    mortality: NDArray[np.float64]
    leaving: NDArray[np.float64]

    def of(self, units: list[int]) -> Locals:
        """The same for some of the units."""
        own = Schedules(self.schedules.difference[units], self.schedules.block_sd[units])
        return Locals(
            self.people[units], own, self.fertility[units], self.mortality[units], self.leaving[units]
        )


def describe_locals(record: PopulationRecord, *, noise: Noise = USUAL) -> Locals:
    """Everything about municipalities that a projection from the record's newest year needs.

    Definition: the newest table of one-year ages, raked to its 31 December; schedules by `fit_schedules`; people
        carried to the newest year and raked there; factors by `shrunken_factor` over the last `LEVEL_YEARS` years.
    Raises: ValueError when the record has no table of one-year ages.
    Source: see the functions it calls. Example: see `benchmarks/population.py`, on the whole country.
    """
    if not record.tables:
        raise ValueError("the record has no table of people by one-year age")
    tables = {year: rake(table, record, year) for year, table in sorted(record.tables.items())}
    counted = max(tables)
    seen = observe(tables[counted], record, counted)
    for earlier in sorted(tables)[:-1]:
        seen = join(seen, observe_between(tables[earlier], tables[counted], record, (earlier, counted)))
    schedules = fit_schedules(seen, noise=noise)
    return describe_with(record, schedules, tables[counted], counted)


def describe_with(
    record: PopulationRecord, schedules: Schedules, people: NDArray[np.float64], counted: int
) -> Locals:
    """As `describe_locals`, for people of a counted year and schedules that are known already."""
    base = record.last_year
    first = max(min(counted, base) - LEVEL_YEARS, record.first_year)
    history = follow_back(people, schedules.difference, record, year=counted, first=first)
    for year in range(counted + 1, base + 1):
        history[year] = carry_forward(history[year - 1], schedules.difference, record, year)
    return Locals(
        history[base],
        schedules,
        *(own(history, record) for own in (fertility_factor, mortality_factor, leaving_level)),
    )


def carry_forward(
    people: NDArray[np.float64], difference: NDArray[np.float64], record: PopulationRecord, year: int
) -> NDArray[np.float64]:
    """People a year later, when that year has been counted: own ratios, own births, then raked."""
    ratio = cohort_ratio(record, year) * np.exp(difference)[:, None]
    after = np.empty_like(people)
    after[..., 1:] = people[..., :-1] * ratio[..., 1:]
    after[..., -1] += people[..., -1] * ratio[..., -1]
    births = record.births[:, record.at(year)]
    country = np.nansum(births) / max(np.nansum(people), 1.0)
    filled = np.where(np.isnan(births), people.sum(axis=(1, 2)) * country, births)
    after[..., 0] = filled[:, None] * SEX_SHARES * ratio[..., 0]
    return rake(after, record, year)


def shrunken_factor(seen: NDArray[np.float64], expected: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many times what is expected is seen, drawn toward 1 by as much as chance explains.

    Definition: 1 + w (O/E − 1), w = v / (v + 1/E), with v = Σ E ((O/E − 1)² − 1/E) / Σ E, the spread beyond chance.
    Args: `seen`, `expected` (U,) counts. Returns: (U,); 1 where nothing is known.
    Raises: nothing. Source: R. J. Marshall, Applied Statistics 40 (1991), 283-294.
    Example:
        >>> shrunken_factor(np.array([150.0, 8.0, 0.0]), np.array([100.0, 10.0, 0.0])).round(2).tolist()
        [1.48, 0.86, 1.0]
    """
    known = expected > 0
    size = np.where(known, expected, 1.0)
    ratio = np.where(known, seen / size, 1.0)
    beyond = np.average((ratio - 1) ** 2 - 1 / size, weights=np.where(known, size, 0.0))
    spread = max(float(beyond), LEAST_VARIANCE)
    return np.asarray(1 + np.where(known, spread / (spread + 1 / size), 0.0) * (ratio - 1))


History = Mapping[int, NDArray[np.float64]]


def _level_years(history: History, record: PopulationRecord) -> range:
    return range(max(min(history) + 1, record.last_year - LEVEL_YEARS + 1), record.last_year + 1)


def _observed_and_expected(
    history: History,
    record: PopulationRecord,
    counts: NDArray[np.float64],
    rate: Mapping[int, NDArray[np.float64]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    observed, expected = np.zeros(len(counts)), np.zeros(len(counts))
    for year, of_year in rate.items():
        count = counts[:, record.at(year)]
        people = 0.5 * (history[year] + history[year - 1])
        known = np.isfinite(count)
        observed += np.where(known, count, 0.0)
        expected += np.where(known, (people * of_year).sum(axis=(1, 2)), 0.0)
    return observed, expected


def fertility_factor(history: History, record: PopulationRecord) -> NDArray[np.float64]:
    """Own births over those that the country's rates would have given; (U,)."""
    rates = {}
    for year in _level_years(history, record):
        rate = np.zeros((2, AGES))
        rate[WOMEN, FERTILE] = fertility_rates(record, year)[FERTILE]
        rates[year] = rate
    return shrunken_factor(*_observed_and_expected(history, record, record.births, rates))


def mortality_factor(history: History, record: PopulationRecord) -> NDArray[np.float64]:
    """Own deaths over those that the country's rates would have given among those a year younger; (U,)."""
    rates = death_rates(record)
    observed, expected = np.zeros(len(record.units)), np.zeros(len(record.units))
    for year in _level_years(history, record):
        born = np.nan_to_num(record.births[:, record.at(year)])
        exposed = source_of(history[year - 1], born[:, None] * SEX_SHARES)
        count = record.deaths[:, record.at(year)]
        known = np.isfinite(count)
        observed += np.where(known, count, 0.0)
        expected += np.where(known, (exposed * rates[record.at(year) - 1]).sum(axis=(1, 2)), 0.0)
    return shrunken_factor(observed, expected)


def leaving_level(history: History, record: PopulationRecord) -> NDArray[np.float64]:
    """What `MOVES_BY_AGE` is multiplied by to give as many who moved out as did; (U,)."""
    rate = np.broadcast_to(MOVES_BY_AGE, (2, AGES))
    rates = dict.fromkeys(_level_years(history, record), rate)
    observed, expected = _observed_and_expected(history, record, record.moved_out, rates)
    middle = observed.sum() / expected.sum()
    return np.asarray(np.where(expected > 0, observed / np.where(expected > 0, expected, 1.0), middle))
