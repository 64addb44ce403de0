"""What is expected in each municipality ahead, and which rates give it?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, FERTILE, WOMEN
from avstamp.domain.outlook.population.local import MOVES_BY_AGE, Locals
from avstamp.domain.outlook.population.nation import SEX_SHARES, NationalPath
from avstamp.domain.outlook.population.rates import EXACT_BELOW, Rates

MOST_LEAVING = 0.6
"""No more than this share of an age leaves in a year, whatever the model schedule says."""


@dataclass(frozen=True)
class Expected:
    """`people` (U, T + 1, 2, 101) expected by sex and age, the base first; `rates` that have this expectation;
    `scale` (T, 2, 101) what everybody's ages were multiplied by each year to sum to the country, 1 where they were not.
    """

    people: NDArray[np.float64]
    rates: Rates
    scale: NDArray[np.float64]

    def of(self, units: list[int]) -> Expected:
        """The same for some of the units."""
        return Expected(self.people[units], self.rates.of(units), self.scale)


def expect(
    local: Locals,
    nation: NationalPath,
    *,
    newcomers: NDArray[np.float64] | None = None,
    to_nation: bool = False,
    scale: NDArray[np.float64] | None = None,
) -> Expected:
    """The expected population, and gross rates whose expectation it is.

    Definition: N(a, t+1) = N(a−1, t) R(a, t) exp(s_m(a)) (+ newcomers); births by own fertility. Out-migration is the
        model schedule at the municipality's own level, deaths the country's times the own factor, and in-migration
        what is then needed: N(a, t+1) − N(a−1, t)(1 − q)(1 − out); where that would be negative, more leave.
    Args: `newcomers` (U, T, 2, 101) people who move in beyond what has been usual, for instance into planned housing;
        `to_nation`: scale every age of the municipalities to the country's; `scale`: what an earlier call, for all of
        them, found for that, to be used for some of them.
    Returns: see `Expected`. Raises: nothing.
    Source: as `engine.draw_paths`. Example: see `benchmarks/population.py`, on the whole country.
    """
    years, units = len(nation.ratio), len(local.people)
    scales = np.ones((years, 2, AGES)) if scale is None else scale.copy()
    shape = (units, years, 2, AGES)
    people = np.empty((units, years + 1, 2, AGES))
    stay, death, inflow, exposed = (np.empty(shape) for _ in range(4))
    people[:, 0] = local.people
    fertility = np.zeros((units, AGES))
    fertility[:, FERTILE] = local.fertility[:, None] * nation.fertility[FERTILE]
    out = np.minimum(local.leaving[:, None] * np.roll(MOVES_BY_AGE, 1), MOST_LEAVING)
    out[:, 0] = 0.0
    for year in range(years):
        source, after = _one_year(people[:, year], local, nation, fertility, year)
        if to_nation:
            scales[year] = nation.people[year] / after.sum(axis=0)
        after *= scales[year]
        dying = np.clip(nation.death[year] * local.mortality[:, None, None], 0.0, 1.0)
        surviving = source * (1 - dying)
        arriving = after - surviving * (1 - out[:, None])
        if newcomers is not None:
            after = after + newcomers[:, year]
            arriving = arriving + newcomers[:, year]
        few = np.divide(after, surviving, out=np.zeros_like(after), where=surviving > 0)
        stay[:, year] = np.where(arriving < 0, few, 1 - out[:, None])
        inflow[:, year] = np.maximum(arriving, 0.0)
        death[:, year], exposed[:, year] = dying, source
        people[:, year + 1] = after
    rates = Rates(
        start=whole_people(local.people),
        stay=stay.astype(np.float32),
        death=death.astype(np.float32),
        inflow=inflow.astype(np.float32),
        exposed=exposed.astype(np.float32),
        fertility=np.repeat(fertility[:, None].astype(np.float32), years, axis=1),
        exact=people[:, 1:] < EXACT_BELOW,
    )
    return Expected(people, rates, scales)


def _one_year(
    now: NDArray[np.float64],
    local: Locals,
    nation: NationalPath,
    fertility: NDArray[np.float64],
    year: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    ratio = nation.ratio[year] * np.exp(local.schedules.difference)[:, None]
    source = np.empty_like(now)
    source[..., 1:] = now[..., :-1]
    source[..., -1] += now[..., -1]
    after = source * ratio
    women = 0.5 * (now[:, WOMEN] + after[:, WOMEN])
    births = (women[:, FERTILE] * fertility[:, FERTILE]).sum(axis=1)
    source[..., 0] = births[:, None] * SEX_SHARES
    after[..., 0] = source[..., 0] * ratio[..., 0]
    return source, after


def whole_people(people: NDArray[np.float64]) -> NDArray[np.int32]:
    """People in whole numbers that sum, over the ages of each sex, to the rounded sum.

    Definition: differences of rounded running sums, so that no cell moves by as much as one person.
    Example:
        >>> whole_people(np.array([[0.4, 0.4, 0.4, 1.8]])).tolist()
        [[0, 1, 0, 2]]
    """
    running = np.rint(np.cumsum(people, axis=-1))
    return np.diff(running, axis=-1, prepend=0.0).astype(np.int32)
