"""Which claims does a page of a thread show, and in what words?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.staleness import Standing
from avstamp.domain.values import Phrase, Text
from avstamp.web.start.visit import Visit
from avstamp.web.thread.index import Entry, thread_index, visible, waits_for
from avstamp.web.thread.models import Claim
from avstamp.web.thread.words import Names, names_for, signed_author

A_PAGE = 50
SHOWN = 240
"""Letters of a claim's text in a list; the whole stands on its own page."""

KIND, STANDING, PAGE = "slag", "lage", "sida"
"""What the address of a thread page says beside the start."""


@dataclass(frozen=True)
class ClaimLine:
    """One claim in a list."""

    number: int
    kind: Phrase
    text: str
    author: Text
    written: date
    standing: Phrase
    is_stale: bool
    is_draft: bool
    status: Phrase


@dataclass(frozen=True)
class Option:
    """One value to filter by, and whether it is the one chosen."""

    value: str
    name: Phrase
    is_chosen: bool


@dataclass(frozen=True)
class ThreadPage:
    """A page of claims, with what it is filtered by and how many wait for the reader."""

    lines: Sequence[ClaimLine]
    page: Page[Entry]
    count: int
    kinds: Sequence[Option]
    standings: Sequence[Option]
    waiting: int
    earlier: str
    later: str


def thread_page(visit: Visit, asked: Mapping[str, str]) -> ThreadPage:
    """The page of a thread that an address asks for; what it does not know in the address it leaves aside."""
    seen = visible(thread_index(visit.start), visit)
    kind = asked.get(KIND, "") if asked.get(KIND) in list(ClaimKind) else ""
    standing = asked.get(STANDING, "") if asked.get(STANDING) in list(Standing) else ""
    chosen = seen
    if kind:
        chosen = [entry for entry in chosen if entry.kind is ClaimKind(kind)]
    if standing:
        chosen = [entry for entry in chosen if entry.standing is Standing(standing)]
    page = Paginator(chosen, A_PAGE).get_page(asked.get(PAGE))
    filters = {name: value for name, value in ((KIND, kind), (STANDING, standing)) if value}

    def address(number: int) -> str:
        return "?" + urlencode({**filters, PAGE: number})

    return ThreadPage(
        lines=claim_lines(visit, page.object_list),
        page=page,
        count=len(chosen),
        kinds=[Option(one.value, Phrase(f"claim_kind.{one}"), one.value == kind) for one in ClaimKind],
        standings=[Option(one.value, Phrase(f"standing.{one}"), one.value == standing) for one in Standing],
        waiting=sum(waits_for(entry, visit) for entry in seen),
        earlier=address(page.number - 1) if page.has_previous() else "",
        later=address(page.number + 1) if page.has_next() else "",
    )


def waiting_lines(visit: Visit) -> Sequence[ClaimLine]:
    """The claims that wait for this person's answer, newest first."""
    seen = visible(thread_index(visit.start), visit)
    return claim_lines(visit, [entry for entry in seen if waits_for(entry, visit)])


def claim_lines(visit: Visit, entries: Iterable[Entry], names: Names | None = None) -> list[ClaimLine]:
    """Claims as lines of a list, in the order given."""
    shown = list(entries)
    texts = dict(Claim.objects.filter(pk__in=[entry.id for entry in shown]).values_list("pk", "text"))
    called = names or names_for(visit.start, [entry.author for entry in shown])
    return [_line(entry, texts[entry.id], called, visit) for entry in shown]


def _line(entry: Entry, text: str, names: Names, visit: Visit) -> ClaimLine:
    return ClaimLine(
        number=entry.number,
        kind=Phrase(f"claim_kind.{entry.kind}"),
        text=text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …",
        author=signed_author(names, entry.author, owner=entry.owner, written=entry.written, roll=visit.roll),
        written=entry.written,
        standing=Phrase(f"standing.{entry.standing}"),
        is_stale=entry.standing is Standing.STALE,
        is_draft=entry.is_draft,
        status=Phrase(f"document_status.{DocumentStatus(entry.status)}"),
    )
