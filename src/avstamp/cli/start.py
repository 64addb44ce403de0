"""`avstamp start create|list|clone|export|import`: starts of a term on this server."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.database import open_database
from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.organisation_keys import organisation_key
from avstamp.domain.start.term import council_term, newest_election
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.phrases import ExitCode, format_count, say

if TYPE_CHECKING:
    from avstamp.web.start.queries import Start


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `start` command and its parts to the command line."""
    parts = teach(subparsers, "start").add_subparsers(required=True, metavar="")
    create = _part(parts, "create")
    create.add_argument("unit", help=_help("unit"))
    create.add_argument("--election", type=int, metavar="YYYY", help=_help("election"))
    create.set_defaults(run=run_create)
    _part(parts, "list").set_defaults(run=run_list)
    clone = _part(parts, "clone")
    clone.add_argument("organisation", help=_help("organisation"))
    clone.add_argument("unit", help=_help("unit"))
    clone.set_defaults(run=run_clone)
    _part(parts, "demonstrate").set_defaults(run=run_demonstrate)
    export = _part(parts, "export")
    export.add_argument("organisation", help=_help("organisation"))
    export.add_argument("archive", type=Path, help=_help("archive"))
    export.set_defaults(run=run_export)
    brought = _part(parts, "import")
    brought.add_argument("archive", type=Path, help=_help("archive"))
    brought.set_defaults(run=run_import)


def _part(parts: Subparsers[argparse.ArgumentParser], name: str) -> argparse.ArgumentParser:
    return teach(parts, name, under="start")


def _help(what: str) -> str:
    return say(Phrase(f"cli.start.{what}.help"), chosen_language(()))


def run_create(arguments: argparse.Namespace) -> int:
    """Make a start with the mandates of the election, where the fact base has them."""
    open_database()
    from avstamp.web.start.actions import create_start

    facts, now = open_fact_base(), datetime.now(UTC)
    unit = facts.units.resolve(arguments.unit)
    year = arguments.election or newest_election(legal_day(now).year)
    council = next((one for one in facts.councils(unit.id) if one.year == year), None)
    start = create_start(
        organisation=_key(unit),
        name=unit.name,
        unit=unit.id,
        term=council_term(year),
        parties=council.seats if council else (),
        by=None,
        at=now,
    )
    _tell_created(start, arguments.language)
    return ExitCode.OK


def run_list(arguments: argparse.Namespace) -> int:
    """Print every start, one a line."""
    open_database()
    from avstamp.web.start.queries import all_starts

    starts = list(all_starts())
    for start in starts:
        state = "preparing" if start.opened_at is None else "opened"
        print(say(Phrase(f"cli.start.row.{state}", _named(start)), arguments.language))
    if not starts:
        print(say(Phrase("cli.start.none"), arguments.language))
    return ExitCode.OK


def run_clone(arguments: argparse.Namespace) -> int:
    """Make a start for another organisation with the plan of one that is here."""
    open_database()
    from avstamp.web.start.actions import clone_start
    from avstamp.web.start.queries import find_start

    unit: Unit = open_fact_base().units.resolve(arguments.unit)
    start = clone_start(
        find_start(arguments.organisation),
        organisation=_key(unit),
        name=unit.name,
        unit=unit.id,
        by=None,
        at=datetime.now(UTC),
    )
    _tell_created(start, arguments.language)
    return ExitCode.OK


def run_demonstrate(arguments: argparse.Namespace) -> int:
    """Build the demonstration, where there is none."""
    open_database()
    from avstamp.web.site.demonstration import build_demonstration
    from avstamp.web.site.demonstration_outlook import save_demonstration_scenario

    start = build_demonstration(at=datetime.now(UTC))
    # What is there can be tried meanwhile: a scenario takes the compiler.
    save_demonstration_scenario(start, at=datetime.now(UTC))
    print(say(Phrase("cli.start.demonstrated", _named(start)), arguments.language))
    return ExitCode.OK


def run_export(arguments: argparse.Namespace) -> int:
    """Write a start to an archive."""
    open_database()
    from avstamp.web.site.moving import export_start
    from avstamp.web.start.queries import find_start

    counts = export_start(find_start(arguments.organisation), arguments.archive)
    rows = format_count(sum(counts.values()), arguments.language)
    print(
        say(Phrase("cli.start.exported", {"path": str(arguments.archive), "rows": rows}), arguments.language)
    )
    return ExitCode.OK


def run_import(arguments: argparse.Namespace) -> int:
    """Take a start in from an archive."""
    open_database()
    from avstamp.web.site.moving import import_start

    start = import_start(arguments.archive, at=datetime.now(UTC))
    print(say(Phrase("cli.start.imported", _named(start)), arguments.language))
    return ExitCode.OK


def _key(unit: Unit) -> str:
    units = open_fact_base().units
    return organisation_key(unit, [*units.municipalities, *units.regions])


def _tell_created(start: Start, language: str) -> None:
    print(say(Phrase("cli.start.created", _named(start)), language))


def _named(start: Start) -> dict[str, object]:
    return {
        "key": start.organisation.key,
        "name": start.organisation.name,
        "first": start.term_first_day,
        "last": start.term_last_day,
    }
