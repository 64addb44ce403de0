"""Where is a unit heading on everything that has a direction, if it goes on as it has?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.forecasts.forecast import ForecastYear
from avstamp.domain.position.heading import Heading, heading_of, probability_above
from avstamp.domain.values import Gender
from avstamp.factbase import FactBase
from avstamp.library.forecasts import forecast_figure
from avstamp.library.overview import own_indicators

YEARS_AHEAD = 4
"""A term of office."""


@dataclass(frozen=True, slots=True)
class HeadedFigure:
    """One indicator: its newest value, the forecast four years on, the probability that it rises, its heading."""

    indicator: Indicator
    entry: CatalogueEntry
    now_year: int
    now: float
    then: ForecastYear
    probability: float
    heading: Heading


@dataclass(frozen=True, slots=True)
class UnitHeading:
    """Every indicator with a direction that can be foretold four years on, and how many cannot."""

    unit: Unit
    figures: tuple[HeadedFigure, ...]
    untold: int

    def count(self, heading: Heading) -> int:
        """How many indicators head so."""
        return sum(figure.heading is heading for figure in self.figures)


def unit_heading(fact_base: FactBase, unit: Unit) -> UnitHeading:
    """Every indicator with a direction four years on, the surest first."""
    wanted = [
        id
        for id in sorted(own_indicators(fact_base, unit))
        if fact_base.catalogue[id].direction is not Direction.NONE and not fact_base.indicators[id].forecast
    ]
    figures = [figure for id in wanted if (figure := _headed(fact_base, id, unit)) is not None]
    figures.sort(key=lambda figure: (-abs(figure.probability - 0.5), figure.indicator.id))
    return UnitHeading(unit, tuple(figures), len(wanted) - len(figures))


def _headed(fact_base: FactBase, id: str, unit: Unit) -> HeadedFigure | None:
    forecast = forecast_figure(fact_base, id, unit)
    if not forecast.years or forecast.origin_year is None:
        return None
    then = forecast.years[-1]
    if then.year - forecast.origin_year != YEARS_AHEAD:
        return None
    entry = fact_base.catalogue[id]
    axes = fact_base.cube.axes
    slabs = axes.slabs_of(id, Gender.ALL)
    at = slabs.start + axes.slab_year[slabs].tolist().index(forecast.origin_year)
    now = float(fact_base.cube.by_unit[axes.unit_column[unit.id], at])
    probability = probability_above(now, then.point, then.inner)
    heading = heading_of(probability, entry.direction)
    return HeadedFigure(
        fact_base.indicators[id], entry, forecast.origin_year, now, then, probability, heading
    )
