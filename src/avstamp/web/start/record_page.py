"""What does the page of the record show: what was done, by whom, newest first, and whether it is whole?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from avstamp.domain.audit.chain import Link, instant
from avstamp.domain.audit.verification import Verdict
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase, Text
from avstamp.web.accounts.queries import Person, names_of_actors, names_then
from avstamp.web.audit.actions import check_record
from avstamp.web.audit.queries import Check, event_count, last_check, links_about, newest_head
from avstamp.web.start.record_words import Names, capacities_of, tell
from avstamp.web.start.visit import Visit

PAGE_SIZE = 50
MOST_TO_CHECK = 20_000
"""Events that a page may hold to the chain while somebody waits; a longer record is checked on the server."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "start": ("start", "parties", "meeting"),
    "step": ("step", "steps"),
    "sides": ("sides",),
    "member": ("member", "function", "link", "person"),
    "claim": ("claim", "evidence", "finding", "driver", "cross", "scenario"),
    "dispute": ("dispute",),
    "position": ("position",),
    "day": ("day", "exercise", "slips", "paper"),
}
"""Groups of events to choose among, each with what the names of its actions begin with."""


@dataclass(frozen=True)
class EventLine:
    """One event as the page shows it."""

    number: int
    at: datetime
    actor: Text
    said: Phrase
    hash: str

    @property
    def exact(self) -> str:
        """The instant in UTC, to the microsecond, as the hash holds it."""
        return instant(self.at)


@dataclass(frozen=True)
class KindChoice:
    """One group of events that can be chosen."""

    code: str
    name: Phrase
    chosen: bool


@dataclass(frozen=True)
class RecordPage:
    """One page of the record; `state` tells when it was checked last and which signature is the newest."""

    lines: Sequence[EventLine]
    count: int
    page: int
    pages: int
    kind: str
    kinds: Sequence[KindChoice]
    state: Sequence[Phrase]
    may_export: bool

    @property
    def newer(self) -> int | None:
        """The page before, None on the first."""
        return self.page - 1 if self.page > 1 else None

    @property
    def older(self) -> int | None:
        """The page after, None on the last."""
        return self.page + 1 if self.page < self.pages else None

    @property
    def empty(self) -> Phrase:
        """What is said where there is nothing to show."""
        return Phrase("record.none_of_kind") if self.kind else Phrase("record.none")


def record_page(visit: Visit, *, kind: str, page: int) -> RecordPage:
    """Return one page of a start's events, newest first."""
    organisation = visit.start.organisation.key
    kind = kind if kind in KINDS else ""
    first = (max(page, 1) - 1) * PAGE_SIZE
    count, links = links_about(
        organisation, subject_of(visit), kinds=KINDS.get(kind, ()), first=first, last=first + PAGE_SIZE
    )
    names = names_for(visit)
    return RecordPage(
        lines=[event_line(link, names) for link in links],
        count=count,
        page=max(page, 1),
        pages=max(1, math.ceil(count / PAGE_SIZE)),
        kind=kind,
        kinds=[
            KindChoice("", Phrase("record.all_kinds"), kind == ""),
            *(KindChoice(code, Phrase(f"record.kind.{code}"), code == kind) for code in KINDS),
        ],
        state=state_of_record(organisation),
        may_export=visit.may(Act.READ_ACTORS).allowed,
    )


def subject_of(visit: Visit) -> str:
    """What the subject of every event of a start begins with."""
    return f"start:{visit.start.identifier}"


def event_line(link: Link, names: Names) -> EventLine:
    """One event as the page shows it."""
    event = link.event
    at = datetime.fromisoformat(event.at)
    return EventLine(event.number, at, names.actor(event.actor, at), tell(event, names), link.hash)


def names_for(visit: Visit) -> Names:
    """Who the pseudonyms of the organisation's record are, as far as this reader may know."""
    people = names_of_actors(
        Person.objects.filter(memberships__start=visit.start).distinct(), visit.start.organisation.key
    )
    return Names(
        reader=visit.person,
        people=people,
        then=names_then(str(person.identifier) for person in people.values()),
        capacities=capacities_of(visit.roll.memberships),
        all_named=visit.may(Act.READ_ACTORS).allowed,
    )


def state_of_record(organisation: str) -> list[Phrase]:
    """When the record was checked last, and what the newest signature is about."""
    check, head = last_check(organisation), newest_head(organisation)
    return [
        _checked(check),
        Phrase("record.no_head")
        if head is None
        else Phrase("record.head", {"number": head.number, "at": datetime.fromisoformat(head.at)}),
    ]


def _checked(check: Check | None) -> Phrase:
    if check is None:
        return Phrase("record.never_checked")
    return Phrase("record.checked", {"at": check.at, "number": check.events})


def verification(visit: Visit) -> tuple[bool, list[Phrase]]:
    """Hold a record that is short enough to its chain and signatures now: whether it is whole, and what is said."""
    organisation = visit.start.organisation.key
    count = event_count(organisation)
    if count > MOST_TO_CHECK:
        last = last_check(organisation)
        return last is not None and last.whole, [
            Phrase("record.too_long", {"count": count}),
            _checked(last),
        ]
    verdict = check_record(organisation, at=visit.at)
    return verdict.is_whole, _told(verdict)


def _told(verdict: Verdict) -> list[Phrase]:
    if verdict.is_whole:
        return [Phrase("audit.whole", {"count": verdict.events})]
    return [fault.explain() for fault in verdict.faults]
