"""A telephone joins a day in four interactions, and what it answers is on the screen of the room by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.accessibility import faults
from tests.journeys.serving import places_in, served, told_by
from tests.journeys.test_first_own_reading import Hand

MOST_INTERACTIONS = 4
PATIENCE_MS = 30_000
DAY = "/start/provkoping/2026/traffar/1/"


@dataclass(frozen=True)
class Place:
    """A server of its own with a day, the leader's link, the day's code and a slip's."""

    site: str
    link: str
    code: str
    slip: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    environment = places_in(tmp_path_factory.mktemp("day"))
    told = told_by("tests.journeys.opened_day", environment)
    with served(environment) as site:
        yield Place(site, *told)


def open_page(browser: Browser, place: Place, **options: object) -> Page:
    page = browser.new_context(base_url=place.site, **options).new_page()  # type: ignore[arg-type]
    page.context.set_default_timeout(PATIENCE_MS)
    return page


@pytest.fixture(scope="module")
def leader(browser: Browser, place: Place) -> Iterator[Page]:
    page = open_page(browser, place)
    page.goto(place.link)
    page.locator("main button[type=submit]").first.click()
    yield page
    page.context.close()


def test_a_vote_by_keyboard_without_scripts_is_on_the_screen(
    browser: Browser, place: Place, leader: Page
) -> None:
    leader.goto(f"{DAY}skarm/")
    expect(leader.locator(".screen-count")).to_contain_text("0 har svarat")
    phone = open_page(browser, place, java_script_enabled=False, viewport={"width": 320, "height": 640})
    hand = Hand(phone)
    hand.open(f"/traff/{place.code}/")
    hand.write("^id_name$", "Åsa Öberg")
    hand.press("^Styre$")
    assert hand.interactions <= MOST_INTERACTIONS
    hand.press("^Instämmer inte$")
    expect(phone.locator("main")).to_contain_text("2 av 2")
    expect(leader.locator(".screen-count")).to_contain_text("1 har svarat")
    hand.press("^Ångra senaste svaret$")
    expect(phone.locator("main")).to_contain_text("1 av 2")
    expect(leader.locator(".screen-count")).to_contain_text("0 har svarat")
    phone.context.close()


def test_a_slip_is_read_by_the_camera_and_only_the_number_is_told(
    browser: Browser, place: Place, leader: Page
) -> None:
    leader.goto(DAY)
    phone = open_page(browser, place, viewport={"width": 320, "height": 640})
    phone.goto(f"/lapp/{place.code}/#{place.slip}")
    phone.get_by_role("link", name="Svara anonymt").click()
    expect(phone.get_by_label("Koden på din lapp")).to_have_value(place.slip)
    phone.get_by_label("4", exact=True).first.check()
    phone.get_by_role("button", name="Skicka svar för gott").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tack. Svaret är räknat")
    expect(leader.locator("#del-1")).to_contain_text("1 har svarat.")
    phone.context.close()


def test_the_day_is_for_everyone(browser: Browser, place: Place, leader: Page) -> None:
    found = []
    for address in (DAY, f"{DAY}skarm/", f"{DAY}lappar/", f"/traff/{place.code}/", f"/lapp/{place.code}/1/"):
        leader.goto(address)
        found += [f"{address} {fault}" for fault in faults(leader)]
    phone = open_page(browser, place)
    phone.goto(f"/traff/{place.code}/")
    phone.get_by_label("Ditt namn").fill("Olle")
    phone.get_by_role("button", name="Styre", exact=True).click()
    expect(phone.locator("main")).to_contain_text("1 av 2")
    found += [f"phone {fault}" for fault in faults(phone)]
    phone.context.close()
    assert found == []
