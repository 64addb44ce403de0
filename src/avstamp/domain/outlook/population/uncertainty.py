"""How far may each municipality's rates go from what is expected?

Sizes were set so that 80 per cent intervals covered 80 per cent of what happened to 290 municipalities one to three
years after five bases (2011, 2013, 2015, 2016, 2018), outcomes up to 2019 only, when the country's own development
was given. What the country adds is the standard deviation of its yearly changes 2001-2019.
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
    Uncertainty,
)

SCHEDULE_SHARE = 0.8
"""Share of the schedules' posterior standard deviation that lasts in a path."""

YEARLY = np.array([0.0030, 0.0016, 0.0024, 0.0030, 0.0015, 0.0006, 0.0003])
"""What is added to a block's net migration every year in any municipality, as a share of its people."""

YEARLY_BY_SIZE = np.array([0.38, 0.34, 0.26, 0.20, 0.13, 0.09, 0.075])
"""The same over the square root of the block's people: moves come in families, houses and placements."""

LEVEL_LASTING, LEVEL_YEARLY, LEVEL_BY_SIZE = 0.0007, 0.0031, 0.43
MORTALITY_LASTING, MORTALITY_YEARLY = 0.008, 0.006
FERTILITY_LASTING, FERTILITY_YEARLY = 0.03, 0.03

NATIONAL_LEVEL, NATIONAL_MORTALITY, NATIONAL_FERTILITY = 0.0014, 0.021, 0.026
"""Standard deviations of yearly changes in Sweden 2001-2019: net immigration over people, logarithms of mortality
from 65 and of total fertility (SCB)."""


def rate_uncertainty(local: Locals) -> Uncertainty:
    """Standard deviations of the uncertain rates of U municipalities; see `Uncertainty`."""
    units = len(local.people)
    lasting, yearly = np.zeros((units, SHOCKS)), np.zeros((units, SHOCKS))
    lasting[:, : len(BLOCKS)] = SCHEDULE_SHARE * local.schedules.block_sd
    yearly[:, : len(BLOCKS)] = np.hypot(YEARLY, YEARLY_BY_SIZE / np.sqrt(_block_people(local.people)))
    lasting[:, MORTALITY], yearly[:, MORTALITY] = MORTALITY_LASTING, MORTALITY_YEARLY
    lasting[:, FERTILITY], yearly[:, FERTILITY] = FERTILITY_LASTING, FERTILITY_YEARLY
    lasting[:, LEVEL] = LEVEL_LASTING
    yearly[:, LEVEL] = np.hypot(LEVEL_YEARLY, LEVEL_BY_SIZE / np.sqrt(local.people.sum(axis=(1, 2))))
    national = np.zeros(SHOCKS, np.float32)
    national[[MORTALITY, FERTILITY, LEVEL]] = NATIONAL_MORTALITY, NATIONAL_FERTILITY, NATIONAL_LEVEL
    return Uncertainty(lasting.astype(np.float32), yearly.astype(np.float32), national)


def _block_people(people: NDArray[np.float64]) -> NDArray[np.float64]:
    counts = [people[:, :, first : last + 1].sum(axis=(1, 2)) for first, last in BLOCKS]
    return np.asarray(np.maximum(np.stack(counts, axis=1), 1.0))
