"""What does the report say of the council's seats?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.documents import Column, Figure, Note, Paragraph, Section, Table
from avstamp.domain.documents.tree import Block, Cell
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.mandates import (
    Council,
    SeatChange,
    VotingPower,
    compare_councils,
    minimal_winning_coalitions,
    shapley_shubik,
)
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.report.wording import cite

GOTLAND_REGION = "0009"


def mandates_section(
    unit: Unit, councils: Sequence[Council], *, turnout: float | None, origin: Origin
) -> Section:
    """Seats after the last two elections, what makes a majority, and the doubts there are."""
    heading = Phrase("mandates.title")
    if not councils:
        unknown = Phrase("report.mandates.unknown", {"unit": unit.name})
        return Section(heading, (Paragraph((unknown,)),))
    newest, before = councils[-1], councils[-2] if len(councils) > 1 else None
    changes = [row for row in _changes(before, newest) if row.before or row.after]
    blocks: list[Block] = [Paragraph(_arithmetic(newest, turnout))]
    if unit.id == GOTLAND_REGION:
        blocks.append(Note((Phrase("mandates.gotland"),)))
    if doubts := tuple(council.doubt for council in councils if council.doubt is not None):
        blocks.append(Note(doubts))
    blocks += [
        _chart(before, newest, changes, origin),
        _table(before, newest, changes, origin),
        Paragraph((Phrase("mandates.voting_power.explained"), Phrase("mandates.no_proposal"))),
    ]
    return Section(heading, tuple(blocks))


def _changes(before: Council | None, newest: Council) -> tuple[SeatChange, ...]:
    if before is not None:
        return compare_councils(before, newest)
    rows = (SeatChange(row.party, row.name, None, row.seats) for row in newest.seats)
    return tuple(sorted(rows, key=lambda row: (-(row.after or 0), row.party)))


def _arithmetic(council: Council, turnout: float | None) -> tuple[Text, ...]:
    count = minimal_winning_coalitions(council, limit=1).count
    said: list[Text] = [
        Phrase("report.summary.mandates", _size(council)),
        Phrase("mandates.minimal_winning.all", {"count": count}),
    ]
    if turnout is not None:
        share = {"year": council.year, "share": Quantity(turnout, "%", 1)}
        said.append(Phrase("report.mandates.turnout", share))
    return tuple(said)


def _size(council: Council) -> dict[str, object]:
    return {"total": council.total, "year": council.year, "threshold": council.threshold}


def _chart(before: Council | None, newest: Council, changes: Sequence[SeatChange], origin: Origin) -> Figure:
    known = [row for row in changes if row.after is not None and (before is None or row.before is not None)]
    seats = [
        Phrase("report.mandates.seats_of", {"party": row.party, "seats": row.after or 0})
        for row in changes
        if row.after
    ]
    first = before or newest
    return Figure(
        kind="seats",
        content={
            "years": (first.year, newest.year),
            "parties": [
                {
                    "name": Verbatim(row.party),
                    "seats": (row.after if before is None else row.before, row.after),
                }
                for row in known
            ],
        },
        caption=Phrase(
            "report.mandates.figure" if before else "report.mandates.figure.one",
            {"before": first.year, "after": newest.year},
        ),
        alternative=Phrase("report.mandates.alternative", {"year": newest.year, "seats": tuple(seats)}),
        sources=cite(origin),
    )


def _table(before: Council | None, newest: Council, changes: Sequence[SeatChange], origin: Origin) -> Table:
    first = before or newest
    power = {row.party: row for row in shapley_shubik(newest)}
    columns = (
        Column(Phrase("mandates.party")),
        Column(Phrase("report.mandates.year", {"year": first.year}), numeric=True),
        Column(Phrase("report.mandates.year", {"year": newest.year}), numeric=True),
        Column(Phrase("mandates.change", {"year": first.year}), numeric=True),
        Column(Phrase("mandates.share_of_seats"), numeric=True),
        Column(Phrase("mandates.voting_power"), numeric=True),
    )
    total = (
        Phrase("mandates.total"),
        first.total,
        newest.total,
        Quantity(newest.total - first.total, decimals=0, signed=True),
        Quantity(100.0, "%", 1),
        Quantity(100.0, "%", 1),
    )
    return Table(
        caption=Phrase("report.mandates.caption", {"before": first.year, "after": newest.year}),
        columns=columns,
        rows=(*(_row(row, power.get(row.party)) for row in changes), total),
        sources=cite(origin, derived=True),
    )


def _row(row: SeatChange, power: VotingPower | None) -> tuple[Cell, ...]:
    return (
        Verbatim(row.name if row.name == row.party else f"{row.name} ({row.party})"),
        row.before,
        row.after,
        None if row.change is None else Quantity(row.change, decimals=0, signed=True),
        None if power is None else Quantity(100 * float(power.share_of_seats), "%", 1),
        None if power is None else Quantity(100 * power.share, "%", 1),
    )
