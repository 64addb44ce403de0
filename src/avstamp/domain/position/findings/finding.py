"""What is one finding: what it claims, how sure that is, and what speaks against it?"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator, Lens
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.thread.addresses import ResultAddress
from avstamp.domain.values import Status, UnitKind

METHOD = "findings"
VERSION = 1
"""Raised when the method changes what it finds."""

FEW_INHABITANTS = 10_000
"""Below this many inhabitants chance may weigh heavily."""

FEW_YEARS = 4
"""A finding that rests on this many years or fewer says so."""

UNSTEADY = 0.35
"""Share of the variance that passes by within the year, from which a finding says that the figure swings."""

OLD = 2
"""A figure this many years older than the newest is said to be old."""


class Side(StrEnum):
    """Whether a finding is on the worse or the better side."""

    CHALLENGE = "challenge"
    POSSIBILITY = "possibility"


class Objection(StrEnum):
    """What speaks against leaning on a finding."""

    GROUP = "group"
    IMPROVING = "improving"
    WORSENING = "worsening"
    SURVEY = "survey"
    SMALL = "small"
    FEW_YEARS = "few_years"
    UNSTEADY = "unsteady"
    OLD = "old"
    NOT_MEASURED = "not_measured"
    ACCOUNTING = "accounting"


@dataclass(frozen=True, slots=True)
class Change:
    """The unit's value and the median of its kind some years before, in the indicator's unit."""

    since: int
    value: float
    median: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a finding is.

    `lasting` is the posterior probability that the lasting level is beyond the quartile in `until`; `measured` that a
    value measured then is; `highest_place` and `lowest_place` hold 80 per cent of the places it may have, counted from
    the highest value down; `years` of the unit's own values it rests on, `noise` the share that passes by in a year.
    """

    lasting: float
    measured: float
    until: int
    highest_place: int
    lowest_place: int
    years: int
    noise: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One challenge or possibility of one unit.

    `share` of the other units of the kind lie strictly on the other side of its value, as a number from 0 to 1;
    `quartile` is the bound of the worst (or best) fourth that year. `group_mean` is unweighted and without the unit,
    NaN where no member has a value; `change` None where the years before are not known.
    """

    side: Side
    unit: Unit
    indicator: Indicator
    entry: CatalogueEntry
    year: int
    newest_year: int
    value: float
    status: Status
    place: int
    n: int
    share: float
    median: float
    quartile: float
    group: Group | None
    group_mean: float
    group_n: int
    inhabitants: float
    change: Change | None
    certainty: Certainty
    origin: Origin
    address: ResultAddress

    @property
    def lens(self) -> Lens:
        """The lens it is seen through."""
        return self.entry.lens

    @property
    def is_high(self) -> bool:
        """Whether the value lies high; a low value can be good as well as bad."""
        return (self.side is Side.POSSIBILITY) is (self.entry.direction is Direction.HIGHER)

    @property
    def improvement(self) -> float:
        """How much better the value has become than the median has, in the indicator's unit; NaN when unknown."""
        if self.change is None:
            return math.nan
        moved = (self.value - self.change.value) - (self.median - self.change.median)
        return moved if self.entry.direction is Direction.HIGHER else -moved

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What speaks against leaning on it, the weightiest first."""
        return tuple(objection for objection in Objection if self._meets(objection))

    def _meets(self, objection: Objection) -> bool:
        certainty = self.certainty
        group_far = self.group_mean >= self.quartile if self.is_high else self.group_mean <= self.quartile
        return {
            Objection.GROUP: not math.isnan(self.group_mean) and group_far,
            Objection.IMPROVING: self.side is Side.CHALLENGE and self.improvement > 0 and self._moved() > 0,
            Objection.WORSENING: self.side is Side.POSSIBILITY and self.improvement < 0 and self._moved() < 0,
            Objection.SURVEY: rests_on_answers(self.indicator.title),
            Objection.SMALL: self.unit.kind is UnitKind.MUNICIPALITY and self.inhabitants < FEW_INHABITANTS,
            Objection.FEW_YEARS: certainty.years <= FEW_YEARS,
            Objection.UNSTEADY: certainty.noise >= UNSTEADY,
            Objection.OLD: self.year <= self.newest_year - OLD,
            Objection.NOT_MEASURED: self.status in (Status.ESTIMATED, Status.PRELIMINARY, Status.FORECAST),
            Objection.ACCOUNTING: self.lens is Lens.ECONOMY,
        }[objection]

    def _moved(self) -> float:
        if self.change is None:
            return 0.0
        moved = self.value - self.change.value
        return moved if self.entry.direction is Direction.HIGHER else -moved


_ANSWERS = re.compile(
    r"undersökning|brukarbedömning|företagsklimat|insikt|\bHME\b|\bNTU\b|självskatta|självrapporter|känner du"
    r"|patientupplevd|förtroende|inställning|kvalitetsindex|\banser\b|tillit|välbefinnande|störd sömn|avstått"
    r"|deltagande i kultur|nöjd",
    re.IGNORECASE,
)


def rests_on_answers(title: str) -> bool:
    """Whether an indicator's published title says that it is made of answers to questions.

    Example:
        >>> rests_on_answers("Brukarbedömning hemtjänst äldreomsorg - maten, andel (%)")
        True
        >>> rests_on_answers("Ohälsotal, dagar")
        False
    """
    return _ANSWERS.search(title) is not None
