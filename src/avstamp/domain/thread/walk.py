"""What does a claim rest on, all the way down, and what rests on a figure or a claim, all the way up?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from avstamp.domain.thread.addresses import Address
from avstamp.domain.thread.claims import Evidence, Thread, subject_of


@dataclass(frozen=True, slots=True)
class WalkedEdge:
    """An edge of the thread and how many edges away from the beginning it was met, from 1."""

    depth: int
    edge: Evidence


def walk_down(thread: Thread, claim: int) -> tuple[WalkedEdge, ...]:
    """Every edge under a claim, nearest first, each once: what it rests on, and what that rests on."""
    return _walk(
        [claim],
        edges=lambda subject: thread.evidence_of.get(subject, ()) if isinstance(subject, int) else (),
        onward=lambda edge: subject_of(edge.target),
    )


def walk_up(thread: Thread, target: Address | int) -> tuple[WalkedEdge, ...]:
    """Every edge above a claim, figure or result, nearest first, each once: what rests on it, and what rests on that.

    A figure or result is taken whatever its revision, so that a page about it shows everything that ever cited it.
    """
    return _walk(
        [subject_of(target)],
        edges=lambda subject: thread.resting_on.get(subject, ()),
        onward=lambda edge: edge.claim,
    )


def _walk(
    begin: list[str | int],
    *,
    edges: Callable[[str | int], Iterable[Evidence]],
    onward: Callable[[Evidence], str | int],
) -> tuple[WalkedEdge, ...]:
    met, walked, depth = set(begin), [], 1
    here = begin
    while here:
        following: list[str | int] = []
        for subject in here:
            for edge in edges(subject):
                walked.append(WalkedEdge(depth, edge))
                if (far := onward(edge)) not in met:
                    met.add(far)
                    following.append(far)
        here, depth = following, depth + 1
    return tuple(walked)
