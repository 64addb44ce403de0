"""What does a unit emit, sector by sector, as far as the fact base knows?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.documents import Column, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.environment import NoPace, Pace, Target, pace_to
from avstamp.domain.values import Gender, Phrase, Quantity, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.report.wording import cite, quantity

SECTOR_KEYS = (
    "transport",
    "industry",
    "agriculture",
    "power",
    "heating",
    "machinery",
    "products",
    "waste",
    "abroad",
)
FAMILIES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("GGT", {f"GGT-{key.upper()}": key for key in SECTOR_KEYS}),
    (
        "N07702",
        {
            "N85533": "transport",
            "N85537": "industry",
            "N85538": "agriculture",
            "N85536": "power",
            "N85532": "heating",
            "N85535": "machinery",
            "N85540": "products",
            "N85542": "waste",
        },
    ),
)
"""Totals with their sectors: the emissions database's own, and Kolada's. Two of them are never mixed, since each is
of another revision of the same statistics."""
PER_INHABITANT = "N00401"
NATIONAL_TARGET = Target(1990, 2045, 85.0)
"""What Sweden has decided for emissions within the country (the climate policy framework of 2017)."""


@dataclass(frozen=True)
class Series:
    """One sector, or all (`key` "total"), year by year; years without a figure are left out."""

    key: str
    indicator: Indicator
    levels: Mapping[int, float]

    @property
    def newest(self) -> int:
        """The last year with a figure."""
        return max(self.levels)


@dataclass(frozen=True)
class UnitEmissions:
    """A unit's emissions: all together, and by sector where the fact base has sectors."""

    unit: Unit
    total: Series
    sectors: tuple[Series, ...]
    origin: Origin

    @property
    def distributed(self) -> float:
        """The sectors' share of the total in its newest year; NaN without sectors."""
        year = self.total.newest
        known = [sector.levels[year] for sector in self.sectors if year in sector.levels]
        return sum(known) / self.total.levels[year] if known and self.total.levels[year] else math.nan


def unit_emissions(base: FactBase, unit: Unit) -> UnitEmissions | None:
    """The unit's emissions from the family of figures that has sectors, else from the first that has any figure."""
    found = [_family(base, unit, total, sectors) for total, sectors in FAMILIES]
    known = [one for one in found if one is not None]
    return next((one for one in known if one.sectors), known[0] if known else None)


def _family(base: FactBase, unit: Unit, total: str, sectors: Mapping[str, str]) -> UnitEmissions | None:
    whole = _series(base, unit, total, "total")
    if whole is None:
        return None
    parts = [_series(base, unit, id, key) for id, key in sectors.items()]
    return UnitEmissions(
        unit,
        whole,
        tuple(part for part in parts if part is not None),
        base.origins[whole.indicator.origin],
    )


def _series(base: FactBase, unit: Unit, id: str, key: str) -> Series | None:
    if id not in base.indicators:
        return None
    axes = base.cube.axes
    slabs = axes.slabs_of(id, Gender.ALL)
    values = base.cube.by_unit[axes.unit_column[unit.id], slabs].tolist()
    levels = {
        int(year): float(value)
        for year, value in zip(axes.slab_year[slabs].tolist(), values, strict=True)
        if not math.isnan(value)
    }
    return Series(key, base.indicators[id], levels) if levels else None


def pace_of(series: Series, target: Target) -> Pace | None:
    """What a target asks for of a series; None where it cannot be reckoned."""
    try:
        return pace_to(series.levels, target)
    except NoPace:
        return None


def emissions_table(found: UnitEmissions) -> Table:
    """Emissions year by year, newest first: all together and, where there are any, each sector."""
    series = (found.total, *found.sectors)
    years = sorted({year for one in series for year in one.levels}, reverse=True)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            year,
            *(quantity(one.indicator, one.levels.get(year, math.nan), with_unit=False) for one in series),
        )
        for year in years
    )
    columns = (
        Column(Phrase("figure.column.year")),
        *(Column(Phrase(f"emissions.{one.key}"), numeric=True) for one in series),
    )
    return Table(
        caption=Phrase("emissions.table", {"unit": found.unit.name}),
        columns=columns,
        rows=rows,
        sources=cite(found.origin),
    )


def emissions_notes(found: UnitEmissions) -> list[Phrase]:
    """What must follow the figures: what is counted, and from which indicators."""
    ids = [Verbatim(f"{one.indicator.title} ({one.indicator.id})") for one in (found.total, *found.sectors)]
    return [Phrase("emissions.counted"), *(Phrase("emissions.indicator", {"title": id}) for id in ids)]


def tonnes(value: float) -> Quantity:
    """An amount as it is printed: whole tonnes."""
    return Quantity(None if math.isnan(value) else value, "ton CO2-ekv", 0)
