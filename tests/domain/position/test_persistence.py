"""What lasts, what drifts and what passes is told apart, and nothing lasts where nothing does."""

import numpy as np
import pytest
from tests.domain.position.panels import lasting_values, passing_values

from avstamp.domain.position.findings.parameters import FARTHEST_LAG
from avstamp.domain.position.findings.persistence import (
    common_decay,
    estimate_persistence,
    lag_covariances,
    pace_by_size,
    size_classes,
)

UNKNOWN = np.full(400, np.nan)


def standardised(values):
    return (values - values.mean(axis=1, keepdims=True)) / values.std(axis=1, keepdims=True)


def drifting_values(units, years, keep, seed=3, indicators=4):
    draw = np.random.Generator(np.random.Philox(seed))
    shocks = draw.standard_normal((indicators, units, years))
    values = shocks.copy()
    share = np.broadcast_to(np.asarray(keep, float), (units,))
    for year in range(1, years):
        values[:, :, year] = share * values[:, :, year - 1] + np.sqrt(1 - share**2) * shocks[:, :, year]
    return values


def test_lag_covariances_equal_a_plain_reference():
    scores = standardised(lasting_values(2, 30, 6))
    scores[0, ::3, 2] = np.nan
    covariance, _ = lag_covariances(scores)

    for indicator in range(2):
        for lag in range(1, 6):
            products = (scores[indicator, :, lag:] * scores[indicator, :, :-lag]).ravel()
            assert covariance[indicator, lag] == pytest.approx(np.nanmean(products))
    assert np.isnan(covariance[:, 6:]).all()


def test_lag_covariances_without_a_pair_are_missing():
    scores = np.full((1, 20, 4), np.nan)
    scores[0, :, 1] = 1.0
    covariance, units = lag_covariances(scores)

    assert np.isnan(covariance).all()
    assert units.tolist() == [0.0]


def test_estimate_of_a_level_for_ever_finds_its_share():
    persistence = estimate_persistence(standardised(lasting_values(12, 400, 12, noise=0.5)), UNKNOWN)

    # A level of variance 1 and a noise of variance 0.25.
    np.testing.assert_allclose(persistence.level, 0.8, atol=0.06)
    assert persistence.correlation(np.array([5.0])).min() > 0.9


def test_estimate_of_a_drifting_level_finds_how_fast_it_fades():
    persistence = estimate_persistence(standardised(drifting_values(400, 15, 0.8)), UNKNOWN)

    np.testing.assert_allclose(persistence.correlation(np.array([5.0]))[:, 0], 0.8**5, atol=0.12)


def test_estimate_of_passing_noise_finds_that_nothing_lasts():
    persistence = estimate_persistence(standardised(passing_values(12, 400, 12)), UNKNOWN)

    assert persistence.level.max() < 0.05


def test_estimate_gives_up_more_where_units_are_few():
    few = estimate_persistence(standardised(lasting_values(12, 21, 12)), UNKNOWN[:21])
    many = estimate_persistence(standardised(lasting_values(12, 400, 12)), UNKNOWN)

    assert few.level.mean() < many.level.mean()


def test_noise_of_small_units_is_larger_where_they_swing():
    values = standardised(lasting_values(4, 200, 12))
    values[:, :50] += np.random.Generator(np.random.Philox(9)).standard_normal((4, 50, 12))
    noise = estimate_persistence(values, np.arange(200.0)).noise

    assert (noise[:, 0] > 1.5 * noise[:, 199]).all()


def test_pace_of_units_that_drift_faster_is_larger():
    values = drifting_values(200, 15, np.where(np.arange(200) < 50, 0.7, 0.95))
    pace = pace_by_size(values, np.ones(4, bool), np.arange(200.0))

    assert pace[0] > 1.5 > 1.0 > pace[199]


def test_size_classes_of_few_or_unknown_units_are_one():
    assert set(size_classes(np.arange(21.0)).tolist()) == {0}
    assert set(size_classes(np.full(290, np.nan)).tolist()) == {0}
    assert np.bincount(size_classes(np.arange(200.0))).tolist() == [50, 50, 50, 50]


def test_common_decay_never_grows_and_starts_at_one():
    covariance, _ = lag_covariances(standardised(drifting_values(200, 15, 0.85, indicators=12)))
    decay = common_decay(covariance)

    assert decay.shape == (FARTHEST_LAG + 1,)
    assert decay[0] == 1.0
    assert (np.diff(decay) <= 0).all()
    assert decay[5] == pytest.approx(0.85**5, abs=0.06)
