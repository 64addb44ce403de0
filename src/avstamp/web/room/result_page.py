"""How is a kept result shown: the chart where it says more than the table, the tables, and what it does not say?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.documents.tree import Figure
from avstamp.domain.outlook.drivers import SortKind
from avstamp.domain.room.day_result import DayResult
from avstamp.domain.room.exercises import ExerciseKind, Scale
from avstamp.domain.room.results import (
    add_tallies,
    best_worst_results,
    placing_results,
    scale_results,
    statement_results,
)
from avstamp.domain.values import Phrase, Verbatim

MOST_BARS, LONGEST_NAME = 20, 30
SPLIT = 3.25
"""Between the middle of the scale and the next median there can be, as in the register of drivers."""


def result_chart(result: DayResult) -> Figure | None:
    """The main thing as a chart; None where a table says as much, and where nothing may be shown."""
    if not result.gathered.groups:
        return None
    match result.exercise.kind:
        case ExerciseKind.PLACING:
            return _placing(result)
        case ExerciseKind.STATEMENTS:
            return _shares(result)
        case ExerciseKind.BEST_WORST:
            return _scores(result)
        case ExerciseKind.CONFIDENCE | ExerciseKind.PULSE:
            return _steps(result)
        case _:
            return None


def result_notes(result: DayResult) -> Sequence[Phrase]:
    """What the reader must know before trusting the result."""
    kind = result.exercise.kind
    notes = [Phrase("room.note.shown", {"answered": result.answered})]
    if kind in _METHOD_NOTES:
        notes.append(Phrase(f"room.note.{_METHOD_NOTES[kind]}"))
    return notes


_METHOD_NOTES = {
    ExerciseKind.STATEMENTS: "statements",
    ExerciseKind.BEST_WORST: "best_worst",
    ExerciseKind.PLACING: "placing",
    ExerciseKind.ROUND: "round",
    ExerciseKind.COLLECTION: "notes",
    ExerciseKind.EPA: "notes",
}


def _placing(result: DayResult) -> Figure | None:
    """Every driver at its medians; those at one place share a dot, and stand there by number."""
    at: dict[tuple[float, float], list[int]] = {}
    items = result.exercise.items
    for number, found in enumerate(placing_results(_all(result), len(items)), start=1):
        if found.effect.median is not None and found.uncertainty.median is not None:
            at.setdefault((found.uncertainty.median, found.effect.median), []).append(number)
    if not at:
        return None
    kinds = (SortKind.ASSUMPTION, SortKind.CRITICAL, SortKind.WATCH, SortKind.WATCH)
    critical = [
        str(number) for (x, y), numbers in at.items() if x > SPLIT and y > SPLIT for number in numbers
    ]
    said = {"count": sum(map(len, at.values())), "critical": ", ".join(critical) or "–"}
    return Figure(
        kind="fields",
        content={
            "points": [
                {"name": Verbatim(", ".join(map(str, numbers))), "x": x, "y": y}
                for (x, y), numbers in sorted(at.items())
            ],
            "x_split": SPLIT,
            "y_split": SPLIT,
            "x_name": Phrase("room.ask.uncertainty"),
            "y_name": Phrase("room.ask.effect"),
            "fields": [Phrase(f"driver.sort.{kind.value}") for kind in kinds],
        },
        caption=Phrase("room.chart.placing.caption"),
        alternative=Phrase("room.chart.placing.alternative", said),
    )


def _shares(result: DayResult) -> Figure | None:
    """The share that agrees with each statement, largest first."""
    found = statement_results(_all(result), len(result.exercise.items))
    shares = [None if one.share is None else 100 * one.share for one in found]
    return _bars("shares", _ordered(result, shares), unit="%", decimals=0)


def _scores(result: DayResult) -> Figure | None:
    """Each need's score, most important first."""
    found = best_worst_results(_all(result), len(result.exercise.items))
    scores = _ordered(result, [one.score for one in found])
    return _bars("scores", scores, unit=Phrase("room.chart.score"), decimals=2)


def _steps(result: DayResult) -> Figure | None:
    """How many answered each step, where one thing is asked about."""
    scale = result.exercise.scale or Scale.FIVE
    found = scale_results(_all(result), len(result.exercise.items), scale)
    if len(found) != 1:
        return None
    counts = [(str(step), float(count)) for step, count in zip(scale.steps, found[0].counts, strict=True)]
    return _bars("steps", counts, unit=Phrase("room.chart.answers"), decimals=0)


def _ordered(result: DayResult, values: Sequence[float | None]) -> list[tuple[str, float]]:
    named = [
        (text, value) for text, value in zip(result.exercise.items, values, strict=True) if value is not None
    ]
    return sorted(named, key=lambda pair: (-pair[1], pair[0].casefold()))


def _bars(
    key: str, values: Sequence[tuple[str, float]], *, unit: Phrase | str, decimals: int
) -> Figure | None:
    if not values:
        return None
    most = max(values, key=lambda pair: pair[1])
    bars = [{"name": Verbatim(_short(name)), "value": value} for name, value in values[:MOST_BARS]]
    return Figure(
        kind="bars",
        content={"unit": unit, "decimals": decimals, "bars": bars},
        caption=Phrase(f"room.chart.{key}.caption"),
        alternative=Phrase(f"room.chart.{key}.alternative", {"most": most[0], "count": len(values)}),
    )


def _short(text: str) -> str:
    """A name beside a bar; the whole text stands in the table."""
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"


def _all(result: DayResult) -> dict:  # type: ignore[type-arg]
    return add_tallies(group.tally for group in result.gathered.groups)
