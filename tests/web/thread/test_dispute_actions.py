"""A question to a figure is asked once, however often its form is sent."""

from __future__ import annotations

import pytest
from tests.web.starts import FIGURE, MEASURED, full_start, later, person

from avstamp.domain.thread.disputes import Outcome
from avstamp.web.audit.models import Event
from avstamp.web.thread.dispute_actions import dispute_figure, take_back_dispute

pytestmark = pytest.mark.django_db


def test_the_same_question_sent_twice_is_one_dispute_and_one_event() -> None:
    start = full_start()
    asked = [
        dispute_figure(start, FIGURE, MEASURED, why=why, by=person("sara"), at=later(19))
        for why in ("En skola för mycket", " En skola för mycket ", "Två skolor för mycket")
    ]
    events = Event.objects.count()

    dispute_figure(start, FIGURE, MEASURED, why="En skola för mycket", by=person("sara"), at=later(19))

    assert asked[0] == asked[1] != asked[2]
    assert Event.objects.count() == events


def test_a_question_that_was_taken_back_can_be_asked_again() -> None:
    start = full_start()
    first = dispute_figure(
        start, FIGURE, MEASURED, why="En skola för mycket", by=person("sara"), at=later(19)
    )
    take_back_dispute(first, by=person("sara"), at=later(19))

    again = dispute_figure(
        start, FIGURE, MEASURED, why="En skola för mycket", by=person("sara"), at=later(20)
    )

    assert again.number > first.number
    assert (first.outcome, again.outcome) == (Outcome.TAKEN_BACK.value, "")
