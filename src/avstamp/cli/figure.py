"""`avstamp figure ID UNIT…`: one indicator, year by year, for one or several units."""

from __future__ import annotations

import argparse
import json

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.tables import json_number, print_sources, set_table
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Gender, Phrase
from avstamp.library.comparison import comparison_group
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import read_figure
from avstamp.phrases import ExitCode, format_number, say

_HEADINGS = {
    "sv": ("År", "Värde", "Grupp", "Median", "Riket"),
    "en": ("Year", "Value", "Group", "Median", "Sweden"),
}


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `figure` command to the command line."""
    parser = teach(subparsers, "figure")
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
    parser.add_argument("--compare", default="similar", help=say(Phrase("cli.figure.compare.help"), language))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the series of each unit."""
    fact_base = open_fact_base()
    code = arguments.indicator.strip().upper()
    indicator = fact_base.indicator(code if code in fact_base.indicators else arguments.indicator).id
    readings = []
    for query in arguments.units:
        unit = fact_base.units.resolve(query)
        group = comparison_group(fact_base, unit, indicator, choice=arguments.compare)
        readings.append(read_figure(fact_base, indicator, unit, group=group, gender=Gender(arguments.gender)))
    if arguments.json:
        print(
            json.dumps(
                [_as_object(reading) for reading in readings], ensure_ascii=False, indent=1, allow_nan=False
            )
        )
    else:
        print("\n\n".join(_as_table(reading, arguments.language) for reading in readings))
    return ExitCode.OK


def _as_object(reading: FigureReading) -> dict[str, object]:
    columns = zip(
        reading.years,
        reading.values,
        reading.group_means,
        reading.medians,
        reading.national,
        reading.statuses,
        strict=True,
    )
    return {
        "indicator": reading.indicator.id,
        "title": reading.indicator.title,
        "unit_of_measure": reading.indicator.unit,
        "unit": {"id": reading.unit.id, "name": reading.unit.name},
        "gender": reading.gender.value,
        "group": {"title": reading.group.title, "members": list(reading.group.others(reading.unit.id))},
        "origin": {
            "publisher": reading.origin.publisher,
            "title": reading.origin.title,
            "terms": reading.origin.terms,
            "fetched": reading.origin.fetched.isoformat(),
        },
        "series": [
            {
                "year": year,
                "value": json_number(value),
                "group_mean": json_number(mean),
                "median": json_number(median),
                "national": json_number(national),
                "status": status.value if status else None,
            }
            for year, value, mean, median, national, status in columns
        ],
    }


def _as_table(reading: FigureReading, language: str) -> str:
    def number(value: float) -> str:
        return format_number(value, decimals=reading.indicator.decimals, language=language)

    heading = f"{reading.unit.name} ({reading.unit.id}): {reading.indicator.title}"
    if not reading.years:
        name = reading.indicator.title
        return f"{heading}\n{say(Phrase('cli.figure.no_gender', {'name': name}), language)}"
    rows = [
        (str(year), number(value), number(mean), number(median), number(national))
        for year, value, mean, median, national in zip(
            reading.years, reading.values, reading.group_means, reading.medians, reading.national, strict=True
        )
    ]
    sources = print_sources([reading.origin], language)
    return f"{heading}\n{set_table(_HEADINGS[language], rows)}\n\n{sources}"
