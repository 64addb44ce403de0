"""Do the election tables hold what a whole country's results must hold?

Every expectation is tried and every failure is listed at once, with line, column, value and what to do,
so that a table can be put right in one go. What cannot be read at all is listed with the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from avstamp.domain.values import Phrase
from avstamp.sources.election.parse import (
    Failure,
    KnownDoubt,
    SeatRow,
    TurnoutRow,
    rows_or_refuse,
    scan_seats,
    scan_turnout,
)

COUNTRY = "0000"
RIKSDAG_SEATS = 349
"""Regeringsformen 3 kap. 2 §: the riksdag consists of 349 members."""

MUNICIPALITIES = 290
REGIONS = 20
"""Regional councils that are elected; Gotland's is a municipal council with a region's work."""

_CENT = Decimal("0.01")


def check_seats(
    data: bytes,
    *,
    municipalities: Collection[str],
    regions: Collection[str],
    doubts: Sequence[KnownDoubt] = (),
) -> tuple[SeatRow, ...]:
    """Read the table of seats and hold it to what must be true.

    Every area is there and known; no party stands twice in one assembly; every count is a whole number;
    a council has an odd number of seats (Kommunallag 5 kap. 5 §) and the riksdag 349 in both years; a
    known doubt is still a doubt.

    Args:
        data: the file.
        municipalities: the 290 codes of the municipalities.
        regions: the 20 fact-base codes of the regions that elect a council (`00` and the county's code).
        doubts: the register of known doubts.

    Returns:
        The rows, when nothing fails.

    Raises:
        ImportRefused: anything fails; every failure is listed.
    """
    scan = scan_seats(data)
    expected = {("RD", COUNTRY)}
    expected |= {("RF", unit) for unit in regions} | {("KF", unit) for unit in municipalities}
    failures = [
        *_unexpected_counts(municipalities, regions),
        *scan.failures,
        *_area_failures(scan.rows, expected),
        *_repeated_parties(scan.rows),
        *_total_failures(scan.rows),
        *_settled_doubts(scan.rows, doubts),
    ]
    return rows_or_refuse(scan.rows, failures)


def check_turnout(
    data: bytes, *, municipalities: Collection[str], regions: Collection[str]
) -> tuple[TurnoutRow, ...]:
    """Read the table of turnout and hold it to what must be true.

    Every area is there once and known; votes are not more than those entitled; the printed percentage is
    votes through entitled, to two decimals.

    Args:
        data: the file.
        municipalities: the 290 codes of the municipalities.
        regions: the 20 fact-base codes of the regions that elect a council.

    Returns:
        The rows, when nothing fails.

    Raises:
        ImportRefused: anything fails; every failure is listed.
    """
    scan = scan_turnout(data)
    expected = {("RF", unit) for unit in regions} | {("KF", unit) for unit in municipalities}
    times = Counter((row.assembly, row.unit) for row in scan.rows)
    repeated = [
        Failure(row.line, "kod", row.unit, _do("keep_one_row", times=times[row.assembly, row.unit]))
        for row in scan.rows
        if times[row.assembly, row.unit] > 1
    ]
    failures = [
        *_unexpected_counts(municipalities, regions),
        *scan.failures,
        *_area_failures(scan.rows, expected),
        *repeated,
        *_share_failures(scan.rows),
    ]
    return rows_or_refuse(scan.rows, failures)


def _do(what: str, **values: object) -> Phrase:
    return Phrase(f"import.election.{what}", values)


def _unexpected_counts(municipalities: Collection[str], regions: Collection[str]) -> Iterator[Failure]:
    given = (("municipalities", municipalities, MUNICIPALITIES), ("regions", regions, REGIONS))
    for name, codes, number in given:
        if len(set(codes)) != number:
            action = _do("country", number=number)
            yield Failure(0, name, str(len(set(codes))), action)


def _area_failures(
    rows: Iterable[SeatRow | TurnoutRow], expected: Collection[tuple[str, str]]
) -> Iterator[Failure]:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        area = (row.assembly, row.unit)
        if area not in expected and area not in seen:
            yield Failure(row.line, "kod", row.unit, _do("no_such_area", assembly=row.assembly))
        seen.add(area)
    for assembly, unit in sorted(set(expected) - seen):
        yield Failure(0, "kod", unit, _do("add_rows", assembly=assembly, unit=unit))


def _repeated_parties(rows: Iterable[SeatRow]) -> Iterator[Failure]:
    first: dict[tuple[str, str, str], int] = {}
    for row in rows:
        party = (row.assembly, row.unit, row.party)
        if party in first:
            action = _do("keep_one_party", unit=row.unit, line=str(first[party]))
            yield Failure(row.line, "parti_abbr", row.party, action)
        first.setdefault(party, row.line)


def _total_failures(rows: Iterable[SeatRow]) -> Iterator[Failure]:
    by_area: dict[tuple[str, str], list[SeatRow]] = defaultdict(list)
    for row in rows:
        by_area[row.assembly, row.unit].append(row)
    for (assembly, unit), members in by_area.items():
        for column, seats in (
            ("mandat2022", [row.seats_2022 for row in members]),
            ("mandat2026", [row.seats_2026 for row in members]),
        ):
            known = [count for count in seats if count is not None]
            if len(known) < len(seats):
                continue
            total = sum(known)
            if assembly == "RD" and total != RIKSDAG_SEATS:
                yield Failure(members[0].line, column, str(total), _do("riksdag", seats=RIKSDAG_SEATS))
            elif assembly != "RD" and total % 2 == 0:
                action = _do("odd_total", unit=unit)
                yield Failure(members[0].line, column, str(total), action)


def _settled_doubts(rows: Iterable[SeatRow], doubts: Iterable[KnownDoubt]) -> Iterator[Failure]:
    totals: Counter[tuple[str, int]] = Counter()
    for row in rows:
        totals[row.unit, 2022] += row.seats_2022 or 0
        totals[row.unit, 2026] += row.seats_2026 or 0
    for doubt in doubts:
        if (doubt.unit, doubt.year) not in totals:
            action = _do("doubt_without_area", line=str(doubt.line))
            yield Failure(0, "kod", doubt.unit, action)
        elif totals[doubt.unit, doubt.year] == doubt.stated_total:
            action = _do("doubt_settled", line=str(doubt.line))
            yield Failure(0, "stated_total", str(doubt.stated_total), action)


def _share_failures(rows: Iterable[TurnoutRow]) -> Iterator[Failure]:
    for row in rows:
        if row.votes is None or row.entitled is None:
            continue
        if not 0 <= row.votes <= row.entitled or row.entitled == 0:
            yield Failure(
                row.line, "roster", str(row.votes), _do("too_many_votes", entitled=str(row.entitled))
            )
            continue
        share = (Decimal(100) * row.votes / row.entitled).quantize(_CENT, rounding=ROUND_HALF_UP)
        if row.percent is not None and abs(row.percent - share) > _CENT:
            yield Failure(
                row.line, "valdeltagande_pct", str(row.percent), _do("other_share", share=str(share))
            )
