"""How are a start's drivers written to an archive, and taken in from one?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Row, Tables, in_order, rows_of
from avstamp.web.outlook.models import Cross, CrossFuture, DriverPlacement, DriverSign, OwnDriver
from avstamp.web.start.queries import Start
from avstamp.web.thread.queries import claim_numbered

DRIVER_TABLES = ("drivers", "driver_signs", "driver_placements", "crosses", "cross_futures")


def driver_tables(start: Start) -> dict[str, list[Row]]:
    """A start's drivers as an archive holds them; a driver is named by its claim's number."""
    return {
        "drivers": rows_of(
            OwnDriver.objects.filter(start=start).order_by("number"),
            *("number", "ready_key", "name", "area", "nature"),
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
                *("role", "effect", "uncertainty", "day"),
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
    """Identifiers of everyone who has placed a driver or written a cross."""
    found = (
        DriverPlacement.objects.filter(driver__start=start),
        Cross.objects.filter(start=start, person__isnull=False),
    )
    return {str(one) for rows in found for one in rows.values_list("person__identifier", flat=True)}


def store_drivers(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """Store the drivers of an archive, after the claims they belong to; answer how many."""
    drivers = {
        row["number"]: OwnDriver.objects.create(
            start=start, claim=claim_numbered(start, row["number"]), **row
        )
        for row in tables["drivers"]
    }
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
        across, up, writer = drivers[row.pop("of_across")], drivers[row.pop("of_up")], row.pop("given_by")
        person = None if writer is None else people[writer]
        crosses[row["number"]] = Cross.objects.create(start=start, across=across, up=up, person=person, **row)
    for source in tables["cross_futures"]:
        row = dict(source)
        CrossFuture.objects.create(cross=crosses[row.pop("of")], **row)
    return len(drivers)
