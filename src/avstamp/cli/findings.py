"""`avstamp findings UNIT`: the largest challenges and possibilities, how sure they are, what speaks against them."""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Iterator

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.tables import WIDTH
from avstamp.domain.position.findings.finding import Finding, Side
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import UnitFindings, unit_findings
from avstamp.library.findings.objects import findings_object
from avstamp.library.report.finding_words import against, certainty, claim
from avstamp.library.report.findings import judged
from avstamp.phrases import ExitCode, say

_HEADINGS = {Side.CHALLENGE: "finding.challenges", Side.POSSIBILITY: "finding.possibilities"}


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `findings` command to the command line."""
    parser = teach(subparsers, "findings")
    language = chosen_language(())
    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the findings of one unit."""
    fact_base = open_fact_base()
    found = unit_findings(fact_base, fact_base.units.resolve(arguments.unit))
    if arguments.json:
        print(json.dumps(findings_object(found), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        print("\n".join(_lines(found, arguments.language)))
    return ExitCode.OK


def _lines(found: UnitFindings, language: str) -> Iterator[str]:
    values = {"unit": found.unit.name, "id": found.unit.id, "year": str(found.base_year)}
    yield say(Phrase("cli.findings.heading", values), language)
    yield from textwrap.wrap(say(judged(found), language), WIDTH)
    for side, findings in ((Side.CHALLENGE, found.challenges), (Side.POSSIBILITY, found.possibilities)):
        yield ""
        yield say(Phrase(_HEADINGS[side]), language)
        if not findings:
            yield f"  {say(Phrase(f'finding.none.{side.value}'), language)}"
        for number, finding in enumerate(findings, start=1):
            yield from _told(number, finding, language)


def _told(number: int, finding: Finding, language: str) -> Iterator[str]:
    first = f"{number:>3}. "
    later = " " * len(first)
    said = (claim(finding), certainty(finding), *against(finding))
    for at, phrase in enumerate(said):
        yield from textwrap.wrap(
            say(phrase, language), WIDTH, initial_indent=later if at else first, subsequent_indent=later
        )
