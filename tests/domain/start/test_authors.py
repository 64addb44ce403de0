"""A text is its author's, and a change of majority opens nobody's drafts to others."""

from datetime import date

import pytest

from avstamp.domain.start.authors import Author, AuthorKind, belongs
from avstamp.domain.start.roll import Capacity, Membership, PartySide, Roll, Side, move_parties
from avstamp.domain.start.term import council_term

TERM = council_term(2026)
SHIFT = date(2028, 3, 1)
BEFORE, AFTER = date(2027, 5, 1), date(2028, 5, 1)
ROLL = move_parties(
    Roll(
        sides=(
            PartySide("S", Side.RULING, TERM),
            PartySide("C", Side.RULING, TERM),
            PartySide("M", Side.OPPOSITION, TERM),
            PartySide("V", Side.OPPOSITION, TERM),
        ),
        memberships=(
            Membership("sara", Capacity.ELECTED, TERM, "S"),
            Membership("carl", Capacity.ELECTED, TERM, "C"),
            Membership("maja", Capacity.ELECTED, TERM, "M"),
            Membership("vera", Capacity.ELECTED, TERM, "V"),
            Membership("vilde", Capacity.ELECTED, TERM),
            Membership("vild", Capacity.ELECTED, TERM),
            Membership("olle", Capacity.OFFICIAL, TERM),
            Membership("pia", Capacity.PROCESS_LEADER, TERM),
            Membership("rut", Capacity.AUDITOR, TERM),
        ),
    ),
    {"S": Side.OPPOSITION, "M": Side.RULING},
    from_day=SHIFT,
)
EVERYONE = ("sara", "carl", "maja", "vera", "vilde", "vild", "olle", "pia", "rut", "nobody", "")


def owners(author: Author, *, written: date = BEFORE, on: date = BEFORE) -> list[str]:
    return [person for person in EVERYONE if belongs(person, author, roll=ROLL, written=written, on=on)]


@pytest.mark.parametrize(
    ("author", "people"),
    [
        (Author(AuthorKind.PARTY, "S"), ["sara"]),
        (Author(AuthorKind.SIDE, "ruling"), ["sara", "carl"]),
        (Author(AuthorKind.SIDE, "opposition"), ["maja", "vera"]),
        (Author(AuthorKind.PERSON, "vilde"), ["vilde"]),
        (Author(AuthorKind.OFFICIALS), ["olle"]),
        (Author(AuthorKind.JOINT), ["sara", "carl", "maja", "vera", "vilde", "vild", "olle"]),
    ],
)
def test_draft_belongs_to_its_side_alone(author: Author, people: list[str]) -> None:
    assert owners(author) == people


def test_draft_of_a_side_stays_with_those_who_were_the_side_when_it_was_written() -> None:
    assert owners(Author(AuthorKind.SIDE, "ruling"), written=BEFORE, on=AFTER) == ["sara", "carl"]
    assert owners(Author(AuthorKind.SIDE, "ruling"), written=AFTER, on=AFTER) == ["carl", "maja"]


def test_draft_is_nobodys_after_the_term() -> None:
    assert owners(Author(AuthorKind.PARTY, "S"), on=date(2030, 10, 15)) == []


def test_those_without_party_share_no_side() -> None:
    assert owners(Author(AuthorKind.SIDE, "independent")) == []


def test_only_the_elected_are_political_authors() -> None:
    names = {
        AuthorKind.SIDE: "ruling",
        AuthorKind.PARTY: "S",
        AuthorKind.PERSON: "vilde",
        AuthorKind.METHOD: "gap",
    }
    political = [kind for kind in AuthorKind if Author(kind, names.get(kind, "")).is_political]
    assert political == [AuthorKind.PARTY, AuthorKind.SIDE, AuthorKind.PERSON]


@pytest.mark.parametrize(
    ("kind", "name"), [(AuthorKind.PARTY, ""), (AuthorKind.OFFICIALS, "x"), (AuthorKind.SIDE, "left")]
)
def test_author_named_wrongly_is_refused(kind: AuthorKind, name: str) -> None:
    with pytest.raises(ValueError):
        Author(kind, name)
