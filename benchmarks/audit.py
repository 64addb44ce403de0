"""Is a record of a million events verified in half a minute, and in memory that does not grow with it?

The events come from a generator, as they come from the database, so that what is measured is the verification and
not a list. Heads are kept as in use: the last of every block of 64, and the newest.
"""

from __future__ import annotations

import hashlib
import hmac
import sys
import time
import tracemalloc
from collections.abc import Iterator

from avstamp.domain.audit.chain import GENESIS, Event, Head, Link, block_of, chain_hash, head_bytes
from avstamp.domain.audit.verification import SignedHead, Verdict, verify_chain
from benchmarks.rows import Row, arguments, compare, limit, report

ORGANISATION = "provkoping"
KEY = bytes(range(32))
EVENTS, QUICK_EVENTS = 1_000_000, 200_000
MOST_SECONDS = 30
FEW, MANY = 2_000, 20_000
# Python's own allocations differ by a few hundred bytes between runs.
MEMORY_GROWTH = 1.1


def event(number: int) -> Event:
    """An event of the size real ones have."""
    content = {"claim": number % 977, "kind": "conclusion", "verdict": "still_holds", "movements": number % 5}
    return Event(
        number, "2026-11-24T17:05:00.123456Z", "9f2c41aa03be77d1", "claim.answered", "claim:31", content
    )


def links(count: int) -> Iterator[Link]:
    """A whole chain, made as it is read."""
    previous = GENESIS
    for number in range(1, count + 1):
        one = event(number)
        previous = chain_hash(previous, one, ORGANISATION)
        yield Link(one, previous)


def heads(chain: Iterator[Link], count: int) -> list[SignedHead]:
    """The signed heads of a chain."""
    found = []
    for link in chain:
        if block_of(link.event.number) == block_of(link.event.number + 1) and link.event.number != count:
            continue
        head = Head(ORGANISATION, link.event.number, link.hash, link.event.at)
        found.append(SignedHead(head, hmac.digest(KEY, head_bytes(head), hashlib.sha256)))
    return found


def verify(chain: Iterator[Link], signed: list[SignedHead]) -> Verdict:
    """Verify with a signature of the same cost as a hash."""
    return verify_chain(
        ORGANISATION,
        chain,
        iter(signed),
        check_signature=lambda data, signature: hmac.digest(KEY, data, hashlib.sha256) == signature,
    )


def seconds(count: int) -> float:
    """Time of verifying, over the time of making the same chain without looking at it."""
    signed = heads(links(count), count)
    begin = time.perf_counter()
    for _ in links(count):
        pass
    making = time.perf_counter() - begin
    begin = time.perf_counter()
    verdict = verify(links(count), signed)
    if not verdict.is_whole or verdict.events != count:
        raise SystemExit(f"the chain was to be whole: {verdict}")
    return time.perf_counter() - begin - making


def peak(count: int) -> int:
    """Bytes that verification held at most, heads aside."""
    signed = heads(links(count), count)
    tracemalloc.start()
    verify(links(count), signed)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


def main() -> int:
    """Measure and report; 1 when a bar does not hold."""
    options = arguments(__doc__ or "")
    count = QUICK_EVENTS if options.quick else EVENTS
    peak(FEW)
    rows: list[Row] = [
        limit(f"verify {count:,} events", seconds(count), MOST_SECONDS * count / EVENTS, unit="s"),
        compare(
            f"memory, {MANY:,} events",
            peak(MANY) / 1024,
            peak(FEW) / 1024,
            peer_name=f"ours, {FEW:,} events",
            bar=MEMORY_GROWTH,
            unit="kB",
        ),
    ]
    return report(rows, json_file=options.json)


if __name__ == "__main__":
    sys.exit(main())
