"""How is something that was done written into the record?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from avstamp.domain.audit.chain import GENESIS, Head, Link, Plain, chain_hash, instant
from avstamp.domain.audit.chain import Event as ChainEvent
from avstamp.domain.audit.verification import Verdict
from avstamp.domain.errors import AvstampError
from avstamp.web.accounts.queries import Person, actor_of
from avstamp.web.audit import heads
from avstamp.web.audit.checks import keep_check
from avstamp.web.audit.models import Chain, Event
from avstamp.web.audit.queries import verify_record


class ChainTaken(AvstampError, ValueError):
    """An organisation has a record here already, so another server's cannot be put in its place."""

    def __init__(self, organisation: str) -> None:
        self.organisation = organisation
        super().__init__(f"organisation {organisation!r} has a record here already")


def record_event(
    organisation: str,
    action: str,
    subject: str,
    *,
    content: Mapping[str, Plain] | None = None,
    by: Person | None,
    at: datetime,
) -> Event:
    """Add one event to an organisation's record, inside the transaction of what was done.

    The head is signed when the transaction has been committed, never for something that was undone.

    Raises:
        TransactionManagementError: there is no transaction, so the event could stand without what it tells of.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("an event is recorded in the transaction of what it tells of")
    Chain.objects.get_or_create(organisation=organisation, defaults={"hash": GENESIS})
    chain = Chain.objects.select_for_update().get(organisation=organisation)
    event = ChainEvent(
        chain.number + 1, instant(at), actor_of(by, organisation), action, subject, dict(content or {})
    )
    chain.number, chain.hash = event.number, chain_hash(chain.hash, event, organisation)
    chain.save(update_fields=["number", "hash"])
    row = _store(Link(event, chain.hash), organisation)
    head = Head(organisation, event.number, chain.hash, event.at)
    transaction.on_commit(lambda: heads.keep_head(head))
    return row


@transaction.atomic
def receive_events(organisation: str, links: Iterable[Link]) -> int:
    """Take another server's whole record in, as it stands; answer how many events it has.

    Raises:
        ChainTaken: the organisation has a record here.
    """
    if Chain.objects.filter(organisation=organisation).exists():
        raise ChainTaken(organisation)
    number, hash = 0, GENESIS
    for link in links:
        _store(link, organisation)
        number, hash = link.event.number, link.hash
    Chain.objects.create(organisation=organisation, number=number, hash=hash)
    return number


def check_record(organisation: str, *, at: datetime) -> Verdict:
    """Hold a record to its hashes and signed heads, and keep beside the heads when that was done and how it ended."""
    verdict = verify_record(organisation)
    keep_check(organisation, verdict, at=at)
    return verdict


def _store(link: Link, organisation: str) -> Event:
    event = link.event
    return Event.objects.create(
        organisation=organisation,
        number=event.number,
        at=datetime.fromisoformat(event.at),
        actor=event.actor,
        action=event.action,
        subject=event.subject,
        content=event.content,
        hash=link.hash,
    )
