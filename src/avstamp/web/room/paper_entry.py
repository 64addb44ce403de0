"""How do ballots on paper become answers? A batch is read, every fault is told, and it is kept whole or not at all.

A ballot takes the same way as an answer by telephone: a slip is spent whichever way it comes, and one with a name has
one seat. Of an anonymous round nothing is kept of the batch: no event, no order, not who typed; the exercise only
counts how many have come on paper, so that the pile can be checked.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F, prefetch_related_objects

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.answers import AnswerRefused
from avstamp.domain.room.exercises import ExerciseKind, ExerciseRefused, Stage
from avstamp.domain.room.paper import (
    VOICES,
    PaperFault,
    PaperField,
    Reading,
    read_key,
    read_paper,
    read_turn,
    role_keys,
)
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.phrases import rule_of
from avstamp.web.accounts.queries import Person
from avstamp.web.room.actions import lead_line, record_day
from avstamp.web.room.answering import SeatRefused, answer, join_as_guest, join_as_person
from avstamp.web.room.ballots import BallotRefused, cast_ballot, group_of_slip, is_spent
from avstamp.web.room.clock_actions import keep_turn
from avstamp.web.room.in_turn import in_turn
from avstamp.web.room.kept_agenda import agenda_to_answer
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, NamedNote, Seat
from avstamp.web.room.queries import exercise_of, progress_of
from avstamp.web.room.receiving import CODE_LETTERS
from avstamp.web.room.tickets import plain_code
from avstamp.web.start.permitting import NotPermitted, require
from avstamp.web.start.queries import roll_of

PERSON_CODE_SIZE = 6
MOST_BALLOTS = 500
"""Ballots in a batch: a spreadsheet of a whole hall, and no more than one transaction should hold up the others for."""
MOST_IN_PILE = 5000
ROLE = PaperField("role", Phrase("paper.heading.role"), role_keys())


@dataclass(frozen=True)
class Typed:
    """One row as it was typed: its number in the batch, code or name, role, the ballot's letter, and its fields."""

    number: int
    code: str = ""
    role: str = ""
    letter: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(text.strip() for text in (self.code, self.role, self.letter, *self.cells.values()))


@dataclass(frozen=True)
class ReadRow:
    """A row as it was read; with faults nothing of it can be kept. `spent`: its code or person has answered already."""

    typed: Typed
    reading: Reading
    faults: tuple[PaperFault, ...] = ()
    spent: bool = False
    turn: tuple[str, int] | None = None


class BatchRefused(AvstampError, ValueError):
    """Some rows of a batch cannot be kept, and so none was; `rows` has each row with its faults."""

    def __init__(self, rows: Sequence[ReadRow]) -> None:
        self.rows = tuple(rows)
        self.phrase = Phrase("paper.refused.rows", {"number": sum(bool(row.faults) for row in rows)})
        super().__init__(f"{sum(bool(row.faults) for row in rows)} rows of a batch have faults")


@dataclass(frozen=True)
class Entered:
    """How many ballots of a batch were kept, and how many were passed over since they had answered."""

    kept: int
    passed_over: int = 0


def person_code(day: Day, identifier: str) -> str:
    """The code on ballots made out to a person of the roll, the same whenever they are printed."""
    digest = hashlib.sha256(f"avstamp paper {day.identifier} {identifier}".encode()).digest()
    number, letters = int.from_bytes(digest[:8]), ""
    for _ in range(PERSON_CODE_SIZE):
        number, place = divmod(number, len(CODE_LETTERS))
        letters += CODE_LETTERS[place]
    return letters


def written_code(typed: str) -> str:
    """A code as it was typed, or as a reader of square codes types it: what stands after the address's "#"."""
    return typed.rpartition("#")[2].strip()


def read_batch(line: AgendaLine, rows: Sequence[Typed]) -> list[ReadRow]:
    """Every row that is not empty, with its faults; nothing is kept."""
    people = _People(line.day) if line.openness == "named" else None
    seen: dict[str, int] = {}
    found = []
    for typed in rows:
        if typed.is_empty:
            continue
        read = _read(line, typed, people)
        if (key := _once(typed)) and line.kind != ExerciseKind.ROUND.value:
            if key in seen:
                fault = PaperFault("code", Phrase("paper.fault.twice", {"row": seen[key]}))
                read = ReadRow(typed, read.reading, (*read.faults, fault))
            seen.setdefault(key, typed.number)
        found.append(read)
    return found


