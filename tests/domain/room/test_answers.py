from __future__ import annotations

from collections import Counter

import pytest

from avstamp.domain.room.answers import (
    SET_SIZE,
    SKIP,
    AnswerRefused,
    Mark,
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
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Scale

STATEMENTS = Exercise(ExerciseKind.STATEMENTS, "?", ("ett", "två", "tre"))
CONFIDENCE = Exercise(ExerciseKind.CONFIDENCE, "?", ("Hur säker?",), scale=Scale.ELEVEN)
PULSE = Exercise(ExerciseKind.PULSE, "?", ("Hur går det?",), scale=Scale.FIVE)
PLACING = Exercise(ExerciseKind.PLACING, "?", ("Fler äldre",))
NEEDS = Exercise(ExerciseKind.BEST_WORST, "?", ("a", "b", "c", "d", "e"))
WORDS = Exercise(ExerciseKind.CHECK_IN, "?", most_each=2)
NOTES = Exercise(ExerciseKind.COLLECTION, "?")
# A test number that Skatteverket has set aside: no person has it.
TEST_NUMBER = "811218-9876"


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (lambda: vote_on(STATEMENTS, 0, "kanske"), "room.answer.vote"),
        (lambda: vote_on(STATEMENTS, 3, "agree"), "room.answer.no_item"),
        (lambda: vote_on(STATEMENTS, -1, "agree"), "room.answer.no_item"),
        (lambda: vote_on(PLACING, 0, "agree"), "room.answer.other_kind"),
        (lambda: rate(CONFIDENCE, 0, "11"), "room.answer.step"),
        (lambda: rate(PULSE, 0, "0"), "room.answer.step"),
        (lambda: rate(PULSE, 0, "04"), "room.answer.step"),
        (lambda: place(PLACING, 0, "6", "1"), "room.answer.step"),
        (lambda: choose_best_and_worst(NEEDS, 0, [0, 1, 2], 0, 1), "room.answer.set"),
        (lambda: choose_best_and_worst(NEEDS, 0, [0, 1, 2, 2], 0, 1), "room.answer.set"),
        (lambda: choose_best_and_worst(NEEDS, 0, [0, 1, 2, 3, 3], 0, 1), "room.answer.set"),
        (lambda: choose_best_and_worst(NEEDS, 0, [0, 1, 2, 3], 4, 1), "room.answer.best_and_worst"),
        (lambda: choose_best_and_worst(NEEDS, 0, [0, 1, 2, 3], 1, 1), "room.answer.best_and_worst"),
        (lambda: choose_best_and_worst(NEEDS, 0, [0, 1, 2, 7], 0, 1), "room.answer.no_item"),
        (lambda: choose_best_and_worst(NEEDS, 4, [0, 1, 2, 3], 0, 1), "room.answer.set"),
        (lambda: words_of(WORDS, " , ! "), "room.answer.empty"),
        (lambda: words_of(WORDS, "ett, två, tre"), "room.answer.many_words"),
        (lambda: words_of(WORDS, "o" * 41), "room.answer.long_word"),
        (lambda: words_of(WORDS, TEST_NUMBER), "room.answer.identity_number"),
        (lambda: note_of(NOTES, " \n "), "room.answer.empty"),
        (lambda: note_of(NOTES, "x" * 281), "room.answer.long_note"),
        (lambda: note_of(NOTES, f"Fråga {TEST_NUMBER} om det"), "room.answer.identity_number"),
        (lambda: note_of(STATEMENTS, "text"), "room.answer.other_kind"),
        (lambda: whole_ballot(STATEMENTS, []), "room.answer.empty"),
        (lambda: whole_ballot(STATEMENTS, [Mark(0, SKIP)]), "room.answer.empty"),
        (lambda: whole_ballot(STATEMENTS, [Mark(1, "agree"), Mark(1, "disagree")]), "room.answer.twice"),
    ],
)
def test_an_answer_that_was_not_asked_for_is_refused(answer, fault: str):
    with pytest.raises(AnswerRefused) as refused:
        answer()
    assert refused.value.phrase.key == fault


def test_answers_become_marks():
    assert vote_on(STATEMENTS, 2, "undecided") == Mark(2, "undecided")
    assert rate(CONFIDENCE, 0, "0") == Mark(0, "0")
    assert place(PLACING, 0, "5", "1") == Mark(0, "5x1")
    assert choose_best_and_worst(NEEDS, 0, [4, 1, 3, 0], best=4, worst=1) == Mark(0, "0.1.3.4+4-1")
    assert words_of(WORDS, "Hoppfull\nTRÖTT.") == (Mark(0, "hoppfull"), Mark(0, "trött"))
    assert note_of(NOTES, "  Skolan\n behöver  tid. ") == "Skolan behöver tid."


def test_a_whole_ballot_has_every_item_so_that_all_are_answered_by_as_many():
    assert whole_ballot(STATEMENTS, [Mark(2, "agree")]) == (Mark(0, SKIP), Mark(1, SKIP), Mark(2, "agree"))


@pytest.mark.parametrize("needs", [4, 5, 6, 7, 9, 12, 40])
@pytest.mark.parametrize("seed", [0, 7])
def test_sets_hold_four_different_needs_and_show_all_before_any_again(needs: int, seed: int):
    exercise = Exercise(ExerciseKind.BEST_WORST, "?", tuple(str(need) for need in range(needs)))
    sets = [set_to_show(exercise, turn, seed) for turn in range(number_of_sets(exercise))]
    assert all(len(set(shown)) == SET_SIZE for shown in sets)
    counts = Counter(need for shown in sets for need in shown)
    times = [counts[need] for need in range(needs)]
    assert max(times) - min(times) <= 1
