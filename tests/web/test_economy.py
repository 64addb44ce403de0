"""The page of the economy to 2035 and the same answer in a terminal."""

from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO

import html5lib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from tests.web.pages import fetch

from avstamp.cli import main
from avstamp.library.economy_accounts import NAMES

PAGE = "/1481/omvarld/ekonomi/"


def test_page_shows_three_scenarios_and_where_assumptions_come_from():
    page = fetch(PAGE)

    assert "Går ekonomin ihop till 2035?" in page
    for name in ("Som i dag", "Kärvare", "Bättre"):
        assert f'<th scope="col">{name}</th>' in page
    assert "Mediankommunens medel 2002–2022. Avstamp, ur Kolada." in page
    # Two charts side by side, three fans, a tornado and the investments, each wide and narrow.
    assert page.count("<svg") == 14
    assert "Medel av 2 000 framskrivna framtider" in page
    fetch("/en" + PAGE + "?scenario=kampigare")


def test_region_is_told_why_there_is_nothing():
    assert "Vi räknar bara kommuners ekonomi framåt" in fetch("/0014/omvarld/ekonomi/")


def test_own_assumptions_are_used_kept_and_named():
    page = fetch(PAGE + "?scenario=kampigare&effektivisering=0,5&risk=5")

    assert 'value="0,5"' in page
    assert "Skrivet av läsaren; står i sidans adress." in page
    for name in ("Som i dag", "Kärvare", "Bättre", "Eget"):
        assert f'<th scope="col">{name}</th>' in page
    assert 'option value="kampigare" selected' in page


def test_wrong_number_is_said_and_kept():
    answer = Client().get(PAGE, {"loner": "mycket", "ranta": "99"})

    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Löner, ökning per år (%) är ”mycket”. Skriv ett tal från −5 till 15." in text
    assert "Ränta på lån (%) är ”99”. Skriv ett tal från 0 till 15." in text
    assert 'value="mycket"' in text


def test_a_scenario_is_shared_with_its_name_its_author_and_the_councils_guideline():
    query = "?effektivisering=0,5&namn=Stram&upphov=Ekonomichefen+2026&reservera=50&riktlinje=KF+2023+§+8"
    page = fetch(PAGE + query)

    assert '<th scope="col">Stram</th>' in page
    assert "Ekonomichefen 2026 (Skrivet av läsaren; står i sidans adress.)" in page
    assert "Er egen riktlinje: KF 2023 § 8" in page
    shared = re.search(r'id="share-address" readonly value="http://testserver([^"]*)"', page)
    assert _answer(fetch(unescape(shared[1]))) == _answer(page)


def test_a_slider_gets_only_the_answer_and_its_address():
    answer = Client().get(PAGE, {"effektivisering": "0,4", "loner": "2,99"}, headers={"HX-Request": "true"})

    text = answer.content.decode()
    assert "<html" not in text
    assert 'id="finding" aria-live="polite" hx-swap-oob="true"' in text
    assert answer.headers["HX-Replace-Url"] == f"{PAGE}?scenario=idag&effektivisering=0%2C4"
    assert "HX-Request" in answer.headers["Vary"]


def test_a_slider_gets_the_parts_it_shows_in_the_width_it_shows_and_then_the_rest():
    asked = {"effektivisering": "0,4", "bredd": "bred"}
    seen = Client().get(PAGE, asked | {"delar": "scenarios"}, headers={"HX-Request": "true"})
    rest = Client().get(PAGE, asked | {"delar": "ledger,share,nonsense"}, headers={"HX-Request": "true"})

    assert re.findall(r'data-part="(\w+)"', seen.content.decode()) == ["scenarios"]
    assert re.findall(r'data-part="(\w+)"', rest.content.decode()) == ["ledger", "share"]
    assert seen.content.decode().count('class="chart chart-lines chart-wide"') == 2
    assert b"chart-narrow" not in seen.content
    # The address is replaced when the slider has come to rest, and never holds what only the script asks.
    assert "HX-Replace-Url" not in seen.headers
    assert rest.headers["HX-Replace-Url"] == f"{PAGE}?scenario=idag&effektivisering=0%2C4"


def test_the_whole_page_is_never_asked_in_parts():
    assert _answer(fetch(PAGE + "?delar=fans&bredd=smal")) == _answer(fetch(PAGE))


def test_own_accounts_come_by_file_stand_in_the_address_and_are_marked():
    template = Client().get(PAGE + "bokslut.csv").content.decode("utf-8-sig")
    filled = template.replace("Bokslutets år;2022", "Bokslutets år;2024").replace(
        "”Årsredovisning 2024”);", "”Årsredovisning 2024”);Årsredovisning 2024"
    )
    sent = Client().post(PAGE + "bokslut/", {"fil": SimpleUploadedFile("eget.csv", filled.encode())})

    assert sent.status_code == 302
    page = fetch(sent.headers["Location"])
    assert "organisationens eget bokslut 2024 (Årsredovisning 2024)" in page
    assert "Källa: organisationens egna uppgifter om bokslutet" in page
    assert '<th scope="row">2024</th>' not in page
    assert '<th scope="row">2025</th>' in page


def test_the_fact_bases_own_accounts_sent_back_change_nothing():
    by_hand = {field.get("name"): field.get("value") for field in _fields(PAGE + "bokslut/")}
    page = Client().get(PAGE, by_hand).content.decode()

    said = re.search(r'<p class="lead">(.*?)</p>', page)[1]
    assert said == re.search(r'<p class="lead">(.*?)</p>', fetch(PAGE))[1]


def test_faults_of_own_accounts_are_listed_together():
    page = Client().get(PAGE, {"bokslut": "1999", "skatt_bidrag": "mycket", "lan": "-3"})

    text = page.content.decode()
    assert page.status_code == 400
    assert "Bokslutets år är ”1999”. Skriv ett år från 2022 till 2025." in text
    assert "är ”mycket”. Skriv ett tal i tusen kronor" in text
    assert "Långfristiga skulder är ”-3”. Det måste vara större." in text
    assert "Eget kapital saknas. Skriv 0 om det inte finns något." in text


def test_a_file_that_cannot_be_read_is_told_why():
    sent = Client().post(
        PAGE + "bokslut/", {"fil": SimpleUploadedFile("x.csv", b"Post;Belopp i tusen kronor\nSkulder;7")}
    )

    assert sent.status_code == 400
    assert "Rad 2, Post: ”Skulder” känns inte igen." in sent.content.decode()
    assert "Vi räknar bara kommuners ekonomi framåt" in fetch("/0014/omvarld/ekonomi/bokslut/")


def _answer(page: str) -> str:
    return page[page.index('id="answer"') :]


def _fields(address: str):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    page = parser.parse(fetch(address))
    return [field for field in page.iter("input") if field.get("name") in NAMES]


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
