"""What do the rows of a day say, as values of the core?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.agenda import AgendaLine as Planned
from avstamp.domain.room.answers import Mark
from avstamp.domain.room.codes import plain_code, readings_of
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness, Progress, Scale, Stage
from avstamp.domain.room.merging import HideReason, Note, bundles_of, said_of, staged
from avstamp.domain.room.presence import whole_cells
from avstamp.domain.room.publishing import LEAST, Cell, Publication, cells_of
from avstamp.domain.room.results import Gathered, Group, Said, Spoken, add_tallies, speaking_time
from avstamp.domain.room.timer import Timer
from avstamp.domain.start.steps import Step
from avstamp.domain.values import Phrase, Verbatim
from avstamp.web.room import models
from avstamp.web.room.models import AgendaLine, AnonymousNote, AnonymousSum, Day, NamedAnswer, NamedNote, Seat
from avstamp.web.room.receiving import ROOM_TABLES, people_in_room, room_tables
from avstamp.web.start.queries import Start

__all__ = ["ROOM_TABLES", "AgendaLine", "Day", "Seat", "people_in_room", "room_tables"]

DAYS_TO_SETTLE = 7
"""Days after a day on which its anonymous rounds close for good by themselves."""


class UnknownDay(AvstampError, LookupError):
    """There is no day, or no line of its agenda, of that number or code; `phrase` says so to the one who asked."""

    def __init__(self, asked: str) -> None:
        self.phrase = Phrase("room.unknown_day")
        super().__init__(f"no day or line answers to {asked!r}")


def days_of(start: Start) -> Sequence[Day]:
    """The start's days, in order of day."""
    return list(Day.objects.filter(start=start).order_by("day", "number"))


def day_numbered(start: Start, number: int) -> Day:
    """One of the start's days; raises `UnknownDay`."""
    found = Day.objects.filter(start=start, number=number).select_related("start__organisation").first()
    if found is None:
        raise UnknownDay(str(number))
    return found


def day_coded(code: str) -> Day:
    """The day of a code, written with small letters or spaces or not; raises `UnknownDay`."""
    found = Day.objects.filter(code=plain_code(code)).select_related("start__organisation").first()
    if found is None:
        raise UnknownDay(code)
    return found


def day_meant(written: str) -> Day:
    """The day of the code that somebody must have meant; raises `UnknownDay` when it may be none or several."""
    readings = readings_of(written)
    found = list(Day.objects.filter(code__in=readings))
    exactly = [day for day in found if day.code == plain_code(written)]
    if len(exactly or found) != 1:
        raise UnknownDay(written)
    return (exactly or found)[0]


def line_at(day: Day, position: int) -> AgendaLine:
    """One line of the agenda; raises `UnknownDay`."""
    found = AgendaLine.objects.filter(day=day, position=position).prefetch_related("items").first()
    if found is None:
        raise UnknownDay(f"{day.code} {position}")
    return found


def lines_of(day: Day) -> Sequence[AgendaLine]:
    """The whole agenda with its items; two questions to the database however long it is."""
    return list(AgendaLine.objects.filter(day=day).prefetch_related("items"))


def exercise_of(line: AgendaLine) -> Exercise:
    """The exercise of a line that has one."""
    return Exercise(
        ExerciseKind(line.kind),
        line.question,
        tuple(item.text for item in line.items.all()),
        Openness(line.openness),
        Scale(line.scale) if line.scale else None,
        line.most_each,
        line.minutes,
    )


def progress_of(line: AgendaLine) -> Progress:
    """How far it has come."""
    return Progress(
        line.opened_at, line.closed_at, line.times_opened, line.revealed, Stage(line.stage), line.settled
    )


def timer_of(line: AgendaLine) -> Timer:
    """Its clock."""
    return Timer(line.timer_ends_at, line.timer_left)


def planned_of(line: AgendaLine) -> Planned:
    """The line as agendas and run sheets have it."""
    return Planned(
        Verbatim(line.title),
        line.minutes,
        ExerciseKind(line.kind) if line.kind else None,
        Step(line.step) if line.step else None,
        Openness(line.openness),
        Verbatim(line.aim) if line.aim else None,
    )


@dataclass(frozen=True)
class Outcome:
    """What may be shown of an exercise: how many have answered, and what has been gathered.

    `withheld` says why nothing, or nothing newer, is shown.
    """

    answered: int
    gathered: Gathered = field(default_factory=Gathered)
    withheld: Phrase | None = None

    @property
    def groups(self) -> Sequence[Group]:
        """The groups that are shown."""
        return self.gathered.groups

    @property
    def said(self) -> Sequence[Said]:
        """What has been written, put together."""
        return self.gathered.said

    @property
    def shown(self) -> int:
        """How many ballots are in what is shown."""
        return sum(group.n for group in self.groups)

    @property
    def notice(self) -> Phrase | None:
        """Why nothing, nothing newer or not all is shown."""
        if self.withheld is None and self.groups and self.answered > self.shown:
            return Phrase("room.withheld.small_groups", {"least": LEAST})
        return self.withheld


def outcome_of(line: AgendaLine) -> Outcome:
    """What may be shown of an exercise now."""
    return _anonymous(line) if line.openness == Openness.ANONYMOUS.value else _named(line)


