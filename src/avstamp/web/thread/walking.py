"""How does one walk from a claim to what it rests on, and to what rests on it?

The thread is walked level by level, with one question a level: the kinds have an order, so there are never more
levels than kinds, however many claims there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from avstamp.domain.values import Phrase
from avstamp.web.start.visit import Visit
from avstamp.web.thread.index import Entry, ThreadIndex, may_see
from avstamp.web.thread.list_page import ClaimLine, claim_lines
from avstamp.web.thread.models import Evidence

Way = Literal["down", "up"]


@dataclass(frozen=True)
class WalkedClaim:
    """A claim that was met, how many edges away, and what the edge nearest the beginning says."""

    depth: int
    relation: Phrase
    line: ClaimLine


def walk_from(claim_id: int, *, way: Way, index: ThreadIndex, visit: Visit) -> list[WalkedClaim]:
    """Every claim under or above one, nearest first, each once; drafts of others are not walked through."""
    return _lines(_walk([claim_id], way=way, index=index, visit=visit), visit)


def walk_up_from_subject(subject: str, *, index: ThreadIndex, visit: Visit) -> list[WalkedClaim]:
    """Every claim that rests on a figure or a result, whatever its revision, and what rests on those."""
    start = visit.start
    figures = Evidence.objects.filter(claim__start=start, figure__subject=subject)
    results = Evidence.objects.filter(claim__start=start, result__subject=subject)
    nearest = [
        (1, relation, index.by_id[claim])
        for claim, relation in (figures | results)
        .order_by("claim__number")
        .values_list("claim_id", "relation")
        if claim in index.by_id and may_see(index.by_id[claim], visit)
    ]
    above = _walk([entry.id for _, _, entry in nearest], way="up", index=index, visit=visit, depth=2)
    return _lines([*nearest, *above], visit)


def _walk(
    begin: Iterable[int], *, way: Way, index: ThreadIndex, visit: Visit, depth: int = 1
) -> list[tuple[int, str, Entry]]:
    here, far = ("claim_id", "target_id") if way == "down" else ("target_id", "claim_id")
    level, met, walked = list(begin), set(begin), []
    while level:
        edges = Evidence.objects.filter(target__isnull=False, **{f"{here}__in": level})
        following = []
        for reached, relation in edges.order_by(far).values_list(far, "relation"):
            entry = index.by_id.get(reached)
            if reached not in met and entry is not None and may_see(entry, visit):
                met.add(reached)
                following.append(reached)
                walked.append((depth, relation, entry))
        level, depth = following, depth + 1
    return walked


def _lines(walked: Sequence[tuple[int, str, Entry]], visit: Visit) -> list[WalkedClaim]:
    lines = claim_lines(visit, [entry for _, _, entry in walked])
    return [
        WalkedClaim(depth, Phrase(f"relation.{relation}"), line)
        for (depth, relation, _), line in zip(walked, lines, strict=True)
    ]
