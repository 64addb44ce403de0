"""Small cubes made by hand, for tests of what is read out of them."""

from __future__ import annotations

import numpy as np

from avstamp.domain.facts.cube import KINDS, Cube, arrange_slabs
from avstamp.domain.facts.statistics import describe_slabs
from avstamp.domain.facts.trend import follow_series

MUNICIPALITIES = ("0114", "0115", "0117", "0120")
REGIONS = ("0001", "0003")
UNITS = (*MUNICIPALITIES, *REGIONS, "0000")

Figure = tuple[str, str, int, str, float]


def make_cube(*figures: Figure) -> Cube:
    """A cube of (indicator, gender letter, year, unit, value)."""
    indicators = sorted({figure[0] for figure in figures})
    axes, values, status = arrange_slabs(
        np.array([indicators.index(figure[0]) for figure in figures]),
        np.array(["TKM".index(figure[1]) for figure in figures]),
        np.array([figure[2] for figure in figures]),
        column=np.array([UNITS.index(figure[3]) for figure in figures]),
        value=np.array([figure[4] for figure in figures]),
        status=np.ones(len(figures), np.uint8),
        indicators=indicators,
        units=UNITS,
        municipalities=len(MUNICIPALITIES),
        regions=len(REGIONS),
    )
    described = describe_slabs(values, spans=tuple(axes.span_of(kind) for kind in KINDS))
    latest, slope = follow_series(described.by_unit, axes.series_start, slab_year=axes.slab_year)
    return Cube(
        axes=axes,
        values=values,
        status=status,
        by_unit=described.by_unit,
        n=described.n,
        median=described.median,
        mad=described.mad,
        below=described.below,
        above=described.above,
        latest=latest,
        slope=slope,
    )
