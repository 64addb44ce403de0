"""What did the room answer? Results from counted marks, the same for named rounds and anonymous ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.outlook.drivers.placement import SCALE as PLACING_SCALE
from avstamp.domain.outlook.drivers.placement import ordinal_consensus
from avstamp.domain.room.answers import SKIP, Mark, Vote
from avstamp.domain.room.exercises import Scale

Tally = Mapping[Mark, int]
"""How many said what about which item, in one group or in several together."""

_CHOICE = re.compile(r"([\d.]+)\+(\d+)-(\d+)")


def add_tallies(tallies: Iterable[Tally]) -> dict[Mark, int]:
    """Several groups' counts as one."""
    total: Counter[Mark] = Counter()
    for tally in tallies:
        total.update(tally)
    return dict(total)


@dataclass(frozen=True, slots=True)
class Group:
    """Roles that are shown as one, how many of them have answered, and their marks counted."""

    roles: frozenset[str]
    n: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class StatementResult:
    """How a group voted on one statement."""

    agree: int
    disagree: int
    undecided: int
    skipped: int

    @property
    def answered(self) -> int:
        """Those who gave one of the three answers."""
        return self.agree + self.disagree + self.undecided

    @property
    def share(self) -> float | None:
        """The share that agrees of those who answered, 0 to 1; None when nobody did."""
        return self.agree / self.answered if self.answered else None

    @property
    def votes_that_turn(self) -> int | None:
        """How many would have to change their vote for those who agree and disagree to change places; None of none.

        Definition: the fewest who change from the side with more to the other so that the other has more, or, when
        both are as many, 1.

        Example:
            >>> StatementResult(12, 9, 3, 0).votes_that_turn, StatementResult(4, 4, 0, 0).votes_that_turn
            (2, 1)
        """
        if not self.agree + self.disagree:
            return None
        return abs(self.agree - self.disagree) // 2 + 1


