"""One thing at a time: which comes now, what was skipped, and how far has one come?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from avstamp.domain.room.answers import SKIP


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one has come: items that have an answer, that were skipped, and that are left, each in order."""

    answered: tuple[int, ...]
    skipped: tuple[int, ...]
    left: tuple[int, ...]

    @property
    def done(self) -> int:
        """How many one has dealt with, answered or skipped."""
        return len(self.answered) + len(self.skipped)

    @property
    def of(self) -> int:
        """How many there are."""
        return self.done + len(self.left)

    def skipped_after(self, item: int) -> int | None:
        """The skipped one to come back to after an item: the next, else none.

        Example:
            >>> Standing((), (1, 4), ()).skipped_after(1)
            4
        """
        return next((one for one in self.skipped if one > item), None)


def standing_of(said: Mapping[int, str], items: int) -> Standing:
    """How far one has come among so many items.

    Args:
        said: what has been said of each item that has been dealt with; `SKIP` where it was skipped.
        items: how many there are.

    Example:
        >>> standing_of({0: "agree", 2: "skip"}, 4)
        Standing(answered=(0,), skipped=(2,), left=(1, 3))
    """
    every = range(items)
    return Standing(
        tuple(item for item in every if item in said and said[item] != SKIP),
        tuple(item for item in every if said.get(item) == SKIP),
        tuple(item for item in every if item not in said),
    )
