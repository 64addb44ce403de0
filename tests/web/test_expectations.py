"""The page about our ability to meet expectations."""

from __future__ import annotations

import math

import pytest
from tests.web.pages import fetch

from avstamp import places
from avstamp.domain.facts.chance import chance_of
from avstamp.domain.position.expectations import EXPECTATIONS
from avstamp.library.comparison import comparison_group
from avstamp.library.expectations import measure_expectations
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import read_figure


@pytest.mark.parametrize("unit", ["1481", "2418", "0014", "0009", "0980"])
def test_page_answers_in_both_languages(unit):
    fetch(f"/{unit}/nulage/formaga/")
    fetch(f"/en/{unit}/nulage/formaga/")


def test_gap_of_a_share_is_in_percentage_points_against_similar_municipalities():
    # Mölndal 2022: 80.5 per cent; the mean of its seven is in the fact base as well.
    page = fetch("/1481/nulage/formaga/")

    assert "procentenheter bättre än liknande kommuner" in page
    assert "Hämta besluten hos Skolinspektionen" in page


def test_every_indicator_of_the_table_has_words_of_our_own():
    catalogue = open_fact_base(places.starter_fact_base()).catalogue
    asked = {id for row in EXPECTATIONS for id in (*row.measures, *(id for _, id in row.abilities)) if id}

    assert asked <= set(catalogue)


def test_gap_of_a_bare_index_has_a_word():
    assert "3,0\u00a0enheter bättre än liknande kommuner" in fetch("/1481/nulage/formaga/")


def test_chance_of_a_figure_is_told_beside_its_gap():
    page = fetch("/1481/nulage/formaga/")

    assert page.count("; gapet kan vara slump") + page.count("; gapet är större än slumpen") > 5
    assert "För få år för att säga" in page


def test_chance_is_the_same_as_on_the_page_of_the_figure():
    base = open_fact_base(places.starter_fact_base())
    unit = base.units.resolve("1481")
    rows = [row for row in measure_expectations(base, unit) if row.figure and not math.isnan(row.reach)]

    for row in rows:
        assert row.figure is not None
        group = comparison_group(base, unit, row.figure.indicator.id, choice="all")
        chance = chance_of(read_figure(base, row.figure.indicator.id, unit, group=group))
        assert chance is not None
        assert chance.swing.reach == pytest.approx(row.reach)
