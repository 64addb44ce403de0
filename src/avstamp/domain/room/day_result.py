"""What is the result of an exercise as it is kept, cited and gone on with, and how is it named in the thread?

A result is frozen when its exercise is closed. A claim cites it by an address that names the exercise and not the
version, as it does a saved scenario: late answers, or notes put together in another way, give a new version, and what
rests on the old one has to be looked at again. An address may name one row of the exercise: one driver, one statement.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.documents.tree import Block
from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness, Scale
from avstamp.domain.room.results import (
    Gathered,
    Group,
    Said,
    Spoken,
    StageSaid,
    add_tallies,
    best_worst_results,
    placing_results,
    scale_results,
    statement_results,
)
from avstamp.domain.room.telling import tell_result
from avstamp.domain.thread.addresses import ResultAddress, parse_address
from avstamp.domain.thread.revisions import ResultVersion

METHOD = "exercise_result"
VERSION = 1
"""Raise it when the same answers give another result."""
DATA_LENGTH = 12
_OUTCOME = re.compile(r"v(\d{1,5}): (\d{1,7})((?:, [a-z_]+=-?\d+(?:\.\d+)?)*)")


@dataclass(frozen=True)
class DayResult:
    """What an exercise came to: what was asked, how many answered, and everything that may be shown."""

    exercise: Exercise
    answered: int
    gathered: Gathered

    def told(self) -> tuple[Block, ...]:
        """The result as tables."""
        return tell_result(self.exercise, self.gathered)

    @property
    def content(self) -> dict[str, object]:
        """The result as it is stored: counts and texts, nothing of who."""
        one = self.exercise
        return {
            "kind": one.kind.value,
            "question": one.question,
            "items": list(one.items),
            "openness": one.openness.value,
            "scale": one.scale.value if one.scale else "",
            "answered": self.answered,
            "groups": [
                [
                    sorted(group.roles),
                    group.n,
                    sorted([mark.item, mark.said, n] for mark, n in group.tally.items()),
                ]
                for group in self.gathered.groups
            ],
            "said": [[said.text, said.n] for said in self.gathered.said],
            "stages": [[row.text, *row.counts] for row in self.gathered.stages],
            "spoken": [
                [sorted(row.roles), row.turns, row.seconds, row.share_of_time, row.share_of_present]
                for row in self.gathered.spoken
            ],
        }

    @property
    def digest(self) -> str:
        """SHA-256 of the content as one text, the same wherever it is written."""
        text = json.dumps(
            self.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        )
        return hashlib.sha256(text.encode()).hexdigest()

    def figures_of(self, item: int) -> dict[str, float]:
        """What the answers say of one row, in order, by name; nothing where nothing may be shown.

        Args:
            item: the row, from 0.
        """
        return _FIGURES[self.exercise.kind](self, item) if self.gathered.groups else {}


def read_result(content: Mapping[str, object]) -> DayResult:
    """A result as `content` wrote it; raises KeyError, TypeError or ValueError for anything else."""
    read: Mapping[str, list[list]] = content  # type: ignore[type-arg, assignment]
    exercise = Exercise(
        ExerciseKind(str(content["kind"])),
        str(content["question"]),
        tuple(map(str, read["items"])),
        Openness(str(content["openness"])),
        Scale(str(content["scale"])) if content["scale"] else None,
    )
    groups = tuple(
        Group(
            frozenset(roles), int(n), {Mark(int(item), str(said)): int(count) for item, said, count in tally}
        )
        for roles, n, tally in read["groups"]
    )
    gathered = Gathered(
        groups,
        tuple(Said(str(text), int(n)) for text, n in read["said"]),
        tuple(StageSaid(str(text), tuple(counts)) for text, *counts in read["stages"]),
        tuple(
            Spoken(frozenset(roles), turns, seconds, time, present)
            for roles, turns, seconds, time, present in read["spoken"]
        ),
    )
    return DayResult(exercise, int(str(content["answered"])), gathered)


def _statement(result: DayResult, item: int) -> dict[str, float]:
    found = statement_results(_all(result), len(result.exercise.items))[item]
    return {} if found.share is None else {"agree": round(100 * found.share), "n": found.answered}


def _placing(result: DayResult, item: int) -> dict[str, float]:
    found = placing_results(_all(result), len(result.exercise.items))[item]
    effect, uncertainty = found.effect.median, found.uncertainty.median
    if effect is None or uncertainty is None:
        return {}
    return {"effect": effect, "uncertainty": uncertainty, "n": found.effect.n}


def _steps(result: DayResult, item: int) -> dict[str, float]:
    scale = result.exercise.scale or Scale.FIVE
    found = scale_results(_all(result), len(result.exercise.items), scale)[item]
    return {} if found.median is None else {"median": found.median, "n": found.n}


def _need(result: DayResult, item: int) -> dict[str, float]:
    found = best_worst_results(_all(result), len(result.exercise.items))[item]
    return {} if found.score is None else {"score": round(found.score, 2), "shown": found.shown}


def _nothing(result: DayResult, item: int) -> dict[str, float]:
    return {}


_FIGURES = {
    **dict.fromkeys(ExerciseKind, _nothing),
    ExerciseKind.STATEMENTS: _statement,
    ExerciseKind.PLACING: _placing,
    ExerciseKind.CONFIDENCE: _steps,
    ExerciseKind.PULSE: _steps,
    ExerciseKind.BEST_WORST: _need,
}


def _all(result: DayResult) -> Mapping[Mark, int]:
    return add_tallies(group.tally for group in result.gathered.groups)


@dataclass(frozen=True, slots=True)
class ResultName:
    """Which result: the organisation, the start's first year, day, line, and row (from 1; 0 is the whole)."""

    organisation: str
    year: int
    day: int
    line: int
    item: int = 0


