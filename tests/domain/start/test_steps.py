"""A step's state follows from when it was opened and closed; the joint analysis is closed once."""

from datetime import UTC, datetime, timedelta

import pytest

from avstamp.domain.start.commission import Commission, Commissioner, missing_commission
from avstamp.domain.start.openness import DocumentStatus, Record, may_become
from avstamp.domain.start.steps import (
    Step,
    StepPlan,
    StepRefused,
    StepState,
    close_step,
    open_step,
    states_of,
)
from avstamp.domain.values import Phrase

AT = datetime(2027, 2, 1, 9, tzinfo=UTC)
LATER = AT + timedelta(days=30)


def test_step_goes_from_not_started_through_in_progress_to_done() -> None:
    planned = StepPlan(Step.OUTLOOK)
    opened = open_step(planned, at=AT)
    closed = close_step(opened, at=LATER)
    assert [plan.state for plan in (planned, opened, closed)] == list(StepState)
    assert (closed.opened, closed.closed) == (AT, LATER)


def test_closed_step_is_opened_again() -> None:
    closed = close_step(open_step(StepPlan(Step.NEEDS), at=AT), at=AT)
    assert open_step(closed, at=LATER) == StepPlan(Step.NEEDS, opened=LATER)


def test_closed_joint_analysis_stays_closed() -> None:
    closed = close_step(open_step(StepPlan(Step.ANALYSIS), at=AT), at=AT)
    with pytest.raises(StepRefused) as refused:
        open_step(closed, at=LATER)
    assert refused.value.phrase == Phrase("start.step.analysis_stays_closed")


def test_open_step_is_not_opened_and_unopened_not_closed() -> None:
    with pytest.raises(StepRefused) as twice:
        open_step(StepPlan(Step.WAYS, opened=AT), at=LATER)
    with pytest.raises(StepRefused) as unopened:
        close_step(StepPlan(Step.WAYS), at=LATER)
    assert (twice.value.phrase.key, unopened.value.phrase.key) == (
        "start.step.open_already",
        "start.step.not_open",
    )


def test_states_name_all_five_steps_in_order() -> None:
    states = states_of([StepPlan(Step.NEEDS, opened=AT)])
    assert list(states.items()) == [
        (step, StepState.IN_PROGRESS if step is Step.NEEDS else StepState.NOT_STARTED) for step in Step
    ]


@pytest.mark.parametrize(
    ("commission", "missing"),
    [
        (None, Phrase("start.commission.missing")),
        (Commission(Commissioner.PRESIDIUM, AT.date()), None),
        (Commission(Commissioner.GROUP_LEADERS, AT.date(), frozenset("SMC")), None),
        (
            Commission(Commissioner.GROUP_LEADERS, AT.date(), frozenset("S")),
            Phrase("start.commission.leaders_missing", {"parties": ("C", "M")}),
        ),
    ],
)
def test_start_is_commissioned_by_the_presidium_or_by_all_group_leaders(
    commission: Commission | None, missing: Phrase | None
) -> None:
    assert missing_commission(commission, ["S", "M", "C"]) == missing


def test_group_leaders_of_an_unknown_council_are_never_all() -> None:
    commission = Commission(Commissioner.GROUP_LEADERS, AT.date(), frozenset("S"))
    assert missing_commission(commission, []) == Phrase("start.commission.leaders_missing", {"parties": ()})


def test_document_status_only_goes_onwards() -> None:
    assert [(one, other) for one in DocumentStatus for other in DocumentStatus if may_become(one, other)] == [
        (DocumentStatus.WORKING, DocumentStatus.COMPLETED),
        (DocumentStatus.WORKING, DocumentStatus.DISPATCHED),
        (DocumentStatus.COMPLETED, DocumentStatus.DISPATCHED),
    ]


def test_record_is_a_draft_while_it_is_working_material() -> None:
    assert [Record(status).is_draft for status in DocumentStatus] == [True, False, False]
