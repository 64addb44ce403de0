"""What does a figure measure, and may a value of it be called good or bad?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Which way is better; `NONE` where that cannot be argued."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class IndicatorClass(StrEnum):
    """What an indicator is for: a result that can be steered, a cost, or context."""

    RESULT = "result"
    COST = "cost"
    CONTEXT = "context"


class Lens(StrEnum):
    """From where one looks: the three lenses of Vårt nuläge, and Omvärld."""

    ECONOMY = "economy"
    QUALITY = "quality"
    EXPECTATIONS = "expectations"
    OUTLOOK = "outlook"


class Reporter(StrEnum):
    """Which kind of unit a source reports an indicator for, with the source's own letters."""

    MUNICIPALITY = "K"
    REGION = "L"
    BOTH = "A"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as its publisher defines it. `title` is the publisher's own, in Swedish."""

    id: str
    title: str
    unit: str
    operating_area: str
    by_gender: bool
    forecast: bool
    reporter: Reporter | None
    decimals: int
    origin: str


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What we ourselves say about an indicator: where it belongs, what it means, and which way is better."""

    id: str
    title: str
    area: str
    lens: Lens
    kind: IndicatorClass
    direction: Direction
    step: str
    names: dict[str, str]
    definitions: dict[str, str]
    reasons: dict[str, str]
