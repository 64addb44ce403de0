"""Which four real planning years can a start take its first plan from?

What each municipality tells of its year is kept as events with the place it was read. Months are theirs where
`stated` is true; where the source gives only an order, the months are ours and the page says so. The days of the five
steps are our proposal: no municipality has published when it takes them, and every day can be changed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from avstamp.domain.calendar.legal_dates import Reference
from avstamp.domain.calendar.year_wheel import OSTERSUND, SODERTALJE, UMEA, YSTAD
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import Span
from avstamp.domain.values import Phrase

SECOND_HALF_BEGINS = 7


@dataclass(frozen=True, slots=True)
class Months:
    """Days from one month to another, counted from the cycle's year: `year` −1 is the year before it.

    `first_day` and `last_day` narrow it within the first and the last month; 0 is the month's own last day.
    """

    first_month: int
    last_month: int
    year: int = 0
    last_year: int | None = None
    first_day: int = 1
    last_day: int = 0


@dataclass(frozen=True, slots=True)
class WheelEvent:
    """Something a municipality does every year; `stated` when the source gives its months."""

    key: str
    months: Months
    stated: bool = True


@dataclass(frozen=True, slots=True)
class WheelTemplate:
    """A municipality's year: its events, and the days we propose for the five steps."""

    key: str
    source: Reference
    events: tuple[WheelEvent, ...]
    steps: Mapping[Step, Months]

    @property
    def title(self) -> Phrase:
        """What the template is called."""
        return Phrase(f"wheel.{self.key}.title")

    @property
    def about(self) -> Phrase:
        """What marks this year out."""
        return Phrase(f"wheel.{self.key}.about")


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event of a template in one cycle: its code, name and days, and whether the source gives the months."""

    code: str
    title: Phrase
    span: Span
    stated: bool


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The plan a template gives: days for the steps, and events in order of their first day."""

    steps: Mapping[Step, Span]
    events: tuple[PlannedEvent, ...]


TEMPLATES = (
    WheelTemplate(
        "ystad",
        YSTAD,
        (
            WheelEvent("outlook_analysis", Months(1, 1)),
            WheelEvent("shared_conditions", Months(2, 2)),
            WheelEvent("budget_opening", Months(2, 2, first_day=10, last_day=20)),
            WheelEvent("analysis_days", Months(3, 4)),
            WheelEvent("political_handling", Months(4, 5)),
            WheelEvent("board_decides", Months(5, 5)),
            WheelEvent("council_decides", Months(6, 6)),
        ),
        {
            Step.OUTLOOK: Months(1, 1),
            Step.POSITION: Months(1, 2, last_day=9),
            Step.ANALYSIS: Months(2, 3, first_day=10),
            Step.NEEDS: Months(4, 5, last_day=15),
            Step.WAYS: Months(5, 6, first_day=16),
        },
    ),
    WheelTemplate(
        "ostersund",
        OSTERSUND,
        (
            WheelEvent("position_and_outlook", Months(9, 1, year=-1, last_year=0)),
            WheelEvent("political_budget_day", Months(1, 2)),
            WheelEvent("accounts_day", Months(2, 2, last_day=10)),
        ),
        {
            Step.OUTLOOK: Months(10, 12, year=-1),
            Step.POSITION: Months(11, 1, year=-1, last_year=0),
            Step.ANALYSIS: Months(2, 3),
            Step.NEEDS: Months(4, 4),
            Step.WAYS: Months(5, 6),
        },
    ),
    WheelTemplate(
        "sodertalje",
        SODERTALJE,
        (
            WheelEvent("outlook_day", Months(1, 2)),
            WheelEvent("results_analysis", Months(3, 4)),
            WheelEvent("board_frames", Months(5, 6), stated=False),
            WheelEvent("boards_work", Months(8, 10), stated=False),
            WheelEvent("council_decides", Months(12, 12)),
        ),
        {
            Step.OUTLOOK: Months(1, 2),
            Step.POSITION: Months(3, 4),
            Step.ANALYSIS: Months(5, 6),
            Step.NEEDS: Months(8, 9),
            Step.WAYS: Months(10, 11),
        },
    ),
    WheelTemplate(
        "umea",
        UMEA,
        (
            WheelEvent("planning_begins", Months(6, 6, year=-1)),
            WheelEvent("position_and_future", Months(12, 12, year=-1)),
        ),
        {
            Step.OUTLOOK: Months(10, 11, year=-1),
            Step.POSITION: Months(11, 12, year=-1),
            Step.ANALYSIS: Months(1, 2),
            Step.NEEDS: Months(3, 4),
            Step.WAYS: Months(5, 6),
        },
    ),
)
"""The four, each with its source."""


