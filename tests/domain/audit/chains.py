"""Factories for tests of the audit chain."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence

from avstamp.domain.audit.chain import GENESIS, Event, Head, Link, chain_hash, head_bytes
from avstamp.domain.audit.verification import SignedHead

ORGANISATION = "provkoping"
CHECKPOINT_EVERY = 8
"""Closer than in use, so that a short chain has several; verification takes the heads there are."""
KEY = b"a key that the tests sign with.."


def event(number: int, subject: str = "claim:7") -> Event:
    return Event(number, "2026-11-24T17:05:00.000000Z", "p1", "claim.withdrawn", subject, {"why": number})


def chained(events: Iterable[Event], previous: str = GENESIS) -> list[Link]:
    links = []
    for one in events:
        previous = chain_hash(previous, one, ORGANISATION)
        links.append(Link(one, previous))
    return links


def sign(data: bytes) -> bytes:
    return hmac.digest(KEY, data, hashlib.sha256)


def check(data: bytes, signature: bytes) -> bool:
    return hmac.compare_digest(sign(data), signature)


def signed(link: Link, organisation: str = ORGANISATION) -> SignedHead:
    head = Head(organisation, link.event.number, link.hash, link.event.at)
    return SignedHead(head, sign(head_bytes(head)))


def kept_heads(links: Sequence[Link]) -> list[SignedHead]:
    """Every checkpoint, and all heads since the last one, as they are kept outside the database."""
    last = len(links) // CHECKPOINT_EVERY * CHECKPOINT_EVERY
    return [
        signed(link) for place, link in enumerate(links, 1) if place % CHECKPOINT_EVERY == 0 or place > last
    ]
