"""How does a ledger become the accounts that the economy begins with?

Amounts are carried from the page where the fields are confirmed back to it, and kept nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from avstamp.domain.outlook.ledger_fields import (
    OF_BALANCE,
    OF_RESULT,
    LedgerField,
    LedgerRow,
    LedgerSums,
    propose_rows,
    sum_fields,
)
from avstamp.library.economy_inputs import AMOUNTS, SOURCE, YEAR
from avstamp.sources.ledger import read_ledger

MOST_ROWS = 400
NAMES_SHOWN = 3

_KEY = re.compile(r"([rb])-([0-9]{1,2})-([a-z_]+)")


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of the ledger as the page carries it: what it is called, and the field that somebody has chosen."""

    key: str
    of_result: bool
    group: str
    label: str
    amount: Decimal
    chosen: LedgerField
    sourced: bool

    @property
    def written(self) -> str:
        """The amount as a form carries it, whatever language the page is in."""
        return f"{self.amount:f}"

    @property
    def choices(self) -> Sequence[LedgerField]:
        """The fields it may go to."""
        return OF_RESULT if self.of_result else OF_BALANCE


@dataclass(frozen=True)
class PlacedLedger:
    """A ledger with its rows placed, and what the fields come to."""

    year: str
    source: str
    rows: Sequence[PlacedRow]

    @property
    def sums(self) -> LedgerSums:
        """The fields in kronor, and what does not add up."""
        return sum_fields((row.of_result, row.amount, row.chosen) for row in self.rows)

    @property
    def accounts(self) -> dict[str, str]:
        """What goes into the address: the fields that a ledger has, in thousands of kronor."""
        return {
            YEAR: self.year,
            SOURCE: self.source,
            **{AMOUNTS[key]: _thousands(amount) for key, amount in self.sums.fields.items()},
        }


def _thousands(amount: Decimal) -> str:
    """Whole kronor as thousands, as accounts are written."""
    return f"{(amount / 1000).quantize(Decimal('0.001')).normalize():f}".replace(".", ",")


def propose_ledger(name: str, content: bytes) -> PlacedLedger:
    """The ledger of a SIE file with the fields proposed; raises ImportRefused with every fault."""
    ledger = read_ledger(content, name)
    rows = propose_rows(ledger.names, ledger.results, ledger.balances)
    source = ", ".join(filter(None, (ledger.company, f"SIE {ledger.year}")))
    return PlacedLedger(str(ledger.year), source, [_placed(row) for row in rows])


def _placed(row: LedgerRow) -> PlacedRow:
    names = [name for name in dict.fromkeys(row.names) if name] or list(row.accounts)
    more = "…" if len(names) > NAMES_SHOWN else ""
    label = f"{', '.join(names[:NAMES_SHOWN])}{more}"
    return PlacedRow(row.key, row.of_result, row.group, label, row.amount, row.proposed, row.sourced)


def read_placed(sent: Mapping[str, str], rows: Sequence[str]) -> PlacedLedger | None:
    """A ledger as the page sent it back; None where something in it was never on the page.

    Args: `sent` what was sent by name; `rows` the keys of the rows.
    """
    if not rows or len(rows) > MOST_ROWS or not re.fullmatch(r"[0-9]{4}", sent.get(YEAR, "")):
        return None
    placed = [_read_row(key, sent) for key in dict.fromkeys(rows)]
    read = [row for row in placed if row is not None]
    return PlacedLedger(sent[YEAR], sent.get(SOURCE, ""), read) if len(read) == len(placed) else None


def _read_row(key: str, sent: Mapping[str, str]) -> PlacedRow | None:
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    try:
        amount = Decimal(sent.get(f"belopp-{key}", ""))
        chosen = LedgerField(sent.get(f"falt-{key}", ""))
    except (InvalidOperation, ValueError):
        return None
    row = PlacedRow(
        key=key,
        of_result=found[1] == "r",
        group=found[2],
        label=sent.get(f"namn-{key}", "")[:300],
        amount=amount,
        chosen=chosen,
        sourced=f"saker-{key}" in sent,
    )
    return row if amount.is_finite() and chosen in row.choices else None