def _named(line: AgendaLine) -> Outcome:
    rows = NamedAnswer.objects.filter(line=line).values_list("seat__role", "item", "said")
    tallies: dict[str, Counter[Mark]] = {}
    for role, item, said, n in rows.annotate(n=Count("id")):
        tallies.setdefault(role, Counter())[Mark(item, said)] += n
    seats = NamedAnswer.objects.filter(line=line).values_list("seat__role")
    standing = dict(seats.annotate(n=Count("seat_id", distinct=True)))
    groups = tuple(
        Group(cell.groups, cell.n, add_tallies(tallies.get(group, {}) for group in cell.groups))
        for cell in cells_of(standing)
    )
    notes = notes_of(line)
    bundles = bundles_of(notes, headings_of(line)) if notes else ()
    is_epa, is_round = line.kind == ExerciseKind.EPA.value, line.kind == ExerciseKind.ROUND.value
    gathered = Gathered(
        groups, said_of(bundles), staged(bundles) if is_epa else (), spoken_of(line) if is_round else ()
    )
    writers = NamedNote.objects.filter(line=line).values("seat_id").distinct().count() if notes else 0
    return Outcome(max(sum(standing.values()), writers), gathered)


def notes_of(line: AgendaLine) -> list[Note]:
    """What has been written and may be shown, with where the leader has put it; an anonymous note once it is published.

    In order of text, so that the order tells nothing of who came first.
    """
    sorted_as = {row.key: row for row in line.sortings.select_related("heading")}
    if line.openness == Openness.ANONYMOUS.value:
        published = AnonymousNote.objects.filter(line=line, shown=True)
        if progress_of(line).collecting:
            return []
        rows: list[tuple[str, str, Stage | None, str | None]]
        rows = [(key, text, None, None) for key, text in published.values_list("pk", "text")]
    else:
        named = NamedNote.objects.filter(line=line).values_list("pk", "text", "stage", "carried_from_id")
        epa = line.kind == ExerciseKind.EPA.value
        rows = [
            (str(pk), text, Stage(stage) if epa else None, str(source) if source else None)
            for pk, text, stage, source in named
        ]
    found = []
    for key, text, stage, source in rows:
        put = sorted_as.get(key)
        heading = put.heading.number if put and put.heading else None
        hidden = HideReason(put.hidden) if put and put.hidden else None
        found.append(Note(key, text, heading, hidden, stage, source))
    return sorted(found, key=lambda note: (note.text.casefold(), note.text, note.key))


def headings_of(line: AgendaLine) -> dict[int, str]:
    """The headings that notes have been put under, by number."""
    return dict(line.headings.values_list("number", "text"))


def spoken_of(line: AgendaLine) -> tuple[Spoken, ...]:
    """How long each group of roles has spoken laget runt, beside its part of those present."""
    turns = list(line.turns.values_list("role", "seconds"))
    return speaking_time(turns, present_by_row(line.day))


def present_by_row(day: Day) -> dict[frozenset[str], int]:
    """How many have joined a day in each row of roles that is large enough to be one."""
    present = Counter(Seat.objects.filter(day=day).values_list("role", flat=True))
    return {cell.groups: cell.n for cell in whole_cells(present)}


def answered_of(line: AgendaLine) -> int:
    """How many have answered; less to ask the database than the whole outcome."""
    if line.openness == Openness.ANONYMOUS.value:
        return ballots_of(line, line.publications.order_by("-number").first())
    answers = NamedAnswer.objects.filter(line=line).values("seat_id").distinct().count()
    return max(answers, NamedNote.objects.filter(line=line).values("seat_id").distinct().count())


def gained_of(line: AgendaLine) -> dict[str, int]:
    """Ballots by group since the last publication of an open anonymous round; for those that decide what is shown."""
    return dict(AnonymousSum.objects.filter(line=line, said="").values_list("group", "n"))


def publications_of(line: AgendaLine) -> list[Publication]:
    """What an anonymous round has shown, in order."""
    return [
        Publication(
            tuple(Cell(frozenset(cell["groups"]), cell["n"]) for cell in row.cells), dict(row.standing)
        )
        for row in line.publications.order_by("number")
    ]


def _anonymous(line: AgendaLine) -> Outcome:
    """Read from what was published, and never from the sums as they stand."""
    newest = line.publications.order_by("-number").first()
    answered = ballots_of(line, newest)
    if progress_of(line).collecting or newest is None:
        key = "room.withheld.collecting" if progress_of(line).collecting else "room.withheld.few_disposed"
        return Outcome(answered, withheld=Phrase(key, {"least": LEAST}))
    groups = tuple(
        Group(frozenset(cell["groups"]), cell["n"], {Mark(item, said): n for item, said, n in cell["tally"]})
        for cell in newest.cells
    )
    said = said_of(bundles_of(notes_of(line), headings_of(line)))
    withheld = Phrase("room.withheld.disposed", {"least": LEAST}) if line.left_out else None
    return Outcome(answered, Gathered(groups, said), withheld)


def settles_on(day: Day) -> date:
    """The day when its anonymous rounds are closed for good by themselves."""
    return day.day + timedelta(days=DAYS_TO_SETTLE)


def ballots_of(line: AgendaLine, newest: models.Publication | None) -> int:
    """How many ballots have been cast in an anonymous round: those shown, and those that are not or could not be."""
    shown = sum(newest.standing.values()) if newest else 0
    return shown + (sum(gained_of(line).values()) if progress_of(line).collecting else line.left_out)


def tally_of(line: AgendaLine, groups: frozenset[str]) -> Mapping[Mark, int]:
    """The sums of some groups together, of an open anonymous round since its last publication."""
    rows = AnonymousSum.objects.filter(line=line, group__in=groups).exclude(said="")
    total: Counter[Mark] = Counter()
    for item, said, n in rows.values_list("item", "said", "n"):
        total[Mark(item, said)] += n
    return dict(total)
