"""What remains of a judgement when only what is said is kept, small enough to be stored and read by a server?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """One listed finding: indicator and year, the share of the others that its unit lies beyond, and how sure it is.

    `lasting` is the posterior probability that the lasting level is beyond the quartile, `measured` the predictive
    one that a measurement is; `highest_place` and `lowest_place` bound the places it may have; `years` of values it
    rests on, `noise` the share that passes by within a year.
    """

    indicator: str
    year: int
    share: float
    lasting: float
    measured: float
    highest_place: int
    lowest_place: int
    years: int
    noise: float


@dataclass(frozen=True, slots=True)
class UnitVerdicts:
    """What is said of one unit, the furthest out first, and among how many indicators was looked."""

    challenges: tuple[Verdict, ...]
    possibilities: tuple[Verdict, ...]
    judged: int


@dataclass(frozen=True)
class KindVerdicts:
    """What is said of all units of a kind, in the order of the cube, and the identity of the figures it rests on."""

    base_year: int
    data: str
    units: tuple[UnitVerdicts, ...]
