"""Which parties and seats were typed, and can a council have them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from avstamp.domain.start.mandates import Council, Seats
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.web.parties import party_name

EMPTY_ROWS = 3
MOST_SEATS = 999


@dataclass(frozen=True)
class MandateRow:
    """One row as it stands in the form."""

    number: int
    code: str = ""
    name: str = ""
    seats: str = ""


@dataclass(frozen=True)
class Mandates:
    """The rows of the form, what they say together, and what is wrong with them."""

    rows: Sequence[MandateRow]
    seats: tuple[Seats, ...] = ()
    faults: Sequence[Phrase] = field(default_factory=tuple)
    differs: Phrase | None = None

    @property
    def total(self) -> int:
        """The sum of the seats."""
        return sum(row.seats for row in self.seats)


def elected_council(unit: str, year: int) -> Council | None:
    """The council that was elected a year, where the fact base has the result."""
    return next((one for one in open_fact_base().councils(unit) if one.year == year), None)


def suggested(council: Council | None) -> Mandates:
    """The form as it stands first: the election's result, largest party first, and room for more."""
    seats = tuple(sorted(council.seats if council else (), key=lambda row: (-row.seats, row.party)))
    named = tuple(Seats(row.party, party_name(row.party, row.name), row.seats) for row in seats if row.seats)
    return Mandates(rows_of(named), named)


def rows_of(seats: Sequence[Seats]) -> list[MandateRow]:
    """Rows for parties that are known, and empty ones after them."""
    filled = [(row.party, row.name, str(row.seats)) for row in seats]
    return [
        MandateRow(number, *row)
        for number, row in enumerate([*filled, *[("", "", "")] * EMPTY_ROWS], start=1)
    ]


def typed(query: QueryDict, *, elected: int | None) -> Mandates:
    """What was typed, with every fault; a sum that is not the election's has to be confirmed."""
    columns = [query.getlist(name) for name in ("party_code", "party_name", "party_seats")]
    cells = [tuple(cell.strip() for cell in row) for row in zip(*columns, strict=False)]
    rows = [MandateRow(number, *row) for number, row in enumerate(cells, start=1)]
    faults: list[Phrase] = []
    seats: list[Seats] = []
    for row in rows:
        if not (row.name or row.seats):
            continue
        code = row.code or row.name
        count = int(row.seats) if row.seats.isdecimal() else 0
        if not row.name:
            faults.append(Phrase("start.mandates.nameless", {"row": row.number}))
        elif not 1 <= count <= MOST_SEATS:
            faults.append(Phrase("start.mandates.seats", {"party": row.name, "value": row.seats or "–"}))
        elif code.casefold() in {one.party.casefold() for one in seats}:
            faults.append(Phrase("start.mandates.twice", {"party": code}))
        else:
            seats.append(Seats(code[:40], row.name[:200], count))
    total = sum(one.seats for one in seats)
    if not faults and total % 2 == 0:
        faults.append(Phrase("start.mandates.even", {"total": total}))
    differs = None
    if not faults and elected is not None and total != elected:
        differs = Phrase("start.mandates.differs", {"total": total, "elected": elected})
        if "confirm_total" not in query:
            faults.append(differs)
    return Mandates(rows, tuple(seats), faults, differs)
