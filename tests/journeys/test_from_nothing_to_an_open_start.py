"""A process leader sets up a start in an evening: from nothing to forty people let in at once, by keyboard alone.

Without scripts, in at most 25 interactions: each press of a control, each field filled and each file chosen is one.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.journeys.accessibility import violations
from tests.journeys.conftest import PATIENCE_MS
from tests.journeys.serving import places_in, served
from tests.journeys.test_from_first_page_to_table import tab_to

MOST_INTERACTIONS = 25
INVITED = 40
SIDES = ("Opp", "Styr", "Styr", "Opp", "Opp", "Opp", "Styr", "Styr", "Opp")
"""What is typed at the nine parties of Mölndal, the largest first: the beginning of a side's name."""


class Hands:
    """Somebody at a keyboard, who counts what they do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.interactions = 0
        self.seen: list[str] = []

    def press(self, wanted: str, key: str = "Enter") -> None:
        """Go to a control by Tab and press it."""
        tab_to(self.page, wanted)
        self.interactions += 1
        self.seen.append(self.page.url)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def fill(self, wanted: str, text: str) -> None:
        """Go to a field by Tab and type in it."""
        tab_to(self.page, wanted)
        self.interactions += 1
        self.page.keyboard.type(text)

    def choose_file(self, wanted: str, file: Path) -> None:
        """Go to a field for files by Tab and choose one."""
        tab_to(self.page, wanted)
        self.interactions += 1
        self.page.locator("input[type=file]").set_input_files(file)


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """A server whose database is empty; its address, and the environment that its commands run in."""
    environment = places_in(tmp_path_factory.mktemp("server"), with_tables=False)
    with served(environment) as site:
        yield site, environment


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A list of forty people: elected of every party, officials, an auditor and a secretary."""
    parties = ("S", "M", "SD", "C", "MP", "V", "KD", "L", "Mölndalslistan")
    rows = [f"Person {n};person{n}@exempel.se;förtroendevald;{parties[n % 9]};;" for n in range(INVITED - 6)]
    rows += [f"Tjänst {n};tjanst{n}@exempel.se;tjänsteperson;;;" for n in range(4)]
    rows += ["Rune;revisor@exempel.se;revisor;;;", "Siv;sekreterare@exempel.se;sekreterare;;;"]
    file = tmp_path / "personer.csv"
    file.write_text("\n".join(["namn;e-post;roll;parti;funktion;organ", *rows]), encoding="utf-8")
    return file


def sign_in(page: Page, site: str, environment: dict[str, str]) -> None:
    """Come in as the first process leader, by the link that the server's console gives."""
    command = [sys.executable, "-m", "avstamp.cli", "person", "create", "pia@exempel.se", "Pia Process"]
    told = subprocess.run(
        [*command, "--server", site], env=environment, capture_output=True, text=True, check=True
    )
    page.goto(next(word for word in told.stdout.split() if word.startswith("http")))
    page.locator("main button[type=submit]").click()
    page.goto(f"{site}/start/")


def test_from_nothing_to_an_open_start_with_forty_people(browser: Browser, empty_site, people):
    site, environment = empty_site
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    sign_in(page, site, environment)
    hands = Hands(page)

    hands.press("^Sätt upp en start$")
    hands.fill("^unit$", "Mölndal")
    hands.press("^Fortsätt$")
    hands.press("^Skapa starten$")
    for side in SIDES:
        hands.fill("^id_side_", side)
    hands.press("^Spara$")
    hands.press("^Spara uppdraget$")
    hands.choose_file("^id_people$", people)
    hands.press("^Bjud in$")
    hands.press("^Personliga länkar$")
    hands.press("^Gör länkar och visa dem$")
    links = page.locator(".slips li").count()
    hands.press("^Till översikten$")
    hands.press("^Öppna starten för alla$")
    hands.press("^Öppna för alla$")

    assert hands.interactions <= MOST_INTERACTIONS, hands.interactions
    assert links == INVITED  # whoever leads has come in already
    assert f"{INVITED + 1} personer fick tillgång i samma stund" in page.locator("main").inner_text()
    hands.seen.append(page.url)
    assert faults_of(browser, context.storage_state(), hands.seen) == []
    context.close()


def faults_of(browser: Browser, signed_in: object, addresses: list[str]) -> list[str]:
    """What axe and a ruler find on the pages that were passed, at 320 and 1280 pixels."""
    context = browser.new_context(storage_state=signed_in)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MS)
    page, found = context.new_page(), []
    start = next(address for address in addresses if "/2026/" in address).split("/2026/")[0] + "/2026/"
    more = [
        start + path
        for path in (
            "datum/",
            "styre/",
            "diarium/",
            "styre/skifte/",
            "personer/ny/",
            "far-jag/",
            "initiativ/?dokument=inbjudan",
        )
    ]
    for address in dict.fromkeys([*addresses, *more]):
        page.goto(address)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if (reach := page.evaluate("document.documentElement.scrollWidth")) > width:
                found.append(f"{address} {width}: the page is {reach} wide")
            found += [f"{address} {width}: {fault}" for fault in violations(page)]
    context.close()
    return found
