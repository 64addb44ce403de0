"""Panels made by a known process, for tests of what is found in them."""

from __future__ import annotations

import numpy as np

from avstamp.domain.position.findings.panel import Panel

UNITS, YEARS = 60, 12


def make_panel(values, *, direction=1, inhabitants=None, areas=None):
    """A panel of some values (I, U, Y) that ends in 2022."""
    values = np.asarray(values, np.float64)
    indicators, units, years = values.shape
    return Panel(
        indicators=tuple(f"N{number:05d}" for number in range(indicators)),
        years=tuple(range(2023 - years, 2023)),
        values=values,
        direction=np.full(indicators, direction, np.int8),
        inhabitants=np.full(units, np.nan) if inhabitants is None else np.asarray(inhabitants, float),
        areas=areas or ("",) * indicators,
    )


def lasting_values(indicators=12, units=UNITS, years=YEARS, *, noise=0.3, seed=1):
    """Values that are a level for ever and a passing noise."""
    draw = np.random.Generator(np.random.Philox(seed))
    level = draw.standard_normal((indicators, units, 1))
    return level + noise * draw.standard_normal((indicators, units, years))


def passing_values(indicators=12, units=UNITS, years=YEARS, *, seed=2):
    """Values that are nothing but passing noise."""
    return np.random.Generator(np.random.Philox(seed)).standard_normal((indicators, units, years))
