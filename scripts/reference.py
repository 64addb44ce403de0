"""What does the reference say of commands, addresses and the fact base's tables? What the code itself says.

    scripts/reference.py          write docs/reference/{command-line,addresses,fact-base}.md anew
    scripts/reference.py check    name those that no longer say what the code says

Run it after a command, an address or a table has changed; a test fails until it has been.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

# What a default path is called in the text, whatever the machine; set before anything asks for it.
SHOWN = {"AVSTAMP_HOME": "$AVSTAMP_HOME", "AVSTAMP_DATA": "../shared/data"}
ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/reference"
MADE = "<!-- Made by scripts/reference.py from the code; run it again instead of writing here. -->"

ORIGIN = "id of the row in `origins.parquet`"
COLUMNS = {
    "indicators.id": "the source's id",
    "units.name": "name",
    "groups.id": "the source's id, or one of our own for counties, sizes and all",
    "groups.title": "name, in Swedish",
    "councils.unit": "code; `0000` is the riksdag",
    "councils.name": "the party's name",
    "turnout.unit": "code",
    "boundaries.unit": "code",
    "origins.id": "what the column `origin` of the other tables holds",
    "origins.publisher": "who published it",
    "origins.title": "under which title",
    "origins.url": "where the publisher tells of it",
    "values.indicator": "id of the indicator",
    "values.gender": "`T` all, `K` women, `M` men",
    "values.year": "the year the figure is about",
    "values.unit": "code of the municipality or region; `0000` is the country",
    "values.scaled": "the figure as a whole number: figure = scaled / 10^decimals",
    "values.decimals": "decimals of the figure",
    "values.exact": "the figure itself where it is no such decimal, else null",
    "values.status": "`measured`, `preliminary`, `estimated`, `forecast`, `withheld`; or `not_stated` by the source",
    "indicators.title": "the source's own title",
    "indicators.unit": "unit of measure, read from the title",
    "indicators.operating_area": "the source's own grouping",
    "indicators.by_gender": "whether there are figures for women and men",
    "indicators.forecast": "whether the title says that it is a projection",
    "indicators.reporter": "who it is about: `K` municipality, `L` region, `A` both; null when the source is silent",
    "indicators.decimals": "decimals it is printed with",
    "units.id": "`1481` a municipality, `0014` a region, `0000` the country",
    "units.kind": "municipality, region or country",
    "units.county": "county code of two digits; empty for the country",
    "groups.kind": "`similar`, `county`, `size`, `type`, `network` or `all`",
    "groups.members": "codes of the units",
    "groups.of": "for a similar group, the unit it belongs to",
    "groups.area": "for a similar group, the service it is about",
    "groups.year": "the year it was published for",
    "councils.year": "election year",
    "councils.party": "the party's abbreviation",
    "councils.seats": "seats won; 0 is none",
    "councils.stated_total": "the size the source states where its rows do not add up to it, else null",
    "turnout.votes": "votes cast in 2026",
    "people.unit": "code",
    "people.year": "calendar year of the count, made in the autumn",
    "people.sex": "K for women, M for men",
    "people.people": "people of ages 0 to 100 and over, in order, by the age reached that year",
    "nation.year": "calendar year",
    "nation.sex": "K for women, M for men",
    "nation.people": "people on 31 December of ages 0 to 100 and over",
    "nation.immigrants": "immigrants of the year by the age reached",
    "nation.emigrants": "emigrants of the year by the age reached",
    "nation.births": "children of this sex born during the year, by the age of the mother",
    "nation.deaths": "deaths of the year by the age reached",
    "nation.status": "measured, or forecast for years that SCB expects",
    "changes.unit": "code",
    "changes.year": "calendar year",
    "changes.sex": "T for all, K for women, M for men",
    "changes.people": "people on 31 December",
    "changes.births": "born alive during the year",
    "changes.deaths": "deaths during the year",
    "changes.moved_in": "moved in during the year, from abroad too",
    "changes.moved_out": "moved out during the year, abroad too",
    "changes.adjustments": "corrections that the source makes so that the year adds up",
    "turnout.entitled": "persons entitled to vote in 2026",
    "boundaries.rings": "closed rings of longitude and latitude in degrees",
    "origins.terms": "on what terms it may be used",
    "origins.via": "where the copy was taken from, when not from the publisher",
    "origins.fetched": "the day the copy was taken in",
    "origins.sha256": "hash of the files",
}


def command_line() -> str:
    """Every command with its arguments, and the exit codes."""
    from avstamp.cli import COMMANDS
    from avstamp.cli.arguments import build_parser
    from avstamp.phrases import EXIT_CODES, say

    before = {name: os.environ.get(name) for name in SHOWN}
    os.environ.update(SHOWN)
    try:
        parser = build_parser(COMMANDS, "en")
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    codes = _table(("Code", "Meaning"), [(str(code.value), say(p, "en")) for code, p in EXIT_CODES.items()])
    general = _table(("Option", "Meaning"), [_argument(action) for action in _own(parser, general=True)])
    parts = [part for command in _commands(parser) for part in _describe(command)]
    return "\n\n".join(
        [
            "# Command line",
            MADE,
            parser.description or "",
            "## Options of every command",
            general,
            *parts,
            "## Exit codes",
            "Messages go to the error stream, so that output can be sent on.",
            codes,
        ]
    )


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield part
                yield from _commands(part)


def _describe(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## `{parser.prog}`"
    yield parser.description or ""
    if rows := [_argument(action) for action in _own(parser, general=False)]:
        yield _table(("Argument", "Meaning"), rows)
    examples = (parser.epilog or "").splitlines()
    yield "\n".join(f"    {line.strip()}" for line in examples if line.startswith("  "))


def _own(parser: argparse.ArgumentParser, *, general: bool) -> list[argparse.Action]:
    shared = {"help", "version", "language"}
    actions = [action for action in parser._actions if not isinstance(action, argparse._SubParsersAction)]
    return [action for action in actions if (action.dest in shared) is general]


def _argument(action: argparse.Action) -> tuple[str, str]:
    name = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if action.option_strings and action.nargs != 0:
        value = action.metavar or (
            "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest
        )
        name += f" {str(value).upper() if value == action.dest else value}"
    needed = " (required)" if action.option_strings and action.required else ""
    return f"`{name}`{needed}", str(action.help)


def addresses() -> str:
    """Every address of the web with what its view says of itself."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")
    import django

    django.setup()
    from django.urls import URLResolver, get_resolver

    def walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, str]]:
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                inner = (
                    ""
                    if pattern.pattern.__class__.__name__ == "LocalePrefixPattern"
                    else str(pattern.pattern)
                )
                yield from walk(pattern, before + inner)
            else:
                view = (pattern.callback.__doc__ or "").strip().splitlines() or [""]
                yield f"`{before}{_plain(str(pattern.pattern))}`", view[0].replace("|", "\\|")

    return "\n\n".join(
        [
            "# Addresses",
            MADE,
            "Swedish pages have no prefix; each stands in English too under `/en`, except `/halsa`. A `<unit>` is a\n"
            "code (`1481`) or a name; a name is sent on to the code. Nothing needs an account.",
            _table(("Address", "Answer"), list(walk(get_resolver(), "/"))),
        ]
    )


