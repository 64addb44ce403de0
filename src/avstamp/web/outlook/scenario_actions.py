"""What can be done to a start's saved scenarios? Each action is one transaction, and an event without texts.

A version is never changed: what is saved again stands beside what was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.saved_scenario import METHOD, VERSION, ScenarioContent, ScenarioOutcome
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.audit.actions import record_event
from avstamp.web.outlook.models import Scenario, ScenarioVersion
from avstamp.web.start.permitting import require
from avstamp.web.start.queries import Start, lock_start
from avstamp.web.thread.result_kinds import result_subject

LONGEST_NAME, LONGEST_WHY = 60, 500


class ScenarioRefused(AvstampError, ValueError):
    """A scenario cannot be saved or withdrawn as things stand; `phrase` says why."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@dataclass(frozen=True)
class NewScenario:
    """A scenario to be saved: what it holds, and its outcome on a fact base. The version in `outcome` is not read."""

    name: str
    content: ScenarioContent
    outcome: ScenarioOutcome
    facts: str


def scenario_of(unit: Unit, asked: Mapping[str, str]) -> NewScenario | None:
    """What is written in an address, to be saved, computed in this process; None where it cannot be saved as it is."""
    # Named when it is asked for: it takes the compiler.
    from avstamp.web.outlook.pages import scenario_answer

    answer = scenario_answer(unit, asked)
    if answer is None or answer.wrong:
        return None
    return NewScenario(answer.name, answer.content, answer.outcome, answer.facts)


@transaction.atomic
def save_scenario(
    start: Start,
    new: NewScenario,
    *,
    instead_of: Scenario | None = None,
    by: Person | None,
    at: datetime,
) -> ScenarioVersion:
    """Save a scenario as a new one, or as a new version of one that the person has saved.

    Raises:
        NotPermitted: the person may not save scenarios here, or not change that one.
        ScenarioRefused: it has no name or a long one, says what that one says already, or that one is withdrawn.
    """
    require(Act.SAVE_SCENARIO, start, by=by, at=at)
    name = new.name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise ScenarioRefused(Phrase("scenario.wrong.name", {"most": LONGEST_NAME}))
    lock_start(start)
    if instead_of is None:
        row, version = Scenario.objects.create(start=start, number=_next_number(start)), 1
    else:
        row, version = instead_of, _next_version(instead_of, name, new.content, by=by, at=at)
    saved = ScenarioVersion.objects.create(
        scenario=row,
        version=version,
        name=name,
        content=new.content.canonical,
        digest=new.content.digest,
        facts=new.facts,
        method=VERSION,
        outcome=str(ScenarioOutcome(version, new.outcome.year, new.outcome.broken, new.outcome.result)),
        person=by,
        day=legal_day(at),
    )
    _record(row, "scenario.saved", {"version": version}, by=by, at=at)
    return saved


def _next_number(start: Start) -> int:
    return (Scenario.objects.filter(start=start).aggregate(newest=Max("number"))["newest"] or 0) + 1


def _next_version(
    row: Scenario, name: str, content: ScenarioContent, *, by: Person | None, at: datetime
) -> int:
    newest = row.versions.latest("version")
    require(Act.CHANGE_SCENARIO, row.start, by=by, at=at, own=newest.person_id == (by and by.pk))
    if row.withdrawn_day is not None:
        raise ScenarioRefused(Phrase("scenario.wrong.withdrawn"))
    if (newest.name, newest.digest) == (name, content.digest):
        raise ScenarioRefused(Phrase("scenario.wrong.same"))
    return int(newest.version) + 1


@transaction.atomic
def withdraw_scenario(row: Scenario, why: str, *, by: Person | None, at: datetime) -> Scenario:
    """Withdraw a scenario: it stays to be read, with the reason, and what rests on it has to be looked at again.

    Raises:
        NotPermitted: the person is not the one who saved it.
        ScenarioRefused: there is no reason, a long one, or it is withdrawn already.
    """
    newest = row.versions.latest("version")
    require(Act.CHANGE_SCENARIO, row.start, by=by, at=at, own=newest.person_id == (by and by.pk))
    lock_start(row.start)
    row.refresh_from_db()
    reason = why.strip()
    if row.withdrawn_day is not None:
        raise ScenarioRefused(Phrase("scenario.wrong.withdrawn"))
    if not reason or len(reason) > LONGEST_WHY:
        raise ScenarioRefused(Phrase("scenario.wrong.why", {"most": LONGEST_WHY}))
    row.withdrawn_day, row.withdrawn_why = legal_day(at), reason
    row.save(update_fields=["withdrawn_day", "withdrawn_why"])
    _record(row, "scenario.withdrawn", {}, by=by, at=at)
    return row


def _record(
    row: Scenario, action: str, content: Mapping[str, int], *, by: Person | None, at: datetime
) -> None:
    start = row.start
    told = {"scenario": row.number, **content}
    subject = result_subject(start, METHOD, row.number)
    record_event(start.organisation.key, action, subject, content=told, by=by, at=at)
