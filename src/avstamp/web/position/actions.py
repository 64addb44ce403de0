"""What can be done to an organisation's own position and to the findings of a start?

Each action is one transaction and one event; the event holds no text of anyone's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.position.own.registers import OwnValue, Register, faults_of, key_of
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Tables
from avstamp.web.audit.actions import record_event
from avstamp.web.position.models import OwnRow, SetAside
from avstamp.web.start.permitting import require, roles_in
from avstamp.web.start.queries import Start, lock_start, party_of

SUBJECT = r"findings/indicator=(?P<indicator>[A-Za-z0-9._-]+);side=(?:challenge|possibility);unit={unit}"


class PositionRefused(AvstampError, ValueError):
    """Something cannot be done to a start's position as it stands; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many rows were new, how many are a new version of an older one, and how many said nothing new."""

    new: int = 0
    changed: int = 0
    same: int = 0


@transaction.atomic
def keep_rows(
    start: Start,
    register: Register,
    rows: Sequence[Mapping[str, OwnValue]],
    *,
    by: Person | None,
    at: datetime,
) -> Kept:
    """Keep rows of a register; a row with the key of an older one becomes its new version, unless it says the same.

    Raises:
        NotPermitted: the person may not enter the organisation's own figures.
        PositionRefused: a row breaks the register's rules, or two of them have the same key; nothing is kept.
    """
    require(Act.ENTER_OWN_FIGURES, start, by=by, at=at)
    _refuse_faults(register, rows, at)
    lock_start(start)
    known = {
        row.key: row for row in OwnRow.objects.filter(start=start, register=register.value, current=True)
    }
    number = OwnRow.objects.filter(start=start).aggregate(newest=Max("number"))["newest"] or 0
    new = changed = 0
    for written in rows:
        # A zero below zero is zero: one database would keep its sign and another not.
        values = {name: value + 0.0 if isinstance(value, float) else value for name, value in written.items()}
        older = known.get(key_of(register, values))
        if older is not None and older.values == values:
            continue
        number += 1
        _keep(start, register, number, values, older, by=by, at=at)
        new, changed = new + (older is None), changed + (older is not None)
    kept = Kept(new, changed, len(rows) - new - changed)
    content = {"register": register.value, "new": kept.new, "changed": kept.changed, "same": kept.same}
    _record(start, "position.own_kept", content, by=by, at=at)
    return kept


def _keep(
    start: Start,
    register: Register,
    number: int,
    values: Mapping[str, OwnValue],
    older: OwnRow | None,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    if older is not None:
        older.current = False
        older.save(update_fields=["current"])
    OwnRow.objects.create(
        start=start,
        number=number,
        register=register.value,
        key=key_of(register, values),
        values=dict(values),
        replaces=older,
        person=by,
        at=at,
    )


def _refuse_faults(register: Register, rows: Sequence[Mapping[str, OwnValue]], at: datetime) -> None:
    faults = [fault for values in rows for fault in faults_of(register, values, today=legal_day(at))]
    if faults:
        raise PositionRefused(faults[0].said)
    if len({key_of(register, values) for values in rows}) < len(rows):
        raise PositionRefused(Phrase("own.wrong.twice"))


@transaction.atomic
def withdraw_row(start: Start, number: int, *, by: Person | None, at: datetime) -> None:
    """Take a row away from the position; it stays in the history.

    Raises:
        NotPermitted: the person may not enter the organisation's own figures.
        PositionRefused: there is no such row, or it has been replaced or withdrawn already.
    """
    require(Act.ENTER_OWN_FIGURES, start, by=by, at=at)
    changed = OwnRow.objects.filter(start=start, number=number, current=True).update(
        current=False, withdrawn_at=at
    )
    if not changed:
        raise PositionRefused(Phrase("own.wrong.gone"))
    _record(start, "position.own_withdrawn", {"row": number}, by=by, at=at)


@transaction.atomic
def set_finding_aside(
    start: Start, subject: str, reason: str, *, by: Person | None, at: datetime
) -> SetAside:
    """Set a finding aside for everyone in the start, signed and with a reason that everyone sees.

    Raises:
        NotPermitted: the person may not write in the analysis.
        PositionRefused: there is no reason, it is no finding of the unit, or it is aside already.
    """
    require(Act.WRITE_ANALYSIS, start, by=by, at=at)
    if not reason.strip():
        raise PositionRefused(Phrase("finding.aside.no_reason"))
    if not is_finding_of(start.organisation.unit, subject):
        raise PositionRefused(Phrase("finding.aside.unknown"))
    lock_start(start)
    if SetAside.objects.filter(start=start, subject=subject, taken_back_at__isnull=True).exists():
        raise PositionRefused(Phrase("finding.aside.already"))
    row = SetAside.objects.create(
        start=start,
        subject=subject,
        reason=reason.strip(),
        role=roles_in(start, by, at=at)[0].value,
        party=party_of(start, by, on=legal_day(at)),
        person=by,
        at=at,
    )
    _record(start, "finding.set_aside", {"finding": subject}, by=by, at=at)
    return row


@transaction.atomic
def take_finding_back(start: Start, subject: str, *, by: Person | None, at: datetime) -> None:
    """Put a finding back among the others; what was said when it was set aside is kept.

    Raises:
        NotPermitted: the person may not write in the analysis.
        PositionRefused: the finding is not aside.
    """
    require(Act.WRITE_ANALYSIS, start, by=by, at=at)
    aside = SetAside.objects.filter(start=start, subject=subject, taken_back_at__isnull=True)
    if not aside.update(taken_back_at=at):
        raise PositionRefused(Phrase("finding.aside.not_aside"))
    _record(start, "finding.taken_back", {"finding": subject}, by=by, at=at)


def is_finding_of(unit: str, subject: str) -> bool:
    """Whether a subject is that of a finding about a unit, on either side of an indicator in the fact base.

    The record keeps the subject for ever, so that nothing else may stand in it.
    """
    indicators = open_fact_base().indicators
    name = re.fullmatch(SUBJECT.format(unit=re.escape(unit)), subject)
    return name is not None and name["indicator"] in indicators


def _record(
    start: Start, action: str, content: Mapping[str, str | int | None], *, by: Person | None, at: datetime
) -> None:
    record_event(start.organisation.key, action, f"start:{start.identifier}", content=content, by=by, at=at)


@transaction.atomic
def receive_position(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """A start's own position from an archive; answer how many rows. Its events come with the organisation's record."""
    kept: dict[int, OwnRow] = {}
    for source in tables["own_rows"]:
        row = dict(source)
        writer, older = row.pop("given_by"), row.pop("new_version_of")
        kept[row["number"]] = OwnRow.objects.create(
            start=start,
            person=None if writer is None else people[writer],
            replaces=None if older is None else kept[older],
            **row,
        )
    for source in tables["set_aside"]:
        row = dict(source)
        writer = row.pop("given_by")
        SetAside.objects.create(start=start, person=None if writer is None else people[writer], **row)
    return len(kept)
