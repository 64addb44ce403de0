"""What the start page says of a unit's council, and of what it has no figures for."""

from __future__ import annotations

from lxml import html
from tests.web.pages import fetch

from avstamp import places
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import unit_findings


def panel(address, name):
    return html.fromstring(fetch(address)).xpath(f"//section[@aria-labelledby='{name}']")[0]


def words(element):
    return " ".join(element.text_content().split())


def test_seats_are_shown_beside_the_election_before_with_what_a_majority_takes():
    council = panel("/1481/", "mandates")
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in council.xpath(".//tbody")[0]]

    assert "31 av 61 mandat är majoritet. Inget parti har egen majoritet." in words(council)
    assert rows[0] == ["Socialdemokraterna", "17", "17", "0"]
    assert sum(int(row[2]) for row in rows) == 61
    assert "föreslår aldrig vilka som ska styra" in words(council)


def test_sizes_of_the_combinations_are_counted_and_never_named():
    details = words(panel("/1481/", "mandates").xpath(".//details")[0])

    # Socialdemokraterna 17 and Moderaterna 14 are exactly 31 of 61: the only pair.
    assert ": 1 med 2 partier, " in details


def test_seats_that_do_not_add_up_are_said_to_be_doubtful():
    assert "blir tillsammans 51, men källan anger att fullmäktige har 49" in words(
        panel("/1440/", "mandates")
    )


def test_gotlands_region_shows_the_municipalitys_council():
    assert "Här visas mandaten i Gotlands fullmäktige" in words(panel("/0009/", "mandates"))


def test_a_regions_economy_is_its_cost_of_health_care():
    economy = words(panel("/0014/", "economy"))

    assert economy.startswith("Ekonomi Nettokostnad för hälso- och sjukvård: 27 831 kr per invånare år 2022")


def test_findings_on_the_start_page_say_how_sure_they_are():
    first = words(panel("/1481/", "better").xpath(".//li")[0])

    assert first == (
        "Deltagande i kultur 38,5 % år 2022, högre än i 98 % av landets övriga kommuner. Består mycket troligt."
    )
    assert panel("/1481/", "better").xpath(".//a[contains(@href, '/nulage/iakttagelser/')]")


def test_unit_without_findings_says_that_nothing_stands_out():
    base = open_fact_base(places.starter_fact_base())
    silent = next(unit for unit in base.units.all if not unit_findings(base, unit).challenges)

    assert words(panel(f"/{silent.id}/", "worse")).startswith(
        "Utmaningar just nu Inget sticker ut säkert nog."
    )


def test_front_page_names_five_steps_and_four_success_factors():
    page = html.fromstring(fetch("/"))

    assert len(page.xpath("//section[@aria-labelledby='steps']//li")) == 5
    assert len(page.xpath("//section[@aria-labelledby='factors']//li")) == 4
    assert len(page.xpath("//div[@class='counties']//li")) == 290
