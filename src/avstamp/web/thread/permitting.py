"""May this person do this to this claim? What every action of the thread asks before it writes."""

from __future__ import annotations

from datetime import datetime

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.start.authors import Author, AuthorKind, belongs
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.roll import Roll
from avstamp.domain.thread.authorship import GROUNDED, WRITING_ACT, answers_for, authors_for, why_not_alone
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import Start, part_of, roll_of
from avstamp.web.thread.models import Claim


class ClaimRefused(AvstampError, ValueError):
    """Something cannot be done to a claim as it stands; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


class UnknownClaim(AvstampError, LookupError):
    """The start has no such claim, or it is a draft that is not the reader's: which of them is not told."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"the thread has no claim {number} for this reader")


class UnknownDispute(AvstampError, LookupError):
    """The start has no dispute of that number."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"the start has no dispute {number}")


def author_of(claim: Claim) -> Author:
    """Whose a claim is."""
    return Author(AuthorKind(claim.author_kind), claim.author_name)


def lock_claim(claim: Claim) -> None:
    """Read the claim anew, and hold it until the transaction ends: what is decided is decided on the row as it is.

    The page that asks has read the claim before the transaction began, and another may have completed it since.
    """
    rows = Claim.objects.select_for_update(of=("self",))
    claim.refresh_from_db(from_queryset=rows.select_related("start__organisation", "owner", "replaces"))


def is_own(claim: Claim, person: Person, *, roll: Roll, at: datetime) -> bool:
    """Whether a claim is also this person's, as one of its author's people."""
    return belongs(
        str(person.identifier), author_of(claim), roll=roll, written=claim.written_day, on=legal_day(at)
    )


def is_for_answering(claim: Claim, person: Person, *, roll: Roll, at: datetime) -> bool:
    """Whether the person answers for the claim."""
    return answers_for(
        str(person.identifier),
        owner=str(claim.owner.identifier) if claim.owner else "",
        author=author_of(claim),
        roll=roll,
        written=claim.written_day,
        on=legal_day(at),
    )


def require_writing(
    start: Start, kind: ClaimKind, author: Author, *, by: Person | None, at: datetime
) -> None:
    """Refuse to write a claim of a kind, or for somebody one does not belong to.

    Raises:
        NotPermitted: the person may not write the kind, now or ever.
        ClaimRefused: the author is not the person's own party or side, nor one the kind can have.
    """
    if by is None:
        return
    require(WRITING_ACT[kind], start, by=by, at=at)
    if author not in authors_for(str(by.identifier), kind, roll=part_of(start, by), on=legal_day(at)):
        raise ClaimRefused(Phrase("thread.author.not_yours"))


def require_draft(claim: Claim, *, by: Person | None, at: datetime) -> None:
    """Refuse to change what is no draft, or another's.

    Raises:
        NotPermitted: the draft is not the person's own side's.
        ClaimRefused: the claim is completed, so that only a new version changes it.
    """
    require_own(claim, by=by, at=at)
    if claim.status != DocumentStatus.WORKING.value:
        raise ClaimRefused(Phrase("thread.claim.not_draft"))


def require_readable(claim: Claim, *, by: Person | None, at: datetime) -> None:
    """Refuse to build on a draft that is not one's own; raises `NotPermitted`."""
    if by is not None and claim.status == DocumentStatus.WORKING.value:
        own = is_own(claim, by, roll=part_of(claim.start, by), at=at)
        require(Act.READ_DRAFT, claim.start, by=by, at=at, own=own)


def why_not_complete(claim: Claim, *, by: Person | None) -> Phrase | None:
    """Why the claim cannot be completed as it is, by a person; None where it can."""
    if by is None:
        return None
    kind = ClaimKind(claim.kind)
    if kind in GROUNDED and not claim.evidence.exists():
        return Phrase("thread.claim.no_evidence")
    return why_not_alone(author_of(claim), kind, roll=roll_of(claim.start), on=claim.written_day)


def require_answer(claim: Claim, *, by: Person | None, at: datetime) -> None:
    """Refuse an answer by one who does not answer for the claim; raises `NotPermitted`."""
    if by is not None:
        # Whether it is the owner's alone to answer is told by the owner's part, not by that of the one who asks.
        own = is_for_answering(claim, by, roll=roll_of(claim.start), at=at)
        require(Act.ANSWER_CLAIM, claim.start, by=by, at=at, own=own)


def require_own(claim: Claim, *, by: Person | None, at: datetime) -> None:
    """Refuse to change, complete or dispatch what is not one's own side's; raises `NotPermitted`."""
    if by is not None:
        own = is_own(claim, by, roll=part_of(claim.start, by), at=at)
        require(Act.EDIT_DRAFT, claim.start, by=by, at=at, own=own)
