"""What is done when on the day? An agenda made from a template or by hand, and the run sheet it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from avstamp.domain.documents.tree import Bullets, Column, Document, Section, Table
from avstamp.domain.room.exercises import ExerciseKind, Openness, kind_name
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.values import Phrase, Text

DAY_MINUTES = 24 * 60


class AgendaTemplate(StrEnum):
    """Agendas to begin from."""

    HALF_DAY = "half_day"
    WHOLE_DAY = "whole_day"
    COUNCIL_EVENING = "council_evening"
    AT_HOME = "at_home"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of an agenda: what it is called, how long it takes, and the exercise in it, if any.

    `step` is the step of the working model that the result goes into; `aim` tells the leader what the line is for.
    """

    title: Text
    minutes: int
    kind: ExerciseKind | None = None
    step: Step | None = None
    openness: Openness = Openness.NAMED
    aim: Text | None = None


def _line(
    key: str,
    minutes: int,
    kind: ExerciseKind | None = None,
    step: Step | None = None,
    openness: Openness = Openness.NAMED,
) -> AgendaLine:
    return AgendaLine(Phrase(f"agenda.{key}"), minutes, kind, step, openness, Phrase(f"agenda.{key}.aim"))


_BREAK = AgendaLine(Phrase("agenda.break"), 15)
_LUNCH = AgendaLine(Phrase("agenda.lunch"), 60)

TEMPLATES: Mapping[AgendaTemplate, tuple[AgendaLine, ...]] = {
    AgendaTemplate.HALF_DAY: (
        _line("welcome", 10),
        _line("check_in", 10, ExerciseKind.CHECK_IN),
        _line("outlook", 25, ExerciseKind.PLACING, Step.OUTLOOK),
        _line("position", 30, ExerciseKind.EPA, Step.POSITION),
        _BREAK,
        _line("analysis", 45, ExerciseKind.STATEMENTS, Step.ANALYSIS),
        _line("needs", 40, ExerciseKind.BEST_WORST, Step.NEEDS),
        _line("ways", 25, ExerciseKind.ROUND, Step.WAYS),
        _line("confidence", 10, ExerciseKind.CONFIDENCE, Step.WAYS, Openness.ANONYMOUS),
        _line("next", 10),
        _line("check_out", 10, ExerciseKind.CHECK_OUT),
    ),
    AgendaTemplate.WHOLE_DAY: (
        _line("welcome", 15),
        _line("check_in", 10, ExerciseKind.CHECK_IN),
        _line("facts", 25),
        _line("outlook", 40, ExerciseKind.PLACING, Step.OUTLOOK),
        _BREAK,
        _line("position", 60, ExerciseKind.EPA, Step.POSITION),
        _LUNCH,
        _line("collection", 20, ExerciseKind.COLLECTION, Step.ANALYSIS, Openness.ANONYMOUS),
        _line("analysis", 60, ExerciseKind.STATEMENTS, Step.ANALYSIS),
        _BREAK,
        _line("needs", 50, ExerciseKind.BEST_WORST, Step.NEEDS),
        _line("ways", 40, ExerciseKind.ROUND, Step.WAYS),
        _line("confidence", 10, ExerciseKind.CONFIDENCE, Step.WAYS, Openness.ANONYMOUS),
        _line("next", 15),
        _line("check_out", 10, ExerciseKind.CHECK_OUT),
    ),
    AgendaTemplate.COUNCIL_EVENING: (
        _line("welcome", 10),
        _line("facts", 20),
        _line("outlook", 20, ExerciseKind.PLACING, Step.OUTLOOK),
        _line("position", 25, ExerciseKind.ROUND, Step.POSITION),
        _line("analysis", 35, ExerciseKind.STATEMENTS, Step.ANALYSIS),
        _BREAK,
        _line("needs", 25, ExerciseKind.BEST_WORST, Step.NEEDS),
        _line("pulse", 10, ExerciseKind.PULSE, Step.WAYS, Openness.ANONYMOUS),
        _line("next", 10),
        _line("check_out", 10, ExerciseKind.CHECK_OUT),
    ),
    AgendaTemplate.AT_HOME: (
        _line("home_outlook", 10, ExerciseKind.PLACING, Step.OUTLOOK),
        _line("home_position", 10, ExerciseKind.COLLECTION, Step.POSITION),
        _line("home_analysis", 10, ExerciseKind.STATEMENTS, Step.ANALYSIS),
        _line("home_needs", 10, ExerciseKind.BEST_WORST, Step.NEEDS),
        _line("home_ways", 5, ExerciseKind.PULSE, Step.WAYS),
    ),
}
"""Each goes through the five steps in order; the titles and aims are our own."""


def template_name(template: AgendaTemplate) -> Phrase:
    """What the template is called on the screen."""
    return Phrase(f"agenda_template.{template}")


def total_minutes(lines: Sequence[AgendaLine]) -> int:
    """How long an agenda takes.

    Example:
        >>> [total_minutes(TEMPLATES[template]) for template in AgendaTemplate]
        [230, 445, 180, 45]
    """
    return sum(line.minutes for line in lines)


