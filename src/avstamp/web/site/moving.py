"""How does a whole start move from one server to another?

The archive holds the organisation's whole record, since a chain cannot be cut in two. It holds drafts and the keys of
pseudonyms too: it is as secret as the database it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import DataError, IntegrityError, transaction

from avstamp.domain.audit.chain import Event, Link
from avstamp.domain.audit.verification import FaultKind, verify_chain
from avstamp.domain.values import Phrase
from avstamp.web.accounts.actions import receive_people
from avstamp.web.accounts.queries import Person, addresses_of_others, people_rows
from avstamp.web.archive import ArchiveRefused, Row, Tables, read_archive, write_archive
from avstamp.web.audit.actions import receive_events, record_event
from avstamp.web.audit.queries import event_rows
from avstamp.web.databases import read_as_one_moment
from avstamp.web.outlook.actions import receive_drivers, receive_scenarios
from avstamp.web.outlook.queries import (
    DRIVER_TABLES,
    SCENARIO_TABLES,
    driver_tables,
    people_in_drivers,
    people_in_scenarios,
    scenario_tables,
)
from avstamp.web.position.actions import receive_position
from avstamp.web.position.queries import POSITION_TABLES, people_in_position, position_tables
from avstamp.web.room.actions import receive_room
from avstamp.web.room.queries import ROOM_TABLES, people_in_room, room_tables
from avstamp.web.start.actions import receive_start
from avstamp.web.start.queries import START_TABLES, Start, people_in, start_tables
from avstamp.web.thread.actions import receive_thread
from avstamp.web.thread.queries import THREAD_TABLES, people_in_thread, thread_tables


@dataclass(frozen=True)
class Part:
    """What one app has of a start: names of tables, their rows, the people in them, and how it takes them in."""

    names: tuple[str, ...]
    tables: Callable[[Start], Mapping[str, list[Row]]]
    people: Callable[[Start], set[str]]
    receive: Callable[[Start, Tables, Mapping[str, Person]], int]


PARTS = (
    Part(THREAD_TABLES, thread_tables, people_in_thread, receive_thread),
    Part(DRIVER_TABLES, driver_tables, people_in_drivers, receive_drivers),
    Part(SCENARIO_TABLES, scenario_tables, people_in_scenarios, receive_scenarios),
    Part(POSITION_TABLES, position_tables, people_in_position, receive_position),
    Part(ROOM_TABLES, room_tables, people_in_room, receive_room),
)
"""The apps that hold something of a start, earlier steps first; a new one is a line here."""

ALWAYS = ("people", "record", *START_TABLES)
"""Tables of every archive, whichever version wrote it."""

TABLES = ("people", "record", *START_TABLES, *(name for part in PARTS for name in part.names))


@transaction.atomic
def export_start(start: Start, path: Path) -> dict[str, int]:
    """Write a start to an archive, as it was at one moment; answer the rows of each table."""
    read_as_one_moment()
    people = people_in(start).union(*(part.people(start) for part in PARTS))
    tables: dict[str, list[Row]] = {
        "people": people_rows(people),
        "record": list(event_rows(start.organisation.key)),
        **start_tables(start),
    }
    for part in PARTS:
        tables |= part.tables(start)
    write_archive(path, tables)
    return {name: len(rows) for name, rows in tables.items()}


def import_start(path: Path, *, at: datetime) -> Start:
    """Take a start in from an archive, as a whole or not at all, and write that into its record.

    Raises:
        ArchiveRefused: the archive is not whole, the record in it has been bent, somebody in it has the address of
            another person here, or the database does not hold what it says.
        ChainTaken: the organisation has a record here already.
        StartRefused: the organisation has a start of that term here already.
    """
    tables = read_archive(path, TABLES, always=ALWAYS)
    try:
        return _take_in(path, tables, at=at)
    except (DataError, IntegrityError) as error:
        # What one database holds another may not: a text longer than its column, an amount beyond its numbers.
        raise ArchiveRefused(
            str(path), [Phrase("archive.wrong.does_not_fit", {"reason": str(error).splitlines()[0]})]
        ) from error


@transaction.atomic
def _take_in(path: Path, tables: Tables, *, at: datetime) -> Start:
    organisation = tables["start"][0]["key"]
    links = _links(tables)
    _refuse_bent(path, organisation, links)
    _refuse_taken_addresses(path, tables["people"])
    events = receive_events(organisation, links)
    people = receive_people(tables["people"])
    start = receive_start(tables, people)
    rows = sum(part.receive(start, tables, people) for part in PARTS)
    record_event(
        organisation,
        "start.imported",
        f"start:{start.identifier}",
        content={"events": events, "rows": rows, "people": len(people)},
        by=None,
        at=at,
    )
    return start


def _links(tables: Tables) -> list[Link]:
    return [
        Link(Event(**{name: value for name, value in row.items() if name != "hash"}), row["hash"])
        for row in tables["record"]
    ]


def _refuse_bent(path: Path, organisation: str, links: list[Link]) -> None:
    # The heads stayed on the other server: what can be held to here is the chain itself.
    verdict = verify_chain(organisation, links, (), check_signature=lambda data, signature: False)
    faults = [fault for fault in verdict.faults if fault.kind is not FaultKind.UNSIGNED]
    if faults:
        listed = [Phrase("archive.wrong.record", {"fault": fault.explain()}) for fault in faults]
        raise ArchiveRefused(str(path), listed)


def _refuse_taken_addresses(path: Path, people: list[Row]) -> None:
    # Two people cannot share an address, and which of them somebody is nobody but they can say.
    taken = addresses_of_others({row["identifier"]: row["email"] for row in people})
    failures = [
        Phrase("archive.wrong.address_taken", {"row": number, "email": row["email"]})
        for number, row in enumerate(people, start=1)
        if row["identifier"] in taken
    ]
    if failures:
        raise ArchiveRefused(str(path), failures)
