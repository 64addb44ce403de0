from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.room.presence import Attendee, attendance_by_board, attendance_by_role
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


@given(PEOPLE)
def test_no_row_counts_fewer_than_five_people_or_anyone_twice(people: list[Attendee]):
    rows = attendance_by_role(people)
    groups = [group for row in rows for group in row.groups]
    assert len(groups) == len(set(groups))
    for row in rows:
        inside = [person for person in people if person.role in row.groups]
        assert len(inside) >= LEAST
        assert (row.invited, row.present) == (sum(p.invited for p in inside), sum(p.present for p in inside))
    for row in attendance_by_board(people):
        assert sum(bool(person.boards & row.groups) for person in people) >= LEAST


def test_the_role_that_is_missing_is_seen():
    room = [Attendee("ruling", present=True) for _ in range(8)] + [Attendee("opposition") for _ in range(7)]
    room += [Attendee("auditor"), Attendee("union", present=True)]
    rows = {tuple(row.groups): (row.invited, row.present, row.missing) for row in attendance_by_role(room)}
    assert rows == {("ruling",): (8, 8, 0), ("opposition",): (7, 0, 7)}


def test_guests_do_not_make_anyone_less_than_present():
    room = [Attendee("union", invited=False, present=True) for _ in range(6)]
    assert [(row.present, row.missing) for row in attendance_by_role(room)] == [(6, 0)]


def test_one_on_two_boards_is_in_both_rows():
    both = [Attendee("ruling", frozenset({"KS", "BUN"}), present=True) for _ in range(5)]
    assert [(sorted(row.groups), row.present) for row in attendance_by_board(both)] == [
        (["BUN"], 5),
        (["KS"], 5),
    ]
