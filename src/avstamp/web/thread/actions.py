"""What can be done to claims? Each action is one transaction and one event; the event holds no text of anyone's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.start.authors import Author
from avstamp.domain.start.openness import DocumentStatus, may_become
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress
from avstamp.domain.thread.authorship import WRITING_ACT
from avstamp.domain.thread.claims import ClaimKind, EvidenceRefused, Horizon, Relation
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import Movement, Verdict
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import Tables
from avstamp.web.audit.actions import record_event
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import Start, lock_start
from avstamp.web.thread.citing import cite_figure
from avstamp.web.thread.models import Answer, AnsweredMovement, CitedFigure, CitedResult, Claim, Evidence
from avstamp.web.thread.permitting import ClaimRefused as ClaimRefused
from avstamp.web.thread.permitting import (
    lock_claim,
    require_answer,
    require_draft,
    require_own,
    require_readable,
    require_writing,
    why_not_complete,
)
from avstamp.web.thread.receiving import store_thread


@transaction.atomic
def write_claim(
    start: Start,
    kind: ClaimKind,
    text: str,
    *,
    author: Author,
    owner: Person | None,
    horizon: Horizon | None = None,
    replaces: Claim | None = None,
    by: Person | None,
    at: datetime,
) -> Claim:
    """A new claim, as working material; `replaces` is the claim it is to be a new version of.

    Raises:
        EvidenceRefused: what it replaces is of another kind or another start.
        ClaimRefused: the text is empty, or the author is not the writer's own.
        NotPermitted: the person may not write the kind, or replace what it is to replace.
    """
    _refuse_empty(text)
    require_writing(start, kind, author, by=by, at=at)
    if replaces is not None:
        lock_claim(replaces)
        require_answer(replaces, by=by, at=at)
    lock_start(start)
    number = (start.claims.aggregate(newest=Max("number"))["newest"] or 0) + 1
    if replaces is not None and (replaces.start_id != start.pk or replaces.kind != kind.value):
        raise EvidenceRefused(
            number, replaces.number, "a new version replaces an older claim of its own kind"
        )
    claim = Claim.objects.create(
        start=start,
        number=number,
        kind=kind.value,
        text=text.strip(),
        horizon=horizon.value if horizon else "",
        author_kind=author.kind.value,
        author_name=author.name,
        owner=owner,
        written_day=legal_day(at),
        written_at=at,
        replaces=replaces,
    )
    _record(claim, "claim.written", {}, by=by, at=at)
    return claim


@transaction.atomic
def edit_claim(
    claim: Claim, text: str, *, horizon: Horizon | None = None, by: Person | None, at: datetime
) -> None:
    """Write a draft anew.

    Raises:
        ClaimRefused: the text is empty, or the claim is completed.
        NotPermitted: the draft is not the person's own side's.
    """
    _refuse_empty(text)
    lock_claim(claim)
    require_draft(claim, by=by, at=at)
    claim.text, claim.horizon = text.strip(), horizon.value if horizon else ""
    claim.save(update_fields=["text", "horizon"])
    _record(claim, "claim.edited", {}, by=by, at=at)


@transaction.atomic
def remove_evidence(edge: Evidence, *, by: Person | None, at: datetime) -> None:
    """Take a piece of evidence from a draft; raises `ClaimRefused` and `NotPermitted`."""
    claim = edge.claim
    lock_claim(claim)
    require_draft(claim, by=by, at=at)
    if not claim.evidence.filter(pk=edge.pk).exists():
        return  # somebody else has just taken it away
    edge.delete()
    _record(claim, "evidence.removed", {}, by=by, at=at)


@transaction.atomic
def rest_on_figure(
    claim: Claim,
    address: FigureAddress,
    version: FigureVersion,
    *,
    relation: Relation,
    by: Person | None,
    at: datetime,
) -> Evidence:
    """Rest a claim on a figure as it is now; the revision is kept for ever.

    Raises:
        ClaimRefused: the figure is another organisation's own, or the claim no draft.
        NotPermitted: the draft is not the person's own side's.
    """
    lock_claim(claim)
    require_draft(claim, by=by, at=at)
    if address.organisation not in ("", claim.start.organisation.key):
        raise ClaimRefused(Phrase("thread.figure.of_another"))
    figure = cite_figure(address.newest, version)
    edge = _connect(claim, relation, figure=figure)
    _record(claim, "evidence.added", {}, by=by, at=at)
    return edge


@transaction.atomic
def rest_on_result(
    claim: Claim,
    address: ResultAddress,
    version: ResultVersion,
    *,
    relation: Relation,
    by: Person | None,
    at: datetime,
) -> Evidence:
    """Rest a claim on something computed; raises `ClaimRefused` and `NotPermitted`."""
    lock_claim(claim)
    require_draft(claim, by=by, at=at)
    result, _ = CitedResult.objects.get_or_create(
        address=str(address),
        outcome=version.outcome,
        defaults={"subject": address.subject, "version": version.version, "data": version.data},
    )
    edge = _connect(claim, relation, result=result)
    _record(claim, "evidence.added", {}, by=by, at=at)
    return edge


@transaction.atomic
def rest_on_claim(
    claim: Claim, target: Claim, *, relation: Relation, by: Person | None, at: datetime
) -> Evidence:
    """Rest a claim on an earlier one of the same start.

    Raises:
        EvidenceRefused: the target's kind does not come before the claim's, or it is of another start.
        ClaimRefused: the claim is no draft.
        NotPermitted: the claim, or the draft it would rest on, is not the person's own side's.
    """
    lock_claim(claim)
    require_draft(claim, by=by, at=at)
    lock_claim(target)
    require_readable(target, by=by, at=at)
    if target.start_id != claim.start_id:
        raise EvidenceRefused(claim.number, target.number, "they belong to different starts")
    if ClaimKind(target.kind).rank >= ClaimKind(claim.kind).rank:
        raise EvidenceRefused(claim.number, target.number, f"a {claim.kind} cannot rest on a {target.kind}")
    edge = _connect(claim, relation, target=target)
    _record(claim, "evidence.added", {}, by=by, at=at)
    return edge


@transaction.atomic
def advance_claim(
    claim: Claim, status: DocumentStatus, *, number: str = "", by: Person | None, at: datetime
) -> None:
    """Take a claim from working material to completed, or to dispatched.

    Raises:
        ClaimRefused: a document only goes onwards, and what is complete rests on no draft.
        NotPermitted: the claim is not the person's own side's, or its kind may not be written now.
    """
    lock_claim(claim)
    was_draft = claim.status == DocumentStatus.WORKING.value
    _require_advance(claim, status, by=by, at=at)
    claim.status = status.value
    claim.registration_number = number or claim.registration_number
    claim.save(update_fields=["status", "registration_number"])
    _record(claim, f"claim.{status.value}", _told(claim) if was_draft else {}, by=by, at=at)
    if claim.replaces is not None and was_draft:
        _answer(claim.replaces, Verdict.REVISED, (), claim, by=by, at=at)


@transaction.atomic
def answer_claim(
    claim: Claim, verdict: Verdict, *, seen: Iterable[Movement] = (), by: Person | None, at: datetime
) -> Answer:
    """An owner's answer: the claim still holds in spite of what was seen, or is withdrawn.

    A claim is revised by completing one that replaces it.

    Raises:
        ClaimRefused: the claim is closed, or revised without a new version.
        NotPermitted: the person does not answer for the claim.
    """
    lock_claim(claim)
    require_answer(claim, by=by, at=at)
    if verdict is Verdict.REVISED:
        raise ClaimRefused(Phrase("thread.claim.revise_by_writing"))
    return _answer(claim, verdict, tuple(seen), None, by=by, at=at)


@transaction.atomic
def receive_thread(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """The claims of a start from an archive; answer how many. Their events come with the organisation's record."""
    return store_thread(start, tables, people)


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise ClaimRefused(Phrase("thread.claim.empty"))


