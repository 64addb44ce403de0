"""A unit's standing is its rank among the others that year, whatever the unit of measure."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, rankdata
from tests.domain.position.panels import lasting_values, make_panel

from avstamp.domain.position.findings.panel import least_units, stand


def test_stand_scores_are_normal_scores_of_mid_ranks():
    values = lasting_values(2, 20, 3)
    values[0, 3:6, :] = 0.0
    scores = stand(make_panel(values)).scores

    for indicator in range(2):
        for year in range(3):
            expected = norm.ppf((rankdata(values[indicator, :, year]) - 0.5) / 20)
            expected /= np.sqrt(np.mean(expected**2))
            np.testing.assert_allclose(scores[indicator, :, year], expected)


def test_stand_lower_is_better_turns_the_scores():
    values = lasting_values(1, 20, 3)

    np.testing.assert_allclose(
        stand(make_panel(values, direction=-1)).scores, -stand(make_panel(values)).scores, atol=1e-12
    )


@given(scale=st.floats(0.01, 1e6), shift=st.floats(-1e3, 1e3))
def test_stand_does_not_hang_on_the_unit_of_measure(scale, shift):
    # Whole numbers far apart, so that scaling cannot make two of them equal.
    values = np.random.Generator(np.random.Philox(1)).permutation(np.arange(60.0)).reshape(1, 20, 3)

    assert np.array_equal(stand(make_panel(values * scale + shift)).scores, stand(make_panel(values)).scores)


def test_stand_leaves_the_panel_as_it_was():
    values = lasting_values(2, 20, 3)
    before = values.copy()
    stand(make_panel(values))

    assert np.array_equal(values, before)


def test_stand_year_with_too_few_units_does_not_count():
    values = lasting_values(1, 20, 3)
    values[0, 10:, 2] = np.nan
    standing = stand(make_panel(values))

    assert np.isnan(standing.scores[0, :, 2]).all()
    assert standing.newest_at[0].tolist() == [1] * 20


def test_stand_newest_value_is_not_taken_from_too_long_ago():
    values = lasting_values(1, 20, 6)
    values[0, 0, 3:] = np.nan
    standing = stand(make_panel(values))

    assert standing.newest_at[0, :2].tolist() == [-1, 5]
    assert np.isnan(standing.newest[0, 0])


def test_stand_shares_count_only_what_is_strictly_beyond():
    values = np.tile(np.arange(20.0)[:, None], (1, 1, 3)).reshape(1, 20, 3)
    values[0, :2, :] = 0.0
    standing = stand(make_panel(values))

    assert standing.worse_than[0, 0] == 18 / 19
    assert standing.better_than[0, 0] == 0.0
    assert standing.better_than[0, 19] == 1.0


def test_stand_one_year_is_not_judged():
    values = lasting_values(2, 20, 4)
    values[1, :, :3] = np.nan

    assert stand(make_panel(values)).judged.tolist() == [True, False]


def test_least_units_is_a_third_and_at_least_fifteen():
    assert [least_units(number) for number in (21, 45, 290)] == [15, 15, 97]


def test_panel_identity_follows_every_value():
    values = lasting_values(1, 20, 3)
    other = values.copy()
    other[0, 0, 0] += 1e-9

    assert make_panel(values).identity == make_panel(values.copy()).identity
    assert make_panel(values).identity != make_panel(other).identity
