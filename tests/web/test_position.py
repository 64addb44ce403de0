"""Lenses and areas as tables, and the list of all figures."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from tests.web.pages import fetch

from avstamp import places
from avstamp.domain.facts.indicator import Lens
from avstamp.library.facts import open_fact_base
from avstamp.web.position import queries
from avstamp.web.position.all_figures import find_figures


def unit(id):
    return open_fact_base(places.starter_fact_base()).units.get(id)


@pytest.mark.parametrize("id", ["1481", "0980", "0014"])
def test_every_area_has_a_page_of_its_own(id):
    for slug, lens in queries.SLUGS.items():
        for area in queries.areas(unit(id), lens):
            fetch(f"/{id}/nulage/{slug}/{area.slug}/")
    for area in queries.areas(unit(id), Lens.OUTLOOK):
        fetch(f"/en/{id}/omvarld/{area.slug}/")


def test_areas_of_a_lens_have_addresses_of_their_own():
    for lens in Lens:
        slugs = [area.slug for area in queries.areas(unit("1481"), lens)]
        assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("address", ["/1481/nulage/ekonomi/finns-inte/", "/1481/omvarld/grundskola/"])
def test_area_of_no_such_name_is_refused(address):
    assert Client().get(address).status_code == 404


def test_area_shows_six_years_and_a_dash_for_what_is_missing():
    page = html.fromstring(fetch("/1481/nulage/kvalitet/grundskola/"))
    table = page.xpath("//section[@aria-labelledby='course']//table")[0]
    rows = {row.xpath("string(th/a)"): row.xpath("td/text()") for row in table.xpath(".//tbody/tr")}

    assert table.xpath(".//thead//th/text()") == ["Mått", "2017", "2018", "2019", "2020", "2021", "2022"]
    assert rows["Klarat provet i svenska i årskurs 3"] == ["81,3", "76,9", "82,1", "–", "–", "72,6"]


def test_table_in_order_of_deviation_begins_with_the_worst_and_ends_with_what_is_not_judged():
    area = next(
        a for a in queries.areas(unit("1481"), Lens.QUALITY, order="avvikelse") if a.slug == "grundskola"
    )
    words = [line.judgement.key.rsplit(".", 1)[-1] for line in area.lines]

    assert words == sorted(words, key=["worse", "equal", "better", "none"].index)


def test_unknown_order_falls_back_to_names():
    assert 'aria-sort="ascending"><a class="ds-link" href="?ordna=namn' in fetch(
        "/1481/nulage/ekonomi/?ordna=xyz"
    )


def test_search_among_figures_takes_words_of_the_title_our_own_name_and_the_code():
    def ids(query):
        return [hit.indicator.id for hit in find_figures(unit("1481"), query, 1).hits]

    assert ids("n15428") == ["N15428"]
    assert "N15428" in ids("behöriga yrkesprogram")


def test_search_without_a_hit_says_what_to_do():
    assert "Pröva färre eller kortare ord" in fetch("/1481/figurer/?q=finnsinte")


def test_figures_turn_page_by_page_and_a_page_too_far_is_the_last():
    first, last = find_figures(unit("1481"), "", 1), find_figures(unit("1481"), "", 10_000)

    assert (first.previous, last.following) == (None, None)
    assert last.page == last.pages == -(-last.count // 50)
    fetch("/1481/figurer/?sida=-1")


def test_a_region_lists_what_it_reports_and_not_what_only_municipalities_do():
    region = find_figures(unit("0014"), "", 1)

    assert region.count < find_figures(unit("1481"), "", 1).count
    assert find_figures(unit("0014"), "N03102", 1).count == 0


def test_overview_leads_a_region_to_no_page_that_only_municipalities_have():
    links = html.fromstring(fetch("/0014/nulage/")).xpath("//main//a/@href")

    assert "/0014/nulage/nyckeltal/" not in links
    assert "/0014/nulage/ar-vi-dyra/" not in links
    assert "/0014/nulage/iakttagelser/" in links


def test_overview_has_a_dash_where_no_indicator_of_an_area_can_be_judged():
    page = html.fromstring(fetch("/1481/nulage/"))
    rows = {row.xpath("string(th)"): row.xpath("td/text()") for row in page.xpath("//tbody/tr")}

    assert rows["Kostnadsnivå"] == ["7", "–", "–"]
    assert rows["Företag"] == ["9", "9", "0"]
