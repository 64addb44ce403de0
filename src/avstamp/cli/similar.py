"""`avstamp similar UNIT`: which municipalities a municipality should be compared with, and why."""

from __future__ import annotations

import argparse
import json

from avstamp.cli.arguments import Subparsers, chosen_language, teach, whole_number
from avstamp.cli.tables import json_number, set_table
from avstamp.domain.position.similar import SERVICES
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.similar import NEAREST, SimilarUnits, similar_units, variable_name
from avstamp.phrases import ExitCode, format_number, say

_HEADINGS = {
    "sv": ("Kommun", "Skillnad", "Skiljer mest", "RKA"),
    "en": ("Municipality", "Index", "Most by", "RKA"),
}


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `similar` command to the command line."""
    parser = teach(subparsers, "similar")
    language = chosen_language(())

    def help_text(name: str) -> str:
        return say(Phrase(f"cli.similar.{name}.help"), language)

    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    # The choices stand in the help: as a metavar argparse would set all of them on one long line.
    services = say(Phrase("cli.similar.service.help", {"choices": ", ".join(SERVICES)}), language)
    parser.add_argument(
        "--service", choices=list(SERVICES), default="overall", metavar="SERVICE", help=services
    )
    parser.add_argument("--year", type=int, help=help_text("year"))
    parser.add_argument(
        "--weight", type=_weight, action="append", default=[], metavar="NAME=WEIGHT", help=help_text("weight")
    )
    parser.add_argument("--count", type=whole_number(1, 289), default=NEAREST, help=help_text("count"))
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.set_defaults(run=run)


def _weight(text: str) -> tuple[str, float]:
    name, _, weight = text.partition("=")
    return name, float(weight)


def run(arguments: argparse.Namespace) -> int:
    """Print the most similar municipalities, most alike first."""
    fact_base = open_fact_base()
    found = similar_units(
        fact_base,
        fact_base.units.resolve(arguments.unit),
        arguments.service,
        year=arguments.year,
        weights=dict(arguments.weight),
        count=arguments.count,
    )
    print(_as_json(found) if arguments.json else _as_table(found, arguments.language))
    return ExitCode.OK


def _as_json(found: SimilarUnits) -> str:
    keys = [variable.key for variable in found.service.variables]
    document = {
        "unit": {"id": found.unit.id, "name": found.unit.name},
        "service": found.service.key,
        "year": found.year,
        "weights": dict(zip(keys, found.weights, strict=True)),
        "fitted": found.fitted,
        "similar": [
            {
                "id": row.unit.id,
                "name": row.unit.name,
                "index": row.index,
                "parts": dict(zip(keys, row.parts, strict=True)),
                "values": dict(zip(keys, map(json_number, row.values), strict=True)),
                "published": row.published,
            }
            for row in found.rows
        ],
        "published": [unit.id for unit in found.published],
        "published_year": found.published_year,
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def _as_table(found: SimilarUnits, language: str) -> str:
    names = [say(variable_name(variable), language) for variable in found.service.variables]
    rows = [
        (
            row.unit.name,
            format_number(row.index, decimals=2, language=language),
            names[row.parts.index(max(row.parts))],
            "×" if row.published else "",
        )
        for row in found.rows
    ]
    heading = Phrase(
        "cli.similar.heading",
        {
            "unit": found.unit.name,
            "service": Phrase(f"service.{found.service.key}"),
            "year": str(found.year),
        },
    )
    return "\n".join(
        [
            say(heading, language),
            "",
            set_table(_HEADINGS[language], rows),
            "",
            say(Phrase("similar.index"), language),
            *(say(sentence, language) for sentence in found.notes),
        ]
    )
