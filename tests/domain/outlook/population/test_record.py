"""What is known ends where it should, and people agree with what was registered."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.outlook.population.records import FIRST, LAST, make_record, still_people

from avstamp.domain.outlook.population.ages import REGISTERED
from avstamp.domain.outlook.population.record import rake, with_infants

RECORD = make_record()


def test_nothing_later_is_known_of_an_earlier_record():
    known = RECORD.until(2010)

    assert (known.last_year, known.tables, known.nation.shape[0]) == (2010, {}, 11)
    with pytest.raises(IndexError):
        known.at(2011)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0.2, 5.0), min_size=3, max_size=3), st.integers(FIRST, LAST))
def test_raked_people_sum_to_every_registered_group_and_guess_is_unchanged(factors, year):
    guess = RECORD.tables[LAST] * np.array(factors)[:, None, None]
    before = guess.copy()

    raked = rake(guess, RECORD, year)

    for number, group in enumerate(REGISTERED):
        seen = RECORD.registered[:, 1:, number, RECORD.at(year)]
        np.testing.assert_allclose(raked[:, :, group.ages].sum(axis=2), seen, rtol=1e-9)
    np.testing.assert_array_equal(guess, before)


def test_raking_people_that_agree_changes_nothing():
    np.testing.assert_allclose(rake(RECORD.tables[LAST], RECORD, LAST), RECORD.tables[LAST], rtol=1e-9)


def test_raked_to_the_total_where_groups_are_unknown():
    registered = RECORD.registered.copy()
    registered[0] = np.nan
    total = RECORD.total.copy()
    total[0] *= 1.1

    raked = rake(RECORD.tables[LAST], replace(RECORD, registered=registered, total=total), LAST)

    assert raked[0].sum() == pytest.approx(1.1 * still_people(1.0).sum(), rel=1e-6)


def test_infants_are_what_is_left_of_the_total():
    registered = np.array([[[[np.nan], [5.0], [7.0]]]])

    assert with_infants(registered, np.array([[[20.0]]]))[0, 0, 0].tolist() == [8.0]
