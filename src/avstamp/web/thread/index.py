"""Where does every claim of a start stand, and who may see it? One list for all pages of a thread.

The list is made anew when anything has been written into the organisation's record, or when the fact base is another
one: both are its key, so nothing has to be thrown away. What it says of a person is asked of it each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import transaction

from avstamp.domain.errors import FactBaseUnusable
from avstamp.domain.start.authors import Author, AuthorKind, belongs
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.authorship import answers_for
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import Movement, Standing
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.library.figure_versions import figure_versions, result_versions
from avstamp.web.accounts.queries import identifiers_of
from avstamp.web.audit.queries import end_of_record
from avstamp.web.start.queries import Start
from avstamp.web.start.visit import Visit
from avstamp.web.thread.models import CitedResult, Claim
from avstamp.web.thread.queries import review_start

STARTS_KEPT = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in the list: what decides who sees it and where it is shown."""

    id: int
    number: int
    kind: ClaimKind
    status: str
    author: Author
    owner: str
    written: date
    standing: Standing
    replaces: int | None

    @property
    def is_draft(self) -> bool:
        """Whether it is working material, seen by its author's people only."""
        return self.status == DocumentStatus.WORKING.value


@dataclass(frozen=True)
class ThreadIndex:
    """Every claim of a start by number, newest last, and what moved under those that are stale."""

    entries: Mapping[int, Entry]
    because: Mapping[int, tuple[Movement, ...]]
    by_id: Mapping[int, Entry]
    versions_of: Mapping[int, tuple[int, ...]]


def thread_index(start: Start) -> ThreadIndex:
    """The list of a start as it is now."""
    record = end_of_record(start.organisation.key)
    return _index(start.pk, start.identifier.hex, record, facts_or_none())


def facts_or_none() -> FactBase | None:
    """The fact base that is open; none where there is none to open."""
    try:
        return open_fact_base()
    except FactBaseUnusable:
        return None


@lru_cache(maxsize=STARTS_KEPT)
def _index(start_id: int, identifier: str, record: str, facts: FactBase | None) -> ThreadIndex:
    with transaction.atomic():  # what is read in several questions is one state of the start
        start = Start.objects.get(pk=start_id)
        columns = ("id", "number", "kind", "status", "author_kind", "author_name", "written_day")
        found = Claim.objects.filter(start=start).order_by("number")
        rows = list(found.values_list(*columns, "owner_id", "replaces_id"))
        owners = {row[7] for row in rows}
        review = review_start(
            start,
            newest_figures=lambda subjects: newest_figures(facts, subjects),
            newest_results=newest_results(facts, _cited_results(start)),
            claims=[row[:3] for row in rows],
        )
        named = identifiers_of(owner for owner in owners if owner is not None)
    number_of = {row[0]: row[1] for row in rows}
    authors = {key: Author(AuthorKind(key[0]), key[1]) for key in {(row[4], row[5]) for row in rows}}
    kinds = {kind.value: kind for kind in ClaimKind}
    entries = {
        row[1]: Entry(
            id=row[0],
            number=row[1],
            kind=kinds[row[2]],
            status=row[3],
            author=authors[row[4], row[5]],
            owner=named.get(row[7], ""),
            written=row[6],
            standing=review.standing[row[1]],
            replaces=number_of.get(row[8]),
        )
        for row in rows
    }
    return ThreadIndex(
        entries, review.because, {entry.id: entry for entry in entries.values()}, _versions(entries.values())
    )


def _versions(entries: Iterable[Entry]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for entry in entries:
        if entry.replaces is not None:
            found[entry.replaces] = (*found.get(entry.replaces, ()), entry.number)
    return found


def _cited_results(start: Start) -> Sequence[str]:
    cited = CitedResult.objects.filter(evidence__claim__start=start)
    return list(cited.values_list("subject", flat=True).distinct())


def newest_figures(facts: FactBase | None, subjects: Iterable[str]) -> Mapping[str, FigureVersion]:
    """Figures as the fact base has them now; without a fact base none."""
    return {} if facts is None else figure_versions(facts, subjects)


def newest_results(facts: FactBase | None, subjects: Iterable[str]) -> Mapping[str, ResultVersion]:
    """Results as their methods compute them now; without a fact base none."""
    return {} if facts is None else result_versions(facts, subjects)


def may_see(entry: Entry, visit: Visit) -> bool:
    """Whether the person sees the claim: all that is complete, and drafts of one's own side only."""
    if not entry.is_draft:
        return True
    person = str(visit.person.identifier)
    return belongs(person, entry.author, roll=visit.roll, written=entry.written, on=visit.today)


def visible(index: ThreadIndex, visit: Visit) -> list[Entry]:
    """The claims that the person sees, newest first."""
    return [entry for entry in reversed(list(index.entries.values())) if may_see(entry, visit)]


def waits_for(entry: Entry, visit: Visit) -> bool:
    """Whether a stale claim waits for this person's answer."""
    return entry.standing is Standing.STALE and is_answered_by(entry, visit)


def is_answered_by(entry: Entry, visit: Visit) -> bool:
    """Whether the person is the one who answers for a claim."""
    return answers_for(
        str(visit.person.identifier),
        owner=entry.owner,
        author=entry.author,
        roll=visit.roll,
        written=entry.written,
        on=visit.today,
    )
