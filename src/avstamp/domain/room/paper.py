"""What does a paper ballot ask, and which marks are what somebody types in from it?

A ballot is a list of fields with names, in the order they stand on the paper. What is printed, the page where one types
and the spreadsheet one fills in are made from the same list, and are read back by the same rules into the same marks
as a telephone sends. A tick that cannot be read is typed as a question mark and is skipped: nobody guesses.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from avstamp.domain.outlook.drivers.placement import SCALE as PLACING_SCALE
from avstamp.domain.room.answers import (
    SET_SIZE,
    SKIP,
    AnswerRefused,
    Mark,
    Vote,
    choose_best_and_worst,
    note_of,
    number_of_sets,
    place,
    rate,
    set_to_show,
    vote_on,
    whole_ballot,
    words_of,
)
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Scale, Stage
from avstamp.domain.room.publishing import LEAST
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase, Text, Verbatim

LETTERS = "ABCDEFGH"
"""Ballots of best and worst come in as many forms, told by a letter, each with sets of its own."""
UNREADABLE = "?"
"""What is typed for a tick that cannot be read, or is made in several boxes."""
NOTHING = frozenset({"", UNREADABLE, "-", "–"})
VOICES = (
    *(Role.RULING, Role.SUPPORTING, Role.OPPOSITION, Role.INDEPENDENT, Role.UNDECIDED),
    *(Role.OFFICIAL, Role.COMPANY, Role.UNION),
)
"""Those who answer exercises, in the order of the boxes on a ballot with a name."""
CHOICES = (ExerciseKind.STATEMENTS, ExerciseKind.CONFIDENCE, ExerciseKind.PULSE)
WORDS = (ExerciseKind.CHECK_IN, ExerciseKind.CHECK_OUT)
LONGEST_TURN_MINUTES = 60
EDITION_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_WHOLE = re.compile(r"(\d+)(?:[.,]0+)?")


class PaperSize(StrEnum):
    """The sheet a ballot is printed on; A3 is the same ballot in type half as large again."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Key:
    """One box to tick: what is typed for it, what it means, and the words beside it."""

    typed: str
    means: str
    label: Text


@dataclass(frozen=True, slots=True)
class PaperField:
    """One thing to fill in: its name, its heading, what may be typed in it (free text where nothing is listed).

    `item`: which row of the exercise, from 0; `part`: which half of a row that has two; `stage`: in EPA.
    """

    name: str
    heading: Text
    keys: tuple[Key, ...] = ()
    item: int = 0
    part: str = ""
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class PaperFault:
    """What is wrong with what was typed in a field; with a whole ballot where the field has no name."""

    name: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Reading:
    """What a ballot says: marks, notes by stage, how many ticks could not be read, and faults instead of all that."""

    marks: tuple[Mark, ...] = ()
    notes: tuple[tuple[Stage, str], ...] = ()
    unreadable: int = 0
    faults: tuple[PaperFault, ...] = ()


def paper_fields(exercise: Exercise) -> tuple[PaperField, ...]:
    """Everything a ballot asks, in the order of the paper.

    Example:
        >>> [field.name for field in paper_fields(Exercise(ExerciseKind.PLACING, "?", ("Fler äldre",)))]
        ['1-effect', '1-uncertainty']
    """
    return tuple(_fields(exercise))


def _fields(exercise: Exercise) -> Iterator[PaperField]:
    if exercise.kind in CHOICES:
        for item, text in enumerate(exercise.items):
            yield PaperField(str(item + 1), _heading(item, text), _choice_keys(exercise), item)
    elif exercise.kind is ExerciseKind.PLACING:
        for item, text in enumerate(exercise.items):
            for part in ("effect", "uncertainty"):
                heading = Phrase("paper.heading.part", {"heading": _heading(item, text), "part": _part(part)})
                yield PaperField(f"{item + 1}-{part}", heading, _step_keys(), item, part)
    elif exercise.kind is ExerciseKind.BEST_WORST:
        for turn in range(number_of_sets(exercise)):
            for part in ("best", "worst"):
                heading = Phrase("paper.heading.set", {"number": turn + 1, "part": _part(part)})
                yield PaperField(f"{turn + 1}-{part}", heading, _row_keys(), turn, part)
    elif exercise.kind is ExerciseKind.EPA:
        for stage in Stage:
            for number in range(1, exercise.most_each + 1):
                values = {"stage": Phrase(f"stage.{stage}"), "number": number}
                yield PaperField(f"{stage}-{number}", Phrase("paper.heading.stage", values), stage=stage)
    elif exercise.kind is ExerciseKind.ROUND:
        yield PaperField("role", Phrase("paper.heading.role"), role_keys())
        yield PaperField("minutes", Phrase("paper.heading.minutes"))
        yield PaperField("seconds", Phrase("paper.heading.seconds"))
    else:
        key = "paper.heading.word" if exercise.kind in WORDS else "paper.heading.note"
        for number in range(1, exercise.most_each + 1):
            yield PaperField(str(number), Phrase(key, {"number": number}), stage=Stage.ALONE)


