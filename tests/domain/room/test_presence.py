from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.room.attacks import smallest_found

from avstamp.domain.room.presence import Attendance, Attendee, WhoIsMissing, who_is_missing, whole_cells
from avstamp.domain.room.publishing import LEAST

PEOPLE = st.lists(
    st.builds(
        Attendee,
        role=st.sampled_from(["ruling", "opposition", "official", "auditor"]),
        boards=st.frozensets(st.sampled_from(["KS", "BUN", "SN"]), max_size=2),
        invited=st.booleans(),
        present=st.booleans(),
        answered=st.booleans(),
    ),
    max_size=40,
)
Rule = Callable[[Sequence[Attendee]], WhoIsMissing]


def figures_of(people: Sequence[Attendee], found: WhoIsMissing) -> list[frozenset[int]]:
    """Which people each row is a sum over, and all of them together."""
    rows = [
        *(frozenset(n for n, one in enumerate(people) if one.role in row.groups) for row in found.by_role),
        *(frozenset(n for n, one in enumerate(people) if one.boards & row.groups) for row in found.by_board),
    ]
    return [*rows, frozenset().union(*rows)] if rows else []


@settings(max_examples=60, deadline=None)
@given(PEOPLE)
def test_no_sum_or_difference_of_both_tables_is_about_fewer_than_five(people: list[Attendee]):
    assert smallest_found(figures_of(people, who_is_missing(people)), up_to=LEAST - 1) is None


@given(PEOPLE)
def test_everyone_is_in_one_row_of_roles_of_at_least_five(people: list[Attendee]):
    rows = who_is_missing(people).by_role
    groups = [group for row in rows for group in row.groups]
    assert len(groups) == len(set(groups))
    for row in rows:
        inside = [person for person in people if person.role in row.groups]
        assert len(inside) >= LEAST
        assert (row.invited, row.present) == (sum(p.invited for p in inside), sum(p.present for p in inside))
    assert set(groups) == ({person.role for person in people} if len(people) >= LEAST else set())


def every_board(people: Sequence[Attendee]) -> WhoIsMissing:
    """Shows every board of at least five, whatever stands beside it."""
    boards = sorted({board for one in people for board in one.boards})
    rows = tuple(
        Attendance(frozenset({board}), 0, 0, 0)
        for board in boards
        if sum(board in one.boards for one in people) >= LEAST
    )
    return WhoIsMissing(who_is_missing(people).by_role, rows)


@pytest.mark.parametrize(
    "people",
    [
        # A board of all of the ruling side and two more: the two are the difference.
        [Attendee("ruling", frozenset({"KS"}))] * 6
        + [Attendee("opposition", frozenset({"KS"}))] * 2
        + [Attendee("opposition")] * 6,
        # Two boards that differ by one person.
        [Attendee("ruling", frozenset({"KS", "BUN"}))] * 6
        + [Attendee("ruling", frozenset({"KS"}))]
        + [Attendee("ruling")] * 6
        + [Attendee("opposition")] * 6,
    ],
)
def test_the_attacker_finds_each_planted_leak(people: list[Attendee]):
    assert smallest_found(figures_of(people, every_board(people)), up_to=LEAST - 1) is not None
    assert smallest_found(figures_of(people, who_is_missing(people)), up_to=LEAST - 1) is None


def test_the_role_that_is_missing_is_seen_and_the_small_go_with_the_smallest():
    room = [Attendee("ruling", present=True) for _ in range(8)] + [Attendee("opposition") for _ in range(6)]
    room += [Attendee("auditor"), Attendee("union", present=True)]
    rows = {
        tuple(sorted(row.groups)): (row.invited, row.present, row.missing)
        for row in who_is_missing(room).by_role
    }
    assert rows == {("ruling",): (8, 8, 0), ("auditor", "opposition", "union"): (8, 1, 7)}
    assert whole_cells({"auditor": 2, "union": 2}) == ()


def test_guests_do_not_make_anyone_less_than_present():
    room = [Attendee("union", invited=False, present=True) for _ in range(6)]
    assert [(row.present, row.missing) for row in who_is_missing(room).by_role] == [(6, 0)]


def test_one_on_two_boards_is_in_both_rows_and_turns_are_told_by_role_and_board():
    both = [Attendee("ruling", frozenset({"KS", "BUN"}), present=True) for _ in range(5)]
    found = who_is_missing(both, [("ruling", "KS"), ("ruling", ""), ("union", "SN")])
    assert [(sorted(row.groups), row.present, row.spoken) for row in found.by_board] == [
        (["BUN"], 5, 0),
        (["KS"], 5, 1),
    ]
    assert [row.spoken for row in found.by_role] == [3]
