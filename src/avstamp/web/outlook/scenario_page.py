"""What stands on the pages of a start's saved scenarios? Nothing here computes: that is asked of the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from avstamp.domain.outlook.saved_scenario import Assumption, ScenarioContent, read_content, read_outcome
from avstamp.domain.start.permissions import Act, Permission, may_any
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.economy_inputs import BY_KEY, RESERVE, RISK, SCENARIOS, USE
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import NamesThen, names_then
from avstamp.web.outlook import pages
from avstamp.web.outlook.economy_values import ComparePage
from avstamp.web.outlook.models import ScenarioVersion
from avstamp.web.outlook.scenario_queries import (
    SavedScenario,
    address_now,
    outcome_now,
    outcome_phrase,
    saved_scenario,
    saved_scenarios,
)
from avstamp.web.outlook.worker import compute
from avstamp.web.start.visit import Visit
from avstamp.web.thread.offers import kinds_to_write


@dataclass(frozen=True)
class VersionLine:
    """A version as it is listed: `query` opens it on the economy's page."""

    version: int
    name: str
    by: Text
    day: date
    outcome: Text
    query: str


@dataclass(frozen=True)
class ScenarioLine:
    """A scenario as it is listed, by its newest version."""

    number: int
    newest: VersionLine
    withdrawn: date | None
    why: str
    older_facts: bool


@dataclass(frozen=True)
class AssumptionLine:
    """One assumption as it stood when the scenario was saved, and where it came from."""

    name: Phrase
    value: Quantity
    source: Text


@dataclass(frozen=True)
class ScenarioPage:
    """One scenario: `now` its outcome on the fact base of today where that is another, `address` what a claim cites."""

    line: ScenarioLine
    author: str
    assumptions: Sequence[AssumptionLine]
    versions: Sequence[VersionLine]
    now: Phrase | None
    address: str
    kinds: Sequence[ClaimKind]
    changing: Permission


def scenario_lines(visit: Visit) -> list[ScenarioLine]:
    """Every scenario of the start, the newest first."""
    saved = saved_scenarios(visit.start)
    then = _names_then(saved)
    return [_line(one, then) for one in saved]


def _names_then(saved: Sequence[SavedScenario]) -> NamesThen:
    """What those who saved were called when they did."""
    people = (version.person for one in saved for version in one.versions)
    return names_then(str(person.identifier) for person in people if person)


def _line(one: SavedScenario, then: NamesThen) -> ScenarioLine:
    return ScenarioLine(
        number=one.row.number,
        newest=_version(one.newest, then),
        withdrawn=one.row.withdrawn_day,
        why=one.row.withdrawn_why,
        older_facts=one.newest.facts != open_fact_base().identity,
    )


def _version(row: ScenarioVersion, then: NamesThen) -> VersionLine:
    outcome = read_outcome(row.outcome)
    return VersionLine(
        row.version,
        row.name,
        _saver(row, then),
        row.day,
        outcome_phrase(outcome) if outcome else Verbatim(row.outcome),
        _query(read_content(row.content)),
    )


def _saver(row: ScenarioVersion, then: NamesThen) -> Text:
    if row.person is None:
        return Phrase("actor.console")
    return Verbatim(then.on(str(row.person.identifier), row.day, now=row.person.name))


def _query(content: ScenarioContent) -> str:
    return urlencode(dict(content.written))


def scenario_page(visit: Visit, number: int) -> ScenarioPage:
    """Everything on the page of one scenario; raises `UnknownScenario`."""
    one, facts = saved_scenario(visit.start, number), open_fact_base()
    then = _names_then([one])
    line, content = _line(one, then), one.content
    now = outcome_now(one, facts) if line.older_facts and line.withdrawn is None else None
    address = address_now(one, facts)
    return ScenarioPage(
        line=line,
        author=content.written.get("upphov", ""),
        assumptions=_assumptions(content),
        versions=[_version(version, then) for version in reversed(one.versions)],
        now=outcome_phrase(now) if now else None,
        address=address,
        kinds=kinds_to_write(visit) if address else (),
        changing=may_change(visit, one),
    )


def may_change(visit: Visit, one: SavedScenario) -> Permission:
    """Whether the reader may save a scenario anew or withdraw it, with the reason."""
    roles, matter = visit.roles, replace(visit.matter, own=one.is_of(visit.person))
    return may_any(Act.CHANGE_SCENARIO, roles, matter)


def _assumptions(content: ScenarioContent) -> list[AssumptionLine]:
    return [
        AssumptionLine(
            Phrase(f"economy.input.{one.key}") if one.key != RISK.key else Phrase("scenario.row.risk"),
            Quantity(BY_KEY[one.key].scale * one.value, BY_KEY[one.key].unit, BY_KEY[one.key].decimals),
            _source(one, content),
        )
        for one in content.assumptions
        if one.key in BY_KEY
    ]


def _source(one: Assumption, content: ScenarioContent) -> Text:
    """Where an assumption came from: its author, the council's guideline, the ready scenario, or Avstamp."""
    if one.key in (RESERVE.key, USE.key):
        guideline = content.written.get("riktlinje", "")
        if guideline:
            return Phrase("economy.derived.guideline.said", {"words": Verbatim(guideline)})
        unsaid = "economy.derived.guideline" if one.own else f"economy.derived.no_guideline.{one.key}"
        return Phrase(unsaid)
    if one.own:
        author = content.written.get("upphov", "")
        return Verbatim(author) if author else Phrase("scenario.source.unsaid")
    if one.key == RISK.key:
        return Phrase("scenario.source.risk")
    return Phrase("scenario.source.ready", {"scenario": Phrase(_ready_key(content))})


def _ready_key(content: ScenarioContent) -> str:
    words = {word: key for key, word in SCENARIOS.items()}
    return f"economy.scenario.{words.get(content.written.get('scenario', ''), 'as_today')}"


def changeable(visit: Visit) -> list[ScenarioLine]:
    """The scenarios that the reader may save anew."""
    saved = saved_scenarios(visit.start)
    then = _names_then(saved)
    return [
        _line(one, then) for one in saved if one.row.withdrawn_day is None and may_change(visit, one).allowed
    ]


def chosen_scenarios(visit: Visit, numbers: Sequence[int]) -> list[SavedScenario]:
    """The scenarios chosen to stand beside one another, in the order they were saved; those not there are left out."""
    saved = sorted(saved_scenarios(visit.start), key=lambda one: one.row.number)
    return [one for one in saved if one.row.number in numbers]


def compare(visit: Visit, chosen: Sequence[SavedScenario]) -> ComparePage:
    """The chosen scenarios beside the three ready ones."""
    unit = open_fact_base().units.get(visit.start.organisation.unit)
    saved: tuple[tuple[str, Mapping[str, str]], ...] = tuple(
        (f"{one.row.number}. {one.newest.name}", dict(one.content.written)) for one in chosen
    )
    return compute(pages.compare_scenarios, unit, saved)
