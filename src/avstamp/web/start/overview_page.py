"""What stands on a start's first page, ready to be printed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.values import Phrase
from avstamp.web.start.queries import plan_of
from avstamp.web.start.visit import Visit


@dataclass(frozen=True)
class StepLine:
    """One step: its name, the days it is planned for, and how far it has come."""

    name: Phrase
    planned: Phrase
    state: Phrase


@dataclass(frozen=True)
class OverviewPage:
    """The page: whether the start is open, what the reader is in it, and the steps."""

    opened: Phrase
    role: Phrase
    steps: Sequence[StepLine]


def overview_page(visit: Visit) -> OverviewPage:
    """Return everything on a start's first page."""
    opened = visit.start.opened_at
    plans = {plan.step: plan for plan in map(plan_of, visit.start.steps.all())}
    return OverviewPage(
        opened=Phrase("start.opened", {"at": opened}) if opened else Phrase("start.being_prepared"),
        role=Phrase("start.your_roles", {"roles": tuple(role_name(role) for role in visit.roles)}),
        steps=[
            StepLine(
                step_name(step),
                _planned(plans[step].planned_first, plans[step].planned_last),
                Phrase(f"step_state.{plans[step].state}"),
            )
            for step in Step
        ],
    )


def _planned(first: date | None, last: date | None) -> Phrase:
    if first is None:
        return Phrase("start.step.unplanned")
    if last is None:
        return Phrase("start.step.planned_from", {"first": first})
    return Phrase("start.step.planned", {"first": first, "last": last})
