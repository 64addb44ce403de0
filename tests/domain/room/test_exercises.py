from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from avstamp.domain.room.exercises import (
    TRAITS,
    Exercise,
    ExerciseKind,
    ExerciseRefused,
    Openness,
    Progress,
    Scale,
    Stage,
    State,
    close_exercise,
    faults_of,
    hide,
    next_stage,
    open_exercise,
    reveal,
    settle_exercise,
)

AT = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)


def exercise_of(kind: ExerciseKind, **changed: object) -> Exercise:
    traits = TRAITS[kind]
    items = tuple(f"rad {number}" for number in range(max(traits.least_items, 1) if traits.most_items else 0))
    exercise = Exercise(kind, "Vad tycker ni?", items, scale=traits.scales[0] if traits.scales else None)
    return replace(exercise, **changed)


@pytest.mark.parametrize("kind", ExerciseKind)
def test_every_kind_has_a_setting_without_fault(kind: ExerciseKind):
    assert faults_of(exercise_of(kind)) == ()


@pytest.mark.parametrize(
    ("exercise", "fault"),
    [
        (exercise_of(ExerciseKind.ROUND, question=" "), "room.exercise.no_question"),
        (exercise_of(ExerciseKind.ROUND, question="x" * 301), "room.exercise.long_question"),
        (exercise_of(ExerciseKind.STATEMENTS, items=()), "room.exercise.few_items"),
        (exercise_of(ExerciseKind.BEST_WORST, items=("a", "b", "c")), "room.exercise.few_items"),
        (exercise_of(ExerciseKind.ROUND, items=("a",)), "room.exercise.many_items"),
        (exercise_of(ExerciseKind.STATEMENTS, items=("Skolan", "skolan ")), "room.exercise.item_twice"),
        (exercise_of(ExerciseKind.STATEMENTS, items=("",)), "room.exercise.item_length"),
        (exercise_of(ExerciseKind.PULSE, scale=Scale.ELEVEN), "room.exercise.scale"),
        (exercise_of(ExerciseKind.STATEMENTS, scale=Scale.FIVE), "room.exercise.scale"),
        (exercise_of(ExerciseKind.EPA, openness=Openness.ANONYMOUS), "room.exercise.never_anonymous"),
        (exercise_of(ExerciseKind.ROUND, minutes=0), "room.exercise.minutes"),
        (exercise_of(ExerciseKind.COLLECTION, most_each=11), "room.exercise.most_each"),
    ],
)
def test_a_fault_in_the_settings_is_named(exercise: Exercise, fault: str):
    assert [found.key for found in faults_of(exercise)] == [fault]


def test_an_exercise_goes_from_planned_to_settled_and_back_only_for_late_answers():
    exercise = exercise_of(ExerciseKind.STATEMENTS)
    seen = [Progress()]
    seen.append(open_exercise(exercise, seen[-1], at=AT))
    seen.append(close_exercise(seen[-1], at=AT))
    seen.append(open_exercise(exercise, seen[-1], at=AT))
    seen.append(close_exercise(seen[-1], at=AT))
    seen.append(settle_exercise(seen[-1]))
    assert [progress.state for progress in seen] == [
        State.PLANNED, State.OPEN, State.CLOSED, State.REOPENED, State.CLOSED, State.SETTLED,
    ]  # fmt: skip
    assert [progress.collecting for progress in seen] == [False, True, False, True, False, False]
    with pytest.raises(ExerciseRefused) as refused:
        open_exercise(exercise, seen[-1], at=AT)
    assert refused.value.phrase.key == "room.refused.settled"


def test_an_anonymous_result_is_hidden_while_answers_are_taken():
    exercise = exercise_of(ExerciseKind.CONFIDENCE, openness=Openness.ANONYMOUS)
    opened = open_exercise(exercise, Progress(), at=AT)
    with pytest.raises(ExerciseRefused) as refused:
        reveal(exercise, opened)
    assert refused.value.phrase.key == "room.withheld.collecting"
    shown = reveal(exercise, close_exercise(opened, at=AT))
    assert (shown.revealed, hide(shown).revealed, open_exercise(exercise, shown, at=AT).revealed) == (
        True,
        False,
        False,
    )


def test_a_named_result_may_be_seen_while_answers_come():
    exercise = exercise_of(ExerciseKind.CONFIDENCE)
    shown = reveal(exercise, open_exercise(exercise, Progress(), at=AT))
    assert open_exercise(exercise, close_exercise(shown, at=AT), at=AT).revealed is True


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        (lambda: close_exercise(Progress(), at=AT), "room.refused.not_open"),
        (lambda: settle_exercise(Progress()), "room.refused.not_closed"),
        (lambda: reveal(exercise_of(ExerciseKind.PULSE), Progress()), "room.refused.not_open"),
        (lambda: next_stage(exercise_of(ExerciseKind.PULSE), Progress()), "room.refused.no_stage"),
        (lambda: next_stage(exercise_of(ExerciseKind.EPA), Progress()), "room.refused.not_open"),
        (
            lambda: open_exercise(Exercise(ExerciseKind.ROUND, ""), Progress(), at=AT),
            "room.exercise.no_question",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(act, fault: str):
    with pytest.raises(ExerciseRefused) as refused:
        act()
    assert refused.value.phrase.key == fault


def test_epa_goes_from_alone_to_pairs_to_all_and_no_further():
    exercise = exercise_of(ExerciseKind.EPA)
    progress = open_exercise(exercise, Progress(), at=AT)
    stages = [progress.stage]
    for _ in range(2):
        progress = next_stage(exercise, progress)
        stages.append(progress.stage)
    assert stages == list(Stage)
    with pytest.raises(ExerciseRefused):
        next_stage(exercise, progress)
