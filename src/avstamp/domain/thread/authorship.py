"""On whose behalf may a person write which kind of claim, and who answers for a claim that has to be looked at again?

A reading belongs to the person's own party or side, never to officials; an assessment to the officials, never to the
elected. A method writes nothing by a person's hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from avstamp.domain.start.authors import Author, AuthorKind, belongs
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Capacity, Membership, Roll, Side
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase

WRITING_ACT: Mapping[ClaimKind, Act] = {
    ClaimKind.FINDING: Act.WRITE_ANALYSIS,
    ClaimKind.DRIVER: Act.WRITE_ANALYSIS,
    ClaimKind.STATEMENT: Act.WRITE_ANALYSIS,
    ClaimKind.CONCLUSION: Act.WRITE_ANALYSIS,
    ClaimKind.READING: Act.WRITE_READING,
    ClaimKind.ASSESSMENT: Act.GIVE_ASSESSMENT,
    ClaimKind.NEED: Act.WRITE_NEED,
    ClaimKind.GOAL: Act.WRITE_NEED,
    ClaimKind.DECISION: Act.REGISTER_DECISION,
    ClaimKind.EFFECT: Act.OWN_ACTION,
}
"""What one must be allowed to do in a start to write, and to complete, a claim of each kind."""

JOINT = Author(AuthorKind.JOINT)
OFFICIALS = Author(AuthorKind.OFFICIALS)
STANCES = (ClaimKind.READING, ClaimKind.ASSESSMENT, ClaimKind.CONCLUSION)
"""What says where somebody stands: nobody says it alone in the name of all."""

GROUNDED = (
    ClaimKind.FINDING,
    ClaimKind.CONCLUSION,
    ClaimKind.READING,
    ClaimKind.ASSESSMENT,
    ClaimKind.NEED,
)
"""Kinds that are nothing without what they rest on, and are not completed without it."""

UNITED = (Side.RULING, Side.OPPOSITION)
"""The sides that have a voice; a supporting or independent party speaks for itself, and no party for the others."""


def authors_for(person: str, kind: ClaimKind, *, roll: Roll, on: date) -> tuple[Author, ...]:
    """Everyone on whose behalf a person may write a claim of a kind on a day, the nearest first.

    Args:
        person: who writes.
        kind: what is written.
        roll: who takes part.
        on: the day of writing.

    Returns:
        Authors in the order they are offered; empty for one who may write nothing of the kind.

    Example:
        >>> from avstamp.domain.start.term import Span
        >>> since = Span(date(2026, 10, 15))
        >>> roll = Roll(memberships=(Membership("a", Capacity.ELECTED, since, "M"),))
        >>> [str(author.kind) for author in authors_for("a", ClaimKind.READING, roll=roll, on=date(2027, 5, 1))]
        ['party']
    """
    found = dict.fromkeys(
        author
        for row in roll.memberships_of(person, on=on)
        for author in _of_membership(row, roll=roll, on=on)
    )
    return tuple(author for author in found if _fits(author, kind))


def _of_membership(row: Membership, *, roll: Roll, on: date) -> Iterable[Author]:
    if row.capacity is Capacity.OFFICIAL:
        return (JOINT, OFFICIALS)
    if row.capacity is not Capacity.ELECTED:
        return ()
    if not row.party:
        return (Author(AuthorKind.PERSON, row.person), JOINT)
    side = roll.side_of(row.party, on=on)
    own = Author(AuthorKind.PARTY, row.party)
    alone = side in UNITED and len(roll.parties_on(side, on=on)) == 1
    return (own, Author(AuthorKind.SIDE, side.value), JOINT) if alone else (own, JOINT)


def why_not_alone(author: Author, kind: ClaimKind, *, roll: Roll, on: date) -> Phrase | None:
    """Why one person cannot complete a claim in the author's name, until those it speaks for can approve it.

    Args:
        author: whose the claim is.
        kind: what it is.
        roll: who takes part.
        on: the day it was begun, which decides which parties were the side.

    Returns:
        The reason, or None where one person may.
    """
    if author == JOINT and kind in STANCES:
        return Phrase("thread.author.joint_alone")
    if author.kind is AuthorKind.SIDE and len(roll.parties_on(Side(author.name), on=on)) > 1:
        return Phrase("thread.author.side_alone")
    return None


def _fits(author: Author, kind: ClaimKind) -> bool:
    if kind is ClaimKind.READING:
        return author.is_political
    if kind in (ClaimKind.ASSESSMENT, ClaimKind.EFFECT):
        return author == OFFICIALS
    return True


def answers_for(person: str, *, owner: str, author: Author, roll: Roll, written: date, on: date) -> bool:
    """Whether a claim is a person's to answer for: the owner's while one of its author's people, then theirs.

    Args:
        person: who asks.
        owner: who answers for it; empty where nobody is named.
        author: whose the claim is.
        roll: who takes part.
        written: the day it was begun.
        on: the day of asking.

    Returns:
        Whether the person may say that it still holds, revise it or withdraw it.
    """
    if owner and belongs(owner, author, roll=roll, written=written, on=on):
        return person == owner
    return belongs(person, author, roll=roll, written=written, on=on)
