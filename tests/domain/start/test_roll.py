"""Sides change from a day and history stays; a person's roles follow from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.start.roll import (
    Capacity,
    Function,
    FunctionHeld,
    InvalidRoll,
    Membership,
    PartySide,
    Role,
    Roll,
    Side,
    move_parties,
)
from avstamp.domain.start.term import InvalidSpan, Span, council_term

TERM = council_term(2026)
DAYS = st.dates(TERM.first, TERM.first + timedelta(days=1_400))


def elected(person: str, party: str, span: Span = TERM) -> Membership:
    return Membership(person, Capacity.ELECTED, span, party)


def test_party_without_a_stated_side_is_undecided() -> None:
    assert Roll().side_of("S", on=TERM.first) is Side.UNDECIDED


def test_elected_person_has_the_side_of_the_party_on_that_day() -> None:
    roll = Roll(
        sides=(PartySide("S", Side.RULING, Span(date(2026, 12, 1))),), memberships=(elected("anna", "S"),)
    )
    assert [roll.roles_of("anna", on=day) for day in (date(2026, 11, 30), date(2026, 12, 1))] == [
        (Role.UNDECIDED,),
        (Role.RULING,),
    ]


def test_person_who_leaves_the_party_is_independent_from_that_day() -> None:
    left = date(2028, 2, 1)
    roll = Roll(
        sides=(PartySide("S", Side.RULING, TERM),),
        memberships=(
            elected("anna", "S", Span(TERM.first, left - timedelta(days=1))),
            elected("anna", "", Span(left)),
        ),
    )
    assert [roll.roles_of("anna", on=left + timedelta(days=days)) for days in (-1, 0)] == [
        (Role.RULING,),
        (Role.INDEPENDENT,),
    ]


def test_person_outside_the_span_is_the_public() -> None:
    assert Roll(memberships=(elected("anna", "S"),)).roles_of("anna", on=TERM.first - timedelta(days=1)) == (
        Role.PUBLIC,
    )


def test_person_with_several_capacities_has_them_in_order() -> None:
    roll = Roll(
        memberships=(
            Membership("bo", Capacity.PROCESS_LEADER, TERM),
            Membership("bo", Capacity.OFFICIAL, TERM),
        )
    )
    assert roll.roles_of("bo", on=TERM.first) == (Role.OFFICIAL, Role.PROCESS_LEADER)


def test_functions_hold_on_their_days_only() -> None:
    roll = Roll(
        functions=(
            FunctionHeld("anna", Function.GROUP_LEADER, Span(TERM.first, date(2027, 1, 31))),
            FunctionHeld("anna", Function.PRESIDIUM, TERM),
        )
    )
    assert roll.functions_of("anna", on=date(2027, 1, 31)) == (Function.PRESIDIUM, Function.GROUP_LEADER)
    assert roll.functions_of("anna", on=date(2027, 2, 1)) == (Function.PRESIDIUM,)


def days(first: int, last: int | None) -> Span:
    return Span(date(2027, 3, first), None if last is None else date(2027, 3, last))


@pytest.mark.parametrize(
    ("parts", "asked", "whole"),
    [
        ([(1, 10)], (1, 10), True),
        ([(1, 10)], (2, 11), False),
        ([(2, 10)], (1, 10), False),
        ([(5, 10), (1, 4)], (3, 8), True),
        ([(1, 4), (6, 10)], (3, 8), False),
        ([(1, None)], (3, 8), True),
        ([(1, None)], (3, None), True),
        ([(1, 10)], (3, None), False),
        ([], (3, 8), False),
    ],
)
def test_elected_through_a_span_is_elected_on_every_day_of_it(
    parts: list[tuple[int, int | None]], asked: tuple[int, int | None], whole: bool
) -> None:
    own = (elected("anna", "S", days(*part)) for part in parts)
    roll = Roll(memberships=(*own, Membership("anna", Capacity.OFFICIAL, TERM), elected("bo", "M")))
    assert roll.is_elected_through("anna", days(*asked)) is whole


@given(
    shifts=st.lists(
        st.tuples(DAYS, st.dictionaries(st.sampled_from("SMCV"), st.sampled_from(Side), min_size=1)),
        max_size=6,
    ),
    asked=DAYS,
)
def test_shift_of_majority_never_changes_an_earlier_day(
    shifts: list[tuple[date, dict[str, Side]]], asked: date
) -> None:
    roll = Roll(sides=tuple(PartySide(party, Side.OPPOSITION, TERM) for party in "SMCV"))
    for from_day, sides in shifts:
        moved = move_parties(roll, sides, from_day=from_day)
        for party in "SMCV":
            changed = party in sides and asked >= from_day
            assert moved.side_of(party, on=asked) is (
                sides[party] if changed else roll.side_of(party, on=asked)
            )
        roll = moved


def test_two_sides_for_a_party_on_one_day_are_refused() -> None:
    both = (PartySide("S", Side.RULING, TERM), PartySide("S", Side.OPPOSITION, Span(date(2030, 10, 14))))
    with pytest.raises(InvalidRoll) as refused:
        Roll(sides=both)
    assert refused.value.subject == "S"


def test_party_of_an_official_is_never_recorded() -> None:
    with pytest.raises(InvalidRoll, match="only the elected do"):
        Membership("bo", Capacity.OFFICIAL, TERM, "S")


def test_parties_of_a_side_are_those_of_the_day() -> None:
    roll = Roll(
        sides=(
            PartySide("S", Side.RULING, Span(TERM.first, date(2027, 6, 30))),
            PartySide("C", Side.RULING, TERM),
        )
    )
    assert roll.parties_on(Side.RULING, on=date(2027, 7, 1)) == ("C",)


def test_term_after_an_election_is_four_years_from_the_fifteenth_of_october() -> None:
    assert council_term(2026) == Span(date(2026, 10, 15), date(2030, 10, 14))


def test_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidSpan) as refused:
        Span(date(2027, 1, 2), date(2027, 1, 1))
    assert (refused.value.first, refused.value.last) == (date(2027, 1, 2), date(2027, 1, 1))


@given(DAYS, DAYS, DAYS | st.none(), DAYS | st.none(), DAYS)
def test_spans_that_share_a_day_meet(
    one: date, other: date, one_last: date | None, other_last: date | None, day: date
) -> None:
    first, second = (
        Span(one, max(one_last, one) if one_last else None),
        Span(other, max(other_last, other) if other_last else None),
    )
    assert first.meets(second) == second.meets(first)
    assert not (first.covers(day) and second.covers(day)) or first.meets(second)
