"""What does whoever takes the initiative say: of themselves, of the commission, of the days and of the cost?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from avstamp.domain.start.commission import Commission, Commissioner
from avstamp.domain.start.mandates import Council
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import Span
from avstamp.domain.start.wheel_templates import WheelTemplate


class DocumentKind(StrEnum):
    """The three documents of an initiative."""

    MEMO = "memo"
    INVITATION = "invitation"
    TJANSTESKRIVELSE = "tjansteskrivelse"


class SenderRole(StrEnum):
    """Who may take the initiative."""

    OFFICIAL = "official"
    GROUP_LEADER = "group_leader"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who takes the initiative; `party` is the name of a group leader's party. Empty is not said yet."""

    name: str = ""
    title: str = ""
    role: SenderRole | None = None
    party: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """The first meeting, and to whom and by when one answers. Empty is not said yet."""

    day: date | None = None
    time: str = ""
    place: str = ""
    answer_by: date | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """What the start takes: hours a meeting, people at it, and money in kronor. None is not said yet."""

    hours: float | None = None
    people: int | None = None
    budget: int | None = None

    @property
    def hours_together(self) -> float | None:
        """Hours of all who take part, with one meeting a step; None while either number is not said.

        Definition: steps × hours a meeting × people.
        """
        if self.hours is None or self.people is None:
            return None
        return len(Step) * self.hours * self.people


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is the same whoever sends it: the term, the commission, whom it concerns, the days and the cost.

    `commission` is what a start has recorded, and `commissioner` who is asked, or has been; `proposed` are the steps
    whose days come from `wheel` and from nobody's own plan; `figures_of` names the unit whose figures an invented
    organisation shows, and is empty for every real one.
    """

    term: Span
    commissioner: Commissioner | None = None
    commission: Commission | None = None
    council: Council | None = None
    steps: Mapping[Step, Span] = field(default_factory=dict)
    wheel: WheelTemplate | None = None
    proposed: frozenset[Step] = frozenset()
    gathering: Gathering = field(default_factory=Gathering)
    effort: Effort = field(default_factory=Effort)
    number: str = ""
    figures_of: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """Every group in the council by name in the order of the Swedish alphabet: none of size, and none of power."""
        seats = self.council.seats if self.council else ()
        return tuple(sorted((row.name for row in seats if row.seats), key=_letters))


def _letters(text: str) -> str:
    # Å, ä and ö stand last in the Swedish alphabet, in that order.
    return text.casefold().translate(str.maketrans("åäö", "{|}"))


@dataclass(frozen=True, slots=True)
class Initiative:
    """A plan, and who sends it. The invitation is made of the plan alone: it cannot know the sender's side."""

    plan: Plan
    sender: Sender = field(default_factory=Sender)