def _heading(item: int, text: str) -> Phrase:
    return Phrase("paper.heading.item", {"number": item + 1, "text": Verbatim(text)})


def _part(part: str) -> Phrase:
    return Phrase(f"paper.part.{part}")


def _choice_keys(exercise: Exercise) -> tuple[Key, ...]:
    if exercise.kind is ExerciseKind.STATEMENTS:
        return tuple(
            Key(str(number), vote.value, Phrase(f"room.result.{vote}"))
            for number, vote in enumerate(Vote, start=1)
        )
    steps = (exercise.scale or Scale.FIVE).steps
    return tuple(Key(str(step), str(step), Verbatim(str(step))) for step in steps)


def _step_keys() -> tuple[Key, ...]:
    return tuple(Key(str(step), str(step), Phrase(f"room.ask.step.{step}")) for step in PLACING_SCALE)


def _row_keys() -> tuple[Key, ...]:
    return tuple(
        Key(str(row), str(row), Phrase("paper.row", {"number": row})) for row in range(1, SET_SIZE + 1)
    )


def role_keys() -> tuple[Key, ...]:
    """The roles as they are numbered on a ballot with a name."""
    return tuple(Key(str(number), role.value, role_name(role)) for number, role in enumerate(VOICES, start=1))


def sets_on_paper(exercise: Exercise, letter: str) -> tuple[tuple[int, ...], ...]:
    """The sets of four on a ballot of best and worst, by its letter.

    Raises:
        AnswerRefused: no ballot has that letter.
    """
    if len(letter) != 1 or letter not in LETTERS:
        raise AnswerRefused(Phrase("paper.fault.letter", {"value": letter, "last": LETTERS[-1]}))
    seed = LETTERS.index(letter)
    return tuple(set_to_show(exercise, turn, seed) for turn in range(number_of_sets(exercise)))


def deal_letters(ballots: int) -> tuple[str, ...]:
    """Which letter each ballot of one bowl gets.

    Every letter that is used is on at least five ballots of the bowl: whoever sees which letter somebody holds has
    not seen whose sets they are.

    Example:
        >>> deal_letters(4), "".join(deal_letters(11))
        (('A', 'A', 'A', 'A'), 'ABABABABABA')
    """
    forms = max(1, min(len(LETTERS), ballots // LEAST))
    return tuple(LETTERS[number % forms] for number in range(ballots))


def edition_of(exercise: Exercise) -> str:
    """Four letters that change when the exercise does, so that a ballot printed before the change is told apart."""
    parts = (exercise.kind, exercise.question, *exercise.items, exercise.scale or "", str(exercise.most_each))
    number = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8])
    letters = []
    for _ in range(4):
        number, place = divmod(number, len(EDITION_LETTERS))
        letters.append(EDITION_LETTERS[place])
    return "".join(letters)


def read_paper(exercise: Exercise, written: Mapping[str, str], *, letter: str = "") -> Reading:
    """What a ballot says, by what was typed in its fields; or every fault of it.

    Args:
        exercise: what the ballot asks; speaking time is read by `read_turn` instead.
        written: what was typed, by the field's name; what is not there was left empty.
        letter: of the ballot, for best and worst.

    Returns:
        Marks as a telephone would send them. An item left empty, or typed as "?", is skipped; where both halves of a
        row are needed and one cannot be read, the row is skipped.

    Example:
        >>> said = read_paper(Exercise(ExerciseKind.STATEMENTS, "?", ("a", "b")), {"1": "2"})
        >>> [mark.said for mark in said.marks]
        ['disagree', 'skip']
    """
    cells = {name: " ".join(text.split()) for name, text in written.items()}
    fields = paper_fields(exercise)
    faults: list[PaperFault] = []
    means: dict[str, str] = {}
    for field in fields:
        try:
            means[field.name] = read_key(field, cells.get(field.name, ""))
        except AnswerRefused as refused:
            faults.append(PaperFault(field.name, refused.phrase))
    unreadable = sum(cells.get(field.name) == UNREADABLE for field in fields)
    if faults:
        return Reading(unreadable=unreadable, faults=tuple(faults))
    if exercise.kind in (ExerciseKind.COLLECTION, ExerciseKind.EPA):
        return _notes(exercise, fields, means, unreadable)
    if exercise.kind in WORDS:
        return _words(exercise, fields, means, unreadable)
    return _marks(exercise, means, letter, unreadable)


def read_key(field: PaperField, typed: str) -> str:
    """What a typed key means, nothing for what was left out; a text as it is.

    Raises:
        AnswerRefused: the field has no such key.
    """
    if typed in NOTHING:
        return ""
    if not field.keys:
        return typed
    whole = _WHOLE.fullmatch(typed)
    plain = str(int(whole[1])) if whole else typed
    for key in field.keys:
        if plain == key.typed:
            return key.means
    values = {"value": typed[:40], "first": field.keys[0].typed, "last": field.keys[-1].typed}
    raise AnswerRefused(Phrase("paper.fault.key", values))


