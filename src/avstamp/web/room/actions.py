"""What does the one who leads a day do to it? Each action is one transaction and one event without texts.

Answers are not recorded one by one, named or not: a record of who pressed when would be a record of opinions. The
event of closing tells how many there were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import F, Max

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.room import exercises
from avstamp.domain.room.exercises import Exercise, ExerciseRefused, Openness, Progress
from avstamp.domain.room.timer import Timer, start_timer
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.steps import Step
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Tables
from avstamp.web.audit.actions import record_event
from avstamp.web.room.disposing import forget_tickets, publish_and_dispose
from avstamp.web.room.freezing import freeze_result, subject_of
from avstamp.web.room.models import AgendaLine, Day, Item, Ticket, Turn
from avstamp.web.room.queries import exercise_of, outcome_of, progress_of, settles_on
from avstamp.web.room.receiving import new_code, store_room
from avstamp.web.room.unordered import is_written_down
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import Start, lock_start

LONGEST_TITLE = 200
LONGEST_TURN = 3600
"""Seconds that one turn of speaking can last."""


@dataclass(frozen=True)
class NewLine:
    """A line to put on an agenda: its title, length and step, and the exercise when there is one."""

    title: str
    minutes: int
    step: Step | None = None
    aim: str = ""
    exercise: Exercise | None = None


@transaction.atomic
def make_day(
    start: Start,
    title: str,
    *,
    day: date,
    begins: time,
    place: str = "",
    guests: bool = False,
    lines: Sequence[NewLine] = (),
    by: Person | None,
    at: datetime,
) -> Day:
    """Make a day with its agenda.

    An exercise of a template may lack what it is about; it is refused when it is opened, and not before.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the day has no title.
    """
    require(Act.SET_UP, start, by=by, at=at)
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise ExerciseRefused(Phrase("room.day.title", {"most": LONGEST_TITLE}))
    lock_start(start)
    number = (Day.objects.filter(start=start).aggregate(newest=Max("number"))["newest"] or 0) + 1
    row = Day.objects.create(
        start=start,
        number=number,
        title=title.strip(),
        day=day,
        begins=begins,
        place=place.strip(),
        code=new_code(),
        guests=guests,
    )
    for position, line in enumerate(lines, start=1):
        store_line(row, position, line)
    record_day(row, "day.made", {"day": number, "lines": len(lines)}, by=by, at=at)
    return row


@transaction.atomic
def open_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take answers to an exercise, and put it on the screen.

    Raises:
        NotPermitted: the person does not lead the start, or it is not opened.
        ExerciseRefused: it is open already, closed for good, or lacks something; or it is anonymous, and the database's
            server logs what is written.
    """
    locked = lead_line(line, by=by, at=at)
    refuse_over(locked.day)
    if locked.openness == Openness.ANONYMOUS.value and is_written_down():
        raise ExerciseRefused(Phrase("room.refused.written_down"))
    _keep(locked, exercises.open_exercise(exercise_of(locked), progress_of(locked), at=at))
    keep_timer(locked, start_timer(locked.minutes, at=at))
    _move(locked.day, showing=locked)
    content: dict[str, str | int] = {
        "day": locked.day.number,
        "line": locked.position,
        "openness": locked.openness,
    }
    record_day(locked.day, "exercise.opened", content, by=by, at=at)


@transaction.atomic
def close_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take no more answers; publish of an anonymous round what tells of nobody, and dispose of everything else.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it is not open.
    """
    _close(lead_line(line, by=by, at=at), by=by, at=at)


def _close(locked: AgendaLine, *, by: Person | None, at: datetime) -> None:
    _keep(locked, exercises.close_exercise(progress_of(locked), at=at))
    keep_timer(locked, Timer())
    end_turn(locked, at=at)
    locked.released = locked.released or locked.revealed
    locked.save(update_fields=["released"])
    if locked.openness == Openness.ANONYMOUS.value:
        publish_and_dispose(locked)
    freeze_result(locked, at=at)
    _move(locked.day)
    answers = outcome_of(locked).answered
    content = {"day": locked.day.number, "line": locked.position, "answers": answers}
    record_day(locked.day, "exercise.closed", content, by=by, at=at, subject=subject_of(locked))


@transaction.atomic
def settle_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Close an exercise for good, and dispose of everything of an anonymous one but what was shown.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it is not closed.
    """
    _settle(lead_line(line, by=by, at=at), by=by, at=at)


