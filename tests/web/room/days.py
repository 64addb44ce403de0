"""Factories for tests of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tests.web.starts import AT, COUNCIL, TERM, bare_start, later, person

from avstamp.domain.room.exercises import TRAITS, Exercise, ExerciseKind, Openness
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.roll import Capacity, Side
from avstamp.web.accounts.models import Person
from avstamp.web.room import actions
from avstamp.web.room.actions import NewLine, make_day
from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.tickets import make_slips
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start


def opened_start(key: str = "provkoping") -> Start:
    start = bare_start(key)
    starts.take_sides(start, {"S": Side.RULING, "M": Side.OPPOSITION}, from_day=TERM.first, by=None, at=AT)
    starts.commission_start(
        start,
        commissioner=Commissioner.PRESIDIUM,
        day=AT.date(),
        parties=[row.party for row in COUNCIL],
        by=None,
        at=AT,
    )
    starts.open_start(start, by=None, at=AT)
    return start


def member(start: Start, name: str, capacity: Capacity = Capacity.ELECTED, party: str = "S") -> Person:
    who = person(name)
    party = party if capacity is Capacity.ELECTED else ""
    starts.add_member(start, who, capacity, span=TERM, party=party, by=None, at=AT)
    return who


def exercise(kind: ExerciseKind = ExerciseKind.STATEMENTS, **changed: object) -> Exercise:
    traits = TRAITS[kind]
    items = tuple(
        f"Rad {number} på åäö" for number in range(max(traits.least_items, 2) if traits.most_items else 0)
    )
    return replace(Exercise(kind, "Vad tycker ni?", items, scale=(traits.scales or (None,))[0]), **changed)


def anonymous(kind: ExerciseKind = ExerciseKind.STATEMENTS, **changed: object) -> Exercise:
    return exercise(kind, openness=Openness.ANONYMOUS, **changed)


def day_with(start: Start, *exercises: Exercise, guests: bool = True) -> Day:
    lines = [NewLine("Välkomna", 10), *(NewLine(str(one.kind), 20, exercise=one) for one in exercises)]
    return make_day(
        start, "Startdagen", day=date(2027, 1, 20), begins=time(9), guests=guests, lines=lines, by=None, at=AT
    )


def opened_line(start: Start, one: Exercise) -> AgendaLine:
    line = day_with(start, one).lines.get(position=2)
    actions.open_line(line, by=None, at=later(1))
    return AgendaLine.objects.get(pk=line.pk)


def slips(day: Day, **numbers: int) -> list[str]:
    """Codes of slips, group after group."""
    codes = make_slips(day, numbers, by=None, at=AT)
    return [code for group in numbers for code in codes[group]]


def refreshed(line: AgendaLine) -> AgendaLine:
    return AgendaLine.objects.get(pk=line.pk)
