"""Similar municipalities on the real fact base: conditions, weights, RKA's groups."""

from __future__ import annotations

import numpy as np
import pytest

from avstamp import places
from avstamp.domain.position.similar import SERVICES, difference_index, fit_weights, group_overlap
from avstamp.library.facts import open_fact_base
from avstamp.library.similar import NoSimilarUnits, published_groups, service_values, similar_units


@pytest.fixture(scope="module")
def base():
    return open_fact_base(places.starter_fact_base())


def test_every_condition_is_an_indicator_of_the_catalogue_and_known_almost_everywhere(base):
    for service in SERVICES.values():
        for variable in service.variables:
            assert set(variable.indicators) <= set(base.catalogue)
        assert np.isnan(service_values(base, service, base.newest_year)).mean() < 0.02, service.key


def test_municipalities_that_were_not_fitted_on_get_most_of_rkas_rescue_group(base):
    values = service_values(base, SERVICES["rescue"], base.newest_year)
    groups = published_groups(base, "rescue")
    half = set(list(groups)[::2])
    weights = fit_weights(values, {unit: group for unit, group in groups.items() if unit in half})

    others = {unit: group for unit, group in groups.items() if unit not in half}
    assert group_overlap(difference_index(values, weights), others, among=7) > 4.3


def test_own_weights_decide_alone(base):
    molndal = base.units.resolve("Mölndal")

    found = similar_units(base, molndal, weights={"inhabitants": 1.0}, count=3)

    apart = [abs(row.values[0] - found.own_values[0]) for row in found.rows]
    everyone = service_values(base, SERVICES["overall"], base.newest_year)[0]
    assert (found.fitted, found.weights) == (False, (1.0, 0.0, 0.0))
    assert apart == sorted(np.abs(everyone - found.own_values[0]).tolist())[1:4]


def test_the_same_method_works_for_an_earlier_year(base):
    found = similar_units(base, base.units.resolve("Mölndal"), year=2016, count=5)

    assert found.year == 2016
    assert found.own_values[0] ** 2 == pytest.approx(64_465)


@pytest.mark.parametrize(
    ("choice", "key"),
    [
        ({"year": 1900}, "similar.year.wrong"),
        ({"weights": {"inhabitants": -1.0}}, "similar.weight.wrong"),
        ({"weights": {"inhabitants": float("nan")}}, "similar.weight.wrong"),
        ({"weights": {"inhabitants": 0.0}}, "similar.weight.zero"),
        ({"weights": {"moon": 1.0}}, "similar.variable.unknown"),
    ],
)
def test_a_choice_that_means_nothing_is_refused_with_a_reason(base, choice, key):
    with pytest.raises(NoSimilarUnits) as refused:
        similar_units(base, base.units.resolve("Mölndal"), **choice)

    assert refused.value.phrase.key == key


def test_a_region_is_told_where_its_group_comes_from(base):
    with pytest.raises(NoSimilarUnits) as refused:
        similar_units(base, base.units.get("0014"))

    assert refused.value.phrase.key == "similar.region"
