"""How does every command describe itself, in the language of whoever runs it?"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Protocol

from avstamp.domain.values import Phrase
from avstamp.phrases import EXIT_CODES, LANGUAGES, say

DEFAULT_LANGUAGE = "sv"
Subparsers = argparse._SubParsersAction  # the type that argparse itself gives `add_subparsers`


class Command(Protocol):
    """A module with one command: it adds its own parser, which names the function to run."""

    def add_parser(self, subparsers: Subparsers[argparse.ArgumentParser]) -> None:
        """Add the command to the command line."""


def chosen_language(words: Sequence[str]) -> str:
    """The language named in the words or the environment, before they are read, so that the help is in it too."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    reader.add_argument("--language", default=os.environ.get("AVSTAMP_LANGUAGE", DEFAULT_LANGUAGE))
    try:
        named = reader.parse_known_args(list(words))[0].language
    except SystemExit:
        return DEFAULT_LANGUAGE
    return named if named in LANGUAGES else DEFAULT_LANGUAGE


def build_parser(commands: Iterable[Command], language: str) -> argparse.ArgumentParser:
    """The whole command line with its help in one language."""
    codes = "\n".join(f"  {code.value:<4}{say(phrase, language)}" for code, phrase in EXIT_CODES.items())
    parser = argparse.ArgumentParser(
        prog="avstamp",
        description=say(Phrase("cli.description"), language),
        epilog=say(Phrase("cli.epilog", {"codes": codes}), language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(language=language)
    parser.add_argument(
        "--version",
        action="version",
        version=f"avstamp {version('avstamp')}",
        help=say(Phrase("cli.version.help"), language),
    )
    parser.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        default=language,
        help=say(Phrase("cli.language.help"), language),
    )
    subparsers = parser.add_subparsers(
        title=say(Phrase("cli.heading.commands"), language), required=True, metavar=""
    )
    for command in commands:
        command.add_parser(subparsers)
    for subparser in subparsers.choices.values():
        subparser.formatter_class = argparse.RawDescriptionHelpFormatter
        subparser.add_argument(
            "--language",
            choices=tuple(LANGUAGES),
            default=language,
            help=say(Phrase("cli.language.help"), language),
        )
    return parser


def teach(subparsers: Subparsers[argparse.ArgumentParser], name: str) -> argparse.ArgumentParser:
    """A command's parser with its help, description and examples."""
    language = chosen_language(())
    return subparsers.add_parser(
        name,
        help=say(Phrase(f"cli.{name}.help"), language),
        description=say(Phrase(f"cli.{name}.description"), language),
        epilog=say(Phrase(f"cli.{name}.epilog"), language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
