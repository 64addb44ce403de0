"""A whole family of forecasts: nothing of the future, nothing of the order, and the mixture that is described."""

import numpy as np
import pytest
from tests.domain.outlook.forecasts.panels import SIZES, UNITS, YEARS, make_panels

from avstamp.domain.outlook.forecasts.engine import PastForecasts, forecast_family
from avstamp.domain.outlook.forecasts.family import FamilyForecasts
from avstamp.domain.outlook.forecasts.panel import Panel, describe_panel
from avstamp.domain.outlook.forecasts.pooled import cross_products, fit_pooled, terms_of
from avstamp.domain.outlook.forecasts.theta import forecast_run

ARRAYS = [name for name in FamilyForecasts.__dataclass_fields__ if name != "keys"]


def bytes_of(family):
    return {name: np.ascontiguousarray(getattr(family, name)).tobytes() for name in ARRAYS}


def test_forecast_family_same_bytes_whatever_the_threads():
    panels = make_panels(7)

    assert bytes_of(forecast_family(panels, SIZES, threads=1)) == bytes_of(
        forecast_family(panels, SIZES, threads=2)
    )


def test_forecast_family_same_bytes_whatever_the_order():
    panels = make_panels(7)
    order = np.random.default_rng(5).permutation(UNITS)
    turned = [Panel(panel.key, panel.values[:, order], panel.share) for panel in reversed(panels)]

    ours, theirs = forecast_family(panels, SIZES), forecast_family(turned, SIZES[order])

    by_unit = {"origin", "last", "observed", "points", "scale"}
    for name in ARRAYS:
        back = getattr(theirs, name)[::-1]
        expected = getattr(ours, name)
        expected = expected[:, order] if name in by_unit else expected
        assert np.ascontiguousarray(back).tobytes() == np.ascontiguousarray(expected).tobytes(), name


def test_forecast_family_leaves_inputs_alone():
    panels = make_panels(4)
    copies = [panel.values.copy() for panel in panels]
    sizes = SIZES.copy()

    forecast_family(panels, sizes)

    assert all(np.array_equal(p.values, c, equal_nan=True) for p, c in zip(panels, copies, strict=True))
    assert np.array_equal(sizes, SIZES)


def test_forecast_family_past_forecasts_are_those_that_would_have_been_made():
    panels, kept = make_panels(6), {}
    forecast_family(panels, SIZES, keep=lambda number, past: kept.__setitem__(number, past))
    year = 11
    then = [Panel(panel.key, panel.values[: year + 1]) for panel in panels]

    cut = forecast_family(then, SIZES)

    for number, panel in enumerate(panels):
        ready = cut.origin[number] == year
        assert ready.sum() == np.isfinite(kept[number].points[year, :, 0]).sum()
        np.testing.assert_array_equal(cut.points[number, ready], kept[number].points[year, ready])
        expected = cut.scale[number, ready, None, None] * np.exp(0.01 * cut.bins[number, :, year])
        np.testing.assert_allclose(kept[number].half_widths[year, ready], expected)
        assert isinstance(kept[number], PastForecasts), panel.key


def test_forecast_family_points_are_the_mixture():
    panels = make_panels(6)
    histories = [describe_panel(panel.values, SIZES, classes=2) for panel in panels]
    sums = [cross_products(p.values, h, terms_of(h)) for p, h in zip(panels, histories, strict=True)]
    fitted = fit_pooled(*(np.stack(part) for part in zip(*sums, strict=True)))

    family = forecast_family(panels, SIZES)

    checked = 0
    for number, history in enumerate(histories):
        for unit in np.flatnonzero(family.origin[number] >= 0):
            year = family.origin[number, unit]
            value = panels[number].values[year, unit]
            theta = forecast_run(history.filled[history.start[year, unit] : year + 1, unit])[-1]
            grown = value + history.growth[year] * np.arange(1, 5)
            terms = terms_of(history)[year, unit] / 65536
            pooled = value + fitted[number, :, year] @ terms * history.scale[year, unit]
            mixed = ((value + theta + grown) / 3 + pooled) / 2
            bounded = np.maximum(mixed, family.floor[number, year])
            expected = np.where(family.as_now[number, :, year], value, bounded)
            np.testing.assert_allclose(family.points[number, unit], expected, rtol=1e-9)
            checked += 1
    assert checked > 40


def test_forecast_family_shares_stay_within_their_bounds():
    panels = make_panels(6, share=True)

    family = forecast_family(panels, SIZES)

    assert np.nanmin(family.points) >= 0
    assert np.nanmax(family.points) <= 100
    assert (family.ceiling[:, -1] == 100).all()


def test_forecast_family_says_as_now_where_nothing_can_be_foretold():
    # Units that jump back and forth at random around nothing they keep: walks.
    draw = np.random.default_rng(11)
    walks = [Panel(f"W{n}", np.cumsum(draw.normal(size=(YEARS, UNITS)), axis=0)) for n in range(12)]

    family = forecast_family(walks, SIZES)

    now = family.as_now[:, 0, -1]
    for number in np.flatnonzero(now):
        np.testing.assert_array_equal(family.points[number, :, 0], walks[number].values[-1])
    assert now.sum() >= 3


def test_forecast_family_sums_count_what_lay_inside():
    panels, kept = make_panels(6), {}

    family = forecast_family(panels, SIZES, keep=lambda number, past: kept.__setitem__(number, past))

    for number, panel in enumerate(panels):
        origin, horizon = 9, 2
        outcome = panel.values[origin + horizon + 1]
        error = np.abs(outcome - kept[number].points[origin, :, horizon])
        inside = error[:, None] <= kept[number].half_widths[origin, :, horizon] * (1 + 1e-12)
        known = np.isfinite(error)
        np.testing.assert_allclose(family.sums[number, horizon, origin, 0], known.sum())
        np.testing.assert_allclose(family.sums[number, horizon, origin, 1], error[known].sum(), rtol=1e-6)
        np.testing.assert_array_equal(family.sums[number, horizon, origin, 6:], inside[known].sum(axis=0))


def test_forecast_family_refuses_panels_of_other_years():
    panels = [*make_panels(1), Panel("short", np.zeros((3, UNITS)))]

    with pytest.raises(ValueError, match="same years"):
        forecast_family(panels, SIZES)
