"""The spreadsheet of the balance requirement: a spreadsheet program works it out to our own inquiry, row by row."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from avstamp.domain.position.balance_requirement import Accounts, EarlierDeficit, inquire
from avstamp.renderers.xlsx.balance import FORM, BalanceBook, render_balance

GOOD = Accounts(
    2024,
    result=41_000_001,
    tax=1_000_000_051,
    grants=200_000_000,
    gains=3_000_000,
    excepted_gains=500_000,
    excepted_losses=200_000,
    unrealised=-1_000_000,
    reversed_unrealised=300_000,
    reserved=4_000_000,
    equity=900_000_000,
    pension_commitment=400_000_000,
    reserve=50_000_000,
    old_reserve=7_000_000,
    earlier=(
        EarlierDeficit(2023, 30_000_000),
        EarlierDeficit(2022, 9_000_000),
        EarlierDeficit(2021, 5_000_000, "Ras"),
    ),
)
BAD = Accounts(2024, result=-9_000_000, tax=500_000_000, equity=1, pension_commitment=2, used=2_000_000)
EXCEPTED = Accounts(2024, result=-9_000_000, tax=500_000_000, reason="Beslut § 8")


def _labels_and_values(path: Path) -> dict[str, float]:
    sheet = load_workbook(path, data_only=True).worksheets[1]
    return {str(row[0].value): row[1].value for row in sheet.iter_rows(min_row=2)}


def test_every_cell_of_the_form_is_a_formula_and_every_amount_a_number():
    file = load_workbook(BytesIO(render_balance(BalanceBook("Mölndal", GOOD, {}))))
    given, form = file.worksheets

    assert [row[1].value for row in given.iter_rows(min_row=2, max_row=3)] == [41_000_001, 3_000_000]
    cells = [row[1].value for row in form.iter_rows(min_row=2)]
    assert len(cells) == len(FORM) + 8
    assert [
        cell for cell in cells if not str(cell).startswith("=") or "[" in str(cell) or "{" in str(cell)
    ] == []


@pytest.mark.needs("spreadsheet")
def test_recalculated_it_says_what_our_own_inquiry_says(tmp_path: Path, spreadsheet_program: Path):
    cases = {"good": GOOD, "bad": BAD, "excepted": EXCEPTED}
    for name, accounts in cases.items():
        (tmp_path / f"{name}.xlsx").write_bytes(
            render_balance(BalanceBook("Mölndal", accounts, {}), language="en")
        )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(spreadsheet_program), profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]

    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), *(str(tmp_path / f"{name}.xlsx") for name in cases)],
        check=True,
        capture_output=True,
        timeout=240,
    )

    for name, accounts in cases.items():
        sheet = load_workbook(tmp_path / "out" / f"{name}.xlsx", data_only=True).worksheets[1]
        values = dict(
            zip([key for key, _ in FORM], (row[1].value for row in sheet.iter_rows(min_row=2)), strict=False)
        )
        inquiry = inquire(accounts)
        assert {f"row.{row.key}": row.amount for row in inquiry.rows}.items() <= values.items()
        for key in ("percent", "floor", "room", "cap", "cap_with_old", "allowed", "allowed_with_old"):
            assert values[f"sheet.{key}"] == getattr(inquiry.room, key), (name, key)
        restoring = [row[1].value for row in sheet.iter_rows(min_row=len(FORM) + 2)]
        assert restoring[-1] == inquiry.left, name
    assert [one.restored for one in inquire(GOOD).restoring] == [0, 9_000_000, 25_000_001]
    sheet = load_workbook(tmp_path / "out/good.xlsx", data_only=True).worksheets[1]
    found = [row[1].value for row in sheet.iter_rows(min_row=len(FORM) + 2)]
    assert found == [0, 0, 9_000_000, 0, 25_000_001, 4_999_999, 0, 4_999_999]
