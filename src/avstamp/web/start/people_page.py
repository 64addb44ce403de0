"""What stands on the page about people: everyone by role, with party, functions and days?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Capacity, Role
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.web.start.visit import Visit


@dataclass
class PersonLine:
    """One part of one person: who, for which party, with which functions, on which days."""

    membership: int
    name: str
    email: str
    party: Text | None
    functions: Sequence[Phrase]
    first: date
    last: date | None
    ended: bool


@dataclass
class RoleGroup:
    """Everyone of a role."""

    role: Phrase
    people: list[PersonLine] = field(default_factory=list)


def role_groups(visit: Visit) -> list[RoleGroup]:
    """Everyone in the start by role today, in the order of roles; those whose part has ended stand last in theirs."""
    names = dict(visit.start.parties.values_list("code", "name"))
    functions: dict[int, list[Phrase]] = {}
    for held in visit.start.functions.order_by("id"):
        if held.last_day is None or held.last_day >= visit.today:
            name = Phrase(f"function.{held.function}")
            said = Phrase("function.in_body", {"function": name, "body": held.body}) if held.body else name
            functions.setdefault(held.person_id, []).append(said)
    found: dict[Role, RoleGroup] = {}
    for row in visit.start.memberships.select_related("person").order_by("person__name", "id"):
        elected = row.capacity == Capacity.ELECTED.value
        day = min(max(visit.today, row.first_day), row.last_day or date.max)
        role = Role(visit.roll.side_of(row.party, on=day) if elected else row.capacity)
        line = PersonLine(
            membership=row.pk,
            name=row.person.name,
            email=row.person.email,
            party=_party(row.party, names) if elected else None,
            functions=functions.get(row.person_id, []) if elected else [],
            first=row.first_day,
            last=row.last_day,
            ended=row.last_day is not None and row.last_day < visit.today,
        )
        found.setdefault(role, RoleGroup(role_name(role))).people.append(line)
    for group in found.values():
        group.people.sort(key=lambda line: line.ended)
    return [found[role] for role in Role if role in found]


def _party(code: str, names: dict[str, str]) -> Text:
    return Verbatim(names.get(code, code)) if code else Phrase("start.no_party")
