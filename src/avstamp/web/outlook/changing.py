"""Who may word a driver anew or withdraw it, and what happens then?

Both are for who answers for the driver's claim: its author as long as that person takes part, then everyone who works
in the start. Nothing is lost: earlier wordings, their evidence and what was placed on them are kept and shown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from avstamp.domain.start.permissions import Act, Permission, may_any
from avstamp.domain.thread.staleness import Verdict
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.outlook.actions import (
    LONGEST_TEXT,
    NewDriver,
    record_driver,
    refuse_texts,
    write_signs,
    write_wording,
)
from avstamp.web.outlook.models import OwnDriver
from avstamp.web.outlook.wordings import DriverRefused, bring_up_to_date, keep_wording, refuse_withdrawn
from avstamp.web.start.queries import lock_start
from avstamp.web.start.visit import Visit
from avstamp.web.thread.actions import answer_claim
from avstamp.web.thread.permitting import is_for_answering, require_answer


def may_change(row: OwnDriver, visit: Visit) -> Permission:
    """Whether the reader may word the driver anew and withdraw it; the answer has its reason."""
    own = is_for_answering(row.claim, visit.person, roll=visit.roll, at=visit.at)
    if_own = may_any(Act.ANSWER_CLAIM, visit.roles, replace(visit.matter, own=True))
    if own or not if_own.allowed:
        return if_own
    return Permission(Act.ANSWER_CLAIM, False, Phrase("driver.not_yours"))


@transaction.atomic
def edit_driver(
    row: OwnDriver, driver: NewDriver, *, seen: int, by: Person | None, at: datetime
) -> OwnDriver:
    """Word a driver anew; the wording before is kept, and what was placed on it counts as placed on that one.

    Args:
        row: the driver.
        driver: its new wording, with what it rests on and is watched by now.
        seen: the version that was changed.
        by: who does it.
        at: when.

    Raises:
        NotPermitted: the person does not answer for the driver.
        DriverRefused: a text is missing or too long, the driver is withdrawn, or another has changed it meanwhile.
    """
    start = row.start
    lock_start(start)
    bring_up_to_date(row)
    require_answer(row.claim, by=by, at=at)
    refuse_withdrawn(row)
    if row.version != seen:
        raise DriverRefused(Phrase("driver.wrong.changed_meanwhile"))
    refuse_texts([driver])
    before = row.claim
    keep_wording(row, at=at, by=by)
    row.claim = write_wording(start, driver, replaces=before, by=by, at=at)
    row.name, row.area, row.nature = driver.name.strip(), driver.area.value, driver.nature.value
    row.version += 1
    row.save(update_fields=["claim", "name", "area", "nature", "version"])
    write_signs(row, driver.signs)
    record_driver(start, "driver.edited", {"driver": row.number, "version": row.version}, by=by, at=at)
    return row


@transaction.atomic
def withdraw_driver(row: OwnDriver, reason: str, *, by: Person | None, at: datetime) -> None:
    """Withdraw a driver, with a reason that everybody sees: it stays in the register, out of the sorting.

    Raises:
        NotPermitted: the person does not answer for the driver.
        DriverRefused: there is no reason, it is too long, or the driver is withdrawn already.
    """
    start = row.start
    lock_start(start)
    bring_up_to_date(row)
    require_answer(row.claim, by=by, at=at)
    refuse_withdrawn(row)
    if not reason.strip() or len(reason) > LONGEST_TEXT:
        raise DriverRefused(Phrase("driver.wrong.reason", {"text": LONGEST_TEXT}))
    answer_claim(row.claim, Verdict.WITHDRAWN, by=by, at=at)
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = at, by, reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record_driver(start, "driver.withdrawn", {"driver": row.number}, by=by, at=at)
