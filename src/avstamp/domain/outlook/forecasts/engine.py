"""What does Avstamp foretell for all indicators of all units at once, and what would it have foretold before?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.forecasts.family import HORIZONS, STEP, FamilyForecasts
from avstamp.domain.outlook.forecasts.intervals import LEVELS, count_errors, count_held, interval_bins
from avstamp.domain.outlook.forecasts.panel import Panel, PanelHistory, describe_panel
from avstamp.domain.outlook.forecasts.pooled import cross_products, fit_pooled, terms_of
from avstamp.domain.outlook.forecasts.testing import PanelTest, measure_panel, value_bounds


@dataclass(frozen=True)
class PastForecasts:
    """Every forecast of one panel that could have been made, for whoever wants to judge them one by one.

    `points` and `half_widths` (years, units, 4) and (years, units, 4, 2), NaN where no forecast is made; bounds are
    not yet applied to the half-widths. `volatility` (years, units) is each series' mean yearly change so far.
    """

    points: NDArray[np.float64]
    half_widths: NDArray[np.float64]
    volatility: NDArray[np.float64]


@dataclass(frozen=True)
class _PanelResult:
    origin: NDArray[np.int64]
    last: NDArray[np.int64]
    observed: NDArray[np.int64]
    points: NDArray[np.float64]
    scale: NDArray[np.float64]
    bins: NDArray[np.int16]
    as_now: NDArray[np.bool_]
    sums: NDArray[np.float64]
    past_points: NDArray[np.float64] | None
    own: NDArray[np.float64]
    tested: NDArray[np.int64]
    floor: NDArray[np.float64]
    ceiling: NDArray[np.float64]
    newest: int


def _newest(
    values: NDArray[np.float64], history: PanelHistory, test: PanelTest
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Year of each unit's newest value, first with -1 where it cannot be forecast from; values, points and scale."""
    present = ~np.isnan(values)
    years, units = values.shape
    last = np.where(present.any(axis=0), years - 1 - present[::-1].argmax(axis=0), -1)
    at, each = np.maximum(last, 0), np.arange(units)
    points, scale = test.points[at, each], history.scale[at, each]
    usable = (last >= 0) & np.isfinite(points[:, 0]) & (scale > 0)
    return (
        np.where(usable, last, -1),
        last,
        np.where(last >= 0, history.observed[at, each], 0),
        np.where(usable[:, None], points, np.nan),
        np.where(usable, scale, np.nan),
    )


def _run_panel(
    panel: Panel,
    coefficients: NDArray[np.float64],
    *,
    size_class: NDArray[np.int64],
    classes: int,
    keep: bool,
) -> _PanelResult:
    history = describe_panel(panel.values, size_class, classes=classes)
    test = measure_panel(
        panel.values, history, terms=terms_of(history), coefficients=coefficients, share=panel.share
    )
    years = panel.values.shape[0]
    own = np.full((HORIZONS, years, len(LEVELS)), np.nan)
    tested = np.zeros((HORIZONS, years), np.int64)
    count_errors(test.bins, np.array(LEVELS), own, tested)
    floor, ceiling = value_bounds(history, share=panel.share)
    reported = np.flatnonzero(np.isfinite(panel.values).any(axis=1))
    newest = int(reported[-1]) if reported.size else -1
    origin, last, observed, points, scale = _newest(panel.values, history, test)
    return _PanelResult(
        origin=origin,
        last=last,
        observed=observed,
        points=points,
        scale=scale,
        bins=test.bins,
        as_now=test.as_now,
        sums=test.sums,
        # All past points of a whole fact base would not fit in memory.
        past_points=test.points if keep else None,
        own=own,
        tested=tested,
        floor=floor,
        ceiling=ceiling,
        newest=newest,
    )


def _held(bins: NDArray[np.int16], widths: NDArray[np.float64]) -> NDArray[np.float64]:
    held = np.zeros(widths.shape, np.int64)
    count_held(bins, widths, held)
    return held.astype(np.float64)


