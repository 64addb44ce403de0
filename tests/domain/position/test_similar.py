"""Municipalities are alike by conditions that can be read back, and weights are learnt from published groups."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from tests.domain.facts.cubes import make_cube

from avstamp.domain.position.similar import (
    Measure,
    Variable,
    difference_index,
    explain,
    fit_weights,
    group_overlap,
    nearest,
    structural_values,
)

TABLES = hnp.arrays(
    np.float64, st.tuples(st.integers(1, 4), st.integers(3, 8)), elements=st.floats(-100, 100, width=32)
)


def cost_cube(*, million: float, per_cent: float, year: int = 2022):
    return make_cube(
        ("N01951", "T", year, "0114", 20_000.0),
        ("N20029", "T", year, "0114", million),
        ("N20900", "T", year, "0114", per_cent),
    )


ELDER_CARE = Variable("reference_cost.elder_care", Measure.REFERENCE_COST, ("N20029", "N20900"))


def test_reference_cost_is_what_the_two_deviations_say_together():
    # 28 million dearer is 10 per cent: the reference is 280 million, 14 000 for each of 20 000 inhabitants.
    values = structural_values(cost_cube(million=28.0, per_cent=10.0), ELDER_CARE, 2022)

    assert values[0] == pytest.approx(14_000.0)
    assert np.isnan(values[1:]).all()


def test_reference_cost_cannot_be_told_from_a_deviation_near_zero():
    assert math.isnan(structural_values(cost_cube(million=0.3, per_cent=0.1), ELDER_CARE, 2022)[0])


def test_root_and_the_newest_of_three_years_back():
    inhabitants = Variable("inhabitants", Measure.ROOT, ("N01951",))
    cube = make_cube(
        ("N01951", "T", 2018, "0114", 81.0),
        ("N01951", "T", 2019, "0115", 100.0),
        ("N01951", "T", 2022, "0117", 144.0),
    )

    values = structural_values(cube, inhabitants, 2022)

    assert values[1:3].tolist() == [10.0, 12.0]
    assert math.isnan(values[0])


def test_an_indicator_that_is_not_there_is_missing_everywhere():
    cube = make_cube(("N01951", "T", 2022, "0114", 81.0))

    assert np.isnan(structural_values(cube, Variable("x", Measure.AS_IS, ("N99999",)), 2022)).all()


@given(TABLES)
def test_index_is_symmetric_zero_to_oneself_and_the_same_in_any_unit_of_measure(values):
    weights = np.ones(len(values))

    index = difference_index(values, weights)

    assert np.array_equal(index, index.T)
    assert (np.diag(index) == 0).all()
    assert np.allclose(index, difference_index(values * 8.0, weights * 3.0))


def test_index_says_nothing_of_a_condition_with_weight_zero():
    values = np.array([[1.0, 2.0, 3.0], [5.0, 9.0, 1.0]])

    assert np.array_equal(
        difference_index(values, np.array([1.0, 0.0])), difference_index(values[:1], np.array([1.0]))
    )


def test_a_missing_condition_leaves_its_weight_to_the_others():
    values = np.array([[0.0, 2.0, 4.0], [math.nan, 2.0, 4.0]])

    index = difference_index(values, np.array([1.0, 1.0]))

    assert index[0, 1] == difference_index(values[:1], np.array([1.0]))[0, 1]


@pytest.mark.parametrize("weights", [[0.0, 0.0], [1.0, -1.0]])
def test_weights_that_weigh_nothing_are_refused(weights):
    with pytest.raises(ValueError, match="must be 0 or more"):
        difference_index(np.ones((2, 3)), np.array(weights))


def test_nearest_leaves_out_oneself_and_keeps_ties_in_order():
    index = difference_index(np.array([[0.0, 1.0, 1.0, 5.0]]), np.array([1.0]))

    assert nearest(index, 0, 3) == (1, 2, 3)
    assert nearest(index, 1, 1) == (2,)


def test_parts_add_up_to_the_index():
    values = np.array([[1.0, 2.0, 3.0, 9.0], [5.0, 9.0, 1.0, 2.0]])
    weights = np.array([2.0, 1.0])

    for row in explain(values, weights, 0, [1, 2, 3]):
        assert row.index == pytest.approx(difference_index(values, weights)[0, row.column])
        assert sum(row.parts) == pytest.approx(row.index)


def planted_groups(values, weights):
    index = difference_index(values, weights)
    return {unit: nearest(index, unit, 7) for unit in range(values.shape[1])}


def test_weights_that_made_the_groups_are_found_again():
    values = np.random.default_rng(3).normal(size=(3, 200))
    groups = planted_groups(values, np.array([0.6, 0.4, 0.0]))

    weights = fit_weights(values, groups)

    assert (weights / weights.sum()).round(1).tolist() == [0.6, 0.4, 0.0]
    assert group_overlap(difference_index(values, weights), groups, among=7) > 6.0


def test_fitting_changes_nothing_it_was_given_and_needs_a_group():
    values = np.random.default_rng(5).normal(size=(2, 20))
    before = values.copy()
    fit_weights(values, planted_groups(values, np.array([1.0, 1.0])))

    assert np.array_equal(values, before)
    with pytest.raises(ValueError, match="no unit has a published group"):
        fit_weights(values, {})
