"""What are one unit's findings, with every figure read from the fact base?"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from avstamp.domain.facts.cube import KINDS, STATUSES
from avstamp.domain.facts.indicator import Direction
from avstamp.domain.facts.profile import group_means
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import (
    METHOD,
    VERSION,
    Certainty,
    Change,
    Finding,
    Side,
)
from avstamp.domain.position.findings.parameters import YEARS_AHEAD, parameters_hash
from avstamp.domain.position.findings.verdict import KindVerdicts, Verdict
from avstamp.domain.thread.addresses import ResultAddress
from avstamp.domain.values import Gender
from avstamp.factbase import FactBase
from avstamp.library.comparison import similar_group
from avstamp.library.findings.verdicts import verdicts_of

POPULATION = "N01951"

CHANGE_YEARS = (5, 4, 6, 3)
"""How many years back the change is told over: five, or what comes nearest to it."""

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
    verdicts = verdicts_of(fact_base, unit.kind)
    axes = fact_base.cube.axes
    own = verdicts.units[axes.unit_column[unit.id] - axes.span_of(unit.kind).start]
    sides = [
        tuple(_build(fact_base, unit, side, verdict, verdicts) for verdict in listed)
        for side, listed in ((Side.CHALLENGE, own.challenges), (Side.POSSIBILITY, own.possibilities))
    ]
    return UnitFindings(unit, sides[0], sides[1], verdicts.base_year, own.judged)


def _build(fact_base: FactBase, unit: Unit, side: Side, verdict: Verdict, verdicts: KindVerdicts) -> Finding:
    cube, id = fact_base.cube, verdict.indicator
    kind, column = KINDS.index(unit.kind), cube.axes.unit_column[unit.id]
    slab = _slabs(fact_base, id)[verdict.year]
    entry, indicator = fact_base.catalogue[id], fact_base.indicators[id]
    group = similar_group(fact_base, unit, id)
    members = [cube.axes.unit_column[member] for member in group.others(unit.id)] if group else []
    means, counts = group_means(cube, np.array([slab]), members)
    is_high = (side is Side.POSSIBILITY) is (entry.direction is Direction.HIGHER)
    known = cube.values[slab, cube.axes.span_of(unit.kind)]
    return Finding(
        side=side,
        unit=unit,
        indicator=indicator,
        entry=entry,
        year=verdict.year,
        newest_year=fact_base.newest_year,
        value=float(cube.values[slab, column]),
        status=STATUSES[cube.status[slab, column] - 1],
        place=int(cube.above[column, slab]) + 1,
        n=int(cube.n[kind, slab]),
        share=verdict.share,
        median=float(cube.median[kind, slab]),
        quartile=float(np.quantile(known[~np.isnan(known)], 0.75 if is_high else 0.25)),
        group=group,
        group_mean=float(means[0]),
        group_n=int(counts[0]),
        inhabitants=_inhabitants(fact_base, unit),
        change=_change(fact_base, id, unit, year=verdict.year),
        certainty=_certainty(verdict, verdicts.base_year),
        origin=fact_base.origins[indicator.origin],
        address=_address(unit, id, side, verdicts.data),
    )


def _address(unit: Unit, indicator: str, side: Side, figures: str) -> ResultAddress:
    """The finding's name in the thread; a number of the method that changes names it anew, as other figures do."""
    data = hashlib.sha256(f"{parameters_hash()}|{figures}".encode()).hexdigest()[:HASH_LENGTH]
    parameters = {"unit": unit.id, "indicator": indicator, "side": side.value}
    return ResultAddress(METHOD, VERSION, data, parameters)


def _certainty(verdict: Verdict, base_year: int) -> Certainty:
    return Certainty(
        lasting=verdict.lasting,
        measured=verdict.measured,
        until=base_year + YEARS_AHEAD,
        highest_place=verdict.highest_place,
        lowest_place=verdict.lowest_place,
        years=verdict.years,
        noise=verdict.noise,
    )


def _slabs(fact_base: FactBase, indicator: str) -> dict[int, int]:
    slabs = fact_base.cube.axes.slabs_of(indicator, Gender.ALL)
    years = fact_base.cube.axes.slab_year[slabs].tolist()
    return dict(zip(years, range(slabs.start, slabs.stop), strict=True))


def _inhabitants(fact_base: FactBase, unit: Unit) -> float:
    slab = _slabs(fact_base, POPULATION).get(fact_base.newest_year)
    if slab is None:
        return math.nan
    return float(fact_base.cube.values[slab, fact_base.cube.axes.unit_column[unit.id]])


def _change(fact_base: FactBase, indicator: str, unit: Unit, *, year: int) -> Change | None:
    cube, slabs = fact_base.cube, _slabs(fact_base, indicator)
    column, kind = cube.axes.unit_column[unit.id], KINDS.index(unit.kind)
    for back in CHANGE_YEARS:
        slab = slabs.get(year - back)
        if slab is not None and not math.isnan(cube.values[slab, column]):
            return Change(year - back, float(cube.values[slab, column]), float(cube.median[kind, slab]))
    return None
