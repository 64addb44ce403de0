"""On which indicators does a unit differ most from the rest of the country, for better and for worse?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.values import Gender

LEAST_UNITS = 15
"""Units that must have a value the same year for a deviation to be worth naming."""

NEWEST_YEARS = 3
"""How old a figure may be: within this many years of the fact base's newest."""

LEAST_DEVIATION = 1.0
"""Robust z from which a unit stands out at all."""


@dataclass(frozen=True, slots=True)
class Deviations:
    """The largest deviations in each direction, largest first, at most one an area."""

    better: tuple[ProfileFigure, ...]
    worse: tuple[ProfileFigure, ...]


def largest_deviations(figures: Iterable[ProfileFigure], *, newest_year: int, count: int = 3) -> Deviations:
    """The indicators on which a unit lies furthest from the median, counted so that positive is better.

    Definition: robust z (see `profile_columns`) of the newest figure for all genders together, with its sign turned
        where lower is better; at least 1 in size, at least 15 units, not older than two years before the newest; the
        largest of each area of the catalogue; ties in order of indicator id. A rough order for the moment: it knows
        nothing of chance or of whether a difference lasts.
    Args: `figures` of one unit; `count` at most this many each way.
    Returns: better and worse, each at most `count`.
    Raises: nothing.
    Source: the method is Avstamp's own; robust z as in `profile_columns`.
    Example: see `tests/domain/facts/test_deviations.py`.
    """
    oldest = newest_year - NEWEST_YEARS + 1
    candidates = [
        figure
        for figure in figures
        if figure.gender is Gender.ALL
        and figure.entry is not None
        and figure.n >= LEAST_UNITS
        and figure.year >= oldest
        and not math.isnan(figure.deviation)
        and abs(figure.deviation) >= LEAST_DEVIATION
    ]
    candidates.sort(key=lambda figure: (-abs(figure.deviation), figure.indicator.id))
    return Deviations(
        better=_one_an_area((figure for figure in candidates if figure.deviation > 0), count),
        worse=_one_an_area((figure for figure in candidates if figure.deviation < 0), count),
    )


def _one_an_area(figures: Iterable[ProfileFigure], count: int) -> tuple[ProfileFigure, ...]:
    chosen: dict[str, ProfileFigure] = {}
    for figure in figures:
        area = figure.entry.area if figure.entry else ""
        if area not in chosen and len(chosen) < count:
            chosen[area] = figure
    return tuple(chosen.values())
