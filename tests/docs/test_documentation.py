"""What the documentation names is there: commands, files, links, variables, exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from avstamp.cli import COMMANDS
from avstamp.cli.arguments import build_parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], key=lambda page: str(page.relative_to(ROOT)))
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]


def words(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def command_names() -> set[str]:
    parser = build_parser(COMMANDS, "en")
    return set(next(action.choices for action in parser._subparsers._group_actions if action.choices))


@pytest.mark.parametrize("document", NAMES)
def test_links_to_files_lead_somewhere(document):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", words(document))

    assert [target for target in targets if not (ROOT / document).parent.joinpath(target).exists()] == []


@pytest.mark.parametrize("document", NAMES)
def test_paths_named_as_code_are_there(document):
    named = re.findall(r"`((?:src|tests|docs|scripts|benchmarks)/[\w./-]*\w/?)`", words(document))

    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", NAMES)
def test_commands_that_are_shown_can_be_given(document):
    text = words(document)
    commands = set(re.findall(r"(?:^|`|/)avstamp ([a-z]+)\b", text, re.MULTILINE))
    targets = set(re.findall(r"(?:^ +|`)make ([a-z]+)", text, re.MULTILINE))
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert commands - command_names() == set()
    assert targets - known == set()


def test_every_variable_of_the_program_is_in_the_server_guide():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    read = set(re.findall(r"AVSTAMP_[A-Z_]+", code)) - {"AVSTAMP_DATA", "AVSTAMP_DEBUG"}

    assert read - set(re.findall(r"AVSTAMP_[A-Z_]+", words("docs/guide/server.md"))) == set()


def test_every_calculation_page_names_its_code():
    for page in NAMES:
        if page.startswith("docs/method/"):
            assert "## In the code" in words(page) or "**In the code.**" in words(page), page


def test_a_planted_dead_link_is_found():
    targets = re.findall(
        r"\]\((?!https?:|#|mailto:)([^)#]+)", "see [this](docs/nothing.md) and [that](https://x.se)"
    )

    assert targets == ["docs/nothing.md"]
    assert not (ROOT / targets[0]).exists()


def test_examples_that_docstrings_point_at_are_there():
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py")))
    named = set(re.findall(r"`((?:tests|benchmarks|docs)/[\w./-]+\.(?:py|md))`", code))

    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
