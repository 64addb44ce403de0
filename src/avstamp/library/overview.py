"""What does a unit's start page say: six things on one screen?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from avstamp.domain.calendar.legal_dates import LegalDate, next_legal_dates
from avstamp.domain.facts.indicator import MUNICIPAL_AREAS
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.mandates import Council
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase
from avstamp.library.comparison import comparison_group
from avstamp.library.figure import read_figure
from avstamp.library.findings import UnitFindings, unit_findings

POPULATION = "N01951"
ECONOMY = ("N03102", "N70060")
"""What the economy in a line is: the result as a share of income, and for regions, whose result the source lacks,
the net cost of health care per inhabitant."""
HORIZON_DAYS = 365


@dataclass(frozen=True, slots=True)
class Overview:
    """The six things: mandates, population, economy, challenges, possibilities, what is next.

    `economy` is None for a unit of which the fact base has none of the indicators in `ECONOMY`.
    """

    unit: Unit
    councils: tuple[Council, ...]
    turnout: float | None
    population: FigureReading
    economy: FigureReading | None
    findings: UnitFindings
    next_dates: tuple[LegalDate, ...]
    newest_year: int


def overview(fact_base: FactBase, unit: Unit, *, today: date) -> Overview:
    """A unit's start page as values, on a given day."""
    readings = (_reading(fact_base, unit, id) for id in ECONOMY if id in fact_base.indicators)
    return Overview(
        unit=unit,
        councils=fact_base.councils(unit.id),
        turnout=fact_base.turnout(unit.id),
        population=_reading(fact_base, unit, POPULATION),
        economy=next((reading for reading in readings if reading.figure), None),
        findings=unit_findings(fact_base, unit),
        next_dates=next_legal_dates(today, horizon_days=HORIZON_DAYS, unit_kind=unit.kind),
        newest_year=fact_base.newest_year,
    )


def own_indicators(fact_base: FactBase, unit: Unit) -> frozenset[str]:
    """Catalogue indicators that say something of the unit's own work or surroundings."""
    elsewhere = MUNICIPAL_AREAS if unit.kind is UnitKind.REGION else frozenset()
    return frozenset(
        id
        for id, entry in fact_base.catalogue.items()
        if entry.area not in elsewhere and fact_base.indicators[id].concerns(unit.kind)
    )


def _reading(fact_base: FactBase, unit: Unit, indicator: str) -> FigureReading:
    group = comparison_group(fact_base, unit, indicator, choice="similar")
    return read_figure(fact_base, indicator, unit, group=group, gender=Gender.ALL)