@dataclass(frozen=True)
class ResultOutcome:
    """What a reader sees of a result: its version, how many answered, and the figures of the row that is named."""

    version: int
    answered: int
    figures: Mapping[str, float]

    def __str__(self) -> str:
        figures = "".join(f", {name}={_plain(value)}" for name, value in self.figures.items())
        return f"v{self.version}: {self.answered}{figures}"


def _plain(value: float) -> str:
    text = f"{value + 0.0:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def read_outcome(written: str) -> ResultOutcome | None:
    """An outcome as it is printed; None for anything else.

    Example:
        >>> str(read_outcome("v2: 34, effect=4.5, uncertainty=2"))
        'v2: 34, effect=4.5, uncertainty=2'
        >>> read_outcome("7 av 290") is None
        True
    """
    found = _OUTCOME.fullmatch(written)
    if found is None:
        return None
    pairs = [pair.split("=") for pair in found[3].split(", ")[1:]]
    return ResultOutcome(int(found[1]), int(found[2]), {name: float(value) for name, value in pairs})


def result_version(result: DayResult, version: int, item: int = 0) -> ResultVersion:
    """A result as the thread cites it, whole or one row of it."""
    figures = result.figures_of(item - 1) if item else {}
    outcome = ResultOutcome(version, result.answered, figures)
    return ResultVersion(VERSION, result.digest[:DATA_LENGTH], str(outcome))


def result_address(name: ResultName, version: ResultVersion) -> ResultAddress:
    """The address of a result.

    Example:
        >>> name = ResultName("provkoping", 2026, 1, 4, 2)
        >>> str(result_address(name, ResultVersion(1, "9c1d", "")))
        'exercise_result/v1/day=1;item=2;line=4;organisation=provkoping;year=2026@9c1d'
    """
    parameters = {
        "organisation": name.organisation,
        "year": str(name.year),
        "day": str(name.day),
        "line": str(name.line),
    } | ({"item": str(name.item)} if name.item else {})
    return ResultAddress(METHOD, version.version, version.data, parameters)


def result_named(subject: str) -> ResultName | None:
    """Which result a subject names; None for one of any other method.

    Example:
        >>> result_named("exercise_result/day=1;line=4;organisation=provkoping;year=2026")
        ResultName(organisation='provkoping', year=2026, day=1, line=4, item=0)
        >>> result_named("findings/unit=1481") is None
        True
    """
    method, _, parameters = subject.partition("/")
    if method != METHOD or not parameters:
        return None
    address = parse_address(f"{METHOD}/v1/{parameters}@0000")
    given = address.parameters if isinstance(address, ResultAddress) else {}
    numbers = [
        given.get(name, default) for name, default in (("year", ""), ("day", ""), ("line", ""), ("item", "0"))
    ]
    if not all(_is_number(text) for text in numbers):
        return None
    year, day, line, item = map(int, numbers)
    return ResultName(given.get("organisation", ""), year, day, line, item)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7


def texts_of(result: DayResult) -> Sequence[str]:
    """What a result can be gone on with, row by row: what was asked about, or what was said and came furthest."""
    if result.exercise.kind is ExerciseKind.EPA:
        return tuple(row.text for row in result.gathered.stages)
    return tuple(said.text for said in result.gathered.said) or result.exercise.items
