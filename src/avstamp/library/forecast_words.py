"""How does a forecast become a chart, a table and sentences, with its past error always beside it?"""

from __future__ import annotations

import math

from avstamp.domain.documents import Column, Figure, Table
from avstamp.domain.documents.tree import Cell
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.outlook.forecasts.forecast import Forecast, ForecastYear
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.report.wording import cite, name_of, quantity

COLUMNS = (
    "point",
    "inner_low",
    "inner_high",
    "outer_low",
    "outer_high",
    "error",
    "error_as_now",
    "inner",
    "outer",
)


def percent(share: float) -> Quantity:
    """A share as per cent without decimals."""
    return Quantity(None if math.isnan(share) else 100 * share, "%", 0)


def _error(reading: FigureReading, value: float) -> Quantity:
    """A mean error with one decimal more than the figure itself, since it is smaller."""
    plain = quantity(reading.indicator, value)
    return Quantity(
        plain.value, "procentenheter" if plain.unit == "%" else plain.unit, (plain.decimals or 0) + 1
    )


def _values(reading: FigureReading, year: ForecastYear) -> dict[str, object]:
    def printed(value: float) -> Quantity:
        return quantity(reading.indicator, value)

    return {
        "year": year.year,
        "point": printed(year.point),
        "low": printed(year.inner[0]),
        "high": printed(year.inner[1]),
        "lowest": printed(year.outer[0]),
        "highest": printed(year.outer[1]),
    }


def forecast_words(reading: FigureReading, forecast: Forecast) -> tuple[Phrase, ...]:
    """What is foretold of the last year ahead, with its intervals and past error; or why nothing is."""
    if forecast.why_not:
        known = {"year": forecast.origin_year or 0, "values": forecast.values}
        return (Phrase(f"forecast.why_not.{forecast.why_not.value}", known),)
    last = forecast.years[-1]
    said = [Phrase("forecast.sentence", _values(reading, last))]
    if last.as_now:
        said.append(Phrase("forecast.as_now", {"origin_year": forecast.origin_year}))
    past = {
        "ahead": last.year - (forecast.origin_year or 0),
        "error": _error(reading, last.past.mean_error),
        "error_as_now": _error(reading, last.past.mean_error_as_now),
        "inner": percent(last.past.inner),
        "outer": percent(last.past.outer),
        "forecasts": last.past.forecasts,
        "years": last.past.years,
    }
    said.append(Phrase(f"forecast.past.{reading.unit.kind.value}", past))
    said.append(Phrase("forecast.not_a_plan"))
    return tuple(said)


def forecast_caption(reading: FigureReading) -> Text:
    """The name of what is foretold, and for whom."""
    name = name_of(reading.indicator, reading.entry)
    return Phrase("forecast.caption", {"name": name, "unit": Verbatim(reading.unit.name)})


def forecast_table(reading: FigureReading, forecast: Forecast) -> Table:
    """One row a year ahead: point, intervals, and the past error of that horizon."""
    columns = [Column(Phrase("figure.column.year"))]
    columns += [Column(Phrase(f"forecast.column.{name}"), numeric=True) for name in COLUMNS]
    return Table(
        caption=forecast_caption(reading),
        columns=tuple(columns),
        rows=tuple(_row(reading, year) for year in forecast.years),
        sources=cite(reading.origin, derived=True),
    )


def _row(reading: FigureReading, year: ForecastYear) -> tuple[Cell, ...]:
    values = (year.point, *year.inner, *year.outer)
    key = "forecast.year.as_now" if year.as_now else "forecast.year"
    return (
        Phrase(key, {"year": year.year}),
        *(quantity(reading.indicator, value) for value in values),
        _error(reading, year.past.mean_error),
        _error(reading, year.past.mean_error_as_now),
        percent(year.past.inner),
        percent(year.past.outer),
    )


def forecast_chart(reading: FigureReading, forecast: Forecast) -> Figure:
    """What has been as a line, what may come as a fan; raises `ValueError` where nothing is foretold."""
    if not forecast.years:
        raise ValueError(f"{forecast.address} foretells nothing")
    known = [
        (year, value)
        for year, value in zip(reading.years, reading.values, strict=True)
        if forecast.origin_year is None or year <= forecast.origin_year
    ]
    last = forecast.years[-1]
    return Figure(
        kind="fan",
        content={
            "unit": Phrase("unit", {"unit": reading.indicator.unit}),
            "decimals": reading.indicator.decimals,
            "years": [year for year, _ in known],
            "values": [value for _, value in known],
            "ahead": [year.year for year in forecast.years],
            "points": [year.point for year in forecast.years],
            "inner": [list(year.inner) for year in forecast.years],
            "outer": [list(year.outer) for year in forecast.years],
            "known": Phrase("forecast.chart.known"),
            "forecast": Phrase("forecast.chart.forecast", {"year": last.year}),
            "inner_name": Phrase("forecast.chart.inner"),
            "outer_name": Phrase("forecast.chart.outer"),
        },
        caption=forecast_caption(reading),
        alternative=Phrase(
            "forecast.alternative",
            {
                **_values(reading, last),
                "name": name_of(reading.indicator, reading.entry),
                "unit": Verbatim(reading.unit.name),
                "origin_year": forecast.origin_year,
                "value": quantity(reading.indicator, known[-1][1]),
            },
        ),
        sources=cite(reading.origin, derived=True),
    )
