"""Under which drivers has the ground moved most?"""

from __future__ import annotations

import math
from collections.abc import Iterable

from avstamp.domain.facts.cube import TREND_WINDOW
from avstamp.domain.facts.profile import NORMAL_MAD, ProfileFigure

UNCOMPARABLE = ("antal", "kr", "tkr", "mkr")
"""Measures that are left out: plain counts follow the size of the unit, and amounts of money follow prices."""


def evidence_movement(figures: Iterable[ProfileFigure]) -> float:
    """How far the figures behind a driver have moved in five years, beside how far units lie from one another.

    Definition: the largest of |slope · 4| / (1.4826 · MAD) over the figures: the change over the trend's window in
        standard deviations between units. Counts and amounts of money are left out.
    Args: `figures` of one unit. Returns: the movement; NaN where no figure has both a slope and a spread.
    Raises: nothing. Source: Avstamp's own; the scaling is that of `robust_z`.
    Example: see `tests/domain/outlook/drivers/test_movement.py`.
    """
    moved = [
        abs(figure.slope) * (TREND_WINDOW - 1) / (NORMAL_MAD * figure.mad)
        for figure in figures
        if not math.isnan(figure.slope) and figure.mad > 0 and _comparable(figure)
    ]
    return max(moved, default=math.nan)


def _comparable(figure: ProfileFigure) -> bool:
    return figure.indicator.unit.split("/")[0] not in UNCOMPARABLE or figure.indicator.unit.startswith(
        "antal/"
    )
