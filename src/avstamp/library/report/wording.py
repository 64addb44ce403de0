"""How do the report's figures become quantities, names, cautions and sources?"""

from __future__ import annotations

import math
from collections.abc import Iterable

from avstamp.domain.documents import Citation
from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.position.findings.finding import FEW_INHABITANTS, OLD
from avstamp.domain.values import Phrase, Quantity, Status, Text, UnitKind, Verbatim, rounded
from avstamp.phrases import bilingual

OWN_PROCESSING = "Avstamp"
UNITS_WITHOUT_WORDS = frozenset({"", "antal", "index", "kvot"})
"""Units whose numbers stand by themselves."""


def name_of(indicator: Indicator, entry: CatalogueEntry | None) -> Text:
    """Our own short name in the reader's language, or the publisher's title where we have none."""
    return bilingual(entry.names) if entry else Verbatim(indicator.title)


def name_with_unit(indicator: Indicator, entry: CatalogueEntry | None) -> Text:
    """The name and, after a comma, the unit of measure where it has words."""
    name = name_of(indicator, entry)
    if indicator.unit in UNITS_WITHOUT_WORDS:
        return name
    unit = Phrase("unit", {"unit": indicator.unit})
    return Phrase("report.series.caption", {"name": name, "unit_of_measure": unit})


def quantity(indicator: Indicator, value: float, *, with_unit: bool = True, signed: bool = False) -> Quantity:
    """A value of an indicator, printed with the indicator's own decimals; NaN is missing."""
    return Quantity(
        None if math.isnan(value) else value,
        indicator.unit if with_unit else "",
        indicator.decimals,
        signed,
    )


def cite(origin: Origin, *, derived: bool = False) -> tuple[Citation, ...]:
    """The source of a figure, and beside it our own processing where there is any."""
    source = Citation(origin.publisher, origin.title, origin.terms, origin.fetched, origin.url)
    own = Citation(OWN_PROCESSING, "", "", origin.fetched, derived=True)
    return (source, own) if derived else (source,)


def cautions(
    figure: ProfileFigure, *, newest_year: int, inhabitants: float, kind: UnitKind
) -> Iterable[Phrase]:
    """What a reader must know before leaning on one figure."""
    if figure.year <= newest_year - OLD:
        yield Phrase("figure.caution.old", {"year": figure.year})
    if figure.status in (Status.FORECAST, Status.ESTIMATED, Status.PRELIMINARY):
        yield Phrase(f"figure.caution.{figure.status.value}")
    if kind is UnitKind.MUNICIPALITY and inhabitants < FEW_INHABITANTS:
        yield Phrase("figure.caution.small")


def judgement(figure: ProfileFigure) -> Phrase:
    """Better, worse or equal beside the median as both are printed; not judged without a direction.

    Example: a value that prints as the median prints is equal, whatever lies behind the printed decimals.
    """
    direction = figure.entry.direction if figure.entry else Direction.NONE
    if direction is Direction.NONE or math.isnan(figure.median):
        return Phrase("figure.judgement.none")
    value = rounded(figure.value, figure.indicator.decimals)
    median = rounded(figure.median, figure.indicator.decimals)
    if value == median:
        return Phrase("figure.judgement.equal")
    better = (value > median) is (direction is Direction.HIGHER)
    return Phrase("figure.judgement.better" if better else "figure.judgement.worse")
