"""Forecasts kept on disk are those that were made, for one fact base and one version of the method."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from tests.domain.facts.cubes import make_cube

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.outlook.forecasts.engine import forecast_family
from avstamp.domain.outlook.forecasts.from_cube import panels_of, size_classes
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase.forecast_files import forecast_folder, make_forecasts, read_forecasts

KIND, GENDER = UnitKind.MUNICIPALITY, Gender.ALL
INDICATORS = {
    name: Indicator(name, name, "antal", "", False, False, None, 0, "kolada") for name in ("N00001", "N00002")
}


def cube():
    draw = np.random.default_rng(3)
    return make_cube(
        *(
            (name, "T", year, unit, float(round(100 + draw.normal() * 5, 1)))
            for name in INDICATORS
            for year in range(2005, 2023)
            for unit in ("0114", "0115", "0117", "0120")
        )
    )


def test_forecasts_read_back_are_those_made(tmp_path):
    folder = forecast_folder("a" * 64, tmp_path, kind=KIND, gender=GENDER)
    make_forecasts(cube(), INDICATORS, folder, kind=KIND, gender=GENDER, newest_year=2022)

    read = read_forecasts(folder)

    panels = panels_of(cube(), INDICATORS, kind=KIND, gender=GENDER, newest_year=2022)
    made = forecast_family(panels, size_classes(cube(), KIND))
    assert read.keys == made.keys == ("N00001", "N00002")
    for field in fields(made):
        if field.name != "keys":
            assert np.array_equal(getattr(read, field.name), getattr(made, field.name), equal_nan=True)
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_forecasts_made_twice_at_once_keep_the_first(tmp_path):
    folder = forecast_folder("a" * 64, tmp_path, kind=KIND, gender=GENDER)
    for _ in range(2):
        make_forecasts(cube(), INDICATORS, folder, kind=KIND, gender=GENDER, newest_year=2022)

    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_forecasts_of_other_figures_have_another_folder(tmp_path):
    one, other = (forecast_folder(letter * 64, tmp_path, kind=KIND, gender=GENDER) for letter in "ab")

    assert one != other
