"""What are one unit's findings, with every figure read from the fact base?"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import ndtr, stdtrit

from avstamp.domain.facts.cube import KINDS, STATUSES
from avstamp.domain.facts.profile import group_means
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings import duplicates, lasting, panel, persistence, selection
from avstamp.domain.position.findings.finding import (
    METHOD,
    VERSION,
    Certainty,
    Change,
    Finding,
    ResultAddress,
    Side,
)
from avstamp.domain.position.findings.selection import SIDES, TAIL, Judgement
from avstamp.domain.values import Gender
from avstamp.factbase import FactBase
from avstamp.library.comparison import similar_group
from avstamp.library.findings.panels import judge_kind

CHANGE_YEARS = (5, 4, 6, 3)
"""How many years back the change is told over: five, or what comes nearest to it."""

WITHIN = 0.80
"""Probability that the place five years on lies within the interval that is shown."""

HASH_LENGTH = 8


@dataclass(frozen=True, slots=True)
class UnitFindings:
    """One unit's challenges and possibilities, the largest first."""

    unit: Unit
    challenges: tuple[Finding, ...]
    possibilities: tuple[Finding, ...]
    base_year: int
    judged: int

    @property
    def all(self) -> tuple[Finding, ...]:
        """Both, challenges first."""
        return self.challenges + self.possibilities

    def leading(self, side: Side, count: int = 3) -> tuple[Finding, ...]:
        """The first few of a side for a summary: those of areas not named yet come before more from the same area."""
        found = self.challenges if side is Side.CHALLENGE else self.possibilities
        first: dict[str, Finding] = {}
        for finding in found:
            first.setdefault(finding.entry.area, finding)
        fresh = tuple(first.values())
        return (fresh + tuple(finding for finding in found if finding not in fresh))[:count]


@lru_cache(maxsize=1024)
def unit_findings(fact_base: FactBase, unit: Unit) -> UnitFindings:
    """The largest challenges and possibilities of a municipality or region that can be defended.

    Raises: ValueError for the country, which is not one among others.
    """
    if unit.is_country:
        raise ValueError("the country has no findings; it is not one among others")
    judgement = judge_kind(fact_base, unit.kind)
    column = fact_base.cube.axes.unit_column[unit.id]
    at = column - fact_base.cube.axes.span_of(unit.kind).start
    sides = [
        tuple(_build(fact_base, judgement, unit, side=side, row=row) for row in judgement.listed[side][at])
        for side in range(len(SIDES))
    ]
    judged = int(np.isfinite(judgement.level.mean[:, at]).sum())
    return UnitFindings(unit, sides[0], sides[1], judgement.panel.base_year, judged)


def _build(fact_base: FactBase, judgement: Judgement, unit: Unit, *, side: int, row: int) -> Finding:
    cube, id = fact_base.cube, judgement.panel.indicators[row]
    span, kind = cube.axes.span_of(unit.kind), KINDS.index(unit.kind)
    column = cube.axes.unit_column[unit.id]
    at = column - span.start
    year = judgement.panel.years[judgement.standing.newest_at[row, at]]
    slab = _slabs(fact_base, id)[year]
    entry, indicator = fact_base.catalogue[id], fact_base.indicators[id]
    group = similar_group(fact_base, unit, id)
    members = [cube.axes.unit_column[member] for member in group.others(unit.id)] if group else []
    means, counts = group_means(cube, np.array([slab]), members)
    worse, better = judgement.standing.worse_than[row, at], judgement.standing.better_than[row, at]
    is_high = (side == 1) == (judgement.panel.direction[row] > 0)
    known = cube.values[slab, span]
    return Finding(
        side=tuple(Side)[side],
        unit=unit,
        indicator=indicator,
        entry=entry,
        year=year,
        newest_year=fact_base.newest_year,
        value=float(cube.values[slab, column]),
        status=STATUSES[cube.status[slab, column] - 1],
        place=int(cube.above[column, slab]) + 1,
        n=int(cube.n[kind, slab]),
        share=float((worse, better)[side]),
        median=float(cube.median[kind, slab]),
        quartile=float(np.quantile(known[~np.isnan(known)], 0.75 if is_high else 0.25)),
        group=group,
        group_mean=float(means[0]),
        group_n=int(counts[0]),
        inhabitants=float(judgement.panel.inhabitants[at]),
        change=_change(fact_base, id, unit, year=year),
        certainty=_certainty(judgement, side, row, at, n=int(cube.n[kind, slab])),
        origin=fact_base.origins[indicator.origin],
        address=ResultAddress(
            METHOD,
            VERSION,
            (unit.id, id, tuple(Side)[side].value),
            _parameters()[:HASH_LENGTH],
            judgement.panel.identity[:HASH_LENGTH],
        ),
    )


def _slabs(fact_base: FactBase, indicator: str) -> dict[int, int]:
    slabs = fact_base.cube.axes.slabs_of(indicator, Gender.ALL)
    years = fact_base.cube.axes.slab_year[slabs].tolist()
    return dict(zip(years, range(slabs.start, slabs.stop), strict=True))


def _change(fact_base: FactBase, indicator: str, unit: Unit, *, year: int) -> Change | None:
    cube, slabs = fact_base.cube, _slabs(fact_base, indicator)
    column, kind = cube.axes.unit_column[unit.id], KINDS.index(unit.kind)
    for back in CHANGE_YEARS:
        slab = slabs.get(year - back)
        if slab is not None and not math.isnan(cube.values[slab, column]):
            return Change(year - back, float(cube.values[slab, column]), float(cube.median[kind, slab]))
    return None


def _certainty(judgement: Judgement, side: int, row: int, at: int, *, n: int) -> Certainty:
    level = judgement.level
    mean, spread = level.mean[row, at], level.measured_spread[row, at]
    reach = stdtrit(TAIL, 0.5 + WITHIN / 2) * spread
    # A score is a place among all; the share that lies above it in the indicator's own direction is the place.
    shares = [_share_above(score, judgement.panel.direction[row]) for score in (mean - reach, mean + reach)]
    places = sorted(1 + round((n - 1) * share) for share in shares)
    return Certainty(
        lasting=float(1.0 - judgement.doubt[side, row, at]),
        measured=float(judgement.remains[side, row, at]),
        until=judgement.panel.base_year + lasting.YEARS_AHEAD,
        highest_place=places[0],
        lowest_place=places[1],
        years=int(level.years[row, at]),
        noise=float(judgement.persistence.noise[row, at]),
    )


def _share_above(score: float, direction: int) -> float:
    return float(ndtr(-score * direction))


@lru_cache(maxsize=1)
def _parameters() -> str:
    """Hash of every constant that the method has."""
    told = hashlib.sha256()
    for module in (duplicates, lasting, panel, persistence, selection):
        for name, value in sorted(vars(module).items()):
            if name.isupper() and isinstance(value, int | float | tuple):
                told.update(f"{module.__name__}.{name}={value!r};".encode())
    return told.hexdigest()
