"""Where will we be if nothing is done: is a forecast likely to leave today's value behind, and on which side?"""

from __future__ import annotations

import math
from enum import StrEnum
from statistics import NormalDist

from avstamp.domain.facts.indicator import Direction

SURE, SURELY_NOT = 0.8, 0.2
"""Probabilities of rising from which, and down to which, a figure is said to head one way."""

INNER = NormalDist().inv_cdf(0.9)
"""Standard deviations from the point to the edge of an 80 per cent interval."""


class Heading(StrEnum):
    """What a forecast says of a figure with a direction."""

    BETTER = "better"
    WORSE = "worse"
    UNSURE = "unsure"


def probability_above(now: float, point: float, inner: tuple[float, float]) -> float:
    """How probable it is that the outcome is higher than today's value.

    Definition: Φ(z · (point − now) / half), where half is the distance from the point to the edge of the 80 per cent
        interval on the side of today's value, and z the standard deviations that edge lies out.
    Args: `now`, `point` and `inner` (lower, upper) in the indicator's unit.
    Returns: 0 to 1; one half where the forecast is today's value.
    Raises: nothing. Source: the interval's width is tested on past outcomes; its shape is taken for normal.
    Example:
        >>> round(probability_above(70.0, 75.0, (70.0, 80.0)), 2)
        0.9
    """
    half = point - inner[0] if point > now else inner[1] - point
    apart = point - now
    if half <= 0:
        return 0.5 if apart == 0 else float(apart > 0)
    return NormalDist().cdf(INNER * apart / half)


def heading_of(probability: float, direction: Direction) -> Heading:
    """Better, worse, or not to be said, by the probability that the outcome is higher than today's value.

    Raises: ValueError for an indicator without a direction, which has no better side.

    Example:
        >>> heading_of(0.85, Direction.HIGHER).value, heading_of(0.85, Direction.LOWER).value
        ('better', 'worse')
    """
    if direction is Direction.NONE:
        raise ValueError("an indicator without a direction heads neither for better nor for worse")
    if math.isnan(probability) or SURELY_NOT < probability < SURE:
        return Heading.UNSURE
    return Heading.BETTER if (probability >= SURE) is (direction is Direction.HIGHER) else Heading.WORSE
