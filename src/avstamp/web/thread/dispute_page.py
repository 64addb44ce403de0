"""What is said of disputed figures?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.web.accounts.queries import names_then
from avstamp.web.start.visit import Visit
from avstamp.web.thread.index import facts_or_none
from avstamp.web.thread.models import Dispute
from avstamp.web.thread.permitting import UnknownDispute
from avstamp.web.thread.words import figure_name, figure_value, names_for, signed_by, standing_of_person

A_PAGE = 50


@dataclass(frozen=True)
class DisputeLine:
    """One disputed figure: what was disputed, why, by whom, and what became of it."""

    number: int
    subject: str
    name: Text
    value: Quantity
    why: str
    raised_by: Text
    raised_at: datetime
    owner: Text | None
    outcome: Phrase
    is_open: bool
    answer: str
    source: str
    answered_by: Text | None
    closed_at: datetime | None


@dataclass(frozen=True)
class DisputePage:
    """One dispute, and what the reader may do about it."""

    line: DisputeLine
    may_answer: bool
    may_take: bool
    may_take_back: bool


def dispute_lines(visit: Visit, disputes: QuerySet[Dispute]) -> list[DisputeLine]:
    """Disputes in words: the open ones first, then the newest."""
    rows = disputes.select_related("figure", "person", "owner", "answered_by").order_by("-number")
    names, facts = names_for(visit.start), facts_or_none()
    then = names_then(str(row.answered_by.identifier) for row in rows if row.answered_by)
    lines = [
        DisputeLine(
            number=row.number,
            subject=row.figure.subject,
            name=figure_name(facts, row.figure.subject),
            value=figure_value(facts, row.figure.subject, row.figure.value, row.figure.decimals),
            why=row.why,
            raised_by=standing_of_person(names, row.role, row.party),
            raised_at=row.raised_at,
            owner=Verbatim(row.owner.name) if row.owner else None,
            outcome=Phrase(f"outcome.{row.outcome or 'open'}"),
            is_open=not row.outcome,
            answer=row.answer,
            source=row.source,
            answered_by=signed_by(then, row.answered_by, row.closed_at)
            if row.closed_at and row.answered_by
            else None,
            closed_at=row.closed_at,
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: not line.is_open)


def register_page(visit: Visit, page: str | None) -> tuple[Sequence[DisputeLine], Page[int]]:
    """A page of the register of disputed figures: the open ones first, then the newest."""
    numbers = visit.start.disputes.order_by("-number").values_list("number", "outcome")
    ordered = [number for number, _ in sorted(numbers, key=lambda row: bool(row[1]))]
    shown = Paginator(ordered, A_PAGE).get_page(page)
    return dispute_lines(visit, visit.start.disputes.filter(number__in=list(shown.object_list))), shown


def find_dispute(visit: Visit, number: int) -> Dispute:
    """A dispute of the start; raises `UnknownDispute`."""
    rows = visit.start.disputes.select_related("start__organisation", "person", "owner")
    found = rows.filter(number=number).first()
    if found is None:
        raise UnknownDispute(number)
    return found


def dispute_page(visit: Visit, number: int) -> DisputePage:
    """Everything about one dispute; raises `UnknownDispute`."""
    row = find_dispute(visit, number)
    (line,) = dispute_lines(visit, visit.start.disputes.filter(pk=row.pk))
    answering = line.is_open and visit.may(Act.ANSWER_DISPUTE).allowed
    return DisputePage(
        line=line,
        may_answer=answering,
        may_take=answering and row.owner_id != visit.person.pk,
        may_take_back=line.is_open and row.person_id == visit.person.pk,
    )
