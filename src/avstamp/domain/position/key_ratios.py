"""How much room for action does the economy give: in the long run, in the short run, against risk, under control?

The four perspectives are those of the financial profiles that municipalities know. Which ratios stand for each, and
how they are placed, is Avstamp's own choice and is printed beside the profile: the exact rules of the published profile
are not open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

LEAST_UNITS = 15


class Perspective(StrEnum):
    """One of the four sides of the profile."""

    LONG_TERM = "long_term"
    SHORT_TERM = "short_term"
    RISK = "risk"
    CONTROL = "control"


class Span(StrEnum):
    """Which years a ratio looks at."""

    NEWEST = "newest"
    MEAN_OF_THREE = "mean_of_three"
    LOWEST_OF_FIVE = "lowest_of_five"


YEARS = {Span.NEWEST: 1, Span.MEAN_OF_THREE: 3, Span.LOWEST_OF_FIVE: 5}
"""How many years each span needs."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One ratio of the profile; `outward` is 1 where a higher value gives more room for action, -1 where a lower."""

    key: str
    indicator: str
    perspective: Perspective
    outward: int
    span: Span = Span.NEWEST


RATIOS: tuple[Ratio, ...] = (
    Ratio("equity", "N03002", Perspective.LONG_TERM, 1),
    Ratio("self_financing", "N03103", Perspective.LONG_TERM, 1, Span.MEAN_OF_THREE),
    Ratio("liquidity", "N03105", Perspective.SHORT_TERM, 1),
    Ratio("result", "N03102", Perspective.SHORT_TERM, 1),
    Ratio("debt", "N03125", Perspective.RISK, -1),
    Ratio("group_debt", "N03126", Perspective.RISK, -1),
    Ratio("mean_result", "N03102", Perspective.CONTROL, 1, Span.MEAN_OF_THREE),
    Ratio("weakest_result", "N03102", Perspective.CONTROL, 1, Span.LOWEST_OF_FIVE),
)
"""The eight ratios, two a perspective, in the order they stand around the circle."""


def over_span(values: NDArray[np.float64], span: Span) -> NDArray[np.float64]:
    """A ratio over its years.

    Definition: the newest value; the mean of the newest three; the lowest of the newest five.
    Args: `values` (years, units), oldest first, as many years as the span needs, or fewer.
    Returns: (units,), in the indicator's unit; NaN where any of the years is missing: a mean of two is another ratio.
    Raises: nothing. Source: Avstamp's own.
    Example:
        >>> years = np.array([[1.0, 2.0], [3.0, np.nan], [5.0, 4.0]])
        >>> over_span(years, Span.MEAN_OF_THREE).tolist(), over_span(years, Span.NEWEST).tolist()
        ([3.0, nan], [5.0, 4.0])
    """
    needed = YEARS[span]
    if len(values) < needed:
        return np.full(values.shape[1], np.nan)
    newest = values[-needed:]
    if span is Span.LOWEST_OF_FIVE:
        return np.asarray(newest.min(axis=0))
    return np.asarray(newest.mean(axis=0))


def place_outward(values: NDArray[np.float64], outward: int) -> NDArray[np.float64]:
    """How far out each unit stands on one ratio, 0 to 100: the share of the others that have less room for action.

    Definition: 100 · (number with a strictly weaker value + half of those with the same) / (n − 1), oneself left out.
    Args: `values` (units,), NaN where missing; `outward` 1 or -1, see `Ratio`.
    Returns: (units,); NaN where missing, or where fewer than 15 units have a value.
    Raises: ValueError for another `outward`. Source: mid-rank percentile.
    Example:
        >>> place_outward(np.arange(15.0), -1)[[0, 7, 14]].tolist()
        [100.0, 50.0, 0.0]
    """
    if outward not in (1, -1):
        raise ValueError(f"outward is {outward!r}; give 1 or -1")
    turned = values * outward
    known = ~np.isnan(turned)
    if known.sum() < LEAST_UNITS:
        return np.full(len(values), np.nan)
    ordered = np.sort(turned[known])
    below = np.searchsorted(ordered, turned, side="left")
    same = np.searchsorted(ordered, turned, side="right") - below - 1
    return np.where(known, 100 * (below + same / 2) / (len(ordered) - 1), np.nan)
