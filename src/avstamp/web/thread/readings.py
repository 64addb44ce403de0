"""Which readings stand beside a figure or a joint claim, and who has not written any?

Every party in the council has its place, in the order of seats and in the same size, whether it has written or not;
a side and an elected person without party have one when they have written. Officials' assessments stand apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.permissions import Act, Permission
from avstamp.domain.start.steps import Step, StepState
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.staleness import Standing
from avstamp.domain.values import Phrase, Text
from avstamp.web.accounts.queries import NamesThen, names_then
from avstamp.web.start.visit import Visit
from avstamp.web.thread.index import Entry, ThreadIndex, may_see
from avstamp.web.thread.models import Claim, Evidence
from avstamp.web.thread.words import Names, names_for, signed_by

STANDS = (Standing.HOLDS, Standing.STALE)


@dataclass(frozen=True)
class ReadingText:
    """One reading or assessment: its text, who signed it and when."""

    number: int
    text: str
    signed: Text
    written: date
    is_stale: bool
    is_draft: bool
    version: int


@dataclass(frozen=True)
class Place:
    """Where a party, a side or a person says how it reads the fact; empty until it has."""

    author: Text
    texts: Sequence[ReadingText]
    empty: Phrase | None


@dataclass(frozen=True)
class Readings:
    """Everyone's place beside a fact, the officials' assessments, and whether the reader may write now."""

    places: Sequence[Place]
    assessments: Sequence[ReadingText]
    writing: Permission
    assessing: Permission
    are_open: bool


def readings_beside_claim(visit: Visit, claim: Claim, index: ThreadIndex) -> Readings:
    """The readings and assessments that rest on a claim."""
    return _readings(visit, Q(target=claim), index)


def readings_beside_figure(visit: Visit, subject: str, index: ThreadIndex) -> Readings:
    """The readings and assessments that rest on a figure, whatever its revision."""
    return _readings(visit, Q(figure__subject=subject), index)


def _readings(visit: Visit, on: Q, index: ThreadIndex) -> Readings:
    rows = _rows(visit, on)
    shown = [(index.by_id[row.pk], row) for row in rows if row.pk in index.by_id]
    shown = [(entry, row) for entry, row in shown if entry.standing in STANDS and may_see(entry, visit)]
    names = names_for(visit.start, [entry.author for entry, _ in shown])
    then = names_then(str(row.owner.identifier) for _, row in shown if row.owner)
    texts: dict[Author, list[ReadingText]] = {}
    assessments = []
    for entry, row in shown:
        text = _text(entry, row, index, then)
        if entry.kind is ClaimKind.ASSESSMENT:
            assessments.append(text)
        else:
            texts.setdefault(entry.author, []).append(text)
    writing = visit.may(Act.WRITE_READING)
    return Readings(
        places=_places(texts, names),
        assessments=assessments,
        writing=writing,
        assessing=visit.may(Act.GIVE_ASSESSMENT),
        are_open=visit.steps[Step.ANALYSIS] is StepState.DONE,
    )


def _rows(visit: Visit, on: Q) -> QuerySet[Claim]:
    edges = Evidence.objects.filter(
        on,
        claim__start=visit.start,
        claim__kind__in=[ClaimKind.READING.value, ClaimKind.ASSESSMENT.value],
    )
    return Claim.objects.filter(pk__in=edges.values("claim_id")).select_related("owner").order_by("number")


def _places(texts: dict[Author, list[ReadingText]], names: Names) -> list[Place]:
    """Sides first, then every party by seats, then people without party."""
    sides = [author for author in texts if author.kind is AuthorKind.SIDE]
    parties = [Author(AuthorKind.PARTY, code) for code in names.parties]
    others = [author for author in texts if author not in (*sides, *parties)]
    return [
        Place(
            names.author(author),
            texts.get(author, ()),
            None if author in texts else Phrase("thread.reading.none", {"party": names.author(author)}),
        )
        for author in (*sides, *parties, *others)
    ]


def _text(entry: Entry, row: Claim, index: ThreadIndex, then: NamesThen) -> ReadingText:
    return ReadingText(
        number=entry.number,
        text=row.text,
        signed=signed_by(then, row.owner, row.written_at),
        written=row.written_day,
        is_stale=entry.standing is Standing.STALE,
        is_draft=entry.is_draft,
        version=_version(entry, index),
    )


def _version(entry: Entry, index: ThreadIndex) -> int:
    """Which version this is, from 1."""
    version, older = 1, entry.replaces
    while older is not None:
        version, older = version + 1, index.entries[older].replaces
    return version
