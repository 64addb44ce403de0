"""`avstamp forecast ID UNIT…`: where one indicator is heading, and how wrong that has been before."""

from __future__ import annotations

import argparse
import json
import textwrap

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.progress import showing_work
from avstamp.cli.tables import WIDTH, json_number, print_sources
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.outlook.forecasts.forecast import Forecast, ForecastYear
from avstamp.domain.values import Gender, Phrase
from avstamp.factbase import FactBase
from avstamp.library.comparison import comparison_group
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import read_figure
from avstamp.library.forecast_words import forecast_table, forecast_words
from avstamp.library.forecasts import forecast_figure, forecasts_ready
from avstamp.phrases import ExitCode, say


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `forecast` command to the command line."""
    parser = teach(subparsers, "forecast")
    language = chosen_language(())
    parser.add_argument("indicator", metavar="ID", help=say(Phrase("cli.figure.indicator.help"), language))
    parser.add_argument("units", metavar="UNIT", nargs="+", help=say(Phrase("cli.units.help"), language))
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.add_argument(
        "--gender",
        choices=[gender.value for gender in Gender],
        default=Gender.ALL.value,
        help=say(Phrase("cli.figure.gender.help"), language),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the coming years of each unit."""
    fact_base = open_fact_base()
    code = arguments.indicator.strip().upper()
    indicator = fact_base.indicator(code if code in fact_base.indicators else arguments.indicator).id
    gender, told = Gender(arguments.gender), []
    for query in arguments.units:
        unit = fact_base.units.resolve(query)
        group = comparison_group(fact_base, unit, indicator, choice="similar")
        reading = read_figure(fact_base, indicator, unit, group=group, gender=gender)
        told.append((reading, _forecast(fact_base, reading, arguments.language)))
    if arguments.json:
        listed = [_as_object(reading, forecast) for reading, forecast in told]
        print(json.dumps(listed, ensure_ascii=False, indent=1, allow_nan=False))
    else:
        print("\n\n".join(_as_text(*each, arguments.language) for each in told))
        print(print_sources([told[0][0].origin], arguments.language))
    return ExitCode.OK


def _forecast(fact_base: FactBase, reading: FigureReading, language: str) -> Forecast:
    """The forecast; the first one of a fact base takes the whole country's, so it tells how far it has come."""
    unit, gender = reading.unit, reading.gender
    if not forecasts_ready(fact_base, unit.kind, gender):
        with showing_work(say(Phrase("cli.facts.forecast.working"), language)) as told:
            fact_base.forecasts(unit.kind, gender, progress=told)
    return forecast_figure(fact_base, reading.indicator.id, unit, gender=gender)


def _as_object(reading: FigureReading, forecast: Forecast) -> dict[str, object]:
    return {
        "address": str(forecast.address),
        "indicator": reading.indicator.id,
        "title": reading.indicator.title,
        "unit_of_measure": reading.indicator.unit,
        "unit": {"id": reading.unit.id, "name": reading.unit.name},
        "gender": reading.gender.value,
        "origin_year": forecast.origin_year,
        "values": forecast.values,
        "why_not": forecast.why_not.value if forecast.why_not else None,
        "years": [_year(year) for year in forecast.years],
        "method": {"name": forecast.address.method, "version": forecast.address.version},
        "data": forecast.address.data,
    }


def _year(year: ForecastYear) -> dict[str, object]:
    past = year.past
    return {
        "year": year.year,
        "status": "forecast",
        "value": year.point,
        "interval_80": list(year.inner),
        "interval_95": list(year.outer),
        "as_now": year.as_now,
        "past": {
            "forecasts": past.forecasts,
            "origin_years": past.years,
            "mean_error": past.mean_error,
            "mean_error_as_now": past.mean_error_as_now,
            "scaled_error": json_number(past.scaled_error),
            "inside_80": past.inner,
            "inside_95": past.outer,
        },
    }


def _as_text(reading: FigureReading, forecast: Forecast, language: str) -> str:
    said = " ".join(say(sentence, language) for sentence in forecast_words(reading, forecast))
    lines = [
        f"{reading.unit.name} ({reading.unit.id}): {reading.indicator.title}",
        textwrap.fill(said, WIDTH),
    ]
    if forecast.years:
        table = forecast_table(reading, forecast)
        headings = [say(column.heading, language) for column in table.columns]
        for row in table.rows:
            cells = [say(cell, language) for cell in row]
            lines += ["", cells[0]]
            lines += [f"  {head:<20}{cell}" for head, cell in zip(headings[1:], cells[1:], strict=True)]
    return "\n".join([*lines, str(forecast.address)])