@transaction.atomic
def settle_overdue(day: Day, *, at: datetime) -> int:
    """Close a day's anonymous rounds for good when the time for it has passed, by nobody; answer how many.

    Its tickets are disposed of too, so that no round that was never opened keeps them.
    """
    if legal_day(at) < settles_on(day):
        return 0
    rounds = AgendaLine.objects.select_for_update().select_related("day__start__organisation")
    left = list(rounds.filter(day=day, openness=Openness.ANONYMOUS.value, times_opened__gt=0, settled=False))
    for line in left:
        if progress_of(line).collecting:
            _close(line, by=None, at=at)
        _settle(line, by=None, at=at)
    Ticket.objects.filter(day=day).delete()
    return len(left)


def _settle(locked: AgendaLine, *, by: Person | None, at: datetime) -> None:
    _keep(locked, exercises.settle_exercise(progress_of(locked)))
    if locked.openness == Openness.ANONYMOUS.value:
        forget_tickets(locked)
    _move(locked.day)
    record_day(
        locked.day, "exercise.settled", {"day": locked.day.number, "line": locked.position}, by=by, at=at
    )


@transaction.atomic
def show_line(line: AgendaLine, shown: bool, *, by: Person | None, at: datetime) -> None:
    """Put the result of an exercise on the screen, or take it off.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it has not been opened, or is anonymous and open.
    """
    locked = lead_line(line, by=by, at=at)
    progress = progress_of(locked)
    _keep(locked, exercises.reveal(exercise_of(locked), progress) if shown else exercises.hide(progress))
    locked.released = locked.released or shown
    locked.save(update_fields=["released"])
    _move(locked.day, showing=locked)
    action = "exercise.shown" if shown else "exercise.hidden"
    record_day(locked.day, action, {"day": locked.day.number, "line": locked.position}, by=by, at=at)


