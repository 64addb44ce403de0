"""How are a start's days written to an archive, and taken in from one?

Of an anonymous round the archive has what was published and nothing else: no ticket, no spent ticket, no sum or note
that was not shown. A round that has been moved is therefore closed for good where it comes to.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from avstamp.domain.room.exercises import Openness
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Row, Tables, rows_of
from avstamp.web.room.models import (
    AgendaLine,
    AnonymousNote,
    Day,
    Item,
    NamedAnswer,
    NamedNote,
    Publication,
    Seat,
    Turn,
)
from avstamp.web.start.queries import Start

ROOM_TABLES = (
    *("days", "agenda_lines", "agenda_items", "seats", "named_answers", "named_notes", "turns"),
    *("publications", "anonymous_notes"),
)
LINE = ("title", "minutes", "kind", "step", "aim", "question", "openness", "scale", "most_each", "stage")
RUN = ("opened_at", "closed_at", "times_opened", "revealed")


def room_tables(start: Start) -> dict[str, list[Row]]:
    """A start's days as an archive holds them; a line is named by its identifier, a seat by its secret's digest."""
    of_start = {"line__day__start": start}
    anonymous = {"line__openness": Openness.ANONYMOUS.value}
    return {
        "days": rows_of(
            Day.objects.filter(start=start).order_by("number"),
            *("identifier", "number", "title", "day", "begins", "place", "guests"),
        ),
        "agenda_lines": _lines(start),
        "agenda_items": rows_of(
            Item.objects.filter(**of_start).order_by("line__identifier", "position"),
            *("position", "text"),
            of="line__identifier",
        ),
        "seats": rows_of(
            Seat.objects.filter(day__start=start).order_by("digest"),
            *("digest", "name", "role"),
            of="day__identifier",
            taken_by="person__identifier",
        ),
        "named_answers": rows_of(
            NamedAnswer.objects.filter(**of_start).order_by(
                "line__identifier", "seat__digest", "item", "place"
            ),
            *("item", "place", "said"),
            of="line__identifier",
            seated="seat__digest",
        ),
        "named_notes": rows_of(
            NamedNote.objects.filter(**of_start).order_by("line__identifier", "id"),
            *("stage", "text"),
            of="line__identifier",
            seated="seat__digest",
        ),
        "turns": rows_of(
            Turn.objects.filter(**of_start).order_by("line__identifier", "id"),
            "role",
            "seconds",
            of="line__identifier",
        ),
        "publications": rows_of(
            Publication.objects.filter(**of_start, **anonymous).order_by("line__identifier", "number"),
            *("number", "cells", "standing"),
            of="line__identifier",
        ),
        "anonymous_notes": rows_of(
            AnonymousNote.objects.filter(**of_start, shown=True).order_by("line__identifier", "key"),
            *("key", "text", "shown"),
            of="line__identifier",
        ),
    }


def _lines(start: Start) -> list[Row]:
    rows = rows_of(
        AgendaLine.objects.filter(day__start=start).order_by("day__number", "position"),
        *("identifier", "position", *LINE, *RUN, "settled"),
        of="day__identifier",
    )
    for row in rows:
        if row["openness"] == Openness.ANONYMOUS.value and row["opened_at"] is not None:
            row["settled"] = row["closed_at"] is not None
            if row["closed_at"] is None:
                # Taken in the middle of a round: nothing of it was published, so there it has not been held.
                row |= {"opened_at": None, "times_opened": 0, "revealed": False}
    return rows


def people_in_room(start: Start) -> set[str]:
    """Identifiers of everyone who has joined a day by account."""
    found = Seat.objects.filter(day__start=start, person__isnull=False)
    return {str(one) for one in found.values_list("person__identifier", flat=True)}


def store_room(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """Store the days of an archive; answer how many. Codes are new ones: a code joins a day on one server."""
    days = {
        row["identifier"]: Day.objects.create(start=start, code=new_code(), **row) for row in tables["days"]
    }
    lines: dict[str, AgendaLine] = {}
    for source in tables["agenda_lines"]:
        row = dict(source)
        day = days[row.pop("of")]
        lines[row["identifier"]] = AgendaLine.objects.create(day=day, **row)
    seats: dict[str, Seat] = {}
    for source in tables["seats"]:
        row = dict(source)
        day, taken_by = days[row.pop("of")], row.pop("taken_by")
        person = None if taken_by is None else people[taken_by]
        seats[row["digest"]] = Seat.objects.create(day=day, person=person, **row)
    for name, model in (
        ("agenda_items", Item),
        ("named_answers", NamedAnswer),
        ("named_notes", NamedNote),
        ("turns", Turn),
        ("publications", Publication),
        ("anonymous_notes", AnonymousNote),
    ):
        for source in tables[name]:
            row = dict(source)
            row["line"] = lines[row.pop("of")]
            if "seated" in row:
                row["seat"] = seats[row.pop("seated")]
            model._default_manager.create(**row)
    return len(days)


CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Letters and digits that are not taken for one another on a screen or a slip."""
CODE_SIZE = 6


def new_code() -> str:
    """A code to join a day with that no day here has."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIZE))
        if not Day.objects.filter(code=code).exists():
            return code
