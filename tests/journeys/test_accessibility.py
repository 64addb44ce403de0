"""Every kind of page is free of violations of WCAG 2.2 AA and of overflow, in each width and look."""

from __future__ import annotations

import pytest
from tests.journeys.accessibility import faults, violations

PAGES = (
    "/",
    "/sok?q=stock",
    "/sok?q=xyzz",
    "/1481/",
    "/1440/",
    "/0014/",
    "/en/0009/",
    "/1481/nulage/",
    "/1481/nulage/forvantningar/",
    "/en/1481/nulage/ekonomi/kostnad-per-brukare-och-elev/",
    "/1481/nulage/liknande/",
    "/1481/nulage/ar-vi-dyra/",
    "/1481/nulage/blir-vi-battre/",
    "/1481/nulage/formaga/",
    "/1481/nulage/iakttagelser/",
    "/1481/nulage/nyckeltal/",
    "/1481/nulage/om-fyra-ar/",
    "/1481/nulage/balanskrav/",
    "/1481/figur/N15428/utforska/",
    "/0014/omvarld/",
    "/1481/omvarld/befolkning/",
    "/1481/omvarld/drivkrafter/",
    "/1481/omvarld/utslapp/",
    "/1481/omvarld/utslapp/?mal=snart",
    "/0014/omvarld/socialt/",
    "/1481/omvarld/ekonomi/?effektivisering=0,3",
    "/1481/omvarld/ekonomi/bokslut/",
    "/om/metod/prognoser/",
    "/1481/figurer/?q=elever",
    "/1481/figurer/?q=finnsinte",
    "/1481/figur/N15428/",
    "/en/1481/figur/N15428/?vy=karta",
    "/1481/figur/N15428/?vy=tabell",
    "/0014/figur/N03102/",
    "/0014/initiativ/",
    "/1481/initiativ/?dokument=tjansteskrivelse&arshjul=ystad&dag=snart",
    "/om/faktabas/",
    "/om/metod/",
    "/tillganglighet/",
    "/1481/finns/inte/",
    "/9999/",
    "/1481/figur/N99999/",
)


@pytest.mark.parametrize("address", PAGES)
def test_page_is_accessible_in_every_width_and_look(visit, address):
    assert faults(visit(address)) == []


def test_start_page_with_its_folds_open_is_accessible(visit):
    page = visit("/1481/", viewport={"width": 320, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")

    assert faults(page) == []


def test_planted_violations_are_found(visit):
    page = visit("/")
    page.set_content(
        '<html lang="sv"><title>x</title><main><h1>x</h1><img src="x.png">'
        '<p id="pale">blekt</p><div id="wide">bred</div></main></html>'
    )
    page.evaluate("document.getElementById('pale').style.color = '#ddd'")
    page.evaluate("document.getElementById('wide').style.width = '400px'")

    assert [fault.split()[0] for fault in violations(page)] == ["color-contrast", "image-alt"]
    found = faults(page)
    assert "320: the page is 408 wide" in found
    assert "768 dark none: color-contrast ['#pale'] (1)" in found
