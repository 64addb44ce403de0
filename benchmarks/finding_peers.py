"""What does a list of the largest robust z hold, and what became of whatever was listed?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.profile import NORMAL_MAD
from avstamp.domain.position.findings.panel import Panel
from avstamp.domain.position.findings.parameters import (
    LONGEST_LIST,
    QUARTILE,
    RECENT_YEARS,
    SIDES,
    YEARS_AHEAD,
)
from avstamp.domain.position.findings.selection import Judgement
from avstamp.domain.values import UnitKind
from avstamp.factbase import FactBase
from avstamp.library.findings.panels import read_panel

LARGEST_Z = 20.0
"""A robust z counts as at most this much, so that one long tail does not make a mean."""


@dataclass(frozen=True)
class Listing:
    """What is listed of all units: side (0 worse, 1 better), row of the panel and unit, one entry a finding."""

    side: NDArray[np.int64]
    row: NDArray[np.int64]
    unit: NDArray[np.int64]

    def of_units(self, chosen: NDArray[np.bool_]) -> Listing:
        """Only what is listed of some units."""
        keep = chosen[self.unit]
        return Listing(self.side[keep], self.row[keep], self.unit[keep])

    def largest_share(self, units: int) -> float:
        """Share of the units that list the most often listed indicator."""
        return float(np.bincount(self.row).max() / units)


@dataclass(frozen=True)
class Outcome:
    """Values five years on, turned so that higher is better, with their quartiles; and how things stood at base."""

    values: NDArray[np.float64]
    low: NDArray[np.float64]
    middle: NDArray[np.float64]
    high: NDArray[np.float64]
    deviation: NDArray[np.float64]
    smallest_fourth: NDArray[np.bool_]
    units: int

    def _lies(self, listing: Listing, worse: NDArray[np.float64], better: NDArray[np.float64]) -> float:
        value = self.values[listing.row, listing.unit]
        there = ~np.isnan(value)
        beyond = np.where(listing.side == 0, value < worse[listing.row], value > better[listing.row])
        return float(beyond[there].mean())

    def beyond(self, listing: Listing) -> float:
        """Share that lies strictly beyond the quartile still, of those with a value that year."""
        return self._lies(listing, self.low, self.high)

    def same_side(self, listing: Listing) -> float:
        """Share that lies strictly on the same side of the median still."""
        return self._lies(listing, self.middle, self.middle)

    def mean_deviation(self, listing: Listing) -> float:
        """Mean size of the robust z at base; indicators without a spread are left out."""
        size = np.abs(self.deviation[listing.row, listing.unit])
        return float(np.nanmean(np.minimum(size, LARGEST_Z)))


def newest_values(panel: Panel) -> NDArray[np.float64]:
    """Each unit's newest value that is not too old, turned so that higher is better; shape (I, U)."""
    newest = np.full(panel.values.shape[:2], np.nan)
    for year in range(panel.values.shape[2] - RECENT_YEARS, panel.values.shape[2]):
        newest = np.where(np.isnan(panel.values[:, :, year]), newest, panel.values[:, :, year])
    return newest * panel.direction[:, None]


def robust_z(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance from the median in robust standard deviations, NaN where half of the units have the same value."""
    held = np.ma.masked_invalid(values)
    distance = held - np.ma.median(held, axis=1)[:, None]
    mad = NORMAL_MAD * np.ma.median(np.ma.abs(distance), axis=1)
    return np.ma.filled(distance / np.ma.masked_equal(mad, 0.0)[:, None], np.nan)


def read_outcome(fact_base: FactBase, panel: Panel) -> Outcome:
    """What came of the indicators of a panel, five years after its base year."""
    later = read_panel(
        fact_base, UnitKind.MUNICIPALITY, indicators=panel.indicators, base_year=panel.base_year + YEARS_AHEAD
    )
    values = later.values[:, :, -1] * panel.direction[:, None]
    quantiles = np.full((3, len(values)), np.nan)
    for row, column in enumerate(values):
        known = column[~np.isnan(column)]
        if len(known):
            quantiles[:, row] = np.quantile(known, [0.25, 0.5, 0.75])
    return Outcome(
        values=values,
        low=quantiles[0],
        middle=quantiles[1],
        high=quantiles[2],
        deviation=robust_z(newest_values(panel)),
        smallest_fourth=panel.inhabitants <= np.quantile(panel.inhabitants, 0.25),
        units=values.shape[1],
    )


def list_of(judgement: Judgement) -> Listing:
    """Our own lists as one listing."""
    found = [
        (side, row, unit)
        for side, by_unit in enumerate(judgement.listed)
        for unit, rows in enumerate(by_unit)
        for row in rows
    ]
    table = np.array(found, np.int64).reshape(-1, 3)
    return Listing(table[:, 0], table[:, 1], table[:, 2])


def list_naive(panel: Panel, judgement: Judgement, outcome: Outcome) -> Listing:
    """The peer: the twelve largest robust z each way, beyond the quartile, one of each group of near-duplicates."""
    found: list[tuple[int, int, int]] = []
    candidates = np.where(judgement.standing.judged[:, None], outcome.deviation, np.nan)
    for side, sign in enumerate(SIDES):
        size = np.nan_to_num(sign * candidates, nan=-1.0)
        order = np.argsort(-size, axis=0, kind="stable")
        for unit in range(outcome.units):
            told: set[int] = set()
            for row in order[:, unit]:
                if size[row, unit] <= QUARTILE or len(told) == LONGEST_LIST:
                    break
                group = int(judgement.duplicates[row])
                if group not in told:
                    told.add(group)
                    found.append((side, int(row), unit))
    table = np.array(found, np.int64).reshape(-1, 3)
    return Listing(table[:, 0], table[:, 1], table[:, 2])
