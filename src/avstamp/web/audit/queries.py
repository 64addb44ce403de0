"""What stands in the record, and is it whole?"""

from __future__ import annotations

from collections.abc import Iterator

from avstamp.domain.audit.chain import Event as ChainEvent
from avstamp.domain.audit.chain import Link, instant
from avstamp.domain.audit.verification import Verdict, verify_chain
from avstamp.web.audit import heads
from avstamp.web.audit.models import Chain, Event

AT_A_TIME = 2_000
COLUMNS = ("number", "at", "actor", "action", "subject", "content", "hash")


def links_of(organisation: str) -> Iterator[Link]:
    """Every event of an organisation with its hash, in order, without holding them all."""
    rows = Event.objects.filter(organisation=organisation).order_by("number").values_list(*COLUMNS)
    for number, at, actor, action, subject, content, hash in rows.iterator(chunk_size=AT_A_TIME):
        yield Link(ChainEvent(number, instant(at), actor, action, subject, content), hash)


def end_of_record(organisation: str) -> str:
    """The hash of an organisation's newest event, which no two states of its starts share; empty without events."""
    found = Chain.objects.filter(organisation=organisation).values_list("hash", flat=True).first()
    return found or ""


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


def event_rows(organisation: str) -> Iterator[dict[str, object]]:
    """The record as an archive and JSON Lines hold it."""
    for link in links_of(organisation):
        event = link.event
        yield {
            "number": event.number,
            "at": event.at,
            "actor": event.actor,
            "action": event.action,
            "subject": event.subject,
            "content": dict(event.content),
            "hash": link.hash,
        }


def find_event(organisation: str, action: str, subject: str) -> Event | None:
    """The newest event of an action on a subject, with its number and hash: what proves that it was done, and when."""
    return Event.objects.filter(organisation=organisation, action=action, subject=subject).last()
