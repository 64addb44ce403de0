"""What may be reserved: every branch of KL 11:14, worked by hand to the krona."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.position.balance_requirement import Accounts, reserve_room

TAX, GRANTS = 900_000_000, 100_000_000
"""Base 1 000 000 000: one per cent is 10 000 000, two 20 000 000, five 50 000 000."""


def _allowed(result: int, **changes: int) -> int:
    return reserve_room(Accounts(2025, result, TAX, GRANTS, **changes)).allowed


@pytest.mark.parametrize(
    ("result", "allowed"),
    [
        (-5_000_000, 0),
        (0, 0),
        (9_999_999, 0),
        (10_000_000, 0),
        (10_000_001, 1),
        (34_000_000, 24_000_000),
        (60_000_000, 50_000_000),
        (60_000_001, 50_000_000),
    ],
)
def test_one_per_cent_stays_and_five_is_the_cap(result: int, allowed: int):
    assert _allowed(result) == allowed


@pytest.mark.parametrize(
    ("equity", "commitment", "allowed"),
    [
        (400_000_000, 400_000_000, 24_000_000),  # exactly 0 is not negative
        (399_999_999, 400_000_000, 14_000_000),
        (-1, 0, 14_000_000),
        (0, 0, 24_000_000),
    ],
)
def test_two_per_cent_stays_when_equity_less_commitment_is_negative(
    equity: int, commitment: int, allowed: int
):
    assert _allowed(34_000_000, equity=equity, pension_commitment=commitment) == allowed


def test_the_lower_of_result_and_adjusted_result_counts():
    # Gains of 9 000 000 are taken away: 25 000 000 − 10 000 000.
    assert _allowed(34_000_000, gains=9_000_000) == 15_000_000
    # Losses that the exceptions add back do not raise it above the result itself.
    assert _allowed(34_000_000, excepted_losses=9_000_000) == 24_000_000


@pytest.mark.parametrize(
    ("reserve", "allowed"),
    [(0, 24_000_000), (26_000_000, 24_000_000), (26_000_001, 23_999_999), (50_000_000, 0), (70_000_000, 0)],
)
def test_what_is_there_already_counts_in_the_cap(reserve: int, allowed: int):
    assert _allowed(34_000_000, reserve=reserve) == allowed


def test_whether_the_older_reserve_counts_is_shown_both_ways():
    room = reserve_room(Accounts(2025, 34_000_000, TAX, GRANTS, reserve=10_000_000, old_reserve=30_000_000))

    assert (room.cap, room.cap_with_old) == (40_000_000, 10_000_000)
    assert (room.allowed, room.allowed_with_old) == (24_000_000, 10_000_000)


def test_what_decides_is_named():
    def decided(result: int, **changes: int) -> str:
        return reserve_room(Accounts(2025, result, TAX, GRANTS, **changes)).decided_by

    assert decided(5_000_000) == "nothing"
    assert decided(34_000_000) == "result"
    assert decided(34_000_000, gains=1) == "adjusted"
    assert decided(90_000_000) == "cap"
    assert decided(34_000_000, reserve=50_000_000) == "cap"


def test_a_part_of_a_krona_is_rounded_against_reserving():
    # Base 101: one per cent is 1.01, so 2 must remain; five per cent is 5.05, so 5 is the most.
    assert reserve_room(Accounts(2025, 4, 101)).allowed == 2
    assert reserve_room(Accounts(2025, 50, 101)).allowed == 5


@given(
    result=st.integers(-(10**9), 10**9),
    base=st.integers(0, 10**10),
    gains=st.integers(0, 10**8),
    reserve=st.integers(0, 10**9),
)
def test_never_more_than_the_law_lets(result: int, base: int, gains: int, reserve: int):
    accounts = Accounts(2025, result, base, gains=gains, reserve=reserve)
    allowed = reserve_room(accounts).allowed

    assert allowed >= 0
    assert allowed == 0 or 100 * (min(accounts.result, accounts.adjusted) - allowed) >= base
    assert allowed == 0 or 100 * (reserve + allowed) <= 5 * base
