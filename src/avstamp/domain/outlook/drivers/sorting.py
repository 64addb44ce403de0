"""Is a driver something to plan by, something to prepare for both ways, or something to watch?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.drivers.groups import FEWEST
from avstamp.domain.outlook.drivers.placement import Placement, Spread, columns_of, spread_of

MIDDLE = 3
"""The scale's middle step; what lies above it is high."""

DRAWS = 2000
SEED = 20261124


class SortKind(StrEnum):
    """What a driver is to the planning."""

    ASSUMPTION = "assumption"
    CRITICAL = "critical"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Sorting:
    """How a driver sorts, and how often it would with other participants like these.

    `shares` has the share of the draws that sort it as each kind.
    """

    kind: SortKind
    effect: Spread
    uncertainty: Spread
    shares: dict[SortKind, float]

    @property
    def otherwise(self) -> float:
        """The share of the draws that sort it in another way."""
        return 1 - self.shares[self.kind]


def sort_driver(placements: Sequence[Placement]) -> Sorting | None:
    """Sort one driver by what its participants have answered, and say how sure the sorting is.

    Definition: with medians above 3 counted as high, high effect and low uncertainty is a planning assumption, high
        effect and high uncertainty a critical uncertainty, the rest to watch. The same participants are drawn anew,
        with replacement, 2,000 times; the shares say how the draws sort it.
    Args: `placements` of one driver, one a participant, in any order.
    Returns: the sorting; None with fewer than five participants, whose answers are not shown.
    Raises: ValueError when a participant stands twice.
    Source: the two axes as in scenario planning (Schwartz 1991, The Art of the Long View); Efron (1979), Bootstrap
        methods, Annals of Statistics 7(1), 1-26. The draws have a fixed seed: the same answers sort the same anywhere.
    Example:
        >>> sorting = sort_driver([Placement(str(n), 5, 1) for n in range(8)])
        >>> sorting.kind.value, sorting.otherwise
        ('assumption', 0.0)
    """
    if len({placement.participant for placement in placements}) != len(placements):
        raise ValueError("a participant has placed the driver twice")
    if len(placements) < FEWEST:
        return None
    answers = columns_of(placements)
    effect, uncertainty = spread_of(answers[:, 0].tolist()), spread_of(answers[:, 1].tolist())
    assert effect is not None
    assert uncertainty is not None
    chosen = np.random.Generator(np.random.Philox(SEED)).integers(
        len(answers), size=(DRAWS, len(answers)), dtype=np.int64
    )
    medians = np.median(answers[chosen], axis=1)
    drawn = _kinds(medians)
    shares = {kind: float(np.mean(drawn == code)) for code, kind in enumerate(SortKind)}
    own = np.array([[effect.median, uncertainty.median]])
    return Sorting(tuple(SortKind)[int(_kinds(own)[0])], effect, uncertainty, shares)


def _kinds(medians: NDArray[np.float64]) -> NDArray[np.int64]:
    """The kind of each pair of medians, as its place in `SortKind`."""
    high = medians > MIDDLE
    order = list(SortKind)
    watch, critical, assumption = (
        order.index(kind) for kind in (SortKind.WATCH, SortKind.CRITICAL, SortKind.ASSUMPTION)
    )
    return np.where(~high[:, 0], watch, np.where(high[:, 1], critical, assumption))
