"""How are slips made that one draws from a bowl, and how is one known again when it is used?

The codes are given out once, to be printed, mixed among themselves; only their digests are kept. The digest of a used
slip is of the code and the exercise together, so that it cannot be laid beside the slip's own.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.audit.actions import record_event
from avstamp.web.room.models import AgendaLine, Day, Ticket
from avstamp.web.room.receiving import CODE_LETTERS
from avstamp.web.start.permitting import require

CODE_SIZE = 12
"""Letters of a slip: 31¹² codes, so that one who tries a thousand a second needs ten million years to find one of a
hundred."""
MOST_SLIPS = 2000
GROUPS = tuple(
    role.value
    for role in (
        Role.RULING,
        Role.SUPPORTING,
        Role.OPPOSITION,
        Role.INDEPENDENT,
        Role.UNDECIDED,
        Role.OFFICIAL,
        Role.COMPANY,
        Role.UNION,
    )
)
"""Whose bowls there can be: those who answer exercises."""


@transaction.atomic
def make_slips(
    day: Day, numbers: Mapping[str, int], *, by: Person | None, at: datetime
) -> dict[str, list[str]]:
    """Make slips for each group's bowl; answer their codes, which nothing keeps and nobody can be given again.

    Args:
        day: for which the slips are.
        numbers: how many slips each group gets; more than there are people, so that no slip is told by being left.
        by: who makes them.
        at: when.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: a group is unknown, or there are too many slips or none.
    """
    require(Act.SET_UP, day.start, by=by, at=at)
    wanted = {group: n for group, n in numbers.items() if n}
    already = Ticket.objects.filter(day=day).count()
    if set(wanted) - set(GROUPS) or any(n < 0 for n in wanted.values()) or not wanted:
        raise ExerciseRefused(Phrase("room.slips.none"))
    if already + sum(wanted.values()) > MOST_SLIPS:
        raise ExerciseRefused(Phrase("room.slips.many", {"most": MOST_SLIPS, "already": already}))
    codes = {group: [_draw() for _ in range(n)] for group, n in wanted.items()}
    rows = [
        Ticket(digest=ticket_digest(day, code), day=day, group=group)
        for group in codes
        for code in codes[group]
    ]
    Ticket.objects.bulk_create(sorted(rows, key=lambda row: row.digest), batch_size=500)
    record_event(
        day.start.organisation.key,
        "slips.made",
        f"start:{day.start.identifier}",
        content={"day": day.number, "slips": len(rows)},
        by=by,
        at=at,
    )
    return codes


def ticket_digest(day: Day, code: str) -> str:
    """The digest a slip is kept by."""
    return _digest("slip", day.identifier, code)


def spent_digest(line: AgendaLine, code: str) -> str:
    """The digest a slip's use in one exercise is kept by."""
    return _digest("spent", line.identifier, code)


def plain_code(written: str) -> str:
    """A code as it was drawn, however it is written: with spaces, hyphens or small letters.

    Example:
        >>> plain_code(" abcd-efgh 2345")
        'ABCDEFGH2345'
    """
    return "".join(letter for letter in written.upper() if letter in CODE_LETTERS)


def shown_code(code: str) -> str:
    """A code in groups of four, as it is printed."""
    return "-".join(code[first : first + 4] for first in range(0, len(code), 4))


def _draw() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIZE))


def _digest(what: str, of: object, code: str) -> str:
    return hashlib.sha256(f"avstamp {what} {of} {code}".encode()).hexdigest()
