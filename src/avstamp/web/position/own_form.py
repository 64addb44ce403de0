"""What did somebody write about the organisation's own position, in a form or a spreadsheet, and what was wrong?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from avstamp.domain.errors import ImportRefused
from avstamp.domain.position.own.registers import (
    FIELDS,
    Field,
    FieldKind,
    OwnValue,
    Register,
    faults_of,
    key_of,
)
from avstamp.domain.values import Phrase
from avstamp.phrases import LANGUAGES, say
from avstamp.sources.spreadsheet import Column, Kind, read_rows, read_sheet
from avstamp.sources.spreadsheet.check import read_cell

KINDS = {
    FieldKind.YEAR: Kind.NUMBER,
    FieldKind.AMOUNT: Kind.NUMBER,
    FieldKind.DAY: Kind.DAY,
    FieldKind.CHOICE: Kind.CHOICE,
    FieldKind.TEXT: Kind.TEXT,
    FieldKind.LONG_TEXT: Kind.TEXT,
}
LONGEST = {FieldKind.TEXT: 300, FieldKind.LONG_TEXT: 2000}


@dataclass(frozen=True)
class FormField:
    """One field of the form: what it is called, what stands in it, what may be chosen, and what was wrong."""

    name: str
    label: Phrase
    kind: str
    required: bool
    written: str = ""
    choices: Sequence[tuple[str, Phrase]] = ()
    wrong: Phrase | None = None


@dataclass(frozen=True)
class OwnForm:
    """A form as it was written; `values` are set when nothing in it is wrong."""

    fields: Sequence[FormField]
    values: Mapping[str, OwnValue] | None = None

    @property
    def wrong(self) -> Sequence[FormField]:
        """The fields that have something wrong, in order."""
        return [field for field in self.fields if field.wrong is not None]


def column_of(field: Field) -> Column:
    """The column of a spreadsheet that a field is read from; its heading may be in either language."""
    headings = tuple(say(field_name(field.name), language) for language in LANGUAGES)
    choices = None
    if field.kind is FieldKind.CHOICE:
        choices = {
            say(Phrase(f"own.choice.{code}"), language).casefold(): code
            for language in LANGUAGES
            for code in field.choices
        }
    return Column(
        field.name,
        tuple(dict.fromkeys(headings)),
        KINDS[field.kind],
        required=field.required,
        choices=choices,
        longest=LONGEST.get(field.kind, 100),
    )


def field_name(name: str) -> Phrase:
    """What a field is called."""
    return Phrase(f"own.field.{name}")


def empty_form(register: Register, *, year: int) -> OwnForm:
    """A form with nothing written but the year."""
    return OwnForm(
        [_form_field(field, str(year) if field.name == "year" else "") for field in FIELDS[register]]
    )


def read_form(register: Register, written: Mapping[str, str], *, today: date) -> OwnForm:
    """What was written, with its values when all of it can be kept."""
    values: dict[str, OwnValue] = {}
    wrong: dict[str, Phrase] = {}
    for field in FIELDS[register]:
        text = written.get(field.name, "").strip()
        # A choice comes from a list in the form: its code is the value, where a spreadsheet has the words.
        found = text or None if field.kind is FieldKind.CHOICE else _value(field, text)
        if isinstance(found, Phrase):
            wrong[field.name] = found
        else:
            values[field.name] = found
    for fault in faults_of(register, values, today=today):
        wrong.setdefault(fault.field, fault.said)
    fields = [
        _form_field(field, written.get(field.name, ""), wrong.get(field.name)) for field in FIELDS[register]
    ]
    return OwnForm(fields, None if wrong else values)


def read_file(
    register: Register, data: bytes, name: str, *, today: date
) -> tuple[Mapping[str, OwnValue], ...]:
    """Every row of a spreadsheet.

    Raises:
        ImportRefused: anything in it is wrong; every fault is listed with row, column and value.
    """
    columns = [column_of(field) for field in FIELDS[register]]
    rows, found = read_rows(read_sheet(data, name), columns)
    faults = list(found)
    kept: dict[str, tuple[int, Mapping[str, OwnValue]]] = {}
    for row in rows:
        values = {field.name: _plain(field, row.values.get(field.name)) for field in FIELDS[register]}
        wrong = [
            Phrase(
                "spreadsheet.cell",
                {"row": row.number, "column": field_name(fault.field), "fault": fault.said},
            )
            for fault in faults_of(register, values, today=today)
        ]
        key = key_of(register, values)
        if key in kept:
            wrong.append(Phrase("own.wrong.same_as", {"row": row.number, "other": kept[key][0]}))
        faults += wrong
        kept[key] = (row.number, values)
    if faults:
        raise ImportRefused(name, faults)
    return tuple(values for _, values in kept.values())


def _value(field: Field, text: str) -> OwnValue | Phrase:
    value = read_cell(text, column_of(field))
    return value if isinstance(value, Phrase) else _plain(field, value)


def _plain(field: Field, value: object) -> OwnValue:
    if isinstance(value, date):
        return value.isoformat()
    if field.kind is FieldKind.YEAR and isinstance(value, float):
        # 2026.5 is no year: as a text it meets the register's own rule, which says so.
        return int(value) if value.is_integer() else 0
    assert value is None or isinstance(value, str | float)
    return value


def _form_field(field: Field, written: str, wrong: Phrase | None = None) -> FormField:
    return FormField(
        field.name,
        field_name(field.name),
        field.kind.value,
        field.required,
        written,
        [(code, Phrase(f"own.choice.{code}")) for code in field.choices],
        wrong,
    )
