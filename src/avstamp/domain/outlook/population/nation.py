"""How has the country's population moved, and how is it taken to move on?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, BOYS, FERTILE, WOMEN
from avstamp.domain.outlook.population.record import (
    BIRTHS,
    DEATHS,
    EMIGRANTS,
    IMMIGRANTS,
    PopulationRecord,
)

MIGRATION_FROM = 2000
"""Net immigration ahead is the mean since this year: five- and ten-year means follow single waves."""

MORTALITY_YEARS, TREND_YEARS = 4, 15
STEEPEST_FALL = -0.04
_BAND = np.clip(np.arange(AGES) // 10, 0, 9)
SEX_SHARES = np.array([1 - BOYS, BOYS])


@dataclass(frozen=True)
class NationalPath:
    """The country ahead: `ratio` (T, 2, 101) people of an age over those a year younger the year before (newborn over
    births), `death` (T, 2, 101), `fertility` (101,) children a woman, `people` (T, 2, 101)."""

    ratio: NDArray[np.float64]
    death: NDArray[np.float64]
    fertility: NDArray[np.float64]
    people: NDArray[np.float64]


def cohort_ratio(record: PopulationRecord, year: int) -> NDArray[np.float64]:
    """What became of each cohort of the country during a year, all causes together.

    Definition: R(a, t) = N(a, t) / N(a−1, t−1); newborn over births; the open age over those 99 and older.
    Returns: (2, 101), by the age reached. Raises: IndexError for the first known year.
    Source: SCB, the country by age and sex. Example: see the tests.
    """
    before, after = record.people(year - 1), record.people(year)
    births = record.nation[record.at(year), :, :, BIRTHS].sum(axis=1)
    return _ratio(before, after, births)


def _ratio(
    before: NDArray[np.float64], after: NDArray[np.float64], births: NDArray[np.float64]
) -> NDArray[np.float64]:
    return after / source_of(before, births)


def source_of(before: NDArray[np.float64], births: NDArray[np.float64]) -> NDArray[np.float64]:
    """Those from whom each age of the next year comes."""
    source = np.empty_like(before)
    source[..., 0] = births
    source[..., 1:] = before[..., :-1]
    source[..., -1] += before[..., -1]
    return source


def death_rates(record: PopulationRecord) -> NDArray[np.float64]:
    """Probability of dying during each year but the first, by sex and age reached; (Y − 1, 2, 101)."""
    births = record.nation[1:, :, :, BIRTHS].sum(axis=2)
    people = record.nation[:-1, :, :, 0]
    rates: NDArray[np.float64] = record.nation[1:, :, :, DEATHS] / source_of(people, births)
    return rates


def fertility_rates(record: PopulationRecord, year: int) -> NDArray[np.float64]:
    """Children in a year for each woman of an age, over the mean of women at its beginning and end; (101,)."""
    women = record.people(year)[WOMEN] + record.people(year - 1)[WOMEN]
    born = record.nation[record.at(year), :, :, BIRTHS].sum(axis=0)
    rates = np.zeros(AGES)
    rates[FERTILE] = born[FERTILE] / (0.5 * women[FERTILE])
    return rates


def _mortality_ahead(record: PopulationRecord, years: int) -> NDArray[np.float64]:
    rates = death_rates(record)
    recent, trend = rates[-MORTALITY_YEARS:].mean(axis=0), rates[-TREND_YEARS:]
    slope = np.zeros((2, AGES))
    for sex in range(2):
        for band in range(10):
            level = np.log(trend[:, sex, band == _BAND].sum(axis=1))
            slope[sex, band == _BAND] = np.polyfit(np.arange(len(level)), level, 1)[0]
    # Mortality is taken to fall or stay; the level is that of the middle of the recent years.
    slope = np.clip(slope, STEEPEST_FALL, 0.0)
    ahead = np.arange(1, years + 1)[:, None, None] + (MORTALITY_YEARS - 1) / 2
    return np.asarray(np.clip(recent * np.exp(slope * ahead), 0.0, 1.0))


def project_nation(record: PopulationRecord, years: int) -> NationalPath:
    """The country ahead of the record's newest year.

    Definition: N(a, t+1) = N(a−1, t)(1 − q(a, t)) + net immigration(a). Mortality is the mean of the last four years
        with the trend of the last fifteen; fertility is the last year's; net immigration is the mean since 2000.
    Args: `years` ahead. Returns: see `NationalPath`.
    Raises: nothing. Source: SCB, the country by age and sex; the assumptions are Avstamp's own.
    Example: see `benchmarks/population.py`, on the whole country.
    """
    since = max(MIGRATION_FROM - record.first_year, 0)
    flows = record.nation[since:]
    net = (flows[:, :, :, IMMIGRANTS] - flows[:, :, :, EMIGRANTS]).mean(axis=0)
    death = _mortality_ahead(record, years)
    fertility = fertility_rates(record, record.last_year)
    now = record.people(record.last_year)
    ratios, paths = [], []
    for year in range(years):
        after = source_of(now, np.zeros(2)) * (1 - death[year]) + net
        women = 0.5 * (now[WOMEN] + after[WOMEN])
        births = SEX_SHARES * float(fertility[FERTILE] @ women[FERTILE])
        after[:, 0] = births * (1 - death[year, :, 0]) + net[:, 0]
        ratios.append(_ratio(now, after, births))
        paths.append(after)
        now = after
    return NationalPath(np.array(ratios), death, fertility, np.array(paths))
