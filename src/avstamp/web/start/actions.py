"""What can be done to a start? Each action is one transaction and one event in the organisation's record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.mandates import Seats
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Capacity, Function, Side, leaders_with_a_voice, move_parties
from avstamp.domain.start.steps import Step, StepPlan, close_step, open_step
from avstamp.domain.start.term import Span
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person, actor_of, names_of_people
from avstamp.web.archive import Row, Tables, store_rows
from avstamp.web.audit.actions import record_event
from avstamp.web.start.models import (
    CouncilParty,
    FunctionHeld,
    Meeting,
    Membership,
    Organisation,
    PartySide,
    PlannedStep,
    Start,
)
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import find_organisation, has_start, lock_start, matter_of, plan_of, roll_of


class StartRefused(AvstampError, ValueError):
    """Something cannot be done to a start as things stand; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@transaction.atomic
def create_start(
    *,
    organisation: str,
    name: str,
    unit: str,
    term: Span,
    parties: Sequence[Seats] = (),
    invented: bool = False,
    by: Person | None,
    at: datetime,
) -> Start:
    """A new start with the five steps, unplanned, led by whoever makes it; the organisation is made if it is new here.

    Raises:
        StartRefused: the organisation has a start of that term.
    """
    if has_start(organisation, term.first):
        raise StartRefused(Phrase("start.exists", {"organisation": name, "year": str(term.first.year)}))
    assert term.last is not None, "a term has a last day"
    owner = find_organisation(organisation) or Organisation.objects.create(
        key=organisation, name=name, unit=unit, invented=invented
    )
    start = Start.objects.create(
        organisation=owner, term_first_day=term.first, term_last_day=term.last, created_at=at
    )
    PlannedStep.objects.bulk_create(PlannedStep(start=start, step=step) for step in Step)
    CouncilParty.objects.bulk_create(
        CouncilParty(start=start, code=row.party, name=row.name, seats=row.seats) for row in parties
    )
    record_start_event(start, "start.created", {"parties": len(parties)}, by=by, at=at)
    if by is not None:
        # Whoever makes a start leads it until somebody else is asked to.
        first = min(legal_day(at), term.first)
        _add_member(start, by, Capacity.PROCESS_LEADER, span=Span(first, term.last), party="", by=by, at=at)
    return start


@transaction.atomic
def clone_start(
    source: Start, *, organisation: str, name: str, unit: str, by: Person | None, at: datetime
) -> Start:
    """A start for another organisation with the plan of this one, and none of its people, parties or texts."""
    term = Span(source.term_first_day, source.term_last_day)
    start = create_start(organisation=organisation, name=name, unit=unit, term=term, by=by, at=at)
    for row in source.steps.all():
        start.steps.filter(step=row.step).update(first_day=row.first_day, last_day=row.last_day)
    Meeting.objects.bulk_create(
        Meeting(start=start, code=row.code, first_day=row.first_day, last_day=row.last_day)
        for row in source.meetings.exclude(code="")  # what somebody has named is that organisation's own
    )
    start.invites_companies_and_unions = source.invites_companies_and_unions
    start.save(update_fields=["invites_companies_and_unions"])
    return start


@transaction.atomic
def commission_start(
    start: Start,
    *,
    commissioner: Commissioner,
    day: date,
    parties: Sequence[str] = (),
    by: Person | None,
    at: datetime,
) -> None:
    """Record who has commissioned the start; for group leaders, of which parties.

    Raises:
        StartRefused: the start is open already, a party is not in the council, or the day is still to come or lies
            before the year of the election.
        NotPermitted: the person does not lead the process.
    """
    require(Act.SET_UP, start, by=by, at=at)
    if lock_start(start).opened_at is not None:
        raise StartRefused(Phrase("start.opened_already"))
    earliest, latest = date(start.term_first_day.year, 1, 1), legal_day(at)
    if not earliest <= day <= latest:
        raise StartRefused(Phrase("start.sides.day", {"day": day, "first": earliest, "last": latest}))
    unknown = set(parties) - set(start.parties.values_list("code", flat=True))
    if unknown:
        raise StartRefused(Phrase("start.party_unknown", {"parties": tuple(sorted(unknown))}))
    start.commissioner, start.commission_day = commissioner.value, day
    start.save(update_fields=["commissioner", "commission_day"])
    start.parties.update(stands_behind=False)
    start.parties.filter(code__in=parties).update(stands_behind=True)
    content = {"commissioner": commissioner.value, "parties": ",".join(sorted(parties))}
    record_start_event(start, "start.commissioned", content, by=by, at=at)


