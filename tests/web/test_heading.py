"""The page that answers where we will be in four years."""

from __future__ import annotations

import re

import pytest
from tests.web.pages import fetch

from avstamp import places
from avstamp.domain.values import Gender
from avstamp.library.facts import open_fact_base


@pytest.fixture(scope="module")
def forecasts_made():
    base = open_fact_base(places.starter_fact_base())
    for kind in (base.units.get("1481").kind, base.units.get("0014").kind):
        base.forecasts(kind, Gender.ALL)


@pytest.mark.parametrize("unit", ["1481", "0014", "0980"])
def test_page_answers_in_both_languages(forecasts_made, unit):
    fetch(f"/{unit}/nulage/om-fyra-ar/")
    fetch(f"/en/{unit}/nulage/om-fyra-ar/")


def test_counts_in_the_sentence_are_the_rows_of_the_tables(forecasts_made):
    page = fetch("/1481/nulage/om-fyra-ar/")
    said = re.search(r"Av (\d+) mått väntas (\d+) bli bättre och (\d+) sämre", page)
    headings = dict(
        re.findall(r">(Väntas bli bättre|Väntas bli sämre|Går inte att säga) \((\d+)\)</h2>", page)
    )

    assert said is not None
    assert (said[2], said[3]) == (
        headings.get("Väntas bli bättre", "0"),
        headings.get("Väntas bli sämre", "0"),
    )
    assert int(said[1]) == sum(int(count) for count in headings.values())
