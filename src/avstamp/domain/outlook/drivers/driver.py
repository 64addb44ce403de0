"""What is a driver: a force that the organisation does not control and that will matter to it?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.thread.claims import Horizon
from avstamp.domain.values import Phrase


class DriverArea(StrEnum):
    """Where a driver comes from; `OWN` is what an organisation adds that fits none of the six."""

    ECONOMY = "economy"
    DEMOGRAPHY = "demography"
    ENVIRONMENT = "environment"
    SOCIAL = "social"
    TECHNOLOGY = "technology"
    POLITICS = "politics"
    OWN = "own"


class Nature(StrEnum):
    """What a driver brings."""

    CHALLENGE = "challenge"
    POSSIBILITY = "possibility"
    BOTH = "both"


class Heading(StrEnum):
    """Which way an indicator goes when a driver grows stronger."""

    RISING = "rising"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Sign:
    """What to watch: an indicator and the way it goes when the driver grows stronger."""

    indicator: str
    heading: Heading

    def points_here(self, slope: float) -> bool | None:
        """Whether a yearly change points the sign's way; None where there is none to judge by.

        Example:
            >>> Sign("N01957", Heading.RISING).points_here(12.5), Sign("N01804", Heading.FALLING).points_here(3.0)
            (True, False)
        """
        if slope != slope or slope == 0:
            return None
        return (slope > 0) is (self.heading is Heading.RISING)


@dataclass(frozen=True, slots=True)
class Driver:
    """A driver of the ready set: its sentences, how far it reaches, and the indicators it rests on.

    `evidence` lists indicators by id, the most telling first. A figure address is made of one with a unit and a year.
    """

    key: str
    area: DriverArea
    horizon: Horizon
    nature: Nature
    evidence: tuple[str, ...]
    signs: tuple[Sign, ...]

    @property
    def name(self) -> Phrase:
        """What it is called."""
        return Phrase(f"driver.{self.key}")

    @property
    def text(self) -> Phrase:
        """What it is and why it matters."""
        return Phrase(f"driver.{self.key}.text")

    @property
    def question(self) -> Phrase:
        """A question to think about together."""
        return Phrase(f"driver.{self.key}.question")
