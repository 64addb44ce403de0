"""The economy's spreadsheet: formulas that a spreadsheet program works out to our own figures."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.domain.outlook.economy.examples import base

from avstamp.domain.outlook.economy import Guidelines
from avstamp.domain.outlook.economy.ledger import carry_certain
from avstamp.domain.outlook.economy.scenarios import Scenario
from avstamp.domain.values import Phrase
from avstamp.renderers.xlsx.economy import ROWS, EconomyBook, render_economy

YEARS = 8
SCENARIO = Scenario(
    "tighter", 0.02, 0.031, 0.028, 0.02, ambition=0.001, efficiency=0.002, investment=1.1, tax_rate=0.15
)
GUIDELINES = Guidelines(reserve_share=0.8, use_share=0.9, restore_share=1.0)
BOOKS = base(passing_result=100_000, reserve=50_000, pension_commitment=4_000_000)
POPULATION = [1.004, 1.009, 1.011, 1.012, 1.02, 1.019, 1.022, 1.03]
NEED = [1.006, 1.013, 1.02, 1.024, 1.03, 1.04, 1.05, 1.061]
BOOK = EconomyBook(
    "Mölndal",
    BOOKS,
    SCENARIO,
    GUIDELINES,
    POPULATION,
    NEED,
    Phrase("economy.given.accounts", {"year": "2022"}),
)


def test_every_year_is_formulas_and_every_assumption_a_number():
    file = load_workbook(BytesIO(render_economy(BOOK)))
    given, years = file.worksheets

    assert (given.title, years.title) == ("Antaganden", "Kalkyl")
    assert [years.cell(1, column).value for column in range(2, 11)] == list(range(2022, 2031))
    cells = [years.cell(row, column).value for row in range(2, len(ROWS) + 2) for column in range(3, 11)]
    assert [cell for cell in cells if not str(cell).startswith("=")] == []
    assert given["B2"].value == SCENARIO.tax_base
    assert load_workbook(BytesIO(render_economy(BOOK, language="en"))).sheetnames == [
        "Assumptions",
        "Calculation",
    ]


@pytest.mark.needs("spreadsheet")
def test_recalculated_it_gives_our_own_figures(tmp_path: Path, spreadsheet_program: Path):
    source = tmp_path / "economy.xlsx"
    source.write_bytes(render_economy(BOOK))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(spreadsheet_program), profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]

    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(source)],
        check=True,
        capture_output=True,
        timeout=240,
    )

    sheet = load_workbook(tmp_path / "out/economy.xlsx", data_only=True).worksheets[1]
    ledger = carry_certain(BOOKS, SCENARIO.course(BOOKS, YEARS), POPULATION, NEED, guidelines=GUIDELINES)
    compared = 0
    for row, name in enumerate(ROWS, start=2):
        if not hasattr(ledger[0], name):
            continue
        for column, year in enumerate(ledger, start=3):
            assert sheet.cell(row, column).value == pytest.approx(getattr(year, name), rel=1e-9, abs=1e-6), (
                name
            )
            compared += 1
    assert compared == 19 * YEARS
    assert any(year.balance_result < 0 for year in ledger)
