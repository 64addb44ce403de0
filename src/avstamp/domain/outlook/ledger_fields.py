"""Which field of the accounts does each account of a ledger belong to, and does all of it add up?

A municipality's chart of accounts is its own: Kommun-Bas is voluntary and Avstamp has no copy of it. So the fields are
*proposed*, group by group, and somebody who knows the chart confirms or changes them. Where a proposal rests on
published charts it says so; the others are marked as guesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class LedgerField(StrEnum):
    """Where an account of a ledger goes. `CLOSING` is the account that the year's result is carried over with."""

    INCOME = "income"
    NET_COST = "net_cost"
    DEPRECIATION = "depreciation"
    FINANCIAL = "financial_net"
    CLOSING = "closing"
    FIXED_ASSETS = "fixed_assets"
    OTHER_ASSETS = "other_assets"
    EQUITY = "equity"
    LONG_DEBT = "debt"
    OTHER_DEBT = "other_debt"
    NOWHERE = "nowhere"


OF_RESULT = (
    LedgerField.INCOME,
    LedgerField.NET_COST,
    LedgerField.DEPRECIATION,
    LedgerField.FINANCIAL,
    LedgerField.CLOSING,
    LedgerField.NOWHERE,
)
OF_BALANCE = (
    LedgerField.FIXED_ASSETS,
    LedgerField.OTHER_ASSETS,
    LedgerField.EQUITY,
    LedgerField.LONG_DEBT,
    LedgerField.OTHER_DEBT,
    LedgerField.NOWHERE,
)

_BY_GROUP: Mapping[str, tuple[LedgerField, bool]] = {
    **dict.fromkeys(("80", "82", "83"), (LedgerField.INCOME, True)),
    **dict.fromkeys(("84", "85"), (LedgerField.FINANCIAL, True)),
    **dict.fromkeys(("10", "11", "12"), (LedgerField.FIXED_ASSETS, True)),
    "20": (LedgerField.EQUITY, False),
    "23": (LedgerField.LONG_DEBT, False),
}
_BY_CLASS: Mapping[str, tuple[LedgerField, bool]] = {
    **dict.fromkeys("34567", (LedgerField.NET_COST, True)),
    "1": (LedgerField.OTHER_ASSETS, True),
    "2": (LedgerField.OTHER_DEBT, False),
}
"""Each group and class with whether published charts say so.

Source: charts of accounts for 2022 that municipalities gave out on request (handlingar.se, requests 2030 and 2039):
income class 3, cost classes 4 to 7, taxes 80, equalisation 82 and 83, financial items 84 and 85, fixed assets 10 to 12.
"""

_DEPRECIATION, _CLOSING = ("avskrivning", "nedskrivning"), ("årets resultat",)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Accounts of one group that are proposed for one field; `amount` in kronor, debit above nothing.

    `of_result` tells accounts of the result from those of the balance sheet; `sourced` whether published charts say so.
    """

    key: str
    of_result: bool
    group: str
    accounts: Sequence[str]
    names: Sequence[str]
    amount: Decimal
    proposed: LedgerField
    sourced: bool


def propose_rows(
    names: Mapping[str, str], results: Mapping[str, Decimal], balances: Mapping[str, Decimal]
) -> list[LedgerRow]:
    """Every account that holds anything, by its first two digits and the field proposed, in the order of the chart."""
    found: dict[tuple[bool, str, LedgerField, bool], list[str]] = {}
    for of_result, amounts in ((True, results), (False, balances)):
        for account in sorted(amounts):
            if amounts[account]:
                proposed, sourced = _propose(account, names.get(account, ""), of_result)
                found.setdefault((of_result, account[:2], proposed, sourced), []).append(account)
    return [
        LedgerRow(
            key=f"{'r' if of_result else 'b'}-{group}-{proposed.value}",
            of_result=of_result,
            group=group,
            accounts=accounts,
            names=[names.get(account, "") for account in accounts],
            amount=sum(
                ((results if of_result else balances)[account] for account in accounts), start=Decimal(0)
            ),
            proposed=proposed,
            sourced=sourced,
        )
        for (of_result, group, proposed, sourced), accounts in found.items()
    ]


def _propose(account: str, name: str, of_result: bool) -> tuple[LedgerField, bool]:
    said = name.casefold()
    if of_result and any(word in said for word in _CLOSING):
        return LedgerField.CLOSING, False
    # A depreciation says so in its name, wherever a chart has put it; so does not a write-down of something financial.
    if of_result and account[:1] in "34567" and any(word in said for word in _DEPRECIATION):
        return LedgerField.DEPRECIATION, False
    proposed, sourced = _BY_GROUP.get(account[:2]) or _BY_CLASS.get(account[:1], (LedgerField.NOWHERE, False))
    allowed = OF_RESULT if of_result else OF_BALANCE
    return (proposed, sourced) if proposed in allowed else (LedgerField.NOWHERE, False)


@dataclass(frozen=True, slots=True)
class LedgerSums:
    """The fields of the accounts in kronor, and what does not add up.

    `result` is that of the whole ledger and `placed` that of the fields; `unbalanced` what the balance sheet lacks once
    the year's result is in it.
    """

    fields: Mapping[str, Decimal]
    result: Decimal
    placed: Decimal
    unbalanced: Decimal

    @property
    def missing(self) -> Decimal:
        """How much of the ledger's result has no field."""
        return self.result - self.placed

    @property
    def adds_up(self) -> bool:
        """Whether the fields give the ledger's own result, and its balance sheet balances."""
        return self.missing == 0 and self.unbalanced == 0


def sum_fields(rows: Iterable[tuple[bool, Decimal, LedgerField]]) -> LedgerSums:
    """The fields of the accounts.

    Definition: result = −Σ of the accounts of the result but the closing one; income = −Σ, net cost and depreciation =
    Σ, financial net = −Σ of theirs. Σ of the balance sheet is the result when the result has not been carried over, and
    nothing when it has; equity = −Σ of its accounts, with the result added in the first case. Net debt = what is owed
    − the assets that are not fixed ones.

    Args: of each row whether it is of the result, its amount in kronor (debit above nothing), and its field.
    """
    read = list(rows)

    def total(*fields: LedgerField) -> Decimal:
        return sum((amount for _, amount, field in read if field in fields), start=Decimal(0))

    result = -sum(
        (amount for of_result, amount, field in read if of_result and field is not LedgerField.CLOSING),
        Decimal(0),
    )
    standing = sum((amount for of_result, amount, _ in read if not of_result), Decimal(0))
    carried = standing == 0
    fields = {
        "income": -total(LedgerField.INCOME),
        "net_cost": total(LedgerField.NET_COST),
        "depreciation": total(LedgerField.DEPRECIATION),
        "financial_net": -total(LedgerField.FINANCIAL),
        "fixed_assets": total(LedgerField.FIXED_ASSETS),
        "assets": total(LedgerField.FIXED_ASSETS, LedgerField.OTHER_ASSETS),
        "equity": -total(LedgerField.EQUITY) + (0 if carried else result),
        "debt": -total(LedgerField.LONG_DEBT),
        "net_debt": -total(LedgerField.LONG_DEBT, LedgerField.OTHER_DEBT, LedgerField.OTHER_ASSETS),
    }
    placed = fields["income"] - fields["net_cost"] - fields["depreciation"] + fields["financial_net"]
    return LedgerSums(fields, result, placed, Decimal(0) if carried else standing - result)
