"""How does one join a day by name, and how are answers with a name kept, changed and taken back?

An answer is the seat's own until the exercise closes: the same item answered again stands in place of the earlier one.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.answers import AnswerRefused, Mark, note_of
from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.room.actions import move_answers
from avstamp.web.room.in_turn import in_turn
from avstamp.web.room.kept_agenda import agenda_to_answer
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, NamedNote, Seat
from avstamp.web.room.queries import exercise_of, progress_of
from avstamp.web.room.tickets import GROUPS
from avstamp.web.start.permitting import require, roles_in

LONGEST_NAME = 100
WORDS = (ExerciseKind.CHECK_IN, ExerciseKind.CHECK_OUT)


class SeatRefused(AvstampError, ValueError):
    """One cannot join, or cannot answer, as things stand; `phrase` says why and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@in_turn()
@transaction.atomic
def join_as_person(day: Day, *, by: Person, at: datetime) -> Seat:
    """The seat of one who is signed in, the same on every device.

    Raises:
        NotPermitted: the person does not answer exercises in this start, or it is not opened.
    """
    require(Act.ANSWER_EXERCISE, day.start, by=by, at=at)
    role = roles_in(day.start, by, at=at)[0].value
    seat, is_new = Seat.objects.get_or_create(
        day=day, person=by, defaults={"role": role, "digest": seat_digest(secrets.token_urlsafe(32))}
    )
    if is_new:
        move_answers(day)
    return seat


@in_turn()
@transaction.atomic
def join_as_guest(day: Day, name: str, role: str) -> tuple[Seat, str]:
    """A seat for one without an account, and the secret that finds it again.

    Raises:
        SeatRefused: the day takes no guests, or the name or the role is missing.
    """
    if not day.guests:
        raise SeatRefused(Phrase("room.seat.no_guests"))
    if day.start.opened_at is None:
        raise SeatRefused(Phrase("room.seat.not_opened"))
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME:
        raise SeatRefused(Phrase("room.seat.name", {"most": LONGEST_NAME}))
    if role not in GROUPS:
        raise SeatRefused(Phrase("room.seat.role"))
    secret = secrets.token_urlsafe(32)
    seat = Seat.objects.create(day=day, name=kept, role=role, digest=seat_digest(secret))
    move_answers(day)
    return seat, secret


def seat_of_guest(day: Day, secret: str) -> Seat | None:
    """The seat that a secret finds, be it that of the device one joined with or of another; None if there is none."""
    guests = Seat.objects.filter(day=day, person__isnull=True)
    first = guests.filter(digest=seat_digest(secret)).first()
    return first or guests.filter(keys__digest=seat_digest(secret), keys__until__isnull=True).first()


def seat_of_person(day: Day, person: Person) -> Seat | None:
    """A person's seat, if the person has joined."""
    return Seat.objects.filter(day=day, person=person).first()


@in_turn()
@transaction.atomic
def answer(line: AgendaLine, seat: Seat, marks: Sequence[Mark]) -> None:
    """Keep what a seat says, in place of what it said of the same items before; words are answered as a whole.

    Raises:
        SeatRefused: the exercise is not open, is anonymous, or is of another day.
    """
    locked = _open(line, seat)
    places: dict[int, int] = {}
    rows = []
    for mark in marks:
        places[mark.item] = place = places.get(mark.item, -1) + 1
        rows.append(NamedAnswer(line=locked, seat=seat, item=mark.item, place=place, said=mark.said))
    if exercise_of(locked).kind in WORDS:
        # Fewer words than before: those that are not said again are taken away.
        NamedAnswer.objects.filter(line=locked, seat=seat).delete()
    NamedAnswer.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["line", "seat", "item", "place"], update_fields=["said"]
    )


@in_turn()
@transaction.atomic
def take_back(line: AgendaLine, seat: Seat, item: int) -> None:
    """Take back what a seat has said of an item; raises as `answer`."""
    locked = _open(line, seat)
    NamedAnswer.objects.filter(line=locked, seat=seat, item=item).delete()


@in_turn()
@transaction.atomic
def write_note(line: AgendaLine, seat: Seat, text: str, *, carried_from: int | None = None) -> NamedNote:
    """Keep a note at the stage the exercise is in; with the number of one's own note of an earlier stage, taken along.

    The same text sent again is the same note: a telephone with a bad connection may send until it has got an answer.

    Raises:
        SeatRefused: the exercise is not open, is anonymous, or is of another day.
        AnswerRefused: the note is empty, too long or holds an identity number, or the seat has written its share.
    """
    locked = _open(line, seat)
    exercise = exercise_of(locked)
    kept = note_of(exercise, text)
    mine = list(NamedNote.objects.filter(line=locked, seat=seat, stage=locked.stage))
    if (same := next((note for note in mine if note.text == kept), None)) is not None:
        return same
    written = len(mine)
    if written >= exercise.most_each:
        raise AnswerRefused(
            Phrase("room.answer.many_notes", {"most": exercise.most_each, "given": written + 1})
        )
    source = earlier_notes(locked, seat).filter(pk=carried_from).first() if carried_from else None
    return NamedNote.objects.create(
        line=locked, seat=seat, stage=locked.stage, text=kept, carried_from=source
    )


def earlier_notes(line: AgendaLine, seat: Seat) -> QuerySet[NamedNote]:
    """What a seat has written at earlier stages of EPA and not taken along to this one, to compare."""
    mine = NamedNote.objects.filter(line=line, seat=seat)
    taken = mine.filter(stage=line.stage, carried_from__isnull=False).values("carried_from_id")
    return mine.exclude(stage=line.stage).exclude(pk__in=taken)


@in_turn()
@transaction.atomic
def remove_note(line: AgendaLine, seat: Seat, number: int) -> None:
    """Take back one of the seat's own notes; raises as `answer`."""
    locked = _open(line, seat)
    NamedNote.objects.filter(line=locked, seat=seat, pk=number).delete()


def _open(line: AgendaLine, seat: Seat) -> AgendaLine:
    _, locked = agenda_to_answer(line)
    exercise = exercise_of(locked)
    if seat.day_id != locked.day_id:
        raise SeatRefused(Phrase("room.unknown_day"))
    if exercise.is_anonymous:
        raise SeatRefused(Phrase("room.seat.anonymous"))
    if not progress_of(locked).collecting:
        raise SeatRefused(Phrase("room.refused.not_open"))
    return locked


def seat_digest(secret: str) -> str:
    """What a seat is kept by instead of its secret."""
    return hashlib.sha256(f"avstamp seat {secret}".encode()).hexdigest()