def _once(typed: Typed) -> str:
    return " ".join(written_code(typed.code).casefold().split()) + (f" {typed.role}" if typed.role else "")


def _read(line: AgendaLine, typed: Typed, people: _People | None) -> ReadRow:
    exercise = exercise_of(line)
    if exercise.kind is ExerciseKind.ROUND:
        turn = read_turn(exercise, {**typed.cells})
        if turn and isinstance(turn[0], PaperFault):
            return ReadRow(typed, Reading(), tuple(one for one in turn if isinstance(one, PaperFault)))
        return ReadRow(typed, Reading(), turn=turn)  # type: ignore[arg-type]
    reading = read_paper(exercise, typed.cells, letter=typed.letter.strip().upper())
    try:
        if people is None:
            group_of_slip(line.day, written_code(typed.code))
            spent = is_spent(line, written_code(typed.code))
            reason = Phrase("paper.fault.spent") if spent else None
        else:
            seat = people.seat_of(typed, make=False)
            spent = seat is not None and has_answered(line, seat, reading)
            reason = Phrase("paper.fault.answered") if spent else None
    except AvstampError as refused:
        spent, reason = False, rule_of(refused).phrase(refused)
    place = "role" if reason and reason.key in ("paper.fault.no_role", "paper.fault.key") else "code"
    faults = (PaperFault(place, reason),) if reason else ()
    return ReadRow(typed, reading, (*faults, *reading.faults), spent)


def has_answered(line: AgendaLine, seat: Seat, reading: Reading) -> bool:
    """Whether a seat has answered an exercise, by telephone or on paper; of EPA, at one of the stages of the ballot."""
    if NamedAnswer.objects.filter(line=line, seat=seat).exists():
        return True
    stages = {stage.value for stage, _ in reading.notes}
    return NamedNote.objects.filter(line=line, seat=seat, stage__in=stages).exists()


@in_turn()
@transaction.atomic
def enter_batch(
    line: AgendaLine, rows: Sequence[Typed], *, pass_over: bool = False, by: Person | None, at: datetime
) -> Entered:
    """Keep a batch of ballots, all or none.

    Args:
        line: an exercise that is open.
        rows: the ballots as they were typed; those of an anonymous round are cast in an order of chance.
        pass_over: leave out ballots that have answered already, instead of refusing the batch for them.
        by: who types in.
        at: when.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the exercise is not open, or there is no ballot or too many.
        BatchRefused: some row cannot be kept; each is told.
    """
    # Holds the day: nobody answers by telephone between the reading and the keeping.
    locked = lead_line(line, by=by, at=at)
    agenda_to_answer(locked)  # screens are told
    prefetch_related_objects([locked], "items")
    if not progress_of(locked).collecting:
        raise ExerciseRefused(Phrase("room.refused.not_open"))
    read = read_batch(locked, rows)
    spent = [row for row in read if row.spent] if pass_over else []
    kept = [row for row in read if row not in spent]
    if len(kept) > MOST_BALLOTS or not read:
        raise ExerciseRefused(Phrase("paper.refused.number", {"most": MOST_BALLOTS}))
    if any(row.faults for row in kept):
        raise BatchRefused(kept)
    if exercise_of(locked).is_anonymous:
        secrets.SystemRandom().shuffle(kept)
    people = None if exercise_of(locked).is_anonymous else _People(locked.day)
    for row in kept:
        _keep(locked, row, people, by=by, at=at)
    AgendaLine.objects.filter(pk=locked.pk).update(on_paper=F("on_paper") + len(kept))
    if kept and not exercise_of(locked).is_anonymous:
        content = {"day": locked.day.number, "line": locked.position, "ballots": len(kept)}
        record_day(locked.day, "paper.entered", content, by=by, at=at)
    return Entered(len(kept), len(spent))


