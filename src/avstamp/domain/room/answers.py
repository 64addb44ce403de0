"""Is an answer one that the exercise asks for? Each kind of answer becomes *marks*, or is refused with what to do.

A mark says one thing about one item ("3: agree"). Marks can be counted without being kept, so a named round and an
anonymous one have the same results by the same arithmetic: the one adds up rows, the other has only the sums.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from avstamp.domain.errors import AvstampError
from avstamp.domain.outlook.drivers.placement import SCALE as PLACING_SCALE
from avstamp.domain.room.exercises import Exercise, ExerciseKind
from avstamp.domain.start.identity_numbers import holds_identity_number
from avstamp.domain.values import Phrase

LONGEST_NOTE = 280
LONGEST_WORD = 40
SET_SIZE = 4
"""Needs shown together when the best and the worst of them are chosen."""
SKIP = "skip"
"""What stands where a whole ballot leaves an item out, so that every ballot is counted at every item."""


class Vote(StrEnum):
    """The three big answers to a statement."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNDECIDED = "undecided"


class AnswerRefused(AvstampError, ValueError):
    """An answer is not one the exercise asks for; `phrase` says what was wrong, with which value, and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(phrase.key)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What an answer says about one item: the item's place, from 0, and what was said."""

    item: int
    said: str


def vote_on(exercise: Exercise, item: int, said: str) -> Mark:
    """A vote on one statement."""
    _require_kind(exercise, ExerciseKind.STATEMENTS)
    if said not in (*Vote, SKIP):
        raise AnswerRefused(Phrase("room.answer.vote", {"value": said}))
    return Mark(_item(exercise, item), said)


def rate(exercise: Exercise, item: int, said: str) -> Mark:
    """A step on the exercise's scale."""
    _require_kind(exercise, ExerciseKind.CONFIDENCE, ExerciseKind.PULSE)
    steps = exercise.scale.steps if exercise.scale else ()
    if said != SKIP and said not in {str(step) for step in steps}:
        values = {"value": said, "first": min(steps, default=0), "last": max(steps, default=0)}
        raise AnswerRefused(Phrase("room.answer.step", values))
    return Mark(_item(exercise, item), said)


def place(exercise: Exercise, item: int, effect: str, uncertainty: str) -> Mark:
    """A driver's effect and uncertainty, each a step from 1 to 5.

    Example:
        >>> place(Exercise(ExerciseKind.PLACING, "?", ("Fler äldre",)), 0, "4", "2")
        Mark(item=0, said='4x2')
    """
    _require_kind(exercise, ExerciseKind.PLACING)
    steps = {str(step) for step in PLACING_SCALE}
    for said in (effect, uncertainty):
        if said not in steps:
            raise AnswerRefused(Phrase("room.answer.step", {"value": said, "first": 1, "last": 5}))
    return Mark(_item(exercise, item), f"{effect}x{uncertainty}")


def choose_best_and_worst(exercise: Exercise, turn: int, shown: Sequence[int], best: int, worst: int) -> Mark:
    """The most and the least important of the needs shown, the `turn`-th time of asking (from 0).

    The mark tells the whole set, since a choice means nothing without it.

    Example:
        >>> needs = Exercise(ExerciseKind.BEST_WORST, "?", ("a", "b", "c", "d"))
        >>> choose_best_and_worst(needs, 0, [3, 0, 1, 2], best=3, worst=0)
        Mark(item=0, said='0.1.2.3+3-0')
    """
    _require_kind(exercise, ExerciseKind.BEST_WORST)
    together = sorted({_item(exercise, item) for item in shown})
    if len(together) != SET_SIZE or len(shown) != SET_SIZE or not 0 <= turn < number_of_sets(exercise):
        raise AnswerRefused(Phrase("room.answer.set", {"size": SET_SIZE}))
    if best not in together or worst not in together or best == worst:
        raise AnswerRefused(Phrase("room.answer.best_and_worst"))
    return Mark(turn, f"{'.'.join(map(str, together))}+{best}-{worst}")


def number_of_sets(exercise: Exercise) -> int:
    """How many times one is asked: so that each need is shown about three times, and from one to ten times.

    Example:
        >>> [number_of_sets(Exercise(ExerciseKind.BEST_WORST, "?", ("x",) * needs)) for needs in (4, 8, 12, 40)]
        [1, 6, 9, 10]
    """
    needs = len(exercise.items)
    return 1 if needs <= SET_SIZE else min(10, math.ceil(3 * needs / SET_SIZE))


