"""What did the room answer? Results from counted marks, the same for named rounds and anonymous ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.outlook.drivers.placement import SCALE as PLACING_SCALE
from avstamp.domain.outlook.drivers.placement import ordinal_consensus
from avstamp.domain.room.answers import SKIP, Mark, Vote, plain_text
from avstamp.domain.room.exercises import Scale, Stage

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


def merge_said(texts: Iterable[str], *, headings: Mapping[str, str] | None = None) -> tuple[Said, ...]:
    """Words or notes that say the same, counted together.

    Definition: two texts say the same when their plain forms are equal, or when the leader has put both plain forms
    under one heading. The most common spelling stands for all, the first in the alphabet of several.

    Args:
        texts: what was written, in any order; the order never matters.
        headings: plain form to the heading the leader has put it under.

    Returns:
        Most said first, then by the alphabet.

    Example:
        >>> [(said.text, said.n) for said in merge_said(["Nyfiken", "nyfiken!", "trött", "Nyfiken"])]
        [('Nyfiken', 3), ('trött', 1)]
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, str] = {}
    for text in texts:
        plain = plain_text(text)
        heading = (headings or {}).get(plain)
        key = plain_text(heading) if heading else plain
        if heading:
            named[key] = heading
        spellings[key][text.strip()] += 1
    merged = [
        Said(named.get(key) or min(found, key=lambda text: (-found[text], text)), sum(found.values()))
        for key, found in spellings.items()
    ]
    return tuple(sorted(merged, key=lambda said: (-said.n, said.text.casefold(), said.text)))


def word_results(tally: Tally) -> tuple[Said, ...]:
    """Words of a check-in, most said first, then by the alphabet."""
    counted = [Said(mark.said, count) for mark, count in tally.items() if count]
    return tuple(sorted(counted, key=lambda said: (-said.n, said.text)))


def epa_results(notes: Iterable[tuple[Stage, str]]) -> Mapping[Stage, tuple[Said, ...]]:
    """Notes of each stage, merged; what is said at a later stage has been carried there by more people."""
    by_stage: dict[Stage, list[str]] = {stage: [] for stage in Stage}
    for stage, text in notes:
        by_stage[stage].append(text)
    return {stage: merge_said(texts) for stage, texts in by_stage.items()}


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long a role has spoken, in how many turns, and its shares of the time and of those present, 0 to 1."""

    role: str
    turns: int
    seconds: int
    share_of_time: float | None
    share_of_present: float | None


def speaking_time(turns: Sequence[tuple[str, int]], present: Mapping[str, int]) -> tuple[Spoken, ...]:
    """Speaking time by role beside the role's part of those present; never by person.

    Args:
        turns: role and length in seconds of each turn.
        present: people present by role; roles that have not spoken are listed too.

    Returns:
        One row a role, by name. A share is None where there is nothing to divide by.

    Raises:
        ValueError: a turn is shorter than nothing.

    Example:
        >>> rows = speaking_time([("ruling", 90), ("opposition", 30)], {"ruling": 6, "opposition": 6})
        >>> [(row.role, row.share_of_time, row.share_of_present) for row in rows]
        [('opposition', 0.25, 0.5), ('ruling', 0.75, 0.5)]
    """
    if any(seconds < 0 for _, seconds in turns):
        raise ValueError(f"a turn cannot be shorter than 0 s: {turns}")
    all_seconds, all_present = sum(seconds for _, seconds in turns), sum(present.values())
    found = []
    for role in sorted({*present, *(role for role, _ in turns)}):
        own = [seconds for speaker, seconds in turns if speaker == role]
        found.append(
            Spoken(
                role,
                len(own),
                sum(own),
                sum(own) / all_seconds if all_seconds else None,
                present.get(role, 0) / all_present if all_present else None,
            )
        )
    return tuple(found)
