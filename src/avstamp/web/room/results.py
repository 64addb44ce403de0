"""Which results has a start's days come to, by step, and how does the thread name and look again at them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from avstamp.domain.room.day_result import (
    METHOD,
    DayResult,
    ResultName,
    read_outcome,
    read_result,
    result_address,
    result_named,
    result_version,
)
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.revisions import ResultVersion
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.web.room.models import AgendaLine, Result
from avstamp.web.start.queries import Start
from avstamp.web.start.step_results import StepResult
from avstamp.web.thread.result_kinds import ResultKind


@dataclass(frozen=True)
class KeptResult:
    """The newest result of an exercise as it is kept."""

    row: Result
    result: DayResult

    @property
    def line(self) -> AgendaLine:
        """The exercise."""
        return self.row.line

    def address(self, item: int = 0) -> str:
        """What a claim writes to rest on it, or on one row of it (from 1)."""
        version = result_version(self.result, self.row.version, item)
        return str(result_address(name_of(self.line, item), version))


def kept_result(line: AgendaLine, version: int = 0) -> KeptResult | None:
    """A version of an exercise's result, the newest where none is named; None where nothing is kept."""
    rows = line.results.select_related("line__day__start__organisation")
    row = rows.filter(version=version).first() if version else rows.order_by("-version").first()
    return None if row is None else KeptResult(row, read_result(row.content))


def results_of_step(start: Start, step: Step) -> Sequence[KeptResult]:
    """Every result of a start that belongs to a step and has been shown, the newest day first; for the step's pages."""
    rows = Result.objects.filter(line__day__start=start, line__step=step.value, line__released=True)
    newest: dict[int, Result] = {}
    for row in rows.select_related("line__day__start__organisation").order_by("version"):
        newest[row.line_id] = row
    found = [KeptResult(row, read_result(row.content)) for row in newest.values()]
    return sorted(
        found, key=lambda one: (-one.line.day.day.toordinal(), -one.line.day.number, one.line.place)
    )


def for_step(start: Start, step: Step) -> list[StepResult]:
    """What a step's own pages show of the start's days; named in the setting `STEP_RESULTS`."""
    return [
        StepResult(
            one.line.title,
            one.line.day.title,
            one.line.day.day,
            outcome_in_words(result_version(one.result, one.row.version).outcome),
            result_page_of(start, result_address(name_of(one.line), ResultVersion(1, "0000", "")).subject),
        )
        for one in results_of_step(start, step)
    ]


def name_of(line: AgendaLine, item: int = 0) -> ResultName:
    """What an exercise's result, or a row of it, is called in addresses."""
    start = line.day.start
    return ResultName(start.organisation.key, start.term_first_day.year, line.day.number, line.position, item)


def newest_results(start: Start, subjects: Iterable[str]) -> Mapping[str, ResultVersion]:
    """A start's own results as they were kept last; those of any other start, or not shown yet, are not there."""
    found: dict[str, ResultVersion] = {}
    for subject in subjects:
        name = result_named(subject)
        kept = _kept(start, name) if name else None
        if name and kept and name.item <= len(kept.result.exercise.items):
            found[subject] = result_version(kept.result, kept.row.version, name.item)
    return found


def _kept(start: Start, name: ResultName) -> KeptResult | None:
    line = _line(start, name)
    return kept_result(line) if line is not None and line.released else None


def _line(start: Start, name: ResultName) -> AgendaLine | None:
    if (name.organisation, name.year) != (start.organisation.key, start.term_first_day.year):
        return None
    return AgendaLine.objects.filter(day__start=start, day__number=name.day, position=name.line).first()


def result_words(start: Start, subject: str) -> Text:
    """What a result is called in the thread of its own start; the subject as it stands anywhere else."""
    name = result_named(subject)
    line = _line(start, name) if name else None
    if name is None or line is None:
        return Verbatim(subject)
    values = {"day": line.day.title, "line": line.title, "number": line.position}
    texts = [item.text for item in line.items.all()]
    if not name.item or name.item > len(texts):
        return Phrase("room.result.name", values)
    return Phrase("room.result.row_name", values | {"row": texts[name.item - 1]})


def outcome_in_words(written: str) -> Text:
    """An outcome as a sentence; anything else as it stands."""
    outcome = read_outcome(written)
    if outcome is None:
        return Verbatim(written)
    kind = next((kind for kind in _DECIMALS if kind in outcome.figures), "whole")
    values: dict[str, object] = {"version": outcome.version, "answered": outcome.answered}
    for name, value in outcome.figures.items():
        decimals = _DECIMALS.get(name, 0)
        values[name] = Quantity(value, "%" if name == "agree" else "", decimals, signed=name == "score")
    return Phrase(f"room.outcome.{kind}", values)


_DECIMALS = {"agree": 0, "effect": 1, "uncertainty": 1, "median": 1, "score": 2}


def result_page_of(start: Start, subject: str) -> str:
    """The address of the page that shows a result; nothing for one of any other start."""
    name = result_named(subject)
    if name is None or _line(start, name) is None:
        return ""
    where = {"organisation": name.organisation, "year": name.year, "day": name.day, "line": name.line}
    return reverse("room:result", kwargs=where)


RESULTS = ResultKind(METHOD, newest_results, result_words, outcome_in_words, result_page_of)
"""Named in the setting `RESULT_KINDS`, so that claims can rest on what a day came to."""
