"""Instants are in UTC, days are those of Swedish clocks: around New Year and on the two days when clocks are moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.calendar.legal_time import end_of_day, legal_day

INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2027, 1, 1)),
        # In summer Sweden is two hours ahead.
        (datetime(2027, 6, 30, 21, 59, 59, tzinfo=UTC), date(2027, 6, 30)),
        (datetime(2027, 6, 30, 22, 0, tzinfo=UTC), date(2027, 7, 1)),
        # Clocks go forward at 02.00 on 28 March 2027, and back at 03.00 on 31 October.
        (datetime(2027, 3, 27, 23, 0, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 22, 0, tzinfo=UTC), date(2027, 3, 29)),
        (datetime(2027, 10, 30, 22, 0, tzinfo=UTC), date(2027, 10, 31)),
        (datetime(2027, 10, 31, 22, 59, tzinfo=UTC), date(2027, 10, 31)),
    ],
)
def test_day_of_an_instant(at: datetime, day: date) -> None:
    assert legal_day(at) == day


@given(INSTANTS, st.integers(-12, 12))
def test_day_does_not_depend_on_the_zone_an_instant_is_written_in(at: datetime, hours: int) -> None:
    assert legal_day(at.astimezone(timezone(timedelta(hours=hours)))) == legal_day(at)


@given(INSTANTS)
def test_day_holds_every_instant_up_to_its_end_and_none_after(at: datetime) -> None:
    day = legal_day(at)
    assert end_of_day(day - timedelta(days=1)) <= at < end_of_day(day)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2027, 3, 27), 24), (date(2027, 3, 28), 23), (date(2027, 10, 31), 25), (date(2027, 12, 31), 24)],
)
def test_day_when_clocks_are_moved_is_an_hour_shorter_or_longer(day: date, hours: int) -> None:
    assert end_of_day(day) - end_of_day(day - timedelta(days=1)) == timedelta(hours=hours)


def test_instant_without_a_zone_is_in_no_day() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        legal_day(datetime(2026, 12, 31, 23, 30))  # noqa: DTZ001
