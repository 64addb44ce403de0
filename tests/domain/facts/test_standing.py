"""What may be said of a figure in one sentence, and what may not."""

import math

import pytest
from tests.domain.facts.readings import make_reading

from avstamp.domain.facts.chance import chance_of
from avstamp.domain.facts.indicator import Direction
from avstamp.domain.facts.standing import Level, Movement, Standing, standing_of

NAN = math.nan
FLAT = [50.0] * 10
STEEP = [float(20 + 2 * at) for at in range(10)]


def standing(*rows, **more) -> Standing:
    reading = make_reading(*rows, **more)
    return standing_of(reading, chance_of(reading))


def above(step: float) -> list[float]:
    return [50 + step] * 10


@pytest.mark.parametrize(
    ("direction", "level"),
    [
        (Direction.HIGHER, Level.BETTER),
        (Direction.LOWER, Level.WORSE),
        (Direction.NONE, Level.HIGHER),
        (None, Level.HIGHER),
    ],
)
def test_level_is_better_or_worse_only_with_a_direction(direction, level):
    assert standing(above(9), above(1), above(2), above(3), direction=direction).level is level


@pytest.mark.parametrize(
    ("direction", "level"), [(Direction.HIGHER, Level.WORSE), (Direction.NONE, Level.LOWER)]
)
def test_level_below_the_others(direction, level):
    assert standing(above(0), above(1), above(2), above(3), direction=direction).level is level


def test_level_that_prints_as_the_median_is_in_the_middle():
    assert standing(above(2.01), above(1), above(2), above(9)).level is Level.MIDDLE


def test_level_within_its_own_swing_is_in_the_middle():
    swinging = [60, 40, 61, 39, 62, 41, 60, 38, 61, 55]

    assert standing(swinging, above(0), above(1), above(2)).level is Level.MIDDLE


def test_level_among_few_is_not_said():
    assert standing(above(9), above(1), above(2)).level is None


@pytest.mark.parametrize(
    ("direction", "movement"),
    [
        (Direction.HIGHER, Movement.IMPROVED),
        (Direction.LOWER, Movement.WORSENED),
        (Direction.NONE, Movement.RISEN),
    ],
)
def test_movement_of_a_steady_rise(direction, movement):
    found = standing(STEEP, FLAT, FLAT, FLAT, direction=direction)

    assert (found.movement, found.since) == (movement, 2018)


def test_movement_no_larger_than_the_swing_is_unclear():
    swinging = [50, 56, 49, 57, 48, 50, 56, 49, 57, 52]

    assert standing(swinging, FLAT, FLAT, FLAT).movement is Movement.UNCLEAR


def test_movement_that_prints_as_nothing_is_unclear():
    creeping = [50 + 0.001 * at for at in range(10)]

    assert standing(creeping, FLAT, FLAT, FLAT).movement is Movement.UNCLEAR


def test_short_series_has_a_level_and_no_movement():
    found = standing([59.0, 59.0, 59.0], [50.0] * 3, [51.0] * 3, [52.0] * 3)

    assert (found.level, found.movement) == (Level.BETTER, None)


def test_old_figure_has_no_movement():
    found = standing(STEEP, FLAT, FLAT, FLAT, last=2016)

    assert (found.old, found.movement) == (True, None)


def test_no_figure_nothing_said():
    assert standing([NAN] * 10, FLAT, FLAT, FLAT) == Standing(None, None, None, old=False)
