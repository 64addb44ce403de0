"""Which small values do all steps of the working model share?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
