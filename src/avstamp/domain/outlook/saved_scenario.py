"""What is a scenario of the economy that a start has saved, and how is its outcome named in the thread?

What is kept is what the reader wrote, as it goes into an address, and beside it every assumption as it stood that day:
what the reader did not write follows the ready scenario, whose numbers move with the fact base. A version is never
changed. A claim cites the outcome by an address that names the scenario and not its version, so that a new version,
or a fact base that gives another outcome, moves the claim.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.thread.addresses import ResultAddress, parse_address
from avstamp.domain.thread.revisions import ResultVersion

METHOD = "economy_scenario"
VERSION = 1
"""Raise it when the same assumptions on the same data give another outcome."""

MOST_COMPARED = 3
"""How many saved scenarios stand beside the three ready ones: more lines than six nobody tells apart."""

DATA_LENGTH = 12
_OUTCOME = re.compile(r"v(\d+) (\d{4}): (\d+)%, (-?\d+\.\d)%")


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption as it stood when the scenario was saved; `own` says that somebody wrote it."""

    key: str
    value: float
    own: bool


@dataclass(frozen=True)
class ScenarioContent:
    """What a version holds: what was written, by its name in an address, and every assumption in the model's units."""

    written: Mapping[str, str]
    assumptions: Sequence[Assumption]

    @property
    def canonical(self) -> str:
        """The content as one text, the same wherever it is written: JSON with sorted names and no spaces.

        Example:
            >>> ScenarioContent({"scenario": "idag"}, [Assumption("wages", 0.03, False)]).canonical
            '{"assumptions":[["wages",0.03,false]],"written":{"scenario":"idag"}}'
        """
        content = {
            "written": dict(self.written),
            "assumptions": [[one.key, one.value, one.own] for one in self.assumptions],
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical text."""
        return hashlib.sha256(self.canonical.encode()).hexdigest()


def read_content(canonical: str) -> ScenarioContent:
    """A content as `canonical` wrote it; raises ValueError for a text that is none."""
    try:
        read = json.loads(canonical)
        content = ScenarioContent(
            dict(read["written"]),
            [Assumption(str(key), float(value), bool(own)) for key, value, own in read["assumptions"]],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("this is no content of a saved scenario") from error
    if content.canonical != canonical:
        raise ValueError("the content of a saved scenario is not written as it should be")
    return content


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """What a reader sees of a scenario's outcome.

    `broken` is the share of futures, in whole per cent, that break the balance requirement in `year`; `result` the
    median result in per cent of taxes and grants, with one decimal, and `version` that of the scenario.
    """

    version: int
    year: int
    broken: int
    result: float

    def __str__(self) -> str:
        return f"v{self.version} {self.year}: {self.broken}%, {self.result + 0.0:.1f}%"


def read_outcome(written: str) -> ScenarioOutcome | None:
    """An outcome as it is printed; None for anything else.

    Example:
        >>> read_outcome("v2 2035: 12%, -0.4%")
        ScenarioOutcome(version=2, year=2035, broken=12, result=-0.4)
        >>> read_outcome("7 av 290") is None
        True
    """
    found = _OUTCOME.fullmatch(written)
    if found is None:
        return None
    version, year, broken, result = found.groups()
    return ScenarioOutcome(int(version), int(year), int(broken), float(result))


@dataclass(frozen=True, slots=True)
class ScenarioName:
    """Which saved scenario: the organisation's key, the first year of the start's term, and its number there."""

    organisation: str
    year: int
    number: int


def scenario_address(name: ScenarioName, version: ResultVersion) -> ResultAddress:
    """The address of a saved scenario's outcome.

    Example:
        >>> str(scenario_address(ScenarioName("provkoping", 2026, 3), ResultVersion(1, "9c1d", "")))
        'economy_scenario/v1/organisation=provkoping;scenario=3;year=2026@9c1d'
    """
    parameters = {
        "organisation": name.organisation,
        "scenario": str(name.number),
        "year": str(name.year),
    }
    return ResultAddress(METHOD, version.version, version.data, parameters)


def scenario_named(subject: str) -> ScenarioName | None:
    """Which scenario a result's subject names; None for a result of any other method.

    Example:
        >>> scenario_named("economy_scenario/organisation=provkoping;scenario=3;year=2026").number
        3
        >>> scenario_named("findings/unit=1481") is None
        True
    """
    method, _, parameters = subject.partition("/")
    if method != METHOD or not parameters:
        return None
    address = parse_address(f"{METHOD}/v1/{parameters}@0000")
    given = address.parameters if isinstance(address, ResultAddress) else {}
    year, number = given.get("year", ""), given.get("scenario", "")
    if not (_is_number(year) and _is_number(number)):
        return None
    return ScenarioName(given.get("organisation", ""), int(year), int(number))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7


def result_of(content_digest: str, facts: str, outcome: ScenarioOutcome) -> ResultVersion:
    """A scenario's outcome as the thread cites it; `facts` is the identity of the fact base it was computed on."""
    data = hashlib.sha256(f"{content_digest}|{facts}".encode()).hexdigest()[:DATA_LENGTH]
    return ResultVersion(VERSION, data, str(outcome))
