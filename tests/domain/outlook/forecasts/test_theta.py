"""The averaged dynamic Theta forecasts are those of the formulas, worked out the long way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.outlook.forecasts.theta import SMOOTHINGS, START_WEIGHT, THETAS, forecast_run


def one_year_parts(run, smoothing, theta):
    """For every count k of values: known level, what is left of the start, drift; by the definitions."""
    weight, parts = 1 - 1 / theta, []
    for count in range(1, len(run) + 1):
        times = np.arange(1, count + 1)
        slope, level = np.polyfit(times, run[:count], 1) if count > 1 else (0.0, run[0])
        powers = smoothing * (1 - smoothing) ** np.arange(count)[::-1]
        left = (1 - smoothing) ** count
        drift = weight * (left * level + (1 - left) / smoothing * slope)
        parts.append((float(powers @ run[:count]), left, drift, weight * slope))
    return parts


def reference(run):
    """Forecasts from the last year of a run by weighted least squares for the starting level."""
    losses, ahead = [], []
    for smoothing in SMOOTHINGS:
        for theta in THETAS:
            parts = one_year_parts(run, smoothing, theta)
            left = np.array([part[1] for part in parts[:-1]])
            rest = run[1:] - np.array([part[0] + part[2] for part in parts[:-1]])
            design = np.append(left, np.sqrt(START_WEIGHT))
            answer = np.append(rest, np.sqrt(START_WEIGHT) * run[0] / theta)
            start = float(np.linalg.lstsq(design[:, None], answer, rcond=None)[0][0])
            losses.append(float(np.sum((rest - start * left) ** 2)))
            level, remaining, drift, step = parts[-1]
            ahead.append(level + remaining * start + drift + step * np.arange(4))
    weights = (min(losses) / np.array(losses)) ** (len(run) - 1)
    return weights @ np.array(ahead) / weights.sum()


@given(st.lists(st.integers(-1000, 1000), min_size=4, max_size=20, unique=True))
def test_forecast_run_equals_the_formulas(values):
    run = np.array(values, np.float64)

    np.testing.assert_allclose(forecast_run(run)[-1], reference(run), rtol=1e-6, atol=1e-6)


def test_forecast_run_a_forecast_never_sees_later_values():
    run = np.array([3.0, 5.0, 4.0, 8.0, 9.0, 7.0])

    assert forecast_run(run)[3].tolist() == forecast_run(run[:4])[3].tolist()


def test_forecast_run_straight_line_goes_on_upwards():
    forecasts = forecast_run(np.arange(10.0, 30.0, 2.0))[-1]

    assert forecasts[0] > 28.0
    assert (np.diff(forecasts) > 0).all()


@pytest.mark.parametrize("value", [0.0, 7.5, -3.0])
def test_forecast_run_constant_series_stays(value):
    np.testing.assert_allclose(forecast_run(np.full(8, value))[-1], value, atol=1e-12)
