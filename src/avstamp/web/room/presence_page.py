"""Who is missing and who has answered, as the leader and the screen are told: by role and board, never by person?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.room.exercises import Openness
from avstamp.domain.room.presence import Attendance, Attendee, WhoIsMissing, who_is_missing, whole_cells
from avstamp.domain.room.telling import roles_name, roles_place
from avstamp.domain.start.roll import ELECTED, Role, Roll
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, NamedNote, Seat, Turn
from avstamp.web.room.tickets import GROUPS

ANSWERING = ELECTED | {Role.OFFICIAL, Role.COMPANY, Role.UNION}


@dataclass(frozen=True)
class PresenceRow:
    """One row of who is missing, in words."""

    name: Text
    row: Attendance


@dataclass(frozen=True)
class Presence:
    """Who is missing, by role and by board; `spoken` and `boards` say whether there is anything of either to show."""

    by_role: Sequence[PresenceRow]
    by_board: Sequence[PresenceRow]
    spoken: bool
    boards_left_out: bool

    @property
    def invited(self) -> int:
        """Everyone who is invited: every person is in one row of roles."""
        return sum(one.row.invited for one in self.by_role)

    @property
    def present(self) -> int:
        """Everyone who has joined."""
        return sum(one.row.present for one in self.by_role)


def presence_of(day: Day, roll: Roll) -> Presence:
    """Invited, present, answered and turns of speaking by role and board; never by person."""
    attendees = _attendees(day, roll)
    turns = list(Turn.objects.filter(line__day=day).values_list("role", "board"))
    found: WhoIsMissing = who_is_missing(attendees, turns)
    boards = {board for attendee in attendees for board in attendee.boards}
    return Presence(
        [PresenceRow(roles_name(row.groups), row) for row in _in_order(found.by_role)],
        [PresenceRow(Verbatim(next(iter(row.groups))), row) for row in found.by_board],
        bool(turns),
        len(found.by_board) < len(boards),
    )


def _in_order(rows: Sequence[Attendance]) -> list[Attendance]:
    return sorted(rows, key=lambda row: roles_place(row.groups))


def boards_of(roll: Roll, day: Day) -> list[str]:
    """The boards that somebody sits on the day it is held."""
    people = {row.person for row in roll.functions}
    return sorted({board for person in people for board in roll.boards_of(person, on=day.day)})


def _attendees(day: Day, roll: Roll) -> list[Attendee]:
    seats = list(Seat.objects.filter(day=day).select_related("person"))
    seated = {str(seat.person.identifier): seat.pk for seat in seats if seat.person is not None}
    named = {"line__day": day, "line__openness": Openness.NAMED.value}
    heard = set(NamedAnswer.objects.filter(**named).values_list("seat_id", flat=True))
    heard |= set(NamedNote.objects.filter(**named).values_list("seat_id", flat=True))
    found = []
    for person in {row.person for row in roll.memberships}:
        role = roll.roles_of(person, on=day.day)[0]
        if role in ANSWERING:
            seat = seated.get(person)
            boards = frozenset(roll.boards_of(person, on=day.day))
            found.append(Attendee(role.value, boards, present=seat is not None, answered=seat in heard))
    guests = [one for one in seats if one.person is None]
    return found + [
        Attendee(one.role, invited=False, present=True, answered=one.pk in heard) for one in guests
    ]


@dataclass(frozen=True)
class AnsweredRow:
    """How many of a row of roles have answered an exercise, of those who have joined."""

    name: Phrase
    answered: int
    present: int


def answered_by_role(line: AgendaLine) -> list[AnsweredRow]:
    """How many have answered an exercise with names, by role; nothing where all would be one row.

    Everyone who has joined is in a row of at least five, so that the total beside tells nothing more.
    """
    if line.openness == Openness.ANONYMOUS.value:
        return []
    seats = Seat.objects.filter(day_id=line.day_id)
    cells = whole_cells(Counter(seats.values_list("role", flat=True)))
    if len(cells) < 2:
        return []
    answered: Counter[str] = Counter()
    for rows in (NamedAnswer.objects.filter(line=line), NamedNote.objects.filter(line=line)):
        answered.update(dict(rows.values_list("seat_id", "seat__role").distinct()).values())
    return [
        AnsweredRow(roles_name(cell.groups), sum(answered[role] for role in cell.groups), cell.n)
        for cell in sorted(cells, key=lambda cell: roles_place(cell.groups))
    ]


def roles_here(day: Day, roll: Roll) -> list[str]:
    """The roles that somebody invited or joined has, of those who answer; all of those where nobody has."""
    found = {attendee.role for attendee in _attendees(day, roll)}
    return [group for group in GROUPS if group in found] or list(GROUPS)
