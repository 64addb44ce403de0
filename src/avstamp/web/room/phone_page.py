"""What does a telephone show: one thing to answer, what one has answered, or what one waits for?

A telephone asks for its page once an answer, so the page asks the database little: the agenda, the items of what is
open, and what the seat has said there; the result on the screen is made once for all telephones that wait.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness, Stage, State
from avstamp.domain.room.one_at_a_time import Standing, standing_of
from avstamp.domain.values import Phrase
from avstamp.web.room.asking import NOTES, WORDS, Ask, asks_of, filled_with
from avstamp.web.room.day_page import result_html
from avstamp.web.room.kept_agenda import kept_lines
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, NamedNote, Seat
from avstamp.web.room.queries import exercise_of, outcome_of, progress_of

RESULTS_KEPT = 64


@dataclass(frozen=True)
class Own:
    """What a seat has said in one exercise: how far it has come, its answers with words and notes.

    `last` is the item answered last; `asks` is everything that is asked, with what the seat has said of each.
    """

    row: AgendaLine
    exercise: Exercise
    standing: Standing
    asks: Sequence[Ask] = ()
    last: int | None = None
    words: Sequence[str] = ()
    notes: Sequence[NamedNote] = ()

    @property
    def is_open(self) -> bool:
        """Whether it takes answers."""
        return progress_of(self.row).collecting

    @property
    def writes(self) -> bool:
        """Whether it is answered in one's own words."""
        return self.exercise.kind in NOTES + WORDS

    @property
    def answers(self) -> bool:
        """Whether anything at all is answered on the telephone: in a round one speaks."""
        return self.exercise.kind is not ExerciseKind.ROUND

    @property
    def waits(self) -> bool:
        """Whether something is left to answer, that has not been skipped."""
        return bool(self.standing.left) or (self.exercise.kind in WORDS and not self.words)

    @property
    def skipped(self) -> Sequence[Ask]:
        """What was skipped."""
        return [self.asks[item] for item in self.standing.skipped]

    @property
    def given(self) -> int:
        """How many answers, words or notes."""
        return len(self.standing.answered) + len(self.words) + len(self.notes)

    @property
    def notes_now(self) -> Sequence[NamedNote]:
        """Notes of the stage the exercise is in."""
        return [note for note in self.notes if note.stage == self.row.stage]

    @property
    def notes_before(self) -> Sequence[NamedNote]:
        """Notes of earlier stages that have not been taken along to this one."""
        now = {note.text for note in self.notes_now}
        taken = {note.carried_from_id for note in self.notes_now}
        earlier = [note for note in self.notes if note.stage != self.row.stage]
        return [note for note in earlier if note.text not in now and note.pk not in taken]

    @property
    def may_write(self) -> bool:
        """Whether the seat may write another note at this stage."""
        return len(self.notes_now) < self.exercise.most_each

    @property
    def stage(self) -> str:
        """The stage of EPA; empty in other exercises."""
        return self.row.stage if self.exercise.kind is ExerciseKind.EPA else ""

    @property
    def notes_by_stage(self) -> Sequence[tuple[Phrase | None, Sequence[NamedNote]]]:
        """All notes, under the names of their stages where there are stages."""
        if self.exercise.kind is not ExerciseKind.EPA:
            return [(None, self.notes)] if self.notes else []
        found = [(stage, [note for note in self.notes if note.stage == stage.value]) for stage in Stage]
        return [(Phrase(f"stage.{stage}"), notes) for stage, notes in found if notes]


@dataclass(frozen=True)
class PhonePage:
    """What the telephone shows. `own` is the exercise it is about, `ask` the one thing that is asked in it.

    `changing` is where one came from to answer a thing anew; `staying` whether one has gone to this exercise oneself.
    """

    day: Day
    seat: Seat
    own: Own | None = None
    ask: Ask | None = None
    others: Sequence[Own] = ()
    anonymous: Sequence[AgendaLine] = ()
    comes: AgendaLine | None = None
    result: str = ""
    result_of: str = ""
    changing: str = ""
    staying: bool = False

    @property
    def waiting(self) -> bool:
        """Whether there is nothing to answer, so that what comes may take its place at once."""
        return self.ask is None and not (self.own is not None and self.own.writes)

    @property
    def shows(self) -> str:
        """What the page is about, in a form that tells whether a newer one is about the same."""
        if self.own is None:
            return "waiting"
        return f"{self.own.row.position}/{self.own.row.stage}"

    @property
    def number(self) -> int:
        """The number of what is asked among all that have been dealt with, from 1."""
        return self.own.standing.done + 1 if self.own is not None else 0

    @property
    def coming(self) -> Sequence[Ask]:
        """What is asked now and after it, for a telephone that loses its connection meanwhile."""
        if self.own is None or self.ask is None or self.changing or self.ask.half:
            return []
        return [self.own.asks[item] for item in self.own.standing.left]


