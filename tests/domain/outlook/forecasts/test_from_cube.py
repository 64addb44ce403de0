"""The panels of a fact base leave projections out and keep each value in its own year."""

import numpy as np
from tests.domain.facts.cubes import make_cube

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.outlook.forecasts.family import YEARS, first_year
from avstamp.domain.outlook.forecasts.from_cube import panels_of, size_classes
from avstamp.domain.values import Gender, UnitKind


def indicator(id, unit="%", *, forecast=False):
    return Indicator(id, id, unit, "", False, forecast, None, 0, "kolada")


CUBE = make_cube(
    ("N00001", "T", 2020, "0114", 5.0),
    ("N00001", "T", 2022, "0115", 6.0),
    ("N00001", "K", 2022, "0115", 7.0),
    ("N00002", "T", 2022, "0114", 8.0),
    ("N00002", "T", 2022, "0001", 9.0),
    ("N01951", "T", 2022, "0114", 400.0),
    ("N01951", "T", 2022, "0115", 100.0),
    ("N01951", "T", 2022, "0117", 300.0),
    ("N01951", "T", 2022, "0120", 200.0),
)
INDICATORS = {
    "N00001": indicator("N00001"),
    "N00002": indicator("N00002", "kr", forecast=True),
    "N01951": indicator("N01951", "antal"),
}


def test_panels_of_keeps_years_and_leaves_projections_out():
    panels = panels_of(CUBE, INDICATORS, kind=UnitKind.MUNICIPALITY, gender=Gender.ALL, newest_year=2022)

    assert [(panel.key, panel.share) for panel in panels] == [("N00001", True), ("N01951", False)]
    assert panels[0].values.shape == (YEARS, 4)
    assert np.argwhere(~np.isnan(panels[0].values)).tolist() == [[2020 - first_year(2022), 0], [YEARS - 1, 1]]


def test_panels_of_has_no_panel_where_a_kind_has_no_figures():
    assert panels_of(CUBE, INDICATORS, kind=UnitKind.REGION, gender=Gender.ALL, newest_year=2022) == []


def test_size_classes_follow_population():
    assert size_classes(CUBE, UnitKind.MUNICIPALITY).tolist() == [3, 0, 2, 1]


def test_size_classes_are_one_without_population():
    cube = make_cube(("N00001", "T", 2020, "0114", 5.0))

    assert size_classes(cube, UnitKind.MUNICIPALITY).tolist() == [0, 0, 0, 0]
