"""Where is a figure heading, as every shell shows it, and how well has the method done in the whole country?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.forecasts.family import HORIZONS, FamilyForecasts, first_year
from avstamp.domain.outlook.forecasts.forecast import Forecast, WhyNot, forecast_address, read_forecast
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase
from avstamp.factbase.cube_files import Progress

FAMILIES = tuple((kind, gender) for kind in (UnitKind.MUNICIPALITY, UnitKind.REGION) for gender in Gender)
"""Every kind of unit and gender that is forecast by itself."""

YEARS_SHOWN = 10
"""Outcome years of the national record."""


def forecasts_ready(fact_base: FactBase, kind: UnitKind, gender: Gender) -> bool:
    """Whether a forecast can be read without first making those of the whole country."""
    return kind is UnitKind.COUNTRY or fact_base.has_forecasts(kind, gender)


def all_forecasts_ready(fact_base: FactBase) -> bool:
    """Whether every forecast can be read without first making any."""
    return all(forecasts_ready(fact_base, kind, gender) for kind, gender in FAMILIES)


def prepare_forecasts(fact_base: FactBase, *, progress: Progress = lambda done, total: None) -> None:
    """Make the forecasts of every family that lacks them."""
    for kind, gender in FAMILIES:
        fact_base.forecasts(kind, gender, progress=progress)


def forecast_figure(
    fact_base: FactBase, indicator: str, unit: Unit, *, gender: Gender = Gender.ALL
) -> Forecast:
    """The coming years of one indicator for one unit, or the reason why there is no forecast.

    Raises: UnknownIndicator.
    """
    known = fact_base.indicator(indicator)
    address = forecast_address(known.id, unit.id, gender, data=fact_base.identity)
    if unit.is_country:
        return Forecast(address, None, 0, (), WhyNot.COUNTRY)
    if known.forecast:
        return Forecast(address, None, 0, (), WhyNot.PROJECTION)
    axes = fact_base.cube.axes
    family = fact_base.forecasts(unit.kind, gender)
    return read_forecast(
        family,
        family.number_of.get(known.id),
        axes.unit_column[unit.id] - axes.span_of(unit.kind).start,
        address=address,
        oldest_year=first_year(fact_base.newest_year),
    )


@dataclass(frozen=True, slots=True)
class Record:
    """How forecasts of a group of indicators have come true, one value a horizon.

    `error` is the mean error in yearly changes of each series (MASE), `error_as_now` that of the last value;
    `inner` and `outer` the shares of outcomes inside the intervals; NaN where there were none.
    """

    name: str
    indicators: int
    forecasts: tuple[int, ...]
    error: tuple[float, ...]
    error_as_now: tuple[float, ...]
    inner: tuple[float, ...]
    outer: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class NationalRecord:
    """The whole country's record: over everything, by operating area, and by year of the outcome.

    `inner_by_year` and `outer_by_year` hold, by horizon, shares over `years`.
    """

    kind: UnitKind
    whole: Record
    areas: tuple[Record, ...]
    years: tuple[int, ...]
    inner_by_year: tuple[tuple[float, ...], ...]
    outer_by_year: tuple[tuple[float, ...], ...]


def _by_outcome_year(sums: np.ndarray) -> np.ndarray:
    """Sums (panels, 4, years, 8) moved from the year of the forecast to that of the outcome."""
    moved = np.zeros_like(sums)
    for horizon in range(HORIZONS):
        moved[:, horizon, horizon + 1 :] = sums[:, horizon, : -horizon - 1]
    return moved


def _share(part: np.ndarray, whole: np.ndarray) -> tuple[float, ...]:
    return tuple(np.where(whole > 0, part / np.maximum(whole, 1), np.nan).tolist())


def _record(name: str, sums: np.ndarray) -> Record:
    total = sums.sum(axis=(0, 2))
    return Record(
        name=name,
        indicators=int((sums[..., 0].sum(axis=(1, 2)) > 0).sum()),
        forecasts=tuple(total[:, 0].astype(int).tolist()),
        error=_share(total[:, 4], total[:, 3]),
        error_as_now=_share(total[:, 5], total[:, 3]),
        inner=_share(total[:, 6], total[:, 0]),
        outer=_share(total[:, 7], total[:, 0]),
    )


@lru_cache(maxsize=4)
def national_record(fact_base: FactBase, kind: UnitKind) -> NationalRecord:
    """How all forecasts that could have been made have come true, over the latest ten years of outcomes."""
    family = fact_base.forecasts(kind, Gender.ALL)
    sums = np.where(np.isfinite(family.bins[..., 1:]), family.sums, 0.0)
    recent = _by_outcome_year(sums)[:, :, -YEARS_SHOWN:]
    total = recent.sum(axis=0)
    newest = fact_base.newest_year
    return NationalRecord(
        kind=kind,
        whole=_record("", recent),
        areas=tuple(_area_records(fact_base, family, recent)),
        years=tuple(range(newest - YEARS_SHOWN + 1, newest + 1)),
        inner_by_year=tuple(_share(total[h, :, 6], total[h, :, 0]) for h in range(HORIZONS)),
        outer_by_year=tuple(_share(total[h, :, 7], total[h, :, 0]) for h in range(HORIZONS)),
    )


def _area_records(fact_base: FactBase, family: FamilyForecasts, sums: np.ndarray) -> Iterator[Record]:
    """One record an operating area of the publisher, in order of name; the first one where it states several."""
    area_of = [fact_base.indicators[key].operating_area.split(",Kommunen")[0] for key in family.keys]
    for area in sorted(set(area_of)):
        record = _record(area, sums[[number for number, name in enumerate(area_of) if name == area]])
        if record.forecasts[0]:
            yield record
