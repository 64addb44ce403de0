"""What stands on the page of one claim?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from avstamp.domain.start.authors import belongs
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.permissions import Act, Permission, may_any
from avstamp.domain.thread.authorship import STANCES, WRITING_ACT
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.staleness import Standing
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.web.accounts.queries import names_then
from avstamp.web.start.visit import Visit
from avstamp.web.thread.evidence_lines import EvidenceLine, evidence_lines, explain
from avstamp.web.thread.index import Entry, ThreadIndex, is_answered_by, may_see, thread_index
from avstamp.web.thread.list_page import ClaimLine, claim_lines
from avstamp.web.thread.models import Claim
from avstamp.web.thread.offers import kinds_to_write
from avstamp.web.thread.permitting import UnknownClaim, why_not_complete
from avstamp.web.thread.readings import Readings, readings_beside_claim
from avstamp.web.thread.walking import WalkedClaim, walk_from
from avstamp.web.thread.words import names_for, signature, signed_author, signed_by


@dataclass(frozen=True)
class AnswerLine:
    """What was answered about a claim, by whom and when."""

    verdict: Phrase
    person: Text
    at: datetime
    replaced_by: int | None


@dataclass(frozen=True)
class ClaimEdge:
    """An edge from the claim to an earlier one, which can be taken from a draft."""

    id: int
    number: int


@dataclass(frozen=True)
class ClaimPage:
    """One claim with everything around it, and what the reader may do to it."""

    claim: Claim
    kind: Phrase
    author: Text
    signed: Text | None
    owner: Text
    horizon: Phrase | None
    written: date
    status: Phrase
    standing: Phrase
    is_draft: bool
    is_stale: bool
    is_open: bool
    because: Sequence[Phrase]
    evidence: Sequence[EvidenceLine]
    claims_below: Sequence[WalkedClaim]
    claims_above: Sequence[WalkedClaim]
    own_edges: Sequence[ClaimEdge]
    target: str
    versions: Sequence[ClaimLine]
    answers: Sequence[AnswerLine]
    readings: Readings | None
    may_edit: bool
    may_complete: Permission
    readers: Phrase
    may_dispatch: bool
    may_answer: bool
    kinds_above: Sequence[ClaimKind]


def visible_claim(visit: Visit, number: int) -> tuple[Claim, Entry, ThreadIndex]:
    """A claim that the reader sees; raises `UnknownClaim`."""
    index = thread_index(visit.start)
    entry = index.entries.get(number)
    if entry is None or not may_see(entry, visit):
        raise UnknownClaim(number)
    claim = Claim.objects.select_related("owner", "replaces", "start__organisation").get(pk=entry.id)
    return claim, entry, index


def claim_page(visit: Visit, number: int) -> ClaimPage:
    """Everything on the page of a claim; raises `UnknownClaim`."""
    claim, entry, index = visible_claim(visit, number)
    edges = list(claim.evidence.select_related("figure", "result", "target").order_by("pk"))
    names = names_for(visit.start, [entry.author])
    own = _is_own(entry, visit)
    is_open = entry.standing in (Standing.HOLDS, Standing.STALE)
    editing = may_any(Act.EDIT_DRAFT, visit.roles, replace(visit.matter, own=own)).allowed
    may_edit = entry.is_draft and is_open and editing
    has_readings = entry.kind.rank < ClaimKind.READING.rank and not entry.is_draft
    return ClaimPage(
        claim=claim,
        kind=Phrase(f"claim_kind.{entry.kind}"),
        author=signed_author(names, entry.author, owner=entry.owner, written=entry.written, roll=visit.roll),
        signed=signature(claim) if entry.kind in STANCES else None,
        owner=Verbatim(claim.owner.name) if claim.owner else Phrase("thread.owner.nobody"),
        horizon=Phrase(f"horizon.{claim.horizon}") if claim.horizon else None,
        written=claim.written_day,
        status=Phrase(f"document_status.{DocumentStatus(claim.status)}"),
        standing=Phrase(f"standing.{entry.standing}"),
        is_draft=entry.is_draft,
        is_stale=entry.standing is Standing.STALE,
        is_open=is_open,
        because=explain(visit.start, index.because.get(number, ())),
        evidence=evidence_lines(visit.start, edges),
        claims_below=walk_from(claim.pk, way="down", index=index, visit=visit),
        claims_above=walk_from(claim.pk, way="up", index=index, visit=visit),
        own_edges=[
            ClaimEdge(edge.pk, edge.target.number)
            for edge in edges
            if edge.target and may_edit and may_see(index.by_id[edge.target.pk], visit)
        ],
        target=str(number),
        versions=claim_lines(visit, _versions(entry, index, visit)),
        answers=_answers(claim),
        readings=readings_beside_claim(visit, claim, index) if has_readings else None,
        may_edit=may_edit,
        may_complete=_may_complete(claim, entry, visit),
        readers=Phrase(f"draft_readers.{entry.author.kind}", {"author": names.author(entry.author)}),
        may_dispatch=claim.status == DocumentStatus.COMPLETED.value and own and editing,
        may_answer=is_open and _may_answer(entry, visit),
        kinds_above=[] if entry.is_draft else kinds_to_write(visit, above=entry.kind),
    )


def _may_complete(claim: Claim, entry: Entry, visit: Visit) -> Permission:
    permission = visit.may(WRITING_ACT[entry.kind])
    why = why_not_complete(claim, by=visit.person)
    return (
        permission
        if why is None or not permission.allowed
        else replace(permission, allowed=False, reason=why)
    )


def _is_own(entry: Entry, visit: Visit) -> bool:
    person = str(visit.person.identifier)
    return belongs(person, entry.author, roll=visit.roll, written=entry.written, on=visit.today)


def _may_answer(entry: Entry, visit: Visit) -> bool:
    matter = replace(visit.matter, own=is_answered_by(entry, visit))
    return may_any(Act.ANSWER_CLAIM, visit.roles, matter).allowed


def _versions(entry: Entry, index: ThreadIndex, visit: Visit) -> list[Entry]:
    """Older and newer versions of a claim that the reader sees, oldest first, without the claim itself."""
    family, new = {entry.number}, [entry.number]
    while new:
        number = new.pop()
        older = index.entries[number].replaces
        near = {*index.versions_of.get(number, ()), *(() if older is None else (older,))}
        new += near - family
        family |= near
    found = (index.entries[number] for number in sorted(family - {entry.number}))
    return [one for one in found if may_see(one, visit)]


def _answers(claim: Claim) -> list[AnswerLine]:
    rows = list(claim.answers.select_related("person", "replaced_by").order_by("pk"))
    then = names_then(str(row.person.identifier) for row in rows if row.person)
    return [
        AnswerLine(
            Phrase(f"verdict.{row.verdict}"),
            signed_by(then, row.person, row.at),
            row.at,
            row.replaced_by.number if row.replaced_by else None,
        )
        for row in rows
    ]
