"""The page of the population ahead answers, takes own assumptions and a file, and says what is wrong with them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from tests.web.pages import fetch

PAGE = "/1481/omvarld/befolkning/"


def post(content, *, name="egen.csv", address=PAGE):
    return Client().post(address, {"fil": SimpleUploadedFile(name, content.encode())})


def lead(text):
    return text.split('class="lead"')[1][:200]


def test_page_says_base_year_interval_chance_and_whose_prices():
    text = fetch(PAGE)

    assert "Senaste år: 2024." in text
    assert "I åtta av tio framtider" in text
    assert "av slumpen ensam" in text
    assert "N11008" in text


def test_own_price_is_named_as_own_and_changes_need_alone():
    usual, own = fetch(PAGE), fetch(PAGE + "?pris0=100")

    assert "ert eget pris." not in usual
    assert "ert eget pris." in own
    assert lead(usual) == lead(own)


def test_planned_building_changes_the_answer():
    usual, own = fetch(PAGE), fetch(PAGE + "?inflyttade2027=900")

    assert 'name="inflyttade2027" value="900"' in own
    assert lead(usual) != lead(own)


def test_region_is_shown_without_municipal_services():
    text = fetch("/0014/omvarld/befolkning/")

    assert "Vad åldrarna kräver av verksamheten" not in text


@pytest.mark.parametrize(
    "asked", ["inflyttade=många", "inflyttade=-1", "inflyttade2027=1,5", "pris0=dyrt", "pris0=NaN"]
)
def test_what_cannot_be_read_is_said_and_kept(asked):
    answer = Client().get(f"{PAGE}?{asked}")

    assert answer.status_code == 400
    assert answer.content.decode().count('aria-invalid="true"') == 1


def test_projection_of_others_stands_beside_and_is_not_mixed_in():
    answer = post("År;Ålder;Antal\n2030;totalt;75000\n2030;1-5 år;9000\n")
    text = answer.content.decode()

    assert answer.status_code == 200
    assert "över vårt intervall" in text
    assert "De är inte sparade" in text
    assert lead(text) == lead(fetch(PAGE))


def test_every_fault_of_a_file_is_listed_by_row():
    answer = post("År;Ålder;Antal\n2030;totalt;många\n1930;80+;5\n2030;tonåring;5\n2030;0;3\n2030;0 år;4\n")
    text = answer.content.decode()

    assert answer.status_code == 400
    assert [f"Rad {row}" in text for row in (2, 3, 4, 5, 6)] == [True, True, True, False, True]


def test_file_that_is_no_table_is_refused():
    assert post("").status_code == 400


def test_csv_has_a_line_for_each_age_group_and_year():
    lines = Client().get("/1481/omvarld/befolkning.csv").content.decode("utf-8-sig").splitlines()
    figures = [line.split(";") for line in lines if line.count(";") == 6]

    assert figures[0][:2] == ["Ålder", "31 december"]
    assert len(figures) == 1 + 11 * 21
    assert lines[-1] != ""


def test_spreadsheet_opens_with_range_pyramid_need_and_sources():
    content = Client().get("/1481/omvarld/befolkning.xlsx").content
    book = load_workbook(BytesIO(content))

    assert len(book.sheetnames) == 4
    assert book.worksheets[0].max_row >= 1 + 11 * 21
