"""Which ballots and slips are printed for a day? Those with codes are made in the same moment as the codes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from avstamp.domain.room.exercises import ExerciseRefused, Openness, faults_of
from avstamp.domain.room.paper import VOICES, PaperSize
from avstamp.domain.room.paper_document import ballot_document
from avstamp.domain.room.paper_sheets import Ballot, PileKind, pile_of
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role, Roll
from avstamp.domain.values import Phrase, Text
from avstamp.library.report.files import render_document
from avstamp.web.accounts.queries import Person
from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.paper_entry import person_code
from avstamp.web.room.queries import exercise_of, lines_of
from avstamp.web.room.tickets import make_slips, shown_code
from avstamp.web.start.queries import roll_of


def lines_on_paper(day: Day) -> list[AgendaLine]:
    """Exercises that can be answered on paper: those that lack nothing."""
    return [row for row in lines_of(day) if row.kind and not row.settled and not faults_of(exercise_of(row))]


def print_ballots(
    line: AgendaLine, *, copies: int, made_out: bool, size: PaperSize, suffix: str = "pdf", language: str
) -> bytes:
    """Ballots without codes for one exercise, or one for each person of the roll, as PDF; or one as Word."""
    exercise = exercise_of(line)
    kind = PileKind.SLIP if exercise.is_anonymous else PileKind.NAMED
    if suffix == "docx":
        document = ballot_document(exercise, kind, title=line.day.title, day=line.day.day)
        return render_document(document, suffix=".docx", language=language)
    heads = [Ballot(exercise, kind)] * copies
    if made_out and not exercise.is_anonymous:
        kind, heads = PileKind.MADE_OUT, made_out_heads(line)
    return _pdf([line], kind, [(None, heads)], size=size, language=language)


def voters_of(day: Day) -> list[tuple[Person, Role]]:
    """Everyone of the roll who answers exercises on the day, by name, with the role."""
    roll: Roll = roll_of(day.start)
    people = Person.objects.filter(identifier__in={row.person for row in roll.memberships})
    found = []
    for person in people:
        roles = [role for role in roll.roles_of(str(person.identifier), on=day.day) if role in VOICES]
        if roles:
            found.append((person, roles[0]))
    return sorted(found, key=lambda one: (one[0].name.casefold(), str(one[0].identifier)))


def made_out_heads(line: AgendaLine) -> list[Ballot]:
    """One ballot for each person of the roll; raises `ExerciseRefused` where nobody on it answers exercises."""
    heads = [
        Ballot(
            exercise_of(line),
            PileKind.MADE_OUT,
            code=code,
            address=code,
            name=person.name,
            role=role_name(role),
        )
        for person, role in voters_of(line.day)
        for code in [person_code(line.day, str(person.identifier))]
    ]
    if not heads:
        raise ExerciseRefused(Phrase("paper.refused.nobody"))
    return heads


def print_booklets(
    day: Day,
    numbers: Mapping[str, int],
    *,
    address: str,
    size: PaperSize,
    language: str,
    by: Person | None,
    at: datetime,
) -> bytes:
    """Booklets to draw instead of slips, with the anonymous exercises of the day, as PDF; nothing keeps their codes.

    Raises:
        NotPermitted: the person does not lead the start.
        ExerciseRefused: no anonymous exercise can be printed, or the numbers cannot be.
    """
    lines = [line for line in lines_on_paper(day) if line.openness == Openness.ANONYMOUS.value]
    if not lines:
        raise ExerciseRefused(Phrase("paper.refused.no_anonymous"))
    made = make_slips(day, numbers, by=by, at=at)
    first = exercise_of(lines[0])
    heads = [
        (
            role_name(Role(group)),
            [
                Ballot(first, PileKind.CODED, code=shown_code(code), address=f"{address}#{code}")
                for code in secrets.SystemRandom().sample(codes, len(codes))
            ],
        )
        for group, codes in made.items()
    ]
    return _pdf(lines, PileKind.CODED, heads, size=size, language=language)


def _pdf(
    lines: Sequence[AgendaLine],
    kind: PileKind,
    heads: Sequence[tuple[Text | None, Sequence[Ballot]]],
    *,
    size: PaperSize,
    language: str,
) -> bytes:
    # Loaded here: Typst is a large library, and few pages print.
    from avstamp.renderers.pdf.paper import render_ballots

    day = lines[0].day
    exercises = [exercise_of(line) for line in lines]
    pile = pile_of(exercises, kind, heads, title=day.title, day=day.day, size=size)
    return render_ballots(pile, language=language)
