"""What is kept of all forecasts, so that a server reads them and loads nothing that computes?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

METHOD = "panel_forecast"
VERSION = 1
"""Raised whenever the same figures would give another forecast."""

YEARS = 30
"""Calendar years that are looked back upon, the newest included."""

HORIZONS = 4
"""Years ahead that are forecast."""

LEAST_VALUES = 5
"""Values a unit's unbroken series needs before it is forecast."""

STEP = 0.01
"""Errors are sorted into bins of one per cent: bin b holds errors up to exp(0.01·b) scales."""


@dataclass(frozen=True)
class FamilyForecasts:
    """Forecasts of all panels of one kind of unit and gender: P panels, Y years, U units.

    `last` (P, U) is the year of each unit's newest value, counted from the first one, -1 where it has none, and
    `origin` the same, -1 where that cannot be forecast from; `points` (P, U, 4) and `scale` (P, U) are of that year.
    By horizon and year of the forecast: `bins` (P, 4, Y, 2) half-widths, NaN where nothing is known of them; `as_now`
    and `tested` (P, 4, Y) what is said and how many past years were tested before it; `sums` (P, 4, Y, 8) those of
    `PanelTest`, then the outcomes inside the inner and the outer interval. `records` (P, 4, 9) adds these up over all
    years with intervals to judge, and ends with how many years there were. `floor` and `ceiling` (P, Y) bound every
    value. `observed` (P, U) counts the values of the newest unbroken run, `newest` (P,) is the panel's newest year,
    -1 where it has no value.
    """

    keys: tuple[str, ...]
    origin: NDArray[np.int16]
    last: NDArray[np.int16]
    observed: NDArray[np.int16]
    points: NDArray[np.float64]
    scale: NDArray[np.float64]
    bins: NDArray[np.float64]
    as_now: NDArray[np.bool_]
    tested: NDArray[np.int16]
    sums: NDArray[np.float64]
    records: NDArray[np.float64]
    floor: NDArray[np.float64]
    ceiling: NDArray[np.float64]
    newest: NDArray[np.int16]

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Number of the panel of each key."""
        return {key: number for number, key in enumerate(self.keys)}


def first_year(newest_year: int) -> int:
    """The calendar year that year index 0 of every panel stands for."""
    return newest_year - YEARS + 1


def half_width(bin: float) -> float:
    """The half-width in scales that a bin stands for.

    Example:
        >>> half_width(0.0)
        1.0
    """
    return math.exp(STEP * bin)
