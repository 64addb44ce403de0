"""What can be done to a start's register of drivers? Each action is one transaction, and an event without texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.outlook.drivers import SCALE, DriverArea, Nature, ScenarioCross, Sign
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.permissions import Act
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress
from avstamp.domain.thread.claims import ClaimKind, Horizon, Relation
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Tables
from avstamp.web.audit.actions import record_event
from avstamp.web.outlook.models import Cross, CrossFuture, DriverPlacement, DriverSign, OwnDriver
from avstamp.web.outlook.queries import taken_keys
from avstamp.web.outlook.receiving import store_drivers
from avstamp.web.outlook.scenario_receiving import store_scenarios
from avstamp.web.outlook.wordings import DriverRefused as DriverRefused
from avstamp.web.outlook.wordings import bring_up_to_date, refuse_withdrawn
from avstamp.web.start.permitting import require, roles_in
from avstamp.web.start.queries import Start, lock_start
from avstamp.web.thread.actions import (
    advance_claim,
    rest_on_claim,
    rest_on_figure,
    rest_on_result,
    write_claim,
)
from avstamp.web.thread.queries import Claim

LONGEST_NAME, LONGEST_TEXT = 200, 2000


@dataclass(frozen=True)
class NewDriver:
    """A driver to be written: what it rests on are `figures`, at the revision that was read, results and findings."""

    name: str
    text: str
    area: DriverArea
    horizon: Horizon
    nature: Nature
    ready_key: str = ""
    figures: Sequence[tuple[FigureAddress, FigureVersion]] = ()
    signs: Sequence[Sign] = field(default_factory=tuple)
    results: Sequence[tuple[ResultAddress, ResultVersion]] = ()
    findings: Sequence[Claim] = ()


@transaction.atomic
def write_drivers(
    start: Start, drivers: Sequence[NewDriver], *, by: Person | None, at: datetime
) -> list[OwnDriver]:
    """Write drivers into the register, each with a claim of its own that all stand behind as material.

    Raises:
        NotPermitted: the person may not write drivers.
        DriverRefused: a text is missing or too long, or one of the ready set is there already; nothing is written.
    """
    require(Act.WRITE_DRIVER, start, by=by, at=at)
    lock_start(start)
    refuse_texts(drivers)
    keys = [driver.ready_key for driver in drivers if driver.ready_key]
    if len(set(keys)) < len(keys) or taken_keys(start) & set(keys):
        raise DriverRefused(Phrase("driver.wrong.there_already"))
    return [_write(start, driver, by=by, at=at) for driver in drivers]


def refuse_texts(drivers: Iterable[NewDriver]) -> None:
    """Raises `DriverRefused` when a driver's name or text is missing or too long."""
    for driver in drivers:
        if not driver.name.strip() or not driver.text.strip():
            raise DriverRefused(Phrase("driver.wrong.empty"))
        if len(driver.name) > LONGEST_NAME or len(driver.text) > LONGEST_TEXT:
            most = {"name": LONGEST_NAME, "text": LONGEST_TEXT}
            raise DriverRefused(Phrase("driver.wrong.too_long", most))


def _write(start: Start, driver: NewDriver, *, by: Person | None, at: datetime) -> OwnDriver:
    claim = write_wording(start, driver, replaces=None, by=by, at=at)
    row = OwnDriver.objects.create(
        claim=claim,
        start=start,
        number=claim.number,
        ready_key=driver.ready_key,
        name=driver.name.strip(),
        area=driver.area.value,
        nature=driver.nature.value,
    )
    write_signs(row, driver.signs)
    return row


def write_wording(
    start: Start, driver: NewDriver, *, replaces: Claim | None, by: Person | None, at: datetime
) -> Claim:
    """The claim of a driver as it is worded now, completed; `replaces` is that of the wording before.

    Raises: what the actions of the thread raise.
    """
    claim = write_claim(
        start,
        ClaimKind.DRIVER,
        driver.text,
        author=Author(AuthorKind.JOINT),
        owner=by if replaces is None else replaces.owner,
        horizon=driver.horizon,
        replaces=replaces,
        by=by,
        at=at,
    )
    for address, version in driver.figures:
        rest_on_figure(claim, address, version, relation=Relation.CONTEXT, by=by, at=at)
    for result, computed in driver.results:
        rest_on_result(claim, result, computed, relation=Relation.CONTEXT, by=by, at=at)
    for finding in driver.findings:
        rest_on_claim(claim, finding, relation=Relation.CONTEXT, by=by, at=at)
    # A register that is kept running is public from its first row (TF 2:10): a driver is never one side's draft.
    advance_claim(claim, DocumentStatus.COMPLETED, by=by, at=at)
    return claim


