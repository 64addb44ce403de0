"""What do AutoETS and DynamicOptimizedTheta of statsforecast say of a series, and how are all judged alike?"""

from __future__ import annotations

import warnings
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

LEVELS = (80, 95)
HORIZONS = 4
PEERS = ("AutoETS", "DynamicOptimizedTheta")
ERROR_CUT = 20.0
"""Scaled errors count as at most this, as in the published comparison."""


def peer_model(name: str) -> object:
    """A yearly model of the peer with its own defaults."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from statsforecast import models

    return getattr(models, name)(season_length=1)


def ask_peer(model: object, history: np.ndarray) -> np.ndarray:
    """Point, lower and upper 80 %, lower and upper 95 %, by horizon; shape (5, 4).

    NaN for a series that the peer refuses (too few values): it is then left out for all.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            said = model.forecast(history, HORIZONS, level=list(LEVELS))  # type: ignore[attr-defined]
        except (ValueError, ZeroDivisionError, IndexError, NotImplementedError):
            return np.full((5, HORIZONS), np.nan)
    return np.stack([said[name] for name in ("mean", "lo-80", "hi-80", "lo-95", "hi-95")])


def _ask_all(histories: list[np.ndarray]) -> np.ndarray:
    asked = [peer_model(name) for name in PEERS]
    return np.stack([[ask_peer(model, history) for model in asked] for history in histories])


def ask_peers(histories: list[np.ndarray], *, processes: int = 2) -> np.ndarray:
    """Both peers' forecasts of every series; shape (series, peers, 5, 4)."""
    parts = [histories[first :: processes * 8] for first in range(processes * 8)]
    with ProcessPoolExecutor(processes) as pool:
        answers = list(pool.map(_ask_all, parts))
    together = np.empty((len(histories), *answers[0].shape[1:]))
    for first, answer in enumerate(answers):
        together[first :: processes * 8] = answer
    return together


@dataclass(frozen=True)
class Judged:
    """Means over all series with an outcome, by horizon: scaled error, share held and interval score per level."""

    error: np.ndarray
    held: dict[int, np.ndarray]
    score: dict[int, np.ndarray]


def judge(answers: np.ndarray, outcomes: np.ndarray, volatility: np.ndarray) -> Judged:
    """Judge forecasts (series, 5, 4) against outcomes (series, 4), scaled by each series' own yearly change (series,).

    The interval score of level 1 - a is width + 2/a · the distance outside (MSIS when scaled), cut as the error is.
    """
    error = np.minimum(np.abs(outcomes - answers[:, 0]) / volatility[:, None], ERROR_CUT)
    held, score = {}, {}
    for place, level in enumerate(LEVELS):
        low, high = answers[:, 1 + 2 * place], answers[:, 2 + 2 * place]
        outside = np.maximum(0, np.maximum(low - outcomes, outcomes - high))
        known = np.isfinite(outcomes)
        per_outside = 2 / (1 - level / 100)
        scaled = (high - low + per_outside * outside) / volatility[:, None]
        held[level] = np.nanmean(np.where(known, (low <= outcomes) & (outcomes <= high), np.nan), axis=0)
        score[level] = np.nanmean(
            np.where(known, np.minimum(scaled, ERROR_CUT * per_outside), np.nan), axis=0
        )
    return Judged(error=np.nanmean(error, axis=0), held=held, score=score)
