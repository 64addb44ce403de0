"""The page that answers whether we are expensive."""

from __future__ import annotations

import pytest
from tests.web.pages import fetch

from avstamp import places
from avstamp.library.cost_structure import QUALITY, TOTAL, cost_structure
from avstamp.library.facts import open_fact_base


@pytest.mark.parametrize("unit", ["1481", "2418", "0180", "0014", "0980"])
def test_page_answers_in_both_languages(unit):
    fetch(f"/{unit}/nulage/ar-vi-dyra/")
    fetch(f"/en/{unit}/nulage/ar-vi-dyra/")


def test_cost_found_from_the_deviation_is_the_sources_own_cost_per_inhabitant():
    # Elder care in Mölndal 2022: N20900 is the deviation in per cent, N20029 in million SEK.
    base = open_fact_base(places.starter_fact_base())
    found = cost_structure(base, base.units.get("1481"))
    assert found is not None
    elder = next(service for service in found.services if service.service == "elder_care")

    assert elder.split is not None
    beyond = elder.split.cost - elder.split.reference
    assert beyond * 70_109 / 1e6 == pytest.approx(elder.million, rel=1e-6)


def test_the_indices_are_what_we_take_them_for():
    titles = {
        id: indicator.title for id, indicator in open_fact_base(places.starter_fact_base()).indicators.items()
    }

    assert all(titles[id].startswith("Kvalitetsindex") for id in QUALITY.values())
    assert titles[TOTAL].startswith("Nettokostnadsavvikelse totalt (exkl. LSS)")


def test_a_deviation_that_prints_as_nought_is_neither_more_nor_less():
    # Sävsjö 2022: -0.04 per cent.
    assert "kostar precis vad förutsättningarna förklarar" in fetch("/0684/nulage/ar-vi-dyra/")


def test_region_is_led_on_to_its_economy():
    assert 'href="/0014/nulage/ekonomi/"' in fetch("/0014/nulage/ar-vi-dyra/")
    assert 'href="/0014/nulage/ekonomi/"' in fetch("/0014/nulage/nyckeltal/")
