"""A cost is split into what conditions explain and what they do not, and nothing is lost between them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from avstamp.domain.position.cost_structure import Field, field_of, split_cost

COSTS = hnp.arrays(np.float64, 20, elements=st.floats(1_000, 30_000, width=32))
SHARES = hnp.arrays(np.float64, 20, elements=st.floats(-30, 30, width=32))


@given(COSTS, SHARES)
def test_conditions_and_own_are_together_the_whole_difference(reference, share):
    split = split_cost(reference, share, 4)

    assert split is not None
    assert split.conditions + split.own == pytest.approx(split.cost - split.mean_cost, abs=1e-6)


def test_worked_example():
    # Own reference 14 000 and 10 per cent dearer: 15 400. The 19 others have 12 000 and cost what they should.
    reference, share = np.full(20, 12_000.0), np.zeros(20)
    reference[0], share[0] = 14_000.0, 10.0

    split = split_cost(reference, share, 0)

    assert split is not None
    assert (split.cost, split.mean_cost, split.conditions, split.own, split.n) == (
        pytest.approx(15_400.0),
        pytest.approx(12_170.0),
        pytest.approx(1_900.0),
        pytest.approx(1_330.0),
        20,
    )


def test_missing_is_not_nought():
    reference, share = np.full(20, 12_000.0), np.zeros(20)
    share[0] = math.nan

    assert split_cost(reference, share, 0) is None
    other = split_cost(reference, share, 1)
    assert other is not None
    assert other.n == 19
    assert split_cost(reference[:10], share[:10], 1) is None


@pytest.mark.parametrize(
    ("deviation", "quality", "field"),
    [
        (2.0, 60.0, Field.DEAR_AND_GOOD),
        (2.0, 40.0, Field.DEAR_AND_POOR),
        (0.0, 50.0, Field.CHEAP_AND_GOOD),
        (-2.0, 49.9, Field.CHEAP_AND_POOR),
        (math.nan, 50.0, None),
        (1.0, math.nan, None),
    ],
)
def test_each_service_lies_in_one_field(deviation, quality, field):
    assert field_of(deviation, quality, middle_quality=50.0) is field
