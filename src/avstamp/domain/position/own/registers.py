"""Which rows does an organisation write about its own position, and what must each hold?

There are five registers. Each is a table of named fields; some of them together are its key: a later row with the
same key is a new version of the earlier one. The rows are the organisation's own: they stand beside the fact base and
never in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avstamp.domain.values import Phrase

FIRST_YEAR, LAST_YEAR = 2000, 2100

OwnValue = str | float | int | None
"""A field's value as it is kept: a year as a whole number, an amount as a number, a day as ISO 8601 text."""

TOO_LARGE = 1e12
"""Thousands of kronor that no municipality or region has: what is not below it is no amount, or no number at all."""


class Register(StrEnum):
    """One kind of row."""

    ACCOUNTS = "accounts"
    BUDGET = "budget"
    GOALS = "goals"
    REPORTS = "reports"
    REMARKS = "remarks"


class FieldKind(StrEnum):
    """What a field holds."""

    YEAR = "year"
    AMOUNT = "amount"
    DAY = "day"
    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `key` if it tells rows apart. An amount is in thousands of kronor."""

    name: str
    kind: FieldKind
    required: bool = True
    key: bool = False
    choices: tuple[str, ...] = ()


ACCOUNT_LINES = (
    *("operating_income", "operating_costs", "depreciation", "net_costs", "tax", "grants", "financial_net"),
    *("result", "investments", "total_assets", "equity", "long_debt", "short_debt", "pension_commitment"),
)
"""Lines of the income statement and the balance sheet, in the order they stand there."""

_YEAR = Field("year", FieldKind.YEAR, key=True)
_BOARD = Field("board", FieldKind.TEXT, key=True)
_SOURCE = Field("source", FieldKind.TEXT)

FIELDS: Mapping[Register, tuple[Field, ...]] = {
    Register.ACCOUNTS: (
        _YEAR,
        Field("line", FieldKind.CHOICE, key=True, choices=ACCOUNT_LINES),
        Field("stage", FieldKind.CHOICE, key=True, choices=("outcome", "forecast", "budget")),
        Field("amount", FieldKind.AMOUNT),
        _SOURCE,
    ),
    Register.BUDGET: (
        _YEAR,
        _BOARD,
        Field("as_of", FieldKind.DAY, key=True),
        Field("budget", FieldKind.AMOUNT),
        Field("outcome", FieldKind.AMOUNT, required=False),
        Field("forecast", FieldKind.AMOUNT),
        _SOURCE,
    ),
    Register.GOALS: (
        _YEAR,
        Field("goal", FieldKind.LONG_TEXT, key=True),
        Field("measure", FieldKind.TEXT, required=False),
        Field("target", FieldKind.TEXT, required=False),
        Field("outcome", FieldKind.TEXT, required=False),
        Field("fulfilment", FieldKind.CHOICE, choices=("fulfilled", "partly", "not_fulfilled", "not_judged")),
        _SOURCE,
    ),
    Register.REPORTS: (
        _YEAR,
        _BOARD,
        Field("matter", FieldKind.TEXT, key=True),
        Field("says", FieldKind.LONG_TEXT),
        _SOURCE,
    ),
    Register.REMARKS: (
        Field("day", FieldKind.DAY, key=True),
        Field("body", FieldKind.TEXT, key=True),
        Field("matter", FieldKind.LONG_TEXT, key=True),
        Field("weight", FieldKind.CHOICE, choices=("order", "remark", "criticism", "recommendation")),
        Field("state", FieldKind.CHOICE, choices=("open", "mended")),
        Field("answer", FieldKind.LONG_TEXT, required=False),
        _SOURCE,
    ),
}
"""The fields of each register, in the order they are written and shown."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of a row."""

    field: str
    said: Phrase


def faults_of(register: Register, values: Mapping[str, OwnValue], *, today: date) -> tuple[Fault, ...]:
    """Everything that is wrong with a row whose fields are of the right kind.

    Args:
        register: which register it is for.
        values: field name to value.
        today: what has happened cannot lie after it.

    Example:
        >>> row = {"day": "2027-01-01", "body": "Revisorerna", "matter": "Avtal", "weight": "remark"}
        >>> wrong = faults_of(Register.REMARKS, row | {"state": "open", "source": "Dnr 1"}, today=date(2026, 12, 1))
        >>> [(fault.field, fault.said.key) for fault in wrong]
        [('day', 'own.wrong.future')]
    """
    return tuple(
        Fault(field.name, said)
        for field in FIELDS[register]
        if (said := _wrong(field, values.get(field.name), today)) is not None
    )


def _wrong(field: Field, value: OwnValue, today: date) -> Phrase | None:
    if value is None or value == "":
        return Phrase("own.wrong.missing") if field.required else None
    if field.kind is FieldKind.YEAR and not FIRST_YEAR <= int(value) <= LAST_YEAR:
        return Phrase("own.wrong.year", {"first": FIRST_YEAR, "last": LAST_YEAR, "value": str(value)})
    if field.kind is FieldKind.AMOUNT and not abs(float(value)) < TOO_LARGE:
        return Phrase("own.wrong.large", {"value": str(value)})
    if field.kind is FieldKind.CHOICE and value not in field.choices:
        return Phrase("own.wrong.choice", {"value": str(value)})
    if field.kind is FieldKind.DAY and date.fromisoformat(str(value)) > today:
        return Phrase("own.wrong.future", {"value": date.fromisoformat(str(value))})
    return None


def key_of(register: Register, values: Mapping[str, OwnValue]) -> str:
    """What tells a row from the others of its register: two rows with the same are two versions of one.

    Example:
        >>> key_of(Register.REPORTS, {"year": 2026, "board": " Skolnämnden ", "matter": "LÄSNING"})
        '2026|skolnämnden|läsning'
    """
    return "|".join(
        " ".join(str(values.get(field.name, "")).split()).casefold().replace("|", "/")
        for field in FIELDS[register]
        if field.key
    )
