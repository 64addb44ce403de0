"""How does the result of an exercise become one that can be cited: frozen when it is closed, in versions?

A version that nobody has cited gives way when notes are put together in another way while the exercise stays closed;
one that somebody rests on is never touched, and a new one stands beside it.
"""

from __future__ import annotations

from datetime import datetime

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.room.day_result import DATA_LENGTH, METHOD, DayResult
from avstamp.web.room.models import AgendaLine, Result
from avstamp.web.room.queries import exercise_of, outcome_of, progress_of
from avstamp.web.thread.queries import is_cited
from avstamp.web.thread.result_kinds import result_subject

OPENED = "times_opened"


def result_now(line: AgendaLine) -> DayResult | None:
    """What an exercise has come to; None while it takes answers and where nothing may be shown."""
    if not line.kind or line.closed_at is None or progress_of(line).collecting:
        return None
    outcome = outcome_of(line)
    return (
        None
        if outcome.gathered.is_empty
        else DayResult(exercise_of(line), outcome.answered, outcome.gathered)
    )


def freeze_result(line: AgendaLine, *, at: datetime) -> bool:
    """Keep what an exercise has come to, if that is not what was kept last; answer whether it is a new version.

    Stands inside the transaction of what changed it, which leaves an event about `subject_of` the result when there is
    a new version: by it the thread looks again at what rests on the one before.
    """
    found, newest = result_now(line), line.results.order_by("-version").first()
    if found is None or (newest is not None and newest.digest == found.digest):
        return False
    kept = {
        "content": found.content | {OPENED: line.times_opened},
        "digest": found.digest,
        "day": legal_day(at),
    }
    same_round = newest is not None and newest.content.get(OPENED) == line.times_opened
    if newest is not None and same_round and not is_cited(METHOD, newest.digest[:DATA_LENGTH]):
        for name, value in kept.items():
            setattr(newest, name, value)
        newest.save(update_fields=list(kept))
        return False
    Result.objects.create(line=line, version=newest.version + 1 if newest else 1, **kept)
    return True


def subject_of(line: AgendaLine) -> str:
    """What an event about an exercise's result is about."""
    return result_subject(line.day.start, METHOD, line.day.number)
