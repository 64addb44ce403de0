"""Which indicators of the fact base answer to words that somebody types?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.profile import profile_columns
from avstamp.domain.facts.unit import Unit
from avstamp.factbase import FactBase

SHORTEST_STEM, LONGEST_ENDING = 4, 3
"""A word without its ending keeps so many letters, and loses so many at most: arbetslösheten, arbetslöshet."""


@dataclass(frozen=True)
class Hits:
    """Indicators that answer, the best first; `nearly` when no indicator has all the words as they were typed."""

    indicators: Sequence[Indicator]
    nearly: bool


def indicators_of(base: FactBase, unit: Unit) -> list[Indicator]:
    """Indicators for the unit's kind, or with a value for the unit, in order of id."""
    reported = _reported(base, unit)
    return [one for one in base.indicators.values() if one.concerns(unit.kind) or one.id in reported]


def holds_every(words: Iterable[str], text: str) -> bool:
    """Whether every word, already without capitals, stands somewhere in the text."""
    folded = text.casefold()
    return all(word in folded for word in words)


def searched(base: FactBase, indicator: Indicator) -> str:
    """What of an indicator is searched in: its number, its source's title and our own names."""
    entry = base.catalogue.get(indicator.id)
    own = " ".join(entry.names.values()) if entry else ""
    return f"{indicator.id} {indicator.title} {own}"


def search_figures(base: FactBase, unit: Unit, query: str) -> Hits:
    """Indicators that a unit has figures of and that hold every word typed; where none does, those that nearly do.

    Definition: a word nearly stands in a text when it does without its last one to three letters. Indicators with an
        own name in our words come first, then shorter titles: the plainer the figure, the shorter its title.
    Args: `query` words with spaces between, in whatever case.
    Returns: indicators, the best first; none for a query without words.
    Raises: nothing.
    """
    words = query.casefold().split()
    if not words:
        return Hits((), nearly=False)
    known = _reported(base, unit)
    texts = [(base.indicators[id], searched(base, base.indicators[id])) for id in known]
    found = [one for one, text in texts if holds_every(words, text)]
    nearly = not found
    for shorter in range(1, LONGEST_ENDING + 1):
        if found:
            break
        stems = [word[: max(SHORTEST_STEM, len(word) - shorter)] for word in words]
        found = [one for one, text in texts if holds_every(stems, text)]
    ordered = sorted(found, key=lambda one: (one.id not in base.catalogue, len(one.title), one.id))
    return Hits(ordered, nearly=nearly and bool(found))


def _reported(base: FactBase, unit: Unit) -> frozenset[str]:
    """Indicators that the unit has any value of: some units report what the source lists for the other kind."""
    cube = base.cube
    series = profile_columns(cube, cube.axes.unit_column[unit.id]).series
    codes = cube.axes.slab_indicator[cube.axes.series_start[series]]
    return frozenset(cube.axes.indicators[code] for code in set(codes.tolist()))
