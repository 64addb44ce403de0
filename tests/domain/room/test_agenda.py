from __future__ import annotations

from datetime import date, time

import pytest

from avstamp.domain.documents.tree import Bullets, Table
from avstamp.domain.room.agenda import (
    TEMPLATES,
    AgendaLine,
    AgendaTemplate,
    run_sheet,
    times_of,
    total_minutes,
)
from avstamp.domain.room.exercises import TRAITS, Openness
from avstamp.domain.start.steps import Step
from avstamp.domain.values import Phrase, Verbatim

DAY = date(2027, 1, 20)


@pytest.mark.parametrize("template", AgendaTemplate)
def test_a_template_goes_through_the_five_steps_in_order(template: AgendaTemplate):
    steps = [line.step for line in TEMPLATES[template] if line.step is not None]
    order = list(Step)
    assert steps == sorted(steps, key=order.index)
    assert set(steps) == set(Step)


@pytest.mark.parametrize("template", AgendaTemplate)
def test_no_template_asks_for_an_anonymity_that_its_exercise_cannot_give(template: AgendaTemplate):
    for line in TEMPLATES[template]:
        if line.openness is Openness.ANONYMOUS:
            assert line.kind is not None
            assert TRAITS[line.kind].may_be_anonymous


def test_lines_follow_on_one_another_past_midnight_too():
    lines = [AgendaLine(Verbatim("Sent"), 90), AgendaLine(Verbatim("Senare"), 30)]
    assert times_of(lines, starts=time(23, 0)) == ((time(23, 0), time(0, 30)), (time(0, 30), time(1, 0)))
    with pytest.raises(ValueError, match="at least a minute"):
        times_of([AgendaLine(Verbatim("Inget"), 0)], starts=time(9, 0))


def test_the_run_sheet_has_a_row_a_line_and_what_to_bring():
    lines = TEMPLATES[AgendaTemplate.COUNCIL_EVENING]
    sheet = run_sheet(Verbatim("Kväll"), lines, day=DAY, starts=time(18, 0), place="Stadshuset", made_on=DAY)
    (table,) = sheet.sections[0].blocks
    assert isinstance(table, Table)
    assert len(table.rows) == len(lines)
    assert table.rows[0][0] == Phrase("runsheet.time", {"first": "18.00", "last": "18.10"})
    assert sheet.subtitle.values["last"] == "21.00"
    assert total_minutes(lines) == 180
    (bring,) = sheet.sections[2].blocks
    assert isinstance(bring, Bullets)
    assert [point.key.rpartition(".")[2] for point in bring.points] == ["screen", "phones", "slips", "clock"]
