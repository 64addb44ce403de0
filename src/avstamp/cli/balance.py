"""`avstamp balance UNIT`: the inquiry of the balance requirement, row by row in whole kronor."""

from __future__ import annotations

import argparse
import json

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.tables import set_table
from avstamp.domain.values import Phrase
from avstamp.library.balance_form import FIELDS, BalanceForm, FormRefused, read_form
from avstamp.library.facts import open_fact_base
from avstamp.phrases import ExitCode, format_number, say

_HEADINGS = {"sv": ("Rad", "Kronor", "Lagrum"), "en": ("Row", "SEK", "Statute")}

KNOWN = {*FIELDS.values(), "ar", "skal"}
BY_YEAR = ("underskott", "skal")
"""Fields that have a year after their name: underskott.2023, skal.2023."""


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `balance` command to the command line."""
    parser = teach(subparsers, "balance")
    language = chosen_language(())
    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument(
        "--set",
        type=_field,
        action="append",
        default=[],
        metavar="FIELD=AMOUNT",
        dest="fields",
        help=say(Phrase("cli.balance.set.help"), language),
    )
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.set_defaults(run=run)


def _field(text: str) -> tuple[str, str]:
    name, _, amount = text.partition("=")
    return name.strip(), amount


def run(arguments: argparse.Namespace) -> int:
    """Print the inquiry; refuses what cannot be read, with a sentence for each."""
    for name, _ in arguments.fields:
        if name not in KNOWN and name.partition(".")[0] not in BY_YEAR:
            known = (*sorted(KNOWN), *(f"{one}.ÅR" for one in BY_YEAR))
            raise FormRefused([Phrase("cli.balance.unknown", {"given": name, "known": known})])
    fact_base = open_fact_base()
    unit = fact_base.units.resolve(arguments.unit)
    form = read_form(fact_base, unit, dict(arguments.fields))
    print(_as_json(form, unit.id) if arguments.json else _as_table(form, unit.name, arguments.language))
    return ExitCode.OK


def _as_json(form: BalanceForm, unit: str) -> str:
    inquiry = form.checked()
    document = {
        "unit": unit,
        "year": inquiry.accounts.year,
        "rows": [{"row": row.key, "amount": row.amount, "paragraph": row.paragraph} for row in inquiry.rows],
        "room": {name: getattr(inquiry.room, name) for name in inquiry.room.__slots__},
        "restoring": [{name: getattr(one, name) for name in one.__slots__} for one in inquiry.restoring],
        "filled": {field.name: list(field.filled.indicators) for field in form.fields if field.filled},
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _as_table(form: BalanceForm, unit: str, language: str) -> str:
    inquiry = form.checked()
    rows = [
        (
            say(label, language),
            format_number(row.amount, decimals=0, language=language),
            say(paragraph, language) if paragraph else "",
        )
        for label, row, paragraph in form.rows
    ]
    heading = Phrase("cli.balance.heading", {"unit": unit, "year": str(inquiry.accounts.year)})
    why = Phrase(f"balance.decided_by.{inquiry.room.decided_by}")
    allowed = Phrase("cli.balance.allowed", {"allowed": inquiry.room.allowed, "why": why})
    sentences = (inquiry.conclusion, allowed, *inquiry.doubts)
    return "\n".join(
        [
            say(heading, language),
            "",
            set_table(_HEADINGS[language], rows),
            "",
            *(say(sentence, language) for sentence in sentences),
        ]
    )
