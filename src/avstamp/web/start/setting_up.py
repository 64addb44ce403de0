"""What can be done to a start while it is set up: made with a plan, its parties and its registry entry kept?

Anyone signed in may set up the first start of a municipality or region here. The next term of one that is here already
is set up by somebody who has led a start there, so that nobody walks into another organisation's record.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.mandates import Seats
from avstamp.domain.start.openness import DocumentStatus, Retention, may_become
from avstamp.domain.start.organisation_keys import organisation_key
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Capacity
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import Span
from avstamp.domain.start.wheel_templates import WheelTemplate, cycle_year, plan_year
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import Person
from avstamp.web.start.actions import StartRefused, create_start, record_start_event
from avstamp.web.start.models import CouncilParty, Meeting, Membership, PlannedStep
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import Start, find_organisation, has_start, lock_start


def key_of(unit: Unit) -> str:
    """The key of a unit's organisation on every server."""
    units = open_fact_base().units
    return organisation_key(unit, [*units.municipalities, *units.regions])


def setting_up_refused(person: Person, unit: Unit, term: Span) -> Phrase | None:
    """Why a person cannot set up a start of a term for a unit; None when they can."""
    key = key_of(unit)
    mine = Membership.objects.filter(person=person)
    if has_start(key, term.first):
        return Phrase("start.exists", {"organisation": unit.name, "year": str(term.first.year)})
    if mine.filter(start__organisation__invented=True).exists():
        return Phrase("start.refused.invented_person")
    led = mine.filter(start__organisation__key=key, capacity=Capacity.PROCESS_LEADER.value)
    if find_organisation(key) is not None and not led.exists():
        return Phrase("start.refused.not_led", {"organisation": unit.name})
    return None


@transaction.atomic
def set_up_start(
    unit: Unit,
    term: Span,
    *,
    parties: Sequence[Seats],
    template: WheelTemplate | None,
    by: Person,
    at: datetime,
) -> Start:
    """A start of a unit's term, led by whoever sets it up, planned by a template where one is chosen.

    Raises:
        StartRefused: there is a start of that term, or the organisation is another's.
    """
    if (refused := setting_up_refused(by, unit, term)) is not None:
        raise StartRefused(refused)
    start = create_start(
        organisation=key_of(unit),
        name=unit.name,
        unit=unit.id,
        term=term,
        parties=parties,
        by=by,
        at=at,
    )
    if template is not None:
        plan_by_template(start, template, by=by, at=at)
    return start


@transaction.atomic
def plan_by_template(start: Start, template: WheelTemplate, *, by: Person | None, at: datetime) -> None:
    """Give the steps and the year the days of a template; steps that have begun keep theirs, own meetings stay.

    Raises:
        NotPermitted: the person does not lead the process.
    """
    require(Act.SET_UP, start, by=by, at=at)
    lock_start(start)
    term, today = Span(start.term_first_day, start.term_last_day), legal_day(at)
    plan = plan_year(template, cycle_year(term, today=today), not_before=max(term.first, today))
    for row in start.steps.filter(opened_at__isnull=True):
        days = plan.steps.get(Step(row.step))
        row.first_day, row.last_day = (days.first, days.last) if days else (None, None)
        row.save(update_fields=["first_day", "last_day"])
    start.meetings.exclude(code="").delete()
    Meeting.objects.bulk_create(
        Meeting(start=start, code=event.code, first_day=event.span.first, last_day=event.span.last)
        for event in plan.events
    )
    record_start_event(start, "start.planned", {"template": template.key}, by=by, at=at)


@transaction.atomic
def plan_steps(
    start: Start, days: dict[Step, tuple[date | None, date | None]], *, by: Person | None, at: datetime
) -> None:
    """Plan the days of several steps at once.

    Raises:
        InvalidSpan: a step's last day lies before its first.
        NotPermitted: the person does not lead the process.
    """
    require(Act.SET_UP, start, by=by, at=at)
    content: dict[str, str | int | None] = {}
    for step, (first, last) in days.items():
        if first is not None:
            Span(first, last)
        PlannedStep.objects.filter(start=start, step=step.value).update(
            first_day=first, last_day=last if first else None
        )
        content[step.value] = f"{first or ''}/{last or ''}"
    record_start_event(start, "steps.planned", content, by=by, at=at)


@transaction.atomic
def add_meeting(
    start: Start, title: str, *, first_day: date, last_day: date | None, by: Person | None, at: datetime
) -> Meeting:
    """Put a meeting of one's own into the year; raises `InvalidSpan` and `NotPermitted`."""
    require(Act.SET_UP, start, by=by, at=at)
    Span(first_day, last_day)
    meeting = Meeting.objects.create(start=start, title=title.strip(), first_day=first_day, last_day=last_day)
    record_start_event(start, "meeting.added", {"first": first_day.isoformat()}, by=by, at=at)
    return meeting


@transaction.atomic
def remove_meeting(start: Start, meeting: int, *, by: Person | None, at: datetime) -> None:
    """Take a meeting out of the year; one that is gone already stays gone. Raises `NotPermitted`."""
    require(Act.SET_UP, start, by=by, at=at)
    if (row := start.meetings.filter(pk=meeting).first()) is not None:
        content = {"first": row.first_day.isoformat(), "code": row.code}
        row.delete()
        record_start_event(start, "meeting.removed", content, by=by, at=at)


@transaction.atomic
def keep_parties(start: Start, parties: Sequence[Seats], *, by: Person | None, at: datetime) -> None:
    """Put the council's parties and seats in place of those that stand there, while nobody else has access.

    Raises:
        StartRefused: the start is open, or a party that goes has members or a side.
        NotPermitted: the person does not lead the process.
    """
    require(Act.SET_UP, start, by=by, at=at)
    if lock_start(start).opened_at is not None:
        raise StartRefused(Phrase("start.parties.stand"))
    codes = {row.party for row in parties}
    used = set(start.memberships.exclude(party="").values_list("party", flat=True))
    if gone := tuple(sorted(used - codes)):
        raise StartRefused(Phrase("start.parties.in_use", {"parties": gone}))
    behind = set(start.parties.filter(stands_behind=True).values_list("code", flat=True))
    start.sides.exclude(party__in=codes).delete()
    start.parties.all().delete()
    CouncilParty.objects.bulk_create(
        CouncilParty(
            start=start, code=row.party, name=row.name, seats=row.seats, stands_behind=row.party in behind
        )
        for row in parties
    )
    content = {"parties": len(parties), "seats": sum(row.seats for row in parties)}
    record_start_event(start, "parties.kept", content, by=by, at=at)


@transaction.atomic
def keep_registry(
    start: Start,
    *,
    status: DocumentStatus,
    number: str,
    retention: Retention,
    invites: bool,
    by: Person | None,
    at: datetime,
) -> None:
    """Keep the registry's side of the start, and whether companies and unions are asked to take part.

    Raises:
        StartRefused: a document only goes onwards.
        NotPermitted: the person does not lead the process.
    """
    require(Act.SET_UP, start, by=by, at=at)
    now = DocumentStatus(lock_start(start).status)
    if status is not now and not may_become(now, status):
        raise StartRefused(Phrase("start.registry.only_onwards"))
    start.status, start.registration_number, start.retention = status.value, number.strip(), retention.value
    start.invites_companies_and_unions = invites
    start.save(update_fields=["status", "registration_number", "retention", "invites_companies_and_unions"])
    content = {"status": status.value, "number": start.registration_number, "retention": retention.value}
    record_start_event(start, "start.registered", {**content, "invites": int(invites)}, by=by, at=at)
