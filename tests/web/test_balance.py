"""The page of the balance requirement and the same answer in a terminal."""

from __future__ import annotations

import json
from io import BytesIO

from django.test import Client
from openpyxl import load_workbook
from tests.web.pages import fetch

from avstamp.cli import main
from avstamp.domain.facts.unit import Unit
from avstamp.library.balance import filled_rows
from avstamp.library.facts import open_fact_base

PAGE = "/1481/nulage/balanskrav/"


def _unit() -> Unit:
    return open_fact_base().units.get("1481")


def test_page_is_filled_from_the_fact_base():
    page = fetch(PAGE)

    filled = filled_rows(open_fact_base(), _unit(), 2022)
    assert set(filled) == {"result", "tax", "grants", "equity", "pension_commitment"}
    assert f'name="resultat" value="{filled["result"].amount}"' in page
    assert 'Ur faktabasen: <a class="ds-link" href="/1481/figur/N03007/">N03007</a>' in page
    assert "finns inte i faktabasen och räknas här som 0" in page
    assert "Balanskravet är uppfyllt" in page
    assert "KL 11 kap. 14 §" in page


def test_page_in_english_and_for_a_region():
    assert "Local Government Act ch. 11 s. 14" in fetch("/en" + PAGE)
    assert "Room under the cap of 5 %, counting the result reserve alone" in fetch("/en" + PAGE)
    assert "Faktabasen har inte era räkenskaper" in fetch("/0014/nulage/balanskrav/")


def test_own_amounts_are_used_and_kept():
    page = fetch(
        PAGE
        + "?ar=2025&resultat=−4 000 000&skatt=1000000000&bidrag=0&underskott.2023=1 000&skal.2023=Flyktingar"
    )

    assert "4\u00a0000\u00a0000 kr ska återställas" in page
    assert "senast i budgeten för 2028" in page
    assert 'value="−4 000 000"' in page
    assert 'value="Flyktingar"' in page


def test_wrong_amount_is_said_and_kept():
    answer = Client().get(PAGE, {"ar": "2022", "vinster": "12,5", "reserverat": "-1"})

    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Samtliga realisationsvinster är ”12,5”. Skriv hela kronor" in text
    assert "Reserveras till resultatreserven är ”-1”. Skriv beloppet utan minustecken" in text
    assert 'value="12,5"' in text
    assert 'aria-invalid="true"' in text


def test_the_terminal_says_the_same(capsys):
    assert main(["balance", "Mölndal", "--set", "vinster=12000000", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)

    filled = filled_rows(open_fact_base(), _unit(), 2022)
    amounts = {row["row"]: row["amount"] for row in document["rows"]}
    assert amounts["result"] == filled["result"].amount
    assert amounts["adjusted"] == filled["result"].amount - 12_000_000
    assert document["filled"]["resultat"] == ["N03007", "N01951"]


def test_the_terminal_refuses_what_it_cannot_read(capsys):
    assert main(["balance", "Mölndal", "--set", "resultat=mycket"]) == 2
    assert "Årets resultat är ”mycket”" in capsys.readouterr().err
    assert main(["balance", "Mölndal", "--set", "resultt=1"]) == 2
    assert "Inget fält heter ”resultt”" in capsys.readouterr().err


def test_what_was_filled_for_another_year_does_not_stay():
    result = filled_rows(open_fact_base(), _unit(), 2022)["result"].amount
    earlier = filled_rows(open_fact_base(), _unit(), 2020)["result"].amount

    page = fetch(f"{PAGE}?ar=2020&ifyllt=2022&resultat={result}")
    own = Client().get(f"{PAGE}?ar=2020&ifyllt=2022&resultat={result + 1}").content.decode()

    assert f'name="resultat" value="{earlier}"' in page
    assert f'name="resultat" value="{result + 1}"' in own


def test_spreadsheet_holds_what_was_written_and_where_the_rest_came_from():
    answer = Client().get("/1481/nulage/balanskrav.xlsx", {"vinster": "7000000"})
    given = load_workbook(BytesIO(answer.content)).worksheets[0]

    rows = {row[0].value: (row[1].value, row[2].value) for row in given.iter_rows(min_row=2, max_row=16)}
    assert rows["Samtliga realisationsvinster"] == (7_000_000, "Skrivet av läsaren")
    assert rows["Skatteintäkter"][1].startswith("Kolada N03010")
    refused = Client().get("/1481/nulage/balanskrav.xlsx", {"resultat": "mycket"})
    assert refused.headers["Location"] == "/1481/nulage/balanskrav/?resultat=mycket"
