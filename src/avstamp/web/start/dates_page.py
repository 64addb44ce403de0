"""What stands on the page about the year: the steps, and meetings beside what the law sets, in order of day?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from avstamp.domain.calendar.legal_dates import Reference, next_legal_dates
from avstamp.domain.start.steps import Step, StepState, step_name
from avstamp.domain.start.wheel_templates import event_of, event_title
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.library.facts import open_fact_base
from avstamp.web.start.overview_page import planned_days
from avstamp.web.start.queries import plan_of
from avstamp.web.start.visit import Visit

DAYS_AHEAD = 400


@dataclass(frozen=True)
class StepRow:
    """A step with its days and state, and what can be done to it now: open, close or nothing."""

    code: str
    name: Phrase
    planned: Phrase
    state: Phrase
    move: str


@dataclass(frozen=True)
class YearRow:
    """Something in the year: a legal date with its paragraph, or a meeting that can be taken out."""

    first: date
    last: date | None
    title: Text
    law: str = ""
    condition: Phrase | None = None
    source: Reference | None = None
    months_ours: bool = False
    meeting: int | None = None


@dataclass(frozen=True)
class DatesPage:
    """The page."""

    steps: Sequence[StepRow]
    year: Sequence[YearRow]


def dates_page(visit: Visit) -> DatesPage:
    """Return everything on the page about the year: from today, 400 days on."""
    plans = {plan.step: plan for plan in map(plan_of, visit.start.steps.all())}
    rows = [
        StepRow(
            step.value,
            step_name(step),
            planned_days(plans[step].planned_first, plans[step].planned_last),
            Phrase(f"step_state.{plans[step].state}"),
            _move(step, plans[step].state),
        )
        for step in Step
    ]
    return DatesPage(
        rows, sorted([*_meetings(visit), *_legal(visit)], key=lambda row: (row.first, not row.law))
    )


def _move(step: Step, state: StepState) -> str:
    if state is StepState.IN_PROGRESS:
        return "close"
    return "" if state is StepState.DONE and step is Step.ANALYSIS else "open"


def _meetings(visit: Visit) -> list[YearRow]:
    rows = []
    for row in visit.start.meetings.all():
        event = event_of(row.code)
        rows.append(
            YearRow(
                row.first_day,
                row.last_day,
                event_title(row.code) if row.code else Verbatim(row.title),
                source=event[0].source if event else None,
                months_ours=event is not None and not event[1].stated,
                meeting=row.pk,
            )
        )
    return rows


def _legal(visit: Visit) -> list[YearRow]:
    kind = open_fact_base().units.get(visit.start.organisation.unit).kind
    found = next_legal_dates(visit.today, horizon_days=DAYS_AHEAD, unit_kind=kind)
    return [
        YearRow(one.on, None, one.title, law=one.paragraph, condition=one.condition, source=one.source)
        for one in found
    ]
