"""How is a day kept in time: what is on the screen, the clock of a part, and who has had the word how long?

The clock and the word leave no events: they come as often as answers. What the word came to stands in the result.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from avstamp.domain.room.exercises import ExerciseKind, ExerciseRefused
from avstamp.domain.room.timer import Timer, add_minutes, pause_timer, resume_timer, start_timer
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.room.actions import (
    LONGEST_TURN,
    end_turn,
    keep_timer,
    lead_line,
    move_answers,
    move_version,
    refuse_over,
)
from avstamp.web.room.models import AgendaLine, Day, Turn
from avstamp.web.room.queries import progress_of, timer_of
from avstamp.web.room.tickets import GROUPS
from avstamp.web.start.permitting import require


@transaction.atomic
def present_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Put a line on the screen; one without an exercise begins its clock, since nothing is opened in it.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the day is over.
    """
    require(Act.RUN_WORKSHOP, line.day.start, by=by, at=at)
    refuse_over(line.day)
    Day.objects.filter(pk=line.day_id).update(showing=line)
    if not line.kind and line.timer_ends_at is None and line.timer_left is None:
        keep_timer(line, start_timer(line.minutes, at=at))
    move_version(line.day)


@transaction.atomic
def clear_screen(day: Day, *, by: Person | None, at: datetime) -> None:
    """Show nothing but the day's name and the way in; raises `NotPermitted`."""
    require(Act.RUN_WORKSHOP, day.start, by=by, at=at)
    Day.objects.filter(pk=day.pk).update(showing=None)
    move_version(day)


def restart_clock(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Begin the clock anew with the line's minutes; raises `NotPermitted`."""
    _set(line, lambda _: start_timer(line.minutes, at=at), by=by, at=at)


def pause_clock(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Let the clock stand still; raises `NotPermitted`, and `ExerciseRefused` when it does not run."""
    _set(line, lambda timer: pause_timer(timer, at=at), by=by, at=at)


def resume_clock(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Let the clock go on; raises `NotPermitted`, and `ExerciseRefused` when it is not paused."""
    _set(line, lambda timer: resume_timer(timer, at=at), by=by, at=at)


def add_to_clock(line: AgendaLine, minutes: int, *, by: Person | None, at: datetime) -> None:
    """Give more time; raises `NotPermitted`, and `ExerciseRefused` when the clock is not set or cannot hold it."""
    _set(line, lambda timer: add_minutes(timer, minutes, at=at), by=by, at=at)


def stop_clock(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take the clock away; raises `NotPermitted`."""
    _set(line, lambda _: Timer(), by=by, at=at)


@transaction.atomic
def _set(line: AgendaLine, change: Callable[[Timer], Timer], *, by: Person | None, at: datetime) -> None:
    require(Act.RUN_WORKSHOP, line.day.start, by=by, at=at)
    locked = AgendaLine.objects.select_for_update().select_related("day").get(pk=line.pk)
    refuse_over(locked.day)
    keep_timer(locked, change(timer_of(locked)))
    move_version(locked.day)


@transaction.atomic
def give_word(
    line: AgendaLine, role: str, *, board: str = "", by: Person | None, at: datetime
) -> Turn | None:
    """Give the word to somebody of a role; whoever had it has had it. Answers that one's turn.

    The instant is the server's, so that a page read anew loses nothing.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it is no open laget runt, or the role is none that answers.
    """
    locked = _round(line, role, by=by, at=at)
    ended = end_turn(locked, at=at)
    locked.speaking_role, locked.speaking_board, locked.speaking_since = role, board[:200], at
    locked.save(update_fields=["speaking_role", "speaking_board", "speaking_since"])
    move_answers(locked.day)
    return ended


@transaction.atomic
def take_word(line: AgendaLine, *, by: Person | None, at: datetime) -> Turn | None:
    """Note that whoever has the word has finished; raises as `give_word`."""
    locked = _round(line, None, by=by, at=at)
    ended = end_turn(locked, at=at)
    move_answers(locked.day)
    return ended


@transaction.atomic
def keep_turn(
    line: AgendaLine, role: str, seconds: int, *, board: str = "", by: Person | None, at: datetime
) -> Turn:
    """Keep by hand that somebody of a role has spoken, and how long.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it is no open laget runt, or the role or the length is none that can be.
    """
    locked = _round(line, role, by=by, at=at)
    if not 0 < seconds <= LONGEST_TURN:
        raise ExerciseRefused(Phrase("room.refused.turn", {"most": LONGEST_TURN}))
    turn = Turn.objects.create(line=locked, role=role, board=board[:200], seconds=seconds)
    move_answers(locked.day)
    return turn


@transaction.atomic
def undo_turn(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take back the last thing noted: the word that somebody has, else the last turn; raises as `give_word`."""
    locked = _round(line, None, by=by, at=at)
    if locked.speaking_since is not None:
        locked.speaking_role, locked.speaking_board, locked.speaking_since = "", "", None
        locked.save(update_fields=["speaking_role", "speaking_board", "speaking_since"])
    elif (last := locked.turns.order_by("-pk").first()) is not None:
        last.delete()
    move_answers(locked.day)


def _round(line: AgendaLine, role: str | None, *, by: Person | None, at: datetime) -> AgendaLine:
    locked = lead_line(line, by=by, at=at)
    if locked.kind != ExerciseKind.ROUND.value or not progress_of(locked).collecting:
        raise ExerciseRefused(Phrase("room.refused.not_open"))
    if role is not None and role not in GROUPS:
        raise ExerciseRefused(Phrase("room.refused.turn", {"most": LONGEST_TURN}))
    return locked
