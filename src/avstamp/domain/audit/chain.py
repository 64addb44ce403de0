"""How is what was done written down so that no event can be changed, removed or moved unseen?

Each event has a number in its organisation, and a hash over the hash before it and its own canonical bytes. A signed
head, kept outside the database, says how long the chain was and how it ended: without it, somebody who can write to
the database could cut the end off or make the whole chain anew.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

GENESIS = hashlib.sha256(b"avstamp audit chain 1").hexdigest()
"""What stands before the first event of every chain; the number is the version of the format."""

CHECKPOINT_EVERY = 64
"""Events to a block: the last signed head of every block is kept for good, and all of the newest block."""

# Made once: building an encoder costs more than encoding an event.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)

Plain = str | int | bool | None
"""What an event's content may hold: no floats, whose text differs between programs."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done. `actor` is a pseudonym, `subject` names what it was done to, `content` holds no free text.

    `at` is an instant in UTC with microseconds, written as the canonical bytes hold it (see `instant`).
    """

    number: int
    at: str
    actor: str
    action: str
    subject: str
    content: Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Link:
    """An event with the hash that stands beside it in the record."""

    event: Event
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of an organisation's chain at one time: the number and hash of the last event."""

    organisation: str
    number: int
    hash: str
    at: str


def instant(at: datetime) -> str:
    """An instant as events hold it.

    Raises:
        ValueError: the instant has no time zone.

    Example:
        >>> instant(datetime(2026, 11, 24, 17, 5, tzinfo=UTC))
        '2026-11-24T17:05:00.000000Z'
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone, so it is no instant")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical_bytes(event: Event, organisation: str) -> bytes:
    """The bytes of an event that its hash is made of.

    Definition: a JSON array (RFC 8259) in UTF-8 without white space: organisation, number, instant, actor, action,
    subject, and the content as an object with its names in order of code point; every letter outside ASCII stands as
    itself.

    Raises:
        TypeError: the content holds something else than text, whole numbers, true, false and nothing.

    Example:
        >>> event = Event(1, "2026-11-24T17:05:00.000000Z", "p", "opened", "start:1", {"b": 2, "a": "å"})
        >>> canonical_bytes(event, "1481").decode()
        '["1481",1,"2026-11-24T17:05:00.000000Z","p","opened","start:1",{"a":"å","b":2}]'
    """
    for name, value in event.content.items():
        if not isinstance(name, str) or not (value is None or isinstance(value, str | int)):
            raise TypeError(
                f"an event cannot hold {name!r}: {value!r}; use text, whole numbers, true, false or None"
            )
    fields = [organisation, event.number, event.at, event.actor, event.action, event.subject, event.content]
    return _ENCODER.encode(fields).encode()


def chain_hash(previous: str, event: Event, organisation: str) -> str:
    """The hash of an event in its chain.

    Definition: SHA-256 of the 32 bytes of the hash before it, followed by the event's canonical bytes.

    Args:
        previous: hash of the event before, or `GENESIS`; 64 hexadecimal digits.
        event: the event.
        organisation: whose chain it is, so that no event can be moved to another organisation's.

    Returns:
        64 hexadecimal digits.
    """
    return hashlib.sha256(bytes.fromhex(previous) + canonical_bytes(event, organisation)).hexdigest()


def head_bytes(head: Head) -> bytes:
    """The bytes of a head that its signature is made of."""
    fields = ["avstamp head 1", head.organisation, head.number, head.hash, head.at]
    return _ENCODER.encode(fields).encode()


def block_of(number: int) -> int:
    """The block of an event, of whose heads the last is kept for good.

    Example:
        >>> [block_of(number) for number in (1, 63, 64)]
        [0, 0, 1]
    """
    return number // CHECKPOINT_EVERY


def pseudonym(key: bytes, organisation: str) -> str:
    """What a person is called in an organisation's record.

    Definition: the first 16 hexadecimal digits of HMAC-SHA-256 with the person's own random key over the name of the
    organisation. Once the key is erased nobody can tell whose the pseudonym was, and the chain stands as before.

    Args:
        key: 32 random bytes, kept for this person only.
        organisation: whose record it is; a person has unlike pseudonyms in two.

    Returns:
        16 hexadecimal digits.

    Raises:
        ValueError: the key is shorter than 32 bytes.
    """
    if len(key) < 32:
        raise ValueError(f"a key of {len(key)} bytes can be guessed; use 32 random bytes")
    return hmac.new(key, organisation.encode(), hashlib.sha256).hexdigest()[:16]
