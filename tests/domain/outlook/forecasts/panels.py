"""Small panels made by rule, for tests of forecasts."""

from __future__ import annotations

import numpy as np

from avstamp.domain.outlook.forecasts.panel import Panel

YEARS, UNITS = 16, 12


def make_panel(seed: int, *, years: int = YEARS, units: int = UNITS, share: bool = False) -> Panel:
    """Levels of their own, a common drift, steps of their own, a tenth of all values missing."""
    draw = np.random.default_rng(seed)
    level = draw.uniform(20, 80, units)
    steps = draw.normal(draw.normal(0, 0.5), draw.uniform(0.5, 3, units), (years, units))
    values = level + np.cumsum(steps, axis=0)
    values[draw.random((years, units)) < 0.1] = np.nan
    if share:
        values = np.clip(values, 0, 100)
    return Panel(f"X{seed:05d}", values, share=share)


def make_panels(count: int, *, share: bool = False) -> list[Panel]:
    return [make_panel(seed, share=share) for seed in range(count)]


SIZES = np.arange(UNITS) * 2 // UNITS
