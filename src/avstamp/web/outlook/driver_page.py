"""What stands on the page of one of a start's own drivers?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from avstamp.domain.outlook.drivers import FEWEST, READY
from avstamp.domain.start.permissions import Permission
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.drivers import Evidence, WatchedSign, watch
from avstamp.web.outlook.changing import may_change
from avstamp.web.outlook.models import EarlierWording, OwnDriver
from avstamp.web.outlook.own_page import STEP_WORDS, Line, SpreadLine, figures_behind, line_of, spread_line
from avstamp.web.outlook.queries import GroupSpread, placed_driver, spreads_by_group
from avstamp.web.start.visit import Visit
from avstamp.web.thread.queries import Claim, outcome_words, target_words
from avstamp.web.thread.result_kinds import page_of


@dataclass(frozen=True)
class Cited:
    """A figure that a driver rests on: as it was when the driver was worded, and as it is now."""

    name: Text
    then: Quantity
    address: str
    now: Evidence | None


@dataclass(frozen=True)
class Other:
    """A finding or a result that a driver rests on; `number` of a finding in the thread, `page` of a result."""

    name: Text
    number: int | None
    page: str = ""


@dataclass(frozen=True)
class Wording:
    """How a driver was worded before: until when, and where the thread has it."""

    version: int
    name: str
    text: str
    area: Phrase
    nature: Phrase
    until: datetime
    claim: int


@dataclass(frozen=True)
class DriverPage:
    """One driver: its text, what it rests on, what to watch, how it has been placed, and how it was worded before."""

    line: Line
    claim: Claim
    cited: Sequence[Cited]
    others: Sequence[Other]
    signs: Sequence[WatchedSign]
    groups: Sequence[tuple[Phrase, SpreadLine, SpreadLine]]
    question: Phrase
    earlier: Sequence[Wording]
    may_change: Permission
    steps: Sequence[tuple[int, Phrase]] = STEP_WORDS
    fewest: int = FEWEST

    @property
    def rests_on_nothing(self) -> bool:
        """Whether nobody has said what the driver rests on."""
        return not self.cited and not self.others


def driver_page(visit: Visit, number: int) -> DriverPage:
    """Everything on the page of one driver; raises `UnknownDriver`."""
    placed = placed_driver(visit.start, number, visit.person)
    row, claim = placed.row, placed.claim
    figures = figures_behind(visit.start, row)
    edges = list(claim.evidence.select_related("figure", "result", "target").order_by("pk"))
    return DriverPage(
        line=line_of(placed),
        claim=claim,
        cited=[_cited(edge.figure, figures) for edge in edges if edge.figure is not None],
        others=[_other(edge, visit) for edge in edges if edge.figure is None],
        signs=watch(placed.signs, figures),
        groups=[_group(group) for group in spreads_by_group(placed)],
        question=_question(row),
        earlier=[_wording(one) for one in row.earlier.select_related("claim").order_by("-version")],
        may_change=may_change(row, visit),
    )


def _question(row: OwnDriver) -> Phrase:
    """Something to talk about: the ready set's own question, else one after what the driver brings."""
    ready = next((driver.question for driver in READY if driver.key == row.ready_key), None)
    return ready or Phrase(f"driver.question.{row.nature}")


def _wording(one: EarlierWording) -> Wording:
    return Wording(
        one.version,
        one.name,
        one.claim.text,
        Phrase(f"driver.area.{one.area}"),
        Phrase(f"driver.nature.{one.nature}"),
        one.replaced_at,
        one.claim.number,
    )


def _group(group: GroupSpread) -> tuple[Phrase, SpreadLine, SpreadLine]:
    return group.name, spread_line("effect", group.effect), spread_line("uncertainty", group.uncertainty)


def _other(edge: object, visit: Visit) -> Other:
    target, result = getattr(edge, "target", None), getattr(edge, "result", None)
    if target is not None:
        return Other(Verbatim(target.text), target.number)
    address = getattr(result, "address", "")
    name = target_words(visit, address) or Verbatim(address)
    subject, outcome = getattr(result, "subject", ""), getattr(result, "outcome", "")
    said = Phrase("thread.figure.with_value", {"figure": name, "value": outcome_words(subject, outcome)})
    return Other(said, None, page_of(visit.start, subject))


def _cited(figure: object, figures: Mapping[str, Evidence]) -> Cited:
    indicator, value = getattr(figure, "indicator", ""), getattr(figure, "value", None)
    now = figures.get(indicator)
    unit = now.figure.indicator.unit if now else ""
    name: Text = now.name if now else Verbatim(indicator)
    decimals = getattr(figure, "decimals", 0)
    return Cited(name, Quantity(value, unit, decimals), getattr(figure, "address", ""), now)