@transaction.atomic
def open_start(start: Start, *, by: Person | None, at: datetime) -> None:
    """Open a start to everyone in it, at one instant that the record keeps.

    Raises:
        StartRefused: the start is open already, or lacks a commission.
        NotPermitted: the person does not lead the process.
    """
    # What was read before the transaction may be old: two who open at once would move the instant of the first.
    if lock_start(start).opened_at is not None:
        raise StartRefused(Phrase("start.opened_already"))
    if (missing := matter_of(start).commission_missing) is not None:
        raise StartRefused(missing)
    require(Act.OPEN_START, start, by=by, at=at)
    start.opened_at = at
    start.save(update_fields=["opened_at"])
    record_start_event(start, "start.opened", {"people": _people_now(start, legal_day(at))}, by=by, at=at)


def _people_now(start: Start, day: date) -> int:
    roll = roll_of(start)
    return len({row.person for row in roll.memberships if row.span.covers(day)})


@transaction.atomic
def begin_step(start: Start, step: Step, *, by: Person | None, at: datetime) -> None:
    """Open a step to everyone in the start; raises `StepRefused`, `StartRefused` and `NotPermitted`."""
    _require_opened(start)
    require(Act.MOVE_STEP, start, by=by, at=at)
    row = _locked_step(start, step)
    _keep_step(row, open_step(plan_of(row), at=at))
    record_start_event(start, "step.opened", {"step": step.value}, by=by, at=at)


@transaction.atomic
def finish_step(start: Start, step: Step, *, by: Person | None, at: datetime) -> None:
    """Close a step for everyone; raises `StepRefused` and `NotPermitted`."""
    require(Act.MOVE_STEP, start, by=by, at=at)
    row = _locked_step(start, step)
    _keep_step(row, close_step(plan_of(row), at=at))
    record_start_event(start, "step.closed", {"step": step.value}, by=by, at=at)


@transaction.atomic
def take_sides(
    start: Start, sides: Mapping[str, Side], *, from_day: date, by: Person | None, at: datetime
) -> None:
    """Say which side parties are on from a day; earlier days stay as they were.

    Once the start is open the day is today or later: who was the side when a text was begun decides who sees its draft,
    and nobody changes that afterwards.

    Raises:
        StartRefused: the day lies outside the term, or before today in a start that is open.
        NotPermitted: the person does not lead the process.
    """
    require(Act.SET_UP, start, by=by, at=at)
    opened = lock_start(start).opened_at is not None
    earliest = max(start.term_first_day, legal_day(at)) if opened else start.term_first_day
    if not earliest <= from_day <= start.term_last_day:
        values = {"day": from_day, "first": earliest, "last": start.term_last_day}
        raise StartRefused(Phrase("start.sides.day", values))
    moved = move_parties(roll_of(start), sides, from_day=from_day)
    start.sides.filter(party__in=sides).delete()
    PartySide.objects.bulk_create(
        PartySide(
            start=start, party=row.party, side=row.side, first_day=row.span.first, last_day=row.span.last
        )
        for row in moved.sides
        if row.party in sides
    )
    content = {"from": from_day.isoformat(), **{party: side.value for party, side in sorted(sides.items())}}
    record_start_event(start, "sides.taken", content, by=by, at=at)


@transaction.atomic
def add_member(
    start: Start,
    person: Person,
    capacity: Capacity,
    *,
    span: Span,
    party: str = "",
    by: Person | None,
    at: datetime,
) -> Membership:
    """Give a person a part in the start.

    Raises:
        InvalidRoll: the person has that part on some of the days already, or has a party without being elected.
        NotPermitted: the one who adds does not lead the process.
    """
    require(Act.INVITE, start, by=by, at=at)
    lock_start(start)
    return _add_member(start, person, capacity, span=span, party=party, by=by, at=at)


