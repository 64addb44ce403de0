"""What stands on the page that answers whether we are improving?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.improvement import Movement
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.facts import open_fact_base
from avstamp.library.improvement import Improvement, MovedFigure, unit_improvement
from avstamp.library.report.wording import name_of, quantity

ORDER = (Movement.WORSE, Movement.BETTER, Movement.STILL)


@dataclass(frozen=True)
class Row:
    """One indicator, ready to be printed."""

    id: str
    name: Text
    first_year: int
    first: Quantity
    last_year: int
    last: Quantity
    change: Quantity
    beside: Phrase


@dataclass(frozen=True)
class Part:
    """All indicators that have moved one way."""

    key: str
    name: Phrase
    rows: Sequence[Row]


@dataclass(frozen=True)
class LensCount:
    """How many indicators of a lens have moved each way."""

    name: Phrase
    better: int
    worse: int
    still: int


@dataclass(frozen=True)
class ImprovementPage:
    """The answer in sentences, the counts by lens, and the indicators."""

    answer: Sequence[Phrase]
    lenses: Sequence[LensCount]
    parts: Sequence[Part]


def improvement_page(unit: Unit) -> ImprovementPage:
    """Everything on the page."""
    found = unit_improvement(open_fact_base(), unit)
    return ImprovementPage(
        answer=_answer(found),
        lenses=[count for lens in Lens if (count := _count(lens, found))],
        parts=[
            Part(movement.value, Phrase(f"movement.{movement.value}"), rows)
            for movement in ORDER
            if (rows := [_row(figure) for figure in found.figures if figure.movement is movement])
        ],
    )


def _answer(found: Improvement) -> list[Phrase]:
    if not found.figures:
        return [Phrase("improvement.none")]
    counts = {movement.value: found.count(movement) for movement in Movement}
    beside = {
        movement.value: sum(figure.beside_others is movement for figure in found.figures)
        for movement in (Movement.BETTER, Movement.WORSE)
    }
    answer = [
        Phrase("improvement.answer", {"all": len(found.figures), "first": str(found.first_year), **counts}),
        Phrase("improvement.beside", beside),
    ]
    if found.unknown:
        answer.append(Phrase("improvement.unknown", {"count": found.unknown}))
    return answer


def _count(lens: Lens, found: Improvement) -> LensCount | None:
    figures = [figure for figure in found.figures if figure.entry.lens is lens]
    if not figures:
        return None
    counts = {movement.value: sum(f.movement is movement for f in figures) for movement in Movement}
    return LensCount(name=Phrase(f"lens.{lens.value}"), **counts)


def _row(figure: MovedFigure) -> Row:
    indicator = figure.indicator
    # A share moves by percentage points.
    unit = "procentenheter" if indicator.unit == "%" else indicator.unit
    return Row(
        id=indicator.id,
        name=name_of(indicator, figure.entry),
        first_year=figure.first_year,
        first=quantity(indicator, figure.first),
        last_year=figure.last_year,
        last=quantity(indicator, figure.last),
        change=Quantity(figure.change, unit, indicator.decimals, signed=True),
        beside=Phrase(f"movement.beside.{figure.beside_others.value}"),
    )
