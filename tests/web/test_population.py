"""The page of the population ahead answers, takes own assumptions, and says what is wrong with them."""

import pytest
from django.test import Client
from tests.web.pages import fetch

PAGE = "/1481/omvarld/befolkning/"


def test_page_says_base_year_interval_and_whose_prices():
    text = fetch(PAGE)

    assert "Senaste år: 2024." in text
    assert "I åtta av tio framtider" in text
    assert "budgetpriser 2024 i en enda kommun, Sjöbo" in text


def test_own_price_and_newcomers_change_the_answer():
    usual, own = fetch(PAGE), fetch(PAGE + "?inflyttade=500&pris0=0")

    assert 'value="500"' in own
    assert usual.split('class="lead"')[1][:200] != own.split('class="lead"')[1][:200]


def test_region_is_shown_without_municipal_services():
    text = fetch("/0014/omvarld/befolkning/")

    assert "Vad åldrarna kräver av verksamheten" not in text


@pytest.mark.parametrize("asked", ["inflyttade=många", "inflyttade=-1", "pris0=dyrt", "pris0=NaN"])
def test_what_cannot_be_read_is_said_and_kept(asked):
    answer = Client().get(f"{PAGE}?{asked}")

    assert answer.status_code == 400
    assert answer.content.decode().count('aria-invalid="true"') == 1
