"""What do people and methods assert, on what ground, and why can the thread never loop?

A claim rests on figures, results and claims of *earlier kinds*. The kinds have one order, so a chain of evidence
goes strictly down in it: a loop cannot be written. A claim that replaces another is of the same kind and newer, and
nothing else; what rested on the old one still names the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from avstamp.domain.errors import AvstampError
from avstamp.domain.start.authors import Author
from avstamp.domain.start.openness import Record
from avstamp.domain.thread.addresses import Address, FigureAddress, InvalidAddress


class ClaimKind(StrEnum):
    """What is asserted, in the order of the working model; a kind rests on kinds before it."""

    FINDING = "finding"
    DRIVER = "driver"
    STATEMENT = "statement"
    CONCLUSION = "conclusion"
    READING = "reading"
    ASSESSMENT = "assessment"
    NEED = "need"
    GOAL = "goal"
    DECISION = "decision"
    EFFECT = "effect"

    @property
    def rank(self) -> int:
        """Place in the order, from 0."""
        return _RANKS[self]


_RANKS = {kind: rank for rank, kind in enumerate(ClaimKind)}


class Relation(StrEnum):
    """What a piece of evidence does for a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Horizon(StrEnum):
    """How far ahead a claim looks."""

    YEAR = "year"
    TERM = "term"
    LONGER = "longer"


class EvidenceRefused(AvstampError, ValueError):
    """A claim cannot rest on, or replace, what it names; `claim` and `target` are the numbers of the two."""

    def __init__(self, claim: int, target: int, reason: str) -> None:
        self.claim = claim
        self.target = target
        super().__init__(f"claim {claim} and claim {target}: {reason}")


@dataclass(frozen=True, slots=True)
class Claim:
    """Something asserted. `id` is a number that grows with time; `owner` is the person who answers for it.

    `replaces` is the claim this one is a new version of.
    """

    id: int
    kind: ClaimKind
    text: str
    author: Author
    owner: str
    horizon: Horizon | None = None
    record: Record = field(default_factory=Record)
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One edge of the thread: a claim rests on a figure at a revision, a result, or another claim (by its number)."""

    claim: int
    target: Address | int
    relation: Relation

    def __post_init__(self) -> None:
        if isinstance(self.target, FigureAddress) and not self.target.revision:
            raise InvalidAddress(str(self.target), "evidence names the revision that was read")


@dataclass(frozen=True)
class Thread:
    """Claims and their evidence; a thread that exists has no loop.

    Raises:
        EvidenceRefused: an edge leads to a claim of the same or a later kind, or one that is not there; or a claim
            replaces one that is not older, not of its kind, or not there.
    """

    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by_id: Mapping[int, Claim] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {claim.id: claim for claim in self.claims})
        for edge in self.evidence:
            if isinstance(edge.target, int):
                self._check(edge.claim, edge.target)
        for claim in self.claims:
            if claim.replaces is not None:
                self._check_replaced(claim, claim.replaces)

    def _check(self, claim: int, target: int) -> None:
        if claim not in self.by_id or target not in self.by_id:
            raise EvidenceRefused(claim, target, "the thread does not have both")
        refuse_evidence(self.by_id[claim], self.by_id[target])

    def _check_replaced(self, claim: Claim, replaced: int) -> None:
        old = self.by_id.get(replaced)
        if old is None or old.id >= claim.id or old.kind is not claim.kind:
            raise EvidenceRefused(claim.id, replaced, "a new version replaces an older claim of its own kind")

    @cached_property
    def evidence_of(self) -> Mapping[int, tuple[Evidence, ...]]:
        """The edges of each claim that has any."""
        found: dict[int, list[Evidence]] = {}
        for edge in self.evidence:
            found.setdefault(edge.claim, []).append(edge)
        return {claim: tuple(edges) for claim, edges in found.items()}

    @cached_property
    def resting_on(self) -> Mapping[str | int, tuple[Evidence, ...]]:
        """The edges to each claim (by number) and each figure or result (by subject, whatever its revision)."""
        found: dict[str | int, list[Evidence]] = {}
        for edge in self.evidence:
            found.setdefault(subject_of(edge.target), []).append(edge)
        return {subject: tuple(edges) for subject, edges in found.items()}


def refuse_evidence(claim: Claim, target: Claim) -> None:
    """Refuse an edge that the order of kinds does not allow.

    Raises:
        EvidenceRefused: the target is of the same or a later kind.
    """
    if target.kind.rank >= claim.kind.rank:
        raise EvidenceRefused(
            claim.id, target.id, f"a {claim.kind} cannot rest on a {target.kind}, which comes after"
        )


def subject_of(target: Address | int) -> str | int:
    """What an edge leads to, whatever the revision: a claim's number, a figure, or a method with its parameters."""
    if isinstance(target, int):
        return target
    return str(target.newest) if isinstance(target, FigureAddress) else target.subject
