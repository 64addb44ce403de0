"""A telephone through a day: one thing at a time, two devices at one seat, a network that goes, and a ballot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.accessibility import violations
from tests.journeys.serving import places_in, served, told_by
from tests.journeys.test_first_own_reading import Hand
from tests.journeys.test_from_first_page_to_table import tab_to

PATIENCE_MS = 30_000
PAGES = ("document", "fetch")
NARROW = {"width": 320, "height": 640}


@dataclass(frozen=True)
class Hall:
    """A server of its own with a day, and two slips."""

    site: str
    code: str
    slips: tuple[str, ...]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    environment = places_in(tmp_path_factory.mktemp("phone"))
    code, *slips = told_by("tests.journeys.opened_phone_day", environment)
    with served(environment) as site:
        yield Hall(site, code, tuple(slips))


@pytest.fixture
def telephone(browser: Browser, hall: Hall) -> Iterator[object]:
    """Opens a telephone that has never been there."""
    opened = []

    def take_up(**options: object) -> Page:
        context = browser.new_context(base_url=hall.site, viewport=NARROW, **options)
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        return context.new_page()

    yield take_up
    for context in opened:
        context.close()


def joined(page: Page, hall: Hall, name: str = "Åsa Öberg") -> Page:
    page.goto(f"/traff/{hall.code}/")
    page.get_by_label("Ditt namn").fill(name)
    page.get_by_role("button", name="Styre", exact=True).click()
    expect(page.locator(".asked").first).to_have_text(re.compile("Påstående 1"))
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


class Quick(Hand):
    """The same hand on a page whose script answers a press without another page."""

    def press(self, wanted: str) -> None:
        tab_to(self.page, wanted)
        self.page.keyboard.press("Enter")


def faults(page: Page) -> list[str]:
    reach = page.evaluate("document.documentElement.scrollWidth")
    return [*violations(page), *([f"{page.url} is {reach} wide"] if reach > NARROW["width"] else [])]


def test_a_code_read_wrongly_leads_in_within_four_interactions(telephone, hall: Hall) -> None:
    hand = Hand(telephone(java_script_enabled=False))
    hand.page.goto("/traff/")
    hand.write("^kod$", f"{hall.code[:3]} {hall.code[3:]}".lower())
    hand.press("^Anslut$")
    hand.write("^id_name$", "Olle Ek")
    hand.press("^Opposition$")
    expect(hand.page.locator("main")).to_contain_text("1 av 4")
    assert hand.interactions <= 4


def test_both_devices_of_a_guest_show_the_same_until_one_is_left(telephone, hall: Hall) -> None:
    first, second = joined(telephone(), hall), telephone(java_script_enabled=False)
    press(first, "Instämmer")
    expect(first.locator(".asked").first).to_have_text(re.compile("Påstående 2"))
    first.get_by_role("link", name="Min plats").click()
    press(first, "Visa kod")
    code = first.locator(".pass-code").inner_text()
    second.goto(f"/traff/{hall.code}/enhet/")
    second.get_by_label("Koden som den visar").fill(code.lower())
    press(second, "Öppna platsen här")
    expect(second.locator(".asked").first).to_have_text(re.compile("Påstående 2"))
    press(second, "Instämmer inte")
    first.goto(f"/traff/{hall.code}/mina/")
    expect(first.locator(".own-said").nth(1)).to_have_text("Instämmer inte")
    second.goto(f"/traff/{hall.code}/enhet/")
    second.get_by_label("Koden som den visar").fill(code)
    press(second, "Öppna platsen här")
    expect(second.locator("main")).to_contain_text("Koden öppnar ingen plats")
    second.goto(f"/traff/{hall.code}/plats/")
    press(second, "Lämna platsen")
    second.goto(f"/traff/{hall.code}/")
    expect(second.get_by_label("Ditt namn")).to_be_visible()
    first.goto(f"/traff/{hall.code}/")
    expect(first.locator(".asked").first).to_have_text(re.compile("Påstående 3"))


def test_answers_wait_on_the_telephone_until_the_network_is_back(telephone, hall: Hall) -> None:
    page = joined(telephone(), hall)
    page.context.set_offline(True)
    press(page, "Instämmer")
    expect(page.locator("#lage")).to_contain_text("Inte skickat än: 1")
    press(page, "Kan inte ta ställning")
    expect(page.locator("#lage")).to_contain_text("Inte skickat än: 2")
    press(page, "Ångra senaste svaret")
    expect(page.locator(".asked").first).to_have_text(re.compile("Påstående 2"))
    press(page, "Instämmer inte")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#lage")).to_contain_text("Allt är skickat")
    expect(page.locator(".asked").first).to_have_text(re.compile("Påstående 3"))
    page.get_by_role("link", name="Mina svar").click()
    expect(page.locator(".own-said")).to_contain_text(["Instämmer", "Instämmer inte", "Inte besvarad"])
    assert page.evaluate("window.localStorage.length") == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_ballot_is_answered_step_by_step_and_looked_through(telephone, hall: Hall, scripts: bool) -> None:
    page, sent = telephone(java_script_enabled=scripts), []
    hand = Quick(page) if scripts else Hand(page)
    hand.open(f"/lapp/{hall.code}/7/")
    page.on("request", lambda request: sent.append(request.url) if request.resource_type in PAGES else None)
    hand.press("^Instämmer$")
    expect(page.locator("main")).to_contain_text("2 av 4")
    hand.press("^Hoppa över$")
    hand.press("^Tillbaka$")
    hand.press("^Instämmer inte$")
    hand.press("^Kan inte ta ställning$")
    hand.press("^Instämmer$")
    expect(page.get_by_role("heading", name="Stämmer det här?")).to_be_visible()
    expect(page.locator(".own-said")).to_have_text(
        ["Instämmer", "Instämmer inte", "Kan inte ta ställning", "Instämmer"]
    )
    assert not scripts or faults(page) == []
    assert (sent == []) is scripts
    hand.write("^lapp$", hall.slips[scripts])
    hand.press("^Skicka svar för gott$")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack. Svaret är räknat")
    assert page.context.cookies() == []


def test_every_page_of_the_telephone_is_for_everyone(telephone, hall: Hall) -> None:
    page = telephone()
    page.goto(f"/traff/{hall.code}/")
    found = faults(page)
    joined(page, hall, "Karin")
    for line in range(1, 7):
        page.goto(f"/traff/{hall.code}/{line}/")
        found += faults(page)
    for place in ("mina/", "plats/", "enhet/", "1/0/", "../om-svaren/", "../../lapp/" + hall.code + "/8/"):
        page.goto(f"/traff/{hall.code}/{place}")
        found += faults(page)
    page.goto(f"/traff/{hall.code}/plats/")
    press(page, "Visa kod")
    assert found + faults(page) == []
