"""What may be shown of a round without anyone being found by subtracting, between two views or two moments?

The people whose answers are shown fall into *atoms*: those of one shown group who answered between two publications.
Every figure ever shown is a sum over whole atoms, and every atom has at least five people; so is every difference, and
every other sum of multiples, of such figures. Nobody can therefore be singled out by arithmetic, however many figures
are laid side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.values import Phrase

LEAST = 5
"""The fewest answers that are shown together."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Groups that are shown as one, and how many answers they have together."""

    groups: frozenset[str]
    n: int


@dataclass(frozen=True, slots=True)
class Publication:
    """What has been shown once: the cells, and how many answers every group had then, shown or not."""

    cells: tuple[Cell, ...]
    standing: Mapping[str, int]

    @property
    def n(self) -> int:
        """How many answers are shown; those of groups too small are not in any sum."""
        return sum(cell.n for cell in self.cells)

    @property
    def too_small(self) -> frozenset[str]:
        """Groups that have answers but are not shown, since they are too few even together."""
        shown = frozenset().union(*(cell.groups for cell in self.cells))
        return frozenset(group for group, n in self.standing.items() if n and group not in shown)


def cells_of(standing: Mapping[str, int]) -> tuple[Cell, ...]:
    """The groups as they can be shown the first time.

    Definition: a group with at least `LEAST` answers is a cell of its own; the smaller ones are one cell together if
    they then have at least `LEAST`, else they are not shown and are in no sum.

    Args:
        standing: number of answers by group.

    Returns:
        Cells without common groups, each of at least `LEAST` answers, in order of the groups' names.

    Example:
        >>> [(sorted(cell.groups), cell.n) for cell in cells_of({"ruling": 12, "official": 3, "union": 2})]
        [(['ruling'], 12), (['official', 'union'], 5)]
        >>> [sorted(cell.groups) for cell in cells_of({"ruling": 12, "official": 4})]
        [['ruling']]
    """
    large = [Cell(frozenset({group}), n) for group, n in standing.items() if n >= LEAST]
    small = {group: n for group, n in standing.items() if 0 < n < LEAST}
    together = sum(small.values())
    rest = [Cell(frozenset(small), together)] if together >= LEAST else []
    return tuple(sorted(large + rest, key=lambda cell: (len(cell.groups) > 1, sorted(cell.groups))))


def publish(
    published: Sequence[Publication], standing: Mapping[str, int], *, collecting: bool
) -> Publication | Phrase:
    """What an anonymous round may show now, given all it has shown before; or why nothing new may be shown.

    Definition: nothing while answers are collected. The first time, `cells_of`. After that only if every group whose
    number of answers has changed since the last publication has gained at least `LEAST`: cells once shown are never
    divided, and groups never shown may become cells by the first rule.

    Args:
        published: every earlier publication, in order.
        standing: number of answers by group now.
        collecting: whether the round takes answers.

    Returns:
        The publication, or the reason why what was shown last still stands.

    Raises:
        ValueError: a group has fewer answers than it had, which no anonymous round can have.
    """
    if collecting:
        return Phrase("room.withheld.collecting")
    if not published:
        cells = cells_of(standing)
        return Publication(cells, dict(standing)) if cells else Phrase("room.withheld.few", {"least": LEAST})
    last = published[-1]
    gains = {
        group: standing.get(group, 0) - last.standing.get(group, 0) for group in {*standing, *last.standing}
    }
    if any(gain < 0 for gain in gains.values()):
        raise ValueError(f"answers of an anonymous round cannot be fewer than before: {gains}")
    if not any(gains.values()):
        return Phrase("room.withheld.unchanged")
    if any(0 < gain < LEAST for gain in gains.values()):
        return Phrase("room.withheld.gained_few", {"least": LEAST})
    kept = tuple(Cell(cell.groups, sum(standing[group] for group in cell.groups)) for cell in last.cells)
    shown = frozenset().union(*(cell.groups for cell in kept))
    fresh = cells_of({group: n for group, n in standing.items() if group not in shown})
    return Publication(kept + fresh, dict(standing))


def view_of(publication: Publication, wanted: Collection[str]) -> tuple[Cell, ...] | Phrase:
    """The cells that a choice of groups is made of; refused when it would divide one.

    Args:
        publication: what has been shown.
        wanted: the groups that somebody wants to see, together or side by side.

    Returns:
        Whole cells that are exactly the groups wanted, or why they cannot be seen.
    """
    cells = tuple(cell for cell in publication.cells if cell.groups & frozenset(wanted))
    if not cells or frozenset().union(*(cell.groups for cell in cells)) != frozenset(wanted):
        return Phrase("room.withheld.divides", {"least": LEAST})
    return cells
