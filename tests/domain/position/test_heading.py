"""A heading is named only when it is likely enough."""

from __future__ import annotations

import pytest

from avstamp.domain.facts.indicator import Direction
from avstamp.domain.position.heading import Heading, heading_of, probability_above


@pytest.mark.parametrize(
    ("point", "inner", "probability"),
    [
        (75.0, (70.0, 80.0), 0.9),
        (65.0, (60.0, 70.0), 0.1),
        (70.0, (60.0, 80.0), 0.5),
        (98.0, (70.0, 100.0), 0.9),  # the ceiling above says nothing of the way down to today
        (72.0, (72.0, 72.0), 1.0),
        (70.0, (70.0, 70.0), 0.5),
    ],
)
def test_probability_is_that_of_the_interval(point, inner, probability):
    assert probability_above(70.0, point, inner) == pytest.approx(probability)


@pytest.mark.parametrize(
    ("probability", "higher", "lower"),
    [
        (0.8, Heading.BETTER, Heading.WORSE),
        (0.2, Heading.WORSE, Heading.BETTER),
        (0.79, Heading.UNSURE, Heading.UNSURE),
        (float("nan"), Heading.UNSURE, Heading.UNSURE),
    ],
)
def test_heading_follows_the_probability_and_the_direction(probability, higher, lower):
    assert heading_of(probability, Direction.HIGHER) is higher
    assert heading_of(probability, Direction.LOWER) is lower


def test_without_a_direction_there_is_no_better_side():
    with pytest.raises(ValueError, match="neither for better nor for worse"):
        heading_of(0.9, Direction.NONE)
