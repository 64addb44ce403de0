"""What swings from year to year, and the places that makes possible."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.facts.readings import make_reading

from avstamp.domain.facts.chance import LEAST_MIDPOINTS, chance_of, passing_swing

YEARS = tuple(range(2003, 2023))
NAN = math.nan


@given(st.floats(-100, 100), st.floats(-5, 5))
def test_straight_line_does_not_swing(start, slope):
    swing = passing_swing(YEARS, [start + slope * at for at in range(len(YEARS))])

    assert swing is not None
    assert swing.deviation == pytest.approx(0, abs=1e-9)


@given(
    st.lists(st.floats(-100, 100), min_size=10, max_size=10),
    st.floats(-50, 50),
    st.floats(-5, 5),
    st.floats(0.1, 10),
)
def test_swing_ignores_level_and_slope_and_follows_scale(values, level, slope, scale):
    years = YEARS[:10]
    plain = passing_swing(years, values)
    moved = passing_swing(years, [level + slope * at + scale * value for at, value in enumerate(values)])

    assert plain is not None
    assert moved is not None
    assert moved.deviation == pytest.approx(scale * plain.deviation, rel=1e-6, abs=1e-6)


def test_swing_finds_the_deviation_of_noise_around_a_trend():
    noise = np.random.Generator(np.random.Philox(7)).normal(0, 2.5, 4000)
    swing = passing_swing(range(4000), (0.4 * np.arange(4000) + noise).tolist())

    assert swing is not None
    assert swing.deviation == pytest.approx(2.5, rel=0.05)


def test_uneven_years_are_weighted():
    # Values on a straight line over years that are not evenly spaced do not swing.
    years = [2000, 2001, 2003, 2007, 2008, 2012, 2013]

    swing = passing_swing(years, [2.0 * year for year in years])

    assert swing is not None
    assert swing.deviation == pytest.approx(0, abs=1e-9)


def test_few_years_say_nothing():
    assert passing_swing(YEARS[: LEAST_MIDPOINTS + 1], [1.0] * (LEAST_MIDPOINTS + 1)) is None
    assert chance_of(make_reading([1, 2, 3], [2, 3, 4], [3, 4, 5])) is None


def test_missing_years_are_no_values():
    values = [1.0, NAN, 3.0, 4.0, NAN, 6.0, 7.0, 8.0, 9.0]

    swing = passing_swing(YEARS[:9], values)

    assert swing is not None
    assert (swing.midpoints, swing.deviation) == (5, pytest.approx(0))


def test_steady_distance_to_the_median_keeps_its_place():
    common = [50, 60, 40, 55, 70, 45, 50, 62, 58, 51]
    reading = make_reading(
        [value + 3 for value in common],
        [value - 1 for value in common],
        common,
        [value + 9 for value in common],
    )

    chance = chance_of(reading)

    assert chance is not None
    assert chance.swing.deviation == pytest.approx(0, abs=1e-9)
    assert (chance.best_place, chance.worst_place) == (2, 2)
    assert not chance.at_median


def test_swing_wider_than_the_distances_reaches_every_place_and_the_median():
    reading = make_reading([48, 52, 47, 53, 46, 54, 48, 52, 47, 53], [49.9] * 10, [50.0] * 10, [50.1] * 10)

    chance = chance_of(reading)

    assert chance is not None
    assert (chance.best_place, chance.worst_place) == (1, 4)
    assert chance.low < reading.figure.median < chance.high
    assert chance.at_median


def test_only_the_window_is_looked_at():
    calm = [50.0, 50.5] * 5
    reading = make_reading([10, 90, 10, 90, *calm], *([[50.0] * 14] * 3))

    assert chance_of(reading) == chance_of(make_reading(calm, *([[50.0] * 10] * 3)))


def test_unit_without_a_figure_has_no_chance():
    assert chance_of(make_reading([NAN] * 10, [1.0] * 10, [2.0] * 10)) is None
