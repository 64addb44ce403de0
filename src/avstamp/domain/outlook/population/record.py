"""What is known of the population when a projection is made?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES, REGISTERED

PEOPLE, IMMIGRANTS, EMIGRANTS, BIRTHS, DEATHS = range(5)
"""Columns of the country's counts."""


@dataclass(frozen=True)
class PopulationRecord:
    """Counts of U municipalities in Y years from `first_year`, all on 31 December or during the year; NaN is unknown.

    `registered` (U, 3, 7, Y): people of both sexes, women, men in the groups of `REGISTERED`; `total` (U, 3, Y);
    `births`, `deaths`, `moved_in`, `moved_out` (U, Y). `tables`: people by sex and one-year age (U, 2, 101) of some
    years, counted some time in the autumn with the age of the year's end. `nation` (Y, 2, 101, 5): the country's
    people, immigrants, emigrants, births (by the child's sex and the mother's age) and deaths.
    """

    units: tuple[str, ...]
    first_year: int
    registered: NDArray[np.float64]
    total: NDArray[np.float64]
    births: NDArray[np.float64]
    deaths: NDArray[np.float64]
    moved_in: NDArray[np.float64]
    moved_out: NDArray[np.float64]
    tables: Mapping[int, NDArray[np.float64]]
    nation: NDArray[np.float64]

    @property
    def last_year(self) -> int:
        """The newest year."""
        return self.first_year + int(self.total.shape[-1]) - 1

    def at(self, year: int) -> int:
        """Where a year stands on the year axis; raises `IndexError` for a year that is not known."""
        if not self.first_year <= year <= self.last_year:
            raise IndexError(f"{year} is not among the years {self.first_year} to {self.last_year}")
        return year - self.first_year

    def until(self, year: int) -> PopulationRecord:
        """The same with nothing later than a year: what was known when that year had been counted."""
        end = self.at(year) + 1
        return PopulationRecord(
            self.units,
            self.first_year,
            self.registered[..., :end],
            self.total[..., :end],
            self.births[:, :end],
            self.deaths[:, :end],
            self.moved_in[:, :end],
            self.moved_out[:, :end],
            {counted: table for counted, table in self.tables.items() if counted <= year},
            self.nation[:end],
        )

    def people(self, year: int) -> NDArray[np.float64]:
        """The country's people by sex and age."""
        return np.asarray(self.nation[self.at(year), :, :, PEOPLE])


def rake(
    people: NDArray[np.float64], record: PopulationRecord, year: int, *, rounds: int = 30
) -> NDArray[np.float64]:
    """People by age that agree with what was registered on 31 December.

    Definition: iterative proportional fitting: in turn to the country's count of each sex and age, and to each
        municipality's count of each group, by sex where that is known, else of its total.
    Args: `people` (U, 2, 101), a first guess; `rounds` how many times both are fitted.
    Returns: (U, 2, 101) that sum to each municipality's groups exactly and to the country's ages nearly.
    Raises: IndexError for a year that is not known.
    Source: W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940), 427-444.
    Example: see `benchmarks/population.py`, on the whole country.
    """
    # An empty cell could never fill: a fiftieth of a person lets it.
    fitted = np.maximum(people, 0.02)
    nation, at = record.people(year), record.at(year)
    for _ in range(rounds):
        fitted = fitted * (nation / np.maximum(fitted.sum(axis=0), 1e-9))
        fitted = _to_groups(fitted, record.registered[..., at], record.total[..., at])
    return fitted


def _to_groups(
    people: NDArray[np.float64], registered: NDArray[np.float64], total: NDArray[np.float64]
) -> NDArray[np.float64]:
    fitted = people.copy()
    for number, group in enumerate(REGISTERED):
        cells = fitted[:, :, group.ages]
        fitted[:, :, group.ages] = cells * _factor(cells.sum(axis=2), registered[:, :, number])[:, :, None]
    if np.isnan(registered[:, 0]).any():
        factor = _factor(fitted.sum(axis=2), total)
        grouped = np.asarray(np.isnan(registered[:, 0]).any(axis=1))
        fitted = np.where(grouped[:, None, None], fitted * factor[:, :, None], fitted)
    return fitted


def _factor(found: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """What to multiply each sex by: its own count where both are known, else the count of both; 1 where unknown."""
    both, by_sex = wanted[:, 0], wanted[:, 1:]
    sexed = np.abs(by_sex.sum(axis=1) - both) < 0.5
    of_sex = by_sex / np.maximum(found, 1e-9)
    of_both = (both / np.maximum(found.sum(axis=1), 1e-9))[:, None]
    factor = np.where(sexed[:, None], of_sex, of_both)
    return np.where(np.isnan(factor), 1.0, factor)


def with_infants(registered: NDArray[np.float64], total: NDArray[np.float64]) -> NDArray[np.float64]:
    """Groups with the newborn, whom the source does not publish, as what is left of the total."""
    filled = registered.copy()
    filled[:, :, 0] = total - registered[:, :, 1:].sum(axis=2)
    return filled


def oldest_filled(
    people: NDArray[np.float64], nation: NDArray[np.float64], first: int
) -> NDArray[np.float64]:
    """People whose ages from `first` are spread as the country's, since nobody is left to count them back from."""
    filled = people.copy()
    below = slice(80, first)
    share = nation[:, first:] / nation[:, below].sum(axis=1, keepdims=True)
    filled[:, :, first:] = filled[:, :, below].sum(axis=2, keepdims=True) * share
    return filled[:, :, :AGES]
