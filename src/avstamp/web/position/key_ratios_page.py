"""What stands on the page of key ratios?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from avstamp.domain.documents import Figure
from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.key_ratios import Perspective
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.facts import open_fact_base
from avstamp.library.key_ratios import MeasuredRatio, measure_ratios
from avstamp.library.report.wording import quantity
from avstamp.phrases import together


@dataclass(frozen=True)
class Row:
    """One ratio, ready to be printed."""

    name: Phrase
    indicator: str
    years: Sequence[Quantity]
    value: Quantity
    group_value: Quantity
    place: Quantity


@dataclass(frozen=True)
class Side:
    """One of the four perspectives with its ratios."""

    key: str
    name: Phrase
    rows: Sequence[Row]


@dataclass(frozen=True)
class KeyRatiosPage:
    """The profile as a picture and the ratios as tables; nothing but `none` for a region."""

    none: Phrase | None
    years: Sequence[int]
    figure: Figure | None
    sides: Sequence[Side]


def key_ratios_page(unit: Unit) -> KeyRatiosPage:
    """Everything on the page."""
    base = open_fact_base()
    measured = measure_ratios(base, unit)
    if not measured:
        return KeyRatiosPage(Phrase("ratios.none"), [], None, [])
    sides = [
        Side(
            side.value,
            Phrase(f"perspective.{side.value}"),
            [
                _row(row, base.indicator(row.ratio.indicator))
                for row in measured
                if row.ratio.perspective is side
            ],
        )
        for side in Perspective
    ]
    return KeyRatiosPage(None, measured[0].years, _figure(measured, unit), sides)


def _row(row: MeasuredRatio, indicator: Indicator) -> Row:
    def printed(value: float) -> Quantity:
        # The name of the ratio says "per inhabitant".
        return replace(quantity(indicator, value), unit=indicator.unit.partition("/")[0])

    return Row(
        name=Phrase(f"ratio.{row.ratio.key}"),
        indicator=indicator.id,
        years=[printed(value) for value in row.values],
        value=printed(row.value),
        group_value=printed(row.group_value),
        place=Quantity(None if math.isnan(row.place) else row.place, "", 0),
    )


def _figure(measured: Sequence[MeasuredRatio], unit: Unit) -> Figure:
    def place(value: float) -> float | None:
        return None if math.isnan(value) else value

    return Figure(
        kind="polar",
        content={
            "spokes": [
                {
                    "name": Phrase(f"ratio.{row.ratio.key}"),
                    "unit": place(row.place),
                    "group": place(row.group_place),
                }
                for row in measured
            ],
            "unit_name": Verbatim(unit.name),
            "group_name": Phrase("ratios.chart.group"),
        },
        caption=Phrase("ratios.chart.caption"),
        alternative=_in_words(measured),
    )


def _in_words(measured: Sequence[MeasuredRatio]) -> Text:
    return together(
        Phrase("ratios.chart.point.missing", {"ratio": Phrase(f"ratio.{row.ratio.key}")})
        if math.isnan(row.place)
        else Phrase(
            "ratios.chart.point",
            {"ratio": Phrase(f"ratio.{row.ratio.key}"), "place": Quantity(row.place, "", 0)},
        )
        for row in measured
    )
