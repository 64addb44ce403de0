"""How forecasts have come true stands on a page of its own, for municipalities and for regions."""

from __future__ import annotations

import html5lib
import pytest
from tests.web.pages import fetch

from avstamp.domain.values import Gender, UnitKind
from avstamp.library.facts import open_fact_base


@pytest.fixture(scope="module", autouse=True)
def made_for_regions():
    """Regions are few, so their forecasts are made in a moment."""
    return open_fact_base().forecasts(UnitKind.REGION, Gender.ALL)


def cells(page, caption):
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    table = next(t for t in tree.iter("table") if t.find("caption").get("id") == caption)
    return [[("".join(cell.itertext())) for cell in row] for row in table.find("tbody")]


@pytest.mark.parametrize("address", ["/om/metod/prognoser/", "/en/om/metod/prognoser/"])
def test_record_page_is_well_made_whether_forecasts_are_made_or_not(address):
    fetch(address)


def test_record_page_holds_every_area_and_every_horizon():
    page = fetch("/om/metod/prognoser/?visa=regioner")

    rows = cells(page, "record-caption")
    assert rows[0][0] == "Alla mått"
    assert {len(row) for row in rows} == {2 + 4 * 4}
    assert len(cells(page, "years-caption")) == 10


def test_figure_page_shows_forecast_with_interval_and_past_error():
    page = fetch("/0001/figur/N00403/?vy=tabell")

    for words in ("Prognosen för", "I åtta fall av tio", "Så fel har det varit förut", "(prognos"):
        assert words in page


def test_figure_page_says_why_there_is_no_forecast():
    assert "måttet är redan en framskrivning" in fetch("/0001/figur/N02907/?vy=tabell")
