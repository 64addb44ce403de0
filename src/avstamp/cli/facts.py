"""`avstamp facts import|info|verify|prepare`: make, show and check a fact base, and build what pages read fast."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from avstamp import places
from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.domain.errors import FactBaseUnusable
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.library.facts_import import import_facts, verify_facts
from avstamp.phrases import ExitCode, format_count, say

Made = TypeVar("Made")
STEPS = ("read", "check", "arrange", "write")


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `facts` command and its four parts to the command line."""
    language = chosen_language(())
    parts = teach(subparsers, "facts").add_subparsers(required=True, metavar="")
    brought = parts.add_parser(
        "import",
        help=say(Phrase("cli.facts.import.help"), language),
        description=say(Phrase("cli.facts.import.description"), language),
        epilog=say(Phrase("cli.facts.import.epilog"), language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    data, out = places.data_folder(), places.own_fact_base()
    brought.add_argument(
        "--data",
        type=Path,
        default=data,
        help=say(Phrase("cli.facts.import.data.help", {"default": str(data)}), language),
    )
    brought.add_argument(
        "--out",
        type=Path,
        default=out,
        help=say(Phrase("cli.facts.import.out.help", {"default": str(out)}), language),
    )
    brought.add_argument(
        "--fetched", type=date.fromisoformat, default=datetime.now(UTC).date(), metavar="YYYY-MM-DD"
    )
    brought.set_defaults(run=run_import)
    info = parts.add_parser("info", help=say(Phrase("cli.facts.info.help"), language))
    info.set_defaults(run=run_info)
    verify = parts.add_parser("verify", help=say(Phrase("cli.facts.verify.help"), language))
    verify.set_defaults(run=run_verify)
    prepare = parts.add_parser("prepare", help=say(Phrase("cli.facts.prepare.help"), language))
    prepare.set_defaults(run=run_prepare)


def run_import(arguments: argparse.Namespace) -> int:
    """Import a folder, with a progress bar where somebody sees it."""
    manifest = _with_progress(
        say(Phrase("cli.facts.import.working"), arguments.language),
        lambda step: import_facts(arguments.data, arguments.out, fetched=arguments.fetched, step=step),
    )
    done = {
        "path": str(arguments.out),
        "values": format_count(manifest.counts["values"], arguments.language),
        "year": str(manifest.newest_year),
    }
    print(say(Phrase("cli.facts.import.done", done), arguments.language))
    return ExitCode.OK


def _with_progress(label: str, work: Callable[[Callable[[str], None]], Made]) -> Made:
    if not sys.stderr.isatty():
        return work(lambda key: None)
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=len(STEPS))
        return work(lambda key: bar.update(task, completed=STEPS.index(key)))


def run_info(arguments: argparse.Namespace) -> int:
    """Print what the fact base holds and where it comes from."""
    fact_base = open_fact_base()
    counts = fact_base.manifest.counts

    def label(key: str) -> str:
        return say(Phrase(f"cli.facts.{key}"), arguments.language)

    lines = [
        f"{label('path')}: {fact_base.path}",
        f"{label('identity')}: {fact_base.identity[:16]}",
        f"{label('newest')}: {fact_base.newest_year}",
        f"{label('indicators')}: {format_count(counts['indicators'], arguments.language)}",
        f"{label('catalogue')}: {format_count(len(fact_base.catalogue), arguments.language)}",
        f"{label('units')}: {format_count(len(fact_base.units.all), arguments.language)}",
        f"{label('sources')}:",
    ]
    for origin in fact_base.origins.values():
        lines += [f"  {origin.publisher}: {origin.title} ({origin.fetched})", f"    {origin.terms}"]
    print("\n".join([*lines, say(Phrase("cli.facts.newer"), arguments.language)]))
    return ExitCode.OK


def run_verify(arguments: argparse.Namespace) -> int:
    """Hold every table to its hash in the manifest."""
    path = places.chosen_fact_base()
    if damage := verify_facts(path):
        raise FactBaseUnusable(str(path), "; ".join(damage))
    print(say(Phrase("cli.facts.verify.done", {"path": str(path)}), arguments.language))
    return ExitCode.OK


def run_prepare(arguments: argparse.Namespace) -> int:
    """Build the cube that pages read, where there is none; tell how far it has come."""
    fact_base = open_fact_base()
    if fact_base.has_cube:
        return ExitCode.OK
    label = say(Phrase("cli.facts.prepare.working"), arguments.language)
    if not sys.stderr.isatty():
        print(label, file=sys.stderr, flush=True)
        fact_base.prepare()
        return ExitCode.OK
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        fact_base.prepare(lambda done, total: bar.update(task, completed=done, total=total))
    return ExitCode.OK
