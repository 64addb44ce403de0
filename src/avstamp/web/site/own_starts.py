"""In which starts does a person take part, and as what?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Capacity, Role
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.start.queries import Start, roll_of, starts_of


@dataclass(frozen=True)
class Part:
    """A start and a person's part in it on a day."""

    start: Start
    roles: Phrase


def parts_of(person: Person, *, on: date) -> Sequence[Part]:
    """The starts of a person, newest first, with the roles of a day; one whose time is over is told so."""
    parts = []
    for start in starts_of(person):
        roll, identifier = roll_of(start), str(person.identifier)
        names = tuple(role_name(role) for role in roll.roles_of(identifier, on=on) if role is not Role.PUBLIC)
        names += tuple(Phrase(f"function.{one}") for one in roll.functions_of(identifier, on=on))
        roles = Phrase("account.roles", {"roles": names}) if names else Phrase("account.no_role_today")
        parts.append(Part(start, roles))
    return parts


def led_alone_by(person: Person, *, on: date) -> Sequence[Start]:
    """The starts that would have no process leader left without this person."""
    identifier = str(person.identifier)
    return [
        start
        for start in starts_of(person)
        if {
            one.person
            for one in roll_of(start).memberships
            if one.capacity is Capacity.PROCESS_LEADER and one.span.covers(on)
        }
        == {identifier}
    ]
