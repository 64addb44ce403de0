"""What may this reader write here now, and for whom?"""

from __future__ import annotations

from avstamp.domain.start.authors import Author
from avstamp.domain.thread.authorship import WRITING_ACT, authors_for
from avstamp.domain.thread.claims import ClaimKind
from avstamp.web.start.visit import Visit

WRITTEN_HERE = (
    ClaimKind.FINDING,
    ClaimKind.DRIVER,
    ClaimKind.STATEMENT,
    ClaimKind.CONCLUSION,
    ClaimKind.READING,
    ClaimKind.ASSESSMENT,
    ClaimKind.NEED,
    ClaimKind.GOAL,
)
"""Kinds that are written on the pages of the thread; decisions and effects come with the minutes."""


def kinds_to_write(visit: Visit, *, above: ClaimKind | None = None) -> list[ClaimKind]:
    """The kinds the reader may write now; with a kind, only those that may rest on it."""
    return [
        kind
        for kind in WRITTEN_HERE
        if (above is None or kind.rank > above.rank)
        and visit.may(WRITING_ACT[kind]).allowed
        and authors_to_write_for(visit, kind)
    ]


def authors_to_write_for(visit: Visit, kind: ClaimKind) -> tuple[Author, ...]:
    """On whose behalf the reader may write a kind, the nearest first."""
    return authors_for(str(visit.person.identifier), kind, roll=visit.roll, on=visit.today)
