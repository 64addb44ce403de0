"""Which small values do all steps of the working model share?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence that has no language yet: a catalogue key and the values that go into it.

    Values may be texts, numbers, dates, or other phrases; the edge formats them for the reader's language.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A text that stands as its publisher wrote it, whatever the reader's language (a title, a name)."""

    text: str
    language: str = "sv"


Text = Phrase | Verbatim
"""What a heading, a cell or a sentence may be made of."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what is needed to print it: unit of measure and decimals; `None` is missing."""

    value: float | None
    unit: str = ""
    decimals: int | None = None
    signed: bool = False


class UnitKind(StrEnum):
    """What kind of organisation a unit is."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTRY = "country"


class Gender(StrEnum):
    """The gender row of a figure, with the source's own letters: all, women, men."""

    ALL = "T"
    WOMEN = "K"
    MEN = "M"


class Status(StrEnum):
    """How a figure came to be, as far as its source says."""

    NOT_STATED = "not_stated"
    MEASURED = "measured"
    PRELIMINARY = "preliminary"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    WITHHELD = "withheld"


def rounded(value: float, decimals: int) -> Decimal:
    """A number as it is printed: the one rule of rounding in Avstamp.

    Definition: the shortest decimal text that gives the float back, rounded to `decimals` places with halves
    away from zero, as in print and spreadsheets (0.25 becomes 0.3 although the float lies just beside 0.25).

    Args:
        value: a finite number.
        decimals: places to keep, 0 or more.

    Returns:
        The rounded number with exactly that many places; never a negative zero.

    Raises:
        decimal.InvalidOperation: the value is NaN or infinite, which has no printed form.

    Example:
        >>> rounded(0.25, 1), rounded(-0.04, 1), rounded(83.35, 1), rounded(-2.5, 0)
        (Decimal('0.3'), Decimal('0.0'), Decimal('83.4'), Decimal('-3'))
    """
    kept = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return abs(kept) if kept.is_zero() else kept
