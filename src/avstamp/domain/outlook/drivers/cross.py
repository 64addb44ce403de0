"""Which four futures do two critical uncertainties open?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.errors import AvstampError
from avstamp.domain.outlook.drivers.driver import Sign
from avstamp.domain.values import Phrase


class Pole(StrEnum):
    """An end of an axis; which is called the first is the reader's choice and says nothing of better or worse."""

    FIRST = "first"
    SECOND = "second"


class CrossRefused(AvstampError, ValueError):
    """Two drivers cannot span a scenario cross; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@dataclass(frozen=True, slots=True)
class Axis:
    """An uncertain driver with what each end of it means."""

    driver: str
    first: str
    second: str

    def meaning(self, pole: Pole) -> str:
        """What an end means."""
        return self.first if pole is Pole.FIRST else self.second


@dataclass(frozen=True, slots=True)
class Future:
    """One of the four: the ends it lies at, the name it is given, what follows, and what shows that it is coming."""

    across: Pole
    up: Pole
    name: str
    consequences: str
    signs: tuple[Sign, ...]

    @property
    def corner(self) -> str:
        """The future's place in the cross, as a word."""
        return corner_of(self.across, self.up)


@dataclass(frozen=True, slots=True)
class ScenarioCross:
    """Two axes and their four futures, in the order they are read: the upper two, then the lower two."""

    across: Axis
    up: Axis
    futures: tuple[Future, ...]


CORNERS: tuple[tuple[Pole, Pole], ...] = (
    (Pole.FIRST, Pole.FIRST),
    (Pole.SECOND, Pole.FIRST),
    (Pole.FIRST, Pole.SECOND),
    (Pole.SECOND, Pole.SECOND),
)

QUESTIONS = tuple(
    Phrase(f"cross.question.{name}")
    for name in ("today", "robust", "regret", "early", "best", "missing_voice")
)
"""What to talk about in front of a cross."""


def corner_of(across: Pole, up: Pole) -> str:
    """The name of a corner, as forms and files write it.

    Example:
        >>> corner_of(Pole.FIRST, Pole.SECOND)
        'first-second'
    """
    return f"{across.value}-{up.value}"


def cross_of(
    across: Axis,
    up: Axis,
    *,
    names: Mapping[str, str],
    consequences: Mapping[str, str],
    signs: Mapping[str, tuple[Sign, ...]],
) -> ScenarioCross:
    """The cross of two uncertain drivers.

    Args: the axes; names, consequences and signs by corner (see `corner_of`), each of which may be missing.
    Returns: the cross with all four futures, in the order of `CORNERS`.
    Raises: CrossRefused when the axes are the same driver, or an end has no meaning.
    Source: the method is Schwartz's (1991); what the ends mean is never filled in by the program.
    Example:
        >>> cross = cross_of(Axis("a", "snabb", "långsam"), Axis("b", "öppen", "sluten"), names={}, consequences={},
        ...     signs={})
        >>> [future.corner for future in cross.futures]
        ['first-first', 'second-first', 'first-second', 'second-second']
    """
    if across.driver == up.driver:
        raise CrossRefused(Phrase("cross.wrong.same"))
    if not all(text.strip() for axis in (across, up) for text in (axis.first, axis.second)):
        raise CrossRefused(Phrase("cross.wrong.end"))
    futures = tuple(
        Future(
            first,
            second,
            names.get(corner_of(first, second), ""),
            consequences.get(corner_of(first, second), ""),
            signs.get(corner_of(first, second), ()),
        )
        for first, second in CORNERS
    )
    return ScenarioCross(across, up, futures)
