"""`avstamp drivers UNIT`: what in the world around will matter, with the unit's own figures."""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Iterator

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.tables import WIDTH
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase
from avstamp.library.drivers import AREAS, UnitDriver, drivers_object, most_moved, unit_drivers
from avstamp.library.facts import open_fact_base
from avstamp.phrases import ExitCode, say


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `drivers` command to the command line."""
    parser = teach(subparsers, "drivers")
    language = chosen_language(())
    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the drivers of one unit."""
    base = open_fact_base()
    unit = base.units.resolve(arguments.unit)
    if arguments.json:
        print(json.dumps(drivers_object(base, unit), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        print("\n".join(_lines(unit, unit_drivers(base, unit), arguments.language)))
    return ExitCode.OK


def _lines(unit: Unit, drivers: tuple[UnitDriver, ...], language: str) -> Iterator[str]:
    yield say(Phrase("cli.drivers.heading", {"unit": unit.name, "id": unit.id}), language)
    names = tuple(one.driver.name for one in most_moved(drivers))
    yield from textwrap.wrap(say(Phrase("cli.drivers.moved", {"names": names}), language), WIDTH)
    for area in AREAS:
        yield ""
        yield say(Phrase(f"driver.area.{area.value}"), language)
        for one in drivers:
            if one.driver.area is area:
                yield from _told(one, language)


def _told(one: UnitDriver, language: str) -> Iterator[str]:
    yield f"  {say(one.driver.name, language)}"
    yield from textwrap.wrap(
        say(one.driver.text, language), WIDTH, initial_indent="    ", subsequent_indent="    "
    )
    for evidence in one.evidence:
        values = {
            "name": evidence.name,
            "value": evidence.value,
            "year": str(evidence.figure.year),
            "change": evidence.change,
        }
        yield f"    - {say(Phrase('cli.drivers.figure', values), language)}"
    for watched in one.signs:
        yield f"    > {say(Phrase('cli.drivers.watch', {'sign': watched.said}), language)}"
