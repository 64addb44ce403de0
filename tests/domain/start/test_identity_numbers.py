"""Personal identity numbers are found however they are written, and other numbers are let through."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.start.identity_numbers import holds_identity_number

# The Tax Agency's own examples of form, with check digits as the Luhn algorithm gives them.
NUMBER = "811218-9876"


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        "8112189876",
        "198112189876",
        "19811218-9876",
        "811218+9876",
        "811218 9876",
        f"Sara Lund ({NUMBER})",
        "811278-9873",  # a coordination number: the day raised by 60
    ],
)
def test_number_is_found_however_it_is_written(text: str) -> None:
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text",
    ["Sara Lund", "811218-9877", "811318-9876", "1811218-98765", "ring 031-315 10 00", "sara2026@example.se"],
)
def test_other_texts_are_let_through(text: str) -> None:
    assert not holds_identity_number(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 11, 24)), st.integers(0, 999))
def test_exactly_one_check_digit_makes_a_number(born: date, serial: int) -> None:
    found = [digit for digit in range(10) if holds_identity_number(f"{born:%Y%m%d}{serial:03}{digit}")]

    assert len(found) == 1