def _require_advance(claim: Claim, status: DocumentStatus, *, by: Person | None, at: datetime) -> None:
    require_own(claim, by=by, at=at)
    was = DocumentStatus(claim.status)
    if not may_become(was, status):
        raise ClaimRefused(Phrase("thread.claim.only_onwards"))
    if was is not DocumentStatus.WORKING:
        return
    if by is not None:
        require(WRITING_ACT[ClaimKind(claim.kind)], claim.start, by=by, at=at)
    if claim.evidence.filter(target__status=DocumentStatus.WORKING.value).exists():
        raise ClaimRefused(Phrase("thread.claim.rests_on_draft"))
    if (why := why_not_complete(claim, by=by)) is not None:
        raise ClaimRefused(why)


def _told(claim: Claim) -> dict[str, str]:
    """What the record says of a claim from the day it is no draft: while it was one, others read the record too."""
    edges = claim.evidence.select_related("figure", "result", "target").order_by("pk")
    rests = [
        f"claim:{edge.target.number}" if edge.target else str(edge.figure or edge.result) for edge in edges
    ]
    return {"kind": claim.kind, "author": claim.author_kind, "rests_on": " ".join(rests)}


def _answer(
    claim: Claim,
    verdict: Verdict,
    seen: tuple[Movement, ...],
    replaced_by: Claim | None,
    *,
    by: Person | None,
    at: datetime,
) -> Answer:
    lock_start(claim.start)
    if claim.answers.exclude(verdict=Verdict.STILL_HOLDS.value).exists():
        raise ClaimRefused(Phrase("thread.claim.closed"))
    answer = Answer.objects.create(
        claim=claim, verdict=verdict.value, replaced_by=replaced_by, person=by, at=at
    )
    AnsweredMovement.objects.bulk_create(
        AnsweredMovement(answer=answer, subject=move.subject, how=move.how.value, became=move.became)
        for move in sorted(set(seen), key=lambda move: (move.subject, move.how, move.became))
    )
    content = {"verdict": verdict.value, "movements": len(set(seen))}
    _record(claim, "claim.answered", content, by=by, at=at)
    return answer


def _connect(
    claim: Claim,
    relation: Relation,
    *,
    figure: CitedFigure | None = None,
    result: CitedResult | None = None,
    target: Claim | None = None,
) -> Evidence:
    lock_start(claim.start)
    rank = ClaimKind(claim.kind).rank
    same = claim.evidence.filter(figure=figure, result=result, target=target)
    if same.exists():
        raise ClaimRefused(Phrase("thread.evidence.twice"))
    return Evidence.objects.create(
        claim=claim,
        relation=relation.value,
        figure=figure,
        result=result,
        target=target,
        claim_rank=rank,
        target_rank=None if target is None else ClaimKind(target.kind).rank,
    )


def _record(
    claim: Claim,
    action: str,
    content: Mapping[str, str | int],
    *,
    by: Person | None,
    at: datetime,
) -> None:
    subject = f"start:{claim.start.identifier}/claim:{claim.number}"
    record_event(claim.start.organisation.key, action, subject, content=content, by=by, at=at)
