"""The page of one figure: what it says first, what one can choose, and what is refused."""

import re
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.web.pages import fetch

from avstamp import places
from avstamp.library.facts import open_fact_base

PAGE = "/1481/figur/N15428/"
NBSP = "\u00a0"


def heading(address: str) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", fetch(address), re.DOTALL).group(1).strip()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            PAGE,
            "Behöriga till yrkesprogram i årskurs 9: Mölndal ligger bättre till än de flesta kommuner,"
            " utan tydlig riktning sedan 2018",
        ),
        (
            f"/en{PAGE}",
            "Qualified for vocational programmes in year 9: Mölndal is better placed than most"
            " municipalities, with no clear direction since 2018",
        ),
        (
            "/1481/figur/N00901/",
            "Kommunal skattesats: Mölndal ligger lägre än de flesta kommuner, men värdet har ökat sedan 2018",
        ),
        ("/0014/figur/N00901/", "Kommunal skattesats: källan har ingen uppgift för Västra Götalandsregionen"),
    ],
)
def test_heading_says_the_finding(address, said):
    assert heading(address) == said


def test_line_under_the_heading_says_measure_period_and_group():
    page = fetch(PAGE)

    assert "Mäts i: procent. Period: 1998–2022. Jämförs med: liknande kommuner." in page
    assert "7 av 7 i gruppen har en uppgift" in page


def test_tax_rate_has_both_decimals():
    assert f"20,51{NBSP}%" in fetch("/1481/figur/N00901/")


def test_tabs_keep_the_other_choices():
    page = fetch(f"{PAGE}?vy=karta&jamfor=county&kon=K")

    tabs = re.search(r'<nav class="tabs".*?</nav>', page, re.DOTALL).group()
    assert re.findall(r'href="([^"]*)"', tabs) == [
        "?jamfor=county&amp;kon=K",
        "?vy=karta&amp;jamfor=county&amp;kon=K",
        "?vy=tabell&amp;jamfor=county&amp;kon=K",
    ]
    assert re.findall(r'aria-current="page">(\w+)<', tabs) == ["Karta"]


@pytest.mark.parametrize("gender", ["T", "K", "M", "KM"])
@pytest.mark.parametrize("view", ["diagram", "karta", "tabell"])
def test_every_view_for_every_gender_is_well_made(view, gender):
    fetch(f"{PAGE}?vy={view}&kon={gender}")
    fetch(f"/en{PAGE}?vy={view}&kon={gender}&jamfor=all&sort=namn&ar=ar")


def test_women_are_read_in_their_own_row():
    assert f"90,6{NBSP}%" in fetch(f"{PAGE}?kon=K")
    assert f"87,5{NBSP}%" in fetch(f"{PAGE}?kon=M")


@pytest.mark.parametrize(
    "query",
    [
        "vy=film",
        "kon=X",
        "sort=storlek",
        "ar=-varde",
        "jamfor=own:9999",
        "jamfor=own:0000",
        "jamfor=own:0014",
    ],
)
def test_choice_that_means_nothing_is_refused(query):
    assert Client().get(f"{PAGE}?{query}").status_code == 404


def test_own_choice_of_more_than_fifty_is_refused():
    ids = [unit.id for unit in open_fact_base(places.starter_fact_base()).units.all if unit.id > "0100"]

    assert Client().get(f"{PAGE}?jamfor=own:{','.join(ids[:50])}").status_code == 200
    assert Client().get(f"{PAGE}?jamfor=own:{','.join(ids[:51])}").status_code == 404


def test_gender_that_the_source_does_not_have_leads_back_to_all():
    page = fetch("/1481/figur/N00901/?kon=K")

    assert "Det betyder inte noll" in page
    assert "Visa uppgiften för alla" in page


