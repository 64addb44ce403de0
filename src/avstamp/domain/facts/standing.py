"""Where does a figure lie among others, and which way has it gone: what may be said of it in one sentence?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.facts.chance import WINDOW as SWING_WINDOW
from avstamp.domain.facts.chance import Chance, passing_swing
from avstamp.domain.facts.cube import TREND_WINDOW
from avstamp.domain.facts.indicator import Direction
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import rounded

LEAST_UNITS = 4
"""With fewer units that have a figure nothing is said of most and few."""

OLD_AFTER = 2
"""Years after which a figure is spoken of in the past tense and its direction is left out."""


class Level(StrEnum):
    """Where a figure lies among all units of its kind; better and worse only where the indicator has a direction."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    MIDDLE = "middle"


class Movement(StrEnum):
    """Which way a figure has gone over the trend's window, where it is more than passing swing."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    RISEN = "risen"
    FALLEN = "fallen"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be said of a figure: None where nothing can; `since` is the first year that `movement` looks at."""

    level: Level | None
    movement: Movement | None
    since: int | None
    old: bool


def standing_of(reading: FigureReading, chance: Chance | None) -> Standing:
    """Level and movement of a reading's newest figure.

    Definition: the level is MIDDLE where the figure prints as the median does, where its passing swing reaches the
        median (`Chance.at_median`), or where less than half of the others lie on one side of it; else it says on
        which side most others lie. The movement is the five-year slope times the years it spans, said only where
        that change is larger than sqrt(2) times the reach of the series' own swing; UNCLEAR where it is not.
    Args: `reading` with or without a figure; `chance` of the same reading.
    Returns: level None with fewer than `LEAST_UNITS` units; movement None without a slope, without enough years to
        know the swing, or when the figure is old.
    Raises: nothing. Source: Avstamp's own; no forecast is made. Example: see `tests/domain/facts/test_standing.py`.
    """
    figure = reading.figure
    if figure is None:
        return Standing(None, None, None, old=False)
    old = reading.newest_year - figure.year >= OLD_AFTER
    movement, since = (None, None) if old else _movement(reading, figure)
    return Standing(_level(figure, chance), movement, since, old=old)


def _direction(figure: ProfileFigure) -> Direction:
    return figure.entry.direction if figure.entry else Direction.NONE


def _level(figure: ProfileFigure, chance: Chance | None) -> Level | None:
    if figure.n < LEAST_UNITS:
        return None
    decimals = figure.indicator.decimals
    as_median = rounded(figure.value, decimals) == rounded(figure.median, decimals)
    most = (figure.n - 1) / 2
    high, low = figure.below > most, figure.above > most
    if as_median or not (high or low) or (chance is not None and chance.at_median):
        return Level.MIDDLE
    direction = _direction(figure)
    if direction is Direction.NONE:
        return Level.HIGHER if high else Level.LOWER
    return Level.BETTER if high is (direction is Direction.HIGHER) else Level.WORSE


def _movement(reading: FigureReading, figure: ProfileFigure) -> tuple[Movement | None, int | None]:
    points = [
        (year, value)
        for year, value in zip(reading.years, reading.values, strict=True)
        if not math.isnan(value) and year <= figure.year
    ]
    swing = passing_swing(*_columns(points, figure.year - SWING_WINDOW))
    if math.isnan(figure.slope) or swing is None:
        return None, None
    since = min(year for year, _ in points if year > figure.year - TREND_WINDOW)
    change = figure.slope * (figure.year - since)
    if abs(change) <= math.sqrt(2) * swing.reach or not rounded(change, figure.indicator.decimals):
        return Movement.UNCLEAR, since
    direction = _direction(figure)
    if direction is Direction.NONE:
        return (Movement.RISEN if change > 0 else Movement.FALLEN), since
    improved = (change > 0) is (direction is Direction.HIGHER)
    return (Movement.IMPROVED if improved else Movement.WORSENED), since


def _columns(points: list[tuple[int, float]], after: int) -> tuple[list[int], list[float]]:
    kept = [(year, value) for year, value in points if year > after]
    return [year for year, _ in kept], [value for _, value in kept]
