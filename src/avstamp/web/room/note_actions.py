"""How does the leader put notes together, take them apart, and keep one off the screen that should not be there?

What was written stays as it was. A note of an anonymous round is reached only once it has been published, and the
order of a page of notes is the alphabet's. Hiding leaves an event with its reason, never with the text.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from avstamp.domain.room.answers import LONGEST_NOTE
from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.domain.room.merging import HideReason, Note
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.room.actions import lead_line, move_answers, record_day
from avstamp.web.room.freezing import freeze_result, subject_of
from avstamp.web.room.models import AgendaLine, NoteHeading, NoteSorting
from avstamp.web.room.queries import notes_of


@transaction.atomic
def put_together(
    line: AgendaLine,
    keys: Collection[str],
    *,
    heading: str = "",
    under: int = 0,
    by: Person | None,
    at: datetime,
) -> NoteHeading:
    """Put notes under a heading, a new one or (`under` its number) one there is; they leave the one they had.

    Without a heading in words a new one is called as the most common of the notes.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: no note is chosen, one is not there, or the heading is too long or not there.
    """
    locked = lead_line(line, by=by, at=at)
    chosen = _chosen(locked, keys)
    if under:
        row = locked.headings.filter(number=under).first()
        if row is None:
            raise ExerciseRefused(Phrase("room.notes.no_heading"))
    else:
        row = _new_heading(locked, heading or _most_common(chosen))
    for note in chosen:
        NoteSorting.objects.update_or_create(line=locked, key=note.key, defaults={"heading": row})
    _done(locked, by=by, at=at)
    return row


@transaction.atomic
def take_apart(line: AgendaLine, keys: Collection[str], *, by: Person | None, at: datetime) -> None:
    """Take notes out from under their headings; a heading that is left empty goes.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: no note is chosen, or one is not there.
    """
    locked = lead_line(line, by=by, at=at)
    chosen = _chosen(locked, keys)
    locked.sortings.filter(key__in=[note.key for note in chosen]).update(heading=None)
    _done(locked, by=by, at=at)


@transaction.atomic
def name_heading(line: AgendaLine, number: int, text: str, *, by: Person | None, at: datetime) -> None:
    """Call a heading something else.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the heading is not there, or the words are none or too many.
    """
    locked = lead_line(line, by=by, at=at)
    if not locked.headings.filter(number=number).update(text=_heading(text)):
        raise ExerciseRefused(Phrase("room.notes.no_heading"))
    _done(locked, by=by, at=at)


@transaction.atomic
def hide_notes(
    line: AgendaLine, keys: Collection[str], reason: str, *, by: Person | None, at: datetime
) -> None:
    """Keep notes off every screen and page but the leader's, for a reason that is recorded.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: no note is chosen, one is not there, or there is no such reason.
    """
    locked = lead_line(line, by=by, at=at)
    if reason not in set(HideReason):
        raise ExerciseRefused(Phrase("room.notes.no_reason"))
    chosen = _chosen(locked, keys)
    for note in chosen:
        NoteSorting.objects.update_or_create(line=locked, key=note.key, defaults={"hidden": reason})
    _done(locked, by=by, at=at)
    content: dict[str, str | int] = {"day": locked.day.number, "line": locked.position, "notes": len(chosen)}
    record_day(locked.day, "day.notes_hidden", content | {"why_hidden": reason}, by=by, at=at)


@transaction.atomic
def show_notes(line: AgendaLine, keys: Collection[str], *, by: Person | None, at: datetime) -> None:
    """Let hidden notes be seen again.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: no note is chosen, or one is not there.
    """
    locked = lead_line(line, by=by, at=at)
    chosen = _chosen(locked, keys)
    locked.sortings.filter(key__in=[note.key for note in chosen]).update(hidden="")
    _done(locked, by=by, at=at)
    content = {"day": locked.day.number, "line": locked.position, "notes": len(chosen)}
    record_day(locked.day, "day.notes_shown", content, by=by, at=at)


def _chosen(line: AgendaLine, keys: Collection[str]) -> list[Note]:
    found = [note for note in notes_of(line) if note.key in set(keys)]
    if not keys:
        raise ExerciseRefused(Phrase("room.notes.none_chosen"))
    if len(found) != len(set(keys)):
        raise ExerciseRefused(Phrase("room.notes.gone"))
    return found


def _new_heading(line: AgendaLine, text: str) -> NoteHeading:
    number = (line.headings.aggregate(last=Max("number"))["last"] or 0) + 1
    return NoteHeading.objects.create(line=line, number=number, text=_heading(text))


def _heading(text: str) -> str:
    kept = " ".join(text.split())
    if not kept or len(kept) > LONGEST_NOTE:
        raise ExerciseRefused(Phrase("room.notes.heading", {"most": LONGEST_NOTE}))
    return kept


def _most_common(notes: Collection[Note]) -> str:
    texts = [note.text for note in notes]
    return min(texts, key=lambda text: (-texts.count(text), len(text), text))


def _done(line: AgendaLine, *, by: Person | None, at: datetime) -> None:
    line.sortings.filter(heading=None, hidden="").delete()
    line.headings.filter(sortings=None).delete()
    if freeze_result(line, at=at):
        content = {"day": line.day.number, "line": line.position}
        record_day(line.day, "day.result_kept", content, by=by, at=at, subject=subject_of(line))
    move_answers(line.day)
