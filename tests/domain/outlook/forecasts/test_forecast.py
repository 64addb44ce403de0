"""A unit's forecast is read out with its intervals and past error, or with a reason why there is none."""

import numpy as np
import pytest
from tests.domain.outlook.forecasts.panels import SIZES, UNITS, YEARS, make_panels

from avstamp.domain.outlook.forecasts.engine import forecast_family
from avstamp.domain.outlook.forecasts.forecast import WhyNot, forecast_address, past_error, read_forecast
from avstamp.domain.outlook.forecasts.panel import Panel
from avstamp.domain.values import Gender

ADDRESS = forecast_address("N15428", "1481", Gender.ALL, data="0123456789abcdef")
OLDEST = 2007
NEWEST = OLDEST + YEARS - 1


def read(panel, column=0, *, others=6):
    family = forecast_family([panel, *make_panels(others)], SIZES)
    return read_forecast(family, 0, column, address=ADDRESS, oldest_year=OLDEST)


def steady(values=None):
    whole = (
        np.arange(YEARS)[:, None] * 1.0
        + np.arange(UNITS)
        + np.sin(np.arange(YEARS * UNITS)).reshape(YEARS, UNITS)
    )
    return Panel("S", whole if values is None else values)


def test_read_forecast_gives_four_years_with_nested_intervals_and_past_error():
    forecast = read(steady())

    assert forecast.why_not is None
    assert [year.year for year in forecast.years] == [NEWEST + h for h in (1, 2, 3, 4)]
    for year in forecast.years:
        assert year.outer[0] <= year.inner[0] <= year.point <= year.inner[1] <= year.outer[1]
        assert year.past.forecasts > 0
        assert 0 <= year.past.inner <= year.past.outer <= 1
        assert year.past.mean_error < year.past.mean_error_as_now
    assert str(forecast.address) == "panel_forecast/v1/gender=T;indicator=N15428;unit=1481@0123456789ab"


def test_read_forecast_starts_at_the_units_own_newest_figure():
    values = steady().values.copy()
    values[-1, 0] = np.nan

    forecast = read(steady(values))

    assert forecast.origin_year == NEWEST - 1
    assert forecast.years[0].year == NEWEST


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        (slice(0, YEARS), WhyNot.NO_FIGURE),
        (slice(YEARS - 3, YEARS), WhyNot.BEHIND),
        (slice(0, YEARS - 4), WhyNot.SHORT),
    ],
)
def test_read_forecast_says_why_a_unit_has_none(missing, why):
    values = steady().values.copy()
    values[missing, 0] = np.nan

    forecast = read(steady(values))

    assert (forecast.why_not, forecast.years) == (why, ())


def test_read_forecast_says_when_the_indicator_has_ended():
    values = steady().values.copy()
    values[-4:] = np.nan

    assert read(steady(values)).why_not is WhyNot.ENDED


def test_read_forecast_says_when_nothing_has_ever_changed():
    assert read(steady(np.full((YEARS, UNITS), 5.0))).why_not is WhyNot.CONSTANT


def test_read_forecast_says_when_nothing_has_been_tested():
    values = steady().values.copy()
    values[: YEARS - 5] = np.nan

    assert read(steady(values)).why_not is WhyNot.UNTESTED


def test_read_forecast_without_a_panel_has_no_figure():
    family = forecast_family(make_panels(3), SIZES)

    assert read_forecast(family, None, 0, address=ADDRESS, oldest_year=OLDEST).why_not is WhyNot.NO_FIGURE


def test_past_error_is_the_mean_of_all_tested_years():
    panels, kept = make_panels(6), {}
    family = forecast_family(panels, SIZES, keep=lambda number, past: kept.__setitem__(number, past))

    record = past_error(family, 2, 0)

    values, past = panels[2].values, kept[2]
    errors = np.abs(values[1:] - past.points[:-1, :, 0])
    errors[np.isnan(past.half_widths[:-1, :, 0, 1])] = np.nan
    np.testing.assert_allclose(record.mean_error, np.nanmean(errors), rtol=1e-6)
    assert record.forecasts == np.isfinite(errors).sum()
