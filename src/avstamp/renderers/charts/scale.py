"""Where do ticks and labels go, so that a chart can be read without the renderer measuring text?

Ticks are chosen here and given to the renderer ready-made: letting it find them and test labels for overlap
costs more than all the rest of the drawing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinearScale:
    """A domain of numbers laid on pixels; `reverse` for a vertical axis, where pixels grow downwards."""

    low: float
    high: float
    pixels: float
    reverse: bool = False

    def pixel(self, value: float) -> float:
        """The pixel at which `value` stands."""
        share = (value - self.low) / (self.high - self.low)
        return (1 - share if self.reverse else share) * self.pixels

    def value(self, pixel: float) -> float:
        """The value that stands at `pixel`, also outside the plot."""
        share = pixel / self.pixels
        return self.low + (1 - share if self.reverse else share) * (self.high - self.low)


def present(values: Sequence[float | None]) -> list[float]:
    """The values that are there: neither None nor NaN."""
    return [value for value in values if value is not None and not math.isnan(value)]


def round_ticks(low: float, high: float, *, most: int) -> list[float]:
    """Return at most `most` + 1 evenly spaced round numbers (1, 2, 2.5 or 5 times a power of ten) around a span.

    Args:
        low: the smallest value to show.
        high: the largest value to show; where it equals `low`, a span around it is made up.
        most: how many steps there may be.

    Returns:
        Ascending ticks; the first is ≤ `low` and the last ≥ `high`.

    Example:
        >>> round_ticks(71.2, 88.9, most=5)
        [70.0, 75.0, 80.0, 85.0, 90.0]
        >>> round_ticks(5, 5, most=4)
        [4.0, 4.5, 5.0, 5.5, 6.0]
    """
    if low == high:
        reach = abs(low) * 0.05 if abs(low) > 20 else 1.0
        low, high = low - reach, high + reach
    magnitude = 10.0 ** math.floor(math.log10((high - low) / most))
    for factor in (1, 2, 2.5, 5, 10, 20):
        step = factor * magnitude
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= most:
            break
    return [round(number * step, 10) for number in range(first, last + 1)]


def tick_decimals(ticks: Sequence[float]) -> int:
    """How many decimals the ticks need to be told apart.

    Example:
        >>> tick_decimals([0, 2.5, 5])
        1
    """
    for decimals in range(6):
        if all(abs(tick - round(tick, decimals)) < 1e-9 for tick in ticks):
            return decimals
    return 6


def year_ticks(first: int, last: int, *, most: int) -> list[int]:
    """Years to write on an axis: the last one always, and earlier ones by an even step.

    Example:
        >>> year_ticks(2010, 2022, most=4)
        [2010, 2014, 2018, 2022]
    """
    for step in (1, 2, 3, 4, 5, 10, 20):
        years = list(range(last, first - 1, -step))
        if len(years) <= most:
            return years[::-1]
    return [first, last]


def spread(centres: Sequence[float], heights: Sequence[float], *, low: float, high: float) -> list[float]:
    """Move labels apart along one axis as little as needed, keeping their order.

    Args:
        centres: where each label would like to stand, pixels.
        heights: how much room each label takes, pixels.
        low, high: the room there is, pixels; where labels do not fit, they go on below `high`.

    Returns:
        Where each label stands, in the order given.

    Example:
        >>> spread([50.0, 52.0], [16.0, 16.0], low=0, high=100)
        [43.0, 59.0]
    """
    order = sorted(range(len(centres)), key=lambda index: centres[index])
    blocks: list[tuple[list[int], float, float]] = []
    for index in order:
        members, top, size = [index], centres[index] - heights[index] / 2, heights[index]
        while True:
            top = max(low, min(top, high - size))
            if not blocks or blocks[-1][1] + blocks[-1][2] <= top:
                break
            before, before_top, before_size = blocks.pop()
            weight = len(before) + len(members)
            wish = (before_top * len(before) + (top - before_size) * len(members)) / weight
            members, top, size = before + members, wish, before_size + size
        blocks.append((members, top, size))
    placed = [0.0] * len(centres)
    for members, top, _ in blocks:
        edge = top
        for index in members:
            placed[index] = edge + heights[index] / 2
            edge += heights[index]
    return placed