def test_own_choice_becomes_an_address_that_keeps_the_rest():
    answer = Client().get(PAGE, {"vy": "tabell", "kon": "K", "egna": "Partille; Kungsbacka, 1440"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{PAGE}?vy=tabell&jamfor=own:1402,1384,1440&kon=K"
    page = fetch(answer.headers["Location"])
    assert 'value="Partille, Kungsbacka, Ale"' in page
    assert "3 av 3 i gruppen har en uppgift" in page


def test_own_choice_that_cannot_be_read_says_why_and_keeps_what_was_typed():
    answer = Client().get(PAGE, {"egna": "Partile, Ale"})
    page = answer.content.decode()

    assert answer.status_code == 400
    assert "”Partile” finns inte. Namn som liknar: Partille" in page
    assert 'value="Partile, Ale"' in page
    assert 'aria-invalid="true"' in page


def test_members_are_sorted_as_chosen():
    def names(query: str) -> list[str]:
        page = fetch(f"{PAGE}?{query}")
        table = page[page.index('id="members"') :]
        return re.findall(r'<th scope="row">([^<]+)</th>', table)

    falling = names("sort=-varde")
    assert names("") == falling
    assert names("sort=varde") == falling[::-1]
    assert names("sort=namn")[0] == "Falun"
    assert names("sort=namn")[-1] == "Örnsköldsvik"


def test_sorted_column_tells_its_order():
    page = fetch(f"{PAGE}?vy=tabell&sort=namn&ar=ar")

    assert re.findall(r'aria-sort="(\w+)"', page) == ["ascending", "ascending"]


def test_map_page_is_small_and_its_table_has_every_unit():
    answer = Client().get(f"{PAGE}?vy=karta", headers={"Accept-Encoding": "gzip"})
    assert len(answer.content) < 40_000

    page = fetch(f"{PAGE}?vy=karta")
    places = page[page.index('id="places"') : page.index('id="with"')]
    assert places.count('<th scope="row">') == 290
    assert "clip-path" not in page
    assert len(re.findall(r'class="swatch"', page)) == 5


@pytest.mark.parametrize("view", ["diagram", "karta", "tabell"])
def test_region_page_is_well_made(view):
    fetch(f"/0014/figur/U70447/?vy={view}")


def test_old_figure_is_spoken_of_in_the_past():
    said = heading("/0014/figur/U79092/")

    assert said.endswith("låg nära mitten bland regionerna år 2015")


def test_single_year_is_no_period():
    assert "Period: 2010. " in fetch("/0014/figur/N45930/")


def test_map_of_regions_writes_no_name_on_neighbours():
    drawn = re.search(r"<svg[^>]*chart-map.*?</svg>", fetch("/0014/figur/U70447/?vy=karta"), re.DOTALL)

    assert "<text" not in drawn.group()


def test_small_municipality_is_warned_of_chance():
    assert "Få invånare gör att slumpen kan väga tungt." in fetch("/1438/figur/N15428/")
    assert "Få invånare" not in fetch(PAGE)


@pytest.mark.parametrize("query", ["jamfor=own:1402", "jamfor=county", "jamfor=all&vy=tabell"])
def test_page_asks_the_database_nothing_however_many_it_compares(query):
    """No test here may open the database, so a query would raise."""
    assert Client().get(f"{PAGE}?{query}").status_code == 200


def test_csv_follows_the_choice_of_gender():
    def first_row(query: str) -> list[str]:
        text = Client().get(f"/1481/figur/N15428.csv?{query}").content.decode("utf-8-sig")
        return text.splitlines()[1].split(";")

    everyone, women, both = first_row(""), first_row("kon=K"), first_row("kon=KM")
    assert everyone[:2] == ["2022", "89,09090909"]
    assert women[1] != everyone[1]
    assert both[:3] == [*everyone[:2], women[1]]


def test_xlsx_holds_the_sources_own_cells_and_says_what_they_are():
    answer = Client().get("/1481/figur/N15428.xlsx?kon=KM")
    book = load_workbook(BytesIO(answer.content))

    assert book.sheetnames == ["År för år", "Jämförelse", "Källa och definition"]
    years = book["År för år"]
    assert [cell.value for cell in years[1]][:4] == [
        "År",
        "Mölndal (procent)",
        "Kvinnor (procent)",
        "Män (procent)",
    ]
    assert years["A2"].value == 2022
    assert years["B2"].value == 89.09090909
    assert book["Jämförelse"].max_row == 9
    lines = [cell.value for cell in book["Källa och definition"]["A"]]
    assert any(line.startswith("Källa: ") for line in lines)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_english_files_speak_english():
    text = Client().get("/en/1481/figur/N15428.csv").content.decode("utf-8-sig")
    assert text.splitlines()[1].startswith("2022;89.09090909;")
    assert text.splitlines()[0].startswith("Year;")


def test_explore_page_carries_its_data_and_a_way_without_a_script():
    page = fetch(f"{PAGE}utforska/?jamfor=county")

    assert "<noscript>" in page
    assert 'href="/1481/figur/N15428/?vy=tabell&amp;jamfor=county"' in page
    assert page.count('src="/static/vendor/vega/') == 3
    assert "vega" not in fetch(PAGE)


def test_figure_can_be_copied_with_its_source():
    assert f'value="Behöriga till yrkesprogram i årskurs 9, Mölndal 2022: 89,1{NBSP}%. Källa: ' in fetch(PAGE)


def test_figure_leads_to_the_sources_own_figures_and_definition():
    page = fetch("/0014/figur/N70060/")

    assert 'href="https://api.kolada.se/v3/data/kpi/N70060/municipality/0014"' in page
    assert 'href="https://api.kolada.se/v3/kpi/N70060"' in page
