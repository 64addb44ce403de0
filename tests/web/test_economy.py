"""The page of the economy to 2035 and the same answer in a terminal."""

from __future__ import annotations

import json
from io import BytesIO

from django.test import Client
from openpyxl import load_workbook
from tests.web.pages import fetch

from avstamp.cli import main

PAGE = "/1481/omvarld/ekonomi/"


def test_page_shows_three_scenarios_and_where_assumptions_come_from():
    page = fetch(PAGE)

    assert "Går ekonomin ihop till 2035?" in page
    for name in ("Som i dag", "Kärvare", "Bättre"):
        assert f'<th scope="col">{name}</th>' in page
    assert "Mediankommunens medel 2002–2022. Avstamp, ur Kolada." in page
    assert page.count("<svg") >= 6
    fetch("/en" + PAGE + "?scenario=kampigare")


def test_region_is_told_why_there_is_nothing():
    assert "Vi räknar bara kommuners ekonomi framåt" in fetch("/0014/omvarld/ekonomi/")


def test_own_assumptions_are_used_kept_and_named():
    page = fetch(PAGE + "?scenario=kampigare&effektivisering=0,5&risk=5")

    assert 'value="0,5"' in page
    assert "Skrivet av läsaren; står i sidans adress." in page
    assert 'option value="kampigare" selected' in page


def test_wrong_number_is_said_and_kept():
    answer = Client().get(PAGE, {"loner": "mycket", "ranta": "99"})

    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Löner, ökning per år (%) är ”mycket”. Skriv ett tal från −5 till 15." in text
    assert "Ränta på lån (%) är ”99”. Skriv ett tal från 0 till 15." in text
    assert 'value="mycket"' in text


def test_the_terminal_says_the_same_as_the_page(capsys):
    assert main(["economy", "Mölndal", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)

    assert [one["scenario"] for one in document["scenarios"]] == ["as_today", "tighter", "better"]
    today = document["scenarios"][0]
    assert len(today["years"]) == 13
    assert f"I {today['broken'][-1] * 100:.0f}\u00a0% av framtiderna" in fetch(PAGE)


def test_the_terminal_refuses_what_it_cannot_read(capsys):
    assert main(["economy", "Mölndal", "--set", "loner=mycket"]) == 2
    assert "Löner, ökning per år" in capsys.readouterr().err
    assert main(["economy", "Mölndal", "--set", "lon=1"]) == 2
    assert "Inget antagande heter ”lon”" in capsys.readouterr().err
    assert main(["economy", "0014"]) == 2


def test_spreadsheet_holds_the_chosen_scenario_and_own_assumptions():
    address = "/1481/omvarld/ekonomi.xlsx?scenario=kampigare&effektivisering=0,5"
    book = load_workbook(BytesIO(Client().get(address).content))

    given = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows(min_row=2, max_row=9)}
    assert given["Effektivisering per år"] == 0.005
    assert "ekonomi.xlsx?scenario=kampigare&amp;effektivisering=0%2C5" in fetch(
        PAGE + "?scenario=kampigare&effektivisering=0,5"
    )
    assert (
        Client().get("/0014/omvarld/ekonomi.xlsx?loner=x").headers["Location"]
        == "/0014/omvarld/ekonomi/?loner=x"
    )
