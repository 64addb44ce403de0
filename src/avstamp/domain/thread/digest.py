"""Who is written to this week about what waits for an answer, and about what?

At most one letter a week to each person, and never about what somebody has answered: what is answered waits no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_BETWEEN = 7
"""Days from one letter to the next to the same person, at the least."""


@dataclass(frozen=True, slots=True)
class WaitingClaim:
    """A stale claim and the person who answers for it; `start` names the start."""

    person: str
    start: str
    number: int


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """A figure that is disputed and not answered: the day it was raised, and who has taken it on, if anyone."""

    start: str
    number: int
    raised: date
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One person's letter: claims and disputes, each by its start and number."""

    person: str
    claims: tuple[tuple[str, int], ...]
    disputes: tuple[tuple[str, int], ...]


def is_due(last: date | None, *, on: date) -> bool:
    """Whether a person who last had a letter on a day may have one again.

    Example:
        >>> [is_due(date(2027, 3, 1), on=date(2027, 3, day)) for day in (7, 8)]
        [False, True]
    """
    return last is None or on - last >= timedelta(days=DAYS_BETWEEN)


def write_digests(
    claims: Iterable[WaitingClaim],
    disputes: Iterable[OpenDispute],
    *,
    officials: Mapping[str, Iterable[str]],
    last: Mapping[str, date],
    on: date,
) -> tuple[Digest, ...]:
    """Decide who is written to on a day, and about what.

    Definition: everyone for whom a claim waits, and every official of a start where a figure is disputed that the
    official has not been told of before or has taken on; among them those whose last letter is a week old.

    Args:
        claims: stale claims with those who answer for them.
        disputes: disputes that are not closed.
        officials: start to the people of its officials' leadership, who answer disputes.
        last: person to the day of the last letter, for those who have had one.
        on: the day.

    Returns:
        One letter a person, in order of person; nobody gets an empty one.
    """
    waiting: dict[str, set[tuple[str, int]]] = {}
    for claim in claims:
        waiting.setdefault(claim.person, set()).add((claim.start, claim.number))
    disputed: dict[str, set[tuple[str, int]]] = {}
    for dispute in disputes:
        for person in officials.get(dispute.start, ()):
            if _concerns(dispute, person, last.get(person)):
                disputed.setdefault(person, set()).add((dispute.start, dispute.number))
    return tuple(
        Digest(person, tuple(sorted(waiting.get(person, ()))), tuple(sorted(disputed.get(person, ()))))
        for person in sorted({*waiting, *disputed})
        if is_due(last.get(person), on=on)
    )


def _concerns(dispute: OpenDispute, person: str, last: date | None) -> bool:
    """A dispute that somebody has taken on concerns that person only; any other is told of once."""
    if dispute.owner:
        return dispute.owner == person
    return last is None or dispute.raised >= last
