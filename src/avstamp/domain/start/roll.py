"""Who takes part in a start, as what, for which party, on which side and with which function, on a given day?

Sides belong to parties and change from a day; nothing is ever written over, so that what was true on a day stays
true of it. An elected person has the side of the party on that day; one who has left every party stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from avstamp.domain.errors import AvstampError
from avstamp.domain.start.term import Span


class Side(StrEnum):
    """Where a party stands; `UNDECIDED` until the start says who rules."""

    RULING = "ruling"
    SUPPORTING = "supporting"
    OPPOSITION = "opposition"
    INDEPENDENT = "independent"
    UNDECIDED = "undecided"


class Capacity(StrEnum):
    """As what a person takes part."""

    PROCESS_LEADER = "process_leader"
    ELECTED = "elected"
    OFFICIAL = "official"
    AUDITOR = "auditor"
    SECRETARY = "secretary"
    COMPANY = "company"
    UNION = "union"


class Role(StrEnum):
    """What a person is in a start on a day: an elected person's side, else the capacity; the public has none."""

    RULING = "ruling"
    SUPPORTING = "supporting"
    OPPOSITION = "opposition"
    INDEPENDENT = "independent"
    UNDECIDED = "undecided"
    OFFICIAL = "official"
    PROCESS_LEADER = "process_leader"
    SECRETARY = "secretary"
    AUDITOR = "auditor"
    COMPANY = "company"
    UNION = "union"
    PUBLIC = "public"


ELECTED = frozenset(Role(side) for side in Side)
"""The roles of the elected, who have the same rights at the same time."""


class Function(StrEnum):
    """What an elected person is beside the role."""

    PRESIDIUM = "presidium"
    GROUP_LEADER = "group_leader"
    BOARD_PRESIDIUM = "board_presidium"
    BOARD_MEMBER = "board_member"
    SUBSTITUTE = "substitute"


class InvalidRoll(AvstampError, ValueError):
    """Two things are said of the same person or party on the same day; `subject` is whom."""

    def __init__(self, message: str, *, subject: str) -> None:
        self.subject = subject
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class PartySide:
    """A party's side through a span of days."""

    party: str
    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's part in a start; `party` is set for the elected only, and empty for one without party."""

    person: str
    capacity: Capacity
    span: Span
    party: str = ""

    def __post_init__(self) -> None:
        if self.party and self.capacity is not Capacity.ELECTED:
            raise InvalidRoll(
                f"{self.person} has a party as {self.capacity}; only the elected do", subject=self.person
            )


@dataclass(frozen=True, slots=True)
class FunctionHeld:
    """A function a person holds through a span of days, in the council or in a board (`body`)."""

    person: str
    function: Function
    span: Span
    body: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone in a start with parties, sides and functions, through the whole term."""

    sides: tuple[PartySide, ...] = ()
    memberships: tuple[Membership, ...] = ()
    functions: tuple[FunctionHeld, ...] = ()

    def __post_init__(self) -> None:
        _refuse_two_at_once((row.party, row.span) for row in self.sides)
        _refuse_two_at_once((f"{row.person} as {row.capacity}", row.span) for row in self.memberships)

    def side_of(self, party: str, *, on: date) -> Side:
        """A party's side on a day; an elected person without party is independent."""
        if not party:
            return Side.INDEPENDENT
        return next(
            (row.side for row in self.sides if row.party == party and row.span.covers(on)), Side.UNDECIDED
        )

    def memberships_of(self, person: str, *, on: date) -> tuple[Membership, ...]:
        """What a person is in the start on a day; nothing for the public."""
        return tuple(row for row in self.memberships if row.person == person and row.span.covers(on))

    def roles_of(self, person: str, *, on: date) -> tuple[Role, ...]:
        """A person's roles on a day, in order; the public's where there is no other."""
        found = {
            Role(self.side_of(row.party, on=on) if row.capacity is Capacity.ELECTED else row.capacity)
            for row in self.memberships_of(person, on=on)
        }
        return tuple(sorted(found, key=list(Role).index)) or (Role.PUBLIC,)

    def functions_of(self, person: str, *, on: date) -> tuple[Function, ...]:
        """A person's functions on a day."""
        held = {row.function for row in self.functions if row.person == person and row.span.covers(on)}
        return tuple(function for function in Function if function in held)

    def boards_of(self, person: str, *, on: date) -> tuple[str, ...]:
        """The boards a person sits on, or leads, on a day, by name; the council is none."""
        of_board = (Function.BOARD_PRESIDIUM, Function.BOARD_MEMBER)
        held = {
            row.body
            for row in self.functions
            if row.person == person and row.function in of_board and row.body and row.span.covers(on)
        }
        return tuple(sorted(held))

    def is_elected_through(self, person: str, span: Span) -> bool:
        """Whether a person is elected on every day of a span, in one part or in several after one another."""
        day: date | None = span.first
        for part in sorted(self._elected(person), key=lambda part: part.first):
            if day is not None and part.covers(day):
                day = None if part.last is None else part.last + timedelta(days=1)
        return day is None or (span.last is not None and day > span.last)

    def _elected(self, person: str) -> list[Span]:
        rows = (row for row in self.memberships if row.person == person)
        return [row.span for row in rows if row.capacity is Capacity.ELECTED]

    def parties_on(self, side: Side, *, on: date) -> tuple[str, ...]:
        """Every party of a side on a day, among those the roll names."""
        return tuple(row.party for row in self.sides if row.side is side and row.span.covers(on))