def set_to_show(exercise: Exercise, turn: int, seed: int) -> tuple[int, ...]:
    """Which needs are shown the `turn`-th time: all needs in an order of chance before any comes again.

    Args:
        exercise: best and worst among at least four needs.
        turn: from 0.
        seed: whose order it is; the same seed shows the same sets.

    Returns:
        Four different needs, in the order they are shown.
    """
    orders = np.random.Generator(np.random.Philox(seed))
    queue: list[int] = []
    while len(queue) < (turn + 1) * SET_SIZE + len(exercise.items):
        fresh = [int(need) for need in orders.permutation(len(exercise.items))]
        # Needs left over from the last round go first, so those shown again in the same set go last.
        left = queue[len(queue) - len(queue) % SET_SIZE :] if queue else []
        queue += [need for need in fresh if need not in left] + [need for need in fresh if need in left]
    return tuple(queue[turn * SET_SIZE : (turn + 1) * SET_SIZE])


def words_of(exercise: Exercise, text: str) -> tuple[Mark, ...]:
    """The words of a check-in or check-out, one mark each, in their plain form and each once.

    Raises:
        AnswerRefused: there is none, too many, one is too long, or it holds a personal identity number.

    Example:
        >>> [mark.said for mark in words_of(Exercise(ExerciseKind.CHECK_IN, "?"), "Nyfiken, lite trött, nyfiken!")]
        ['lite trött', 'nyfiken']
    """
    _require_kind(exercise, ExerciseKind.CHECK_IN, ExerciseKind.CHECK_OUT)
    _refuse_identity_number(text)
    words = sorted({word for part in re.split(r"[,;\n]", text) if (word := plain_text(part))})
    if not words:
        raise AnswerRefused(Phrase("room.answer.empty"))
    if len(words) > exercise.most_each:
        raise AnswerRefused(
            Phrase("room.answer.many_words", {"most": exercise.most_each, "given": len(words)})
        )
    for word in words:
        if len(word) > LONGEST_WORD:
            raise AnswerRefused(Phrase("room.answer.long_word", {"value": word, "most": LONGEST_WORD}))
    return tuple(Mark(0, word) for word in words)


def note_of(exercise: Exercise, text: str) -> str:
    """A note as it is kept: whitespace as single spaces, nothing else changed.

    Raises:
        AnswerRefused: it is empty, too long, or holds a personal identity number.
    """
    _require_kind(exercise, ExerciseKind.COLLECTION, ExerciseKind.EPA)
    kept = " ".join(text.split())
    if not kept:
        raise AnswerRefused(Phrase("room.answer.empty"))
    if len(kept) > LONGEST_NOTE:
        raise AnswerRefused(Phrase("room.answer.long_note", {"most": LONGEST_NOTE, "given": len(kept)}))
    _refuse_identity_number(kept)
    return kept


def whole_ballot(exercise: Exercise, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """One person's marks with every item in them: what was left out is marked as skipped.

    Every ballot is then counted at every item, so that no item has fewer answers than the group it is shown for.

    Raises:
        AnswerRefused: the same item is marked twice, or nothing is.
    """
    given: dict[int, Mark] = {}
    for mark in marks:
        if mark.item in given:
            raise AnswerRefused(Phrase("room.answer.twice", {"number": mark.item + 1}))
        given[mark.item] = mark
    if all(mark.said == SKIP for mark in given.values()):
        raise AnswerRefused(Phrase("room.answer.empty"))
    return tuple(given.get(item, Mark(item, SKIP)) for item in range(len(exercise.items)))


def plain_text(text: str) -> str:
    """A text in the form that tells whether two say the same: small letters, no marks around it, single spaces.

    Example:
        >>> plain_text("  Nyfiken,  men trött! ")
        'nyfiken, men trött'
    """
    small = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return small.strip(" .,;:!?\"'()[]–-”“…")


def _require_kind(exercise: Exercise, *kinds: ExerciseKind) -> None:
    if exercise.kind not in kinds:
        raise AnswerRefused(Phrase("room.answer.other_kind"))


def _item(exercise: Exercise, item: int) -> int:
    if not 0 <= item < len(exercise.items):
        raise AnswerRefused(Phrase("room.answer.no_item", {"number": item + 1, "last": len(exercise.items)}))
    return item


def _refuse_identity_number(text: str) -> None:
    if holds_identity_number(text):
        raise AnswerRefused(Phrase("room.answer.identity_number"))
