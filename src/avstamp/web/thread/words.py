"""What are authors, figures and results called on the pages of a thread?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role, Roll
from avstamp.domain.thread.addresses import FigureAddress, parse_address
from avstamp.domain.values import Gender, Phrase, Quantity, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.report.wording import name_of
from avstamp.library.result_names import name_of_result
from avstamp.web.accounts.queries import NamesThen, Person, names_of_people, names_then
from avstamp.web.start.queries import Start
from avstamp.web.thread.models import Claim
from avstamp.web.thread.result_kinds import kind_of

OUTCOME = re.compile(r"(-?[\d.]+) \((\d{4})\), (\d+)/(\d+)")


@dataclass(frozen=True)
class Names:
    """The names of a start's parties and of some people, read once for a page."""

    start: Start
    people: Mapping[str, str]
    then: NamesThen

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """Party code to name, in the order of seats."""
        rows = self.start.parties.order_by("-seats", "name").values_list("code", "name")
        return dict(rows)

    def party(self, code: str) -> Text:
        """A party's name."""
        return Verbatim(self.parties.get(code, code))

    def author(self, author: Author, *, written: date | None = None) -> Text:
        """Whose a text is, to stand first in a line; a person by the name of the day it was written."""
        if author.kind is AuthorKind.PARTY:
            return self.party(author.name)
        if author.kind is AuthorKind.PERSON:
            now = self.people.get(author.name, "–")
            return Verbatim(now if written is None else self.then.on(author.name, written, now=now))
        if author.kind is AuthorKind.SIDE:
            return Phrase(f"author.side.{author.name}")
        return Phrase(f"author.{author.kind}")


def names_for(start: Start, authors: Iterable[Author] = ()) -> Names:
    """The names that a page with these authors needs."""
    people = {author.name for author in authors if author.kind is AuthorKind.PERSON}
    return Names(start, names_of_people(people), names_then(people))


def standing_of_person(names: Names, role: str, party: str) -> Text:
    """What somebody was who did something: the party, or the role."""
    return names.party(party) if party else role_name(Role(role))


def signed_author(names: Names, author: Author, *, owner: str, written: date, roll: Roll) -> Text:
    """Whose a text is; a joint one with the party or role of the one who put it in, whose words they are."""
    parts = roll.memberships_of(owner, on=written)
    if author.kind is not AuthorKind.JOINT or not parts:
        return names.author(author, written=written)
    party = next((part.party for part in parts if part.party), "")
    who = standing_of_person(names, roll.roles_of(owner, on=written)[0], party)
    return Phrase("author.joint.put_in", {"who": who})


def signed_by(then: NamesThen, person: Person | None, at: datetime) -> Text:
    """Who signed something at an instant, by the name of that time."""
    return Verbatim(then.of(person, at)) if person else Phrase("thread.owner.nobody")


def signature(claim: Claim) -> Text:
    """Who signed a claim, by the name of the time it was written."""
    people = [str(claim.owner.identifier)] if claim.owner else []
    return signed_by(names_then(people), claim.owner, claim.written_at)


def figure_name(facts: FactBase | None, subject: str) -> Text:
    """A figure by its name, the unit and the year; its address where the fact base does not know it."""
    address = parse_address(subject)
    if facts is None or not isinstance(address, FigureAddress):
        return Verbatim(subject)
    indicator = facts.indicators.get(address.indicator)
    if indicator is None or address.unit not in facts.cube.axes.unit_column:
        return Verbatim(subject)
    everyone = {unit.id: unit.name for unit in (*facts.units.all, facts.units.country)}
    values = {
        "name": name_of(indicator, facts.catalogue.get(indicator.id)),
        "unit": everyone[address.unit],
        "year": address.period,
    }
    if address.gender is Gender.ALL:
        return Phrase("thread.figure", values)
    return Phrase("thread.figure.of_gender", {**values, "gender": Phrase(f"thread.gender.{address.gender}")})


def figure_value(facts: FactBase | None, subject: str, value: float | None, decimals: int) -> Quantity:
    """A figure's value with its unit of measure and the decimals it was cited with."""
    address = parse_address(subject)
    indicator = (
        facts.indicators.get(address.indicator) if facts and isinstance(address, FigureAddress) else None
    )
    return Quantity(value, indicator.unit if indicator else "", decimals)


def outcome_words(subject: str, outcome: str) -> Text:
    """The outcome of a finding, or of a kind of its own, in words; any other as it stands."""
    if kind := kind_of(subject):
        return kind.outcome(outcome)
    found = OUTCOME.fullmatch(outcome)
    if found is None:
        return Verbatim(outcome)
    value, year, place, count = found.groups()
    decimals = len(value.partition(".")[2])
    number = Quantity(float(value), "", decimals)
    return Phrase("thread.outcome", {"value": number, "year": year, "place": int(place), "n": int(count)})


def result_name(facts: FactBase | None, subject: str, start: Start) -> Text:
    """What a finding is about, or a result of a start's own is called; the subject as it stands for any other."""
    if kind := kind_of(subject):
        return kind.name(start, subject)
    return name_of_result(facts, subject)
