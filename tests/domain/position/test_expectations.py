"""Expectations: the gap to the group, and a table that asks for nothing twice."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator, IndicatorClass, Lens
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.position.expectations import EXPECTATIONS, gap_to_group
from avstamp.domain.values import Gender, Status


def figure(*, value: float, group_mean: float, direction: Direction = Direction.HIGHER) -> ProfileFigure:
    entry = CatalogueEntry(
        "N1", "t", "citizens", Lens.EXPECTATIONS, IndicatorClass.RESULT, direction, "position", {}, {}, {}
    )
    return ProfileFigure(
        indicator=Indicator("N1", "t", "%", "", False, False, None, 1, "kolada"),
        entry=entry,
        gender=Gender.ALL,
        year=2022,
        value=value,
        status=Status.NOT_STATED,
        n=4,
        below=0,
        above=0,
        percentile=0.0,
        median=0.0,
        mad=0.0,
        robust_z=0.0,
        group=None,
        group_mean=group_mean,
        group_n=3,
        slope=0.0,
    )


@pytest.mark.parametrize(
    ("direction", "gap"), [(Direction.HIGHER, -2.1), (Direction.LOWER, 2.1), (Direction.NONE, math.nan)]
)
def test_gap_is_positive_when_better(direction, gap):
    found = gap_to_group(figure(value=70.04, group_mean=72.06, direction=direction))

    assert found == pytest.approx(gap, nan_ok=True)


def test_gap_is_nothing_without_a_group_and_nought_when_both_print_alike():
    assert math.isnan(gap_to_group(figure(value=70.0, group_mean=math.nan)))
    assert gap_to_group(figure(value=70.04, group_mean=69.96)) == 0.0
    assert math.copysign(1, gap_to_group(figure(value=70.0, group_mean=70.0, direction=Direction.LOWER))) == 1


def test_no_unit_is_asked_for_the_same_expectation_twice():
    asked = Counter((kind, row.whose, row.key) for row in EXPECTATIONS for kind in row.kinds)

    assert set(asked.values()) == {1}
