"""Every unit has its pages, in both languages, without a database and without an account."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.pages import fetch

from avstamp import places
from avstamp.library.facts import open_fact_base

TEN = ("1481", "0180", "1480", "2584", "0980", "1440", "2418", "0001", "0014", "0009")
PAGES = (
    "nulage/",
    "nulage/ekonomi/",
    "nulage/kvalitet/",
    "nulage/forvantningar/",
    "omvarld/",
    "figurer/?q=elever",
)


def units():
    return open_fact_base(places.starter_fact_base()).units


def test_start_page_of_every_unit_answers():
    everyone = units().all

    assert len(everyone) == 311
    for unit in everyone:
        assert unit.name in fetch(f"/{unit.id}/")


@pytest.mark.parametrize("unit", TEN)
def test_lens_pages_answer_in_both_languages(unit):
    for page in PAGES:
        fetch(f"/{unit}/{page}")
        fetch(f"/en/{unit}/{page}")


@pytest.mark.parametrize("unit", TEN)
def test_every_figure_page_answers_as_a_table(unit):
    client = Client()
    for indicator in open_fact_base(places.starter_fact_base()).indicators:
        assert client.get(f"/{unit}/figur/{indicator}/?vy=tabell").status_code == 200, indicator


@pytest.mark.parametrize("indicator", ["N01951", "N15428", "N03102", "N02907"])
@pytest.mark.parametrize("view", ["diagram", "karta", "tabell"])
def test_figure_page_is_well_made(indicator, view):
    fetch(f"/1481/figur/{indicator}/?vy={view}")


def test_figure_page_shows_the_sources_own_cell():
    page = fetch("/1481/figur/N01951/?vy=tabell")

    assert "70\u00a0109" in page
    assert "89,1\u00a0%" in fetch("/1481/figur/N15428/?vy=tabell")


def test_figure_without_a_value_says_so_and_not_zero():
    page = (
        fetch("/0014/figur/N15001/")
        if "N15001" in open_fact_base().indicators
        else fetch("/0014/figur/N03102/")
    )

    assert "Det betyder inte noll" in page


@pytest.mark.parametrize(
    "address", ["/9999/", "/1481/figur/N99999/", "/1481/nulage/annat/", "/1481/figur/N15428/?jamfor=xyz"]
)
def test_unknown_things_are_refused(address):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    ("typed", "leads_to"), [("möln", "/1481/"), ("goteborg", "/1480/"), ("1481", "/1481/")]
)
def test_search_leads_to_the_unit_that_is_meant(typed, leads_to):
    answer = Client().get("/sok", {"q": typed})

    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)


def test_csv_has_decimal_commas_and_the_source():
    text = Client().get("/1481/figur/N15428.csv").content.decode("utf-8-sig")

    assert "2022;89,09090909;" in text
    assert "Källa: Kolada" in text


@pytest.mark.parametrize(
    "address", ["/", "/om/faktabas/", "/om/metod/", "/tillganglighet/", "/en/", "/sok?q=stock"]
)
def test_pages_of_the_frame_are_well_made(address):
    fetch(address)


def test_name_in_an_address_leads_to_the_code_with_what_was_chosen():
    answer = Client().get("/mölndal/figur/N15428/?vy=tabell&jamfor=county")

    assert answer.headers["Location"] == "/1481/figur/N15428/?vy=tabell&jamfor=county"


@pytest.mark.parametrize(
    ("path", "status"),
    [("figurer/?sida=", 200), ("nulage/liknande/?ar=", 400), ("nulage/balanskrav/?ar=", 400)],
)
def test_number_of_thousands_of_digits_is_answered(path, status):
    assert Client().get(f"/1481/{path}{'9' * 5000}").status_code == status
