"""The command line teaches in the reader's language, and a refusal says how to go on."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from avstamp.cli import COMMANDS, main
from avstamp.cli.arguments import build_parser
from avstamp.cli.parser import WIDTH, refusal
from avstamp.domain.values import Phrase


def command_lines(parser: argparse.ArgumentParser) -> Iterator[list[str]]:
    """The words of every command there is, the program alone first."""
    yield parser.prog.split()[1:]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield from command_lines(part)


COMMAND_LINES = list(command_lines(build_parser(COMMANDS, "sv")))
ENGLISH_OF_ARGPARSE = ("usage:", "positional arguments", "options:", "show this help", "optional arguments")
SWEDISH = ("Skriv så här", "visa hjälpen", "Exempel:", "språk på skärm", "kommun eller region")


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
@pytest.mark.parametrize(("language", "strangers"), [("sv", ENGLISH_OF_ARGPARSE), ("en", SWEDISH)])
def test_help_in_each_language_speaks_that_language_in_eighty_columns(capsys, words, language, strangers):
    assert main([*words, "--help", "--language", language]) == 0
    said = capsys.readouterr().out

    assert [word for word in strangers if word in said] == []
    assert [line for line in said.splitlines() if len(line) > WIDTH] == []
    assert "  avstamp" in said  # an example to begin with


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Något saknas: KOMMANDO. Skriv ”avstamp --help” för hjälp."),
        (["profil", "Mölndal"], "Menade du profile?"),
        (["profile"], "Något saknas: UNIT. Skriv ”avstamp profile --help” för hjälp."),
        (["profile", "Mölndal", "--grupp", "all"], "Okänt i kommandot: --grupp all."),
        (["profile", "Mölndal", "--lens", "economi"], "Menade du economy?"),
        (["report", "Mölndal", "--out"], "--out behöver ett värde efter sig."),
        (["serve", "--port", "99999"], "99999 går inte att använda för --port."),
        (["similar", "Mölndal", "--count", "0"], "0 går inte att använda för --count."),
        (["facts", "import", "--fetched", "igår"], "igår går inte att använda för --fetched."),
        (
            ["--language", "fi", "facts", "info"],
            "fi går inte att välja för --language. Välj bland sv och en.",
        ),
    ],
)
def test_words_that_cannot_be_read_are_refused_in_swedish_with_code_two(capsys, words, said):
    assert main(words) == 2
    told = capsys.readouterr()

    assert told.err.startswith("Skriv så här: avstamp")
    assert said in told.err
    assert told.out == ""


def test_refusal_of_a_form_not_known_keeps_what_was_said():
    assert refusal("something new") == Phrase("cli.error.other", {"message": "something new"})


def test_language_before_or_after_the_command_gives_the_same(capsys):
    assert main(["--language", "en", "figure", "N00901", "Gotland"]) == 0
    before = capsys.readouterr().out
    assert main(["figure", "N00901", "Gotland", "--language", "en"]) == 0

    assert capsys.readouterr().out == before
    assert "Source: " in before
