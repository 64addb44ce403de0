"""What do the leader's page, the screen and the telephone of a day show?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta

import segno
from django.utils.translation import get_language

from avstamp.domain.calendar.legal_time import LEGAL_TIME
from avstamp.domain.room.agenda import times_of
from avstamp.domain.room.exercises import (
    ExerciseKind,
    Stage,
    State,
    faults_of,
    kind_name,
    state_name,
)
from avstamp.domain.room.telling import tell_result
from avstamp.domain.values import Phrase
from avstamp.renderers.html.page import render_fragment
from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.queries import (
    Outcome,
    answered_of,
    exercise_of,
    lines_of,
    outcome_of,
    planned_of,
    progress_of,
)


@dataclass(frozen=True)
class LinePage:
    """One line of the agenda as the leader sees it; `acts` are what can be done to it now, in order."""

    row: AgendaLine
    first: time
    last: time
    kind: Phrase | None
    state: Phrase | None
    openness: Phrase | None
    faults: Sequence[Phrase]
    acts: Sequence[tuple[str, Phrase]]
    answered: int
    result: str
    withheld: Phrase | None

    @property
    def may_change(self) -> bool:
        """Whether it can be set anew."""
        return not self.row.times_opened


def line_pages(day: Day) -> list[LinePage]:
    """The whole agenda."""
    rows = lines_of(day)
    times = times_of([planned_of(row) for row in rows], starts=day.begins)
    return [_line(row, first, last) for row, (first, last) in zip(rows, times, strict=True)]


def _line(row: AgendaLine, first: time, last: time) -> LinePage:
    if not row.kind:
        return LinePage(row, first, last, None, None, None, (), (), 0, "", None)
    exercise, progress = exercise_of(row), progress_of(row)
    begun = progress.state is not State.PLANNED
    outcome = outcome_of(row) if begun else Outcome(0)
    return LinePage(
        row,
        first,
        last,
        kind_name(exercise.kind),
        state_name(progress.state),
        Phrase(f"openness.{exercise.openness}"),
        () if begun else faults_of(exercise),
        _acts(row),
        outcome.answered,
        result_html(row, outcome, level=3) if begun else "",
        outcome.notice if begun else None,
    )


def _acts(row: AgendaLine) -> list[tuple[str, Phrase]]:
    progress, exercise = progress_of(row), exercise_of(row)
    acts = []
    if progress.state is State.PLANNED and not faults_of(exercise):
        acts.append("open")
    if progress.collecting:
        acts.append("close")
        if exercise.kind is ExerciseKind.EPA and progress.stage is not Stage.ALL:
            acts.append("stage")
    if progress.state is State.CLOSED:
        acts += ["reopen", "settle"]
    may_show = progress.state is not State.PLANNED and not (exercise.is_anonymous and progress.collecting)
    if may_show:
        acts.append("hide" if progress.revealed else "show")
    return [(act, Phrase(f"room.act.{act}")) for act in acts]


def result_html(row: AgendaLine, outcome: Outcome, *, level: int = 2, most: int | None = None) -> str:
    """A result as tables, at most so many; empty where nothing may be shown."""
    blocks = tell_result(exercise_of(row), outcome.gathered)
    return render_fragment(blocks[:most], language=get_language() or "sv", level=level)


@dataclass(frozen=True)
class Screen:
    """What is on the screen: the line, how many have answered, until when, and the result when it is revealed."""

    row: AgendaLine | None
    answered: int = 0
    collecting: bool = False
    until: time | None = None
    result: str = ""
    withheld: Phrase | None = None


def screen_of(day: Day) -> Screen:
    """What is on the screen now."""
    row = day.showing
    if row is None or not row.kind:
        return Screen(row)
    progress = progress_of(row)
    until = None
    if progress.collecting and row.opened_at is not None:
        until = (row.opened_at + timedelta(minutes=row.minutes)).astimezone(LEGAL_TIME).time()
    if not progress.revealed:
        return Screen(row, answered_of(row), progress.collecting, until)
    outcome = outcome_of(row)
    return Screen(
        row, outcome.answered, progress.collecting, until, result_html(row, outcome, most=1), outcome.notice
    )


def qr_code(address: str) -> str:
    """An address as a code for a telephone's camera, as a picture to stand in a page."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(
        scale=1, border=4, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