def write_signs(row: OwnDriver, signs: Iterable[Sign]) -> None:
    """What to watch for a driver, in place of what was to be watched before."""
    row.signs.all().delete()
    DriverSign.objects.bulk_create(
        DriverSign(driver=row, indicator=sign.indicator, heading=sign.heading.value) for sign in signs
    )


@transaction.atomic
def place_driver(
    driver: OwnDriver, *, effect: int, uncertainty: int, by: Person, at: datetime
) -> DriverPlacement:
    """Put a driver where a person thinks it belongs, in place of where that person put it before.

    Raises:
        NotPermitted: the person may not place drivers.
        DriverRefused: a step is not on the scale, or the driver is withdrawn.
    """
    start = driver.start
    require(Act.PLACE_DRIVER, start, by=by, at=at)
    if effect not in SCALE or uncertainty not in SCALE:
        raise DriverRefused(Phrase("driver.wrong.scale"))
    lock_start(start)
    bring_up_to_date(driver)
    refuse_withdrawn(driver)
    placement, _ = DriverPlacement.objects.update_or_create(
        driver=driver,
        person=by,
        defaults={
            "role": roles_in(start, by, at=at)[0].value,
            "effect": effect,
            "uncertainty": uncertainty,
            "day": legal_day(at),
            "version": driver.version,
        },
    )
    record_driver(start, "driver.placed", {"driver": driver.number}, by=by, at=at)
    return placement


@transaction.atomic
def write_cross(
    start: Start,
    cross: ScenarioCross,
    *,
    across: OwnDriver,
    up: OwnDriver,
    by: Person | None,
    at: datetime,
) -> Cross:
    """Keep a scenario cross with its four futures.

    Raises:
        NotPermitted: the person may not write drivers.
        DriverRefused: a text is too long, or a driver is of another start or withdrawn.
    """
    require(Act.WRITE_DRIVER, start, by=by, at=at)
    texts = [cross.across.first, cross.across.second, cross.up.first, cross.up.second]
    short = [*texts, *(future.name for future in cross.futures)]
    if any(len(text) > LONGEST_NAME for text in short) or any(
        len(future.consequences) > LONGEST_TEXT for future in cross.futures
    ):
        raise DriverRefused(Phrase("driver.wrong.too_long", {"name": LONGEST_NAME, "text": LONGEST_TEXT}))
    if {across.start_id, up.start_id} != {start.pk}:
        raise DriverRefused(Phrase("driver.wrong.of_another"))
    lock_start(start)
    for driver in (across, up):
        bring_up_to_date(driver)
        refuse_withdrawn(driver)
    number = (Cross.objects.filter(start=start).aggregate(newest=Max("number"))["newest"] or 0) + 1
    row = Cross.objects.create(
        start=start,
        number=number,
        across=across,
        across_first=texts[0].strip(),
        across_second=texts[1].strip(),
        up=up,
        up_first=texts[2].strip(),
        up_second=texts[3].strip(),
        person=by,
        at=at,
    )
    CrossFuture.objects.bulk_create(
        CrossFuture(
            cross=row,
            corner=future.corner,
            name=future.name.strip(),
            consequences=future.consequences.strip(),
            signs=[f"{sign.indicator}:{sign.heading.value}" for sign in future.signs],
        )
        for future in cross.futures
    )
    record_driver(start, "cross.written", {"cross": number}, by=by, at=at)
    return row


@transaction.atomic
def receive_drivers(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """A start's drivers from an archive; answer how many. Their events come with the organisation's record."""
    return store_drivers(start, tables, people)


@transaction.atomic
def receive_scenarios(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """A start's saved scenarios from an archive; answer how many."""
    return store_scenarios(start, tables, people)


def record_driver(
    start: Start, action: str, content: Mapping[str, str | int | None], *, by: Person | None, at: datetime
) -> None:
    """Write into the record what was done to a driver or a cross; never a text of anyone's."""
    record_event(start.organisation.key, action, f"start:{start.identifier}", content=content, by=by, at=at)
