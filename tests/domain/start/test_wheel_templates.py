"""Every template gives a plan that fits the term: no step before it can begin, each event with a source and a name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import council_term
from avstamp.domain.start.wheel_templates import (
    TEMPLATES,
    WheelTemplate,
    cycle_year,
    event_of,
    find_template,
    plan_year,
)
from avstamp.phrases import say

TERM = council_term(2026)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_template_plans_all_five_steps_of_the_first_year_in_order(template: WheelTemplate):
    plan = plan_year(template, 2027, not_before=TERM.first)

    firsts = [plan.steps[step].first for step in Step]
    assert list(plan.steps) == list(Step)
    assert firsts == sorted(firsts)
    assert template.source.url.startswith("https://")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_event_has_a_name_in_both_languages(template: WheelTemplate, language: str):
    plan = plan_year(template, 2027, not_before=date(2025, 1, 1))

    assert len(plan.events) == len(template.events)
    assert all(say(event.title, language) for event in plan.events)
    assert say(template.about, language) != say(template.title, language)


@given(st.sampled_from(TEMPLATES), st.dates(date(2026, 10, 15), date(2030, 10, 14)))
def test_nothing_is_planned_before_the_day_of_planning(template: WheelTemplate, today: date):
    plan = plan_year(template, cycle_year(TERM, today=today), not_before=today)

    spans = [*plan.steps.values(), *(event.span for event in plan.events)]
    assert all(span.first >= today and span.last is not None for span in spans)


def test_mid_february_is_mid_february():
    ystad = find_template("ystad")
    assert ystad is not None
    plan = plan_year(ystad, 2028, not_before=TERM.first)

    (opening,) = (event for event in plan.events if event.code == "ystad.budget_opening")
    assert (opening.span.first, opening.span.last) == (date(2028, 2, 10), date(2028, 2, 20))


def test_months_that_no_source_gives_are_told_apart():
    unstated = {
        f"{template.key}.{event.key}"
        for template in TEMPLATES
        for event in template.events
        if not event.stated
    }
    assert unstated == {"sodertalje.board_frames", "sodertalje.boards_work"}


def test_code_of_no_event_names_nothing():
    assert [event_of(code) for code in ("", "ystad", "ystad.finns_inte", "visby.moten")] == [None] * 4