def _records(sums: NDArray[np.float64], widths: NDArray[np.float64]) -> NDArray[np.float64]:
    judged = np.where(np.isfinite(widths[..., 1:]), sums, 0.0)
    years = (judged[..., 0] > 0).sum(axis=2)
    return np.concatenate([judged.sum(axis=2), years[..., None]], axis=-1)


def forecast_family(
    panels: Sequence[Panel],
    size_class: NDArray[np.int64],
    *,
    threads: int = 2,
    progress: Callable[[int, int], None] = lambda done, total: None,
    keep: Callable[[int, PastForecasts], None] | None = None,
) -> FamilyForecasts:
    """Forecast every unit of every panel one to four years on, and test all forecasts of the past on the way.

    Definition: points as in `measure_panel`, coefficients as in `fit_pooled`, intervals as in `interval_bins`; each
        uses only what was known in the year in which the forecast is made.
    Args: panels of the same consecutive years and the same units; `size_class` (units,) from 0 up, units of a class
        being of like size; `threads` changes the speed and nothing else; `keep` receives the number and all past
        forecasts of each panel.
    Returns: the forecasts; the same bytes whatever the number of threads and the order of panels and units.
    Raises: ValueError without a panel, or when the panels do not share one shape.
    Source: docs/method/forecasts.md; the parts name theirs.
    """
    if not panels:
        raise ValueError("there is no panel to forecast")
    if len({panel.values.shape for panel in panels} | {(panels[0].values.shape[0], len(size_class))}) > 1:
        raise ValueError("panels must cover the same years and units")
    classes = int(size_class.max()) + 1

    def learn(panel: Panel) -> tuple[NDArray[np.float64], ...]:
        history = describe_panel(panel.values, size_class, classes=classes)
        return cross_products(panel.values, history, terms_of(history))

    with ThreadPoolExecutor(threads) as pool:
        learnt = list(pool.map(learn, panels))
        coefficients = fit_pooled(*(np.stack(part) for part in zip(*learnt, strict=True)))
        results = []
        run = partial(_run_panel, size_class=size_class, classes=classes, keep=keep is not None)
        for done, result in enumerate(pool.map(run, panels, coefficients), start=1):
            results.append(result)
            progress(done, len(panels))
    own, tested = np.stack([r.own for r in results]), np.stack([r.tested for r in results])
    widths = interval_bins([r.bins for r in results], own, tested)
    if keep:
        _hand_over(panels, results, widths, size_class=size_class, keep=keep)
    held = [_held(r.bins, width) for r, width in zip(results, widths, strict=True)]
    sums = np.concatenate([np.stack([r.sums for r in results]), np.stack(held)], axis=-1)
    return FamilyForecasts(
        keys=tuple(panel.key for panel in panels),
        origin=np.stack([r.origin for r in results]).astype(np.int16),
        last=np.stack([r.last for r in results]).astype(np.int16),
        observed=np.stack([r.observed for r in results]).astype(np.int16),
        points=np.stack([r.points for r in results]),
        scale=np.stack([r.scale for r in results]),
        bins=widths,
        as_now=np.stack([r.as_now for r in results]),
        tested=tested.astype(np.int16),
        sums=sums,
        records=_records(sums, widths),
        floor=np.stack([r.floor for r in results]),
        ceiling=np.stack([r.ceiling for r in results]),
        newest=np.array([r.newest for r in results], np.int16),
    )


def _hand_over(
    panels: Sequence[Panel],
    results: Sequence[_PanelResult],
    widths: NDArray[np.float64],
    *,
    size_class: NDArray[np.int64],
    keep: Callable[[int, PastForecasts], None],
) -> None:
    classes = int(size_class.max()) + 1
    for number, (panel, result) in enumerate(zip(panels, results, strict=True)):
        history = describe_panel(panel.values, size_class, classes=classes)
        by_origin = np.exp(STEP * widths[number]).transpose(1, 0, 2)
        points = result.past_points
        assert points is not None
        spread = np.where(np.isnan(points), np.nan, history.scale[..., None])
        keep(
            number,
            PastForecasts(points, spread[..., None] * by_origin[:, None], history.volatility),
        )
