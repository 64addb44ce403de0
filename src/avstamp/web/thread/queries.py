"""What do other steps ask of a thread, and which tables has an archive of it?"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.staleness import Verdict
from avstamp.domain.values import Text
from avstamp.web.start.queries import Start, roll_of
from avstamp.web.thread.models import Answer, CitedResult
from avstamp.web.thread.models import Claim as Claim
from avstamp.web.thread.tables import THREAD_TABLES as THREAD_TABLES
from avstamp.web.thread.tables import people_in_thread as people_in_thread
from avstamp.web.thread.tables import thread_tables as thread_tables
from avstamp.web.thread.targets import figure_now as figure_now
from avstamp.web.thread.targets import read_target as read_target
from avstamp.web.thread.targets import result_now as result_now
from avstamp.web.thread.targets import target_words as target_words
from avstamp.web.thread.words import names_for, signed_author
from avstamp.web.thread.words import outcome_words as outcome_words


def claim_numbered(start: Start, number: int) -> Claim:
    """A claim of a start; raises `Claim.DoesNotExist`."""
    return Claim.objects.select_related("start__organisation").get(start=start, number=number)


def is_cited(method: str, data: str) -> bool:
    """Whether somebody has rested a claim on a result of a method, or on a part of it, as it was on these data."""
    return CitedResult.objects.filter(subject__startswith=f"{method}/", data=data).exists()


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """A completed claim that nobody has closed: number, text and whose it is."""

    number: int
    text: str
    author: Text


def standing_claims(start: Start, kind: ClaimKind) -> list[StandingClaim]:
    """The claims of a kind that are completed and not closed, oldest first; no draft is told."""
    closing = Answer.objects.exclude(verdict=Verdict.STILL_HOLDS.value)
    completed = Claim.objects.filter(start=start, kind=kind.value).exclude(
        status=DocumentStatus.WORKING.value
    )
    open_still = completed.exclude(pk__in=closing.values("claim_id"))
    rows = list(open_still.select_related("owner").order_by("number"))
    authors = {row.pk: Author(AuthorKind(row.author_kind), row.author_name) for row in rows}
    names, roll = names_for(start, authors.values()), roll_of(start)
    return [
        StandingClaim(
            row.number,
            row.text,
            signed_author(
                names,
                authors[row.pk],
                owner=str(row.owner.identifier) if row.owner else "",
                written=row.written_day,
                roll=roll,
            ),
        )
        for row in rows
    ]
