"""How are a start's drivers written to an archive, and taken in from one?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Row, Tables, in_order, rows_of
from avstamp.web.outlook.models import (
    Cross,
    CrossFuture,
    DriverPlacement,
    DriverSign,
    EarlierWording,
    OwnDriver,
)
from avstamp.web.start.queries import Start
from avstamp.web.thread.queries import claim_numbered

DRIVER_TABLES = (
    "drivers",
    "driver_wordings",
    "driver_signs",
    "driver_placements",
    "crosses",
    "cross_futures",
)


def driver_tables(start: Start) -> dict[str, list[Row]]:
    """A start's drivers as an archive holds them; a driver is named by its number, its wordings by their claims'."""
    return {
        "drivers": rows_of(
            OwnDriver.objects.filter(start=start).order_by("number"),
            *("number", "ready_key", "name", "area", "nature", "version"),
            *("withdrawn_at", "withdrawn_reason"),
            of_claim="claim__number",
            taken_back_by="withdrawn_by__identifier",
        ),
        "driver_wordings": rows_of(
            EarlierWording.objects.filter(driver__start=start).order_by("driver__number", "version"),
            *("version", "name", "area", "nature", "replaced_at"),
            of="driver__number",
            of_claim="claim__number",
            given_by="replaced_by__identifier",
        ),
        "driver_signs": in_order(
            rows_of(
                DriverSign.objects.filter(driver__start=start), "indicator", "heading", of="driver__number"
            ),
            *("of", "indicator"),
        ),
        "driver_placements": in_order(
            rows_of(
                DriverPlacement.objects.filter(driver__start=start),
                *("role", "effect", "uncertainty", "day", "version"),
                of="driver__number",
                given_by="person__identifier",
            ),
            *("of", "given_by"),
        ),
        "crosses": rows_of(
            Cross.objects.filter(start=start).order_by("number"),
            *("number", "across_first", "across_second", "up_first", "up_second", "at"),
            of_across="across__number",
            of_up="up__number",
            given_by="person__identifier",
        ),
        "cross_futures": rows_of(
            CrossFuture.objects.filter(cross__start=start).order_by("cross__number", "id"),
            *("corner", "name", "consequences", "signs"),
            of="cross__number",
        ),
    }


def people_in_drivers(start: Start) -> set[str]:
    """Identifiers of everyone who has placed, worded anew or withdrawn a driver, or written a cross."""
    found = (
        DriverPlacement.objects.filter(driver__start=start).values_list("person__identifier", flat=True),
        Cross.objects.filter(start=start, person__isnull=False).values_list("person__identifier", flat=True),
        OwnDriver.objects.filter(start=start, withdrawn_by__isnull=False).values_list(
            "withdrawn_by__identifier", flat=True
        ),
        EarlierWording.objects.filter(driver__start=start, replaced_by__isnull=False).values_list(
            "replaced_by__identifier", flat=True
        ),
    )
    return {str(one) for identifiers in found for one in identifiers}


def store_drivers(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """Store the drivers of an archive, after the claims they belong to; answer how many."""
    drivers = {row["number"]: _store_driver(start, row, people) for row in tables["drivers"]}
    for source in tables["driver_wordings"]:
        row = dict(source)
        driver, claim = drivers[row.pop("of")], claim_numbered(start, row.pop("of_claim"))
        EarlierWording.objects.create(
            driver=driver, claim=claim, replaced_by=_one(people, row.pop("given_by")), **row
        )
    for source in tables["driver_signs"]:
        row = dict(source)
        DriverSign.objects.create(driver=drivers[row.pop("of")], **row)
    for source in tables["driver_placements"]:
        row = dict(source)
        driver, placed_by = drivers[row.pop("of")], people[row.pop("given_by")]
        DriverPlacement.objects.create(driver=driver, person=placed_by, **row)
    crosses: dict[int, Cross] = {}
    for source in tables["crosses"]:
        row = dict(source)
        across, up = drivers[row.pop("of_across")], drivers[row.pop("of_up")]
        person = _one(people, row.pop("given_by"))
        crosses[row["number"]] = Cross.objects.create(start=start, across=across, up=up, person=person, **row)
    for source in tables["cross_futures"]:
        row = dict(source)
        CrossFuture.objects.create(cross=crosses[row.pop("of")], **row)
    return len(drivers)


def _store_driver(start: Start, source: Row, people: Mapping[str, Person]) -> OwnDriver:
    # An archive of an earlier version knows of no wording but the first, whose claim has the driver's number.
    row = {"of_claim": source["number"], "taken_back_by": None, **source}
    claim = claim_numbered(start, row.pop("of_claim"))
    taken_back_by = _one(people, row.pop("taken_back_by"))
    return OwnDriver.objects.create(start=start, claim=claim, withdrawn_by=taken_back_by, **row)


def _one(people: Mapping[str, Person], identifier: str | None) -> Person | None:
    return None if identifier is None else people[identifier]
