"""How do people place a driver, and how far do they agree?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SCALE = (1, 2, 3, 4, 5)
"""Very small, small, middling, large, very large: ordered steps with no distance between them."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one participant puts one driver: its effect on us and how uncertain its course is, each on `SCALE`."""

    participant: str
    effect: int
    uncertainty: int

    def __post_init__(self) -> None:
        if self.effect not in SCALE or self.uncertainty not in SCALE:
            raise ValueError(f"a placement is a step from 1 to 5, not {self.effect} and {self.uncertainty}")


@dataclass(frozen=True, slots=True)
class Spread:
    """How answers on `SCALE` lie: how many at each step, the middle, the quartiles, and how far they agree.

    `consensus` is 1 when all answer the same and 0 when half answer 1 and half 5 (Leik's measure).
    """

    counts: tuple[int, ...]
    median: float
    lower: int
    upper: int
    consensus: float

    @property
    def n(self) -> int:
        """How many have answered."""
        return sum(self.counts)


def ordinal_consensus(counts: Sequence[int]) -> float:
    """How far answers on an ordered scale agree, whatever the distances between its steps.

    Definition: with F_i the cumulative share up to step i of m, d_i is F_i where F_i < 1/2 and 1 − F_i elsewhere;
        dispersion D = 2 · Σ d_i / (m − 1) over i = 1 … m, consensus 1 − D.
    Args: `counts` answers at each step, lowest first; two steps or more.
    Returns: from 0 (half at each end) to 1 (all at one step); NaN without answers.
    Raises: nothing.
    Source: Leik (1966), A measure of ordinal consensus, Pacific Sociological Review 9(2), 85-90.
    Example:
        >>> ordinal_consensus([5, 0, 0, 0, 5]), ordinal_consensus([0, 0, 8, 0, 0]), ordinal_consensus([1, 1, 1, 1, 1])
        (0.0, 1.0, 0.4)
    """
    total = sum(counts)
    if total == 0:
        return math.nan
    reached = np.cumsum(counts) / total
    dispersion = float(np.where(reached < 0.5, reached, 1 - reached).sum())
    return round(1 - 2 * dispersion / (len(counts) - 1), 12)


def spread_of(answers: Sequence[int]) -> Spread | None:
    """The spread of answers on `SCALE`; None without answers.

    Definition: the median is the middle answer, between the two middle ones when they are even in number; a quartile
        is the lowest step that at least a quarter, or three quarters, of the answers do not exceed.
    Args: `answers` steps of `SCALE`. Returns: the spread. Raises: ValueError for an answer outside the scale.
    Source: the quartiles are the inverse of the distribution of the answers (type 1 in Hyndman & Fan 1996, American
        Statistician 50(4)), so that they are steps that somebody has chosen.
    Example:
        >>> spread = spread_of([2, 3, 3, 5])
        >>> spread.median, spread.lower, spread.upper, spread.counts
        (3.0, 2, 3, (0, 1, 2, 0, 1))
    """
    if strange := sorted(set(answers) - set(SCALE)):
        raise ValueError(f"answers outside the scale: {strange}")
    if not answers:
        return None
    ordered = sorted(answers)
    counts = tuple(ordered.count(step) for step in SCALE)
    return Spread(
        counts=counts,
        median=float(np.median(ordered)),
        lower=ordered[math.ceil(len(ordered) / 4) - 1],
        upper=ordered[math.ceil(3 * len(ordered) / 4) - 1],
        consensus=ordinal_consensus(counts),
    )


def columns_of(placements: Sequence[Placement]) -> NDArray[np.int64]:
    """Effect and uncertainty as two columns, in an order of their own so that who came first makes no difference."""
    pairs = sorted((placement.effect, placement.uncertainty) for placement in placements)
    return np.array(pairs, np.int64).reshape(-1, 2)
