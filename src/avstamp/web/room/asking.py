"""What is asked of one who answers, and how is what was filled in read? The same for a telephone and for a ballot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
class Ask:
    """One thing that is asked: its number from 1, what it is about, its fields, and what goes along unseen."""

    item: int
    text: str
    fields: Sequence[Field] = ()
    hidden: Mapping[str, str] | None = None

    @property
    def number(self) -> int:
        """The number that one sees."""
        return self.item + 1

    @property
    def only(self) -> Field | None:
        """The one field, where a press on a choice is the whole answer."""
        return self.fields[0] if len(self.fields) == 1 else None


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
        if exercise.kind is ExerciseKind.STATEMENTS and (said := filled.get(f"svar-{item}")):
            yield vote_on(exercise, item, said)
        elif exercise.kind in CHOICE and (said := filled.get(f"svar-{item}")):
            yield rate(exercise, item, said)
        elif exercise.kind is ExerciseKind.PLACING:
            effect, uncertainty = filled.get(f"effekt-{item}", ""), filled.get(f"osakerhet-{item}", "")
            if effect or uncertainty:
                yield place(exercise, item, effect, uncertainty)
    if exercise.kind is ExerciseKind.BEST_WORST:
        for turn in range(number_of_sets(exercise)):
            shown, best, worst = (
                filled.get(f"{name}-{turn}", "") for name in ("visade", "viktigast", "minst")
            )
            if best or worst:
                needs = [_number(need) for need in shown.split(".")]
                yield choose_best_and_worst(exercise, turn, needs, _number(best), _number(worst))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise AnswerRefused(Phrase("room.answer.best_and_worst"))
    return int(text)


def _choice(exercise: Exercise, item: int, filled: Mapping[str, str]) -> Ask:
    name = f"svar-{item}"
    if exercise.kind is ExerciseKind.STATEMENTS:
        labels: list[tuple[str, Text]] = [(vote.value, Phrase(f"room.result.{vote}")) for vote in Vote]
        labels.append((SKIP, Phrase("room.answer.skip")))
    else:
        labels = [(str(step), Verbatim(str(step))) for step in (exercise.scale or Scale.FIVE).steps]
    choices = [Choice(value, label, filled.get(name) == value) for value, label in labels]
    return Ask(item, exercise.items[item], [Field(name, Verbatim(exercise.items[item]), choices)])


def _placing(exercise: Exercise, item: int, filled: Mapping[str, str]) -> Ask:
    fields = []
    for name, key in ((f"effekt-{item}", "room.ask.effect"), (f"osakerhet-{item}", "room.ask.uncertainty")):
        choices = [
            Choice(str(step), Phrase(f"room.ask.step.{step}"), filled.get(name) == str(step))
            for step in PLACING_SCALE
        ]
        fields.append(Field(name, Phrase(key), choices))
    return Ask(item, exercise.items[item], fields)


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
    return Ask(turn, exercise.question, fields, {f"visade-{turn}": ".".join(map(str, needs))})
