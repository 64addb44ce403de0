"""How far may each municipality's rates go from what is expected?

Three kinds of errors, each set on outcomes up to 2019 alone. *A municipality's own*: by maximum likelihood on what
happened to 290 municipalities one to three years after the bases 2007 to 2018, what they had in common taken away.
*The country's*: how far net immigration has been from its mean since 2000, known at the time, each year 2005 to 2019.
*Town and country*: the slope of what remained over the logarithm of the population after each base 2006 to 2018;
refugees of 2014-2016 came to small places and had their children there, and those who retire moved toward cities in
the first of these years and out of them in the last.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.local import Locals
from avstamp.domain.outlook.population.rates import (
    BLOCKS,
    FERTILITY,
    LEVEL,
    MORTALITY,
    SHOCKS,
    Common,
    Uncertainty,
)

SCHEDULE_SHARE = 0.74
"""Share of the schedules' posterior standard deviation that lasts in a path."""

PERSISTENCE = 0.2
"""What is left a year later of a municipality's passing error of net migration. Likelihood is highest here: with 1, a
random walk, intervals are too narrow after one year and too wide after three."""

YEARLY = np.array([0.0026, 0.0, 0.0034, 0.0025, 0.0, 0.0, 0.0])
"""What is added to a block's net migration every year in any municipality, as a share of its people."""

YEARLY_BY_SIZE = np.array([0.295, 0.43, 0.32, 0.0, 0.0, 0.214, 0.218])
"""The same over the square root of the block's people: moves come in families, houses and placements."""

LEVEL_LASTING, LEVEL_YEARLY, LEVEL_BY_SIZE = 0.0034, 0.0018, 0.377
"""The level of net migration: what lasts does not shrink with size, what passes does."""

MORTALITY_LASTING, MORTALITY_YEARLY = 0.008, 0.006
FERTILITY_LASTING, FERTILITY_YEARLY = 0.03, 0.03

COMMON_PERSISTENCE = 0.8
"""Correlation of Sweden's net immigration with that of the year before, 2000-2019."""

NATIONAL_LEVEL, NATIONAL_LEVEL_LASTING = 0.0030, 0.0020
"""Net immigration over people: how far a year is from its mean since 2000, and how far that mean may be from the
lasting one, since twenty years that follow one another so closely are worth two. Together they give the 1.0 per cent of
the people that the mean known at the time was wrong by over three years, 2005-2019."""

NATIONAL_BLOCKS = np.array([0.0015, 0.0025, 0.0059, 0.0019, 0.0, 0.0, 0.0])
"""How far immigration of each block was from what the level alone would have given."""

NATIONAL_MORTALITY, NATIONAL_FERTILITY = 0.009, 0.030
"""Yearly steps of the logarithms of mortality and of fertility, random walks. Mortality from 65 as expected was wrong
by 3 to 4 per cent over three years together from the bases 2006-2016; from year to year it moves more, but winters
with influenza do not last. Fertility moved 2.7 per cent in a year and 5.9 in three, 2001-2019 (SCB)."""

TOWN_LEVEL, TOWN_FERTILITY = 0.0017, 0.03
TOWN_BLOCKS = np.array([0.0035, 0.0023, 0.0011, 0.0, 0.0, 0.0014, 0.0])
"""Town against country, for a municipality one standard deviation larger than that of the mean inhabitant."""

FEW_WAVES = 1.25
"""What the errors of country and of town against country are enlarged by: their sizes rest on two or three waves of
migration in twenty years. Without it 72 and 88 per cent of totals three years after the bases 2007-2016 fell within the
80 and 95 per cent intervals."""

PERSON_WEIGHTED_PEOPLE, LARGER = 76_000.0, 0.98
"""The municipality of the mean inhabitant (mean of the logarithm of population, weighted by people, 2019), and the
standard deviation of that logarithm over 290 municipalities. Town against country leaves the first where it is, so that
it moves nobody in or out of Sweden."""


def rate_uncertainty(local: Locals) -> Uncertainty:
    """Standard deviations of the uncertain rates of U municipalities; see `Uncertainty`."""
    total = local.people.sum(axis=(1, 2))
    units = len(total)
    lasting, yearly = np.zeros((units, SHOCKS)), np.zeros((units, SHOCKS))
    lasting[:, : len(BLOCKS)] = SCHEDULE_SHARE * local.schedules.block_sd
    yearly[:, : len(BLOCKS)] = np.hypot(YEARLY, YEARLY_BY_SIZE / np.sqrt(_block_people(local.people)))
    lasting[:, MORTALITY], yearly[:, MORTALITY] = MORTALITY_LASTING, MORTALITY_YEARLY
    lasting[:, FERTILITY], yearly[:, FERTILITY] = FERTILITY_LASTING, FERTILITY_YEARLY
    lasting[:, LEVEL] = LEVEL_LASTING
    yearly[:, LEVEL] = np.hypot(LEVEL_YEARLY, LEVEL_BY_SIZE / np.sqrt(np.maximum(total, 1.0)))
    persistence = np.full(SHOCKS, PERSISTENCE)
    persistence[[MORTALITY, FERTILITY]] = 1.0
    return Uncertainty(
        lasting.astype(np.float32),
        yearly.astype(np.float32),
        persistence.astype(np.float32),
        _national(),
        _stationary(TOWN_BLOCKS, TOWN_LEVEL, TOWN_FERTILITY),
        town_loading(total),
    )


def certain_rates(units: int) -> Uncertainty:
    """No uncertainty of rates at all: what is then drawn is chance alone."""
    none, nobody = np.zeros(SHOCKS, np.float32), np.zeros((units, SHOCKS), np.float32)
    common = Common(none, none, none, none)
    return Uncertainty(nobody, nobody, none, common, common, np.zeros(units, np.float32))


def town_loading(total: NDArray[np.float64]) -> NDArray[np.float32]:
    """How many standard deviations larger than that of the mean inhabitant; (U,).

    Example:
        >>> town_loading(np.array([PERSON_WEIGHTED_PEOPLE])).tolist()
        [0.0]
    """
    return np.asarray(np.log(np.maximum(total, 1.0) / PERSON_WEIGHTED_PEOPLE) / LARGER, np.float32)


def _stationary(blocks: NDArray[np.float64], level: float, fertility: float = 0.0) -> Common:
    """Errors that are as large in the first year as in any other: since the mean of all years is what is expected,
    the next year is as far from it as every year has been."""
    size = np.zeros(SHOCKS)
    size[: len(BLOCKS)], size[LEVEL], size[FERTILITY] = blocks, level, fertility
    size *= FEW_WAVES
    added = np.sqrt(1 - COMMON_PERSISTENCE**2)
    return Common(
        np.zeros(SHOCKS, np.float32),
        (COMMON_PERSISTENCE * size).astype(np.float32),
        (added * size).astype(np.float32),
        np.full(SHOCKS, COMMON_PERSISTENCE, np.float32),
    )


def _national() -> Common:
    common = _stationary(NATIONAL_BLOCKS, NATIONAL_LEVEL)
    common.lasting[LEVEL] = FEW_WAVES * NATIONAL_LEVEL_LASTING
    changes = [MORTALITY, FERTILITY]
    common.yearly[changes] = NATIONAL_MORTALITY, NATIONAL_FERTILITY
    common.persistence[changes] = 1.0
    return common


def _block_people(people: NDArray[np.float64]) -> NDArray[np.float64]:
    counts = [people[:, :, first : last + 1].sum(axis=(1, 2)) for first, last in BLOCKS]
    return np.asarray(np.maximum(np.stack(counts, axis=1), 1.0))
