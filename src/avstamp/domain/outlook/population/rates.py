"""What does a draw of future populations start from?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BLOCKS: tuple[tuple[int, int], ...] = ((0, 5), (6, 15), (16, 19), (20, 29), (30, 64), (65, 79), (80, 100))
"""Ages whose net migration is uncertain together."""

MORTALITY, FERTILITY, LEVEL = len(BLOCKS), len(BLOCKS) + 1, len(BLOCKS) + 2
SHOCKS = len(BLOCKS) + 3
"""Uncertain rates of one year: net migration of each block, then mortality and fertility (logarithms), then the level
of net migration, which moves all blocks together by `LEVEL_PATTERN`."""

LEVEL_PATTERN = np.array([1.2, 0.8, 0.8, 2.0, 0.9, 0.3, 0.15], np.float32)
"""How much each block moves when net migration does, over the mean of all ages: moves are most common around 25."""

EXACT_BELOW = 2.0
"""A cell that is expected to hold fewer people than this is drawn from its exact distribution."""


@dataclass(frozen=True)
class Rates:
    """Rates of U units over T years, by sex and by the age that is *reached* at the end of the year.

    `start` (U, 2, 101) people at the base; `stay` and `death` (U, T, 2, 101) probabilities of not leaving and of
    dying; `inflow` (U, T, 2, 101) people expected to move in; `exposed` (U, T, 2, 101) people expected to be there
    a year younger, on whom uncertainty of net migration acts; `fertility` (U, T, 101) children a woman of an age;
    `exact` (U, T, 2, 101) cells that are drawn from their exact distribution.
    """

    start: NDArray[np.int32]
    stay: NDArray[np.float32]
    death: NDArray[np.float32]
    inflow: NDArray[np.float32]
    exposed: NDArray[np.float32]
    fertility: NDArray[np.float32]
    exact: NDArray[np.bool_]

    @property
    def units(self) -> int:
        """Number of units."""
        return len(self.start)

    @property
    def years(self) -> int:
        """Number of years ahead."""
        return int(self.stay.shape[1])

    def of(self, units: slice | list[int]) -> Rates:
        """The same rates for some of the units."""
        return Rates(*(getattr(self, name)[units] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Common:
    """Errors that many units share, as standard deviations of each uncertain rate; all (10,).

    `lasting`: the same in all years; `first`: where the passing error stands before the first year; `yearly`: what is
    added to it each year, of which `persistence` is left the year after.
    """

    lasting: NDArray[np.float32]
    first: NDArray[np.float32]
    yearly: NDArray[np.float32]
    persistence: NDArray[np.float32]


@dataclass(frozen=True)
class Uncertainty:
    """Standard deviations of uncertain rates of U units.

    `lasting` (U, 10) for all years alike; `yearly` (U, 10) what is added each year, of which `persistence` (10,) is
    left the year after; `nation` is common to all units; `town` too, but each has it times its `loading` (U,).
    """

    lasting: NDArray[np.float32]
    yearly: NDArray[np.float32]
    persistence: NDArray[np.float32]
    nation: Common
    town: Common
    loading: NDArray[np.float32]

    def of(self, units: slice | list[int]) -> Uncertainty:
        """The same for some of the units."""
        return Uncertainty(
            self.lasting[units],
            self.yearly[units],
            self.persistence,
            self.nation,
            self.town,
            self.loading[units],
        )
