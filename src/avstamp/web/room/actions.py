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

from avstamp.domain.room import exercises
from avstamp.domain.room.exercises import Exercise, ExerciseRefused, Openness, Progress
from avstamp.domain.room.publishing import Publication, publish
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Role
from avstamp.domain.start.steps import Step
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Tables
from avstamp.web.audit.actions import record_event
from avstamp.web.room import models
from avstamp.web.room.models import AgendaLine, AnonymousNote, AnonymousSum, Day, Item, SpentTicket, Turn
from avstamp.web.room.queries import (
    exercise_of,
    outcome_of,
    progress_of,
    publications_of,
    standing_of,
    tally_of,
)
from avstamp.web.room.receiving import new_code, store_room
from avstamp.web.room.unordered import forget_traces, rewrite
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
        _store_line(row, position, line)
    _record(row, "day.made", {"day": number, "lines": len(lines)}, by=by, at=at)
    return row


@transaction.atomic
def add_line(day: Day, line: NewLine, *, by: Person | None, at: datetime) -> AgendaLine:
    """Put a line last on the agenda.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise cannot be used as it is set.
    """
    require(Act.SET_UP, day.start, by=by, at=at)
    _refuse_faults(line)
    lock_start(day.start)
    position = (day.lines.aggregate(last=Max("position"))["last"] or 0) + 1
    row = _store_line(day, position, line)
    _move(day)
    _record(day, "day.changed", {"day": day.number, "line": position}, by=by, at=at)
    return row


@transaction.atomic
def change_line(line: AgendaLine, new: NewLine, *, by: Person | None, at: datetime) -> None:
    """Set a line anew.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise has been opened, so that people have answered it, or cannot be used as it is set.
    """
    require(Act.SET_UP, line.day.start, by=by, at=at)
    _refuse_faults(new)
    locked = AgendaLine.objects.select_for_update().get(pk=line.pk)
    if locked.times_opened:
        raise ExerciseRefused(Phrase("room.refused.answered"))
    for name, value in _columns(new).items():
        setattr(line, name, value)
    line.save()
    line.items.all().delete()
    _store_items(line, new)
    _move(line.day)
    _record(line.day, "day.changed", {"day": line.day.number, "line": line.position}, by=by, at=at)


@transaction.atomic
def open_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take answers to an exercise, and put it on the screen.

    Raises:
        NotPermitted: the person does not lead the start, or it is not opened.
        ExerciseRefused: it is open already, closed for good, or lacks something.
    """
    locked = _lead(line, by=by, at=at)
    _keep(locked, exercises.open_exercise(exercise_of(locked), progress_of(locked), at=at))
    _move(locked.day, showing=locked)
    content: dict[str, str | int] = {
        "day": locked.day.number,
        "line": locked.position,
        "openness": locked.openness,
    }
    _record(locked.day, "exercise.opened", content, by=by, at=at)


@transaction.atomic
def close_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take no more answers; publish an anonymous round where that tells of nobody.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it is not open.
    """
    locked = _lead(line, by=by, at=at)
    _keep(locked, exercises.close_exercise(progress_of(locked), at=at))
    if locked.openness == Openness.ANONYMOUS.value:
        _publish(locked)
        for rows in (
            AnonymousSum.objects.filter(line=locked),
            AnonymousNote.objects.filter(line=locked),
            SpentTicket.objects.filter(line=locked),
        ):
            rewrite(rows)
        transaction.on_commit(forget_traces)
    _move(locked.day)
    answers = outcome_of(locked).answered
    content = {"day": locked.day.number, "line": locked.position, "answers": answers}
    _record(locked.day, "exercise.closed", content, by=by, at=at)


@transaction.atomic
def settle_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Close an exercise for good, and dispose of everything of an anonymous one but the sums that were shown.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it is not closed.
    """
    locked = _lead(line, by=by, at=at)
    _keep(locked, exercises.settle_exercise(progress_of(locked)))
    SpentTicket.objects.filter(line=locked).delete()
    AnonymousSum.objects.filter(line=locked).delete()
    AnonymousNote.objects.filter(line=locked, shown=False).delete()
    transaction.on_commit(forget_traces)
    _move(locked.day)
    _record(locked.day, "exercise.settled", {"day": locked.day.number, "line": locked.position}, by=by, at=at)


@transaction.atomic
def show_line(line: AgendaLine, shown: bool, *, by: Person | None, at: datetime) -> None:
    """Put the result of an exercise on the screen, or take it off.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: it has not been opened, or is anonymous and open.
    """
    locked = _lead(line, by=by, at=at)
    progress = progress_of(locked)
    _keep(locked, exercises.reveal(exercise_of(locked), progress) if shown else exercises.hide(progress))
    _move(locked.day, showing=locked)
    action = "exercise.shown" if shown else "exercise.hidden"
    _record(locked.day, action, {"day": locked.day.number, "line": locked.position}, by=by, at=at)


@transaction.atomic
def advance_stage(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Go on from alone to pairs to all; raises as `open_line`, and where there is no further stage."""
    locked = _lead(line, by=by, at=at)
    _keep(locked, exercises.next_stage(exercise_of(locked), progress_of(locked)))
    _move(locked.day)
    content: dict[str, str | int] = {"day": locked.day.number, "line": locked.position, "stage": locked.stage}
    _record(locked.day, "exercise.stage", content, by=by, at=at)


