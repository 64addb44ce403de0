"""What is said of drawn futures of a unit, and kept of them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, TOTAL, AgeGroup

METHOD, VERSION = "population", 3

QUANTILES: tuple[float, ...] = (0.025, 0.1, 0.5, 0.9, 0.975)
"""The ends of the 95 and 80 per cent intervals, and the median between them."""

LOWEST, LOW, MEDIAN, HIGH, HIGHEST = range(len(QUANTILES))

GROUPS: tuple[AgeGroup, ...] = (
    TOTAL,
    AgeGroup("0", 0, 0),
    AgeGroup("1-5", 1, 5),
    AgeGroup("6-15", 6, 15),
    AgeGroup("16-18", 16, 18),
    AgeGroup("16-19", 16, 19),
    AgeGroup("20-64", 20, 64),
    AgeGroup("65-79", 65, 79),
    AgeGroup("80+", 80, AGES - 1),
    AgeGroup("80-89", 80, 89),
    AgeGroup("90+", 90, AGES - 1),
)
"""The groups of which something is said: those that services meet and those that are registered."""


@dataclass(frozen=True)
class PopulationOutlook:
    """The population ahead of one unit.

    `fans` (5, years + 1) quantiles `QUANTILES` of people on 31 December by the key of each of `GROUPS`, the base
    first; `chance` (2, years + 1) by group: the ends of the 80 per cent interval were every rate as expected, so that
    births, deaths and moves alone are drawn; `expected` (years + 1, 2, 101) people by sex (women, men) and age.
    """

    unit: str
    base_year: int
    fans: Mapping[str, NDArray[np.float64]]
    chance: Mapping[str, NDArray[np.float64]]
    expected: NDArray[np.float64]

    @property
    def years(self) -> tuple[int, ...]:
        """Calendar years, the base first."""
        return tuple(range(self.base_year, self.base_year + len(self.expected)))

    def until(self, ahead: int) -> PopulationOutlook:
        """The same no further than so many years ahead."""
        end = ahead + 1
        return PopulationOutlook(
            self.unit,
            self.base_year,
            {key: fan[:, :end] for key, fan in self.fans.items()},
            {key: ends[:, :end] for key, ends in self.chance.items()},
            self.expected[:end],
        )

    def chance_share(self, group: AgeGroup, ahead: int) -> float:
        """How much of the width of the 80 per cent interval chance alone gives, so many years ahead; NaN at the base.

        Definition: (high − low of chance) / (high − low of all). No method can take this part away.
        """
        fan, alone = self.fans[group.key], self.chance[group.key]
        width = float(fan[HIGH, ahead] - fan[LOW, ahead])
        return float(alone[1, ahead] - alone[0, ahead]) / width if width > 0 else float("nan")
