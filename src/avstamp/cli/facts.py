"""`avstamp facts import|emissions|info|verify|prepare|forecast`: make, add to, show and check a fact base."""

from __future__ import annotations

import argparse
import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from avstamp import places
from avstamp.cli.arguments import Subparsers, add_commands, chosen_language, teach
from avstamp.cli.progress import showing_work
from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import FactBaseUnusable
from avstamp.domain.values import Phrase
from avstamp.factbase.record import Manifest
from avstamp.library.emissions_import import add_emissions
from avstamp.library.facts import open_fact_base
from avstamp.library.facts_import import import_facts, verify_facts
from avstamp.library.findings import has_findings, prepare_findings
from avstamp.library.forecasts import all_forecasts_ready, prepare_forecasts
from avstamp.library.population_kept import has_population, prepare_population
from avstamp.phrases import ExitCode, format_count, say

STEPS = ("read", "check", "arrange", "write")


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `facts` command and its parts to the command line."""
    language = chosen_language(())
    parts = add_commands(teach(subparsers, "facts"), language)
    brought = teach(parts, "import", under="facts")
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
        "--fetched",
        type=date.fromisoformat,
        default=legal_day(datetime.now(UTC)),
        metavar="YYYY-MM-DD",
        help=say(Phrase("cli.facts.import.fetched.help"), language),
    )
    brought.set_defaults(run=run_import)
    emitted = teach(parts, "emissions", under="facts")
    emitted.add_argument(
        "file", metavar="FILE", type=Path, help=say(Phrase("cli.facts.emissions.file.help"), language)
    )
    emitted.set_defaults(run=run_emissions)
    teach(parts, "info", under="facts").set_defaults(run=run_info)
    teach(parts, "verify", under="facts").set_defaults(run=run_verify)
    teach(parts, "prepare", under="facts").set_defaults(run=run_prepare)
    teach(parts, "forecast", under="facts").set_defaults(run=run_forecast)


def run_import(arguments: argparse.Namespace) -> int:
    """Import a folder, with a progress bar where somebody sees it."""
    with showing_work(say(Phrase("cli.facts.import.working"), arguments.language)) as told:
        manifest = import_facts(
            arguments.data,
            arguments.out,
            fetched=arguments.fetched,
            step=lambda key: told(STEPS.index(key), len(STEPS)),
        )
    return _imported(arguments.out, manifest, arguments.language)


def run_emissions(arguments: argparse.Namespace) -> int:
    """Put the emissions of the user's own file into the fact base in use, as a fact base of their own."""
    base, target = open_fact_base(), places.own_fact_base()
    with showing_work(say(Phrase("cli.facts.import.working"), arguments.language)) as told:
        manifest = add_emissions(
            base.path,
            target,
            [arguments.file],
            units=(*base.units.all, base.units.country),
            fetched=legal_day(datetime.now(UTC)),
            step=lambda key: told(STEPS.index(key), len(STEPS)),
        )
    return _imported(target, manifest, arguments.language)


def _imported(path: Path, manifest: Manifest, language: str) -> int:
    done = {
        "path": str(path),
        "values": format_count(manifest.counts["values"], language),
        "year": str(manifest.newest_year),
    }
    print(say(Phrase("cli.facts.import.done", done), language))
    return ExitCode.OK


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
    """Build what pages read (cube, findings, population ahead) where it is missing; tell how far it has come."""
    fact_base = open_fact_base()
    if fact_base.has_cube and has_findings(fact_base) and has_population(fact_base):
        return ExitCode.OK
    label = say(Phrase("cli.facts.prepare.working"), arguments.language)
    if not sys.stderr.isatty():
        print(label, file=sys.stderr, flush=True)
        fact_base.prepare()
        prepare_findings(fact_base)
        prepare_population(fact_base)
        return ExitCode.OK
    with showing_work(label) as told:
        fact_base.prepare(told)
        prepare_findings(fact_base)
        prepare_population(fact_base, progress=told)
    return ExitCode.OK


def run_forecast(arguments: argparse.Namespace) -> int:
    """Make the forecasts of the whole country, where they are missing; tell how far it has come."""
    fact_base = open_fact_base()
    if all_forecasts_ready(fact_base):
        return ExitCode.OK
    label = say(Phrase("cli.facts.forecast.working"), arguments.language)
    if not sys.stderr.isatty():
        print(label, file=sys.stderr, flush=True)
    # Two servers that start at once would both work for minutes at the same thing: the second waits, and finds it done.
    with _alone(), showing_work(label) as told:
        if not all_forecasts_ready(fact_base):
            prepare_forecasts(fact_base, progress=told)
    return ExitCode.OK


@contextmanager
def _alone() -> Iterator[None]:
    """Let no other process make forecasts for the same folder meanwhile."""
    places.cache().mkdir(parents=True, exist_ok=True)
    with (places.cache() / "forecasts.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
