"""What do the leader's page and the screen of a day show: what goes on now, what is next, and the whole agenda?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import lru_cache

import segno
from django.utils.translation import get_language

from avstamp.domain.calendar.legal_time import LEGAL_TIME
from avstamp.domain.documents.tree import Figure
from avstamp.domain.room.agenda import times_of
from avstamp.domain.room.day_result import DayResult
from avstamp.domain.room.exercises import (
    Exercise,
    ExerciseKind,
    Progress,
    Stage,
    State,
    faults_of,
    kind_name,
    state_name,
)
from avstamp.domain.room.telling import tell_on_screen, tell_result
from avstamp.domain.room.timer import seconds_left
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase
from avstamp.renderers.html.page import render_fragment
from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.presence_page import AnsweredRow, answered_by_role
from avstamp.web.room.queries import (
    Outcome,
    answered_of,
    exercise_of,
    lines_of,
    outcome_of,
    planned_of,
    progress_of,
    timer_of,
)
from avstamp.web.room.result_page import result_chart

GATHERS_NOTES = (ExerciseKind.COLLECTION, ExerciseKind.EPA)
CODES_KEPT = 64
"""Square codes that a process keeps: a screen is made anew several times a second while a room votes."""


@dataclass(frozen=True)
class Clock:
    """A part's clock: when it rings, seconds left, and the server's now, from which a script counts down."""

    ends: datetime | None
    left: int
    now: datetime

    @property
    def until(self) -> time | None:
        """When it rings, as the clock on the wall shows; None when it stands still."""
        return None if self.ends is None else self.ends.astimezone(LEGAL_TIME).time()

    @property
    def is_up(self) -> bool:
        """Whether the time is up."""
        return self.left == 0

    @property
    def text(self) -> str:
        """Minutes and seconds left."""
        return f"{self.left // 60}.{self.left % 60:02}"


def clock_of(row: AgendaLine, *, at: datetime) -> Clock | None:
    """The clock of a line; None when it is not set."""
    timer = timer_of(row)
    left = seconds_left(timer, at=at)
    return None if left is None else Clock(timer.ends, left, at)


@dataclass(frozen=True)
class Act:
    """Something that can be done to a line: its code, its name, and whether it is asked about first."""

    code: str
    asks: bool = False

    @property
    def name(self) -> Phrase:
        """What the button says."""
        return Phrase(f"room.act.{self.code}")


@dataclass(frozen=True)
class LinePage:
    """One line of the agenda as the leader sees it; `acts` are what can be done to it now, in order."""

    row: AgendaLine
    first: time
    last: time
    kind: Phrase | None = None
    state: Phrase | None = None
    openness: Phrase | None = None
    stage: Phrase | None = None
    faults: Sequence[Phrase] = ()
    acts: Sequence[Act] = ()
    answered: int = 0
    result: str = ""
    withheld: Phrase | None = None
    clock: Clock | None = None
    speaking: Phrase | None = None
    has_notes: bool = False

    @property
    def may_change(self) -> bool:
        """Whether it can be set anew, and removed."""
        return not self.row.times_opened

    @property
    def is_open_round(self) -> bool:
        """Whether the word goes round now."""
        return self.row.kind == ExerciseKind.ROUND.value and progress_of(self.row).collecting

    @property
    def has_result(self) -> bool:
        """Whether there is a page of its result."""
        return bool(self.row.kind) and self.row.closed_at is not None


@dataclass(frozen=True)
class DayPage:
    """A day: the line that is on the screen, the one after it, and the whole agenda."""

    lines: Sequence[LinePage]
    now: LinePage | None
    then: LinePage | None


def day_page(day: Day, *, at: datetime) -> DayPage:
    """The whole agenda, with what is on the screen first and what comes after it."""
    rows = lines_of(day)
    times = times_of([planned_of(row) for row in rows], starts=day.begins)
    lines = [
        _line(row, first, last, at=at, whole=row.pk == day.showing_id)
        for row, (first, last) in zip(rows, times, strict=True)
    ]
    place = next((number for number, line in enumerate(lines) if line.row.pk == day.showing_id), None)
    after = 0 if place is None else place + 1
    return DayPage(
        lines,
        None if place is None else lines[place],
        lines[after] if after < len(lines) else None,
    )


def _line(row: AgendaLine, first: time, last: time, *, at: datetime, whole: bool) -> LinePage:
    """A line as the leader sees it; only the one on the screen with its result, which takes more to read."""
    clock = clock_of(row, at=at)
    if not row.kind:
        return LinePage(row, first, last, clock=clock)
    exercise, progress = exercise_of(row), progress_of(row)
    begun = progress.state is not State.PLANNED
    outcome = Outcome(0)
    if begun:
        outcome = outcome_of(row) if whole else Outcome(answered_of(row))
    return LinePage(
        row,
        first,
        last,
        kind=kind_name(exercise.kind),
        state=state_name(progress.state),
        openness=Phrase(f"openness.{exercise.openness}"),
        stage=Phrase(f"stage.{progress.stage}") if exercise.kind is ExerciseKind.EPA and begun else None,
        faults=() if begun else faults_of(exercise),
        acts=acts_of(exercise, progress),
        answered=outcome.answered,
        result=result_html(row, outcome, level=4) if whole else "",
        withheld=outcome.notice if whole else None,
        clock=clock,
        speaking=role_name(Role(row.speaking_role)) if row.speaking_role else None,
        has_notes=begun and exercise.kind in GATHERS_NOTES,
    )


def acts_of(exercise: Exercise, progress: Progress) -> list[Act]:
    """What can be done to an exercise now, in the order a leader does it."""
    acts = []
    if progress.state is State.PLANNED and not faults_of(exercise):
        acts.append(Act("open"))
    if progress.collecting:
        if exercise.kind is ExerciseKind.EPA and progress.stage is not Stage.ALL:
            acts.append(Act("stage"))
        acts.append(Act("close"))
    if progress.state is not State.PLANNED and not (exercise.is_anonymous and progress.collecting):
        acts.append(Act("hide" if progress.revealed else "show"))
    if progress.state is State.CLOSED:
        acts += [Act("reopen"), Act("settle", asks=True)]
    return acts


def result_html(row: AgendaLine, outcome: Outcome, *, level: int = 2, on_screen: bool = False) -> str:
    """A result as tables, for the screen the main one alone; empty where nothing may be shown."""
    tell = tell_on_screen if on_screen else tell_result
    blocks = tell(exercise_of(row), outcome.gathered)
    return render_fragment(blocks, language=get_language() or "sv", level=level)


@dataclass(frozen=True)
class Screen:
    """What is on the screen: the line, how many have answered, by role too, the clock, and the result when revealed."""

    row: AgendaLine | None
    answered: int = 0
    state: State | None = None
    clock: Clock | None = None
    by_role: Sequence[AnsweredRow] = ()
    stage: Phrase | None = None
    speaking: Phrase | None = None
    result: str = ""
    chart: Figure | None = None
    withheld: Phrase | None = None

    @property
    def collecting(self) -> bool:
        """Whether answers are taken now."""
        return self.state in (State.OPEN, State.REOPENED)

    @property
    def counts(self) -> bool:
        """Whether how many have answered is told: not laget runt, which nobody answers on a telephone."""
        return (
            self.row is not None
            and self.state is not State.PLANNED
            and self.row.kind not in ("", ExerciseKind.ROUND.value)
        )


def screen_of(day: Day, *, at: datetime) -> Screen:
    """What is on the screen now."""
    row = day.showing
    if row is None:
        return Screen(None)
    clock = clock_of(row, at=at)
    if not row.kind:
        return Screen(row, clock=clock)
    progress = progress_of(row)
    shown = Screen(
        row,
        state=progress.state,
        clock=clock,
        stage=Phrase(f"room.stage_now.{row.stage}") if row.kind == ExerciseKind.EPA.value else None,
        speaking=role_name(Role(row.speaking_role)) if row.speaking_role else None,
    )
    if not progress.revealed:
        return replace(shown, answered=answered_of(row), by_role=_by_role(row, progress))
    outcome = outcome_of(row)
    result = result_html(row, outcome, on_screen=True)
    return replace(
        shown,
        answered=outcome.answered,
        result=result,
        # The result stands in its place, where there is one.
        by_role=() if result else _by_role(row, progress),
        # Only where it says more than the table, and when the answers no longer move: it takes longer to draw.
        chart=result_chart(_result(row, outcome)) if _shows_chart(row, progress) else None,
        withheld=outcome.notice,
    )


def _by_role(row: AgendaLine, progress: Progress) -> Sequence[AnsweredRow]:
    return answered_by_role(row) if progress.collecting else ()


def _shows_chart(row: AgendaLine, progress: Progress) -> bool:
    return row.kind == ExerciseKind.PLACING.value and not progress.collecting


def _result(row: AgendaLine, outcome: Outcome) -> DayResult:
    return DayResult(exercise_of(row), outcome.answered, outcome.gathered)


@lru_cache(maxsize=CODES_KEPT)
def qr_code(address: str) -> str:
    """An address as a code for a telephone's camera, as a picture to stand in a page."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(
        scale=1, border=4, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