def phone_page(day: Day, seat: Seat, *, line: int = 0, filled: Mapping[str, str] | None = None) -> PhonePage:
    """What the telephone shows: the first exercise with something left to answer, else the first that is open.

    Args:
        day: the day.
        seat: whose telephone it is.
        line: the exercise one has gone to, where several are open.
        filled: an answer of which half has been pressed.
    """
    rows = kept_lines(day)
    collecting = [row for row in rows if row.kind and progress_of(row).collecting]
    collecting.sort(key=lambda row: (row.pk != day.showing_id, row.position))
    named = [row for row in collecting if row.openness == Openness.NAMED.value]
    owns = owns_of(seat, named)
    page = PhonePage(
        day,
        seat,
        anonymous=[row for row in collecting if row.openness == Openness.ANONYMOUS.value],
        comes=_comes(rows),
    )
    own = _chosen(owns, line, at_it=bool(filled))
    if own is not None:
        others = [one for one in owns if one is not own and one.answers]
        staying, changing = own.row.position == line, (filled or {}).get("fran", "")
        page = replace(
            page, own=own, ask=_now(own, filled or {}), others=others, staying=staying, changing=changing
        )
    return _with_result(page, rows) if page.waiting else page


def change_page(page: PhonePage, item: int, *, came_from: str) -> PhonePage:
    """The page with one thing asked anew, whatever has been said of it; unchanged when there is none of that number."""
    if page.own is None or not 0 <= item < len(page.own.asks):
        return page
    return replace(page, ask=page.own.asks[item], changing=came_from)


def owns_of(seat: Seat, rows: Sequence[AgendaLine]) -> list[Own]:
    """What a seat has said in some exercises; three questions to the database however many they are."""
    if not rows:
        return []
    prefetch_related_objects(rows, "items")
    answers = NamedAnswer.objects.filter(seat=seat, line__in=rows).order_by("pk")
    said: dict[int, list[tuple[int, str]]] = {}
    for row, item, mark in answers.values_list("line_id", "item", "said"):
        said.setdefault(row, []).append((item, mark))
    written: dict[int, list[NamedNote]] = {}
    if any(ExerciseKind(row.kind) in NOTES for row in rows):
        for note in NamedNote.objects.filter(seat=seat, line__in=rows).order_by("pk"):
            written.setdefault(note.line_id, []).append(note)
    return [_own(row, said.get(row.pk, []), written.get(row.pk, []), seat) for row in rows]


def _own(row: AgendaLine, said: Sequence[tuple[int, str]], notes: Sequence[NamedNote], seat: Seat) -> Own:
    exercise = exercise_of(row)
    if exercise.kind in WORDS:
        return Own(row, exercise, standing_of({}, 0), words=sorted(word for _, word in said))
    if exercise.kind in NOTES:
        return Own(row, exercise, standing_of({}, 0), notes=notes)
    asks = asks_of(exercise, filled_with(exercise, dict(said)), seed=seat.pk)
    return Own(row, exercise, standing_of(dict(said), len(asks)), asks, said[-1][0] if said else None)


def _chosen(owns: Sequence[Own], line: int, *, at_it: bool) -> Own | None:
    here = (own for own in owns if own.row.position == line)
    gone_to = next((own for own in here if at_it or own.waits or own.writes), None)
    left = next((own for own in owns if own.waits), None)
    writing = next((own for own in owns if own.writes and own.exercise.kind in NOTES), None)
    return gone_to or left or writing or next(iter(owns), None)


def _now(own: Own, filled: Mapping[str, str]) -> Ask | None:
    half = next((ask for ask in asks_of(own.exercise, filled, seed=0) if ask.half), None) if filled else None
    if half is not None:
        return half
    return own.asks[own.standing.left[0]] if own.standing.left else None


def _comes(rows: Sequence[AgendaLine]) -> AgendaLine | None:
    """The exercise that is to be opened next: the first planned one after the last that has been opened."""
    begun = max((row.position for row in rows if row.times_opened), default=0)
    planned = (row for row in rows if row.kind and progress_of(row).state is State.PLANNED)
    return next((row for row in planned if row.position > begun), None)


def _with_result(page: PhonePage, rows: Sequence[AgendaLine]) -> PhonePage:
    row = next((row for row in rows if row.pk == page.day.showing_id and row.kind and row.revealed), None)
    if row is None:
        return page
    result = _result(row.pk, page.day.version, get_language() or "sv")
    return replace(page, result=result, result_of=row.question or row.title)


@lru_cache(maxsize=RESULTS_KEPT)
def _result(line: int, version: int, language: str) -> str:
    """The main table of a result, made anew when the agenda has moved: `version` and `language` tell them apart."""
    row = AgendaLine.objects.prefetch_related("items").get(pk=line)
    return result_html(row, outcome_of(row), on_screen=True)
