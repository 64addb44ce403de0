"""`avstamp`: the whole fact-based start from a terminal, one module a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from avstamp.cli import (
    audit,
    balance,
    drivers,
    economy,
    facts,
    figure,
    findings,
    forecast,
    initiative,
    person,
    population,
    profile,
    report,
    serve,
    similar,
    start,
    thread,
)
from avstamp.cli.arguments import build_parser, chosen_language
from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase
from avstamp.phrases import ExitCode, explain, rule_of, say

COMMANDS = (
    population,
    profile,
    findings,
    drivers,
    figure,
    forecast,
    similar,
    balance,
    economy,
    report,
    initiative,
    facts,
    start,
    person,
    thread,
    audit,
    serve,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is an exit code of the table in `avstamp.phrases.failures`."""
    words = list(sys.argv[1:] if argv is None else argv)
    language = chosen_language(words)
    try:
        arguments = build_parser(COMMANDS, language).parse_args(words)
    except SystemExit as stop:  # help was asked for, or the words were refused: either has been said
        return int(stop.code or ExitCode.OK)
    try:
        return int(arguments.run(arguments))
    except AvstampError as error:
        print(explain(error, language), file=sys.stderr)
        return int(rule_of(error).exit_code)
    except KeyboardInterrupt:
        print(say(Phrase("cli.interrupted"), language), file=sys.stderr)
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing more can be written there, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.OK)
    except Exception as error:  # the last resort: a sentence instead of a stack of our own code
        if os.environ.get("AVSTAMP_DEBUG"):
            raise
        reason = f"{type(error).__name__}: {error}."
        print(say(Phrase("error.unexpected", {"reason": reason}), language), file=sys.stderr)
        return int(ExitCode.UNEXPECTED)
