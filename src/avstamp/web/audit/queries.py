"""What stands in the record, and is it whole?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q

from avstamp.domain.audit.chain import Event as ChainEvent
from avstamp.domain.audit.chain import Link, Plain, instant
from avstamp.domain.audit.verification import Verdict, verify_chain
from avstamp.web.audit import heads
from avstamp.web.audit.checks import Check as Check
from avstamp.web.audit.checks import last_check as last_check
from avstamp.web.audit.heads import newest_head as newest_head
from avstamp.web.audit.models import Chain, Event

AT_A_TIME = 2_000
COLUMNS = ("number", "at", "actor", "action", "subject", "content", "hash")


def links_of(organisation: str) -> Iterator[Link]:
    """Every event of an organisation with its hash, in order, without holding them all."""
    rows = Event.objects.filter(organisation=organisation).order_by("number").values_list(*COLUMNS)
    for row in rows.iterator(chunk_size=AT_A_TIME):
        yield _link(*row)


def _link(
    number: int,
    at: datetime,
    actor: str,
    action: str,
    subject: str,
    content: dict[str, Plain],
    hash: str,
) -> Link:
    return Link(ChainEvent(number, instant(at), actor, action, subject, content), hash)


class RecordEnd(NamedTuple):
    """An organisation's newest event: two states of its starts never share one."""

    number: int
    hash: str


def end_of_record(organisation: str) -> RecordEnd:
    """Where an organisation's record ends now; number 0 without events."""
    found = Chain.objects.filter(organisation=organisation).values_list("number", "hash").first()
    return RecordEnd(*found) if found else RecordEnd(0, "")


def subjects_since(organisation: str, end: RecordEnd, *, most: int) -> list[str] | None:
    """What was done something to since a record ended so, oldest first.

    Args:
        organisation: whose record.
        end: where it ended.
        most: the number of events that is too many to go through.

    Returns:
        The events' subjects; None where the record has no such event any more, or has too many after it.
    """
    events = Event.objects.filter(organisation=organisation, number__gte=end.number).order_by("number")
    rows = list(events.values_list("number", "hash", "subject")[: most + 1])
    if not rows or RecordEnd(*rows[0][:2]) != end or len(rows) > most:
        return None
    return [subject for _, _, subject in rows[1:]]


def verify_record(organisation: str) -> Verdict:
    """Hold an organisation's record to its hashes and its signed heads."""
    return verify_chain(
        organisation,
        links_of(organisation),
        heads.kept_heads(organisation),
        check_signature=heads.signature_checker(),
    )


def organisations_with_record() -> list[str]:
    """Every organisation that has a record, in the database or as signed heads, in order of name."""
    stored = set(Chain.objects.values_list("organisation", flat=True))
    stored |= set(Event.objects.order_by().values_list("organisation", flat=True).distinct())
    signed = (
        {path.name for path in heads.folder().iterdir() if path.is_dir()}
        if heads.folder().is_dir()
        else set()
    )
    return sorted(stored | signed)


def event_count(organisation: str) -> int:
    """How many events an organisation's record has."""
    found = Chain.objects.filter(organisation=organisation).values_list("number", flat=True).first()
    return found or 0


def links_about(
    organisation: str,
    subject: str,
    *,
    kinds: Collection[str] = (),
    actions: Collection[str] = (),
    first: int = 0,
    last: int | None = None,
) -> tuple[int, list[Link]]:
    """Some of the events whose subject begins so, newest first, and how many there are in all.

    Args:
        organisation: whose record.
        subject: what was done to, or the beginning of it.
        kinds: what the name of the action begins with, before its point; every kind where it is empty.
        actions: the actions that are asked for; every one where it is empty.
        first: how many to pass by.
        last: where to stop; None for all.
    """
    rows = Event.objects.filter(organisation=organisation, subject__startswith=subject)
    if kinds:
        rows = rows.filter(reduce(or_, (Q(action__startswith=f"{kind}.") for kind in kinds)))
    if actions:
        rows = rows.filter(action__in=actions)
    found = rows.order_by("-number").values_list(*COLUMNS)[first:last]
    return rows.count(), [_link(*row) for row in found]


def event_rows(organisation: str) -> Iterator[dict[str, object]]:
    """The record as an archive and JSON Lines hold it."""
    return (_as_row(link) for link in links_of(organisation))


def _as_row(link: Link) -> dict[str, object]:
    event = link.event
    return {
        "number": event.number,
        "at": event.at,
        "actor": event.actor,
        "action": event.action,
        "subject": event.subject,
        "content": dict(event.content),
        "hash": link.hash,
    }


def event_rows_after(organisation: str, number: int) -> list[dict[str, object]]:
    """The next events of a record after one of them, in order; none at its end."""
    rows = Event.objects.filter(organisation=organisation, number__gt=number).order_by("number")
    return [_as_row(_link(*row)) for row in rows.values_list(*COLUMNS)[:AT_A_TIME]]


def find_event(organisation: str, action: str, subject: str) -> Event | None:
    """The newest event of an action on a subject, with its number and hash: what proves that it was done, and when."""
    return Event.objects.filter(organisation=organisation, action=action, subject=subject).last()
