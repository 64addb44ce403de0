"""The posterior is the best linear prediction from the unit's own years."""

from dataclasses import replace

import numpy as np
from tests.domain.position.panels import lasting_values

from avstamp.domain.position.findings.lasting import expect_level
from avstamp.domain.position.findings.parameters import YEARS_AHEAD
from avstamp.domain.position.findings.persistence import estimate_persistence


def reference(scores, persistence, indicator, unit):
    """Mean and variance by the textbook formula, one unit at a time."""
    at = np.flatnonzero(~np.isnan(scores[indicator, unit]))
    always, keep = persistence.always[indicator], persistence.keep[indicator]
    share, pace = persistence.level[indicator], persistence.pace[unit]

    def rho(lags):
        return always + (1 - always) * keep ** (pace * np.abs(lags))

    among = share * rho(at[:, None] - at[None, :]) + persistence.noise[indicator, unit] * np.eye(len(at))
    ahead = share * rho(scores.shape[2] - 1 + YEARS_AHEAD - at)
    weights = np.linalg.solve(among, ahead)
    return weights @ scores[indicator, unit, at], share - weights @ ahead


def test_expected_level_equals_the_textbook_formula():
    scores = lasting_values(3, 120, 9)
    scores[0, ::2, 3] = np.nan
    scores[1, :, 1::2] = np.nan
    persistence = estimate_persistence(scores, np.arange(120.0))
    level = expect_level(scores, persistence)

    for indicator in range(3):
        for unit in range(0, 120, 7):
            mean, variance = reference(scores, persistence, indicator, unit)
            np.testing.assert_allclose(level.mean[indicator, unit], mean, rtol=1e-9)
            np.testing.assert_allclose(level.spread[indicator, unit] ** 2, variance, rtol=1e-7, atol=1e-10)


def test_expected_level_of_a_unit_with_one_year_is_unknown():
    scores = lasting_values(1, 40, 6)
    scores[0, 0, 1:] = np.nan
    level = expect_level(scores, estimate_persistence(scores, np.full(40, np.nan)))

    assert np.isnan(level.mean[0, 0])
    assert level.years[0, :2].tolist() == [1, 6]


def test_expected_level_of_fewer_years_is_less_sure():
    scores = lasting_values(1, 40, 8, noise=0.8)
    scores[0, 0, :5] = np.nan
    level = expect_level(scores, estimate_persistence(scores, np.full(40, np.nan)))

    assert level.spread[0, 0] > level.spread[0, 1]


def test_expected_level_without_anything_lasting_is_unknown():
    scores = lasting_values(1, 40, 6)
    persistence = estimate_persistence(scores, np.full(40, np.nan))
    level = expect_level(scores, replace(persistence, level=np.zeros(1)))

    assert np.isnan(level.mean).all()