def times_of(lines: Sequence[AgendaLine], *, starts: time) -> tuple[tuple[time, time], ...]:
    """When each line begins and ends, as the clock on the wall shows.

    Raises:
        ValueError: a line takes no time, or the agenda runs past a whole day.

    Example:
        >>> lines = [AgendaLine(Phrase("agenda.break"), 15), AgendaLine(Phrase("agenda.lunch"), 60)]
        >>> [str(ends) for _, ends in times_of(lines, starts=time(11, 30))]
        ['11:45:00', '12:45:00']
    """
    if any(line.minutes < 1 for line in lines) or total_minutes(lines) > DAY_MINUTES:
        raise ValueError("every line takes at least a minute, and all together at most a day")
    # Minutes are added to a day without changes of clock: an agenda follows the clock on the wall.
    clock = datetime.combine(date(2001, 1, 1), starts)
    found = []
    for line in lines:
        ends = clock + timedelta(minutes=line.minutes)
        found.append((clock.time(), ends.time()))
        clock = ends
    return tuple(found)


def moved(order: Sequence[int], line: int, by: int) -> tuple[int, ...]:
    """The order of an agenda after a line is moved; at the end that it is moved towards it stays.

    Args:
        order: the lines' numbers, in order.
        line: which one.
        by: places, up when negative.

    Example:
        >>> moved((1, 2, 3), 3, -1), moved((1, 2, 3), 1, -1)
        ((1, 3, 2), (1, 2, 3))
    """
    rest = [one for one in order if one != line]
    place = min(max(0, order.index(line) + by), len(rest))
    return (*rest[:place], line, *rest[place:])


def inserted(order: Sequence[int], line: int, after: int | None) -> tuple[int, ...]:
    """The order with a line put in after another, first where `after` is 0, last where it is None or not there.

    Example:
        >>> inserted((1, 2), 3, 1), inserted((1, 2), 3, 0), inserted((1, 2), 3, None)
        ((1, 3, 2), (3, 1, 2), (1, 2, 3))
    """
    if after == 0:
        return (line, *order)
    if after is None or after not in order:
        return (*order, line)
    place = order.index(after) + 1
    return (*order[:place], line, *order[place:])


def run_sheet(
    title: Text, lines: Sequence[AgendaLine], *, day: date, starts: time, place: str, made_on: date
) -> Document:
    """The run sheet (körschema): what begins when, what it is for, what to have at hand, to hold in the hand.

    Args:
        title: what the day is called.
        lines: the agenda.
        day: the day it is held.
        starts: when the first line begins.
        place: where, empty when not said.
        made_on: the day the sheet is made.
    """
    times = times_of(lines, starts=starts)
    rows = tuple(
        (
            Phrase("runsheet.time", {"first": f"{first:%H.%M}", "last": f"{last:%H.%M}"}),
            line.title,
            line.minutes,
            Phrase("runsheet.talk") if line.kind is None else kind_name(line.kind),
            Phrase("runsheet.no_step") if line.step is None else step_name(line.step),
        )
        for line, (first, last) in zip(lines, times, strict=True)
    )
    columns = tuple(
        Column(Phrase(f"runsheet.column.{name}"), name == "minutes")
        for name in ("time", "line", "minutes", "exercise", "step")
    )
    subtitle = Phrase(
        "runsheet.subtitle" if place else "runsheet.subtitle_no_place",
        {
            "day": day,
            "first": f"{starts:%H.%M}",
            "last": f"{times[-1][1]:%H.%M}" if times else "",
            "place": place,
        },
    )
    table = Table(Phrase("runsheet.caption"), columns, rows)
    return Document(
        title,
        subtitle,
        made_on,
        (
            Section(Phrase("runsheet.order"), (table,)),
            Section(Phrase("runsheet.aims"), (Bullets(_aims(lines, times)),)),
            Section(Phrase("runsheet.bring"), (Bullets(_to_bring(lines)),)),
        ),
        contents=False,
    )


def _aims(lines: Sequence[AgendaLine], times: Sequence[tuple[time, time]]) -> tuple[Text, ...]:
    return tuple(
        Phrase("runsheet.aim", {"time": f"{first:%H.%M}", "title": line.title, "aim": line.aim})
        for line, (first, _) in zip(lines, times, strict=True)
        if line.aim is not None
    )


def _to_bring(lines: Sequence[AgendaLine]) -> tuple[Text, ...]:
    exercises = [line for line in lines if line.kind is not None]
    things = [Phrase("runsheet.bring.screen")]
    if exercises:
        things.append(Phrase("runsheet.bring.phones"))
    if any(line.openness is Openness.ANONYMOUS for line in exercises):
        things.append(Phrase("runsheet.bring.slips"))
    if any(line.kind is ExerciseKind.ROUND for line in exercises):
        things.append(Phrase("runsheet.bring.clock"))
    return tuple(things)
