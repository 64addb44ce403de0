"""What stands on the page about who rules: the sides today, before and after, and what the seats make possible?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from avstamp.domain.start.mandates import (
    Council,
    MinimalWinningCoalitions,
    evaluate_coalition,
    minimal_winning_coalitions,
    shapley_shubik,
)
from avstamp.domain.start.roll import Side
from avstamp.domain.values import Phrase, Quantity
from avstamp.web.start.models import CouncilParty
from avstamp.web.start.visit import Visit

MOST_COALITIONS = 12


@dataclass(frozen=True)
class PartyLine:
    """A party with its seats, its side today, and how often its seats decide a majority."""

    name: str
    seats: int
    side: Phrase
    power: Quantity


@dataclass(frozen=True)
class PastSide:
    """A side a party has been on, or will be, and the days."""

    party: str
    side: Phrase
    first: date
    last: date | None


@dataclass(frozen=True)
class SidesPage:
    """The page; without seats only the history."""

    parties: Sequence[PartyLine]
    total: int
    threshold: int | None
    standing: Phrase | None
    possible: MinimalWinningCoalitions | None
    history: Sequence[PastSide]


def sides_now(visit: Visit, rows: Sequence[CouncilParty]) -> dict[str, Side]:
    """Every party's side today; before the term that of its first day."""
    day = max(visit.today, visit.start.term_first_day)
    return {row.code: visit.roll.side_of(row.code, on=day) for row in rows}


def sides_page(visit: Visit, rows: Sequence[CouncilParty], now: Mapping[str, Side]) -> SidesPage:
    """Return everything on the page about who rules."""
    names = {row.code: row.name for row in rows}
    history = [
        PastSide(names.get(row.party, row.party), _name(row.side), row.span.first, row.span.last)
        for row in visit.roll.sides
    ]
    council = Council(
        visit.start.organisation.unit, visit.start.term_first_day.year, tuple(row.as_seats for row in rows)
    )
    if not council.total:
        return SidesPage([], 0, None, None, None, history)
    power = {row.party: Quantity(float(row.index) * 100, "%", 1) for row in shapley_shubik(council)}
    ruling = [code for code, side in now.items() if side is Side.RULING]
    return SidesPage(
        parties=[PartyLine(row.name, row.seats, _name(now[row.code]), power[row.code]) for row in rows],
        total=council.total,
        threshold=council.threshold,
        standing=evaluate_coalition(council, ruling).standing if ruling else None,
        possible=minimal_winning_coalitions(council, limit=MOST_COALITIONS),
        history=sorted(history, key=lambda row: (row.first, row.party)),
    )


def _name(side: Side) -> Phrase:
    return Phrase(f"side.{side}")
