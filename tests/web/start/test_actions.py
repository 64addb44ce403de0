"""A start is set up in steps that each leave one event, and what the database must refuse it refuses."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.web.starts import AT, TERM, bare_start, full_start, later, person

from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.permissions import Matter
from avstamp.domain.start.roll import Capacity, Function, InvalidRoll, Role, Side
from avstamp.domain.start.steps import Step, StepRefused, StepState
from avstamp.domain.start.term import InvalidSpan, Span
from avstamp.domain.values import Phrase
from avstamp.web.audit.models import Event
from avstamp.web.start import actions
from avstamp.web.start.models import FunctionHeld, Membership, PartySide, PlannedStep, Start
from avstamp.web.start.queries import UnknownStart, find_start, matter_of, roll_of
from avstamp.web.start.setting_up import plan_steps

pytestmark = pytest.mark.django_db


def done() -> list[str]:
    return list(Event.objects.order_by("number").values_list("action", flat=True))


def test_new_start_has_five_steps_that_nobody_has_begun() -> None:
    start = bare_start()
    assert matter_of(start) == Matter(
        opened=False,
        steps=dict.fromkeys(Step, StepState.NOT_STARTED),
        commission_missing=Phrase("start.commission.missing"),
    )


def test_every_action_leaves_one_event() -> None:
    full_start()
    assert done() == [
        *("start.created", "member.added", "member.added", "member.added", "function.given", "sides.taken"),
        *("sides.taken", "start.commissioned", "start.opened", "steps.planned", "meeting.added"),
        *("step.opened", "step.closed"),
        *("claim.written", "evidence.added", "evidence.added", "claim.completed", "claim.written"),
        *("evidence.added", "claim.answered", "claim.completed", "claim.written", "claim.completed"),
        *("claim.answered", "position.own_kept", "position.own_kept", "finding.set_aside"),
        *("dispute.raised", "dispute.raised", "dispute.taken", "dispute.closed"),
        *("claim.written", "evidence.added", "claim.completed", "claim.written", "evidence.added"),
        *("claim.completed", "driver.placed", "driver.placed", "cross.written"),
        *("claim.written", "evidence.added", "claim.completed", "claim.answered", "driver.edited"),
        *("claim.answered", "driver.withdrawn"),
        *("day.made", "exercise.opened", "exercise.opened", "exercise.opened", "exercise.opened"),
        *("exercise.stage", "day.notes_hidden", "day.changed", "exercise.closed", "slips.made"),
        *("exercise.closed", "exercise.settled"),
        *("scenario.saved", "scenario.saved", "scenario.saved", "scenario.withdrawn"),
    ]


def test_second_start_of_a_term_is_refused_and_leaves_no_event() -> None:
    bare_start()
    with pytest.raises(actions.StartRefused) as refused:
        bare_start()
    assert (refused.value.phrase.key, done()) == ("start.exists", ["start.created"])


def test_start_opens_for_all_at_one_instant() -> None:
    start = bare_start()
    actions.commission_start(start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), by=None, at=AT)
    actions.open_start(start, by=None, at=later(1))
    assert Start.objects.get().opened_at == later(1)
    assert Event.objects.get(action="start.opened").at == later(1)


def test_start_is_not_opened_by_some_of_the_group_leaders() -> None:
    start = bare_start()
    actions.commission_start(
        start, commissioner=Commissioner.GROUP_LEADERS, day=AT.date(), parties=["S", "M"], by=None, at=AT
    )
    with pytest.raises(actions.StartRefused) as refused:
        actions.open_start(start, by=None, at=AT)
    assert refused.value.phrase == Phrase("start.commission.leaders_missing", {"parties": ("PROV",)})


def test_commission_of_an_unknown_party_is_refused() -> None:
    with pytest.raises(actions.StartRefused) as refused:
        actions.commission_start(
            bare_start(),
            commissioner=Commissioner.GROUP_LEADERS,
            day=AT.date(),
            parties=["X"],
            by=None,
            at=AT,
        )
    assert refused.value.phrase == Phrase("start.party_unknown", {"parties": ("X",)})


def test_opened_start_is_neither_opened_nor_commissioned_again() -> None:
    start = full_start()
    with pytest.raises(actions.StartRefused):
        actions.open_start(start, by=None, at=AT)
    with pytest.raises(actions.StartRefused):
        actions.commission_start(start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), by=None, at=AT)


def test_step_of_an_unopened_start_is_not_begun() -> None:
    with pytest.raises(actions.StartRefused):
        actions.begin_step(bare_start(), Step.OUTLOOK, by=None, at=AT)


def test_step_that_is_not_begun_is_not_finished() -> None:
    with pytest.raises(StepRefused):
        actions.finish_step(full_start(), Step.OUTLOOK, by=None, at=AT)


def test_step_planned_backwards_is_refused() -> None:
    with pytest.raises(InvalidSpan):
        plan_steps(bare_start(), {Step.WAYS: (date(2027, 2, 1), date(2027, 1, 1))}, by=None, at=AT)


def test_shift_of_majority_keeps_history() -> None:
    roll = roll_of(full_start())
    assert [roll.side_of("M", on=day) for day in (date(2028, 2, 29), date(2028, 3, 1))] == [
        Side.OPPOSITION,
        Side.SUPPORTING,
    ]


def test_member_has_roles_by_the_party_s_side() -> None:
    roll = roll_of(full_start())
    assert roll.roles_of(str(person("sara").identifier), on=AT.date()) == (Role.RULING,)


def test_member_twice_on_one_day_is_refused_and_undone() -> None:
    start, sara = full_start(), person("sara")
    with pytest.raises(InvalidRoll):
        actions.add_member(
            start, sara, Capacity.ELECTED, span=Span(date(2028, 1, 1)), party="M", by=None, at=AT
        )
    assert Membership.objects.filter(person=sara).count() == 1


@pytest.mark.parametrize("function", list(Function))
@pytest.mark.parametrize(
    ("capacity", "last_day"),
    [(Capacity.OFFICIAL, TERM.last), (Capacity.ELECTED, date(2027, 3, 31)), (None, None)],
)
def test_function_is_given_only_to_one_elected_on_all_its_days(function, capacity, last_day) -> None:
    start, moa = bare_start(), person("moa")
    if capacity is not None:
        actions.add_member(start, moa, capacity, span=Span(TERM.first, last_day), by=None, at=AT)
    with pytest.raises(actions.StartRefused) as refused:
        actions.give_function(start, moa, function, span=Span(TERM.first), by=None, at=AT)
    assert refused.value.phrase.key == "start.refused.function_of_unelected"
    assert not start.functions.exists()


def test_giving_a_function_waits_for_others_who_write_in_the_start() -> None:
    """On SQLite every write waits; the lock is what PostgreSQL needs, and is asked for."""
    start, moa = bare_start(), person("moa")
    actions.add_member(start, moa, Capacity.ELECTED, span=TERM, party="M", by=None, at=AT)
    with CaptureQueriesContext(connection) as asked:
        actions.give_function(start, moa, Function.PRESIDIUM, span=TERM, by=None, at=AT)
    questions = [one["sql"] for one in asked.captured_queries]
    lock = next(place for place, sql in enumerate(questions) if 'FROM "start_start"' in sql)
    read = next(place for place, sql in enumerate(questions) if 'FROM "start_membership"' in sql)
    assert lock < read


def test_clone_has_the_plan_and_nobody_s_work() -> None:
    source = full_start()
    start = actions.clone_start(source, organisation="provstad", name="Provstad", unit="1480", by=None, at=AT)
    planned = PlannedStep.objects.get(start=start, step=Step.POSITION)
    assert (planned.first_day, planned.opened_at) == (date(2027, 1, 11), None)
    assert [rows.count() for rows in (start.memberships, start.sides, start.parties, start.claims)] == [
        0,
        0,
        0,
        0,
    ]


def test_newest_start_of_an_organisation_is_found() -> None:
    start = bare_start()
    assert (find_start("provkoping"), find_start("provkoping", 2026)) == (start, start)
    with pytest.raises(UnknownStart):
        find_start("provkoping", 2022)


REFUSED = {
    "party of an official": lambda start, who: Membership(
        start=start, person=who, capacity="official", party="S", first_day=TERM.first
    ),
    "unknown capacity": lambda start, who: Membership(
        start=start, person=who, capacity="x", first_day=TERM.first
    ),
    "unknown side": lambda start, who: PartySide(start=start, party="S", side="x", first_day=TERM.first),
    "side that ends first": lambda start, who: PartySide(
        start=start, party="S", side="ruling", first_day=TERM.first, last_day=date(2026, 10, 14)
    ),
    "unknown function": lambda start, who: FunctionHeld(
        start=start, person=who, function="x", first_day=TERM.first
    ),
    "step closed unopened": lambda start, who: PlannedStep(start=start, step="x", closed_at=AT),
    "opened without commission": lambda start, who: Start(
        organisation=start.organisation,
        term_first_day=date(2030, 10, 15),
        term_last_day=date(2034, 10, 14),
        created_at=AT,
        opened_at=AT,
    ),
    "commissioner without a day": lambda start, who: Start(
        organisation=start.organisation,
        term_first_day=date(2030, 10, 15),
        term_last_day=date(2034, 10, 14),
        created_at=AT,
        commissioner="presidium",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_row_that_cannot_be_true_is_refused_by_the_database(what: str) -> None:
    start, who = bare_start(), person("sara")
    with pytest.raises(IntegrityError), transaction.atomic():
        REFUSED[what](start, who).save()