def leaders_with_a_voice(roll: Roll) -> tuple[str, ...]:
    """Those who lead the process and have a voice in it, as elected or official, on some same day.

    A process leader sees nobody's drafts; as one side's member the same person would.

    Example:
        >>> term = Span(date(2026, 10, 15))
        >>> pia = [Membership("pia", capacity, term) for capacity in (Capacity.PROCESS_LEADER, Capacity.OFFICIAL)]
        >>> leaders_with_a_voice(Roll(memberships=tuple(pia)))
        ('pia',)
    """
    leading = [row for row in roll.memberships if row.capacity is Capacity.PROCESS_LEADER]
    voices = [row for row in roll.memberships if row.capacity in (Capacity.ELECTED, Capacity.OFFICIAL)]
    both = {
        led.person
        for led in leading
        for own in voices
        if led.person == own.person and led.span.meets(own.span)
    }
    return tuple(sorted(both))


def move_parties(roll: Roll, sides: Mapping[str, Side], *, from_day: date) -> Roll:
    """The roll after some parties take another side from a day on; every day before stays as it was.

    Definition: what was said of the parties' sides from that day on is replaced, what was said of earlier days kept.

    Args:
        roll: the roll as it stands.
        sides: party code to its new side; parties that are not named keep theirs.
        from_day: the first day of the new sides.

    Returns:
        A new roll.

    Example:
        >>> day = date(2028, 3, 1)
        >>> roll = Roll(sides=(PartySide("C", Side.RULING, Span(date(2026, 10, 15))),))
        >>> moved = move_parties(roll, {"C": Side.OPPOSITION}, from_day=day)
        >>> [moved.side_of("C", on=on).value for on in (date(2028, 2, 29), day)]
        ['ruling', 'opposition']
    """
    kept = [row for row in roll.sides if row.party not in sides]
    eve = from_day - timedelta(days=1)
    for row in roll.sides:
        if row.party in sides and row.span.first < from_day:
            last = eve if row.span.last is None else min(row.span.last, eve)
            kept.append(replace(row, span=Span(row.span.first, last)))
    new = [PartySide(party, side, Span(from_day)) for party, side in sides.items()]
    return replace(roll, sides=tuple(sorted([*kept, *new], key=lambda row: (row.party, row.span.first))))


def _refuse_two_at_once(rows: Iterable[tuple[str, Span]]) -> None:
    seen: dict[str, list[Span]] = {}
    for subject, span in rows:
        earlier = seen.setdefault(subject, [])
        for other in earlier:
            if span.meets(other):
                raise InvalidRoll(f"{subject}: {span} and {other} have days in common", subject=subject)
        earlier.append(span)
