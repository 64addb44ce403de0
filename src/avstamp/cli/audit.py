"""`avstamp audit verify|export`: is the record of what was done whole, and what stands in it?"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.database import open_database
from avstamp.domain.audit.verification import Verdict
from avstamp.domain.values import Phrase
from avstamp.phrases import ExitCode, say


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `audit` command and its parts to the command line."""
    language = chosen_language(())
    parts = teach(subparsers, "audit").add_subparsers(required=True, metavar="")
    organisation = say(Phrase("cli.audit.organisation.help"), language)
    verify = teach(parts, "verify", under="audit")
    verify.add_argument("organisation", nargs="?", help=organisation)
    verify.set_defaults(run=run_verify)
    export = teach(parts, "export", under="audit")
    export.add_argument("organisation", help=say(Phrase("cli.start.organisation.help"), language))
    export.set_defaults(run=run_export)


def run_verify(arguments: argparse.Namespace) -> int:
    """Hold each record to its chain and signatures; the exit code says whether all are whole."""
    open_database()
    from avstamp.web.audit.actions import check_record
    from avstamp.web.audit.queries import organisations_with_record

    named = arguments.organisation
    organisations = organisations_with_record() if named is None else [named]
    if not organisations:
        print(say(Phrase("cli.audit.none"), arguments.language))
    whole = True
    for organisation in organisations:
        verdict = check_record(organisation, at=datetime.now(UTC))
        whole = whole and verdict.is_whole
        for line in _report(verdict):
            print(f"{organisation}: {say(line, arguments.language)}")
    return ExitCode.OK if whole else ExitCode.RECORD_BENT


def _report(verdict: Verdict) -> list[Phrase]:
    if verdict.is_whole:
        return [Phrase("audit.whole", {"count": verdict.events})]
    hidden = verdict.fault_count - len(verdict.faults)
    more = [Phrase("cli.audit.more", {"count": hidden})] if hidden else []
    return [*(fault.explain() for fault in verdict.faults), *more]


def run_export(arguments: argparse.Namespace) -> int:
    """Print a record as JSON Lines, an event a line, with the hash beside it."""
    open_database()
    from avstamp.web.audit.queries import event_rows

    for row in event_rows(arguments.organisation):
        print(json.dumps(row, ensure_ascii=False))
    return ExitCode.OK
