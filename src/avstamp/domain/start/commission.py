"""Who has commissioned a start? The council's presidium or all group leaders jointly, never the majority alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avstamp.domain.values import Phrase


class Commissioner(StrEnum):
    """Who may commission a start."""

    PRESIDIUM = "presidium"
    GROUP_LEADERS = "group_leaders"


@dataclass(frozen=True, slots=True)
class Commission:
    """A commission as it was recorded: by whom, on which day, and for group leaders which parties' leaders gave it."""

    by: Commissioner
    day: date
    parties: frozenset[str] = frozenset()


def missing_commission(commission: Commission | None, council: Collection[str]) -> Phrase | None:
    """What is missing before a start may be opened; None when it is commissioned.

    Args:
        commission: what is recorded, if anything.
        council: the party codes of every group in the council.

    Example:
        >>> by_most = Commission(Commissioner.GROUP_LEADERS, date(2026, 12, 1), frozenset({"S", "M"}))
        >>> missing_commission(by_most, ["S", "M", "C"]).values["parties"]
        ('C',)
    """
    if commission is None:
        return Phrase("start.commission.missing")
    if commission.by is Commissioner.PRESIDIUM:
        return None
    absent = tuple(sorted(set(council) - commission.parties))
    if absent or not council:
        return Phrase("start.commission.leaders_missing", {"parties": absent})
    return None
