from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from avstamp.domain.room.exercises import MOST_MINUTES, ExerciseRefused
from avstamp.domain.room.timer import (
    Timer,
    add_minutes,
    pause_timer,
    resume_timer,
    seconds_left,
    start_timer,
)

NINE = datetime(2027, 1, 20, 9, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return NINE + timedelta(seconds=seconds)


def test_a_paused_clock_loses_no_time_and_goes_on_from_where_it_stood():
    paused = pause_timer(start_timer(5, at=NINE), at=after(61.5))
    assert (paused.runs, paused.paused, paused.left) == (False, True, 239)
    assert resume_timer(paused, at=after(1000)) == Timer(after(1239))


def test_more_time_counts_from_the_end_or_from_now_when_the_time_is_up():
    clock = start_timer(5, at=NINE)
    assert add_minutes(clock, 2, at=after(10)).ends == after(420)
    assert add_minutes(clock, 2, at=after(600)).ends == after(720)
    assert add_minutes(pause_timer(clock, at=NINE), 1, at=after(9)).left == 360


def test_a_clock_shows_nothing_until_it_is_set_and_zero_when_the_time_is_up():
    assert seconds_left(Timer(), at=NINE) is None
    assert seconds_left(start_timer(1, at=NINE), at=after(3600)) == 0
    assert seconds_left(start_timer(1, at=NINE), at=after(0.4)) == 60


def test_a_clock_refuses_what_it_cannot_do():
    for act in (
        lambda: start_timer(0, at=NINE),
        lambda: start_timer(MOST_MINUTES + 1, at=NINE),
        lambda: pause_timer(Timer(), at=NINE),
        lambda: resume_timer(start_timer(1, at=NINE), at=NINE),
        lambda: add_minutes(Timer(), 1, at=NINE),
        lambda: add_minutes(start_timer(1, at=NINE), MOST_MINUTES, at=NINE),
    ):
        with pytest.raises(ExerciseRefused):
            act()
