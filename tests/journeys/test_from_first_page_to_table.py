"""One finds a municipality, one of its figures and the figure as a table: by keyboard alone, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

MOST_STEPS = 150
FOCUSED = "(document.activeElement.textContent || document.activeElement.id).trim().replace(/\\s+/g, ' ')"
FOCUSED_ADDRESS = "document.activeElement.getAttribute('href') || document.activeElement.id || ''"


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus is called, or leads to, something that matches."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if re.search(wanted, page.evaluate(FOCUSED)) or re.search(wanted, page.evaluate(FOCUSED_ADDRESS)):
            return
    raise AssertionError(f"nothing that matches {wanted!r} can be reached by keyboard on {page.url}")


def test_by_keyboard_alone(visit):
    page = visit("/")
    tab_to(page, "^q$")
    page.keyboard.type("möln")
    expect(page.get_by_role("option")).to_have_text(["Mölndal"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1481/")

    tab_to(page, "/figur/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/figur/*/")
    tab_to(page, "^Tabell$")
    page.keyboard.press("Enter")

    expect(page.get_by_role("table").first).to_be_visible()


def test_without_scripts(visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Kommun eller region").last.fill("möln")
    page.get_by_role("button", name="Visa").click()
    page.wait_for_url("**/1481/")

    page.get_by_role("link", name="Vårt nuläge").first.click()
    page.get_by_role("link", name="Grundskola").click()
    page.get_by_role("link", name="Behöriga till yrkesprogram i årskurs 9").first.click()
    page.wait_for_url("**/figur/N15428/")
    page.get_by_role("link", name="Tabell", exact=True).click()

    assert "89,1" in page.get_by_role("table").first.inner_text()


@pytest.mark.parametrize(
    ("typed", "named", "leads_to"),
    [("möln", "Mölndal", "/1481/"), ("goteborg", "Göteborg", "/1480/"), ("1481", "Mölndal", "/1481/")],
)
def test_search_suggests_and_leads_to_the_unit_that_is_meant(visit, typed, named, leads_to):
    page = visit("/")
    page.get_by_role("combobox").press_sequentially(typed)
    expect(page.get_by_role("option").first).to_have_text(named)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{leads_to}")


def test_language_is_switched_on_the_same_page_and_back(visit):
    page = visit("/1481/nulage/kvalitet/grundskola/")
    page.get_by_role("link", name="In English").click()
    page.wait_for_url("**/en/1481/nulage/kvalitet/grundskola/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Compulsory school: Mölndal")
    page.get_by_role("link", name="På svenska").click()

    page.wait_for_url(re.compile(r"(?<!/en)/1481/nulage/kvalitet/grundskola/$"))


def test_skip_link_leads_past_the_frame(visit):
    page = visit("/1481/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "innehall"
