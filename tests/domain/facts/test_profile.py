"""A profile says where a unit stands, and says nothing where nothing can be said."""

import math

import numpy as np
import pytest
from tests.domain.facts.cubes import make_cube

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.profile import build_profile, group_means, profile_columns
from avstamp.domain.facts.unit import Group, GroupKind, Unit
from avstamp.domain.values import Gender, Status, UnitKind

UNIT = Unit("0114", "Upplands Väsby", UnitKind.MUNICIPALITY, "01")
GROUP = Group("G1", GroupKind.OWN, "Egen", ("0114", "0115", "0117"))


def indicator(id):
    return Indicator(
        id, f"Mått {id}", "%", "Skola", by_gender=False, forecast=False, reporter=None, decimals=1, origin="k"
    )


def profile_of(*figures, group=GROUP):
    cube = make_cube(*figures)
    known = {id: indicator(id) for id in cube.axes.indicators}
    return build_profile(cube, UNIT, indicators=known, catalogue={}, group_of={}, default_group=group)


def year_of(values, year=2022, id="N1"):
    return [(id, "T", year, unit, value) for unit, value in values.items()]


def test_profile_place_percentile_and_z():
    (figure,) = profile_of(*year_of({"0114": 30.0, "0115": 10.0, "0117": 20.0, "0120": 60.0})).figures

    assert (figure.n, figure.below, figure.above, figure.place) == (4, 2, 1, 2)
    assert figure.percentile == pytest.approx(200 / 3)
    assert (figure.median, figure.mad) == (25.0, 10.0)
    assert figure.robust_z == pytest.approx(5 / 14.826)


def test_profile_group_mean_leaves_the_unit_out():
    (figure,) = profile_of(*year_of({"0114": 1000.0, "0115": 10.0, "0117": 20.0})).figures

    assert (figure.group_mean, figure.group_n) == (15.0, 2)


def test_profile_country_and_regions_never_count_among_municipalities():
    (figure,) = profile_of(*year_of({"0114": 1.0, "0000": 99.0, "0001": 50.0})).figures

    assert (figure.n, figure.above) == (1, 0)
    assert math.isnan(figure.percentile)


def test_profile_takes_the_newest_year_the_unit_has():
    (figure,) = profile_of(*year_of({"0114": 5.0}, 2020), *year_of({"0115": 7.0}, 2022)).figures

    assert (figure.year, figure.value, figure.status) == (2020, 5.0, Status.NOT_STATED)
    assert math.isnan(figure.group_mean)


def test_profile_without_spread_has_no_z():
    (figure,) = profile_of(*year_of({"0114": 5.0, "0115": 5.0, "0117": 5.0})).figures

    assert math.isnan(figure.robust_z)
    assert (figure.below, figure.above) == (0, 0)


def test_profile_orders_by_indicator_and_gender():
    rows = [(id, gender, 2022, "0114", 1.0) for id in ("N2", "N1") for gender in "MKT"]
    figures = profile_of(*rows).figures

    assert [(figure.indicator.id, figure.gender) for figure in figures] == [
        (id, gender) for id in ("N1", "N2") for gender in (Gender.ALL, Gender.WOMEN, Gender.MEN)
    ]


def test_profile_columns_of_the_country_refuses():
    cube = make_cube(*year_of({"0114": 1.0}))
    with pytest.raises(ValueError, match="country"):
        profile_columns(cube, cube.axes.unit_column["0000"])


def test_group_means_nobody_has_a_value_is_nan():
    cube = make_cube(*year_of({"0114": 1.0}))
    means, counts = group_means(cube, np.array([0]), [1, 2])

    assert np.isnan(means[0])
    assert counts.tolist() == [0]
