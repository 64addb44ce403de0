"""How does a driver stand: as it was first worded, worded anew, or withdrawn?

A driver is worded anew and withdrawn on its own page. Its claim can be on the thread's pages too, and what is said
there counts the same: the register never says otherwise than the thread.
"""

from __future__ import annotations

from datetime import datetime

from avstamp.domain.errors import AvstampError
from avstamp.domain.thread.staleness import Verdict
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.outlook.models import EarlierWording, OwnDriver


class DriverRefused(AvstampError, ValueError):
    """Something cannot be done to a start's drivers as they stand; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


def is_withdrawn(row: OwnDriver) -> bool:
    """Whether a driver is withdrawn, here or in the thread."""
    return row.withdrawn_at is not None or any(
        answer.verdict == Verdict.WITHDRAWN.value for answer in row.claim.answers.all()
    )


def refuse_withdrawn(row: OwnDriver) -> None:
    """Raises `DriverRefused` for a driver that is withdrawn."""
    if is_withdrawn(row):
        raise DriverRefused(Phrase("driver.wrong.withdrawn"))


def is_behind(row: OwnDriver) -> bool:
    """Whether the driver's claim has got a new version in the thread that the register has not taken up."""
    return any(answer.verdict == Verdict.REVISED.value for answer in row.claim.answers.all())


def bring_up_to_date(row: OwnDriver) -> None:
    """Read a driver anew and take up new versions of its claim that were written in the thread.

    Asked for with the start locked. Name, area and nature, which the thread does not have, stay as they were.
    """
    row.refresh_from_db()
    while newer := row.claim.answers.filter(verdict=Verdict.REVISED.value).first():
        keep_wording(row, at=newer.at, by=newer.person)
        row.claim, row.version = newer.replaced_by, row.version + 1  # type: ignore[assignment]
        row.save(update_fields=["claim", "version"])


def keep_wording(row: OwnDriver, *, at: datetime, by: Person | None) -> EarlierWording:
    """Keep how a driver is worded now, before it is worded anew."""
    return EarlierWording.objects.create(
        driver=row,
        version=row.version,
        claim=row.claim,
        name=row.name,
        area=row.area,
        nature=row.nature,
        replaced_at=at,
        replaced_by=by,
    )
