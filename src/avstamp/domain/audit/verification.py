"""Is a record of events whole, and if not, where was it bent?

One pass over the events in the order they are kept, in memory that does not grow with them. The hashes beside the
events place what was changed without care to the event; signed heads, which whoever can write to the database cannot
make, place what was recomputed to between two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.audit.chain import GENESIS, Head, Link, chain_hash, head_bytes
from avstamp.domain.values import Phrase

MOST_FAULTS = 100
"""Faults that are listed; the rest are counted, so that memory stands still however bent the record is."""


class FaultKind(StrEnum):
    """What is wrong at a place of the record."""

    ALTERED = "altered"
    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    REWRITTEN = "rewritten"
    CUT_OFF = "cut_off"
    UNSIGNED = "unsigned"
    BAD_HEAD = "bad_head"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, and between which event numbers (both counted) it was done."""

    kind: FaultKind
    first: int
    last: int

    def explain(self) -> Phrase:
        """The fault as a sentence."""
        return Phrase(f"audit.fault.{self.kind}", {"first": self.first, "last": self.last})


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head and its signature."""

    head: Head
    signature: bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a verification ended: events read, the first faults, how many there were, and the last signed number."""

    events: int
    faults: tuple[Fault, ...]
    fault_count: int
    signed_to: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found wrong."""
        return self.fault_count == 0


CheckSignature = Callable[[bytes, bytes], bool]
"""Whether a signature (second) is the key's own over some bytes (first)."""


def verify_chain(
    organisation: str, links: Iterable[Link], heads: Iterable[SignedHead], *, check_signature: CheckSignature
) -> Verdict:
    """Hold a record of events to its hashes and to the signed heads kept outside it.

    Args:
        organisation: whose record it is.
        links: events with the hashes beside them, in the order they are kept; read once.
        heads: signed heads in order of number; read once. Those of another organisation are faults.
        check_signature: asks the key that the heads were signed with.

    Returns:
        What was found. Found without fail, unless the signing key is in the wrong hands or the heads too were put
        back to an older state: every event changed, removed, put in, moved or cut off. What was done lies between the
        numbers of the fault; they reach from the last head that was met to where the chain breaks. One fault may
        hide another before the next head.

    Source: docs/method/audit.md.
    """
    check = _Check(organisation, _read_heads(organisation, heads, check_signature))
    faults: list[Fault] = []
    count = 0
    for fault in check.faults(links):
        count += 1
        if len(faults) < MOST_FAULTS:
            faults.append(fault)
    return Verdict(check.events, tuple(faults), count, check.signed_to)


def _read_heads(
    organisation: str, heads: Iterable[SignedHead], check_signature: CheckSignature
) -> Iterator[Head | Fault]:
    last = 0
    for signed in heads:
        head = signed.head
        right = head.organisation == organisation and head.number >= last
        if right and check_signature(head_bytes(head), signed.signature):
            last = head.number
            yield head
        else:
            yield Fault(FaultKind.BAD_HEAD, head.number, head.number)


class _Check:
    """One pass: the chain as the stored hashes run, and as it must run from the last signed head.

    The two are one and the same until somebody has computed stored hashes anew. `sure` is None from a break that is
    reported until the next signed head, since nothing can be said in between.
    """

    def __init__(self, organisation: str, heads: Iterator[Head | Fault]) -> None:
        self.organisation = organisation
        self.heads = heads
        self.events = 0
        self.signed_to = 0
        self.stored: str = GENESIS
        self.sure: str | None = GENESIS
        self.pending: Head | None = None
        self.bad_heads: list[Fault] = []
        self._next_head()

    def faults(self, links: Iterable[Link]) -> Iterator[Fault]:
        """Every fault, in the order the pass meets them."""
        expected = 1
        for link in links:
            self.events += 1
            number = link.event.number
            if number < expected:
                yield Fault(FaultKind.OUT_OF_ORDER, number, number)
                continue
            if number > expected:
                yield Fault(FaultKind.MISSING, expected, number - 1)
                yield from self._leave_heads_before(number)
                # The hash before this event is gone with its event, so this one cannot be held to anything.
                self.sure = None
            elif not self._advance(link):
                # This event was altered, or one since the last head was and the hashes up to here were made anew.
                yield Fault(FaultKind.ALTERED, self.signed_to + 1, number)
                self.sure = None
            self.stored, expected = link.hash, number + 1
            yield from self._meet_heads(number)
        yield from self._end(expected - 1)

    def _advance(self, link: Link) -> bool:
        """Take one event into both chains; say whether the hash beside it is the one it must have."""
        computed = _hash_or_none(self.stored, link, self.organisation)
        if self.sure == self.stored:
            self.sure = computed
        elif self.sure is not None:
            self.sure = _hash_or_none(self.sure, link, self.organisation)
        return computed == link.hash

    def _meet_heads(self, number: int) -> Iterator[Fault]:
        """Hold the chain to every head of this event, and go on from it."""
        while self.pending is not None and self.pending.number <= number:
            if self.sure is not None and self.sure != self.pending.hash:
                yield Fault(FaultKind.REWRITTEN, self.signed_to + 1, number)
            self.sure, self.signed_to = self.pending.hash, number
            self._next_head()
        yield from self._take_bad_heads()

    def _leave_heads_before(self, number: int) -> Iterator[Fault]:
        """Pass by the heads of events that are missing, which is said already."""
        while self.pending is not None and self.pending.number < number:
            self.signed_to = self.pending.number
            self._next_head()
        yield from self._take_bad_heads()

    def _end(self, last: int) -> Iterator[Fault]:
        met = self.signed_to
        while self.pending is not None:
            self.signed_to = self.pending.number
            self._next_head()
        yield from self._take_bad_heads()
        if last < self.signed_to:
            yield Fault(FaultKind.CUT_OFF, last + 1, self.signed_to)
        if met < last:
            # With the end cut off, the head that vouched for these has nothing to meet.
            yield Fault(FaultKind.UNSIGNED, met + 1, last)

    def _next_head(self) -> None:
        self.pending = None
        for head in self.heads:
            if isinstance(head, Head):
                self.pending = head
                return
            if len(self.bad_heads) < MOST_FAULTS:
                self.bad_heads.append(head)

    def _take_bad_heads(self) -> Iterator[Fault]:
        yield from self.bad_heads
        self.bad_heads.clear()


def _hash_or_none(previous: str, link: Link, organisation: str) -> str | None:
    try:
        return chain_hash(previous, link.event, organisation)
    except (TypeError, ValueError):
        # Something stands there that no event can hold, or a hash that is none.
        return None
