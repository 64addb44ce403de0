"""How do the steps and the first meeting stand beside what the law sets, in order of day?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from avstamp.domain.calendar.legal_dates import LegalDate
from avstamp.domain.documents import Column, Paragraph, Section, Table
from avstamp.domain.documents.tree import Block, Cell
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.values import Phrase, Verbatim
from avstamp.library.initiative.request import Plan
from avstamp.library.initiative.wording import days_of, proposal_notes
from avstamp.library.overview import HORIZON_DAYS

COLUMNS = (
    Column(Phrase("initiative.year.when")),
    Column(Phrase("report.next.what")),
    Column(Phrase("initiative.year.ground")),
    Column(Phrase("report.next.condition")),
)
Row = tuple[date, int, tuple[Cell, ...]]


def year_section(unit: Unit, plan: Plan, dates: Sequence[LegalDate], *, today: date) -> Section:
    """The year ahead: the steps that have days, the first meeting, and every date that the law sets."""
    rows = sorted([*_legal(dates), *_steps(plan), *_first_meeting(plan)], key=lambda row: row[:2])
    span = {"from": today, "to": today + timedelta(days=HORIZON_DAYS)}
    blocks: list[Block] = [
        Paragraph((Phrase("initiative.year.about"), Phrase(f"report.next.about.{unit.kind.value}", span)))
    ]
    if rows:
        caption = Phrase("initiative.year.caption")
        blocks.append(Table(caption, COLUMNS, tuple(cells for _, _, cells in rows)))
    blocks += proposal_notes(plan)
    titles = tuple(Verbatim(title) for title in dict.fromkeys(one.source.title for one in dates))
    if titles:
        blocks.append(Paragraph((Phrase("report.next.source", {"titles": titles}),)))
    return Section(Phrase("initiative.year"), tuple(blocks))


def _legal(dates: Sequence[LegalDate]) -> list[Row]:
    return [
        (
            entry.on,
            0,
            (
                Phrase("date", {"date": entry.on}),
                entry.title,
                Verbatim(entry.paragraph.replace(" ", "\N{NO-BREAK SPACE}")),
                entry.condition or Phrase("report.next.always"),
            ),
        )
        for entry in dates
    ]


def _steps(plan: Plan) -> list[Row]:
    rows: list[Row] = []
    for number, step in enumerate(Step, start=1):
        span = plan.steps.get(step)
        if span is None:
            continue
        named = Phrase("initiative.year.step", {"number": str(number), "step": step_name(step)})
        said = "initiative.year.proposed" if step in plan.proposed else "initiative.year.planned"
        rows.append(
            (span.first, 1, (days_of(span), named, Phrase("initiative.year.the_start"), Phrase(said)))
        )
    return rows


def _first_meeting(plan: Plan) -> list[Row]:
    day = plan.gathering.day
    if day is None:
        return []
    meeting = Phrase("initiative.year.first_meeting")
    cells = (
        Phrase("date", {"date": day}),
        meeting,
        Phrase("initiative.year.the_start"),
        Phrase("initiative.year.planned"),
    )
    return [(day, 1, cells)]
