"""Where in the working model is a start: which step is planned when, and how far has it come?

State is never set by hand: it follows from when somebody opened and closed the step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase


class Step(StrEnum):
    """The five steps of the working model, in order."""

    OUTLOOK = "outlook"
    POSITION = "position"
    ANALYSIS = "analysis"
    NEEDS = "needs"
    WAYS = "ways"


class StepState(StrEnum):
    """How far a step has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class StepRefused(AvstampError, ValueError):
    """A step cannot be opened or closed as it stands; `phrase` says why."""

    def __init__(self, step: Step, phrase: Phrase) -> None:
        self.step = step
        self.phrase = phrase
        super().__init__(f"step {step}: {phrase.key}")


@dataclass(frozen=True, slots=True)
class StepPlan:
    """One step of a start: the days it is planned for, and the instants it was opened and closed."""

    step: Step
    planned_first: date | None = None
    planned_last: date | None = None
    opened: datetime | None = None
    closed: datetime | None = None

    @property
    def state(self) -> StepState:
        """How far the step has come."""
        if self.opened is None:
            return StepState.NOT_STARTED
        return StepState.IN_PROGRESS if self.closed is None else StepState.DONE


def open_step(plan: StepPlan, *, at: datetime) -> StepPlan:
    """The step, opened; a closed step is opened again, but never the joint analysis.

    Readings rest on a closed joint analysis and are written in the light of it: opening it again would move the
    ground under them. What has to be said anew is said in a new statement.

    Raises:
        StepRefused: the step is open already, or is a closed joint analysis.
    """
    if plan.state is StepState.IN_PROGRESS:
        raise StepRefused(plan.step, Phrase("start.step.open_already", {"step": step_name(plan.step)}))
    if plan.state is StepState.DONE and plan.step is Step.ANALYSIS:
        raise StepRefused(plan.step, Phrase("start.step.analysis_stays_closed"))
    return replace(plan, opened=at, closed=None)


def close_step(plan: StepPlan, *, at: datetime) -> StepPlan:
    """The step, closed.

    Raises:
        StepRefused: the step is not open.
    """
    if plan.state is not StepState.IN_PROGRESS:
        raise StepRefused(plan.step, Phrase("start.step.not_open", {"step": step_name(plan.step)}))
    return replace(plan, closed=at)


def states_of(plans: Iterable[StepPlan]) -> dict[Step, StepState]:
    """The state of all five steps; a step without a plan is not started.

    Example:
        >>> states_of([])[Step.WAYS]
        <StepState.NOT_STARTED: 'not_started'>
    """
    return dict.fromkeys(Step, StepState.NOT_STARTED) | {plan.step: plan.state for plan in plans}


def step_name(step: Step) -> Phrase:
    """The step's name on the screen."""
    return Phrase(f"step.{step}")
