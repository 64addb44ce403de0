"""How does a municipality's result, as a share of taxes and grants, move around its own level and the country's?

Fitted on every municipality's history up to the base year and nothing later. What is passing in one year is told
apart from what lasts; the country's common movement is a random walk; every path has its own spread, because the
spread too is an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Panel = NDArray[np.float64]

NATIONAL_YEARS = 6
"""The country's expected level is the mean of this many years: a good or bad year does not last."""

RECENT_YEARS = 3
"""How noisy municipalities are now is read from this many of the latest changes."""

LAGS = 12
"""How far apart years are compared when passing noise and slow drift are told apart."""

CAP = 6.0
"""A change counts as at most this many medians when a municipality's own noise is measured."""

SHRINK = 20.0
"""A municipality's own noise weighs as its years beside this many years of all municipalities'."""

SURPRISE = 1.0
"""One year moves the level by at most what this many standard deviations would."""

WIDER = 1.05
"""Variance is widened by this: level, noise and drift are estimates themselves."""

OWN_UNCERTAINTY, NATIONAL_UNCERTAINTY = 0.15, 0.2
"""Standard deviations of the logarithm of each path's own and national spread."""

MAD_SCALE = 1.4826


@dataclass(frozen=True)
class ResultShare:
    """The fitted model; U municipalities, in per cent of taxes and general grants.

    `national` expected level and `national_step` standard deviation of its yearly step; `level` (U,) of each
    municipality beside the country and `spread` (U,) of its noise; in units of `spread`: variance `unsure` (U,) of
    the level, `drift` of its yearly step and `noise` of a single year.
    """

    national: float
    national_step: float
    level: Panel
    spread: Panel
    unsure: Panel
    drift: float
    noise: float

    def expected(self, column: int) -> float:
        """The lasting result share of one municipality, per cent."""
        return self.national + float(self.level[column])


def fit_result_share(shares: Panel) -> ResultShare:
    """Fit the model to the years up to a base year.

    Definition: d = share − national median; spread = mean |change of d|, capped and shrunk to all municipalities';
        noise and drift from a line through the squared robust variogram of d/spread over lags; level by a Kalman
        filter whose surprises are clipped; the whole spread follows the latest three years' median |change|.
    Args: `shares` (T, U) per cent, oldest first and the base year last, NaN where missing; at least eight years.
    Returns: the model; no NaN.
    Raises: ValueError for fewer than eight years, or a year with no municipality at all.
    Source: methods of our own; measured in benchmarks/economy.py, described in docs/method/economy.md.
    Example: see `tests/domain/outlook/economy/test_result_share.py`.
    """
    if len(shares) < 8 or np.isnan(shares).all(axis=1).any():
        raise ValueError("the result share needs eight years, each with some municipality")
    national = np.nanmedian(shares, axis=1)
    own = shares - national[:, None]
    spread = _spreads(own)
    scaled = own / spread
    noise, drift = _noise_and_drift(scaled)
    level, unsure = _levels(scaled, noise, drift)
    change = np.nanmedian(np.abs(np.diff(own, axis=0)), axis=1)
    lately = change[-RECENT_YEARS:].mean() / change.mean()
    return ResultShare(
        national=float(national[-NATIONAL_YEARS:].mean()),
        national_step=float(np.sqrt(np.mean(np.diff(national) ** 2))),
        level=level * spread,
        spread=spread * lately * np.sqrt(WIDER),
        unsure=unsure,
        drift=drift,
        noise=noise,
    )


def _spreads(own: Panel) -> Panel:
    change = np.abs(np.diff(own, axis=0))
    capped = np.minimum(change, CAP * np.nanmedian(change))
    typical = np.nanmean(capped)
    known = np.sum(~np.isnan(change), axis=0)
    spreads: Panel = (np.nansum(capped, axis=0) + SHRINK * typical) / ((known + SHRINK) * typical)
    return spreads


def _noise_and_drift(scaled: Panel) -> tuple[float, float]:
    lags = np.arange(1, min(LAGS, len(scaled) - 2) + 1)
    apart = [np.nanmedian(np.abs(scaled[lag:] - scaled[:-lag])) for lag in lags]
    variance = (MAD_SCALE * np.array(apart)) ** 2
    slope = float(np.polyfit(lags, variance, 1)[0])
    drift = max(slope, 0.02 * float(variance[0]))
    noise = max((float(variance.mean()) - drift * float(lags.mean())) / 2, 0.1 * float(variance[0]))
    return noise, drift


def _levels(scaled: Panel, noise: float, drift: float) -> tuple[Panel, Panel]:
    level = np.zeros(scaled.shape[1])
    unsure = np.full(
        scaled.shape[1], (MAD_SCALE * float(np.nanmedian(np.abs(scaled - np.nanmedian(scaled))))) ** 2
    )
    for year in scaled:
        unsure = unsure + drift
        known = ~np.isnan(year)
        bound = SURPRISE * np.sqrt(unsure + noise)
        surprise = np.clip(np.where(known, year - level, 0.0), -bound, bound)
        gain = np.where(known, unsure / (unsure + noise), 0.0)
        level = level + gain * surprise
        unsure = unsure * (1 - gain)
    return level, unsure


def draw_own(model: ResultShare, years: int, paths: int, *, seed: int) -> Panel:
    """Own chance in units of a municipality's spread, (T, P): unsure level, drift and noise, each path its own width.

    The typical municipality's unsureness of level is used, so that one drawing serves all.
    Args: `seed` names the drawing. Returns: no NaN; mean near 0. Raises: ValueError for negative numbers.
    """
    draw = np.random.Generator(np.random.Philox(key=seed))
    width = np.exp(OWN_UNCERTAINTY * draw.standard_normal(paths))
    start = np.sqrt(np.median(model.unsure)) * draw.standard_normal(paths)
    steps = np.sqrt(model.drift) * draw.standard_normal((years, paths))
    noise = np.sqrt(model.noise) * draw.standard_normal((years, paths))
    own: Panel = width * (start + np.cumsum(steps, axis=0) + noise)
    return own


def draw_result_share(
    model: ResultShare, years: int, paths: int, *, seed: int, national: Panel | None = None
) -> Panel:
    """Futures of every municipality's result share, (T, P, U), in per cent.

    Args: `national` (T,), when given, is the country's median, which is then not drawn. Returns: no NaN.
    Raises: ValueError for negative numbers. Source and definition: as `fit_result_share`.
    """
    draw = np.random.Generator(np.random.Philox(key=seed))
    units = len(model.level)
    width = np.exp(OWN_UNCERTAINTY * draw.standard_normal((paths, 1)))
    common_width = np.exp(NATIONAL_UNCERTAINTY * draw.standard_normal(paths))
    level = model.level + model.spread * width * np.sqrt(model.unsure) * draw.standard_normal((paths, units))
    common = np.full(paths, model.national)
    futures = np.empty((years, paths, units))
    for year in range(years):
        level = level + model.spread * width * np.sqrt(model.drift) * draw.standard_normal((paths, units))
        common = common + model.national_step * common_width * draw.standard_normal(paths)
        passing = model.spread * width * np.sqrt(model.noise) * draw.standard_normal((paths, units))
        futures[year] = (common[:, None] if national is None else national[year]) + level + passing
    return futures
