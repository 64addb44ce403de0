"""Whose is a text, and who belongs to them?

A draft is seen by those who belong to its author and by nobody else. What a side wrote together stays with the
parties that were the side on the day it was written: a change of majority never opens one side's drafts to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avstamp.domain.start.roll import Capacity, Membership, Roll, Side


class AuthorKind(StrEnum):
    """Who can be an author."""

    PARTY = "party"
    SIDE = "side"
    PERSON = "person"
    OFFICIALS = "officials"
    JOINT = "joint"
    METHOD = "method"


_NAMED = frozenset({AuthorKind.PARTY, AuthorKind.SIDE, AuthorKind.PERSON, AuthorKind.METHOD})


@dataclass(frozen=True, slots=True)
class Author:
    """Whose a text is: a party (`name` its code), a side, a person without party, officials, all, or a method."""

    kind: AuthorKind
    name: str = ""

    def __post_init__(self) -> None:
        if bool(self.name) != (self.kind in _NAMED):
            raise ValueError(f"an author of kind {self.kind} {'needs a' if not self.name else 'has no'} name")
        if self.kind is AuthorKind.SIDE:
            Side(self.name)

    @property
    def is_political(self) -> bool:
        """Whether the author is a party, a side or an elected person, who may give readings."""
        return self.kind in (AuthorKind.PARTY, AuthorKind.SIDE, AuthorKind.PERSON)


def belongs(person: str, author: Author, *, roll: Roll, written: date, on: date) -> bool:
    """Whether a person is one of those whose text it is.

    Args:
        person: who asks; empty for the public.
        author: whose the text is.
        roll: who takes part.
        written: the day the text was begun, which decides which parties were the side.
        on: the day of asking.

    Returns:
        Whether the text is also that person's, on that day.
    """
    memberships = roll.memberships_of(person, on=on)
    return any(_belongs(row, author, roll, written) for row in memberships)


def _belongs(row: Membership, author: Author, roll: Roll, written: date) -> bool:
    elected = row.capacity is Capacity.ELECTED
    if author.kind is AuthorKind.PARTY:
        return elected and row.party == author.name
    if author.kind is AuthorKind.SIDE:
        return elected and bool(row.party) and roll.side_of(row.party, on=written) == author.name
    if author.kind is AuthorKind.PERSON:
        return elected and row.person == author.name
    if author.kind is AuthorKind.OFFICIALS:
        return row.capacity is Capacity.OFFICIAL
    # What all write together, and what a method finds, is everyone's who works in the start.
    return elected or row.capacity is Capacity.OFFICIAL
