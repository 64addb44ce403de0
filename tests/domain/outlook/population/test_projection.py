"""A still country's municipalities stay; the sum is the country's when asked; newcomers are who was added."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.outlook.population.records import LAST, make_record, still_people

from avstamp.domain.outlook.population.ages import TOTAL, AgeGroup
from avstamp.domain.outlook.population.expected import expect, whole_people
from avstamp.domain.outlook.population.local import describe_locals, shrunken_factor
from avstamp.domain.outlook.population.nation import project_nation
from avstamp.domain.outlook.population.outlook import GROUPS
from avstamp.domain.outlook.population.projection import (
    prepare_projection,
    project_population,
    summarise,
)
from avstamp.domain.outlook.population.uncertainty import (
    PERSON_WEIGHTED_PEOPLE,
    certain_rates,
    rate_uncertainty,
)

RECORD = make_record()
YEARS = 4
PROJECTION = prepare_projection(RECORD, years=YEARS)
LOCAL, NATION = PROJECTION.local, PROJECTION.nation


def draw(members, **chosen):
    return project_population(PROJECTION, members, unit="x", paths=200, threads=1, **chosen)


def test_still_municipalities_are_expected_to_stay():
    expected = PROJECTION.expected.people

    np.testing.assert_allclose(expected.sum(axis=(2, 3))[:, -1], RECORD.total[:, 0, -1], rtol=1e-3)


def test_own_births_and_deaths_as_in_the_country_give_factors_of_one():
    assert LOCAL.fertility == pytest.approx(1.0, abs=0.01)
    assert LOCAL.mortality == pytest.approx(1.0, abs=0.01)


def test_sum_of_municipalities_is_the_countrys_when_asked():
    country = project_nation(RECORD, YEARS)
    country.people[:] *= np.array([1.0, 1.01, 0.99, 1.02])[:, None, None]

    held = expect(LOCAL, country, to_nation=True)

    np.testing.assert_allclose(held.people[:, 1:].sum(axis=0), country.people, rtol=1e-9)
    np.testing.assert_allclose(
        expect(LOCAL.of([1]), country, scale=held.scale).people[0], held.people[1], rtol=1e-12
    )


def test_newcomers_of_the_first_year_are_there_at_its_end():
    newcomers = np.zeros((3, YEARS, 2, 101))
    newcomers[1, 0, 0, 30] = 40.0

    added = expect(LOCAL, NATION, newcomers=newcomers).people - PROJECTION.expected.people

    assert added[1, 1, 0, 30] == pytest.approx(40.0)
    assert added[1, 1].sum() == pytest.approx(40.0)
    assert np.abs(added[[0, 2]]).max() == 0


def test_rates_give_the_expectation_back():
    rates, people = PROJECTION.expected.rates, PROJECTION.expected.people
    before = rates.exposed * (1 - rates.death) * rates.stay + rates.inflow

    np.testing.assert_allclose(before, people[:, 1:], rtol=1e-4, atol=1e-3)


def test_region_is_the_sum_of_its_municipalities_path_by_path_in_any_order():
    alone = [draw([unit]).counts for unit in RECORD.units]

    np.testing.assert_array_equal(draw(list(RECORD.units)).counts, sum(alone))
    np.testing.assert_array_equal(draw(list(RECORD.units)[::-1]).counts, sum(alone))


def test_chance_alone_is_less_than_all_uncertainty_and_around_what_is_expected():
    outlook = summarise(draw(["0003"]), draw(["0003"], only_chance=True))
    fan = outlook.fans[TOTAL.key]

    assert list(outlook.fans) == [group.key for group in GROUPS]
    assert 0 < outlook.chance_share(TOTAL, YEARS) < 0.7
    assert fan[2, -1] == pytest.approx(outlook.expected[-1].sum(), rel=0.01)
    assert (np.diff(fan, axis=0) >= 0).all()
    assert (np.diff(fan[4] - fan[0]) > 0).all()
    assert outlook.until(2).years == (LAST, LAST + 1, LAST + 2)


def test_unknown_municipality_is_refused():
    with pytest.raises(ValueError, match="not in"):
        draw(["9999"])


def test_group_that_was_not_counted_is_refused():
    with pytest.raises(ValueError, match="7-8"):
        draw(["0001"]).people(AgeGroup("7-8", 7, 8))


def test_record_without_a_table_is_refused():
    with pytest.raises(ValueError, match="no table"):
        describe_locals(RECORD.until(2005))


def test_towns_lean_one_way_and_the_country_the_other():
    loading = rate_uncertainty(LOCAL).loading

    assert (np.diff(loading) > 0).all()
    assert (loading < 0).tolist() == (RECORD.total[:, 0, -1] < PERSON_WEIGHTED_PEOPLE).tolist()
    assert not certain_rates(2).yearly.any()


@given(st.lists(st.floats(0, 50), min_size=1, max_size=40))
def test_whole_people_sum_to_the_rounded_sum_and_move_less_than_one(people):
    found = whole_people(np.array([people]))

    assert found.sum() == round(np.cumsum(people)[-1])
    assert np.abs(found - people).max() < 1.0 + 1e-9


def test_factor_is_drawn_toward_one_and_chance_alone_gives_one():
    seen = shrunken_factor(np.array([150.0, 60.0, 11.0]), np.array([100.0, 100.0, 10.0]))

    assert 1 < seen[0] < 1.5
    assert 0.6 < seen[1] < 1
    assert abs(seen[2] - 1) < 0.1
    assert shrunken_factor(np.array([100.0, 10.0]), np.array([100.0, 10.0])).tolist() == [1.0, 1.0]
    assert still_people(2.0).sum() == pytest.approx(2 * still_people(1.0).sum())
