"""Which claims have to be looked at again, and because of what?

A *movement* is something a claim rests on that is no longer what it was: a figure that prints another value, a
result with another outcome, a claim that was withdrawn or replaced. Movements travel from a claim to those that rest
on it until an owner answers that the claim still holds; a claim is stale while a movement has reached it that its
owner has not answered. Nothing here is stored: it follows from revisions and answers every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.claims import Thread, subject_of
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion, differs, printed_like
from avstamp.domain.values import Phrase


class Moved(StrEnum):
    """What happened to something that a claim rests on."""

    REVISED = "revised"
    MISSING = "missing"
    GONE = "gone"
    METHOD = "method"
    DATA = "data"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved (a figure or result by its subject, a claim as `claim:NUMBER`), how, and what it became.

    `became` is the newly printed value, the new outcome, or the number of the claim that replaced; two revisions that
    print alike are one movement, so that an answer to one is an answer to the other.
    """

    subject: str
    how: Moved
    became: str = ""

    def explain(self) -> Phrase:
        """The movement as a sentence."""
        return Phrase(f"thread.moved.{self.how}", {"subject": self.subject, "became": self.became})


class Verdict(StrEnum):
    """What an owner answers when asked to look again."""

    STILL_HOLDS = "still_holds"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class OwnersAnswer:
    """An owner's answer about a claim: for `STILL_HOLDS` the movements looked at, for `REVISED` the new claim."""

    claim: int
    verdict: Verdict
    movements: frozenset[Movement] = frozenset()
    replaced_by: int | None = None

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.REVISED) != (self.replaced_by is not None):
            raise ValueError("an answer names a new claim when, and only when, the claim is revised")


class Standing(StrEnum):
    """Where a claim stands: holds, stale, replaced by a new version, or withdrawn."""

    HOLDS = "holds"
    STALE = "stale"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class World:
    """Figures and results as they were cited (by address) and as they are now (by subject).

    A figure or result that has no newest version is gone from its source.
    """

    cited_figures: Mapping[str, FigureVersion]
    newest_figures: Mapping[str, FigureVersion]
    cited_results: Mapping[str, ResultVersion]
    newest_results: Mapping[str, ResultVersion]


@dataclass(frozen=True)
class Links:
    """The thread as arrays, for C claims and E edges between claims: what staleness is computed from.

    `rank` (C,) is the place of each claim's kind; edge e says that claim `upper[e]` rests on claim `lower[e]`.
    """

    rank: NDArray[np.int8]
    upper: NDArray[np.int64]
    lower: NDArray[np.int64]


def movement_of_figure(subject: str, cited: FigureVersion, newest: FigureVersion | None) -> Movement | None:
    """How a figure has moved since it was cited; None when it prints the same."""
    if not differs(cited, newest):
        return None
    if newest is None:
        return Movement(subject, Moved.GONE)
    became = printed_like(newest, cited.decimals)
    return Movement(subject, Moved.REVISED if became else Moved.MISSING, became)


def movement_of_result(subject: str, cited: ResultVersion, newest: ResultVersion | None) -> Movement | None:
    """How a result has moved since it was cited; None when the outcome is the same, whatever made it."""
    if newest is None:
        return Movement(subject, Moved.GONE)
    if newest.outcome == cited.outcome:
        return None
    how = Moved.METHOD if newest.version != cited.version else Moved.DATA
    return Movement(subject, how, newest.outcome)


def spread(
    links: Links,
    *,
    direct: Mapping[int, Iterable[Movement]],
    closed: Mapping[int, Movement],
    answered: Mapping[int, Iterable[Movement]],
) -> dict[int, tuple[Movement, ...]]:
    """Let every movement travel up the thread, and say where it is still unanswered.

    Definition: for claim c with evidence D among claims, M(c) = (direct(c) ∪ ⋃ m(d) for d in D) \\ answered(c), where
    m(d) = {closed(d)} for a closed d and M(d) for any other; c is stale when it is not closed and M(c) is not empty.

    Args:
        links: the thread; claims are numbered by their place in its arrays.
        direct: for a claim, movements of the figures and results it cites itself.
        closed: for a claim that is withdrawn or replaced, the movement that it is for those that rest on it.
        answered: for a claim, the movements its owner has seen and said it holds in spite of.

    Returns:
        For each stale claim its unanswered movements, in order of subject.

    Source: docs/method/thread.md.
    """
    moves = _number_moves(direct, closed)
    bits = {movement: 1 << number for number, movement in enumerate(moves)}
    if not bits:
        return {}
    own, seen = _as_bits(direct, bits), _as_bits(answered, bits)
    passed_on = {claim: bits[movement] for claim, movement in closed.items()}
    unanswered: dict[int, int] = {}
    for claim, lower in _upwards(links):
        if claim in closed:
            continue
        reached = own.get(claim, 0)
        for below in lower:
            reached |= passed_on.get(below, 0)
        if reached and (reached := reached & ~seen.get(claim, 0)):
            passed_on[claim] = unanswered[claim] = reached
    return {claim: tuple(_movements(reached, moves)) for claim, reached in sorted(unanswered.items())}


