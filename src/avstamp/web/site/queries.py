"""What do the pages about all units, and about the fact base itself, need to know?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.errors import UnknownUnit
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Unit
from avstamp.library.facts import open_fact_base
from avstamp.web.site.counties import COUNTIES

MOST_HITS = 20


@dataclass(frozen=True)
class County:
    """A county with its municipalities in order of name."""

    name: str
    municipalities: Sequence[Unit]


@dataclass(frozen=True)
class Source:
    """A source with how many figures, groups or rows came from it; `measure` says which of them."""

    origin: Origin
    measure: str
    count: int


def counties() -> list[County]:
    """Every county with its municipalities, in the order of county codes."""
    everyone = open_fact_base().units.municipalities
    return [
        County(name, sorted((unit for unit in everyone if unit.county == code), key=_alphabetical))
        for code, name in COUNTIES.items()
    ]


def regions() -> Sequence[Unit]:
    """Every region in order of name."""
    return sorted(open_fact_base().units.regions, key=_alphabetical)


def find_unit(query: str) -> Unit | None:
    """The one unit that is meant by what was typed, None when several or none could be."""
    try:
        found = open_fact_base().units.resolve(query)
    except UnknownUnit:
        return None
    return None if found.is_country else found


def find_units(query: str) -> Sequence[Unit]:
    """Units that answer to what was typed, best first."""
    return open_fact_base().units.search(query, limit=MOST_HITS)


def nearest_units(query: str) -> Sequence[Unit]:
    """Units whose names look like what was typed."""
    units = open_fact_base().units
    return [units.resolve(name) for name in units.nearest(query)]


def sources() -> list[Source]:
    """Every source of the fact base with how much came from it."""
    fact_base = open_fact_base()
    counts = fact_base.manifest.counts
    of = {
        **{id: ("values", count) for id, count in fact_base.figure_sources.items()},
        "kolada-groups": ("groups", counts["groups"]),
        "election": ("seats", counts["councils"]),
        "boundaries": ("boundaries", counts["boundaries"]),
    }
    return [Source(origin, *of[origin.id]) for origin in fact_base.origins.values() if origin.id in of]


def _alphabetical(unit: Unit) -> list[int]:
    """Key for Swedish order: å, ä and ö come last, in that order."""
    return ["abcdefghijklmnopqrstuvwxyzåäö".find(letter) for letter in unit.name.casefold()]