def _marks(exercise: Exercise, means: Mapping[str, str], letter: str, unreadable: int) -> Reading:
    marks: list[Mark] = []
    faults: list[PaperFault] = []
    try:
        sets = sets_on_paper(exercise, letter) if exercise.kind is ExerciseKind.BEST_WORST else ()
    except AnswerRefused as refused:
        return Reading(unreadable=unreadable, faults=(PaperFault("letter", refused.phrase),))
    rows = len(sets) or len(exercise.items)
    for item in range(rows):
        try:
            if (mark := _mark(exercise, item, means, sets)) is not None:
                marks.append(mark)
        except AnswerRefused as refused:
            name = str(item + 1) if exercise.kind in CHOICES else f"{item + 1}-{_first_part(exercise)}"
            faults.append(PaperFault(name, refused.phrase))
    if not faults and not marks:
        faults.append(PaperFault("", Phrase("paper.fault.empty")))
    if faults:
        return Reading(unreadable=unreadable, faults=tuple(faults))
    whole = tuple(marks) if sets else whole_ballot(exercise, marks)
    return Reading(whole, unreadable=unreadable)


def _first_part(exercise: Exercise) -> str:
    return "best" if exercise.kind is ExerciseKind.BEST_WORST else "effect"


def _mark(
    exercise: Exercise, item: int, means: Mapping[str, str], sets: tuple[tuple[int, ...], ...]
) -> Mark | None:
    if exercise.kind in CHOICES:
        said = means[str(item + 1)]
        answer = vote_on if exercise.kind is ExerciseKind.STATEMENTS else rate
        return answer(exercise, item, said) if said and said != SKIP else None
    parts = ("best", "worst") if sets else ("effect", "uncertainty")
    first, second = (means[f"{item + 1}-{part}"] for part in parts)
    if not first or not second:
        return None
    if not sets:
        return place(exercise, item, first, second)
    shown = sets[item]
    return choose_best_and_worst(exercise, item, shown, shown[int(first) - 1], shown[int(second) - 1])


def _words(
    exercise: Exercise, fields: tuple[PaperField, ...], means: Mapping[str, str], unreadable: int
) -> Reading:
    filled = [(field.name, means[field.name]) for field in fields if means[field.name]]
    faults = []
    for name, text in filled:
        try:
            words_of(exercise, text)
        except AnswerRefused as refused:
            faults.append(PaperFault(name, refused.phrase))
    if not faults:
        try:
            return Reading(words_of(exercise, ", ".join(text for _, text in filled)), unreadable=unreadable)
        except AnswerRefused as refused:
            reason = refused.phrase if filled else Phrase("paper.fault.empty")
            faults.append(PaperFault("", reason))
    return Reading(unreadable=unreadable, faults=tuple(faults))


def _notes(
    exercise: Exercise, fields: tuple[PaperField, ...], means: Mapping[str, str], unreadable: int
) -> Reading:
    notes, faults = [], []
    for field in fields:
        if not means[field.name]:
            continue
        try:
            notes.append((field.stage or Stage.ALONE, note_of(exercise, means[field.name])))
        except AnswerRefused as refused:
            faults.append(PaperFault(field.name, refused.phrase))
    if not notes and not faults:
        faults.append(PaperFault("", Phrase("paper.fault.empty")))
    return Reading(notes=() if faults else tuple(notes), unreadable=unreadable, faults=tuple(faults))


def read_turn(exercise: Exercise, written: Mapping[str, str]) -> tuple[str, int] | tuple[PaperFault, ...]:
    """A line of the sheet of speaking time as role and seconds; or every fault of it.

    Example:
        >>> read_turn(Exercise(ExerciseKind.ROUND, "?"), {"role": "3", "minutes": "2", "seconds": "5"})
        ('opposition', 125)
    """
    cells = {name: " ".join(text.split()) for name, text in written.items()}
    faults: list[PaperFault] = []
    role, seconds = "", 0
    try:
        role = read_key(paper_fields(exercise)[0], cells.get("role", ""))
        if not role:
            faults.append(PaperFault("role", Phrase("paper.fault.no_role", {"last": len(VOICES)})))
    except AnswerRefused as refused:
        faults.append(PaperFault("role", refused.phrase))
    for name, most, unit in (("minutes", LONGEST_TURN_MINUTES, 60), ("seconds", 59, 1)):
        typed = cells.get(name, "")
        whole = _WHOLE.fullmatch(typed)
        number = int(whole[1]) if whole else 0 if typed in NOTHING else None
        if number is None or number > most:
            faults.append(PaperFault(name, Phrase("paper.fault.number", {"value": typed[:40], "last": most})))
        else:
            seconds += unit * number
    if not faults and not 0 < seconds <= 60 * LONGEST_TURN_MINUTES:
        faults.append(PaperFault("minutes", Phrase("paper.fault.no_time", {"last": LONGEST_TURN_MINUTES})))
    return tuple(faults) if faults else (role, seconds)
