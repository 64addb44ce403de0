"""What is one indicator's whole history, every municipality at once?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.cube import Cube
from avstamp.domain.values import Gender


def municipal_panel(cube: Cube, indicator: str, first: int, last: int) -> NDArray[np.float64]:
    """Values (years, municipalities) of an indicator for both years and those between; NaN where there is none."""
    axes = cube.axes
    panel = np.full((last - first + 1, axes.municipalities), np.nan)
    slabs = axes.slabs_of(indicator, Gender.ALL)
    for slab in range(slabs.start, slabs.stop):
        year = int(axes.slab_year[slab])
        if first <= year <= last:
            panel[year - first] = cube.values[slab, : axes.municipalities]
    return panel