def _add_member(
    start: Start,
    person: Person,
    capacity: Capacity,
    *,
    span: Span,
    party: str,
    by: Person | None,
    at: datetime,
) -> Membership:
    row = Membership.objects.create(
        start=start,
        person=person,
        capacity=capacity.value,
        party=party,
        first_day=span.first,
        last_day=span.last,
    )
    refuse_leaders_with_a_voice(start)
    record_start_event(
        start,
        "member.added",
        {"capacity": capacity.value, "member": actor_of(person, start.organisation.key)},
        by=by,
        at=at,
    )
    return row


def refuse_leaders_with_a_voice(start: Start) -> None:
    """Refuse a roll that says two things at once, or in which one who leads the process has a voice in it too.

    Raises:
        InvalidRoll: somebody has the same part twice on a day.
        StartRefused: a process leader is elected or an official in the same start on the same day.
    """
    if found := leaders_with_a_voice(roll_of(start)):
        names = tuple(sorted(names_of_people(found).values()))
        raise StartRefused(Phrase("start.refused.leader_with_voice", {"people": names}))


@transaction.atomic
def give_function(
    start: Start,
    person: Person,
    function: Function,
    *,
    span: Span,
    body: str = "",
    by: Person | None,
    at: datetime,
) -> FunctionHeld:
    """Give an elected person a function beside the role.

    Raises:
        StartRefused: the person is not elected on all of the days, or, where it has no last day, to the term's end.
        NotPermitted: the one who gives does not lead the process.
    """
    require(Act.INVITE, start, by=by, at=at)
    lock_start(start)  # nobody's part ends between the question and the answer
    days = Span(span.first, span.last or max(span.first, start.term_last_day))
    if not roll_of(start).is_elected_through(str(person.identifier), days):
        values = {"person": person.name, "function": Phrase(f"function.{function}")}
        raise StartRefused(Phrase("start.refused.function_of_unelected", values))
    row = FunctionHeld.objects.create(
        start=start,
        person=person,
        function=function.value,
        body=body,
        first_day=span.first,
        last_day=span.last,
    )
    content = {"function": function.value, "member": actor_of(person, start.organisation.key)}
    record_start_event(start, "function.given", content, by=by, at=at)
    return row


@transaction.atomic
def receive_start(tables: Tables, people: Mapping[str, Person]) -> Start:
    """A start from an archive; its events come with the organisation's record.

    Raises:
        StartRefused: the organisation has a start of that term here.
    """
    (row,) = (dict(row) for row in tables["start"])
    owner_row = {name: row.pop(name) for name in ("key", "name", "unit", "invented")}
    if has_start(owner_row["key"], row["term_first_day"]):
        values = {"organisation": owner_row["name"], "year": str(row["term_first_day"])[:4]}
        raise StartRefused(Phrase("start.exists", values))
    owner = find_organisation(owner_row["key"]) or Organisation.objects.create(**owner_row)
    start = Start.objects.create(organisation=owner, **row)
    for name, model in (
        ("parties", CouncilParty),
        ("steps", PlannedStep),
        ("meetings", Meeting),
        ("sides", PartySide),
    ):
        store_rows(model, ({"start": start, **part} for part in tables[name]))
    store_rows(Membership, _with_people(tables["memberships"], start, people))
    store_rows(FunctionHeld, _with_people(tables["functions"], start, people))
    return start


def _with_people(rows: Sequence[Row], start: Start, people: Mapping[str, Person]) -> list[Row]:
    return [
        {name: value for name, value in row.items() if name != "member"}
        | {"start": start, "person": people[row["member"]]}
        for row in rows
    ]


def _require_opened(start: Start) -> None:
    if start.opened_at is None:
        raise StartRefused(Phrase("permission.no.not_opened"))


def _locked_step(start: Start, step: Step) -> PlannedStep:
    return start.steps.select_for_update().get(step=step.value)


def _keep_step(row: PlannedStep, plan: StepPlan) -> None:
    row.opened_at, row.closed_at = plan.opened, plan.closed
    row.save(update_fields=["opened_at", "closed_at"])


def record_start_event(
    start: Start,
    action: str,
    content: Mapping[str, str | int | None],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """Write something that was done to a start into the organisation's record."""
    record_event(start.organisation.key, action, f"start:{start.identifier}", content=content, by=by, at=at)
