"""How are a start's saved scenarios written to an archive, and taken in from one?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.domain.outlook.saved_scenario import read_content
from avstamp.domain.values import Phrase
from avstamp.web.accounts.queries import Person
from avstamp.web.archive import ArchiveRefused, Row, Tables, rows_of
from avstamp.web.outlook.models import Scenario, ScenarioVersion
from avstamp.web.start.queries import Start

SCENARIO_TABLES = ("scenarios", "scenario_versions")


def scenario_tables(start: Start) -> dict[str, list[Row]]:
    """A start's scenarios as an archive holds them."""
    versions = ScenarioVersion.objects.filter(scenario__start=start)
    return {
        "scenarios": rows_of(
            Scenario.objects.filter(start=start).order_by("number"),
            *("number", "withdrawn_day", "withdrawn_why"),
        ),
        "scenario_versions": rows_of(
            versions.order_by("scenario__number", "version"),
            *("version", "name", "content", "digest", "facts", "method", "outcome", "day"),
            of="scenario__number",
            given_by="person__identifier",
        ),
    }


def people_in_scenarios(start: Start) -> set[str]:
    """Identifiers of everyone who has saved a scenario."""
    found = ScenarioVersion.objects.filter(scenario__start=start, person__isnull=False)
    return {str(one) for one in found.values_list("person__identifier", flat=True)}


def store_scenarios(start: Start, tables: Tables, people: Mapping[str, Person]) -> int:
    """Store the scenarios of an archive; answer how many.

    Raises: ArchiveRefused for a content that no version of Avstamp wrote.
    """
    rows = {row["number"]: Scenario.objects.create(start=start, **row) for row in tables["scenarios"]}
    for source in tables["scenario_versions"]:
        row = dict(source)
        scenario, saver = rows[row.pop("of")], row.pop("given_by")
        row["digest"] = _digest(row["content"])
        person = None if saver is None else people[saver]
        ScenarioVersion.objects.create(scenario=scenario, person=person, **row)
    return len(rows)


def _digest(content: str) -> str:
    try:
        return read_content(content).digest
    except ValueError as error:
        raise ArchiveRefused("scenario_versions", [Phrase("archive.wrong.scenario")]) from error
