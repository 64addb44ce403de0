"""What stands on the page that answers whether we are expensive?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.documents import Figure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.cost_structure import Field
from avstamp.domain.values import Phrase, Quantity, Text, rounded
from avstamp.library.cost_structure import CostStructure, ServiceCost, cost_structure
from avstamp.library.facts import open_fact_base
from avstamp.phrases import together

MILLIONS = "mkr"
SHARE_DECIMALS = 1


@dataclass(frozen=True)
class Row:
    """One service, ready to be printed."""

    name: Phrase
    deviation_indicator: str
    cost: Quantity
    mean_cost: Quantity
    conditions: Quantity
    own: Quantity
    deviation: Quantity
    million: Quantity
    quality_indicator: str
    quality: Quantity
    quality_year: int | None
    middle_quality: Quantity
    field: Phrase


@dataclass(frozen=True)
class CostsPage:
    """The answer in a sentence, the services, and the four fields as a picture (None without any quality index)."""

    answer: Phrase
    year: int | None
    rows: Sequence[Row]
    figure: Figure | None


def costs_page(unit: Unit) -> CostsPage:
    """Everything on the page; only the answer for a region."""
    found = cost_structure(open_fact_base(), unit)
    if found is None:
        return CostsPage(Phrase("costs.region"), None, [], None)
    return CostsPage(
        answer=_answer(found),
        year=found.services[0].year if found.services else None,
        rows=[_row(service) for service in found.services],
        figure=_figure(found),
    )


def _answer(found: CostStructure) -> Phrase:
    if math.isnan(found.total):
        return Phrase("costs.answer.none")
    share = Quantity(abs(found.total), "%", SHARE_DECIMALS)
    year = str(found.total_year)
    # What prints as nought is neither more nor less.
    if not rounded(found.total, SHARE_DECIMALS):
        return Phrase("costs.answer.equal", {"year": year})
    return Phrase(f"costs.answer.{'dear' if found.total > 0 else 'cheap'}", {"share": share, "year": year})


def _row(service: ServiceCost) -> Row:
    split = service.split

    def per_head(value: float | None, *, signed: bool = False) -> Quantity:
        # The unit of measure stands in the heading: seven times a row it would drown the figures.
        return Quantity(value, "", 0, signed)

    return Row(
        name=Phrase(f"service.{service.service}"),
        deviation_indicator=service.deviation,
        cost=per_head(split.cost if split else None),
        mean_cost=per_head(split.mean_cost if split else None),
        conditions=per_head(split.conditions if split else None, signed=True),
        own=per_head(split.own if split else None, signed=True),
        deviation=Quantity(split.deviation_percent if split else None, "%", 1, signed=True),
        million=Quantity(_or_none(service.million), MILLIONS, 1, signed=True),
        quality_indicator=service.quality_indicator,
        quality=Quantity(_or_none(service.quality), "", 0),
        quality_year=service.quality_year,
        middle_quality=Quantity(_or_none(service.middle_quality), "", 0),
        field=Phrase(f"costs.field.{service.field.value if service.field else 'none'}"),
    )


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value


def _figure(found: CostStructure) -> Figure | None:
    placed = [service for service in found.services if service.field and service.split]
    if not placed:
        return None
    points = [
        {
            "name": Phrase(f"service.short.{service.service}"),
            "x": service.split.deviation_percent if service.split else 0.0,
            # The middle of the index differs from service to service, so each stands against its own.
            "y": service.quality - service.middle_quality,
        }
        for service in placed
    ]
    order = (Field.CHEAP_AND_GOOD, Field.DEAR_AND_GOOD, Field.CHEAP_AND_POOR, Field.DEAR_AND_POOR)
    return Figure(
        kind="fields",
        content={
            "points": points,
            "x_split": 0.0,
            "y_split": 0.0,
            "fields": [Phrase(f"costs.field.{field.value}") for field in order],
            "x_name": Phrase("costs.chart.x"),
            "y_name": Phrase("costs.chart.y"),
        },
        caption=Phrase("costs.chart.caption"),
        alternative=_in_words(placed),
    )


def _in_words(placed: Sequence[ServiceCost]) -> Text:
    return together(
        Phrase(
            "costs.chart.point",
            {
                "service": Phrase(f"service.{service.service}"),
                "deviation": Quantity(
                    service.split.deviation_percent if service.split else None, "%", 1, True
                ),
                "quality": Quantity(service.quality, "", 0),
            },
        )
        for service in placed
    )
