from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Scale, Stage
from avstamp.domain.room.paper import LETTERS, deal_letters, edition_of, paper_fields, read_paper, read_turn

STATEMENTS = Exercise(ExerciseKind.STATEMENTS, "Vad gäller?", ("Skolan först", "Skatten höjs", "Badet byggs"))
NEEDS = Exercise(ExerciseKind.BEST_WORST, "Vad väger?", tuple("abcdefgh"))
DRIVERS = Exercise(ExerciseKind.PLACING, "Vad händer?", ("Fler äldre", "Ny lag"))


def faults(exercise: Exercise, letter: str = "", **written: str) -> list[tuple[str, str]]:
    cells = {name.lstrip("_").replace("_", "-"): text for name, text in written.items()}
    return [(fault.name, fault.reason.key) for fault in read_paper(exercise, cells, letter=letter).faults]


def test_ticks_become_marks_and_what_cannot_be_read_is_skipped():
    read = read_paper(STATEMENTS, {"1": " 2 ", "2": "?", "3": ""})
    assert (read.marks, read.unreadable, read.faults) == (
        (Mark(0, "disagree"), Mark(1, "skip"), Mark(2, "skip")),
        1,
        (),
    )


def test_a_number_as_a_spreadsheet_writes_it_is_the_same_number():
    assert read_paper(STATEMENTS, {"1": "3,0", "2": "03", "3": "3.00"}).marks == tuple(
        Mark(item, "undecided") for item in range(3)
    )


def test_every_fault_of_a_ballot_is_told_at_once():
    assert faults(STATEMENTS, _1="4", _2="ja", _3="1") == [("1", "paper.fault.key"), ("2", "paper.fault.key")]


def test_a_row_with_one_half_unreadable_is_skipped_whole():
    read = read_paper(DRIVERS, {"1-effect": "4", "1-uncertainty": "?", "2-effect": "5", "2-uncertainty": "1"})
    assert read.marks == (Mark(0, "skip"), Mark(1, "5x1"))


def test_rows_of_a_set_are_those_of_the_ballots_letter():
    read = {letter: read_paper(NEEDS, {"1-best": "1", "1-worst": "4"}, letter=letter) for letter in LETTERS}
    assert len({one.marks for one in read.values()}) == len(LETTERS)


@pytest.mark.parametrize(
    ("exercise", "letter", "written", "found"),
    [
        (NEEDS, "A", {"1-best": "2", "1-worst": "2"}, ("1-best", "room.answer.best_and_worst")),
        (NEEDS, "", {"1-best": "1", "1-worst": "2"}, ("letter", "paper.fault.letter")),
        (NEEDS, "K", {"1-best": "1", "1-worst": "2"}, ("letter", "paper.fault.letter")),
        (STATEMENTS, "", {"1": "?", "2": "-"}, ("", "paper.fault.empty")),
        (DRIVERS, "", {"1-effect": "6"}, ("1-effect", "paper.fault.key")),
    ],
)
def test_what_is_wrong_is_told_by_field(
    exercise: Exercise, letter: str, written: dict[str, str], found: tuple[str, str]
):
    read = read_paper(exercise, written, letter=letter)
    assert ([(one.name, one.reason.key) for one in read.faults], read.marks) == ([found], ())


def test_notes_of_epa_keep_their_stage_and_words_are_one_answer():
    epa = Exercise(ExerciseKind.EPA, "Vad behövs?", most_each=2)
    read = read_paper(epa, {"alone-1": "Tid", "all-2": "Mer  tid"})
    assert read.notes == ((Stage.ALONE, "Tid"), (Stage.ALL, "Mer tid"))
    words = Exercise(ExerciseKind.CHECK_IN, "Hur är läget?")
    assert read_paper(words, {"1": "Trött", "3": "glad, redo"}).marks == (
        Mark(0, "glad"),
        Mark(0, "redo"),
        Mark(0, "trött"),
    )
    assert faults(words, _1="a, b", _2="c, d") == [("", "room.answer.many_words")]
    assert faults(words, _2="19121212-1212") == [("2", "room.answer.identity_number")]


def test_a_turn_is_a_role_and_a_length():
    around = Exercise(ExerciseKind.ROUND, "Vad väger tyngst?")
    assert read_turn(around, {"role": "1", "minutes": "", "seconds": "45"}) == ("ruling", 45)
    wrong = read_turn(around, {"role": "9", "minutes": "2.5", "seconds": "75"})
    assert [fault.name for fault in wrong] == ["role", "minutes", "seconds"]
    assert [fault.name for fault in read_turn(around, {})] == ["role"]
    assert [fault.name for fault in read_turn(around, {"role": "1"})] == ["minutes"]


@given(st.integers(0, 200))
def test_no_letter_is_on_fewer_than_five_ballots_of_a_bowl_that_has_several(ballots: int):
    dealt = Counter(deal_letters(ballots))
    assert sum(dealt.values()) == ballots
    assert len(dealt) <= 1 or min(dealt.values()) >= 5


def test_a_ballot_printed_before_a_change_is_told_apart():
    changed = [
        replace(STATEMENTS, items=("Skolan först", "Skatten höjs", "Badet byggs.")),
        replace(STATEMENTS, question="Vad?"),
        replace(STATEMENTS, scale=Scale.FIVE),
    ]
    assert len({edition_of(one) for one in (STATEMENTS, *changed)}) == 4


@pytest.mark.parametrize("kind", ExerciseKind)
def test_fields_have_names_of_their_own(kind: ExerciseKind):
    exercise = Exercise(
        kind, "?", tuple("abcdefgh") if kind in {"statements", "placing", "best_worst"} else ()
    )
    names = [field.name for field in paper_fields(exercise)]
    assert len(names) == len(set(names))
