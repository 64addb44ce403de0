"""What stands on the page of how people live here?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.facts import open_fact_base
from avstamp.library.figure_words import measure_of
from avstamp.library.report.wording import judgement, name_of, quantity
from avstamp.library.social import SocialFigure, social_areas
from avstamp.phrases import group_name


@dataclass(frozen=True)
class Row:
    """One indicator, ready to be printed."""

    id: str
    name: Text
    measure: Text
    said: Phrase
    year: int
    value: Quantity
    changed: Quantity
    group_mean: Quantity
    median: Quantity
    place: int
    n: int
    judgement: Phrase


@dataclass(frozen=True)
class Area:
    """One area: its rows, with whom they are compared, and what is missing."""

    key: str
    name: Phrase
    group: Text | None
    rows: Sequence[Row]
    missing: Sequence[Text]


@dataclass(frozen=True)
class SocialPage:
    """The page, with how many indicators it has and lacks, and the newest year of any of its figures."""

    areas: Sequence[Area]
    known: int
    missing: int
    newest: int


def social_page(unit: Unit) -> SocialPage:
    """Every area of social conditions for a unit."""
    areas = [
        Area(
            area.key,
            Phrase(f"social.{area.key}"),
            group_name(area.figures[0].reading.group, unit.kind) if area.figures else None,
            [_row(figure) for figure in area.figures],
            area.missing,
        )
        for area in social_areas(open_fact_base(), unit)
    ]
    return SocialPage(
        areas,
        known=sum(len(area.rows) for area in areas),
        missing=sum(len(area.missing) for area in areas),
        newest=max((row.year for area in areas for row in area.rows), default=0),
    )


def _row(shown: SocialFigure) -> Row:
    reading = shown.reading
    figure, indicator = reading.figure, reading.indicator
    assert figure is not None
    return Row(
        id=indicator.id,
        name=name_of(indicator, reading.entry),
        measure=measure_of(indicator),
        said=shown.said,
        year=figure.year,
        value=quantity(indicator, figure.value, with_unit=False),
        changed=replace(quantity(indicator, shown.changed, with_unit=False), signed=True),
        group_mean=quantity(indicator, figure.group_mean, with_unit=False),
        median=quantity(indicator, figure.median, with_unit=False),
        place=figure.place,
        n=figure.n,
        judgement=judgement(figure),
    )
