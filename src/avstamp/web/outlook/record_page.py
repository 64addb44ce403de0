"""What stands on the page about how the forecasts of the whole country have come true?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure
from avstamp.domain.values import Gender, Phrase, Quantity, Text, UnitKind, Verbatim
from avstamp.library.facts import open_fact_base
from avstamp.library.forecast_words import percent
from avstamp.library.forecasts import NationalRecord, Record, forecasts_ready, national_record


@dataclass(frozen=True)
class RecordRow:
    """One group of indicators: how many, and by horizon the error against "as now" and what the intervals held."""

    name: Text
    indicators: int
    cells: Sequence[Quantity]


@dataclass(frozen=True)
class YearRow:
    """One year of outcomes: what the inner and outer intervals held, by horizon."""

    year: int
    cells: Sequence[Quantity]


@dataclass(frozen=True)
class RecordPage:
    """The national record as a chart and a table; without figures where the forecasts have not been made here."""

    ready: bool
    figure: Figure | None = None
    years: Sequence[YearRow] = ()
    rows: Sequence[RecordRow] = ()
    forecasts: int = 0
    indicators: int = 0
    first: int = 0
    last: int = 0
    ahead: Sequence[int] = (1, 2, 3, 4)


def record_page(kind: UnitKind) -> RecordPage:
    """The record of municipalities or of regions."""
    base = open_fact_base()
    if not forecasts_ready(base, kind, Gender.ALL):
        return RecordPage(ready=False)
    record = national_record(base, kind)
    whole = _row(Phrase("forecast.record.all"), record.whole)
    return RecordPage(
        ready=True,
        figure=_coverage_chart(record),
        years=_years(record),
        rows=[whole, *(_row(Verbatim(area.name), area) for area in record.areas)],
        forecasts=sum(record.whole.forecasts),
        indicators=record.whole.indicators,
        first=record.years[0],
        last=record.years[-1],
    )


def _years(record: NationalRecord) -> list[YearRow]:
    """The chart in figures, all horizons, newest first."""
    rows = []
    for at, year in enumerate(record.years):
        pairs = zip(record.inner_by_year, record.outer_by_year, strict=True)
        rows.append(YearRow(year, [percent(shares[at]) for pair in pairs for shares in pair]))
    return rows[::-1]


def _row(name: Text, record: Record) -> RecordRow:
    cells: list[Quantity] = []
    for horizon in range(len(record.error)):
        cells += [
            _number(record.error[horizon]),
            _number(record.error_as_now[horizon]),
            percent(record.inner[horizon]),
            percent(record.outer[horizon]),
        ]
    return RecordRow(name, record.indicators, cells)


def _number(value: float) -> Quantity:
    return Quantity(None if math.isnan(value) else value, "", 2)


def _coverage_chart(record: NationalRecord) -> Figure:
    """Share of outcomes inside each interval, one and four years ahead, by year of the outcome."""
    series = [
        {
            "name": Phrase(f"forecast.record.{level}_line", {"ahead": horizon + 1}),
            "role": role,
            "years": list(record.years),
            "values": [100 * share for share in shares[horizon]],
        }
        for level, shares, horizon, role in (
            ("outer", record.outer_by_year, 0, "unit"),
            ("outer", record.outer_by_year, 3, "group"),
            ("inner", record.inner_by_year, 0, "second"),
            ("inner", record.inner_by_year, 3, "third"),
        )
    ]
    said = {
        "inner": percent(record.whole.inner[0]),
        "outer": percent(record.whole.outer[0]),
        "first": record.years[0],
        "last": record.years[-1],
    }
    return Figure(
        kind="lines",
        content={"unit": "%", "decimals": 0, "series": series},
        caption=Phrase("forecast.record.years.caption"),
        alternative=Phrase("forecast.record.years.alternative", said),
    )
