"""`avstamp report UNIT --out FILE`: the whole start as a document."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.progress import showing_work
from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.report import build_report
from avstamp.library.report.files import format_of, write_document
from avstamp.phrases import ExitCode, say


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `report` command to the command line."""
    parser = teach(subparsers, "report")
    language = chosen_language(())
    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=say(Phrase("cli.report.out.help"), language)
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the report; the name's ending decides the format, and a wrong one is refused before any work."""
    format_of(arguments.out)
    fact_base = open_fact_base()
    unit = fact_base.units.resolve(arguments.unit)
    with showing_work(say(Phrase("cli.report.working", {"unit": unit.name}), arguments.language)):
        document = build_report(fact_base, unit, today=legal_day(datetime.now(UTC)))
        write_document(document, arguments.out, language=arguments.language)
    done = {"unit": unit.name, "path": str(arguments.out)}
    print(say(Phrase("cli.report.written", done), arguments.language))
    return ExitCode.OK
