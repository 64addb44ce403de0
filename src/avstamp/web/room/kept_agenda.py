"""What of a day need not be read anew for each of a thousand telephones? Its agenda, for as long as it has not moved.

A process keeps the lines of each day with what is answered about, by the day's code and version. Every action that
changes a line moves the version, so what is kept under the version that holds now is what the database says. What the
start is, who has a seat and what has been answered is not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from django.db.models import F

from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.queries import UnknownDay, day_coded, lines_of

MOST_KEPT = 50


@dataclass(frozen=True)
class KeptAgenda:
    """A day and its lines as they were at a version; shared by all who ask, and never changed."""

    day: Day
    version: int
    lines: Sequence[AgendaLine]

    def line_at(self, position: int) -> AgendaLine:
        """One line; raises `UnknownDay`."""
        for line in self.lines:
            if line.position == position:
                return line
        raise UnknownDay(f"{self.day.code} {position}")


_KEPT: dict[str, KeptAgenda] = {}


def kept_day(code: str) -> Day:
    """The day of a code, to be used as one's own; its start is read when it is asked for. Raises `UnknownDay`."""
    version = Day.objects.filter(code=code).values_list("version", flat=True).first()
    if version is None:
        # A code written with small letters, or none at all: whoever reads days knows how.
        return day_coded(code)
    day = copy(agenda_as_of(code, version).day)
    day._state.fields_cache.pop("start", None)
    return day


def kept_lines(day: Day) -> Sequence[AgendaLine]:
    """The agenda of a day as of its version, with its items; not to be changed."""
    return agenda_as_of(day.code, day.version).lines


def kept_line(day: Day, position: int) -> AgendaLine:
    """One line of it, not to be changed; raises `UnknownDay`."""
    return agenda_as_of(day.code, day.version).line_at(position)


def agenda_to_answer(line: AgendaLine) -> tuple[KeptAgenda, AgendaLine]:
    """The agenda as it stays until the transaction ends, and a line of it; its screens are told of an answer.

    Counting the answer up holds the day, as does everyone who leads it: none is kept after its exercise has closed.
    Raises `UnknownDay` when the line is no longer there.
    """
    Day.objects.filter(pk=line.day_id).update(answers_version=F("answers_version") + 1)
    found = Day.objects.filter(pk=line.day_id).values_list("code", "version").first()
    if found is None:
        raise UnknownDay(str(line.day_id))
    kept = agenda_as_of(*found)
    return kept, kept.line_at(line.position)


def agenda_as_of(code: str, version: int) -> KeptAgenda:
    """The agenda of a day whose version is known to be this one, or is newer by the time it is read."""
    kept = _KEPT.get(code)
    if kept is None or kept.version != version:
        day = day_coded(code)
        kept = KeptAgenda(day, day.version, lines_of(day))
        for line in kept.lines:
            line.day = day
        _KEPT.pop(code, None)
        _KEPT[code] = kept
        while len(_KEPT) > MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)), None)
    return kept
