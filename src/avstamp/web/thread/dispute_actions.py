"""What can be done to a figure that somebody disputes? It is never changed: the question is owned, and answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Role
from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.disputes import ANSWERS, Outcome
from avstamp.domain.thread.revisions import FigureVersion
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.audit.actions import record_event
from avstamp.web.start.permitting import require, roles_in
from avstamp.web.start.queries import Start, lock_start, part_of
from avstamp.web.thread.citing import cite_figure
from avstamp.web.thread.models import Dispute
from avstamp.web.thread.permitting import ClaimRefused


@transaction.atomic
def dispute_figure(
    start: Start,
    address: FigureAddress,
    version: FigureVersion,
    *,
    why: str,
    by: Person | None,
    at: datetime,
) -> Dispute:
    """Dispute a figure as it is now; the same words of the same person once more are the dispute that stands already.

    Raises:
        ClaimRefused: no reason is given, or the figure is another organisation's own.
        NotPermitted: the person takes no part in the start, or it is not opened.
    """
    require(Act.DISPUTE, start, by=by, at=at)
    if not why.strip():
        raise ClaimRefused(Phrase("thread.dispute.why_missing"))
    if address.organisation not in ("", start.organisation.key):
        raise ClaimRefused(Phrase("thread.figure.of_another"))
    lock_start(start)
    figure = cite_figure(address.newest, version)
    # A form that is sent twice, by an impatient thumb or a poor network, is one question.
    standing = start.disputes.filter(person=by, figure=figure, why=why.strip(), outcome="").first()
    if by is not None and standing is not None:
        return standing
    role, party = _standing(start, by, at=at)
    dispute = Dispute.objects.create(
        start=start,
        number=(start.disputes.aggregate(newest=Max("number"))["newest"] or 0) + 1,
        figure=figure,
        why=why.strip(),
        role=role.value,
        party=party,
        person=by,
        raised_at=at,
    )
    _record(dispute, "dispute.raised", {"figure": dispute.figure.address, "role": role.value}, by=by, at=at)
    return dispute


@transaction.atomic
def take_dispute(dispute: Dispute, *, by: Person, at: datetime) -> None:
    """Answer for a dispute from now on; raises `ClaimRefused` and `NotPermitted`."""
    _lock(dispute)
    require(Act.ANSWER_DISPUTE, dispute.start, by=by, at=at)
    _refuse_closed(dispute)
    dispute.owner = by
    dispute.save(update_fields=["owner"])
    _record(dispute, "dispute.taken", {}, by=by, at=at)


@transaction.atomic
def answer_dispute(
    dispute: Dispute, outcome: Outcome, *, answer: str, source: str, by: Person | None, at: datetime
) -> None:
    """Answer a dispute with a source, which closes it.

    Raises:
        ClaimRefused: it is closed already, or the answer or its source is missing.
        NotPermitted: the person is not of the officials' leadership.
    """
    _lock(dispute)
    require(Act.ANSWER_DISPUTE, dispute.start, by=by, at=at)
    _refuse_closed(dispute)
    if outcome not in ANSWERS or not answer.strip() or not source.strip():
        raise ClaimRefused(Phrase("thread.dispute.answer_missing"))
    dispute.owner = dispute.owner or by
    dispute.answered_by, dispute.answer, dispute.source = by, answer.strip(), source.strip()
    _close(dispute, outcome, by=by, at=at)


@transaction.atomic
def take_back_dispute(dispute: Dispute, *, by: Person | None, at: datetime) -> None:
    """Take one's own dispute back.

    Raises:
        ClaimRefused: it is closed already, or somebody else disputed the figure.
        NotPermitted: the person takes no part in the start.
    """
    _lock(dispute)
    require(Act.DISPUTE, dispute.start, by=by, at=at)
    if by is not None and dispute.person_id != by.pk:
        raise ClaimRefused(Phrase("thread.dispute.not_yours"))
    _refuse_closed(dispute)
    _close(dispute, Outcome.TAKEN_BACK, by=by, at=at)


def _standing(start: Start, by: Person | None, *, at: datetime) -> tuple[Role, str]:
    """What the person is in the start that day, the role that may dispute first, and for which party."""
    role = roles_in(start, by, at=at)[0]
    if by is None:
        return role, ""
    parts = part_of(start, by).memberships_of(str(by.identifier), on=legal_day(at))
    return role, next((part.party for part in parts if part.party), "")


def _lock(dispute: Dispute) -> None:
    """Read the dispute anew and hold it: another may have answered it since the page was read."""
    rows = Dispute.objects.select_for_update(of=("self",))
    dispute.refresh_from_db(from_queryset=rows.select_related("start__organisation", "owner"))


def _refuse_closed(dispute: Dispute) -> None:
    if dispute.outcome:
        raise ClaimRefused(Phrase("thread.dispute.closed"))


def _close(dispute: Dispute, outcome: Outcome, *, by: Person | None, at: datetime) -> None:
    dispute.outcome, dispute.closed_at = outcome.value, at
    dispute.save(update_fields=["owner", "answered_by", "answer", "source", "outcome", "closed_at"])
    _record(dispute, "dispute.closed", {"outcome": outcome.value}, by=by, at=at)


def _record(
    dispute: Dispute, action: str, content: Mapping[str, str], *, by: Person | None, at: datetime
) -> None:
    subject = f"start:{dispute.start.identifier}/dispute:{dispute.number}"
    record_event(dispute.start.organisation.key, action, subject, content=content, by=by, at=at)
