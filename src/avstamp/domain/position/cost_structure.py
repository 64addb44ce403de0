"""Are we expensive, or are our conditions different? And what quality do we get for what it costs?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

LEAST_UNITS = 15


class Field(StrEnum):
    """Where a service lies when quality is set against resources."""

    CHEAP_AND_GOOD = "cheap_good"
    DEAR_AND_GOOD = "dear_good"
    CHEAP_AND_POOR = "cheap_poor"
    DEAR_AND_POOR = "dear_poor"


@dataclass(frozen=True, slots=True)
class CostSplit:
    """A service's net cost per inhabitant beside the mean of all, and the two parts of the difference (SEK).

    `conditions` is what the structure explains, `own` what it does not; together they are `cost` − `mean_cost`.
    """

    cost: float
    mean_cost: float
    reference: float
    deviation_percent: float
    conditions: float
    own: float
    n: int


def split_cost(
    reference: NDArray[np.float64], deviation_percent: NDArray[np.float64], column: int
) -> CostSplit | None:
    """What makes one unit's cost differ from the mean of all: its conditions, or what it does itself.

    Definition: cost_i = R_i (1 + p_i / 100), with the reference cost R and the net-cost deviation p;
        own_i = (cost_i − R_i) − mean_j (cost_j − R_j); conditions_i = R_i − mean_j R_j; means over all units with both.
    Args: `reference` (U,) SEK per inhabitant; `deviation_percent` (U,) per cent; `column` of the unit.
    Returns: the split in SEK per inhabitant; None where the unit lacks either, or fewer than 15 units have both.
    Raises: nothing.
    Source: RKA's net-cost deviation, which takes what structure explains from the cost; the split is Avstamp's own.
    Example:
        >>> split = split_cost(np.full(20, 100.0) + np.arange(20), np.r_[10.0, np.zeros(19)], 0)
        >>> round(split.cost, 1), round(split.conditions, 1), round(split.own, 1)
        (110.0, -9.5, 9.5)
    """
    known = ~np.isnan(reference) & ~np.isnan(deviation_percent)
    if not known[column] or known.sum() < LEAST_UNITS:
        return None
    beyond = reference * deviation_percent / 100
    cost = reference + beyond
    return CostSplit(
        cost=float(cost[column]),
        mean_cost=float(cost[known].mean()),
        reference=float(reference[column]),
        deviation_percent=float(deviation_percent[column]),
        conditions=float(reference[column] - reference[known].mean()),
        own=float(beyond[column] - beyond[known].mean()),
        n=int(known.sum()),
    )


def field_of(deviation_percent: float, quality: float, *, middle_quality: float) -> Field | None:
    """Which of four fields a service lies in: dearer or cheaper than its conditions, better or poorer than the median.

    Definition: dear when the net-cost deviation is above 0; good when the quality index is at or above the median.
    Returns: None when either is missing.

    Example:
        >>> field_of(-2.0, 61.0, middle_quality=54.2).value
        'cheap_good'
    """
    if np.isnan(deviation_percent) or np.isnan(quality) or np.isnan(middle_quality):
        return None
    good = quality >= middle_quality
    if deviation_percent > 0:
        return Field.DEAR_AND_GOOD if good else Field.DEAR_AND_POOR
    return Field.CHEAP_AND_GOOD if good else Field.CHEAP_AND_POOR
