"""The population's futures as the economy takes them: counted years are certain, drawn ones are the projection's."""

from __future__ import annotations

import numpy as np
import pytest

from avstamp.domain.outlook.population.ages import TOTAL
from avstamp.library.economy_population import PATHS, last_accounts_year, population_futures
from avstamp.library.facts import open_fact_base
from avstamp.library.population import population_paths

YEARS = 13


@pytest.fixture(scope="module")
def futures():
    base = open_fact_base()
    return population_futures(base, base.units.get("1481"), 2022, YEARS)


def test_counted_years_are_the_same_in_every_future_and_as_published(futures):
    # 31 December: 70 109 in 2022, 70 534 in 2023 and 71 420 in 2024 (SCB).
    assert futures.base_year == 2024
    assert futures.people[0] == pytest.approx(70_534 / 70_109)
    assert futures.people[1] == pytest.approx(71_420 / 70_109)
    assert futures.need[:2].std(axis=1).tolist() == pytest.approx([0, 0], abs=1e-12)


def test_later_years_are_the_drawn_population(futures):
    base = open_fact_base()
    drawn = population_paths(base, base.units.get("1481"), paths=PATHS).people(TOTAL)

    np.testing.assert_allclose(futures.people[-1] * 70_109, drawn[:, 2035 - 2024], rtol=1e-9)
    assert np.all(np.diff(futures.people.std(axis=1)[1:]) > 0)


def test_mean_future_and_its_growth_belong_together(futures):
    people, need = futures.line
    growth = futures.growth

    assert (1 + growth[0]) ** YEARS == pytest.approx(people[-1])
    assert (1 + growth[1]) ** YEARS == pytest.approx(need[-1])
    assert futures.steps[0] == pytest.approx(np.log(futures.people[-1]).std() / YEARS)


def test_accounts_may_begin_where_the_projection_does():
    base = open_fact_base()
    later = population_futures(base, base.units.get("1481"), 2024, 11)

    assert last_accounts_year(base) == 2025
    assert later.people.shape == (11, PATHS)
    assert 0.9 < later.people[0].min() <= later.people[0].max() < 1.1
    assert later.people[0].std() > 0
