"""A country that stands still goes on standing still, and what happens to a cohort is counted right."""

import numpy as np
import pytest
from tests.domain.outlook.population.records import LAST, make_record

from avstamp.domain.outlook.population.nation import (
    cohort_ratio,
    death_rates,
    fertility_rates,
    project_nation,
)
from avstamp.domain.outlook.population.record import DEATHS, IMMIGRANTS, PEOPLE

RECORD = make_record()


def test_people_of_a_still_country_stay_as_they_are():
    path = project_nation(RECORD, 10)

    np.testing.assert_allclose(path.people[-1], RECORD.people(LAST), rtol=1e-6)


def test_without_moves_a_cohort_loses_its_dead_alone():
    np.testing.assert_allclose(cohort_ratio(RECORD, LAST), 1 - death_rates(RECORD)[-1], rtol=1e-12)


def test_death_rate_is_the_dead_over_those_a_year_younger():
    people, dead = RECORD.nation[0, 0, :, PEOPLE], RECORD.nation[0, 0, :, DEATHS]

    assert death_rates(RECORD)[0, 0, 81] == pytest.approx(dead[81] / people[80])
    assert death_rates(RECORD)[0, 0, 100] == pytest.approx(dead[100] / (people[99] + people[100]))


def test_fertility_gives_the_births_that_were_counted():
    rates = fertility_rates(RECORD, LAST)

    assert (rates @ RECORD.people(LAST)[0]).item() == pytest.approx(RECORD.births[:, -1].sum())
    assert rates[:14].sum() == rates[50:].sum() == 0


def test_immigrants_of_the_past_come_again_on_average():
    nation = RECORD.nation.copy()
    nation[-1, 0, 25, IMMIGRANTS] = 17.0
    record = make_record()
    record.nation[:] = nation

    moved = project_nation(record, 1).people[0] - project_nation(RECORD, 1).people[0]

    assert moved[0, 25] == pytest.approx(17.0 / 17)
    assert moved.sum() == pytest.approx(1.0, abs=0.05)
