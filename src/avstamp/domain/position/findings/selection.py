"""Which few of all deviations are sure enough to be said, and which of them stand on the list?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, stdtr

from avstamp.domain.position.findings.duplicates import group_duplicates
from avstamp.domain.position.findings.lasting import LastingLevel, expect_level
from avstamp.domain.position.findings.panel import Panel, Standing, stand
from avstamp.domain.position.findings.parameters import (
    FALSE_SHARE,
    LARGEST_DOUBT,
    LONGEST_LIST,
    MOST_AN_AREA,
    OUTERMOST,
    QUARTILE,
    SIDES,
    TAIL,
)
from avstamp.domain.position.findings.persistence import Persistence, estimate_persistence


@dataclass(frozen=True)
class Judgement:
    """Everything that was found for one kind of units; S = 2 sides (challenge, possibility), I indicators, U units.

    `doubt` (S, I, U) is the posterior probability that the lasting level is *not* beyond the quartile; `remains`
    (S, I, U) the predictive probability that a value measured five years on is. `kept` (S, I, U) was sure enough;
    `listed` (S, U) holds the indicators on the list in order.
    """

    panel: Panel
    standing: Standing
    persistence: Persistence
    level: LastingLevel
    duplicates: NDArray[np.int64]
    doubt: NDArray[np.float64]
    remains: NDArray[np.float64]
    kept: NDArray[np.bool_]
    listed: tuple[tuple[tuple[int, ...], ...], ...]


def judge(panel: Panel) -> Judgement:
    """Find every unit's challenges and possibilities among the figures of a panel.

    Definition: scores by rank (`stand`), variance components on these figures (`estimate_persistence`), the posterior
        of the lasting level five years on (`expect_level`), what is sure enough (`keep_sure`), the list
        (`list_findings`).
    Args: `panel`, with no year after the base year.
    Returns: see `Judgement`.
    Raises: nothing. Source: docs/method/findings.md.
    Example: see `tests/domain/position/test_selection.py`.
    """
    standing = stand(panel)
    scores = np.where(standing.judged[:, None, None], standing.scores, np.nan)
    persistence = estimate_persistence(scores, panel.inhabitants)
    level = expect_level(scores, persistence)
    duplicates = group_duplicates(standing.newest)
    beyond = (standing.worse_than >= 0.75, standing.better_than >= 0.75)
    doubt, remains = np.ones((2, *level.mean.shape)), np.zeros((2, *level.mean.shape))
    for side, sign in enumerate(SIDES):
        distance = sign * level.mean - QUARTILE
        known = np.isfinite(distance) & beyond[side]
        with np.errstate(invalid="ignore", divide="ignore"):
            doubt[side] = np.where(known, ndtr(-distance / level.spread), 1.0)
            remains[side] = np.where(known, stdtr(TAIL, distance / level.measured_spread), 0.0)
    kept = keep_sure(doubt)
    outermost = np.stack((standing.worse_than, standing.better_than)) >= OUTERMOST
    wanted = kept & outermost & (doubt <= LARGEST_DOUBT)
    listed = list_findings(wanted, level.mean + direction_of_change(scores), duplicates, areas=panel.areas)
    return Judgement(panel, standing, persistence, level, duplicates, doubt, remains, kept, listed)


def keep_sure(doubt: NDArray[np.float64], false_share: float = FALSE_SHARE) -> NDArray[np.bool_]:
    """Keep, unit by unit, as much as can be said with a given share expected to be wrong.

    Definition: over both sides and all indicators of a unit, ordered by doubt, the longest beginning whose mean doubt
        is at most `false_share`: the posterior expected false discovery rate.
    Args: doubt (S, I, U), 1 where nothing is claimed.
    Returns: kept (S, I, U); equal doubts are taken in order of side and indicator.
    Raises: nothing.
    Source: Newton, Noueiry, Sarkar & Ahlquist (2004), Biostatistics 5, 155-176; Müller, Parmigiani & Rice (2007).
    Example:
        >>> keep_sure(np.array([[[0.01], [0.12], [0.3]]]))[0, :, 0].tolist()
        [True, True, False]
    """
    flat = doubt.reshape(-1, doubt.shape[2])
    order = np.argsort(flat, axis=0, kind="stable")
    mean = np.cumsum(np.take_along_axis(flat, order, axis=0), axis=0) / np.arange(1, len(flat) + 1)[:, None]
    kept = np.zeros(flat.shape, np.bool_)
    np.put_along_axis(kept, order, mean <= false_share, axis=0)
    return kept.reshape(doubt.shape)


def direction_of_change(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """A tenth of how far the score has moved over five years, upwards for better; 0 where it cannot be told.

    It orders the list and claims nothing: of two challenges as large, the one that grows comes first.
    """
    ago = scores[:, :, -1 - 5] if scores.shape[2] > 5 else np.full(scores.shape[:2], np.nan)
    return 0.1 * np.nan_to_num(scores[:, :, -1] - ago)


def list_findings(
    wanted: NDArray[np.bool_],
    strength: NDArray[np.float64],
    duplicates: NDArray[np.int64],
    *,
    areas: tuple[str, ...],
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The list of each side and unit: the furthest out first, one of each group of near-duplicates.

    Args: wanted (S, I, U); strength (I, U), upwards for better; duplicates (I,) group numbers; `areas` of the
        indicators, an empty one is not counted.
    Returns: indicator numbers by side and unit, at most twelve and at most three an area.
    """
    listed = []
    for side, sign in enumerate(SIDES):
        by_unit = []
        for unit in range(wanted.shape[2]):
            found = np.flatnonzero(wanted[side, :, unit])
            order = found[np.argsort(-sign * strength[found, unit], kind="stable")]
            by_unit.append(_spread(order.tolist(), duplicates, areas))
        listed.append(tuple(by_unit))
    return tuple(listed)


def _spread(order: list[int], duplicates: NDArray[np.int64], areas: tuple[str, ...]) -> tuple[int, ...]:
    chosen: list[int] = []
    told: set[int] = set()
    taken: dict[str, int] = {}
    for indicator in order:
        area = areas[indicator]
        full = bool(area) and taken.get(area, 0) >= MOST_AN_AREA
        if full or int(duplicates[indicator]) in told:
            continue
        chosen.append(indicator)
        told.add(int(duplicates[indicator]))
        taken[area] = taken.get(area, 0) + 1
        if len(chosen) == LONGEST_LIST:
            break
    return tuple(chosen)
