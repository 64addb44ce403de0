"""What is known of a panel in each year is what plain NumPy says of that year and earlier ones."""

import numpy as np
from tests.domain.outlook.forecasts.panels import SIZES, make_panel

from avstamp.domain.outlook.forecasts.panel import describe_panel


def test_describe_panel_scale_equals_the_definition():
    values = make_panel(1).values
    values[:, :] = np.where(np.isnan(values), 50.0, values)

    history = describe_panel(values, SIZES, classes=2)

    for year in range(1, len(values)):
        own = np.abs(np.diff(values[: year + 1], axis=0)).mean(axis=0)
        np.testing.assert_allclose(history.volatility[year], own)
        np.testing.assert_allclose(history.mean[year], values[: year + 1].mean(axis=0))
        for size in (0, 1):
            typical = max(np.median(own[size == SIZES]), 0.1 * own[size == SIZES].mean())
            np.testing.assert_allclose(
                history.scale[year, size == SIZES], (6 * typical + year * own[size == SIZES]) / (6 + year)
            )


def test_describe_panel_short_gap_is_bridged_and_long_gap_starts_anew():
    nan = np.nan
    values = np.array([[1.0, nan, nan, 4.0, nan, nan, nan, 9.0]]).T

    history = describe_panel(values, np.array([0]), classes=1)

    np.testing.assert_array_equal(history.filled[:, 0], [1, 2, 3, 4, nan, nan, nan, 9])
    assert history.start[:, 0].tolist() == [0, 0, 0, 0, -1, -1, -1, 7]
    assert history.observed[:, 0].tolist() == [1, 1, 1, 2, 0, 0, 0, 1]


def test_describe_panel_change_is_the_median_of_units():
    values = np.array([[1.0, 10.0, 100.0], [2.0, 13.0, 107.0]])

    history = describe_panel(values, np.zeros(3, np.int64), classes=1)

    assert np.isnan(history.change[0])
    assert history.change[1] == 3.0
    assert history.growth.tolist() == [0.0, 3.0]


def test_describe_panel_earlier_years_do_not_change_with_later_values():
    values = make_panel(2).values

    whole = describe_panel(values, SIZES, classes=2)
    cut = describe_panel(values[:10], SIZES, classes=2)

    for name in ("mean", "volatility", "scale"):
        known = np.isfinite(values[:10]) & np.isfinite(getattr(cut, name))
        assert np.array_equal(getattr(whole, name)[:10][known], getattr(cut, name)[known])
    assert np.array_equal(whole.change[:10], cut.change, equal_nan=True)
