"""Did everyone have access at the same time? What the record can show of when a start and its steps were opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Capacity, Membership, Role
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.web.audit.queries import links_about
from avstamp.web.start.record_page import EventLine, event_line, names_for, state_of_record, subject_of
from avstamp.web.start.record_words import Names
from avstamp.web.start.visit import Visit

ALL_AT_ONCE = ("start.commissioned", "start.opened", "step.opened", "step.closed")
"""What is done to everyone in a start at one instant."""

UNINVITED = {Capacity.COMPANY, Capacity.UNION}


@dataclass(frozen=True)
class AccessLine:
    """Some of the people with the same role and party: how many, and when they got access."""

    role: Phrase
    party: Text
    people: int
    when: Phrase


@dataclass(frozen=True)
class AccessPage:
    """The proof: one instant for all, who had access from it, and the events with their numbers and hashes."""

    lead: Phrase
    everyone: Phrase
    lines: Sequence[AccessLine]
    events: Sequence[EventLine]
    state: Sequence[Phrase]


def access_page(visit: Visit) -> AccessPage:
    """Return what proves when everyone in an opened start had access."""
    opened = visit.start.opened_at
    assert opened is not None, "the page is for starts that are opened"
    organisation = visit.start.organisation.key
    names = names_for(visit)
    _, moments = links_about(organisation, subject_of(visit), actions=ALL_AT_ONCE)
    lines, from_opening = _lines(visit, opened, _entered(visit, names))
    return AccessPage(
        lead=Phrase("access.opened", {"at": opened}),
        everyone=Phrase("access.everyone", {"count": from_opening}),
        lines=lines,
        events=[event_line(link, names) for link in reversed(moments)],
        state=state_of_record(organisation),
    )


def _entered(visit: Visit, names: Names) -> Mapping[tuple[str, str], list[datetime]]:
    """When each person was added in each capacity, as the record has it."""
    _, added = links_about(visit.start.organisation.key, subject_of(visit), actions=("member.added",))
    found: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for link in added:
        content = link.event.content
        person = names.people.get(str(content.get("member")))
        if person is not None:
            at = datetime.fromisoformat(link.event.at)
            found[str(person.identifier), str(content.get("capacity"))].append(at)
    return found


def _lines(
    visit: Visit, opened: datetime, entered: Mapping[tuple[str, str], list[datetime]]
) -> tuple[list[AccessLine], int]:
    groups: dict[tuple[Role, str], list[datetime | None]] = defaultdict(list)
    roll = visit.roll
    for row in roll.memberships:
        on = max(legal_day(opened), row.span.first)
        role = (
            Role(roll.side_of(row.party, on=on)) if row.capacity is Capacity.ELECTED else Role(row.capacity)
        )
        groups[role, row.party].append(_access(visit, row, opened, entered))
    names = dict(visit.start.parties.values_list("code", "name"))
    order = list(Role)
    lines = [
        AccessLine(role_name(role), _party(role, party, names), len(some), when)
        for (role, party), instants in sorted(
            groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        )
        for when, some in _by_time(instants, opened)
    ]
    return lines, sum(at == opened for instants in groups.values() for at in instants)


def _access(
    visit: Visit, row: Membership, opened: datetime, entered: Mapping[tuple[str, str], list[datetime]]
) -> datetime | None:
    """When somebody could first read the material; None for those the start has not invited."""
    if row.capacity in UNINVITED and not visit.start.invites_companies_and_unions:
        return None
    added = entered.get((row.person, row.capacity.value), [])
    return max(opened, min(added, default=opened))


def _by_time(
    instants: Iterable[datetime | None], opened: datetime
) -> list[tuple[Phrase, list[datetime | None]]]:
    all_of_them = list(instants)
    at_opening = [at for at in all_of_them if at == opened]
    later = sorted(at for at in all_of_them if at is not None and at > opened)
    never = [at for at in all_of_them if at is None]
    found: list[tuple[Phrase, list[datetime | None]]] = []
    if at_opening:
        found.append((Phrase("access.from_opening"), list(at_opening)))
    if later:
        key = "access.on_entering" if later[0] == later[-1] else "access.between"
        found.append((Phrase(key, {"first": later[0], "last": later[-1]}), list(later)))
    if never:
        found.append((Phrase("access.not_invited"), list(never)))
    return found


def _party(role: Role, party: str, names: Mapping[str, str]) -> Text:
    if party:
        return Verbatim(names.get(party, party))
    return Phrase("access.no_party") if role is Role.INDEPENDENT else Verbatim("–")
