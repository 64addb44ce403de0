"""`avstamp thread digest`: write to those for whom something in a thread waits."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.database import open_database
from avstamp.domain.values import Phrase
from avstamp.phrases import ExitCode, say


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `thread` command and its parts to the command line."""
    parts = teach(subparsers, "thread").add_subparsers(required=True, metavar="")
    digest = teach(parts, "digest", under="thread")
    address = say(Phrase("cli.thread.address.help"), chosen_language(()))
    digest.add_argument("--address", required=True, metavar="URL", help=address)
    digest.set_defaults(run=run_digest)


def run_digest(arguments: argparse.Namespace) -> int:
    """Send the weekly letter to those who are due one; without a mail server say so and send nothing."""
    open_database()
    from django.conf import settings

    from avstamp.web.thread.digest import send_digests

    if not settings.SENDS_EMAIL:
        print(say(Phrase("cli.thread.no_email"), arguments.language), file=sys.stderr)
        return ExitCode.USAGE
    sending = send_digests(at=datetime.now(UTC), address=arguments.address, language=arguments.language)
    print(say(Phrase("cli.thread.sent", {"count": sending.sent}), arguments.language))
    if not sending.refused:
        return ExitCode.OK
    refused = Phrase("cli.thread.refused", {"count": sending.refused})
    print(say(refused, arguments.language), file=sys.stderr)
    return ExitCode.UNEXPECTED
