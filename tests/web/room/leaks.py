"""One planted leak of each kind, so that it is seen that the insider of `attacker` finds it."""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from tests.web.room.attacker import Member
from tests.web.room.dumps import Source, lines_source
from tests.web.room.rounds import Leak, Round
from tests.web.starts import AT

from avstamp.domain.room.publishing import LEAST
from avstamp.web.audit.actions import record_event
from avstamp.web.room import disposing

BEGUN = datetime(2027, 1, 20, 9, 0, 3, tzinfo=UTC)
KEY = "key varchar(64) PRIMARY KEY"


def drawn(*parts: object) -> str:
    """A key that tells nothing."""
    return hashlib.sha256(f"drawn {parts}".encode()).hexdigest()


class Planted(Leak):
    """A table of its own, with a row for each answer."""

    columns = KEY

    def prepare(self) -> None:
        """Make the table."""
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE planted ({self.columns}, said varchar(20), wrote varchar(40))")

    def answered(self, who: Member, said: str, text: str) -> None:
        """Add a row, in a transaction of its own."""
        values = (*self.values(who, next(self.numbers)), said, text)
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO planted VALUES ({', '.join(['%s'] * len(values))})", values)

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """What stands before what was said."""
        return (drawn(who.number, number),)


class SequentialKey(Planted):
    """Rows that are numbered, laid in an order that tells nothing."""

    columns = f"{KEY}, place integer"

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """A number that grows."""
        return (drawn(number), number)

    def closed(self, round_: Round) -> None:
        """Lay the rows in order of key, so that the number alone tells."""
        lay_in_order("planted")


class TimeOfDay(SequentialKey):
    """Rows with a time."""

    columns = f"{KEY}, at varchar(40)"

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """Seconds after the round began."""
        return (drawn(number), (BEGUN + timedelta(seconds=7 * number)).isoformat())


class Number(SequentialKey):
    """Rows with the person's number in the roll."""

    columns = f"{KEY}, whose integer"

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """The number."""
        return (drawn(number), who.number)


class DigestOfNumber(SequentialKey):
    """Rows with a digest of it, which whoever has the roll makes anew."""

    columns = f"{KEY}, whose varchar(64)"

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """The digest."""
        return (drawn(number), hashlib.sha256(str(who.number).encode()).hexdigest())


class Session(SequentialKey):
    """Rows with the session they came in, which another table has beside the person."""

    columns = f"{KEY}, session varchar(64)"

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """The session."""
        return (drawn(number), who.session)


class OrderOfRows(Planted):
    """Rows whose columns tell nothing, as they came."""


class Logged(Leak):
    """A line of the log with the address the ballot came from."""

    def answered(self, who: Member, said: str, text: str) -> None:
        """Log it."""
        logging.getLogger("access").info('%s "POST /lapp/" %s %s', who.address, said, text)


class EventEach(Leak):
    """An event of the record for each answer, without a name."""

    @transaction.atomic
    def answered(self, who: Member, said: str, text: str) -> None:
        """Record it."""
        record_event("provkoping", "answered", "start", content={"said": said, "wrote": text}, by=None, at=AT)


class History(Planted):
    """Each row kept again when it changes, by a number, with what changed."""

    columns = "history_id integer PRIMARY KEY, history_change varchar(10)"

    def values(self, who: Member, number: int) -> tuple[object, ...]:
        """The number of the change."""
        return (number, "+")


def cell(one: Round, groups: frozenset[str], people: list[Member]) -> dict[str, object]:
    """The sum of some groups, of some people, as a publication has it."""
    some = [who for who in people if who.group in groups]
    tally = Counter(one.said[str(who.number)] for who in some)
    return {
        "groups": sorted(groups),
        "n": len(some),
        "tally": [[0, said, n] for said, n in sorted(tally.items())],
    }


def _shown(*results: list[dict[str, object]]) -> Source:
    return Source("results", [{"cells": json.dumps(cells)} for cells in results])


