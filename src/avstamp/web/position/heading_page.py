"""What stands on the page that answers where we will be in four years if nothing is done?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.heading import Heading
from avstamp.domain.values import Gender, Phrase, Quantity, Text
from avstamp.library.facts import open_fact_base
from avstamp.library.forecasts import forecasts_ready
from avstamp.library.heading import HeadedFigure, UnitHeading, unit_heading
from avstamp.library.report.wording import name_of, quantity

ORDER = (Heading.WORSE, Heading.BETTER, Heading.UNSURE)


@dataclass(frozen=True)
class Row:
    """One indicator, ready to be printed; `past` is the mean error four years on, in the indicator's unit."""

    id: str
    name: Text
    now_year: int
    now: Quantity
    then_year: int
    then: Quantity
    range: Phrase
    past: Quantity


@dataclass(frozen=True)
class Part:
    """All indicators that head one way."""

    key: str
    name: Phrase
    rows: Sequence[Row]


@dataclass(frozen=True)
class HeadingPage:
    """The answer in sentences and the indicators."""

    answer: Sequence[Phrase]
    parts: Sequence[Part]


def heading_page(unit: Unit) -> HeadingPage:
    """Everything on the page; a page never waits for the whole country's forecasts to be made."""
    base = open_fact_base()
    if not forecasts_ready(base, unit.kind, Gender.ALL):
        return HeadingPage([Phrase("forecast.not_ready")], [])
    found = unit_heading(base, unit)
    return HeadingPage(
        answer=_answer(found),
        parts=[
            Part(heading.value, Phrase(f"heading.{heading.value}"), rows)
            for heading in ORDER
            if (rows := [_row(figure) for figure in found.figures if figure.heading is heading])
        ],
    )


def _answer(found: UnitHeading) -> list[Phrase]:
    if not found.figures:
        return [Phrase("heading.none")]
    counts = {heading.value: found.count(heading) for heading in Heading}
    answer = [Phrase("heading.answer", {"all": len(found.figures), **counts})]
    if found.untold:
        answer.append(Phrase("heading.untold", {"count": found.untold}))
    return answer


def _row(figure: HeadedFigure) -> Row:
    indicator, then = figure.indicator, figure.then
    low, high = (quantity(indicator, value) for value in then.inner)
    # A share is wrong by percentage points.
    unit = "procentenheter" if indicator.unit == "%" else indicator.unit
    return Row(
        id=indicator.id,
        name=name_of(indicator, figure.entry),
        now_year=figure.now_year,
        now=quantity(indicator, figure.now),
        then_year=then.year,
        then=quantity(indicator, then.point),
        range=Phrase("heading.range", {"low": low, "high": high}),
        past=Quantity(then.past.mean_error, unit, indicator.decimals),
    )
