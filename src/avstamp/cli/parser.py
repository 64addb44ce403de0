"""How does the command line read what was written, and how does it help, in the language of whoever writes?

`argparse` speaks English only, so its headings, its help and its refusals are given in Avstamp's own sentences.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import textwrap
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any, NoReturn

from avstamp.domain.values import Phrase
from avstamp.phrases import LANGUAGES, ExitCode, say

DEFAULT_LANGUAGE = "sv"
WIDTH = 80

language_of_help: ContextVar[str | None] = ContextVar("language_of_help", default=None)
"""The language in which a command line is being built, so that every command describes itself in the same one."""


def chosen_language(words: Sequence[str]) -> str:
    """The language named in the words, else of the command line being built, else of the environment."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    otherwise = language_of_help.get() or os.environ.get("AVSTAMP_LANGUAGE", DEFAULT_LANGUAGE)
    reader.add_argument("--language", choices=tuple(LANGUAGES), default=otherwise)
    reader.error = lambda message: reader.exit()  # type: ignore[method-assign] # the real parser says it, in words
    try:
        named = reader.parse_known_args(list(words))[0].language
    except SystemExit:
        return DEFAULT_LANGUAGE
    return named if named in LANGUAGES else DEFAULT_LANGUAGE


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help of eighty columns: running text is wrapped, examples stand as they are."""

    def __init__(self, prog: str, language: str) -> None:
        super().__init__(prog, max_help_position=26, width=WIDTH)
        self.language = language

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Head the usage in words."""
        super().add_usage(
            usage, actions, groups, say(Phrase("cli.usage"), self.language) if prefix is None else prefix
        )

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = text.splitlines()
        return "\n".join(
            line if line.startswith(" ") else textwrap.fill(line, width, break_on_hyphens=False)
            for line in lines
        )

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(
            action, argparse._SubParsersAction
        ):  # the commands alone, without a line of their own above
            return "".join(self._format_action(part) for part in self._iter_indented_subactions(action))
        return super()._format_action(action)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Swedish or English and suggests what was perhaps meant."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "add_help": False, "allow_abbrev": False})
        self.color = False  # Python 3.14 would colour what documents quote
        self.language = chosen_language(())
        self._positionals.title = say(Phrase("cli.heading.arguments"), self.language)
        self._optionals.title = say(Phrase("cli.heading.options"), self.language)
        self.add_argument("-h", "--help", action="help", help=say(Phrase("cli.help.help"), self.language))
        self.add_argument(
            "--language",
            choices=tuple(LANGUAGES),
            default=self.language,
            help=say(Phrase("cli.language.help"), self.language),
        )

    def _get_formatter(self) -> argparse.HelpFormatter:
        return Formatter(self.prog, self.language)

    def error(self, message: str) -> NoReturn:
        """Say what was wrong, with which value, and how to go on; exit with the code of the table."""
        said = say(refusal(message), self.language)
        hint = say(Phrase("cli.try_help", {"command": self.prog}), self.language)
        self.exit(ExitCode.USAGE, f"{self.format_usage()}{said} {hint}\n")


def refusal(message: str) -> Phrase:
    """What `argparse` says in English, as a phrase of our own.

    Example:
        >>> refusal("argument --port: expected one argument").values
        {'name': '--port'}
    """
    for pattern, phrase in _REFUSALS:
        if found := pattern.fullmatch(message):
            return phrase(found)
    return Phrase("cli.error.other", {"message": message})


def _choice(found: re.Match[str]) -> Phrase:
    choices = re.findall(r"[^\s,']+", found["choices"])
    values = {"value": found["value"], "name": found["name"], "choices": tuple(choices)}
    nearest = difflib.get_close_matches(found["value"], choices, n=1)
    return (
        Phrase("cli.error.choice.nearest", values | {"nearest": nearest[0]})
        if nearest
        else Phrase("cli.error.choice", values)
    )


def _named(key: str, *names: str) -> Callable[[re.Match[str]], Phrase]:
    return lambda found: Phrase(key, {name: found[name] for name in names})


_REFUSALS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Phrase]], ...] = (
    (
        re.compile(r"the following arguments are required: (?P<names>.+)"),
        _named("cli.error.required", "names"),
    ),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), _named("cli.error.unrecognized", "names")),
    (
        re.compile(
            r"argument (?P<name>.+?): invalid choice: '(?P<value>.*?)'.* \(choose from (?P<choices>.+)\)"
        ),
        _choice,
    ),
    (re.compile(r"argument (?P<name>.+?): expected .+"), _named("cli.error.expected", "name")),
    (
        re.compile(r"argument (?P<name>.+?): invalid .+? value: '(?P<value>.*)'"),
        _named("cli.error.invalid", "name", "value"),
    ),
)
