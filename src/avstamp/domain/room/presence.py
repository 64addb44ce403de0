"""Who is missing? Invited, present, answered and spoken, by role and by board, never by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from avstamp.domain.room.publishing import cells_of


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who is invited: role, boards, and whether present, answered (in a named round) and heard. Nothing that names.

    A guest without invitation is present with `invited` false.
    """

    role: str
    boards: frozenset[str] = frozenset()
    invited: bool = True
    present: bool = False
    answered: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """One row: the roles or boards that it counts together, and how many of them."""

    groups: frozenset[str]
    invited: int
    present: int
    answered: int
    spoken: int

    @property
    def missing(self) -> int:
        """Those invited beyond the number present; 0 when guests fill the row."""
        return max(0, self.invited - self.present)


def attendance_by_role(attendees: Iterable[Attendee]) -> tuple[Attendance, ...]:
    """Invited, present, answered and spoken by role.

    Definition: a role of fewer than five people is counted together with the other small ones, and left out when they
    are fewer than five together, since a row of one is a person. No sum over all is given, from which a row left out
    could be subtracted.

    Example:
        >>> room = [Attendee("ruling", present=number < 4) for number in range(6)] + [Attendee("auditor")]
        >>> [(sorted(row.groups), row.invited, row.present, row.missing) for row in attendance_by_role(room)]
        [(['ruling'], 6, 4, 2)]
    """
    return _attendance(attendees, lambda attendee: frozenset({attendee.role}))


def attendance_by_board(attendees: Iterable[Attendee]) -> tuple[Attendance, ...]:
    """The same by board; one who sits on two is counted in both, one who sits on none is in no row.

    A board smaller than five is left out: together with another it could be told apart through members of both.
    """
    found = _attendance(attendees, lambda attendee: attendee.boards)
    return tuple(row for row in found if len(row.groups) == 1)


def _attendance(
    attendees: Iterable[Attendee], groups_of: Callable[[Attendee], frozenset[str]]
) -> tuple[Attendance, ...]:
    everyone = list(attendees)
    size = Counter(group for attendee in everyone for group in groups_of(attendee))
    rows = []
    for cell in cells_of(size):
        inside = [attendee for attendee in everyone if groups_of(attendee) & cell.groups]
        rows.append(
            Attendance(
                cell.groups,
                sum(attendee.invited for attendee in inside),
                sum(attendee.present for attendee in inside),
                sum(attendee.answered for attendee in inside),
                sum(attendee.spoken for attendee in inside),
            )
        )
    return tuple(rows)
