"""What is stored of a person on this server? Everything, as a page to read and as data, in one file.

Every table with a column that names people is read, whichever app it belongs to, so that a table that is added later
is not forgotten here. Passwords, keys and digests are left out: they are secrets, not information.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import BinaryField, Field, ForeignObjectRel, Model
from django.template.loader import render_to_string
from django.utils.translation import get_language

from avstamp.domain.audit.chain import instant
from avstamp.domain.values import Phrase
from avstamp.phrases import say
from avstamp.phrases.catalogue import SENTENCES
from avstamp.web.accounts.queries import Person, actor_of
from avstamp.web.audit.queries import event_rows
from avstamp.web.start.queries import starts_of

SECRET = {"password", "digest", "data", "session_key", "token", "token_secret", "credential"}
Row = Mapping[str, str]
THROUGH_ANOTHER = (("room.NamedAnswer", "seat__person"), ("room.NamedNote", "seat__person"))
"""Tables that name a person through a row of another, and how."""


@dataclass(frozen=True)
class Table:
    """The rows about a person in one table, column by column as they are stored."""

    name: str
    title: str
    rows: Sequence[Row]


OTHER_PERSON = "–"
"""Stands for another person than the reader."""


def own_data_file(person: Person, *, at: datetime) -> bytes:
    """A ZIP file with `uppgifter.json` and `uppgifter.html`."""
    tables = own_tables(person)
    language = get_language() or "sv"
    content = {"at": instant(at), **{table.name: [dict(row) for row in table.rows] for table in tables}}
    page = render_to_string(
        "site/account/own_data.html", {"person": person, "at": at, "tables": tables, "language": language}
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("uppgifter.json", json.dumps(content, ensure_ascii=False, indent=1))
        file.writestr("uppgifter.html", page)
    return stream.getvalue()


def own_tables(person: Person) -> Sequence[Table]:
    """Every table that holds something of a person, and what of the record is theirs."""
    tables = [_table(Person, [person], of=person)]
    for model, column in columns_about_people():
        rows = list(model._default_manager.filter(**{column: person}).order_by("pk"))
        if rows:
            tables.append(_table(model, rows, column, of=person))
    for name, path in THROUGH_ANOTHER:
        model = apps.get_model(name)
        if rows := list(model._default_manager.filter(**{path: person}).order_by("pk")):
            tables.append(_table(model, rows, of=person))
    record = [
        row for start in {one.organisation.key for one in starts_of(person)} for row in _done(person, start)
    ]
    if record:
        tables.append(Table("record", _title("record"), record))
    return tables


def columns_about_people() -> Iterator[tuple[type[Model], str]]:
    """Every table and column that names a person."""
    for relation in Person._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and not relation.many_to_many:
            model = relation.related_model
            assert not isinstance(model, str)
            yield model, relation.field.name


def _table(model: type[Model], rows: Sequence[Model], column: str = "", *, of: Person) -> Table:
    name = ".".join(part for part in (model._meta.label_lower, column) if part)
    return Table(name, _title(model._meta.label_lower), [_row(row, of) for row in rows])


def _title(name: str) -> str:
    """What a table is called to its reader; one that has no words yet keeps its own name."""
    key = f"own_data.{name}"
    return say(Phrase(key), get_language() or "sv") if key in SENTENCES else name


def _row(row: Model, person: Person) -> Row:
    columns = [field for field in row._meta.concrete_fields if _is_told(field)]
    return {field.name: _value(getattr(row, field.attname), field, row, person) for field in columns}


def _is_told(field: Field[object, object]) -> bool:
    return field.name not in SECRET and not field.primary_key and not isinstance(field, BinaryField)


def _value(value: object, field: Field[object, object], row: Model, person: Person) -> str:
    if value is None:
        return ""
    if field.related_model is Person and value != person.pk:
        # A row may name two people: the page says only what the other one was, and so does this.
        return OTHER_PERSON
    if isinstance(value, datetime):
        return instant(value)
    return str(getattr(row, field.name)) if field.is_relation else str(value)


def _done(person: Person, organisation: str) -> list[Row]:
    actor = actor_of(person, organisation)
    return [
        {"organisation": organisation, **{name: str(value) for name, value in row.items()}}
        for row in event_rows(organisation)
        if row["actor"] == actor
    ]
