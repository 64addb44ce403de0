"""One comes in by a personal link, chooses a way of one's own and comes in by that, by keyboard and without scripts."""

from __future__ import annotations

from itertools import count

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.accessibility import faults
from tests.journeys.test_from_first_page_to_table import tab_to

NUMBERS = count(1)
PASSWORD = "sju sjösjuka sjömän"
PAGES = ("", "password/change/", "2fa/webauthn/add/", "sessions/", "3rdparty/", "email/")


@pytest.fixture
def link(command, site) -> str:
    """The address of a personal link for somebody new."""
    address = f"sara.{next(NUMBERS)}@example.se"
    return command("person", "create", address, "Sara Lund", "--server", site).split()[-1]


def address_of(page: Page) -> str:
    return page.locator("strong", has_text="@example.se").inner_text()


def test_link_then_password_by_keyboard_without_scripts(visit, link):
    page = visit(link, java_script_enabled=False)
    tab_to(page, "^Öppna min plats$")
    page.keyboard.press("Enter")
    page.wait_for_url("**/start/")
    tab_to(page, "^Mitt konto$")
    page.keyboard.press("Enter")
    page.wait_for_url("**/konto/")
    address = address_of(page)

    tab_to(page, "^Välj ett lösenord$")
    page.keyboard.press("Enter")
    page.wait_for_url("**/password/set/")
    tab_to(page, "^id_password1$")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Lösenordet är sparat.")).to_be_visible()
    page.goto("/konto/logout/")
    tab_to(page, "^Logga ut$")  # where one is, in the trail of pages
    tab_to(page, "^Logga ut$")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Logga in")).to_be_visible()

    page.goto("/konto/login/")
    tab_to(page, "^id_login$")
    page.keyboard.type(address)
    tab_to(page, "^id_password$")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/start/")


def test_link_then_passkey(visit, link, site):
    # A passkey belongs to a name, never to a number: the same server, called by its name.
    page = visit(link.replace("127.0.0.1", "localhost"))
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    verified = {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, **verified}})
    here = site.replace("127.0.0.1", "localhost")
    page.get_by_role("button", name="Öppna min plats").click()

    page.goto(f"{here}/konto/2fa/webauthn/add/")
    page.get_by_role("button", name="Lägg till nyckeln").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservkoder")
    page.goto(f"{here}/konto/logout/")
    page.get_by_role("button", name="Logga ut").click()
    page.goto(link.replace("127.0.0.1", "localhost"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Länken öppnar ingenting")

    page.goto(f"{here}/konto/login/")
    page.get_by_role("button", name="Använd inloggningsnyckel").click()
    page.wait_for_url("**/start/")


def test_pages_of_the_account_are_accessible(visit, link):
    page = visit(link)
    found = {"lank/": faults(page)}
    page.get_by_role("button", name="Öppna min plats").click()
    for address in ("password/set/", "2fa/totp/activate/", "radera/"):
        page.goto(f"/konto/{address}")
        found[address] = faults(page)
    for address in PAGES:
        page.goto(f"/en/konto/{address}")
        found[address] = faults(page)
    page.goto("/konto/logout/")
    page.get_by_role("button", name="Logga ut").click()
    page.goto("/konto/login/")
    page.get_by_label("E-postadress").fill("ingen@example.se")
    page.get_by_label("Lösenord").fill("fel")
    page.get_by_role("button", name="Logga in", exact=True).click()
    found["login/"] = faults(page)

    assert {address: said for address, said in found.items() if said} == {}
