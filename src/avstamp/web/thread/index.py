"""Where does every claim of a start stand, and who may see it? One list for all pages of a thread.

The list is kept with the end of the organisation's record, to which every write adds in the transaction of what was
done, whichever process did it. Nothing is done to a claim without an event about that claim, so where the record has
gone on its events say which claims to read anew; where all claims stand is then computed anew. What the list says of a
person is asked of it each time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import NamedTuple

from django.db import transaction

from avstamp.domain.start.authors import Author, AuthorKind, belongs
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.authorship import answers_for
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.thread.staleness import Movement, Review, Standing
from avstamp.factbase import FactBase
from avstamp.library.facts import facts_or_none as facts_or_none
from avstamp.library.figure_versions import figure_versions, result_versions
from avstamp.web.accounts.queries import identifiers_of
from avstamp.web.audit.queries import RecordEnd, end_of_record, subjects_since
from avstamp.web.start.queries import Start
from avstamp.web.start.visit import Visit
from avstamp.web.thread.result_kinds import is_own_result, own_results
from avstamp.web.thread.rows import ClaimRow, ThreadRows, read_rows, review_rows

STARTS_KEPT = 8
MOST_EVENTS = 200
"""Events after which a start is read whole: about as much work."""

_WORKING = DocumentStatus.WORKING.value
_KINDS = {kind.value: kind for kind in ClaimKind}


class Entry(NamedTuple):
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
        return self.status == _WORKING


@dataclass(frozen=True)
class ThreadIndex:
    """Every claim of a start by number, newest last, and what moved under those that are stale."""

    entries: Mapping[int, Entry]
    because: Mapping[int, tuple[Movement, ...]]
    by_id: Mapping[int, Entry]
    versions_of: Mapping[int, tuple[int, ...]]


@dataclass(frozen=True)
class _Kept:
    """A list with what it was made of, and where the record and which fact base it was made at."""

    end: RecordEnd
    facts: FactBase | None
    rows: ThreadRows
    index: ThreadIndex


_kept: OrderedDict[tuple[int, str], _Kept] = OrderedDict()
_keeping = Lock()


def thread_index(start: Start) -> ThreadIndex:
    """The list of a start as it is now."""
    key, organisation, facts = (start.pk, start.identifier.hex), start.organisation.key, facts_or_none()
    with _keeping:
        kept = _kept.get(key)
    if kept is None or kept.facts is not facts or kept.end != end_of_record(organisation):
        with transaction.atomic():  # what is read in several questions is one state of the start
            kept = _go_on(start, kept, facts)
    with _keeping:
        _kept[key] = kept
        _kept.move_to_end(key)
        while len(_kept) > STARTS_KEPT:
            _kept.popitem(last=False)
    return kept.index


def forget_lists() -> None:
    """Keep no list, as a process that has just begun."""
    with _keeping:
        _kept.clear()


def _go_on(start: Start, kept: _Kept | None, facts: FactBase | None) -> _Kept:
    """The list anew; of a start whose list is kept, only the claims that were written to since are read."""
    # The end is read first: what may be read on top of it is then read once more, and never taken as known.
    end = end_of_record(start.organisation.key)
    written = None if kept is None or kept.facts is not facts else _written_to(start, kept)
    rows = _read(start, facts, written)
    if kept is None or written is None:
        return _Kept(end, facts, rows, _index(rows, review_rows(rows)))
    touched = {row.id for row in kept.rows.claims.values() if row.number in written} | set(rows.claims)
    merged = kept.rows.written_over(rows, touched)
    return _Kept(end, facts, merged, _follow(kept.index, merged, review_rows(merged), touched))


def _written_to(start: Start, kept: _Kept) -> Collection[int] | None:
    """The claims that events since tell of; None where the whole start has to be read.

    A result of the start's own may have moved under any claim.
    """
    subjects = subjects_since(start.organisation.key, kept.end, most=MOST_EVENTS)
    if subjects is None or any(is_own_result(start, subject) for subject in subjects):
        return None
    about = f"start:{start.identifier}/claim:"
    return {int(subject.removeprefix(about)) for subject in subjects if subject.startswith(about)}


def _read(start: Start, facts: FactBase | None, numbers: Collection[int] | None) -> ThreadRows:
    return read_rows(
        start,
        newest_figures=lambda subjects: newest_figures(facts, subjects),
        newest_results=lambda subjects: newest_results(facts, subjects, start),
        numbers=numbers,
    )


def _index(rows: ThreadRows, review: Review) -> ThreadIndex:
    entries = {entry.number: entry for entry in _entries(rows, rows.claims.values(), review)}
    return _of_entries(entries, review)


def _follow(index: ThreadIndex, rows: ThreadRows, review: Review, touched: Collection[int]) -> ThreadIndex:
    """The list with the claims that were written to, and wherever any other stands otherwise than before."""
    read = [rows.claims[row] for row in touched if row in rows.claims]
    newer = {entry.number: entry for entry in _entries(rows, read, review)}
    entries = {
        number: newer.get(number) or _standing(index.entries[number], standing)
        for number, standing in review.standing.items()
    }
    return _of_entries(entries, review)


def _standing(entry: Entry, standing: Standing) -> Entry:
    return entry if entry.standing is standing else entry._replace(standing=standing)


def _of_entries(entries: Mapping[int, Entry], review: Review) -> ThreadIndex:
    by_id = {entry.id: entry for entry in entries.values()}
    return ThreadIndex(entries, review.because, by_id, _versions(entries.values()))


def _entries(rows: ThreadRows, read: Collection[ClaimRow], review: Review) -> Iterable[Entry]:
    authors: dict[tuple[str, str], Author] = {}
    named = identifiers_of({row.owner_id for row in read if row.owner_id is not None})
    for id, number, kind, status, author_kind, author_name, written, owner, replaces in read:
        author = authors.get((author_kind, author_name))
        if author is None:
            author = authors[author_kind, author_name] = Author(AuthorKind(author_kind), author_name)
        yield Entry(
            id,
            number,
            _KINDS[kind],
            status,
            author,
            named.get(owner, "") if owner else "",
            written,
            review.standing[number],
            rows.claims[replaces].number if replaces is not None and replaces in rows.claims else None,
        )


def _versions(entries: Iterable[Entry]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for entry in entries:
        if entry.replaces is not None:
            found[entry.replaces] = (*found.get(entry.replaces, ()), entry.number)
    return found


def newest_figures(facts: FactBase | None, subjects: Iterable[str]) -> Mapping[str, FigureVersion]:
    """Figures as the fact base has them now; without a fact base none."""
    return {} if facts is None else figure_versions(facts, subjects)


def newest_results(
    facts: FactBase | None, subjects: Iterable[str], start: Start
) -> Mapping[str, ResultVersion]:
    """Results as their methods compute them now, a start's own among them; without a fact base none."""
    asked = list(subjects)
    return {} if facts is None else {**result_versions(facts, asked), **own_results(start, asked)}


def may_see(entry: Entry, visit: Visit) -> bool:
    """Whether the person sees the claim: all that is complete, and drafts of one's own side only."""
    if not entry.is_draft:
        return True
    person = str(visit.person.identifier)
    return belongs(person, entry.author, roll=visit.roll, written=entry.written, on=visit.today)


def visible(index: ThreadIndex, visit: Visit) -> list[Entry]:
    """The claims that the person sees, newest first."""
    person = str(visit.person.identifier)
    own: dict[tuple[Author, date], bool] = {}  # many drafts have one author and day
    seen = []
    for entry in reversed(list(index.entries.values())):
        if entry.status == _WORKING:
            whose = (entry.author, entry.written)
            if whose not in own:
                own[whose] = belongs(
                    person, entry.author, roll=visit.roll, written=entry.written, on=visit.today
                )
            if not own[whose]:
                continue
        seen.append(entry)
    return seen


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
