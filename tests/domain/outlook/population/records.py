"""A country that stands still: as many are born as die, nobody moves, and every year is like the one before."""

from __future__ import annotations

import numpy as np

from avstamp.domain.outlook.population.ages import AGES, FERTILE, REGISTERED
from avstamp.domain.outlook.population.record import (
    BIRTHS,
    DEATHS,
    EMIGRANTS,
    IMMIGRANTS,
    PEOPLE,
    PopulationRecord,
)

FIRST, LAST = 2000, 2016
SIZES = (1.0, 2.0, 5.0)
SHARE_OF_GIRLS, SHARE_OF_BOYS = 0.486, 0.514


def still_people(size: float = 1.0) -> np.ndarray:
    """Women and men by age in a municipality: fewer the older; (2, 101)."""
    age = np.arange(AGES)
    of_age = 1000.0 * np.exp(-0.0005 * age - np.exp((age - 85) / 8.0))
    return size * np.stack([SHARE_OF_GIRLS * of_age, SHARE_OF_BOYS * of_age]) * 2


def make_record(sizes: tuple[float, ...] = SIZES, *, last: int = LAST) -> PopulationRecord:
    """The record of municipalities that are alike but for their size, with a table in each of the last five years."""
    years = last - FIRST + 1
    people = np.stack([still_people(size) for size in sizes])
    nation = np.zeros((years, 2, AGES, 5))
    country = people.sum(axis=0)
    nation[..., PEOPLE] = country
    nation[..., [IMMIGRANTS, EMIGRANTS]] = 0.0
    before = np.concatenate([np.zeros((2, 1)), country[:, :-1]], axis=1)
    before[:, -1] += country[:, -1]
    newborn = country[:, 0] / 0.997
    before[:, 0] = newborn
    nation[..., DEATHS] = before - country
    nation[:, :, FERTILE, BIRTHS] = newborn[:, None] / (FERTILE.stop - FERTILE.start)
    groups = np.stack([people[:, :, group.ages].sum(axis=2) for group in REGISTERED], axis=2)
    both = np.concatenate([groups.sum(axis=1, keepdims=True), groups], axis=1)
    share = people.sum(axis=(1, 2)) / country.sum()
    births, deaths = newborn.sum() * share, nation[0, :, :, DEATHS].sum() * share

    def every_year(counts: np.ndarray) -> np.ndarray:
        return np.repeat(counts[..., None], years, axis=-1)

    return PopulationRecord(
        units=tuple(f"{number + 1:04}" for number in range(len(sizes))),
        first_year=FIRST,
        registered=every_year(both),
        total=every_year(both.sum(axis=2)),
        births=every_year(births),
        deaths=every_year(deaths),
        moved_in=every_year(0.0 * births),
        moved_out=every_year(0.02 * people.sum(axis=(1, 2))),
        tables={last: people},
        nation=nation,
    )
