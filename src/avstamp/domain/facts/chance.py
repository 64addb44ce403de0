"""How far does a unit's figure swing from one year to the next, and what does that make of its place among others?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.reading import FigureReading
from avstamp.domain.values import Status

WINDOW = 10
"""Years that the swing is judged by, the figure's own included."""

LEAST_MIDPOINTS = 5
"""With fewer years that have a year on both sides nothing is said about chance."""

LEVEL = 0.80
"""How much of the passing swing the range is to hold."""

NORMAL_MEAN_DEVIATION = math.sqrt(math.pi / 2)
"""Scales the mean absolute deviation to the standard deviation of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Swing:
    """The passing part of a series' movement: its standard deviation, and from how many years it was judged."""

    deviation: float
    midpoints: int

    @property
    def reach(self) -> float:
        """How far a single year's value may lie from its lasting level, at `LEVEL`, in the indicator's unit."""
        # Every page of figures loads this module; few of them ask for a quantile.
        from scipy.special import stdtrit

        return float(stdtrit(self.midpoints - 1, (1 + LEVEL) / 2)) * self.deviation


@dataclass(frozen=True, slots=True)
class Chance:
    """What passing swing makes of one figure.

    `low` and `high` hold the values, `best_place` and `worst_place` the places (1 is the highest value), that the
    figure could as well have had; `at_median` says that the distance to the median is within that range.
    """

    swing: Swing
    low: float
    high: float
    best_place: int
    worst_place: int
    at_median: bool


def passing_swing(years: Sequence[int], values: Sequence[float]) -> Swing | None:
    """How much of a series' movement comes and goes from one year to the next.

    Definition: each year with a value is set against the straight line between the values before and after it; the
        residual over sqrt(1 + w² + (1-w)²), w the weight of the year before, has the standard deviation of the
        passing part if the lasting part moves in a straight line over those years. The mean of the absolute
        scaled residuals times sqrt(π/2) is that deviation.
    Args: `years` ascending; `values` in the indicator's unit, NaN where there is none.
    Returns: the swing, None with fewer than `LEAST_MIDPOINTS` residuals. What the lasting part turns within two years
        is counted in, so that the swing is rather too large than too small for a series that truly changes course.
    Raises: nothing.
    Source: residuals after interpolation, as in Gasser, Sroka & Jennen-Steinmetz (1986), Residual variance and
        residual pattern in nonlinear regression, Biometrika 73, 625-633.
    Example:
        >>> passing_swing(range(2015, 2023), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0])
        Swing(deviation=0.0, midpoints=6)
        >>> swing = passing_swing(range(2015, 2023), [0.0, 1.0] * 4)
        >>> round(swing.deviation, 3)
        1.023
    """
    known = [(year, value) for year, value in zip(years, values, strict=True) if not math.isnan(value)]
    residuals = []
    for before, here, after in zip(known, known[1:], known[2:], strict=False):
        weight = (after[0] - here[0]) / (after[0] - before[0])
        expected = weight * before[1] + (1 - weight) * after[1]
        residuals.append(abs(here[1] - expected) / math.sqrt(1 + weight**2 + (1 - weight) ** 2))
    if len(residuals) < LEAST_MIDPOINTS:
        return None
    return Swing(NORMAL_MEAN_DEVIATION * math.fsum(residuals) / len(residuals), len(residuals))


def chance_of(reading: FigureReading) -> Chance | None:
    """The places that the newest figure of a reading could as well have had by its own passing swing.

    Definition: the swing of the distance to the median of the unit's kind, over the `WINDOW` years that end with the
        figure (what moves everyone alike moves no places); low and high are the value ± t · swing, t the quantile of
        Student's distribution at `LEVEL`; a place is 1 + the number of other units above.
    Args: `reading` with years ascending and a ranking of the figure's own year.
    Returns: the range, None without a figure, for a projection, or where the series is too short to tell.
    Raises: nothing.
    Source: the range is Avstamp's own; measured in `docs/method/chance.md`.
    Example: see `tests/domain/facts/test_chance.py`.
    """
    figure = reading.figure
    if figure is None or figure.status is Status.FORECAST:
        return None
    swing = passing_swing(*_distances(reading, figure.year))
    if swing is None:
        return None
    others = [row.value for row in reading.ranking if row.unit.id != reading.unit.id]
    low, high = figure.value - swing.reach, figure.value + swing.reach
    return Chance(
        swing=swing,
        low=low,
        high=high,
        best_place=1 + sum(value > high for value in others),
        worst_place=1 + sum(value > low for value in others),
        at_median=low <= figure.median <= high,
    )


def _distances(reading: FigureReading, newest: int) -> tuple[list[int], list[float]]:
    """The unit's distance to the median of its kind in each year of the window."""
    window = [at for at, year in enumerate(reading.years) if newest - WINDOW < year <= newest]
    years = [reading.years[at] for at in window]
    return years, [reading.values[at] - reading.medians[at] for at in window]