def statement_results(tally: Tally, items: int) -> tuple[StatementResult, ...]:
    """Votes on each statement, in the order of the statements.

    Definition: share = agree / (agree + disagree + undecided); skipped votes are counted beside and in no share.

    Args:
        tally: the group's marks.
        items: how many statements there are.

    Returns:
        One result a statement.

    Example:
        >>> tally = {Mark(0, "agree"): 6, Mark(0, "disagree"): 2, Mark(0, "skip"): 1}
        >>> statement_results(tally, 1)[0].share
        0.75
    """
    order = (Vote.AGREE, Vote.DISAGREE, Vote.UNDECIDED, SKIP)
    return tuple(
        StatementResult(*(tally.get(Mark(item, str(said)), 0) for said in order)) for item in range(items)
    )


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """How answers lie on ordered steps, lowest first; `consensus` as in `ordinal_consensus`, None without answers."""

    counts: tuple[int, ...]
    steps: tuple[int, ...]
    skipped: int = 0

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def median(self) -> float | None:
        """The middle answer, the mean of the two middle ones when they are even in number; None without answers."""
        if not self.n:
            return None
        ordered = [step for step, count in zip(self.steps, self.counts, strict=True) for _ in range(count)]
        return (ordered[(self.n - 1) // 2] + ordered[self.n // 2]) / 2

    @property
    def consensus(self) -> float | None:
        """From 0, half at each end, to 1, all at one step; None without answers."""
        return ordinal_consensus(self.counts) if self.n else None


def scale_results(tally: Tally, items: int, scale: Scale) -> tuple[ScaleResult, ...]:
    """Answers on a scale for each item."""
    return tuple(
        ScaleResult(
            tuple(tally.get(Mark(item, str(step)), 0) for step in scale.steps),
            scale.steps,
            tally.get(Mark(item, SKIP), 0),
        )
        for item in range(items)
    )


@dataclass(frozen=True, slots=True)
class PlacingResult:
    """Where a group places one driver: the spread of effect and of uncertainty, and how many chose each square."""

    effect: ScaleResult
    uncertainty: ScaleResult
    squares: Mapping[tuple[int, int], int]


def placing_results(tally: Tally, items: int) -> tuple[PlacingResult, ...]:
    """Placings of each driver by effect and uncertainty."""
    found: list[PlacingResult] = []
    for item in range(items):
        squares: Counter[tuple[int, int]] = Counter()
        for mark, count in tally.items():
            if mark.item == item and mark.said != SKIP:
                effect, uncertainty = mark.said.split("x")
                squares[int(effect), int(uncertainty)] += count
        skipped = tally.get(Mark(item, SKIP), 0)
        spreads = [
            ScaleResult(
                tuple(
                    sum(n for square, n in squares.items() if square[axis] == step) for step in PLACING_SCALE
                ),
                PLACING_SCALE,
                skipped,
            )
            for axis in (0, 1)
        ]
        found.append(PlacingResult(spreads[0], spreads[1], dict(squares)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class BestWorstResult:
    """How often one need was shown, chosen as most important and as least important."""

    shown: int
    best: int
    worst: int

    @property
    def score(self) -> float | None:
        """(best − worst) / shown, from −1 to 1; None when it was never shown."""
        return (self.best - self.worst) / self.shown if self.shown else None


def best_worst_results(tally: Tally, items: int) -> tuple[BestWorstResult, ...]:
    """Counts of each need over all sets it was shown in.

    Definition: score = (times best − times worst) / times shown.

    Source: Louviere, Flynn and Marley (2015), *Best-Worst Scaling*, Cambridge University Press, on counting analysis.

    Example:
        >>> [result.score for result in best_worst_results({Mark(0, "0.1.2.3+3-0"): 2, Mark(0, "0.1.2.3+1-0"): 2}, 4)]
        [-1.0, 0.5, 0.0, 0.5]
    """
    shown, best, worst = Counter[int](), Counter[int](), Counter[int]()
    for mark, count in tally.items():
        if (choice := _CHOICE.fullmatch(mark.said)) is not None:
            shown.update({int(item): count for item in choice[1].split(".")})
            best[int(choice[2])] += count
            worst[int(choice[3])] += count
    return tuple(BestWorstResult(shown[item], best[item], worst[item]) for item in range(items))


@dataclass(frozen=True, slots=True)
class Said:
    """A word or note and how many said it, in its most common spelling."""

    text: str
    n: int


@dataclass(frozen=True, slots=True)
class StageSaid:
    """What was said in EPA, and by how many notes alone, in pairs and by all: what went from one stage to the next."""

    text: str
    counts: tuple[int, ...]


def word_results(tally: Tally) -> tuple[Said, ...]:
    """Words of a check-in, most said first, then by the alphabet."""
    counted = [Said(mark.said, count) for mark, count in tally.items() if count]
    return tuple(sorted(counted, key=lambda said: (-said.n, said.text)))


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long a group of roles has spoken, in how many turns, and its shares of the time and of those present, 0 to 1.

    Shares are None where there is nothing to divide by.
    """

    roles: frozenset[str]
    turns: int
    seconds: int
    share_of_time: float | None
    share_of_present: float | None


def speaking_time(
    turns: Sequence[tuple[str, int]], present: Mapping[frozenset[str], int]
) -> tuple[Spoken, ...]:
    """Speaking time by role beside the role's part of those present; never by person.

    What is said laget runt is heard by all, and so is who says it; what is kept should still not be about one person.
    Roles are therefore put together as among those present, and a role that is not there goes with the smallest row.

    Args:
        turns: role and length in seconds of each turn.
        present: people present in each row of roles; rows that have not spoken are listed too. Without rows all turns
            are one row.

    Returns:
        One row for each of `present`, by name.

    Raises:
        ValueError: a turn is shorter than nothing.

    Example:
        >>> both = {frozenset({"ruling"}): 6, frozenset({"opposition"}): 6}
        >>> rows = speaking_time([("ruling", 90), ("opposition", 30)], both)
        >>> [(sorted(row.roles), row.share_of_time, row.share_of_present) for row in rows]
        [(['opposition'], 0.25, 0.5), (['ruling'], 0.75, 0.5)]
    """
    if any(seconds < 0 for _, seconds in turns):
        raise ValueError(f"a turn cannot be shorter than 0 s: {turns}")
    rows = dict(present) or {frozenset(role for role, _ in turns): 0}
    smallest = min(rows, key=lambda roles: (rows[roles], sorted(roles)))
    row_of = {role: roles for roles in rows for role in roles}
    lengths: dict[frozenset[str], list[int]] = {roles: [] for roles in rows}
    for role, seconds in turns:
        lengths[row_of.get(role, smallest)].append(seconds)
    all_seconds, all_present = sum(seconds for _, seconds in turns), sum(rows.values())
    return tuple(
        Spoken(
            roles,
            len(lengths[roles]),
            sum(lengths[roles]),
            sum(lengths[roles]) / all_seconds if all_seconds else None,
            rows[roles] / all_present if all_present else None,
        )
        for roles in sorted(rows, key=sorted)
    )


@dataclass(frozen=True, slots=True)
class Gathered:
    """All of an exercise that may be shown: counts of groups, notes put together, notes by stage, and speaking."""

    groups: tuple[Group, ...] = ()
    said: tuple[Said, ...] = ()
    stages: tuple[StageSaid, ...] = ()
    spoken: tuple[Spoken, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.groups or self.said or any(row.turns for row in self.spoken))
