"""Which ages are counted together, because one service meets them?"""

from __future__ import annotations

from dataclasses import dataclass

AGES = 101
"""One-year ages 0 to 99, and 100 for all who are older."""

WOMEN, MEN = 0, 1
SEXES = 2

FERTILE = slice(14, 50)
"""Ages of mothers in the source."""

BOYS = 0.514
"""Share of the newborn that are boys, as in Sweden since 2000 (SCB)."""


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Ages from `first` to `last`, both in it; `key` names the group in phrases and addresses."""

    key: str
    first: int
    last: int

    @property
    def ages(self) -> slice:
        """The ages as a slice of an array over one-year ages."""
        return slice(self.first, self.last + 1)


FINEST: tuple[AgeGroup, ...] = tuple(
    AgeGroup(f"{first}-{last}" if last < AGES - 1 else f"{first}+", first, last)
    for first, last in (
        (0, 0),
        (1, 5),
        (6, 6),
        (7, 9),
        (10, 12),
        (13, 15),
        (16, 18),
        (19, 19),
        (20, 24),
        (25, 64),
        (65, 79),
        (80, 89),
        (90, AGES - 1),
    )
)
"""The groups that a projection counts: they cover every age once, and any coarser group is a sum of them."""

REGISTERED: tuple[AgeGroup, ...] = (
    AgeGroup("0", 0, 0),
    AgeGroup("1-5", 1, 5),
    AgeGroup("6-15", 6, 15),
    AgeGroup("16-19", 16, 19),
    AgeGroup("20-64", 20, 64),
    AgeGroup("65-79", 65, 79),
    AgeGroup("80+", 80, AGES - 1),
)
"""The groups whose counts on 31 December are published for every municipality and year."""

TOTAL = AgeGroup("all", 0, AGES - 1)


def finest_of(group: AgeGroup) -> tuple[int, ...]:
    """Numbers of the finest groups that make up a group.

    Raises: ValueError when the group's limits do not fall between finest groups.
    Example:
        >>> finest_of(AgeGroup("6-15", 6, 15)), finest_of(AgeGroup("80+", 80, 100))
        ((2, 3, 4, 5), (11, 12))
    """
    within = tuple(
        number for number, fine in enumerate(FINEST) if group.first <= fine.first and fine.last <= group.last
    )
    if not within or FINEST[within[0]].first != group.first or FINEST[within[-1]].last != group.last:
        raise ValueError(f"the group {group.key} does not begin and end where counted groups do")
    return within
