"""Which scenarios has a start saved, and what does each say now?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.errors import AvstampError
from avstamp.domain.outlook.saved_scenario import (
    VERSION,
    ScenarioContent,
    ScenarioName,
    ScenarioOutcome,
    read_content,
    read_outcome,
    result_of,
    scenario_address,
    scenario_named,
)
from avstamp.domain.thread.revisions import ResultVersion
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import Person
from avstamp.web.outlook import pages
from avstamp.web.outlook.models import Scenario, ScenarioVersion
from avstamp.web.outlook.worker import compute
from avstamp.web.start.queries import Start


class UnknownScenario(AvstampError, LookupError):
    """A start has no scenario of this number."""


@dataclass(frozen=True)
class SavedScenario:
    """A scenario with its versions, the newest last."""

    row: Scenario
    versions: Sequence[ScenarioVersion]

    @property
    def newest(self) -> ScenarioVersion:
        """The version that counts."""
        return self.versions[-1]

    @property
    def content(self) -> ScenarioContent:
        """What the newest version holds."""
        return read_content(self.newest.content)

    def is_of(self, person: Person) -> bool:
        """Whether the person saved it, and so may change it."""
        return self.newest.person_id == person.pk


def saved_scenarios(start: Start) -> list[SavedScenario]:
    """Every scenario of a start, the newest first; asks the database twice, however many there are."""
    rows = Scenario.objects.filter(start=start).prefetch_related("versions__person").order_by("-number")
    return [SavedScenario(row, list(row.versions.all())) for row in rows]


def saved_scenario(start: Start, number: int) -> SavedScenario:
    """One scenario; raises `UnknownScenario`."""
    row = Scenario.objects.filter(start=start, number=number).select_related("start__organisation").first()
    if row is None:
        raise UnknownScenario(str(number))
    return SavedScenario(row, list(row.versions.select_related("person")))


def outcome_now(scenario: SavedScenario, facts: FactBase) -> ScenarioOutcome | None:
    """The outcome on the fact base that is open: as it was saved when both are the same, else computed again.

    None when there are no accounts to begin with any more.
    """
    newest = scenario.newest
    if (newest.facts, newest.method) == (facts.identity, VERSION):
        return read_outcome(newest.outcome)
    unit = facts.units.get(scenario.row.start.organisation.unit)
    answer = compute(pages.scenario_answer, unit, dict(scenario.content.written))
    if answer is None:
        return None
    return ScenarioOutcome(newest.version, answer.outcome.year, answer.outcome.broken, answer.outcome.result)


def result_now(scenario: SavedScenario, facts: FactBase) -> ResultVersion | None:
    """The outcome as the thread cites it now; None of one that is withdrawn or cannot be computed."""
    outcome = None if scenario.row.withdrawn_day else outcome_now(scenario, facts)
    return None if outcome is None else result_of(scenario.newest.digest, facts.identity, outcome)


def address_now(scenario: SavedScenario, facts: FactBase) -> str:
    """What a claim writes to rest on the outcome; nothing where there is none."""
    result = result_now(scenario, facts)
    return "" if result is None else str(scenario_address(_name_of(scenario.row), result))


def newest_outcomes(start: Start, subjects: Iterable[str]) -> Mapping[str, ResultVersion]:
    """The outcomes of a start's own scenarios as they are now; those of any other start are not there."""
    facts, found = open_fact_base(), {}
    for subject in subjects:
        name = scenario_named(subject)
        row = _row(start, name) if name else None
        result = result_now(saved_scenario(start, row.number), facts) if row else None
        if result is not None:
            found[subject] = result
    return found


def _row(start: Start, name: ScenarioName) -> Scenario | None:
    if (name.organisation, name.year) != (start.organisation.key, start.term_first_day.year):
        return None
    return Scenario.objects.filter(start=start, number=name.number).first()


def _name_of(row: Scenario) -> ScenarioName:
    return ScenarioName(row.start.organisation.key, row.start.term_first_day.year, row.number)


def scenario_words(start: Start, subject: str) -> Text:
    """What a scenario is called in the thread of its own start; the subject as it stands anywhere else."""
    name = scenario_named(subject)
    row = _row(start, name) if name else None
    if row is None:
        return Verbatim(subject)
    newest = row.versions.latest("version")
    return Phrase("scenario.result", {"name": newest.name, "number": row.number})


def outcome_in_words(written: str) -> Text:
    """An outcome as a sentence; anything else as it stands."""
    outcome = read_outcome(written)
    return Verbatim(written) if outcome is None else outcome_phrase(outcome)


def outcome_phrase(outcome: ScenarioOutcome) -> Phrase:
    """An outcome as a sentence."""
    return Phrase(
        "scenario.outcome",
        {
            "version": outcome.version,
            "year": str(outcome.year),
            "broken": Quantity(outcome.broken, "%", 0),
            "result": Quantity(outcome.result, "%", 1),
        },
    )
