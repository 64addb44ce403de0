"""What stands on a start's first page: how far it has come, what its reader can do next, and what remains to set up?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from avstamp.domain.start.permissions import Act, role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.start.steps import Step, StepState, step_name
from avstamp.domain.values import Phrase
from avstamp.web.audit.queries import find_event
from avstamp.web.start.queries import plan_of
from avstamp.web.start.visit import Visit

NEAREST = 4
"""So many meetings ahead are shown; the page of dates has them all."""


@dataclass(frozen=True)
class StepLine:
    """One step: its name, the days it is planned for, and how far it has come."""

    name: Phrase
    planned: Phrase
    state: Phrase


@dataclass(frozen=True)
class Task:
    """Something that has to be done before the start opens: what, whether it is done, and the page it is done on."""

    name: Phrase
    done: bool
    page: str
    required: bool = False


@dataclass(frozen=True)
class Proof:
    """What shows that everyone got access at once: the event's number and hash in the record, and the instant."""

    at: datetime
    people: int
    number: int
    hash: str


@dataclass(frozen=True)
class RoleCount:
    """How many people are in a role today."""

    role: Phrase
    count: int


@dataclass(frozen=True)
class OverviewPage:
    """The page: whether the start is open, what the reader is in it, the steps, and what is next."""

    opened: Phrase
    role: Phrase
    next: Phrase
    next_page: str
    steps: Sequence[StepLine]
    remaining: Sequence[Task]
    roles: Sequence[RoleCount]
    proof: Proof | None


def overview_page(visit: Visit) -> OverviewPage:
    """Return everything on a start's first page."""
    opened = visit.start.opened_at
    plans = {plan.step: plan for plan in map(plan_of, visit.start.steps.all())}
    sees = visit.may(Act.READ_MATERIAL).allowed
    leads = visit.may(Act.SET_UP).allowed
    remaining = remaining_tasks(visit) if leads and opened is None else []
    next, next_page = _next(visit, remaining)
    return OverviewPage(
        opened=Phrase("start.opened", {"at": opened}) if opened else Phrase("start.being_prepared"),
        role=Phrase("start.your_roles", {"roles": tuple(role_name(role) for role in visit.roles)}),
        next=next,
        next_page=next_page,
        steps=[
            StepLine(
                step_name(step),
                planned_days(plans[step].planned_first, plans[step].planned_last),
                Phrase(f"step_state.{plans[step].state}"),
            )
            for step in Step
        ],
        remaining=remaining,
        roles=_role_counts(visit) if sees else [],
        proof=_proof(visit) if opened else None,
    )


def remaining_tasks(visit: Visit) -> list[Task]:
    """What a process leader does before opening, in the order of the work; only the commission is required."""
    start = visit.start
    return [
        Task(Phrase("start.task.parties"), start.parties.exists(), "start:parties"),
        Task(Phrase("start.task.sides"), bool(visit.roll.sides), "start:sides"),
        Task(Phrase("start.task.dates"), start.steps.filter(first_day__isnull=False).exists(), "start:dates"),
        Task(
            Phrase("start.task.commission"),
            visit.matter.commission_missing is None,
            "start:commission",
            required=True,
        ),
        Task(Phrase("start.task.people"), len(visit.roll.memberships) > 1, "start:invite"),
        Task(Phrase("start.task.opening"), False, "start:opening"),
    ]


def _next(visit: Visit, remaining: Sequence[Task]) -> tuple[Phrase, str]:
    if visit.matter.ended:
        return Phrase("permission.no.term_over"), ""
    if remaining:
        task = next(task for task in remaining if not task.done)
        return task.name, task.page
    if visit.start.opened_at is None:
        return Phrase("start.next.wait"), ""
    going = [step for step, state in visit.steps.items() if state is StepState.IN_PROGRESS]
    if visit.may(Act.SET_UP).allowed:
        waiting = [step for step, state in visit.steps.items() if state is StepState.NOT_STARTED]
        if going:
            return Phrase("start.next.lead_going", {"steps": _names(going)}), "start:dates"
        if waiting:
            return Phrase("start.next.open_step", {"step": step_name(waiting[0])}), "start:dates"
        return Phrase("start.next.all_done"), "start:dates"
    if going:
        return Phrase("start.next.going", {"steps": _names(going)}), "start:allowed"
    return Phrase("start.next.no_step"), "start:dates"


def _names(steps: Sequence[Step]) -> tuple[Phrase, ...]:
    return tuple(step_name(step) for step in steps)


def _role_counts(visit: Visit) -> list[RoleCount]:
    people = {row.person for row in visit.roll.memberships}
    counts = dict.fromkeys(Role, 0)
    for person in people:
        for role in visit.roll.roles_of(person, on=visit.day_of_roles):
            counts[role] += 1
    return [RoleCount(role_name(role), n) for role, n in counts.items() if n and role is not Role.PUBLIC]


def _proof(visit: Visit) -> Proof | None:
    start = visit.start
    event = find_event(start.organisation.key, "start.opened", f"start:{start.identifier}")
    if event is None:
        return None
    return Proof(event.at, int(event.content.get("people", 0)), event.number, event.hash)


def planned_days(first: date | None, last: date | None) -> Phrase:
    """The days something is planned for, in words."""
    if first is None:
        return Phrase("start.step.unplanned")
    if last is None:
        return Phrase("start.step.planned_from", {"first": first})
    return Phrase("start.step.planned", {"first": first, "last": last})
