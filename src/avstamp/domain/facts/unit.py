"""Which municipalities and regions are there, and with whom can each be compared?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.values import UnitKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality (four-digit code), a region (`00` and the county code), or the country (`0000`)."""

    id: str
    name: str
    kind: UnitKind
    county: str

    @property
    def is_country(self) -> bool:
        """Whether this is the country as a whole, which is never compared as one among others."""
        return self.kind is UnitKind.COUNTRY


class GroupKind(StrEnum):
    """On what ground a group of units was put together."""

    SIMILAR = "similar"
    COUNTY = "county"
    SIZE = "size"
    TYPE = "type"
    NETWORK = "network"
    ALL = "all"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Group:
    """Units to compare with. A `SIMILAR` group is made for one unit (`of`) and one `area`, by RKA, for `year`.

    The unit itself is never part of the mean it is compared with, even where it is a member.
    """

    id: str
    kind: GroupKind
    title: str
    members: tuple[str, ...]
    of: str = ""
    area: str = ""
    year: int | None = None

    def others(self, unit: str) -> tuple[str, ...]:
        """The members without `unit`, in the group's order."""
        return tuple(member for member in self.members if member != unit)
