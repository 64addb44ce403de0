"""A ledger's groups are proposed for fields that give its own result, and what does not add up is told."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.outlook.ledger_fields import (
    OF_BALANCE,
    OF_RESULT,
    LedgerField,
    propose_rows,
    sum_fields,
)

NAMES = {
    "3011": "Försäljning",
    "5011": "Löner",
    "7911": "Avskrivningar, byggnader",
    "7999": "Nedskrivning av kundfordran",
    "8011": "Kommunalskatt",
    "8281": "Fastighetsavgift",
    "8311": "Avgift till utjämningen",
    "8441": "Ränta",
    "8511": "Räntekostnad",
    "8999": "Årets resultat",
}
RESULTS = {
    "3011": "-200",
    "5011": "900",
    "7911": "50",
    "8011": "-800",
    "8281": "-40",
    "8311": "20",
    "8441": "-5",
    "8511": "15",
}
BALANCES = {"1121": "1000", "1911": "100", "2011": "-500", "2211": "-40", "2311": "-300", "2511": "-200"}


def amounts(written):
    return {account: Decimal(amount) for account, amount in written.items()}


def placed(results=RESULTS, balances=BALANCES):
    rows = propose_rows(NAMES, amounts(results), amounts(balances))
    return sum_fields((row.of_result, row.amount, row.proposed) for row in rows)


def test_fields_of_a_small_ledger_worked_by_hand():
    sums = placed()

    # Result: 200 + 800 + 40 + 5 − 900 − 50 − 20 − 15 = 60, which the balance sheet holds and equity has not got yet.
    assert sums.fields == {
        "income": 820,
        "net_cost": 700,
        "depreciation": 50,
        "financial_net": -10,
        "fixed_assets": 1000,
        "assets": 1100,
        "equity": 560,
        "debt": 300,
        "net_debt": 440,
    }
    assert (sums.result, sums.placed, sums.missing, sums.unbalanced, sums.adds_up) == (60, 60, 0, 0, True)


def test_result_that_has_been_carried_over_is_not_counted_twice():
    carried = placed({**RESULTS, "8999": "60"}, {**BALANCES, "2099": "-60"})

    assert (carried.result, carried.fields["equity"], carried.adds_up) == (60, 560, True)


def test_depreciation_is_known_by_its_name_and_a_guess_says_so():
    rows = {row.key: row for row in propose_rows(NAMES, amounts(RESULTS), amounts(BALANCES))}

    assert rows["r-79-depreciation"].sourced is False
    assert rows["r-80-income"].sourced is True
    assert rows["b-23-debt"].sourced is False
    assert rows["b-11-fixed_assets"].sourced is True


def test_group_that_no_chart_tells_of_goes_nowhere_and_is_missed():
    sums = placed({**RESULTS, "8711": "7"}, {**BALANCES, "1911": "93"})

    assert (sums.result, sums.placed, sums.missing) == (53, 60, -7)
    assert sums.adds_up is False


def test_balance_sheet_that_does_not_balance_is_told_by_how_much():
    assert placed(balances={**BALANCES, "1911": "103"}).unbalanced == 3


def test_accounts_of_nothing_are_left_out():
    assert propose_rows(NAMES, {"3011": Decimal(0)}, {}) == []


@given(
    st.dictionaries(st.from_regex(r"[0-9]{4}", fullmatch=True), st.integers(-(10**9), 10**9), max_size=30),
    st.dictionaries(st.from_regex(r"[0-9]{4}", fullmatch=True), st.integers(-(10**9), 10**9), max_size=30),
)
def test_no_krona_is_lost_on_its_way_to_a_row(results, balances):
    rows = propose_rows({}, amounts(results), amounts(balances))

    assert sum(row.amount for row in rows if row.of_result) == sum(results.values())
    assert sum(row.amount for row in rows if not row.of_result) == sum(balances.values())
    assert len({row.key for row in rows}) == len(rows)
    assert all(row.proposed in (OF_RESULT if row.of_result else OF_BALANCE) for row in rows)
    sums = sum_fields((row.of_result, row.amount, row.proposed) for row in rows)
    nowhere = sum(row.amount for row in rows if row.of_result and row.proposed is LedgerField.NOWHERE)
    assert sums.missing == -nowhere
