"""What does a figure measure, and may a value of it be called good or bad?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.values import UnitKind


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

    def concerns(self, kind: UnitKind) -> bool:
        """Whether the source reports the indicator for units of this kind; yes where it does not say."""
        if self.reporter in (None, Reporter.BOTH):
            return True
        return self.reporter is (Reporter.MUNICIPALITY if kind is UnitKind.MUNICIPALITY else Reporter.REGION)


MUNICIPAL_AREAS = frozenset(
    {
        "preschool",
        "after_school",
        "compulsory_school",
        "upper_secondary",
        "adult_education",
        "elder_care",
        "disability",
        "individual_family_care",
        "labour_market_measures",
        "infrastructure_environment",
        "safety_rescue",
        "integration",
        "democracy_service",
    }
)
"""Areas of the catalogue that are a municipality's work: a region's row there is a county's mean, no own result."""


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