def find_template(key: str) -> WheelTemplate | None:
    """The template with this key, if there is one."""
    return next((template for template in TEMPLATES if template.key == key), None)


def event_of(code: str) -> tuple[WheelTemplate, WheelEvent] | None:
    """The template and the event that a code names, if there are such.

    Example:
        >>> event_of("ystad.analysis_days")[1].months.last_month, event_of("")
        (4, None)
    """
    key, _, name = code.partition(".")
    template = find_template(key)
    events = () if template is None else template.events
    return next(((template, event) for event in events if event.key == name and template), None)


def cycle_year(term: Span, *, today: date) -> int:
    """The year of the next decisions on goals and budget that a start in a term can work towards.

    Definition: the year after the term began, or a later one when its first half has passed.

    Example:
        >>> term = Span(date(2026, 10, 15), date(2030, 10, 14))
        >>> cycle_year(term, today=date(2026, 11, 24)), cycle_year(term, today=date(2027, 9, 1))
        (2027, 2028)
    """
    return max(term.first.year + 1, today.year if today.month < SECOND_HALF_BEGINS else today.year + 1)


def plan_year(template: WheelTemplate, year: int, *, not_before: date) -> YearPlan:
    """The plan a template gives for a cycle that ends with decisions in a year.

    Definition: every event and step has its months in that year or the one before; what ends before `not_before` is
    left out, and what has begun by then begins on it.

    Args:
        template: whose year.
        year: the calendar year of the cycle's decisions; for a new term the year after the election.
        not_before: the first day that can be planned, the term's first or the day of planning.

    Returns:
        The plan. A step that has passed altogether has no days in it.

    Source: the template's.

    Example:
        >>> plan = plan_year(TEMPLATES[0], 2027, not_before=date(2026, 10, 15))
        >>> plan.steps[Step.OUTLOOK].last, plan.events[0].code
        (datetime.date(2027, 1, 31), 'ystad.outlook_analysis')
    """
    steps = {step: _days(months, year) for step, months in template.steps.items()}
    events = [
        PlannedEvent(
            f"{template.key}.{event.key}", event_title(f"{template.key}.{event.key}"), span, event.stated
        )
        for event in template.events
        if (span := _from(_days(event.months, year), not_before)) is not None
    ]
    kept = {step: span for step, days in steps.items() if (span := _from(days, not_before)) is not None}
    return YearPlan(kept, tuple(sorted(events, key=lambda event: (event.span.first, event.code))))


def event_title(code: str) -> Phrase:
    """What an event of a template is called, by its code."""
    return Phrase(f"wheel.{code}")


def _days(months: Months, year: int) -> Span:
    first = date(year + months.year, months.first_month, months.first_day)
    last_year = year + (months.year if months.last_year is None else months.last_year)
    last_day = months.last_day or monthrange(last_year, months.last_month)[1]
    return Span(first, date(last_year, months.last_month, last_day))


def _from(span: Span, day: date) -> Span | None:
    assert span.last is not None, "a template's days have an end"
    return None if span.last < day else Span(max(span.first, day), span.last)
