"""Key ratios: spans, places, and eight ratios that stand two to a side."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from avstamp.domain.position.key_ratios import RATIOS, Span, over_span, place_outward

VALUES = hnp.arrays(np.float64, 30, elements=st.integers(-50, 50))


def test_spans_look_at_their_own_years():
    years = np.array([[9.0], [1.0], [4.0], [7.0], [4.0]])

    assert over_span(years, Span.NEWEST).tolist() == [4.0]
    assert over_span(years, Span.MEAN_OF_THREE).tolist() == [5.0]
    assert over_span(years, Span.LOWEST_OF_FIVE).tolist() == [1.0]


def test_a_year_that_is_missing_is_not_left_out_in_silence():
    years = np.array([[1.0], [math.nan], [4.0]])

    assert math.isnan(over_span(years, Span.MEAN_OF_THREE)[0])
    assert math.isnan(over_span(years, Span.LOWEST_OF_FIVE)[0])


@given(VALUES)
def test_places_are_between_nought_and_a_hundred_and_turn_around_fifty(values):
    out, turned = place_outward(values, 1), place_outward(values, -1)

    assert ((out >= 0) & (out <= 100)).all()
    assert np.allclose(out + turned, 100)
    assert out.mean() == pytest.approx(50)


def test_missing_has_no_place_and_few_have_none():
    values = np.arange(30.0)
    values[3] = math.nan

    assert math.isnan(place_outward(values, 1)[3])
    assert np.isnan(place_outward(values[:10], 1)).all()
    with pytest.raises(ValueError, match="give 1 or -1"):
        place_outward(values, 0)


def test_two_ratios_stand_for_each_side():
    assert set(Counter(ratio.perspective for ratio in RATIOS).values()) == {2}
