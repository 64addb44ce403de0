"""The result share: what it learns from a panel whose making is known, and that it sees nothing later."""

from __future__ import annotations

import numpy as np
import pytest

from avstamp.domain.outlook.economy import draw_result_share, fit_result_share

YEARS, UNITS = 24, 290


def _panel(*, noise: float, spread: np.ndarray | float = 1.0) -> np.ndarray:
    draw = np.random.Generator(np.random.Philox(5))
    level = draw.normal(0, 1, UNITS)
    national = 2 + np.cumsum(draw.normal(0, 0.8, YEARS))
    return national[:, None] + level + spread * noise * draw.normal(0, 1, (YEARS, UNITS))


def test_lasting_levels_and_noise_are_found():
    shares = _panel(noise=1.5)
    model = fit_result_share(shares)

    draw = np.random.Generator(np.random.Philox(5)).normal(0, 1, UNITS)
    assert np.corrcoef(model.level, draw)[0, 1] > 0.9
    assert np.median(model.spread) ** 2 * model.noise == pytest.approx(1.5**2, rel=0.25)


def test_noisy_municipalities_are_known():
    spread = np.where(np.arange(UNITS) < 145, 1.0, 3.0)
    model = fit_result_share(_panel(noise=1.0, spread=spread))

    assert model.spread[145:].mean() > 1.4 * model.spread[:145].mean()


def test_missing_years_give_no_missing_answers():
    shares = _panel(noise=1.0)
    shares[5:9, 0], shares[-1, 1], shares[:, 2] = np.nan, np.nan, np.nan
    model = fit_result_share(shares)

    assert np.isfinite(draw_result_share(model, 4, 100, seed=1)).all()


def test_intervals_hold_what_they_should_on_data_made_by_the_same_rules():
    shares = _panel(noise=1.0)
    now = YEARS - 4
    model = fit_result_share(shares[:now])
    futures = draw_result_share(model, 4, 600, seed=1, national=np.nanmedian(shares[now:], axis=1))

    low, high = np.quantile(futures, [0.1, 0.9], axis=1)
    assert 0.74 < ((shares[now:] >= low) & (shares[now:] <= high)).mean() < 0.9


def test_same_seed_same_bytes_and_input_is_left_as_it_was():
    shares = _panel(noise=1.0)
    kept = shares.copy()

    first = draw_result_share(fit_result_share(shares), 3, 50, seed=9)
    again = draw_result_share(fit_result_share(shares), 3, 50, seed=9)

    assert first.tobytes() == again.tobytes()
    assert shares.tobytes() == kept.tobytes()


def test_too_short_a_history_is_refused():
    with pytest.raises(ValueError, match="eight years"):
        fit_result_share(_panel(noise=1.0)[:7])
