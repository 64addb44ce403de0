"""What has an organisation written about its own position, and which findings has its start set aside?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from avstamp.domain.position.own.registers import FIELDS, FieldKind, OwnValue, Register
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.web.archive import Row as ArchiveRow
from avstamp.web.archive import in_order, rows_of
from avstamp.web.position.models import OwnRow, SetAside
from avstamp.web.start.queries import Start

AMOUNT_UNIT = "tkr"


@dataclass(frozen=True)
class OwnLine:
    """A row as a page shows it: its number, each field's value in words, and when it was written."""

    number: int
    cells: tuple[Text | Quantity | None, ...]
    values: Mapping[str, OwnValue]
    at: datetime
    versions: int


def current_rows(start: Start, register: Register) -> list[OwnRow]:
    """The rows that stand, the newest first as their register counts time."""
    rows = list(
        OwnRow.objects.filter(start=start, register=register.value, current=True).select_related("replaces")
    )
    first = FIELDS[register][0].name
    return sorted(rows, key=lambda row: (str(row.values.get(first, "")), -row.number), reverse=True)


def own_lines(start: Start, register: Register) -> list[OwnLine]:
    """The rows that stand, ready to be shown."""
    return [
        OwnLine(
            row.number, tuple(_cells(register, row.values)), row.values, row.at, 2 if row.replaces_id else 1
        )
        for row in current_rows(start, register)
    ]


def count_rows(start: Start) -> dict[Register, int]:
    """How many rows each register has that stand."""
    found = OwnRow.objects.filter(start=start, current=True).values_list("register", flat=True)
    codes = list(found.order_by())
    return {register: codes.count(register.value) for register in Register}


def _cells(register: Register, values: Mapping[str, OwnValue]) -> list[Text | Quantity | None]:
    return [said_value(register, field.name, values.get(field.name)) for field in FIELDS[register]]


def said_value(register: Register, name: str, value: OwnValue) -> Text | Quantity | None:
    """A field's value in words; a dash where there is none."""
    kind = next(field.kind for field in FIELDS[register] if field.name == name)
    if value is None or value == "":
        return None
    if kind is FieldKind.CHOICE:
        return Phrase(f"own.choice.{value}")
    if kind is FieldKind.DAY:
        return Phrase("date", {"date": date.fromisoformat(str(value))})
    if kind is FieldKind.AMOUNT:
        return Quantity(float(value), "", 0 if float(value).is_integer() else 1)
    return Verbatim(str(value))


@dataclass(frozen=True)
class AsideLine:
    """A finding that stands aside: who set it there, when and why."""

    subject: str
    reason: str
    role: Phrase
    party: str
    at: datetime


def findings_aside(start: Start) -> dict[str, AsideLine]:
    """The findings that are aside now, by subject."""
    rows = SetAside.objects.filter(start=start, taken_back_at__isnull=True)
    return {
        row.subject: AsideLine(row.subject, row.reason, role_name(Role(row.role)), row.party, row.at)
        for row in rows
    }


POSITION_TABLES = ("own_rows", "set_aside")


def position_tables(start: Start) -> dict[str, list[ArchiveRow]]:
    """A start's own position as an archive holds it, history and all."""
    return {
        "own_rows": rows_of(
            OwnRow.objects.filter(start=start).order_by("number"),
            *("number", "register", "key", "values", "current", "at", "withdrawn_at"),
            given_by="person__identifier",
            new_version_of="replaces__number",
        ),
        "set_aside": in_order(
            rows_of(
                SetAside.objects.filter(start=start),
                *("subject", "reason", "role", "party", "at", "taken_back_at"),
                given_by="person__identifier",
            ),
            *("at", "subject"),
        ),
    }


def people_in_position(start: Start) -> set[str]:
    """Identifiers of everyone who has written in a start's own position."""
    return {
        str(identifier)
        for rows in (OwnRow.objects.filter(start=start), SetAside.objects.filter(start=start))
        for identifier in rows.filter(person__isnull=False).values_list("person__identifier", flat=True)
    }
