"""The page of emissions takes a target, says what it asks for, and says what is wrong with one it cannot take."""

import pytest
from django.test import Client
from tests.web.pages import fetch

PAGE = "/1481/omvarld/utslapp/"


def test_page_says_pace_of_the_national_target_source_and_how_to_get_sectors():
    text = fetch(PAGE)

    # (342 047 · 0.15 / 132 198)^(1/22) − 1 = −4.2 per cent a year.
    assert "måste minska med 4,2\N{NO-BREAK SPACE}% varje år från 2023" in text
    assert "Naturvårdsverket och SMHI" in text
    assert "avstamp facts emissions FIL" in text
    assert "Senaste år: 2023." in text


def test_own_target_changes_the_answer():
    text = fetch(PAGE + "?bas=2010&mal=2030&minskning=63,5")

    assert 'value="63,5"' in text
    assert '<option value="2010" selected>' in text
    assert "lägre 2030 än 2010" in text


def test_target_that_is_reached_is_said():
    assert "är redan minst 10\N{NO-BREAK SPACE}% lägre än 1990" in fetch(PAGE + "?minskning=10")


def test_target_of_nothing_is_asked_for_in_tonnes():
    assert "ska vara utan utsläpp 2045" in fetch(PAGE + "?minskning=100")


@pytest.mark.parametrize("asked", ["bas=1991", "mal=2020", "mal=NaN", "minskning=101", "minskning=-5"])
def test_what_cannot_be_read_is_said_and_kept(asked):
    answer = Client().get(f"{PAGE}?{asked}")

    assert answer.status_code == 400
    assert answer.content.decode().count('aria-invalid="true"') == 1


def test_file_has_the_years_and_the_source():
    answer = Client().get("/0014/omvarld/utslapp.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()

    assert lines[0] == "År;Alla sektorer"
    assert lines[1] == "2023;9214318,0"
    assert lines[-2].startswith("Källa: Naturvårdsverket och SMHI")


def test_figure_page_of_emissions_names_the_source():
    assert "Nationella emissionsdatabasen" in fetch("/1481/figur/GGT/")