def _keep(line: AgendaLine, row: ReadRow, people: _People | None, *, by: Person | None, at: datetime) -> None:
    try:
        if row.turn is not None:
            keep_turn(line, row.turn[0], row.turn[1], by=by, at=at)
        elif people is None:
            notes = [text for _, text in row.reading.notes]
            cast_ballot(line, written_code(row.typed.code), row.reading.marks, notes=notes)
        else:
            seat = people.seat_of(row.typed, make=True, at=at)
            if seat is None or has_answered(line, seat, row.reading):
                raise BallotRefused(Phrase("paper.fault.answered"))
            if row.reading.marks:
                answer(line, seat, row.reading.marks)
            for stage, text in row.reading.notes:
                _keep_note(line, seat, stage, text)
    except (BallotRefused, SeatRefused, AnswerRefused, NotPermitted) as refused:
        fault = PaperFault("code", refused.phrase)
        raise BatchRefused([ReadRow(row.typed, row.reading, (fault,))]) from refused


def _keep_note(line: AgendaLine, seat: Seat, stage: Stage, text: str) -> None:
    """A note at the stage where it stands on the paper, whichever stage the exercise has come to."""
    NamedNote.objects.create(line=line, seat=seat, stage=stage.value, text=text)


class _People:
    """Finds whose a ballot with a name is: by the code of one on the roll, or by name and role."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.roll = roll_of(day.start)
        inside = {row.person for row in self.roll.memberships}
        self.people = {str(one.identifier): one for one in Person.objects.filter(identifier__in=inside)}
        self.by_code = {person_code(day, identifier): identifier for identifier in self.people}

    def seat_of(self, typed: Typed, *, make: bool, at: datetime | None = None) -> Seat | None:
        """The seat; made where there is none and `make` says so.

        Raises:
            SeatRefused: nobody has the code, or name or role is missing or does not tell who it is.
        """
        who = self._person(typed)
        if who is not None:
            seat = Seat.objects.filter(day=self.day, person=who).first()
            if seat is None and at is not None:
                return join_as_person(self.day, by=who, at=at)
            return seat
        name, role = " ".join(typed.code.split()), self._role(typed)
        seats = Seat.objects.filter(day=self.day, person__isnull=True, role=role)
        same = [seat for seat in seats if seat.name.casefold() == name.casefold()]
        if len(same) > 1:
            raise SeatRefused(Phrase("paper.fault.several", {"name": name}))
        if same:
            return same[0]
        if not self.day.guests or self.day.start.opened_at is None:
            raise SeatRefused(Phrase("paper.fault.no_guests"))
        return join_as_guest(self.day, name, role)[0] if make else None

    def _person(self, typed: Typed) -> Person | None:
        code = plain_code(written_code(typed.code))
        if code in self.by_code:
            return self.people[self.by_code[code]]
        name = " ".join(typed.code.split()).casefold()
        if not name:
            raise SeatRefused(Phrase("paper.fault.no_name"))
        same = [
            one
            for identifier, one in self.people.items()
            if one.name.casefold() == name
            and set(self.roll.roles_of(identifier, on=self.day.day)) & set(VOICES)
        ]
        if len(same) > 1:
            raise SeatRefused(Phrase("paper.fault.several", {"name": typed.code.strip()}))
        return same[0] if same else None

    def _role(self, typed: Typed) -> str:
        try:
            role = read_key(ROLE, typed.role.strip())
        except AnswerRefused as refused:
            raise SeatRefused(refused.phrase) from refused
        if not role:
            raise SeatRefused(Phrase("paper.fault.no_role", {"last": len(VOICES)}))
        return role


@transaction.atomic
def count_pile(line: AgendaLine, pile: int, *, by: Person | None, at: datetime) -> int:
    """How many ballots of a pile are not typed in; negative when more are typed in than lie there.

    The check is recorded, except of an anonymous round while it is open: there nothing is told of the way to the sum.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: the number cannot be.
    """
    require(Act.RUN_WORKSHOP, line.day.start, by=by, at=at)
    if not 0 <= pile <= MOST_IN_PILE:
        raise ExerciseRefused(Phrase("paper.refused.pile", {"most": MOST_IN_PILE}))
    row = AgendaLine.objects.select_related("day__start__organisation").get(pk=line.pk)
    if not (exercise_of(row).is_anonymous and progress_of(row).collecting):
        content = {"day": row.day.number, "line": row.position, "pile": pile, "entered": row.on_paper}
        record_day(row.day, "paper.counted", content, by=by, at=at)
    return pile - row.on_paper
