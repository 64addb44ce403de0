"""Can the people of a list be invited to a start, and as what?

A list is judged as a whole before anyone is invited: what each row wants is held to the council's parties, to what a
capacity may have, and to the rows before it. Every fault says the row, the column, the value and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from avstamp.domain.start.roll import Capacity, Function
from avstamp.domain.values import Phrase

ADDRESS = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s.,;<>()\"]{2,}")

LONGEST_NAME, LONGEST_EMAIL = 200, 254
"""Letters of a name or a body, and of an address (RFC 5321 with the two signs that a path has around it)."""


@dataclass(frozen=True, slots=True)
class Invitee:
    """One row of a list: who, as what, for which party (its code), with which function in which body."""

    row: int
    name: str
    email: str
    capacity: Capacity
    party: str = ""
    function: Function | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in one row: its number in the file, and the sentence that says column, value and remedy."""

    row: int
    reason: Phrase

    @property
    def phrase(self) -> Phrase:
        """The sentence with the row before it."""
        return Phrase("invite.row", {"row": self.row, "fault": self.reason})


def judge_list(
    invitees: Iterable[Invitee],
    *,
    parties: Mapping[str, str],
    taking_part: Collection[tuple[str, Capacity]] = (),
) -> tuple[tuple[Invitee, ...], tuple[RowFault, ...]]:
    """The rows that can be invited, and every fault of the others.

    Args:
        invitees: the rows; a party stands as it was written, by code or by name.
        parties: code to name of every party in the council.
        taking_part: address in small letters and capacity of those who take part already.

    Returns:
        The rows without fault with the party's code, and the faults in order of row.

    Example:
        >>> row = Invitee(2, "Sara Berg", "sara@example.se", Capacity.ELECTED, "Socialdemokraterna")
        >>> judge_list([row], parties={"S": "Socialdemokraterna"})[0][0].party
        'S'
    """
    codes = {written.casefold(): code for code, name in parties.items() for written in (code, name)}
    seen: dict[tuple[str, Capacity], int] = {}
    good: list[Invitee] = []
    faults: list[RowFault] = []
    for invitee in invitees:
        wrong = list(_faults(invitee, codes, tuple(parties)))
        who = (invitee.email.casefold(), invitee.capacity)
        if who in seen:
            wrong.append(Phrase("invite.twice", {"value": invitee.email, "first": seen[who]}))
        elif who in taking_part:
            wrong.append(Phrase("invite.takes_part", {"value": invitee.email}))
        seen.setdefault(who, invitee.row)
        faults += [RowFault(invitee.row, it) for it in wrong]
        if not wrong:
            good.append(_with_code(invitee, codes))
    return tuple(good), tuple(faults)


def _faults(invitee: Invitee, codes: Mapping[str, str], parties: tuple[str, ...]) -> Iterable[Phrase]:
    if not ADDRESS.fullmatch(invitee.email):
        yield Phrase("invite.email", {"value": invitee.email})
    for name, text, most in (
        ("name", invitee.name, LONGEST_NAME),
        ("email", invitee.email, LONGEST_EMAIL),
        ("body", invitee.body, LONGEST_NAME),
    ):
        if len(text) > most:
            yield Phrase(f"invite.{name}_long", {"most": most})
    elected = invitee.capacity is Capacity.ELECTED
    if invitee.party and not elected:
        yield Phrase("invite.party_not_elected", {"value": invitee.party})
    elif invitee.party and invitee.party.casefold() not in codes:
        yield Phrase("invite.party_unknown", {"value": invitee.party, "parties": parties})
    if invitee.function is not None and not elected:
        yield Phrase("invite.function_not_elected", {"value": Phrase(f"function.{invitee.function}")})
    if invitee.body and invitee.function is None:
        yield Phrase("invite.body_without_function", {"value": invitee.body})


def _with_code(invitee: Invitee, codes: Mapping[str, str]) -> Invitee:
    return Invitee(
        invitee.row,
        invitee.name,
        invitee.email,
        invitee.capacity,
        codes[invitee.party.casefold()] if invitee.party else "",
        invitee.function,
        invitee.body,
    )
