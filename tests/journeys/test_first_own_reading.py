"""One who is invited comes in by a personal link and has a first reading of her own in eight interactions at the most.

An interaction is an address opened, a link or button pressed, or a field written in; moving the focus is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.accessibility import faults
from tests.journeys.conftest import PATIENCE_MS
from tests.journeys.serving import places_in, served, told_by
from tests.journeys.test_from_first_page_to_table import tab_to

MOST_INTERACTIONS = 8
THREAD = "/start/provkoping/2026/traden/"
SCENARIOS = "/start/provkoping/2026/scenarier/"
DRIVERS = "/start/provkoping/2026/drivkrafter/"
FIGURE = "N15428/1481/T/2022"


@dataclass(frozen=True)
class Place:
    """A server of its own with an opened start, and the personal link of one who is invited."""

    site: str
    link: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    environment = places_in(tmp_path_factory.mktemp("start"))
    (link,) = told_by("tests.journeys.opened_start", environment)
    with served(environment) as site:
        yield Place(site, link)


def open_page(browser: Browser, place: Place, **options: object) -> Page:
    page = browser.new_context(base_url=place.site, **options).new_page()  # type: ignore[arg-type]
    page.context.set_default_timeout(PATIENCE_MS)
    return page


class Hand:
    """Someone with a keyboard, whose interactions are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.interactions = 0

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.interactions += 1

    def press(self, wanted: str) -> None:
        tab_to(self.page, wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.interactions += 1

    def write(self, field: str, text: str) -> None:
        tab_to(self.page, field)
        self.page.keyboard.type(text)
        self.interactions += 1


def test_from_link_to_first_reading_by_keyboard_without_scripts(browser: Browser, place: Place) -> None:
    page = open_page(browser, place, java_script_enabled=False)
    hand = Hand(page)
    hand.open(place.link)
    hand.press("^Öppna min plats$")
    hand.press("^Tråden$")
    hand.press("^Skolans resultat")
    hand.press("^Skriv en tolkning$")
    hand.write("^id_text$", "Vi menar att ledarskapet i skolan är nyckeln.")
    hand.press("^Färdigställ och visa för alla$")

    page.goto(THREAD + "2/")
    places = page.get_by_role("region", name="Tolkningar").get_by_role("listitem")
    expect(places.filter(has_text="Moderaterna")).to_contain_text(
        "Vi menar att ledarskapet i skolan är nyckeln."
    )
    expect(places.filter(has_text="Socialdemokraterna")).to_contain_text("har inte skrivit någon tolkning.")
    assert hand.interactions <= MOST_INTERACTIONS, hand.interactions
    page.context.close()


def test_a_saved_scenario_is_rested_on_and_withdrawn_by_keyboard_without_scripts(
    browser: Browser, place: Place
) -> None:
    page = open_page(browser, place, java_script_enabled=False)
    hand = Hand(page)
    hand.open(place.link)
    hand.press("^Öppna min plats$")
    hand.press("^Scenarier$")
    hand.press("^Stram kurs$")
    hand.press("^Iakttagelse$")
    hand.write("^id_text$", "Det går ihop om vi håller i.")
    hand.press("^Spara")
    expect(page.get_by_role("rowheader", name="Scenario 1, Stram kurs")).to_be_visible()
    claim = page.url

    hand.open(SCENARIOS + "1/")
    hand.write("^skal$", "Skolan dröjer")
    hand.press("^Dra tillbaka scenariot$")
    expect(page.get_by_role("note")).to_contain_text("Skolan dröjer")
    page.goto(claim)
    expect(page.get_by_role("main")).to_contain_text("Behöver ses över")
    page.context.close()


def test_pages_of_the_thread_and_the_record_are_for_everyone(browser: Browser, place: Place) -> None:
    page = open_page(browser, place)
    page.goto(place.link)
    page.locator("main button[type=submit]").first.click()
    found = []
    for address in (
        THREAD,
        THREAD + "2/",
        THREAD + f"uppgift/{FIGURE}/",
        THREAD + f"skriv/reading/?underlag={FIGURE}",
        "/start/provkoping/2026/ifragasatt/1/",
        "/start/provkoping/2026/loggen/",
        "/start/provkoping/2026/samma-tid/",
        "/1481/figur/N15428/",
        SCENARIOS,
        SCENARIOS + "1/",
    ):
        page.goto(address)
        found += [f"{address} {fault}" for fault in faults(page)]
    page.context.close()
    assert found == []


def test_driver_from_search_to_withdrawal_by_keyboard_without_scripts(browser: Browser, place: Place) -> None:
    page = open_page(browser, place, java_script_enabled=False)
    hand = Hand(page)
    hand.open(place.link)
    hand.press("^Öppna min plats$")
    hand.open(DRIVERS + "ny/")
    hand.write("^namn$", "Fler bor ensamma")
    hand.write("^text$", "Fler äldre utan anhöriga nära behöver hjälp.")
    hand.write("^sok$", "80 år")
    hand.press("^Sök underlag$")
    hand.press("^Lägg till .*80 år")
    hand.press("^Lägg i registret$")
    number = page.url.rstrip("/").rsplit("/", 1)[1]
    expect(page.get_by_role("heading", level=1)).to_have_text("Fler bor ensamma")
    expect(page.get_by_role("region", name="Vad den vilar på").first).to_contain_text("80 år")
    hand.open(DRIVERS + f"{number}/andra/")
    hand.write("^namn$", "Fler äldre bor ensamma")
    hand.press("^Spara den nya lydelsen$")
    expect(page.get_by_role("region", name="Tidigare lydelser")).to_contain_text("Fler bor ensamma")
    hand.open(DRIVERS + f"{number}/aterta/")
    hand.write("^skal$", "Den ryms i en annan drivkraft.")
    hand.press("^Återta drivkraften$")
    page.goto(DRIVERS)
    expect(page.get_by_role("region", name="Återtagna")).to_contain_text("Den ryms i en annan drivkraft.")
    page.context.close()
