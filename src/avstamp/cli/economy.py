"""`avstamp economy UNIT`: a municipality's economy to 2035 in three scenarios."""

from __future__ import annotations

import argparse

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.domain.values import Phrase
from avstamp.phrases import say

SCENARIOS = ("as_today", "tighter", "better")
"""The ready scenarios, named here so that the help of every command needs no compiler."""


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `economy` command to the command line."""
    parser = teach(subparsers, "economy")
    language = chosen_language(())
    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument(
        "--scenario",
        choices=SCENARIOS,
        default="as_today",
        help=say(Phrase("cli.economy.scenario.help"), language),
    )
    parser.add_argument(
        "--set",
        type=_field,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        dest="fields",
        help=say(Phrase("cli.economy.set.help"), language),
    )
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.set_defaults(run=run)


def _field(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip(), value


def run(arguments: argparse.Namespace) -> int:
    """Print the three scenarios; what computes is loaded now, so that no other command waits for it."""
    from avstamp.cli import economy_answer

    return economy_answer.run(arguments)
