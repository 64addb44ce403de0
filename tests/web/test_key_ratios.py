"""The page of key ratios."""

from __future__ import annotations

import pytest
from tests.web.pages import fetch

from avstamp import places
from avstamp.domain.position.key_ratios import RATIOS
from avstamp.library.facts import open_fact_base
from avstamp.library.key_ratios import measure_ratios


@pytest.mark.parametrize("unit", ["1481", "2418", "0014", "0980"])
def test_page_answers_in_both_languages(unit):
    fetch(f"/{unit}/nulage/nyckeltal/")
    fetch(f"/en/{unit}/nulage/nyckeltal/")


def test_values_are_the_sources_own():
    base = open_fact_base(places.starter_fact_base())
    ratios = {row.ratio.key: row for row in measure_ratios(base, base.units.get("1481"))}

    assert ratios["result"].years == (2020, 2021, 2022)
    shown = [round(value, 1) for value in ratios["result"].values]
    assert shown == [9.9, 15.0, 9.9]
    assert round(ratios["mean_result"].value, 1) == 11.6


def test_every_ratio_is_in_the_catalogue_and_in_kronor_or_per_cent():
    base = open_fact_base(places.starter_fact_base())

    assert {ratio.indicator for ratio in RATIOS} <= set(base.catalogue)
    assert {base.indicator(ratio.indicator).unit for ratio in RATIOS} == {"%", "kr/inv"}
