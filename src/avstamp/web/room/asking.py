"""What is asked of one who answers, and how is what was filled in read? The same for a telephone and for a ballot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from avstamp.domain.outlook.drivers.placement import SCALE as PLACING_SCALE
from avstamp.domain.room.answers import (
    SKIP,
    AnswerRefused,
    Mark,
    Vote,
    choose_best_and_worst,
    number_of_sets,
    place,
    rate,
    set_to_show,
    vote_on,
    words_of,
)
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Scale
from avstamp.domain.values import Phrase, Text, Verbatim

CHOICE = (ExerciseKind.STATEMENTS, ExerciseKind.CONFIDENCE, ExerciseKind.PULSE)
WORDS = (ExerciseKind.CHECK_IN, ExerciseKind.CHECK_OUT)
NOTES = (ExerciseKind.COLLECTION, ExerciseKind.EPA)


@dataclass(frozen=True)
class Choice:
    """One answer to choose, and whether it was chosen."""

    value: str
    label: Text
    chosen: bool = False


@dataclass(frozen=True)
class Field:
    """Several choices under one name."""

    name: str
    label: Text
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Pressing:
    """What is pressed now of something that takes one press or two, and what was pressed just before."""

    field: Field
    before: Sequence[tuple[Field, Choice]] = ()


@dataclass(frozen=True)
class Ask:
    """One thing that is asked: its number from 0, what it is about, its fields, and what goes along unseen.

    `skip` is the field and the value that skip it; `skipped` whether it was.
    """

    item: int
    text: str
    fields: Sequence[Field] = ()
    hidden: Mapping[str, str] | None = None
    skip: tuple[str, str] = ("", "")
    skipped: bool = False

    @property
    def number(self) -> int:
        """The number that one sees."""
        return self.item + 1

    @property
    def said(self) -> Sequence[tuple[Field, Choice]]:
        """What has been chosen, field by field."""
        return [(field, choice) for field in self.fields for choice in field.choices if choice.chosen]

    @property
    def whole(self) -> bool:
        """Whether every field has been chosen."""
        return len(self.said) == len(self.fields)

    @property
    def half(self) -> bool:
        """Whether something has been chosen and something is left to choose."""
        return bool(self.said) and not self.whole

    @property
    def pressing(self) -> Pressing:
        """The field to press now: the first that is not chosen; of a whole answer the first again, to change it.

        What was chosen before cannot be chosen once more: the most important need is not the least important.
        """
        if not self.half:
            return Pressing(self.fields[0])
        taken = {choice.value for _, choice in self.said} if self.hidden else set()
        now = next(one for one in self.fields if not any(choice.chosen for choice in one.choices))
        left = [choice for choice in now.choices if choice.value not in taken]
        return Pressing(Field(now.name, now.label, left), self.said)


def asks_of(exercise: Exercise, filled: Mapping[str, str], *, seed: int) -> list[Ask]:
    """Everything that an exercise asks, with what was filled in before; nothing for one that gathers texts.

    Args:
        exercise: what is asked.
        filled: fields as they were sent, to show again what was chosen.
        seed: whose order needs are shown in.
    """
    if exercise.kind in CHOICE:
        return [_choice(exercise, item, filled) for item in range(len(exercise.items))]
    if exercise.kind is ExerciseKind.PLACING:
        return [_placing(exercise, item, filled) for item in range(len(exercise.items))]
    if exercise.kind is ExerciseKind.BEST_WORST:
        return [_best_worst(exercise, turn, filled, seed) for turn in range(number_of_sets(exercise))]
    return []


def read_marks(exercise: Exercise, filled: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks of a filled-in form; what is not filled in is not there.

    Raises:
        AnswerRefused: something is filled in that the exercise does not ask for.
    """
    if exercise.kind in WORDS:
        return words_of(exercise, filled.get("ord", ""))
    return tuple(_marks(exercise, filled))


def _marks(exercise: Exercise, filled: Mapping[str, str]) -> Iterator[Mark]:
    for item in range(len(exercise.items)):
        if exercise.kind is ExerciseKind.PLACING and filled.get(f"hoppa-{item}"):
            yield Mark(item, SKIP)
        elif exercise.kind is ExerciseKind.STATEMENTS and (said := filled.get(f"svar-{item}")):
            yield vote_on(exercise, item, said)
        elif exercise.kind in CHOICE and (said := filled.get(f"svar-{item}")):
            yield rate(exercise, item, said)
        elif exercise.kind is ExerciseKind.PLACING:
            effect, uncertainty = filled.get(f"effekt-{item}", ""), filled.get(f"osakerhet-{item}", "")
            if effect or uncertainty:
                yield place(exercise, item, effect, uncertainty)
    if exercise.kind is ExerciseKind.BEST_WORST:
        for turn in range(number_of_sets(exercise)):
            if filled.get(f"hoppa-{turn}"):
                yield Mark(turn, SKIP)
                continue
            shown, best, worst = (
                filled.get(f"{name}-{turn}", "") for name in ("visade", "viktigast", "minst")
            )
            if best or worst:
                needs = [_number(need) for need in shown.split(".")]
                yield choose_best_and_worst(exercise, turn, needs, _number(best), _number(worst))


