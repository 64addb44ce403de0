"""The pace to a target leads to the target, and what cannot be reckoned is said."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.outlook.environment import NoPace, Target, pace_to, yearly_change

LEVELS = {1990: 200.0, 2015: 160.0, 2018: 120.0, 2023: 100.0}


def test_pace_worked_by_hand():
    pace = pace_to(LEVELS, Target(1990, 2033, 75.0))

    assert (pace.base, pace.last_year, pace.last, pace.level) == (200.0, 2023, 100.0, 50.0)
    assert pace.needed == pytest.approx(0.5 ** (1 / 10) - 1)
    assert pace.yearly == 5.0
    assert pace.recent_from == 2018
    assert pace.recent == pytest.approx((100 / 120) ** (1 / 5) - 1)
    assert pace.ahead == pytest.approx(100 * (100 / 120) ** 2)
    assert pace.gap == pytest.approx(pace.ahead - 50)
    assert pace.changed == -0.5
    assert not pace.reached


@given(base=st.floats(1, 1e7), last=st.floats(1, 1e7), reduction=st.floats(0, 99.9), years=st.integers(1, 60))
def test_needed_pace_leads_to_the_level(base, last, reduction, years):
    pace = pace_to({1990: base, 2023: last}, Target(1990, 2023 + years, reduction))

    assert last * (1 + pace.needed) ** years == pytest.approx(pace.level)
    assert last - years * pace.yearly == pytest.approx(pace.level, abs=1e-6 * max(base, last))
    assert pace.reached == (last <= pace.level)


def test_no_constant_share_reaches_zero():
    pace = pace_to(LEVELS, Target(1990, 2045, 100.0))

    assert math.isnan(pace.needed)
    assert pace.yearly == 100 / 22


def test_recent_pace_is_unknown_without_an_earlier_year():
    pace = pace_to({2022: 10.0, 2023: 9.0}, Target(2022, 2030, 50.0))

    assert math.isnan(pace.recent)
    assert math.isnan(pace.gap)


@pytest.mark.parametrize("target", [Target(1991, 2045, 85.0), Target(1990, 2023, 85.0)])
def test_target_that_cannot_be_reckoned_to_is_refused(target):
    with pytest.raises(NoPace):
        pace_to(LEVELS, target)


def test_yearly_change_is_nan_from_or_to_nothing():
    assert math.isnan(yearly_change(0.0, 5.0, 3))
    assert math.isnan(yearly_change(5.0, 0.0, 3))
    assert math.isnan(yearly_change(5.0, 4.0, 0))
