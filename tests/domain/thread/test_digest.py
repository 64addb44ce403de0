"""Nobody is written to more than once a week, about nothing, or about what has been answered."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.thread.digest import Digest, OpenDispute, WaitingClaim, write_digests

DAY = date(2027, 3, 8)
CLAIM = WaitingClaim("anna", "s", 3)


def letters(claims=(), disputes=(), *, last=None, on=DAY):
    return write_digests(claims, disputes, officials={"s": ["olle", "orvar"]}, last=last or {}, on=on)


def test_person_is_told_once_of_everything_that_waits() -> None:
    more = WaitingClaim("anna", "s", 1)
    assert letters([CLAIM, more, CLAIM]) == (Digest("anna", (("s", 1), ("s", 3)), ()),)


def test_person_who_had_a_letter_this_week_waits() -> None:
    assert letters([CLAIM], last={"anna": DAY - timedelta(days=6)}) == ()


def test_nothing_that_waits_is_no_letter() -> None:
    assert letters() == ()


def test_new_dispute_is_told_to_every_official_once() -> None:
    dispute = OpenDispute("s", 1, raised=DAY)
    assert [letter.person for letter in letters(disputes=[dispute])] == ["olle", "orvar"]
    told = {"olle": DAY, "orvar": DAY}
    assert (
        letters(
            disputes=[OpenDispute("s", 1, DAY - timedelta(days=1))], last=told, on=DAY + timedelta(days=7)
        )
        == ()
    )


def test_dispute_that_somebody_has_taken_on_waits_for_that_official_only() -> None:
    taken = OpenDispute("s", 1, raised=date(2027, 1, 1), owner="orvar")
    assert letters(disputes=[taken]) == (Digest("orvar", (), (("s", 1),)),)


people = st.sampled_from(["anna", "bo", "olle"])


@given(st.lists(st.tuples(st.integers(0, 60), st.lists(st.tuples(people, st.integers(1, 5))))))
def test_letters_to_one_person_are_never_closer_than_a_week(runs) -> None:
    last: dict[str, date] = {}
    for days, waiting in sorted(runs, key=lambda run: run[0]):
        on = DAY + timedelta(days=days)
        claims = [WaitingClaim(person, "s", number) for person, number in waiting]
        for letter in write_digests(claims, [], officials={}, last=last, on=on):
            assert letter.person not in last or on - last[letter.person] >= timedelta(days=7)
            assert {number for _, number in letter.claims} == {
                n for person, n in waiting if person == letter.person
            }
            last[letter.person] = on
