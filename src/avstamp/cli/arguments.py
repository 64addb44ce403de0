"""How does every command describe itself, in the language of whoever runs it?"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from importlib.metadata import version
from typing import Protocol

from avstamp.cli.parser import Parser, chosen_language, language_of_help
from avstamp.domain.values import Phrase
from avstamp.phrases import EXIT_CODES, say

__all__ = [
    "Command",
    "Subparsers",
    "add_commands",
    "build_parser",
    "chosen_language",
    "teach",
    "whole_number",
]

Subparsers = argparse._SubParsersAction  # the type that argparse itself gives `add_subparsers`


class Command(Protocol):
    """A module with one command: it adds its own parser, which names the function to run."""

    def add_parser(self, subparsers: Subparsers[argparse.ArgumentParser]) -> None:
        """Add the command to the command line."""


def build_parser(commands: Iterable[Command], language: str) -> argparse.ArgumentParser:
    """The whole command line with its help in one language."""
    before = language_of_help.set(language)
    try:
        return _build(commands, language)
    finally:
        language_of_help.reset(before)


def _build(commands: Iterable[Command], language: str) -> argparse.ArgumentParser:
    codes = "\n".join(f"  {code.value:<4}{say(phrase, language)}" for code, phrase in EXIT_CODES.items())
    parser = Parser(
        prog="avstamp",
        description=say(Phrase("cli.description"), language),
        epilog=say(Phrase("cli.epilog", {"codes": codes}), language),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"avstamp {version('avstamp')}",
        help=say(Phrase("cli.version.help"), language),
    )
    subparsers = add_commands(parser, language)
    for command in commands:
        command.add_parser(subparsers)
    return parser


def add_commands(parser: argparse.ArgumentParser, language: str) -> Subparsers[argparse.ArgumentParser]:
    """Room for commands under a parser, with the heading and the name that help and refusals give them."""
    return parser.add_subparsers(
        title=say(Phrase("cli.heading.commands"), language),
        required=True,
        metavar=say(Phrase("cli.command"), language),
    )


def teach(
    subparsers: Subparsers[argparse.ArgumentParser], name: str, *, under: str | None = None
) -> argparse.ArgumentParser:
    """A command's parser with its help, description and examples; `under` names the command it is part of."""
    language = chosen_language(())
    key = f"cli.{under}.{name}" if under else f"cli.{name}"
    return subparsers.add_parser(
        name,
        help=say(Phrase(f"{key}.help"), language),
        description=say(Phrase(f"{key}.description"), language),
        epilog=say(Phrase(f"{key}.epilog"), language),
    )


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers within bounds, both included; anything else is refused.

    Example:
        >>> whole_number(0, 65535)("8000")
        8000
    """

    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError(f"{number} is not between {least} and {most}")
        return number

    return read
