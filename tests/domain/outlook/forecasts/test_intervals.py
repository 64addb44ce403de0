"""Intervals are quantiles of past errors, blended and corrected, and nothing of the future."""

import numpy as np

from avstamp.domain.outlook.forecasts.family import half_width
from avstamp.domain.outlook.forecasts.intervals import LEVELS, count_errors, interval_bins
from avstamp.domain.outlook.forecasts.testing import NO_ERROR

YEARS, UNITS = 20, 60


def make_bins(seed, spread=50.0):
    draw = np.random.default_rng(seed)
    bins = np.rint(draw.normal(0, spread, (YEARS, UNITS, 4))).astype(np.int16)
    for horizon in range(4):
        bins[YEARS - horizon - 1 :, :, horizon] = NO_ERROR
    return bins


def own_quantiles(bins):
    own, tested = np.full((4, YEARS, 2), np.nan), np.zeros((4, YEARS), np.int64)
    count_errors(bins, np.array(LEVELS), own, tested)
    return own, tested


def test_count_errors_equals_sorting_the_errors_known_by_then():
    bins = make_bins(3)

    own, tested = own_quantiles(bins)

    for horizon in range(4):
        for year in range(YEARS):
            known = np.sort(bins[: max(0, year - horizon), :, horizon].ravel())
            assert tested[horizon, year] == max(0, year - horizon)
            for place, level in enumerate(LEVELS):
                if known.size == 0:
                    assert np.isnan(own[horizon, year, place])
                else:
                    rank = min(int(np.ceil(level * (known.size + 1))), known.size)
                    assert own[horizon, year, place] == known[rank - 1]


def test_interval_bins_hold_what_they_say_on_exchangeable_errors():
    bins = [make_bins(seed) for seed in range(30)]
    own, tested = (np.stack(part) for part in zip(*map(own_quantiles, bins), strict=True))

    widths = interval_bins(bins, own, tested)

    late = np.stack([b[10:15, :, 0] for b in bins])
    for place, level in enumerate(LEVELS):
        share = np.mean(late <= widths[:, 0, 10:15, None, place])
        assert abs(share - level) < 0.01


def test_interval_bins_outer_is_never_inside_inner_and_later_errors_change_nothing():
    bins = [make_bins(seed) for seed in range(8)]
    own, tested = (np.stack(part) for part in zip(*map(own_quantiles, bins), strict=True))
    changed = [b.copy() for b in bins]
    for b in changed:
        b[12:][b[12:] != NO_ERROR] = 400
    own_changed, _ = (np.stack(part) for part in zip(*map(own_quantiles, changed), strict=True))

    before, after = interval_bins(bins, own, tested), interval_bins(changed, own_changed, tested)

    known = np.isfinite(before)
    assert (before[..., 1] >= before[..., 0])[known.all(axis=-1)].all()
    assert np.array_equal(before[:, :, :13], after[:, :, :13], equal_nan=True)


def test_interval_bins_correct_after_years_of_too_wide_misses():
    # Errors double half-way: own quantiles lag, and the correction must widen what follows.
    bins = [make_bins(seed) for seed in range(30)]
    for b in bins:
        real = b != NO_ERROR
        real[:8] = False
        b[real] += 70
    own, tested = (np.stack(part) for part in zip(*map(own_quantiles, bins), strict=True))

    widths = interval_bins(bins, own, tested)

    assert (widths[:, 0, 15] > np.ceil(own[:, 0, 15])).all()


def test_half_width_grows_by_one_per_cent_a_bin():
    np.testing.assert_allclose([half_width(bin) for bin in (0.0, 100.0)], [1.0, np.e])
