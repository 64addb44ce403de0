"""How are a start's days written to an archive, and taken in from one?

Of an anonymous round the archive has what was published and nothing else: no ticket, no spent ticket, no sum or note
that was not shown. A round that has been moved is therefore closed for good where it comes to.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from avstamp.domain.room.codes import LETTERS
from avstamp.domain.room.exercises import Openness
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Row, Tables, in_order, rows_of
from avstamp.web.room.models import (
    AgendaLine,
    AnonymousNote,
    Day,
    Item,
    NamedAnswer,
    NamedNote,
    NoteHeading,
    NoteSorting,
    Publication,
    Result,
    Seat,
    Turn,
)
from avstamp.web.start.queries import Start

ROOM_TABLES = (
    *("days", "agenda_lines", "agenda_items", "seats", "named_answers", "named_notes", "turns"),
    *("publications", "anonymous_notes", "note_headings", "note_sortings", "exercise_results"),
)
LINE = ("title", "minutes", "kind", "step", "aim", "question", "openness", "scale", "most_each", "stage")
RUN = ("opened_at", "closed_at", "times_opened", "revealed", "released", "left_out", "on_paper")


def room_tables(start: Start) -> dict[str, list[Row]]:
    """A start's days as an archive holds them; a line is named by its identifier, a seat by its secret's digest."""
    of_start = {"line__day__start": start}
    anonymous = {"line__openness": Openness.ANONYMOUS.value}
    return {
        "days": rows_of(
            Day.objects.filter(start=start).order_by("number"),
            *("identifier", "number", "title", "day", "begins", "place", "guests", "ended_at", "cancelled"),
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
        "named_notes": _named_notes(start),
        "turns": rows_of(
            Turn.objects.filter(**of_start).order_by("line__identifier", "id"),
            *("role", "board", "seconds"),
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
        **_sortings(start),
        "exercise_results": rows_of(
            Result.objects.filter(**of_start).order_by("line__identifier", "version"),
            *("version", "content", "digest", "day"),
            of="line__identifier",
        ),
    }


def _notes(start: Start) -> QuerySet[NamedNote]:
    return NamedNote.objects.filter(line__day__start=start).order_by("line__identifier", "id")


def _named_notes(start: Start) -> list[Row]:
    """Notes with a name; one that was taken along tells the number of the row it was taken from, from 0."""
    rows = rows_of(
        _notes(start),
        *("stage", "text"),
        of="line__identifier",
        seated="seat__digest",
        carried="carried_from_id",
    )
    numbers = _numbers(start)
    for row in rows:
        row["carried"] = numbers.get(row["carried"])
    return rows


def _numbers(start: Start) -> dict[int, int]:
    return {pk: number for number, pk in enumerate(_notes(start).values_list("pk", flat=True))}


def _sortings(start: Start) -> dict[str, list[Row]]:
    """How notes have been put together; a note with a name is told by the number of its row, from 0."""
    of_start = {"line__day__start": start}
    sortings = rows_of(
        NoteSorting.objects.filter(**of_start),
        *("key", "hidden"),
        of="line__identifier",
        under="heading__number",
    )
    numbers = {str(pk): number for pk, number in _numbers(start).items()}
    for row in sortings:
        row["note"] = numbers.get(row["key"])
        row["key"] = "" if row["note"] is not None else row["key"]
    headings = NoteHeading.objects.filter(**of_start).order_by("line__identifier", "number")
    return {
        "note_headings": rows_of(headings, *("number", "text"), of="line__identifier"),
        "note_sortings": in_order(sortings, "of", "note", "key"),
    }


def _lines(start: Start) -> list[Row]:
    rows = rows_of(
        AgendaLine.objects.filter(day__start=start).order_by("day__number", "place", "position"),
        *("identifier", "position", "place", *LINE, *RUN, "settled"),
        of="day__identifier",
    )
    for row in rows:
        if row["openness"] == Openness.ANONYMOUS.value and row["opened_at"] is not None:
            row["settled"] = row["closed_at"] is not None
            if row["closed_at"] is None:
                # Taken in the middle of a round: nothing of it was published, so there it has not been held.
                row |= {"opened_at": None, "times_opened": 0, "revealed": False, "on_paper": 0}
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
        row.setdefault("place", row["position"])  # an archive from before lines could be moved
        lines[row["identifier"]] = AgendaLine.objects.create(day=day, **row)
    seats: dict[str, Seat] = {}
    for source in tables["seats"]:
        row = dict(source)
        day, taken_by = days[row.pop("of")], row.pop("taken_by")
        person = None if taken_by is None else people[taken_by]
        seats[row["digest"]] = Seat.objects.create(day=day, person=person, **row)
    notes = _store_notes(tables["named_notes"], lines, seats)
    _store_sortings(tables, lines, notes)
    for name, model in (
        ("agenda_items", Item),
        ("named_answers", NamedAnswer),
        ("turns", Turn),
        ("publications", Publication),
        ("anonymous_notes", AnonymousNote),
        ("exercise_results", Result),
    ):
        for source in tables[name]:
            row = dict(source)
            row["line"] = lines[row.pop("of")]
            if "seated" in row:
                row["seat"] = seats[row.pop("seated")]
            model._default_manager.create(**row)
    return len(days)


def _store_notes(
    rows: Sequence[Row], lines: Mapping[str, AgendaLine], seats: Mapping[str, Seat]
) -> list[NamedNote]:
    stored: list[NamedNote] = []
    for row in rows:
        source = row.get("carried")
        note = NamedNote.objects.create(
            line=lines[row["of"]],
            seat=seats[row["seated"]],
            stage=row["stage"],
            text=row["text"],
            # One is taken along from an earlier stage, and so stands before it.
            carried_from=None if source is None else stored[source],
        )
        stored.append(note)
    return stored


def _store_sortings(tables: Tables, lines: Mapping[str, AgendaLine], notes: Sequence[NamedNote]) -> None:
    headings = {
        (row["of"], row["number"]): NoteHeading.objects.create(
            line=lines[row["of"]], number=row["number"], text=row["text"]
        )
        for row in tables["note_headings"]
    }
    for row in tables["note_sortings"]:
        NoteSorting.objects.create(
            line=lines[row["of"]],
            key=row["key"] if row["note"] is None else str(notes[row["note"]].pk),
            heading=headings.get((row["of"], row["under"])),
            hidden=row["hidden"],
        )


CODE_LETTERS = LETTERS
CODE_SIZE = 6


def new_code() -> str:
    """A code to join a day with that no day here has."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIZE))
        if not Day.objects.filter(code=code).exists():
            return code
