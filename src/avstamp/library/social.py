"""How do people live here, area by area, as far as the fact base knows?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.facts.chance import chance_of
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.facts.standing import standing_of
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.comparison import comparison_group
from avstamp.library.figure import read_figure
from avstamp.library.figure_words import finding
from avstamp.phrases import bilingual

SOCIAL_AREAS: Mapping[str, tuple[str, ...]] = {
    "health": ("N00925", "N00923", "U01405", "U01473", "N00957", "N01451"),
    "work": ("N02267", "N02268", "N02797", "N03920", "N03921", "N03926"),
    "education": ("N01982",),
    "means": ("N00952", "N00997", "N66077", "N31807", "U31803"),
    "trust": ("U01413", "N07609", "N07633", "N07403", "N07540"),
    "housing": ("N07907", "U00958"),
}
"""Indicators of the catalogue's social area, by what they are about; a test holds that each stands once."""
CHANGE_YEARS = 5
"""Years that a change looks back, to that very year."""


@dataclass(frozen=True)
class SocialFigure:
    """One indicator with the unit's newest figure and what may be said of it in a sentence."""

    reading: FigureReading
    said: Phrase
    changed: float
    """From five years before to the figure's year, in the indicator's unit; NaN where either is missing."""


@dataclass(frozen=True)
class SocialArea:
    """An area: what there is, and the names of what the fact base lacks for the unit."""

    key: str
    figures: tuple[SocialFigure, ...]
    missing: tuple[Text, ...]


def social_areas(base: FactBase, unit: Unit) -> tuple[SocialArea, ...]:
    """Every area with the unit's figures, and what is missing."""
    return tuple(_area(base, unit, key, ids) for key, ids in SOCIAL_AREAS.items())


def _area(base: FactBase, unit: Unit, key: str, ids: tuple[str, ...]) -> SocialArea:
    known: list[SocialFigure] = []
    missing: list[Text] = []
    for id in ids:
        if id not in base.indicators:
            missing.append(Verbatim(id))
            continue
        group = comparison_group(base, unit, id, choice="similar")
        reading = read_figure(base, id, unit, group=group)
        if reading.figure is None:
            missing.append(bilingual(base.catalogue[id].names))
            continue
        known.append(
            SocialFigure(
                reading, finding(reading, standing_of(reading, chance_of(reading))), _change(reading)
            )
        )
    return SocialArea(key, tuple(known), tuple(missing))


def _change(reading: FigureReading) -> float:
    assert reading.figure is not None
    values = dict(zip(reading.years, reading.values, strict=True))
    return reading.figure.value - values.get(reading.figure.year - CHANGE_YEARS, math.nan)
