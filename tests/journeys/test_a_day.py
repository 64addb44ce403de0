"""A telephone joins a day in four interactions, and what it answers is on the screen of the room by itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.accessibility import faults
from tests.journeys.serving import places_in, served, told_by
from tests.journeys.test_first_own_reading import Hand

MOST_INTERACTIONS = 4
MOST_TRIES = 60
PATIENCE_MS = 30_000
DAYS = "/start/provkoping/2026/traffar/"
DAY = f"{DAYS}1/"
NARROW_AND_WIDE = (320, 1280)
X_HEIGHTS = """() => {
  const measured = document.createElement("canvas").getContext("2d");
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return [...document.querySelectorAll("main *")]
    .filter((element) => own(element) && element.checkVisibility() && !element.closest("svg"))
    .map((element) => {
      measured.font = getComputedStyle(element).font;
      return [element.textContent.trim().slice(0, 40), measured.measureText("x").actualBoundingBoxAscent];
    });
}"""
"""Every text on a page, and how tall its small letters are, in px."""


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
    phone.get_by_role("button", name="4", exact=True).click()
    phone.get_by_role("button", name="Se alla svar").click()
    expect(phone.get_by_label("Koden på din lapp")).to_have_value(place.slip)
    phone.get_by_role("button", name="Skicka svar för gott").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tack. Svaret är räknat")
    expect(leader.locator("#del-1")).to_contain_text("1 har svarat.")
    phone.context.close()


def test_screen_moves_by_itself_and_is_not_read_again(browser: Browser, place: Place, leader: Page) -> None:
    leader.goto(f"{DAY}skarm/")
    counted = leader.locator(".screen-count").inner_text()
    leader.evaluate("window.stillHere = true")
    phone = joined(browser, place, "Moa")
    phone.get_by_role("button", name="Instämmer", exact=True).click()
    expect(leader.locator(".screen-count")).not_to_have_text(counted)
    assert leader.evaluate("window.stillHere")
    phone.context.close()


def test_screen_asks_now_and_then_where_streams_are_stopped(
    browser: Browser, place: Place, leader: Page
) -> None:
    screen = leader.context.new_page()
    screen.clock.install()
    screen.route("**/handelser*", lambda route: route.fulfill(status=503))
    screen.goto(f"{DAY}skarm/")
    counted = screen.locator(".screen-count").inner_text()
    phone = joined(browser, place, "Nils")
    phone.get_by_role("button", name="Instämmer", exact=True).click()
    expect(phone.locator("main")).to_contain_text("2 av 2")
    for _ in range(MOST_TRIES):
        if screen.locator(".screen-count").inner_text() != counted:
            break
        screen.clock.run_for(20_000)
    expect(screen.locator(".screen-count")).not_to_have_text(counted)
    phone.context.close()
    screen.close()


def test_screen_is_read_from_ten_metres(leader: Page) -> None:
    """Half of normal sight, 20/40, tells letters apart that are ten minutes of arc tall.

    The letters are the small ones (x-height, of which the smallest text has most), the picture is 1920 px over three
    metres, and the place at the back of the hall is ten metres away.
    """
    tallest_needed_mm = 10_000 * math.tan(math.radians(10 / 60))
    mm_per_px = 3000 / 1920
    leader.set_viewport_size({"width": 1920, "height": 1080})
    leader.goto(f"{DAY}skarm/")
    leader.evaluate("document.fonts.ready")
    heights = leader.evaluate(X_HEIGHTS)
    assert heights
    assert [text for text, px in heights if px * mm_per_px < tallest_needed_mm] == []


def test_the_day_is_for_everyone(browser: Browser, place: Place, leader: Page) -> None:
    found = []
    addresses = (
        DAYS,
        DAY,
        f"{DAY}skarm/",
        f"{DAY}lappar/",
        f"{DAY}del/1/",
        f"{DAYS}ny/",
        "/traff/?kod=NEJNEJ",
    )
    addresses += (f"/traff/{place.code}/", f"/lapp/{place.code}/1/")
    for address in addresses:
        leader.goto(address)
        found += [f"{address} {fault}" for fault in faults(leader, widths=NARROW_AND_WIDE)]
    phone = joined(browser, place, "Olle")
    expect(phone.locator("main")).to_contain_text("1 av 2")
    found += [f"phone {fault}" for fault in faults(phone, widths=NARROW_AND_WIDE)]
    phone.context.close()
    assert found == []


def joined(browser: Browser, place: Place, name: str) -> Page:
    """A telephone that has joined as a guest of the ruling side."""
    phone = open_page(browser, place, viewport={"width": 320, "height": 640})
    phone.goto(f"/traff/{place.code}/")
    phone.get_by_label("Ditt namn").fill(name)
    phone.get_by_role("button", name="Styre", exact=True).click()
    return phone
