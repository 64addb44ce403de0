"""The page of social conditions has every indicator of its area, and names what is missing."""

import pytest
from tests.web.pages import fetch

from avstamp.library.facts import open_fact_base
from avstamp.library.social import SOCIAL_AREAS, social_areas


def test_every_social_indicator_of_the_catalogue_stands_in_one_area():
    base = open_fact_base()
    listed = [id for ids in SOCIAL_AREAS.values() for id in ids]

    assert sorted(listed) == sorted(id for id, entry in base.catalogue.items() if entry.area == "social")


@pytest.mark.parametrize("unit", ["1481", "2418", "0014", "0009"])
def test_each_indicator_is_shown_or_said_to_be_missing(unit):
    base = open_fact_base()
    areas = social_areas(base, base.units.get(unit))

    counts = {area.key: len(area.figures) + len(area.missing) for area in areas}
    assert counts == {key: len(ids) for key, ids in SOCIAL_AREAS.items()}


def test_page_has_values_places_and_changes():
    text = fetch("/1481/omvarld/socialt/")

    assert "Medellivslängd, kvinnor" in text
    assert "47 av 290" in text
    assert "Källa: Kolada" in text


def test_page_of_a_region_says_what_is_missing():
    assert "Saknas i faktabasen för er:" in fetch("/0014/omvarld/socialt/")
