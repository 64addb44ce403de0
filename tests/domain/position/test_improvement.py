"""A movement is called one only when it is more than chance."""

from __future__ import annotations

import math

import numpy as np
import pytest

from avstamp.domain.position.improvement import Movement, measure_movements, shrink_noise

YEARS = np.arange(2017, 2023)


def noisy(slope: float = 0.0, *, units: int = 300, seed: int = 7) -> np.ndarray:
    generator = np.random.default_rng(seed)
    return 50.0 + slope * (YEARS - 2017)[:, None] + generator.normal(size=(len(YEARS), units))


def test_a_line_without_noise_has_the_slope_of_the_line():
    values = np.outer(YEARS - 2017, np.linspace(-2, 3, 30)) + 50

    found = measure_movements(values, YEARS, better=1)

    assert np.allclose(found.slope, np.linspace(-2, 3, 30))
    assert found.others == pytest.approx(0.5)


def test_with_independent_years_the_slope_is_near_the_least_squares_slope():
    values = noisy(units=2000)

    found = measure_movements(values, YEARS, better=1)

    ordinary = np.polyfit(YEARS - 2017, values, 1)[0]
    assert np.abs(found.slope - ordinary).max() < 0.15 * ordinary.std()


def test_a_drift_moves_from_its_first_year_to_its_last():
    values = np.random.default_rng(6).normal(size=(len(YEARS), 2000)).cumsum(axis=0)

    found = measure_movements(values, YEARS, better=1)

    assert np.corrcoef(found.slope, (values[-1] - values[0]) / 5)[0, 1] > 0.97


@pytest.mark.parametrize("correlation", [0.25, 0.5, 0.75, 1.0])
def test_years_that_resemble_the_year_before_are_not_called_movements(correlation):
    generator = np.random.default_rng(8)
    values = generator.normal(size=(len(YEARS), 3000))
    for year in range(1, len(YEARS)):
        values[year] = (
            correlation * values[year - 1] + values[year] * (1 - min(correlation, 0.99) ** 2) ** 0.5
        )

    found = measure_movements(values, YEARS, better=1)

    assert 0.02 < (found.probability >= 0.95).mean() < 0.08
    assert 0.02 < (found.probability <= 0.05).mean() < 0.08


def test_series_that_stand_still_are_called_moved_as_often_as_chance_says():
    found = measure_movements(noisy(units=6000), YEARS, better=1)

    called = [found.of(column) for column in range(6000)]
    assert called.count(Movement.BETTER) / 6000 == pytest.approx(0.05, abs=0.01)
    assert called.count(Movement.WORSE) / 6000 == pytest.approx(0.05, abs=0.01)


def test_what_everyone_does_is_a_movement_but_not_beside_the_others():
    found = measure_movements(noisy(2.0), YEARS, better=1)

    assert sum(found.of(column) is Movement.BETTER for column in range(300)) > 290
    assert sum(found.beside_others(column) is Movement.STILL for column in range(300)) > 240


def test_lower_is_better_turns_everything():
    values = noisy(1.0)
    up, down = measure_movements(values, YEARS, better=1), measure_movements(values, YEARS, better=-1)

    assert np.array_equal(up.slope, -down.slope)
    assert np.allclose(up.probability, 1 - down.probability)


def test_too_few_years_say_nothing():
    values = noisy()
    values[:3, 0] = math.nan
    values[-2:, 1] = math.nan

    found = measure_movements(values, YEARS, better=1)

    assert found.of(0) is None
    assert found.of(1) is None
    assert found.of(2) is not None


def test_too_few_units_say_nothing():
    assert measure_movements(noisy(units=5), YEARS, better=1).of(0) is None


def test_order_of_units_changes_nothing_and_neither_does_the_unit_of_measure():
    values = noisy(0.3)
    order = np.random.default_rng(1).permutation(values.shape[1])

    found = measure_movements(values, YEARS, better=1)

    shuffled = measure_movements(values[:, order], YEARS, better=1)
    assert np.allclose(found.probability[order], shuffled.probability)
    assert np.allclose(found.probability, measure_movements(values * 1000, YEARS, better=1).probability)


def test_series_that_never_moves_is_still():
    values = noisy()
    values[:, 0] = 12.0

    assert measure_movements(values, YEARS, better=1).of(0) is Movement.STILL


def test_noise_that_is_the_same_for_all_is_shared_by_all():
    generator = np.random.default_rng(2)
    degrees = np.full(500, 4)
    own, common = shrink_noise(2.0 * generator.chisquare(4, size=500) / 4, degrees)

    assert common > 20
    assert own.std() < 0.5
    assert own.mean() == pytest.approx(2.0, rel=0.1)


def test_noise_that_differs_keeps_its_own():
    generator = np.random.default_rng(3)
    true = np.exp(generator.normal(0, 1.5, size=500))
    own, common = shrink_noise(true * generator.chisquare(4, size=500) / 4, np.full(500, 4))

    assert common < 4
    assert np.corrcoef(np.log(own), np.log(true))[0, 1] > 0.85


def test_a_direction_that_is_none_is_refused():
    with pytest.raises(ValueError, match="give 1 where higher is better"):
        measure_movements(noisy(), YEARS, better=0)


def test_change_is_told_between_the_years_that_the_unit_has():
    values = np.repeat(2.0 * (YEARS - 2017)[:, None], 20, axis=1) + noisy(units=20)
    values[0, 3] = values[-1, 3] = math.nan

    found = measure_movements(values, YEARS, better=1)

    assert found.change[3] == pytest.approx(found.slope[3] * 3)
    assert found.change[4] == pytest.approx(found.slope[4] * 5)
