"""How does a judgement of all units become the few verdicts that are kept?"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr, stdtrit

from avstamp.domain.position.findings.parameters import CHALLENGE, POSSIBILITY, TAIL
from avstamp.domain.position.findings.selection import Judgement
from avstamp.domain.position.findings.verdict import KindVerdicts, UnitVerdicts, Verdict

WITHIN = 0.80
"""Probability that the place five years on lies within the bounds that are told."""


def conclude(judgement: Judgement) -> KindVerdicts:
    """Everything that is listed of every unit, and nothing of what was not."""
    units = []
    for unit in range(judgement.level.mean.shape[1]):
        sides = [
            tuple(_verdict(judgement, side, row, unit) for row in judgement.listed[side][unit])
            for side in (CHALLENGE, POSSIBILITY)
        ]
        judged = int(np.isfinite(judgement.level.mean[:, unit]).sum())
        units.append(UnitVerdicts(sides[0], sides[1], judged))
    return KindVerdicts(judgement.panel.base_year, judgement.panel.identity, tuple(units))


def _verdict(judgement: Judgement, side: int, row: int, unit: int) -> Verdict:
    standing, level = judgement.standing, judgement.level
    at = int(standing.newest_at[row, unit])
    shares = (standing.worse_than, standing.better_than)
    places = _places(judgement, row, unit, n=int(np.isfinite(standing.scores[row, :, at]).sum()))
    return Verdict(
        indicator=judgement.panel.indicators[row],
        year=judgement.panel.years[at],
        share=float(shares[side][row, unit]),
        lasting=float(1.0 - judgement.doubt[side, row, unit]),
        measured=float(judgement.remains[side, row, unit]),
        highest_place=places[0],
        lowest_place=places[1],
        years=int(level.years[row, unit]),
        noise=float(judgement.persistence.noise[row, unit]),
    )


def _places(judgement: Judgement, row: int, unit: int, *, n: int) -> tuple[int, int]:
    """The bounds of the place, counted from the highest value down, among as many units as have a value now."""
    mean = judgement.level.mean[row, unit]
    reach = stdtrit(TAIL, 0.5 + WITHIN / 2) * judgement.level.measured_spread[row, unit]
    # Scores count upwards for better; a place counts from the highest value down.
    above = ndtr(-np.array([mean - reach, mean + reach]) * judgement.panel.direction[row])
    first, last = sorted((1 + np.rint((n - 1) * above)).astype(int).tolist())
    return first, last