def sums_left(one: Round) -> Source:
    """The sums of every group, kept when the round has closed for late answers to come."""
    sums = Counter((who.group, one.said[str(who.number)]) for who in one.arrived)
    return Source("sums", [{"group": group, "said": said, "n": str(n)} for (group, said), n in sums.items()])


def small_group_shown(one: Round) -> Source:
    """A result of each group, however small."""
    people = list(one.arrived)
    groups = sorted({who.group for who in people})
    return _shown([cell(one, frozenset({group}), people) for group in groups])


def total_to_subtract(one: Round) -> Source:
    """What was shown, beside totals that hold more: the difference is about few."""
    people = list(one.arrived)
    groups = frozenset(who.group for who in people)
    small = [group for group in sorted(groups) if sum(who.group == group for who in people) < LEAST]
    less = [cell(one, groups - {group}, people) for group in small]
    return _shown([cell(one, groups, people)], *([one] for one in less))


def shown_too_early(one: Round) -> Source:
    """The results of the two large groups shown anew after each answer."""
    found = []
    for group in ("ruling", "opposition"):
        people = [who for who in one.arrived if who.group == group]
        found += [[cell(one, frozenset({group}), people[:n])] for n in range(LEAST, len(people) + 1)]
    return _shown(*found)


class WriteAheadLog(Leak):
    """SQLite's log left as it was."""

    def prepare(self) -> None:
        """Do not empty it."""
        disposing.forget_traces = lambda: None

    def closed(self, round_: Round) -> None:
        """As it was."""
        from avstamp.web.room.unordered import forget_traces

        disposing.forget_traces = forget_traces


class NotLaidInOrder(Leak):
    """Tables left as they came: within SQLite's pages, and among PostgreSQL's removed rows."""

    def prepare(self) -> None:
        """Do not write them anew."""
        disposing.lie_in_order = lambda *tables: None

    def closed(self, round_: Round) -> None:
        """As it was."""
        from avstamp.web.room.unordered import lie_in_order

        disposing.lie_in_order = lie_in_order


class Archived(Leak):
    """An archive with a line for each answer."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def answered(self, who: Member, said: str, text: str) -> None:
        """Write it."""
        self.lines.append(f'{{"said": "{said}", "wrote": "{text}"}}')

    def elsewhere(self) -> list[Source]:
        """The archive."""
        return [lines_source("archive/answers.jsonl", self.lines)]


class TransactionNumber(Planted):
    """On PostgreSQL: rows laid in order of key, each written by a transaction of its own."""

    def closed(self, round_: Round) -> None:
        """Lay them so, as an administrator does to save room: what wrote each stays."""
        with connection.cursor() as cursor:
            cursor.execute("CLUSTER planted USING planted_pkey")


def lay_in_order(table: str) -> None:
    """Write a table anew in order of key."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY key")
        rows = cursor.fetchall()
        cursor.execute(f"DELETE FROM {table}")
        for row in rows:
            cursor.execute(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(row))})", row)


VOTES, NOTES = "votes", "notes"
EVERYWHERE: dict[type[Leak], tuple[str, ...]] = {
    SequentialKey: (VOTES, NOTES),
    TimeOfDay: (VOTES, NOTES),
    Number: (VOTES, NOTES),
    DigestOfNumber: (VOTES, NOTES),
    Session: (VOTES, NOTES),
    OrderOfRows: (VOTES, NOTES),
    Logged: (VOTES, NOTES),
    EventEach: (VOTES, NOTES),
    History: (VOTES, NOTES),
    Archived: (VOTES, NOTES),
    NotLaidInOrder: (NOTES,),
}
"""Leaks of both databases, and what each tells of."""

IN_SUMS: tuple[Callable[[Round], Source], ...] = (
    sums_left,
    small_group_shown,
    total_to_subtract,
    shown_too_early,
)
"""Sums that should not be there, laid beside the dump of a round without a leak; all tell of votes."""

ON_SQLITE: dict[type[Leak], tuple[str, ...]] = {WriteAheadLog: (VOTES, NOTES)}
ON_POSTGRESQL: dict[type[Leak], tuple[str, ...]] = {TransactionNumber: (VOTES, NOTES)}
