"""`avstamp initiative UNIT --document KIND --output FILE`: memo, invitation or draft report to the board."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.progress import showing_work
from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.values import Phrase
from avstamp.library.balance_form import FormRefused
from avstamp.library.facts import open_fact_base
from avstamp.library.initiative import DocumentKind, blanks_in, build_initiative, economy_ahead
from avstamp.library.initiative.form import InitiativeForm, Surroundings, public_surroundings, read_initiative
from avstamp.library.report.files import format_of, write_document
from avstamp.phrases import ExitCode, say
from avstamp.web.parties import NAMES


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `initiative` command to the command line."""
    parser = teach(subparsers, "initiative")
    language = chosen_language(())

    def told(name: str) -> str:
        return say(Phrase(f"cli.initiative.{name}.help"), language)

    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument(
        "--document", required=True, choices=[kind.value for kind in DocumentKind], help=told("document")
    )
    parser.add_argument(
        "--output", "--out", type=Path, required=True, metavar="FILE", dest="out", help=told("out")
    )
    parser.add_argument(
        "--set",
        type=_field,
        action="append",
        default=[],
        metavar="FIELD=TEXT",
        dest="fields",
        help=told("set"),
    )
    parser.set_defaults(run=run)


def _field(text: str) -> tuple[str, str]:
    name, _, written = text.partition("=")
    return name.strip(), written


def run(arguments: argparse.Namespace) -> int:
    """Write the document, and name what is left to fill in; what cannot be read is refused before any work."""
    format_of(arguments.out)
    fact_base = open_fact_base()
    unit = fact_base.units.resolve(arguments.unit)
    today = legal_day(datetime.now(UTC))
    form = _read(dict(arguments.fields), public_surroundings(fact_base, unit, today=today, names=NAMES))
    kind = DocumentKind(arguments.document)
    with showing_work(say(Phrase("cli.initiative.working", {"unit": unit.name}), arguments.language)):
        economy = None if kind is DocumentKind.INVITATION else economy_ahead(fact_base, unit)
        document = build_initiative(fact_base, unit, kind, form.initiative, today=today, economy=economy)
        write_document(document, arguments.out, language=arguments.language)
    named = Phrase(f"initiative.document.{kind}")
    done = {"document": named, "unit": unit.name, "path": str(arguments.out)}
    print(say(Phrase("cli.initiative.written", done), arguments.language))
    if left := blanks_in(document):
        print(say(Phrase("cli.initiative.left", {"blanks": left}), arguments.language))
    return ExitCode.OK


def _read(asked: dict[str, str], surroundings: Surroundings) -> InitiativeForm:
    form = read_initiative(asked, surroundings)
    for name in asked:
        if name not in form.fields:
            raise FormRefused(
                [Phrase("initiative.wrong.unknown_field", {"given": name, "known": tuple(form.fields)})]
            )
    if form.wrong:
        raise FormRefused(form.wrong)
    return form
