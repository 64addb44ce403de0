"""The page of drivers shows the ready set with the unit's own figures, as a page, a table and data."""

import json

import pytest
from django.test import Client
from tests.web.pages import fetch

from avstamp.cli import main
from avstamp.domain.outlook.drivers import READY


@pytest.mark.parametrize("unit", ["1481", "0014"])
def test_page_has_every_driver_with_figures(unit):
    text = fetch(f"/{unit}/omvarld/drivkrafter/")

    assert [driver.key for driver in READY if f'id="{driver.key}"' not in text] == []
    assert text.count('<article class="driver"') == len(READY)
    assert "Fler blir mycket gamla" in text
    assert "Källa för måtten: Kolada" in text


def test_file_has_a_row_a_figure_with_its_address():
    answer = Client().get("/1481/omvarld/drivkrafter.csv")
    lines = answer.content.decode("utf-8-sig").splitlines()

    assert lines[0].split(";")[:2] == ["Område", "Drivkraft"]
    assert any(";N01957/1481/T/2022@" in line for line in lines)


def test_data_is_the_same_from_web_and_terminal(capsys):
    web = Client().get("/1481/omvarld/drivkrafter.json").json()

    assert main(["drivers", "mölndal", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == web


def test_terminal_lists_areas_drivers_and_signs(capsys):
    assert main(["drivers", "0014", "--language", "en"]) == 0
    said = capsys.readouterr().out

    assert "More people grow very old" in said
    assert "> Watch: " in said
