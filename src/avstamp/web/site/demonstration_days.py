"""Which days does the demonstration have: one that has been held, and one that is ready to be run?

Both are made, opened, answered, closed and shown by the actions of a real day, in the order and at the times of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta

from avstamp.domain.calendar.legal_time import LEGAL_TIME, legal_day
from avstamp.domain.room.answers import (
    Mark,
    Vote,
    choose_best_and_worst,
    rate,
    set_to_show,
    vote_on,
    words_of,
)
from avstamp.domain.room.exercises import ExerciseKind
from avstamp.web.accounts.queries import Person
from avstamp.web.room import actions as days
from avstamp.web.room.agenda_actions import end_day
from avstamp.web.room.answering import answer, join_as_guest, join_as_person, write_note
from avstamp.web.room.ballots import cast_ballot
from avstamp.web.room.clock_actions import keep_turn, stop_clock
from avstamp.web.room.note_actions import put_together
from avstamp.web.room.queries import AgendaLine, Day, Seat, days_of, notes_of
from avstamp.web.room.tickets import make_slips
from avstamp.web.site import demonstration_day_content as content
from avstamp.web.site.demonstration_outlook import found
from avstamp.web.start.queries import Start

SAID = {"+": Vote.AGREE, "-": Vote.DISAGREE, "?": Vote.UNDECIDED}
HELD_AT = time(9)


def ready_day(start: Start) -> Day | None:
    """The newest day that is not over, to be tried; None when all are."""
    return next((day for day in reversed(days_of(start)) if day.ended_at is None), None)


def hold_day(start: Start, leader: Person, *, begins: datetime) -> Day:
    """A day as it was held from an instant on: every exercise answered, closed, shown, and the day ended."""
    day = days.make_day(
        start,
        content.HELD_TITLE,
        day=legal_day(begins),
        begins=HELD_AT,
        place=content.HELD_PLACE,
        guests=True,
        lines=content.HELD,
        by=leader,
        at=begins - timedelta(minutes=20),
    )
    codes = make_slips(day, content.SLIPS, by=leader, at=begins - timedelta(minutes=15))
    seats = _seats(day, begins)
    clock = begins
    for line in day.lines.order_by("position"):
        if line.kind:
            days.open_line(line, by=leader, at=clock)
            _answer(line, seats, codes, leader, clock)
            clock += timedelta(minutes=line.minutes)
            days.close_line(line, by=leader, at=clock)
            days.show_line(line, True, by=leader, at=clock)
            if line.kind == ExerciseKind.EPA:
                _merge(line, leader, clock)
            if line.kind == ExerciseKind.CONFIDENCE:
                days.settle_line(line, by=leader, at=clock)
        else:
            clock += timedelta(minutes=line.minutes)
    day.refresh_from_db()
    end_day(day, by=leader, at=clock)
    return day


def prepare_day(start: Start, leader: Person, *, at: datetime) -> Day:
    """A day that can be run at once: its first exercise is open, without a clock that runs out before anyone comes."""
    day = days.make_day(
        start,
        content.READY_TITLE,
        day=legal_day(at),
        begins=at.astimezone(LEGAL_TIME).time().replace(minute=0, second=0, microsecond=0),
        place=content.READY_PLACE,
        guests=True,
        lines=content.READY,
        by=leader,
        at=at,
    )
    line = day.lines.get(position=1)
    days.open_line(line, by=leader, at=at)
    stop_clock(line, by=leader, at=at)
    return day


def _seats(day: Day, at: datetime) -> Mapping[str, Seat]:
    """Everyone who joins: those invited who answer exercises, and those without an account."""
    joined = {}
    for name in content.JOINED:
        joined[name] = join_as_person(day, by=found(name), at=at)
    for name, role in content.GUESTS.items():
        joined[name], _ = join_as_guest(day, name, role)
    return joined


def _answer(
    line: AgendaLine, seats: Mapping[str, Seat], codes: Mapping[str, list[str]], leader: Person, at: datetime
) -> None:
    kind = ExerciseKind(line.kind)
    if kind is ExerciseKind.EPA:
        for name, text in content.NOTES:
            write_note(line, seats[name], text)
    elif kind is ExerciseKind.ROUND:
        for role, seconds in content.TURNS:
            keep_turn(line, role, seconds, by=leader, at=at)
    elif kind is ExerciseKind.CONFIDENCE:
        for group, ballots in content.BALLOTS.items():
            for code, steps in zip(codes[group], ballots, strict=False):
                cast_ballot(
                    line, code, [rate(content.CONFIDENCE, item, str(step)) for item, step in enumerate(steps)]
                )
    else:
        for name, marks in _marks(kind, seats):
            answer(line, seats[name], marks)


def _marks(kind: ExerciseKind, seats: Mapping[str, Seat]) -> Iterator[tuple[str, list[Mark]]]:
    if kind is ExerciseKind.CHECK_IN:
        for name, words in content.WORDS_IN.items():
            yield name, list(words_of(content.CHECK_IN, words))
    elif kind is ExerciseKind.CHECK_OUT:
        for name, words in content.WORDS_OUT.items():
            yield name, list(words_of(content.CHECK_OUT, words))
    elif kind is ExerciseKind.STATEMENTS:
        for name, seat in seats.items():
            said = content.DISSENT.get(name, content.VOTES[seat.role])
            yield name, [vote_on(content.STATEMENTS, item, SAID[sign]) for item, sign in enumerate(said)]
    else:
        for name, seat in seats.items():
            shown = set_to_show(content.BEST_WORST, 0, seat.pk)
            best, worst = content.RANKING[seat.role]
            yield name, [choose_best_and_worst(content.BEST_WORST, 0, shown, best, worst)]


def _merge(line: AgendaLine, leader: Person, at: datetime) -> None:
    keys = {note.text: note.key for note in notes_of(line)}
    for heading, places in content.HEADINGS.items():
        chosen = [keys[content.NOTES[place][1]] for place in places]
        put_together(line, chosen, heading=heading, by=leader, at=at)