def filled_with(exercise: Exercise, said: Mapping[int, str]) -> dict[str, str]:
    """The fields as they would be filled in by someone who says what is said, item by item.

    Example:
        >>> filled_with(Exercise(ExerciseKind.PLACING, "?", ("Fler äldre", "Krig")), {0: "4x2", 1: "skip"})
        {'effekt-0': '4', 'osakerhet-0': '2', 'hoppa-1': '1'}
        >>> filled_with(Exercise(ExerciseKind.BEST_WORST, "?", tuple("abcde")), {1: "0.1.3.4+3-0"})
        {'visade-1': '0.1.3.4', 'viktigast-1': '3', 'minst-1': '0'}
    """
    filled = {}
    for item, mark in said.items():
        if exercise.kind in CHOICE:
            filled[f"svar-{item}"] = mark
        elif mark == SKIP:
            filled[f"hoppa-{item}"] = "1"
        elif exercise.kind is ExerciseKind.PLACING:
            filled[f"effekt-{item}"], _, filled[f"osakerhet-{item}"] = mark.partition("x")
        elif exercise.kind is ExerciseKind.BEST_WORST:
            filled[f"visade-{item}"], _, chosen = mark.partition("+")
            filled[f"viktigast-{item}"], _, filled[f"minst-{item}"] = chosen.partition("-")
    return filled


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise AnswerRefused(Phrase("room.answer.best_and_worst"))
    return int(text)


def _choice(exercise: Exercise, item: int, filled: Mapping[str, str]) -> Ask:
    name = f"svar-{item}"
    said, text = filled.get(name, ""), exercise.items[item]
    choices = _choices(exercise.kind, exercise.scale, said)
    return Ask(item, text, [Field(name, Verbatim(text), choices)], skip=(name, SKIP), skipped=said == SKIP)


@lru_cache(maxsize=256)
def _choices(kind: ExerciseKind, scale: Scale | None, said: str) -> tuple[Choice, ...]:
    """The same for every statement where the same is chosen: a telephone's page may have sixty."""
    if kind is ExerciseKind.STATEMENTS:
        labels: list[tuple[str, Text]] = [(vote.value, Phrase(f"room.result.{vote}")) for vote in Vote]
    else:
        labels = [(str(step), Verbatim(str(step))) for step in (scale or Scale.FIVE).steps]
    return tuple(Choice(value, label, value == said) for value, label in labels)


def _placing(exercise: Exercise, item: int, filled: Mapping[str, str]) -> Ask:
    fields = []
    for name, key in ((f"effekt-{item}", "room.ask.effect"), (f"osakerhet-{item}", "room.ask.uncertainty")):
        choices = [
            Choice(str(step), Phrase(f"room.ask.step.{step}"), filled.get(name) == str(step))
            for step in PLACING_SCALE
        ]
        fields.append(Field(name, Phrase(key), choices))
    skip = f"hoppa-{item}"
    return Ask(item, exercise.items[item], fields, skip=(skip, "1"), skipped=bool(filled.get(skip)))


def _best_worst(exercise: Exercise, turn: int, filled: Mapping[str, str], seed: int) -> Ask:
    kept = filled.get(f"visade-{turn}", "")
    needs = [int(need) for need in kept.split(".") if need.isascii() and need.isdigit()] if kept else []
    if len(needs) != 4 or max(needs) >= len(exercise.items):
        needs = list(set_to_show(exercise, turn, seed))
    fields = []
    for name, key in ((f"viktigast-{turn}", "room.ask.best"), (f"minst-{turn}", "room.ask.worst")):
        choices = [
            Choice(str(need), Verbatim(exercise.items[need]), filled.get(name) == str(need)) for need in needs
        ]
        fields.append(Field(name, Phrase(key), choices))
    skip, shown = f"hoppa-{turn}", {f"visade-{turn}": ".".join(map(str, needs))}
    return Ask(turn, exercise.question, fields, shown, (skip, "1"), bool(filled.get(skip)))
