"""The page of similar municipalities."""

from __future__ import annotations

import json

from django.test import Client
from tests.web.pages import fetch

from avstamp.cli import main

PAGE = "/1481/nulage/liknande/"


def test_page_lists_the_most_alike_and_rkas_own():
    page = fetch(PAGE)

    assert "Vilka liknar Mölndal?" in page
    assert page.count("<td>Ja</td>") == 7
    fetch("/en" + PAGE + "?verksamhet=socioeconomic")
    fetch("/0014/nulage/liknande/")


def test_wrong_weight_is_answered_beside_what_was_written():
    answer = Client().get(PAGE, {"vikt.inhabitants": "stor", "ar": "2022"})

    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Vikten för Antal invånare är ”stor”. Skriv ett tal från 0 till 100." in text
    assert 'value="stor"' in text


def test_own_weights_are_kept_in_the_form():
    page = fetch(PAGE + "?vikt.tax_power=2,5")

    assert 'value="2,5"' in page
    assert "Vikterna är dina egna." in page


def test_the_terminal_says_the_same_as_the_page(capsys):
    assert main(["similar", "Mölndal", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)

    page = fetch(PAGE)
    places = [page.index(f">{row['name']}</a></th>") for row in document["similar"]]
    assert places == sorted(places)


def test_the_terminal_refuses_a_region(capsys):
    assert main(["similar", "0014"]) == 2
    assert "Vi räknar bara fram liknande kommuner." in capsys.readouterr().err
