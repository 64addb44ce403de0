"""What does a municipality's own service cost for each inhabitant of the ages that it meets?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.need import Price, mean_population, need_for
from avstamp.domain.outlook.population import AgeGroup, PopulationOutlook
from avstamp.domain.outlook.population.outlook import MEDIAN
from avstamp.domain.values import Gender, Phrase, UnitKind
from avstamp.factbase import FactBase

PER_CHILD, SHARE_OF_CHILDREN = "N11008", "N11800"

SERVICES: tuple[tuple[str, AgeGroup, tuple[str, ...]], ...] = (
    ("preschool", AgeGroup("1-5", 1, 5), (PER_CHILD, SHARE_OF_CHILDREN)),
    ("school", AgeGroup("6-15", 6, 15), ("N15027",)),
    ("upper_secondary", AgeGroup("16-18", 16, 18), ("N17007",)),
    ("elder_care", AgeGroup("80+", 80, 100), ("N20048",)),
)
"""Services, the ages they meet, and the indicators their cost for each inhabitant of those ages is made of."""


@dataclass(frozen=True)
class ServicePrice:
    """A service's price: where it comes from, or that it is the organisation's own; `thousands` None when unknown."""

    service: str
    group: AgeGroup
    thousands: Decimal | None
    source: Phrase
    own: bool = False

    def needs(self, people: Sequence[float]) -> list[float | None]:
        """Need in millions of kronor from 31 December of each year but the first; None without a price."""
        if self.thousands is None:
            return [None] * (len(people) - 1)
        price = Price(self.service, self.group, self.thousands)
        counts = [round(one) for one in people]
        pairs = pairwise(counts)
        return [float(need_for(price, mean_population(before, after)) / 1000) for before, after in pairs]


def service_prices(fact_base: FactBase, unit: Unit) -> list[ServicePrice]:
    """The prices of a municipality's own services from the newest year of its accounts; none for a region."""
    if unit.kind is not UnitKind.MUNICIPALITY:
        return []
    return [_price(fact_base, unit, *one) for one in SERVICES]


def _price(
    fact_base: FactBase, unit: Unit, service: str, group: AgeGroup, indicators: tuple[str, ...]
) -> ServicePrice:
    figures = [_newest(fact_base, indicator, unit) for indicator in indicators]
    years = {year for _, year in figures}
    if len(years) != 1 or any(math.isnan(value) for value, _ in figures):
        return ServicePrice(service, group, None, Phrase("need.source.missing"))
    kronor = figures[0][0]
    if len(figures) == 2:
        kronor *= figures[1][0] / 100
    said = {"year": str(years.pop()), "first": indicators[0], "second": indicators[-1]}
    thousands = Decimal(repr(round(kronor / 1000, 1)))
    return ServicePrice(service, group, thousands, Phrase(f"need.source.{service}", said))


def _newest(fact_base: FactBase, indicator: str, unit: Unit) -> tuple[float, int]:
    axes = fact_base.cube.axes
    slabs = axes.slabs_of(indicator, Gender.ALL)
    if slabs.start == slabs.stop:
        return math.nan, 0
    newest = slabs.stop - 1
    return float(fact_base.cube.values[newest, axes.unit_column[unit.id]]), int(axes.slab_year[newest])


def median_people(outlook: PopulationOutlook, group: AgeGroup) -> list[float]:
    """The median of an age group on 31 December, the base first."""
    return [float(value) for value in outlook.fans[group.key][MEDIAN]]
