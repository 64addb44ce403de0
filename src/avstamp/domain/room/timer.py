"""How long is left? A clock that can be started, paused, given more time and begun again, and lost by no reload.

A running clock is nothing but the instant it rings, so every page and every process shows the same without asking.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from avstamp.domain.room.exercises import MOST_MINUTES, ExerciseRefused
from avstamp.domain.values import Phrase

MOST_SECONDS = 60 * MOST_MINUTES


@dataclass(frozen=True, slots=True)
class Timer:
    """A clock: `ends` when it runs, `left` seconds when it is paused, neither when it is not set."""

    ends: datetime | None = None
    left: int | None = None

    @property
    def runs(self) -> bool:
        """Whether it counts down; past its end it still runs, and shows that the time is up."""
        return self.ends is not None

    @property
    def paused(self) -> bool:
        """Whether it stands still with time left."""
        return self.left is not None


def start_timer(minutes: int, *, at: datetime) -> Timer:
    """A clock that runs from now.

    Raises:
        ExerciseRefused: the time is none that a part of a day can take.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise ExerciseRefused(Phrase("room.exercise.minutes", {"most": MOST_MINUTES}))
    return Timer(at + timedelta(minutes=minutes))


def seconds_left(timer: Timer, *, at: datetime) -> int | None:
    """Whole seconds left, rounded up, 0 when the time is up; None when the clock is not set.

    Example:
        >>> from datetime import UTC
        >>> nine = datetime(2027, 1, 20, 9, tzinfo=UTC)
        >>> seconds_left(start_timer(2, at=nine), at=nine + timedelta(seconds=30))
        90
    """
    if timer.ends is not None:
        return max(0, -((at - timer.ends) // timedelta(seconds=1)))
    return timer.left


def pause_timer(timer: Timer, *, at: datetime) -> Timer:
    """The clock standing still; raises `ExerciseRefused` when it does not run."""
    if not timer.runs:
        raise ExerciseRefused(Phrase("room.timer.not_running"))
    return Timer(left=seconds_left(timer, at=at))


def resume_timer(timer: Timer, *, at: datetime) -> Timer:
    """The clock going on from where it stood; raises `ExerciseRefused` when it is not paused."""
    if timer.left is None:
        raise ExerciseRefused(Phrase("room.timer.not_paused"))
    return Timer(at + timedelta(seconds=timer.left))


def add_minutes(timer: Timer, minutes: int, *, at: datetime) -> Timer:
    """The clock with more time, from now when its time is up.

    Raises:
        ExerciseRefused: the clock is not set, or would run longer than a part of a day can take.

    Example:
        >>> from datetime import UTC
        >>> nine = datetime(2027, 1, 20, 9, tzinfo=UTC)
        >>> late = add_minutes(start_timer(2, at=nine), 5, at=nine + timedelta(minutes=10))
        >>> str(late.ends.time())
        '09:15:00'
    """
    left = seconds_left(timer, at=at)
    if left is None:
        raise ExerciseRefused(Phrase("room.timer.not_running"))
    if minutes < 1 or left + 60 * minutes > MOST_SECONDS:
        raise ExerciseRefused(Phrase("room.exercise.minutes", {"most": MOST_MINUTES}))
    if timer.ends is None:
        return replace(timer, left=left + 60 * minutes)
    return Timer(max(timer.ends, at) + timedelta(minutes=minutes))
