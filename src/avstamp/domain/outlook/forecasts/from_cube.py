"""Which indicators of a fact base can be forecast together, and which units are of like size?"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.cube import GENDERS, Cube
from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.outlook.forecasts.family import YEARS, first_year
from avstamp.domain.outlook.forecasts.panel import Panel
from avstamp.domain.values import Gender, UnitKind

POPULATION = "N01951"
"""Inhabitants on 31 December: by it units are sorted into classes of size."""

SIZE_CLASSES = 4
"""Classes of size, equally many units in each."""

SHARE_UNIT = "%"


def panels_of(
    cube: Cube,
    indicators: Mapping[str, Indicator],
    *,
    kind: UnitKind,
    gender: Gender,
    newest_year: int,
) -> list[Panel]:
    """The panel of every indicator that is not itself a projection and has any figure for this kind and gender.

    Args: `newest_year` the last calendar year whose figures are used.
    Returns: panels (30, units of the kind) in order of indicator, the key being the indicator's id; a share is an
        indicator in per cent (a value above 100 or below 0 lifts the bound, see `measure_panel`).
    """
    axes, span = cube.axes, cube.axes.span_of(kind)
    oldest = first_year(newest_year)
    panels = []
    of_gender = np.flatnonzero(axes.slab_gender[axes.series_start[:-1]] == GENDERS.index(gender))
    for number in of_gender.tolist():
        start, stop = int(axes.series_start[number]), int(axes.series_start[number + 1])
        indicator = indicators[axes.indicators[axes.slab_indicator[start]]]
        years = axes.slab_year[start:stop].astype(np.int64) - oldest
        within = (years >= 0) & (years < YEARS)
        if indicator.forecast or not within.any():
            continue
        values = np.full((YEARS, span.stop - span.start), np.nan)
        values[years[within]] = cube.values[start:stop, span][within]
        if not np.isnan(values).all():
            panels.append(Panel(indicator.id, values, share=indicator.unit == SHARE_UNIT))
    return panels


def size_classes(cube: Cube, kind: UnitKind) -> NDArray[np.int64]:
    """A class of size for each unit of a kind, from smallest (0) to largest (3), by mean population; one class for
    all when the fact base has no population.
    """
    span = cube.axes.span_of(kind)
    units = span.stop - span.start
    slabs = cube.axes.slabs_of(POPULATION, Gender.ALL)
    values = np.asarray(cube.values[slabs, span])
    present = ~np.isnan(values)
    if not present.any():
        return np.zeros(units, np.int64)
    mean = np.where(present, values, 0.0).sum(axis=0) / np.maximum(present.sum(axis=0), 1)
    rank = np.argsort(np.argsort(mean, kind="stable"), kind="stable")
    return np.asarray(rank * SIZE_CLASSES // units, np.int64)
