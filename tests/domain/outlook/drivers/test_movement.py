"""Movement is the largest change over the window beside the spread between units; nothing to judge by is NaN."""

import math
from dataclasses import replace

import pytest

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.outlook.drivers import evidence_movement
from avstamp.domain.values import Gender, Status

FIGURE = ProfileFigure(
    indicator=Indicator("N1", "Mått", "%", "x", False, False, None, 1, "kolada"),
    entry=None,
    gender=Gender.ALL,
    year=2022,
    value=10.0,
    status=Status.NOT_STATED,
    n=290,
    below=10,
    above=20,
    percentile=30.0,
    median=9.0,
    mad=2.0,
    robust_z=0.3,
    group=None,
    group_mean=math.nan,
    group_n=0,
    slope=0.5,
)


def test_movement_is_the_largest_of_the_figures():
    still = replace(FIGURE, slope=0.1)

    assert evidence_movement([still, FIGURE]) == pytest.approx(0.5 * 4 / (1.4826 * 2))


@pytest.mark.parametrize(
    ("unit", "moved"), [("antal", False), ("kr/inv", False), ("antal/1000 inv", True), ("år", True)]
)
def test_counts_and_amounts_of_money_are_left_out(unit, moved):
    figure = replace(FIGURE, indicator=replace(FIGURE.indicator, unit=unit))

    assert math.isnan(evidence_movement([figure])) is not moved


@pytest.mark.parametrize("figures", [[], [replace(FIGURE, slope=math.nan)], [replace(FIGURE, mad=0.0)]])
def test_movement_without_slope_or_spread_is_not_said(figures):
    assert math.isnan(evidence_movement(figures))
