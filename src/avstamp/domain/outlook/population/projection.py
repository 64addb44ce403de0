"""What will the population of a unit be, by age and year, and within what range?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import FINEST, AgeGroup, finest_of
from avstamp.domain.outlook.population.engine import draw_paths
from avstamp.domain.outlook.population.expected import Expected, expect
from avstamp.domain.outlook.population.local import Locals, describe_locals
from avstamp.domain.outlook.population.nation import NationalPath, project_nation
from avstamp.domain.outlook.population.outlook import GROUPS, HIGH, LOW, QUANTILES, PopulationOutlook
from avstamp.domain.outlook.population.record import PopulationRecord
from avstamp.domain.outlook.population.uncertainty import certain_rates, rate_uncertainty

SEED = 20261124
PATHS = 1_000
YEARS = 20


@dataclass(frozen=True)
class PopulationPaths:
    """Drawn futures of one unit.

    `counts` (paths, years + 1, groups of `FINEST`) people on 31 December, the base first; `expected`
    (years + 1, 2, 101) expected people by sex (women, men) and age; path p is the same future in every unit.
    """

    unit: str
    base_year: int
    counts: NDArray[np.int32]
    expected: NDArray[np.float64]
    seed: int

    @property
    def years(self) -> tuple[int, ...]:
        """Calendar years, the base first."""
        return tuple(range(self.base_year, self.base_year + self.counts.shape[1]))

    def people(self, group: AgeGroup) -> NDArray[np.int64]:
        """People of an age group; (paths, years + 1). Raises ValueError where `finest_of` does."""
        return np.asarray(self.counts[:, :, list(finest_of(group))].sum(axis=2, dtype=np.int64))

    def quantiles(self, group: AgeGroup, levels: Sequence[float] = QUANTILES) -> NDArray[np.float64]:
        """Quantiles over paths of the people of an age group; (levels, years + 1)."""
        return np.asarray(np.quantile(self.people(group), levels, axis=0))


@dataclass(frozen=True)
class Projection:
    """What a projection of all municipalities is drawn from, ready for any of them."""

    units: tuple[str, ...]
    base_year: int
    local: Locals
    nation: NationalPath
    expected: Expected

    def column(self, unit: str) -> int:
        """Where a municipality stands; raises ValueError for another unit."""
        return self.units.index(unit)


def prepare_projection(
    record: PopulationRecord, *, years: int = YEARS, to_nation: bool = False, local: Locals | None = None
) -> Projection:
    """Everything that the futures of all municipalities need, from the newest year of the record.

    Args: `years` ahead; `to_nation`: scale the sum of municipalities to the country's own path; `local`: what
        `describe_locals` gave for this record, where that is known.
    Returns: a projection. Raises: ValueError where `describe_locals` does.
    Source: the functions it calls. Example: see `benchmarks/population.py`, on the whole country.
    """
    local = describe_locals(record) if local is None else local
    nation = project_nation(record, years)
    return Projection(
        record.units, record.last_year, local, nation, expect(local, nation, to_nation=to_nation)
    )


def project_population(
    projection: Projection,
    members: Sequence[str],
    *,
    unit: str,
    paths: int = PATHS,
    seed: int = SEED,
    newcomers: NDArray[np.float64] | None = None,
    only_chance: bool = False,
    threads: int | None = None,
) -> PopulationPaths:
    """Draw futures of a municipality, or of a region as the sum of its municipalities.

    Args: `members` the municipalities that make up `unit`; `newcomers` (members, years, 2, 101) people who move in
        beyond what has been usual, which changes what is expected of these municipalities; `only_chance`: every rate
        is as expected, so that what is left is the chance in who is born, dies and moves.
    Returns: see `PopulationPaths`; the same for any number of threads.
    Raises: ValueError for a member that the projection does not have.
    Source: as `engine.draw_paths`. Example: see `benchmarks/population.py`, on the whole country.
    """
    columns = [projection.column(member) for member in members]
    local = projection.local.of(columns)
    expected = (
        projection.expected.of(columns)
        if newcomers is None
        else expect(local, projection.nation, newcomers=newcomers, scale=projection.expected.scale)
    )
    codes = np.array([int(member) for member in members])
    uncertainty = certain_rates(len(members)) if only_chance else rate_uncertainty(local)
    counts = np.zeros((paths, expected.rates.years + 1, len(FINEST)), np.int32)
    for place in range(len(members)):
        one = slice(place, place + 1)
        counts += draw_paths(
            expected.rates.of(one),
            uncertainty.of(one),
            units=codes[one],
            paths=paths,
            seed=seed,
            threads=threads,
        )[0]
    return PopulationPaths(unit, projection.base_year, counts, expected.people.sum(axis=0), seed)


def summarise(paths: PopulationPaths, chance: PopulationPaths) -> PopulationOutlook:
    """What is said of drawn futures; `chance` is the same unit drawn with `only_chance`."""
    ends = (QUANTILES[LOW], QUANTILES[HIGH])
    return PopulationOutlook(
        paths.unit,
        paths.base_year,
        {group.key: paths.quantiles(group) for group in GROUPS},
        {group.key: chance.quantiles(group, ends) for group in GROUPS},
        paths.expected,
    )