@transaction.atomic
def keep_turn(line: AgendaLine, role: str, seconds: int, *, by: Person | None, at: datetime) -> Turn:
    """Keep that somebody of a role has spoken, and how long; no event, since it comes as often as an answer.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise is not open, or the role or the length is none that can be.
    """
    locked = _lead(line, by=by, at=at)
    if not progress_of(locked).collecting:
        raise ExerciseRefused(Phrase("room.refused.not_open"))
    if role not in set(Role) or not 0 < seconds <= LONGEST_TURN:
        raise ExerciseRefused(Phrase("room.refused.turn", {"most": LONGEST_TURN}))
    turn = Turn.objects.create(line=locked, role=role, seconds=seconds)
    _move(locked.day)
    return turn


@transaction.atomic
def receive_room(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """A start's days from an archive; answer how many. Their events come with the organisation's record."""
    return store_room(start, tables, people)


def move_version(day: Day) -> None:
    """Tell everyone who looks on that something of the day has changed."""
    Day.objects.filter(pk=day.pk).update(version=F("version") + 1)


def _lead(line: AgendaLine, *, by: Person | None, at: datetime) -> AgendaLine:
    """The line as it is now, which nobody else changes until the transaction ends, for one who may lead."""
    require(Act.RUN_WORKSHOP, line.day.start, by=by, at=at)
    locked = AgendaLine.objects.select_for_update().select_related("day__start__organisation").get(pk=line.pk)
    if not locked.kind:
        raise ExerciseRefused(Phrase("room.refused.no_exercise"))
    return locked


def _keep(line: AgendaLine, progress: Progress) -> None:
    line.opened_at, line.closed_at = progress.opened, progress.closed
    line.times_opened, line.revealed = progress.times_opened, progress.revealed
    line.stage, line.settled = progress.stage.value, progress.settled
    line.save(update_fields=["opened_at", "closed_at", "times_opened", "revealed", "stage", "settled"])


def _publish(line: AgendaLine) -> None:
    published = publications_of(line)
    found = publish(published, standing_of(line), collecting=False)
    if not isinstance(found, Publication):
        return
    models.Publication.objects.create(
        line=line,
        number=len(published) + 1,
        standing=dict(sorted(found.standing.items())),
        cells=[
            {
                "groups": sorted(cell.groups),
                "n": cell.n,
                "tally": sorted([mark.item, mark.said, n] for mark, n in tally_of(line, cell.groups).items()),
            }
            for cell in found.cells
        ],
    )
    AnonymousNote.objects.filter(line=line).update(shown=True)


def _refuse_faults(line: NewLine) -> None:
    if not line.title.strip() or len(line.title) > LONGEST_TITLE:
        raise ExerciseRefused(Phrase("room.day.title", {"most": LONGEST_TITLE}))
    if not 1 <= line.minutes <= exercises.MOST_MINUTES:
        raise ExerciseRefused(Phrase("room.exercise.minutes", {"most": exercises.MOST_MINUTES}))
    if line.exercise is not None and (faults := exercises.faults_of(line.exercise)):
        raise ExerciseRefused(faults[0])


def _columns(line: NewLine) -> dict[str, object]:
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


def _store_line(day: Day, position: int, line: NewLine) -> AgendaLine:
    row = AgendaLine.objects.create(day=day, position=position, **_columns(line))
    _store_items(row, line)
    return row


def _store_items(row: AgendaLine, line: NewLine) -> None:
    items = line.exercise.items if line.exercise else ()
    Item.objects.bulk_create(
        Item(line=row, position=position, text=text.strip()) for position, text in enumerate(items)
    )


def _move(day: Day, *, showing: AgendaLine | None = None) -> None:
    if showing is not None:
        Day.objects.filter(pk=day.pk).update(showing=showing)
    move_version(day)


def _record(
    day: Day, action: str, content: Mapping[str, str | int], *, by: Person | None, at: datetime
) -> None:
    record_event(
        day.start.organisation.key, action, f"start:{day.start.identifier}", content=content, by=by, at=at
    )
