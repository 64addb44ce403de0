"""How years resemble one another is found from all units together, whatever each one's size and direction."""

from __future__ import annotations

import numpy as np
import pytest

from avstamp.domain.position.yearly_noise import fit_noise, resemblance

YEARS = np.arange(2017.0, 2023.0)
KNOWN = np.ones((6, 400), bool)


def drawn(covariance: np.ndarray, *, units: int = 400, seed: int = 4) -> np.ndarray:
    """Series of units of very different size, each with a level and a direction of its own."""
    generator = np.random.default_rng(seed)
    noise = np.linalg.cholesky(covariance) @ generator.normal(size=(6, units))
    size, level, slope = np.exp(generator.normal(size=(3, units)))
    return size * (noise + level + slope * (YEARS - 2017)[:, None])


@pytest.mark.parametrize("correlation", [0.5, 0.9, 1.0])
def test_the_resemblance_that_made_the_series_is_found_again(correlation):
    found = fit_noise(drawn(resemblance(YEARS, correlation)), KNOWN, YEARS)

    # Only what a line leaves can be known; how far apart two years are there is what the slope's error rests on.
    apart = lambda shape: shape[0, 0] + shape[5, 5] - 2 * shape[0, 5]  # noqa: E731
    near = lambda shape: shape[2, 2] + shape[3, 3] - 2 * shape[2, 3]  # noqa: E731
    true = resemblance(YEARS, correlation)
    assert apart(found) / near(found) == pytest.approx(apart(true) / near(true), rel=0.3)


def test_independent_years_are_found_independent():
    found = fit_noise(drawn(np.eye(6)), KNOWN, YEARS)

    assert np.abs(found - np.diag(found.diagonal())).max() < 0.35 * found[0, 0]


def test_no_unit_weighs_more_because_it_swings_more():
    values = drawn(resemblance(YEARS, 0.75))
    larger = values * np.where(np.arange(400) < 5, 1e6, 1.0)

    assert np.array_equal(fit_noise(values, KNOWN, YEARS), fit_noise(larger, KNOWN, YEARS))


def test_units_that_never_leave_their_line_say_nothing():
    values = np.outer(YEARS, np.arange(400.0))

    assert np.array_equal(fit_noise(values, KNOWN, YEARS), np.eye(6))


def test_units_with_gaps_tell_of_the_years_they_have():
    values, known = drawn(resemblance(YEARS, 1.0)), KNOWN.copy()
    known[1, :150] = known[4, 100:250] = False

    found = fit_noise(np.where(known, values, np.nan), known, YEARS)

    assert found[0, 5] > 0.5 * found[0, 0]
