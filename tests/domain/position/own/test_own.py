"""The organisation's own rows keep their rules, and what follows from them is exact."""

from __future__ import annotations

import math
from datetime import date

import pytest

from avstamp.domain.position.own.derived import account_ratios, board_outlooks
from avstamp.domain.position.own.registers import FIELDS, FieldKind, Register, faults_of, key_of

TODAY = date(2026, 12, 1)
ROWS = {
    Register.ACCOUNTS: {
        "year": 2025,
        "line": "result",
        "stage": "outcome",
        "amount": 21_000.0,
        "source": "Dnr 1",
    },
    Register.BUDGET: {
        "year": 2026,
        "board": "Skola",
        "as_of": "2026-08-31",
        "budget": 500.0,
        "forecast": 515.0,
        "source": "Dnr 2",
    },
    Register.GOALS: {"year": 2025, "goal": "Alla kan läsa", "fulfilment": "partly", "source": "Dnr 3"},
    Register.REPORTS: {
        "year": 2025,
        "board": "Skola",
        "matter": "Läsning",
        "says": "Går åt rätt håll",
        "source": "Dnr 4",
    },
    Register.REMARKS: {
        "day": "2026-03-01",
        "body": "Revisorerna",
        "matter": "Avtal",
        "weight": "remark",
        "state": "open",
        "source": "Dnr 5",
    },
}


@pytest.mark.parametrize("register", Register)
def test_whole_row_has_no_fault(register):
    assert faults_of(register, ROWS[register], today=TODAY) == ()


@pytest.mark.parametrize("register", Register)
def test_every_required_field_is_asked_for(register):
    needed = [field.name for field in FIELDS[register] if field.required]

    assert [fault.field for fault in faults_of(register, {}, today=TODAY)] == needed


@pytest.mark.parametrize(
    ("register", "field", "value", "key"),
    [
        (Register.ACCOUNTS, "year", 1999, "own.wrong.year"),
        (Register.ACCOUNTS, "line", "profit", "own.wrong.choice"),
        (Register.ACCOUNTS, "amount", -1e12, "own.wrong.large"),
        (Register.ACCOUNTS, "amount", math.inf, "own.wrong.large"),
        (Register.ACCOUNTS, "amount", math.nan, "own.wrong.large"),
        (Register.BUDGET, "as_of", "2026-12-02", "own.wrong.future"),
        (Register.REMARKS, "day", "2026-12-02", "own.wrong.future"),
    ],
)
def test_value_that_cannot_be_is_told(register, field, value, key):
    faults = faults_of(register, ROWS[register] | {field: value}, today=TODAY)

    assert [(fault.field, fault.said.key) for fault in faults] == [(field, key)]


@pytest.mark.parametrize("register", Register)
def test_key_is_made_of_key_fields_alone(register):
    row = ROWS[register]
    for field in FIELDS[register]:
        other = {FieldKind.YEAR: 2001, FieldKind.AMOUNT: 1.0}.get(field.kind, "annat")
        moved = key_of(register, row | {field.name: other}) != key_of(register, row)
        assert moved is field.key


def test_ratios_of_a_whole_year_are_worked_by_hand():
    lines = {
        "result": 20.0,
        "tax": 800.0,
        "grants": 200.0,
        "net_costs": 970.0,
        "equity": 600.0,
        "total_assets": 1500.0,
        "pension_commitment": 150.0,
        "depreciation": 50.0,
        "investments": 140.0,
    }

    assert [(one.key, one.value) for one in account_ratios(lines)] == [
        ("result_share", 2.0),
        ("net_cost_share", 97.0),
        ("equity_ratio", 40.0),
        ("equity_ratio_with_pensions", 30.0),
        ("self_financing", 50.0),
    ]


def test_ratio_without_its_lines_is_missing_and_never_nought():
    assert all(math.isnan(one.value) for one in account_ratios({}))
    assert all(math.isnan(one.value) for one in account_ratios({"result": 5.0, "tax": 0.0, "grants": 0.0}))


def test_no_boards_have_no_sum():
    assert board_outlooks([]) == ((), None)
