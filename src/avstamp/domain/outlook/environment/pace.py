"""How fast must emissions fall to reach a target, and how fast have they fallen?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.errors import AvstampError

RECENT_YEARS = 5
"""Years that the recent pace looks back, or to the nearest known year before that."""


class NoPace(AvstampError, ValueError):
    """A target that cannot be reckoned to: its base year is unknown, or its year has been."""


@dataclass(frozen=True, slots=True)
class Target:
    """Emissions in `year` are to be `reduction` per cent lower than in `base_year`."""

    base_year: int
    year: int
    reduction: float


@dataclass(frozen=True, slots=True)
class Pace:
    """What a target asks for, beside what has been; yearly changes are shares, -0.05 is five per cent less a year.

    `level` is what emissions may be in the target's year; `reached` whether they are there already; `needed` the even
    yearly change from the last known year, NaN when the target is zero, which no constant share reaches; `yearly` the
    same as an even amount a year. `past` is the yearly change since the base year and `recent` over the last years,
    from `recent_from`; NaN where there is no earlier year. `ahead` is where the recent pace leads in the target's year
    and `gap` how far above the level that is (below when negative).
    """

    base: float
    last_year: int
    last: float
    level: float
    reached: bool
    needed: float
    yearly: float
    past: float
    recent_from: int
    recent: float
    ahead: float
    gap: float

    @property
    def changed(self) -> float:
        """Change from the base year to the last known one, as a share."""
        return self.last / self.base - 1


def yearly_change(first: float, last: float, years: int) -> float:
    """The even yearly change that leads from one level to another.

    Definition: r = (last / first)^(1 / years) − 1.
    Args: levels of the same unit, `first` above zero; `years` between them, 1 or more.
    Returns: the change as a share a year; NaN when a level is zero or below, or no year lies between.
    Raises: nothing. Source: the geometric mean of the yearly factors.
    Example:
        >>> round(yearly_change(100.0, 25.0, 2), 4)
        -0.5
    """
    if years < 1 or first <= 0 or last <= 0:
        return math.nan
    return float((last / first) ** (1 / years) - 1)


def pace_to(levels: Mapping[int, float], target: Target) -> Pace:
    """What a target asks for of a series of emissions, beside what has been.

    Definition: level T = B · (1 − p / 100) with B the emissions of the base year; needed = (T / L)^(1 / (t − l)) − 1
        and yearly = (L − T) / (t − l), with L the emissions of the last known year l and t the target's year; ahead =
        L · (1 + recent)^(t − l); gap = ahead − T.
    Args: `levels` by year, each finite and in one unit of measure; years without a figure are left out.
    Returns: the pace; see `Pace` for what NaN means.
    Raises: NoPace when the base year has no figure above zero, or the target's year is not after the last known one.
    Source: the definition is arithmetic; what is counted is said on the method page (docs/method/emissions.md).
    Example:
        >>> pace = pace_to({2000: 100.0, 2015: 80.0, 2020: 64.0}, Target(2000, 2030, 84.0))
        >>> round(pace.level, 2), round(pace.needed, 3), round(pace.recent, 3), round(pace.gap, 2)
        (16.0, -0.129, -0.044, 24.96)
    """
    last_year = max(levels, default=0)
    base = levels.get(target.base_year, 0.0)
    if base <= 0:
        raise NoPace(f"no emissions known for the base year {target.base_year}")
    if target.year <= last_year:
        raise NoPace(f"the target's year {target.year} is not after the last known year {last_year}")
    last, left = levels[last_year], target.year - last_year
    level = base * (1 - target.reduction / 100)
    recent_from = max((year for year in levels if year <= last_year - RECENT_YEARS), default=last_year)
    recent = yearly_change(levels[recent_from], last, last_year - recent_from)
    ahead = last * (1 + recent) ** left
    return Pace(
        base=base,
        last_year=last_year,
        last=last,
        level=level,
        reached=last <= level,
        needed=yearly_change(last, level, left),
        yearly=(last - level) / left,
        past=yearly_change(base, last, last_year - target.base_year),
        recent_from=recent_from,
        recent=recent,
        ahead=ahead,
        gap=ahead - level,
    )