@transaction.atomic
def advance_stage(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Go on from alone to pairs to all; raises as `open_line`, and where there is no further stage."""
    locked = lead_line(line, by=by, at=at)
    _keep(locked, exercises.next_stage(exercise_of(locked), progress_of(locked)))
    keep_timer(locked, start_timer(locked.minutes, at=at))
    _move(locked.day)
    content: dict[str, str | int] = {"day": locked.day.number, "line": locked.position, "stage": locked.stage}
    record_day(locked.day, "exercise.stage", content, by=by, at=at)


@transaction.atomic
def receive_room(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """A start's days from an archive; answer how many. Their events come with the organisation's record."""
    return store_room(start, tables, people)


def move_version(day: Day) -> None:
    """Tell every open page, telephones too, that the agenda has moved."""
    Day.objects.filter(pk=day.pk).update(version=F("version") + 1)


def move_answers(day: Day) -> None:
    """Tell the screen and the leader's page that somebody has joined, answered or spoken."""
    Day.objects.filter(pk=day.pk).update(answers_version=F("answers_version") + 1)


def lead_line(line: AgendaLine, *, by: Person | None, at: datetime) -> AgendaLine:
    """The line as it is now, which nobody else changes until the transaction ends, for one who may lead."""
    require(Act.RUN_WORKSHOP, line.day.start, by=by, at=at)
    # Answers are counted up on the day before they are kept: who holds the day holds back every answer of it.
    Day.objects.select_for_update(no_key=True).get(pk=line.day_id)
    locked = AgendaLine.objects.select_for_update().select_related("day__start__organisation").get(pk=line.pk)
    if not locked.kind:
        raise ExerciseRefused(Phrase("room.refused.no_exercise"))
    return locked


def refuse_over(day: Day) -> None:
    """Raises `ExerciseRefused` when a day has been ended or cancelled."""
    if day.ended_at is not None:
        raise ExerciseRefused(Phrase("room.day.over"))


def keep_timer(line: AgendaLine, timer: Timer) -> None:
    """Store a line's clock."""
    line.timer_ends_at, line.timer_left = timer.ends, timer.left
    line.save(update_fields=["timer_ends_at", "timer_left"])


def end_turn(line: AgendaLine, *, at: datetime) -> Turn | None:
    """Keep the turn of whoever has the word, which then nobody has; None when nobody had it."""
    if line.speaking_since is None:
        return None
    seconds = min(LONGEST_TURN, max(1, round((at - line.speaking_since).total_seconds())))
    turn = Turn.objects.create(line=line, role=line.speaking_role, board=line.speaking_board, seconds=seconds)
    line.speaking_role, line.speaking_board, line.speaking_since = "", "", None
    line.save(update_fields=["speaking_role", "speaking_board", "speaking_since"])
    return turn


def _keep(line: AgendaLine, progress: Progress) -> None:
    line.opened_at, line.closed_at = progress.opened, progress.closed
    line.times_opened, line.revealed = progress.times_opened, progress.revealed
    line.stage, line.settled = progress.stage.value, progress.settled
    line.save(update_fields=["opened_at", "closed_at", "times_opened", "revealed", "stage", "settled"])


def refuse_faults(line: NewLine) -> None:
    """Raises `ExerciseRefused` when a line cannot be used as it is set."""
    if not line.title.strip() or len(line.title) > LONGEST_TITLE:
        raise ExerciseRefused(Phrase("room.day.title", {"most": LONGEST_TITLE}))
    if not 1 <= line.minutes <= exercises.MOST_MINUTES:
        raise ExerciseRefused(Phrase("room.exercise.minutes", {"most": exercises.MOST_MINUTES}))
    if line.exercise is not None and (faults := exercises.faults_of(line.exercise)):
        raise ExerciseRefused(faults[0])


def columns_of(line: NewLine) -> dict[str, object]:
    """A line as the columns of its row."""
    exercise = line.exercise
    return {
        "title": line.title.strip(),
        "minutes": line.minutes,
        "step": line.step.value if line.step else "",
        "aim": line.aim,
        "kind": exercise.kind.value if exercise else "",
        "question": exercise.question.strip() if exercise else "",
        "openness": (exercise.openness if exercise else Openness.NAMED).value,
        "scale": exercise.scale.value if exercise and exercise.scale else "",
        "most_each": exercise.most_each if exercise else 3,
    }


def store_line(day: Day, position: int, line: NewLine) -> AgendaLine:
    """Store a line, last on the agenda."""
    row = AgendaLine.objects.create(day=day, position=position, place=position, **columns_of(line))
    store_items(row, line)
    return row


def store_items(row: AgendaLine, line: NewLine) -> None:
    """Store what a line's exercise is about."""
    items = line.exercise.items if line.exercise else ()
    Item.objects.bulk_create(
        Item(line=row, position=position, text=text.strip()) for position, text in enumerate(items)
    )


def _move(day: Day, *, showing: AgendaLine | None = None) -> None:
    if showing is not None:
        Day.objects.filter(pk=day.pk).update(showing=showing)
    move_version(day)


def record_day(
    day: Day,
    action: str,
    content: Mapping[str, str | int],
    *,
    by: Person | None,
    at: datetime,
    subject: str = "",
) -> None:
    """Write into the record what was done to a day, or to what `subject` says; never a text of anyone's."""
    about = subject or f"start:{day.start.identifier}"
    record_event(day.start.organisation.key, action, about, content=content, by=by, at=at)
