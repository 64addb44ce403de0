"""How is a day laid out anew: lines put in, moved, copied and removed, its details changed, ended or cancelled?

What people have answered is never changed or removed under their answers. Each action is one transaction and one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max

from avstamp.domain.room.agenda import inserted, moved
from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.room.actions import (
    LONGEST_TITLE,
    NewLine,
    columns_of,
    move_version,
    record_day,
    refuse_faults,
    store_items,
    store_line,
)
from avstamp.web.room.models import AgendaLine, Day, Item
from avstamp.web.room.queries import progress_of
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import lock_start

LONGEST_REASON = 300


@transaction.atomic
def add_line(
    day: Day, line: NewLine, *, after: int | None = None, by: Person | None, at: datetime
) -> AgendaLine:
    """Put a line on the agenda: after another, first (`after` 0), or last.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise cannot be used as it is set, or the day is over.
    """
    refuse_faults(line)
    _change(day, by=by, at=at)
    row = _put_in(day, line, after)
    _done(day, row.position, by=by, at=at)
    return row


@transaction.atomic
def change_line(line: AgendaLine, new: NewLine, *, by: Person | None, at: datetime) -> None:
    """Set a line anew.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise has been opened, so that people have answered it, or cannot be used as it is set.
    """
    refuse_faults(new)
    _change(line.day, by=by, at=at)
    _refuse_opened(line)
    for name, value in columns_of(new).items():
        setattr(line, name, value)
    line.save()
    line.items.all().delete()
    store_items(line, new)
    _done(line.day, line.position, by=by, at=at)


@transaction.atomic
def move_line(line: AgendaLine, places: int, *, by: Person | None, at: datetime) -> None:
    """Move a line up (below 0) or down; also one that has been answered, since only the order changes.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the day is over.
    """
    _change(line.day, by=by, at=at)
    _lay(line.day, moved(_order(line.day), line.position, places))
    _done(line.day, line.position, by=by, at=at)


@transaction.atomic
def copy_line(line: AgendaLine, *, by: Person | None, at: datetime) -> AgendaLine:
    """Put a copy of a line after it, not opened; also of one that has been answered, to ask the same again.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the day is over.
    """
    _change(line.day, by=by, at=at)
    texts = [item.text for item in line.items.all()]
    kept = ("title", "minutes", "kind", "step", "aim", "question", "openness", "scale", "most_each")
    row = AgendaLine.objects.create(
        day=line.day, position=_next(line.day), **{name: getattr(line, name) for name in kept}
    )
    Item.objects.bulk_create(Item(line=row, position=place, text=text) for place, text in enumerate(texts))
    _lay(line.day, inserted(_order(line.day, without=row.position), row.position, line.position))
    _done(line.day, row.position, by=by, at=at)
    return row


@transaction.atomic
def remove_line(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    """Take a line from the agenda.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise has been opened, so that people have answered it, or the day is over.
    """
    day, position = line.day, line.position
    _change(day, by=by, at=at)
    _refuse_opened(line, "room.refused.remove_answered")
    line.delete()
    _lay(day, _order(day))
    move_version(day)
    record_day(day, "day.line_removed", {"day": day.number, "line": position}, by=by, at=at)


@transaction.atomic
def change_day(
    row: Day,
    title: str,
    *,
    day: date,
    begins: time,
    place: str,
    guests: bool,
    by: Person | None,
    at: datetime,
) -> None:
    """Change what a day is called, when and where it is, and whether guests may join.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the day has no title, or is over.
    """
    _change(row, by=by, at=at)
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise ExerciseRefused(Phrase("room.day.title", {"most": LONGEST_TITLE}))
    row.title, row.day, row.begins, row.place, row.guests = title.strip(), day, begins, place.strip(), guests
    row.save(update_fields=["title", "day", "begins", "place", "guests"])
    move_version(row)
    record_day(row, "day.edited", {"day": row.number}, by=by, at=at)


@transaction.atomic
def end_day(day: Day, *, by: Person | None, at: datetime) -> None:
    """End a day: nothing more is opened or changed; results, merging and what goes on stay open.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: an exercise takes answers, or the day is over already.
    """
    _end(day, "", by=by, at=at)
    record_day(day, "day.ended", {"day": day.number}, by=by, at=at)


@transaction.atomic
def cancel_day(day: Day, reason: str, *, by: Person | None, at: datetime) -> None:
    """Say that a day will not be held, and why.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: there is no reason, something has been opened already, or the day is over.
    """
    kept = " ".join(reason.split())
    if not kept or len(kept) > LONGEST_REASON:
        raise ExerciseRefused(Phrase("room.day.reason", {"most": LONGEST_REASON}))
    if day.lines.filter(times_opened__gt=0).exists():
        raise ExerciseRefused(Phrase("room.day.begun"))
    _end(day, kept, by=by, at=at)
    record_day(day, "day.cancelled", {"day": day.number}, by=by, at=at)


@transaction.atomic
def resume_day(day: Day, *, by: Person | None, at: datetime) -> None:
    """Take up a day again that was ended or cancelled.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the day is not over.
    """
    require(Act.SET_UP, day.start, by=by, at=at)
    if day.ended_at is None:
        raise ExerciseRefused(Phrase("room.day.not_over"))
    Day.objects.filter(pk=day.pk).update(ended_at=None, cancelled="")
    move_version(day)
    record_day(day, "day.resumed", {"day": day.number}, by=by, at=at)


def _end(day: Day, cancelled: str, *, by: Person | None, at: datetime) -> None:
    _change(day, by=by, at=at)
    if any(line.kind and progress_of(line).collecting for line in day.lines.all()):
        raise ExerciseRefused(Phrase("room.day.still_open"))
    Day.objects.filter(pk=day.pk).update(ended_at=at, cancelled=cancelled)
    move_version(day)


def _change(day: Day, *, by: Person | None, at: datetime) -> None:
    require(Act.SET_UP, day.start, by=by, at=at)
    lock_start(day.start)
    if Day.objects.filter(pk=day.pk, ended_at__isnull=False).exists():
        raise ExerciseRefused(Phrase("room.day.over"))


def _done(day: Day, position: int, *, by: Person | None, at: datetime) -> None:
    move_version(day)
    record_day(day, "day.changed", {"day": day.number, "line": position}, by=by, at=at)


def _refuse_opened(line: AgendaLine, why: str = "room.refused.answered") -> None:
    if AgendaLine.objects.select_for_update().get(pk=line.pk).times_opened:
        raise ExerciseRefused(Phrase(why))


def _put_in(day: Day, line: NewLine, after: int | None) -> AgendaLine:
    order = _order(day)
    row = store_line(day, _next(day), line)
    _lay(day, inserted(order, row.position, after))
    return row


def _next(day: Day) -> int:
    """A number that no line has; that of a removed line may come again, since nothing was answered there."""
    return (day.lines.aggregate(last=Max("position"))["last"] or 0) + 1


def _order(day: Day, *, without: int = 0) -> tuple[int, ...]:
    rows = day.lines.exclude(position=without).order_by("place", "position")
    return tuple(rows.values_list("position", flat=True))


def _lay(day: Day, order: Sequence[int]) -> None:
    for place, position in enumerate(order, start=1):
        day.lines.filter(position=position).update(place=place)