def _number_moves(direct: Mapping[int, Iterable[Movement]], closed: Mapping[int, Movement]) -> list[Movement]:
    moves = {movement for group in direct.values() for movement in group} | set(closed.values())
    return sorted(moves, key=lambda movement: (movement.subject, movement.how, movement.became))


def _as_bits(groups: Mapping[int, Iterable[Movement]], bits: Mapping[Movement, int]) -> dict[int, int]:
    masks: dict[int, int] = {}
    for claim, group in groups.items():
        mask = 0
        for movement in group:
            mask |= bits.get(movement, 0)
        masks[claim] = mask
    return masks


def _movements(reached: int, moves: Sequence[Movement]) -> Iterator[Movement]:
    while reached:
        lowest = reached & -reached
        yield moves[lowest.bit_length() - 1]
        reached ^= lowest


def _upwards(links: Links) -> Iterator[tuple[int, Sequence[int]]]:
    """Each claim after everything it rests on, with what it rests on: kinds in their order are such an order."""
    by_upper = np.argsort(links.upper, kind="stable")
    begins = np.searchsorted(links.upper[by_upper], np.arange(len(links.rank) + 1)).tolist()
    lower = links.lower[by_upper].tolist()
    for claim in np.argsort(links.rank, kind="stable").tolist():
        yield claim, lower[begins[claim] : begins[claim + 1]]


@dataclass(frozen=True, slots=True)
class Review:
    """A whole thread looked through: where each claim stands, and what moved under those that are stale."""

    standing: Mapping[int, Standing]
    because: Mapping[int, tuple[Movement, ...]]


def review_thread(thread: Thread, world: World, answers: Iterable[OwnersAnswer] = ()) -> Review:
    """Say where every claim stands.

    Args:
        thread: claims and evidence.
        world: every figure and result the thread cites, as cited, and as far as they exist as they are now.
        answers: what owners have answered so far.

    Returns:
        The standing of every claim by number, and for the stale ones the movements not yet answered.

    Raises:
        KeyError: the world lacks a figure or result that the thread cites.
    """
    place = {claim.id: number for number, claim in enumerate(thread.claims)}
    closed, seen = _read_answers(answers)
    between = [edge for edge in thread.evidence if isinstance(edge.target, int)]
    links = Links(
        rank=np.array([claim.kind.rank for claim in thread.claims], np.int8),
        upper=np.array([place[edge.claim] for edge in between], np.int64),
        lower=np.array([place[edge.target] for edge in between if isinstance(edge.target, int)], np.int64),
    )
    stale = spread(
        links,
        direct={place[claim]: moves for claim, moves in _direct(thread, world).items()},
        closed={place[claim]: movement for claim, movement in closed.items()},
        answered={place[claim]: moves for claim, moves in seen.items()},
    )
    because = {thread.claims[number].id: moves for number, moves in stale.items()}
    standing = {claim.id: _standing(claim.id, closed, because) for claim in thread.claims}
    return Review(standing, because)


def _standing(claim: int, closed: Mapping[int, Movement], because: Mapping[int, object]) -> Standing:
    if claim in closed:
        return Standing.WITHDRAWN if closed[claim].how is Moved.WITHDRAWN else Standing.REPLACED
    return Standing.STALE if claim in because else Standing.HOLDS


def _read_answers(answers: Iterable[OwnersAnswer]) -> tuple[dict[int, Movement], dict[int, set[Movement]]]:
    closed: dict[int, Movement] = {}
    seen: dict[int, set[Movement]] = {}
    for answer in answers:
        if answer.verdict is Verdict.STILL_HOLDS:
            seen.setdefault(answer.claim, set()).update(answer.movements)
        elif answer.claim not in closed:  # what was closed first stays as it was closed
            closed[answer.claim] = closing_movement(answer.claim, answer.replaced_by)
    return closed, seen


def closing_movement(claim: int, replaced_by: int | None) -> Movement:
    """What a claim's closing is for those that rest on it: a withdrawal, or a new version in its place."""
    if replaced_by is None:
        return Movement(f"claim:{claim}", Moved.WITHDRAWN)
    return Movement(f"claim:{claim}", Moved.REPLACED, str(replaced_by))


def _direct(thread: Thread, world: World) -> dict[int, list[Movement]]:
    found: dict[int, list[Movement]] = {}
    for edge in thread.evidence:
        if isinstance(edge.target, int):
            continue
        subject, address = str(subject_of(edge.target)), str(edge.target)
        if isinstance(edge.target, FigureAddress):
            newest = world.newest_figures.get(subject)
            movement = movement_of_figure(subject, world.cited_figures[address], newest)
        else:
            movement = movement_of_result(
                subject, world.cited_results[address], world.newest_results.get(subject)
            )
        if movement is not None:
            found.setdefault(edge.claim, []).append(movement)
    return found