def _plain(pattern: str) -> str:
    import re

    named = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern)
    return re.sub(r"<\w+:", "<", named).replace("\\", "").strip("^$")


def fact_base() -> str:
    """The tables of a fact base, column by column."""
    from avstamp.factbase.record import FORMAT, MANIFEST, SCHEMAS

    parts = []
    for table, schema in SCHEMAS.items():
        rows = [
            (
                f"`{column.name}`",
                str(column.type).replace("element: ", ""),
                COLUMNS.get(f"{table}.{column.name}", ORIGIN if column.name == "origin" else ""),
            )
            for column in schema
        ]
        parts += [f"## `{table}.parquet`", _table(("Column", "Type", "Meaning"), rows)]
    return "\n\n".join(
        [
            "# The fact base on disk",
            MADE,
            f"A folder of Parquet tables with a `{MANIFEST}`: format ({FORMAT}), SHA-256 of each table, counts, and\n"
            "the newest year measured. The fact base's identity is the hash of those hashes: the same figures have\n"
            "the same identity on every machine. What is missing has no row; it is never 0. `avstamp facts verify`\n"
            "holds each table to its hash. Any program that reads Parquet can read it: a figure is\n"
            "`coalesce(exact, scaled / 10^decimals)`. Why it looks like this stands in\n"
            "[a decision](../decisions/2026-11-24-fact-base-format.md).",
            *parts,
        ]
    )


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n".join(f"| {' | '.join(' '.join(cell.split()) for cell in line)} |" for line in lines)


PAGES: dict[str, Callable[[], str]] = {
    "command-line.md": command_line,
    "addresses.md": addresses,
    "fact-base.md": fact_base,
}


def find_faults(folder: Path) -> list[str]:
    """The pages in a folder that do not say what the code says."""
    return [
        f"docs/reference/{name} is behind the code; run scripts/reference.py"
        for name, page in PAGES.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != page() + "\n"
    ]


def main(words: list[str]) -> int:
    """Write the pages, or with `check` tell which are behind."""
    if words == ["check"]:
        faults = find_faults(FOLDER)
        print("\n".join(faults) or "reference: the pages say what the code says")
        return 1 if faults else 0
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page() + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
