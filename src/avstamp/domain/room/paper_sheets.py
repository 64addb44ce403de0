"""What is printed on a paper ballot, and on the sheet of instructions that goes with a pile of them?

A pile is ballots in the order they are printed; a renderer turns it into pages. It says nothing of who gets which
ballot, except on ballots made out to a person for an exercise with names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from avstamp.domain.room.answers import SET_SIZE
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Stage
from avstamp.domain.room.paper import (
    LETTERS,
    WORDS,
    Key,
    PaperSize,
    deal_letters,
    paper_fields,
    sets_on_paper,
)
from avstamp.domain.values import Phrase, Text

TURNS_ON_SHEET = 24
"""Lines on a sheet of speaking time."""
LINES_PER_NOTE = 3


class PileKind(StrEnum):
    """How ballots are told apart: with a person's name, with a line for it, with a code, or a line for a slip's."""

    MADE_OUT = "made_out"
    NAMED = "named"
    CODED = "coded"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Ask:
    """A row to answer by ticking one box in each of its lines; a line may have a name of its own."""

    number: int
    text: str
    lines: tuple[tuple[Text | None, tuple[Key, ...]], ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """Four to choose the most and the least important among."""

    number: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Write:
    """So many lines to write on."""

    heading: Text
    lines: int


@dataclass(frozen=True, slots=True)
class Protocol:
    """A table to fill in by hand: headings, and so many empty rows."""

    columns: tuple[Text, ...]
    rows: int


PaperBlock = Ask | Choose | Write | Protocol


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot: what it asks, its letter where it has one, and what stands at its head.

    `code` and `name` are printed as they are; `address` is what its square code holds; `bowl` is whose bowl it lies in.
    """

    exercise: Exercise
    kind: PileKind
    letter: str = ""
    code: str = ""
    address: str = ""
    name: str = ""
    role: Text | None = None


@dataclass(frozen=True, slots=True)
class Bowl:
    """Booklets of one group: a sign to stand by the bowl, and each booklet's ballots, with one code."""

    group: Text | None
    booklets: tuple[tuple[Ballot, ...], ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """Everything that is printed at one time; `points` tell the helper at the door what to do, in order."""

    title: str
    day: date
    size: PaperSize
    points: tuple[Text, ...]
    bowls: tuple[Bowl, ...]


def lay_out(exercise: Exercise, letter: str = "") -> tuple[PaperBlock, ...]:
    """What stands on a ballot below its head, in order."""
    kind = exercise.kind
    if kind is ExerciseKind.BEST_WORST:
        return tuple(
            Choose(turn, tuple(exercise.items[need] for need in shown))
            for turn, shown in enumerate(sets_on_paper(exercise, letter), start=1)
        )
    fields = paper_fields(exercise)
    if kind is ExerciseKind.ROUND:
        return (Protocol((fields[0].heading, Phrase("paper.heading.who"), *(f.heading for f in fields[1:])),
                         TURNS_ON_SHEET),)  # fmt: skip
    if exercise.items:
        return tuple(
            Ask(
                item + 1,
                text,
                tuple(
                    (Phrase(f"paper.part.{field.part}") if field.part else None, field.keys)
                    for field in fields
                    if field.item == item
                ),
            )
            for item, text in enumerate(exercise.items)
        )
    lines = 1 if kind in WORDS else LINES_PER_NOTE
    return tuple(Write(field.heading, lines) for field in fields)


def how_to_answer(exercise: Exercise) -> Phrase:
    """One or two sentences on how to fill in the ballot."""
    values = {"most": exercise.most_each, "size": SET_SIZE, "first": Phrase(f"stage.{Stage.ALONE}")}
    return Phrase(f"paper.how.{exercise.kind}", values)


def said_of_openness(kind: PileKind) -> Phrase:
    """What one is told before one answers: whether the answer may be asked for, or what anonymous means."""
    named = kind in (PileKind.MADE_OUT, PileKind.NAMED)
    return Phrase("paper.openness.named" if named else "paper.openness.anonymous")


def pile_of(
    exercises: Sequence[Exercise],
    kind: PileKind,
    heads: Sequence[tuple[Text | None, Sequence[Ballot]]],
    *,
    title: str,
    day: date,
    size: PaperSize,
) -> Pile:
    """A pile of ballots for some exercises.

    Args:
        exercises: what is asked; each booklet has one ballot of each, in this order.
        kind: how the ballots are told apart.
        heads: bowl by bowl, what stands at the head of each booklet; its exercise and letter are set here.
        title: what the day is called.
        day: the day it is held.
        size: of the sheet.
    """
    bowls = tuple(
        Bowl(group, tuple(_booklet(exercises, head, number, len(ones)) for number, head in enumerate(ones)))
        for group, ones in heads
    )
    return Pile(title, day, size, helper_points(exercises, kind), bowls)


def _booklet(exercises: Sequence[Exercise], head: Ballot, number: int, of: int) -> tuple[Ballot, ...]:
    letter = deal_letters(of)[number]
    return tuple(
        replace(head, exercise=one, letter=letter if one.kind is ExerciseKind.BEST_WORST else "")
        for one in exercises
    )


def helper_points(exercises: Sequence[Exercise], kind: PileKind) -> tuple[Text, ...]:
    """What the helper at the door does, and the one who types in, step by step."""
    if all(one.kind is ExerciseKind.ROUND for one in exercises):
        return tuple(Phrase(f"paper.do.round.{number}") for number in range(1, 5))
    counts = {PileKind.MADE_OUT: 5, PileKind.NAMED: 5, PileKind.CODED: 8, PileKind.SLIP: 7}
    points: list[Text] = [Phrase(f"paper.do.{kind}.{number}") for number in range(1, counts[kind] + 1)]
    if any(one.kind is ExerciseKind.BEST_WORST for one in exercises):
        points.append(Phrase("paper.do.letters", {"first": LETTERS[0], "last": LETTERS[-1]}))
    return tuple(points)
