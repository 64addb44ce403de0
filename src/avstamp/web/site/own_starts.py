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
from avstamp.web.start.visit import day_of_roles


@dataclass(frozen=True)
class Part:
    """A start and a person's part in it; `readable` where its pages answer the person."""

    start: Start
    roles: Phrase
    readable: bool


def parts_of(person: Person, *, on: date) -> Sequence[Part]:
    """The starts of a person, newest first, with the roles of a day; where the term is over, those of its last day."""
    parts = []
    for start in starts_of(person):
        roll, identifier = roll_of(start), str(person.identifier)
        day = day_of_roles(start, roll, person, today=on)
        held = [role for role in roll.roles_of(identifier, on=day) if role is not Role.PUBLIC]
        names = tuple(role_name(role) for role in held)
        names += tuple(Phrase(f"function.{one}") for one in roll.functions_of(identifier, on=day))
        said = "account.roles" if day == on else "account.roles_then"
        roles = Phrase(said, {"roles": names, "day": day}) if names else Phrase("account.no_role_today")
        parts.append(Part(start, roles, bool(held)))
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
