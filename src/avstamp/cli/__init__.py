"""`avstamp`: the whole fact-based start from a terminal, one module a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from avstamp.cli import facts, figure, profile, report, serve, similar
from avstamp.cli.arguments import build_parser, chosen_language
from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase
from avstamp.phrases import ExitCode, explain, rule_of, say

COMMANDS = (profile, figure, similar, report, facts, serve)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is an exit code of the table in `avstamp.phrases.failures`."""
    words = list(sys.argv[1:] if argv is None else argv)
    language = chosen_language(words)
    parser = build_parser(COMMANDS, language)
    arguments = parser.parse_args(words)
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
