from __future__ import annotations

import pytest

from avstamp.domain.documents.tree import Note
from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Scale
from avstamp.domain.room.results import Gathered, Group, Said
from avstamp.domain.room.telling import MOST_SAID, roles_name, tell_on_screen, tell_result
from avstamp.domain.values import Phrase, Quantity, Verbatim

RULING = Group(frozenset({"ruling"}), 6, {Mark(0, "agree"): 4, Mark(0, "disagree"): 2})
OTHERS = Group(frozenset({"official", "opposition"}), 7, {Mark(0, "agree"): 1, Mark(0, "skip"): 6})
STATEMENTS = Exercise(ExerciseKind.STATEMENTS, "?", ("Skolan går först",))


def test_a_statement_is_told_for_all_and_for_each_group():
    summary, votes = tell_result(STATEMENTS, Gathered((RULING, OTHERS)))
    two_thirds, whole = Quantity(100 * (4 / 6), "%", 0), Quantity(100.0, "%", 0)
    assert summary.rows[0][1:] == (5, 2, 0, Quantity(100 * (5 / 7), "%", 0), two_thirds, whole, 2)
    assert [row[1:] for row in votes.rows[1:]] == [(4, 2, 0, 0, two_thirds), (1, 0, 0, 6, whole)]
    assert roles_name(OTHERS.roles) == Phrase(
        "room.group", {"roles": (Phrase("role.opposition"), Phrase("role.official"))}
    )


def test_the_screen_has_the_shares_alone():
    (table,) = tell_on_screen(STATEMENTS, Gathered((RULING, OTHERS)))
    two_thirds, whole = Quantity(100 * (4 / 6), "%", 0), Quantity(100.0, "%", 0)
    assert table.rows[0][1:] == (Quantity(100 * (5 / 7), "%", 0), two_thirds, whole)
    assert len(table.columns) == 4


def test_one_group_is_not_told_twice():
    summary, votes = tell_result(STATEMENTS, Gathered((RULING,)))
    assert (len(summary.columns), len(votes.rows)) == (6, 1)


@pytest.mark.parametrize("kind", ExerciseKind)
def test_nothing_is_told_where_nothing_may_be_shown(kind: ExerciseKind):
    assert tell_result(Exercise(kind, "?", ("a", "b", "c", "d"), scale=Scale.FIVE), Gathered()) == ()


def test_needs_are_told_most_important_first():
    needs = Exercise(ExerciseKind.BEST_WORST, "?", ("a", "b", "c", "d"))
    group = Group(frozenset({"ruling"}), 5, {Mark(0, "0.1.2.3+2-0"): 5})
    (table,) = tell_result(needs, Gathered((group,)))
    assert [(row[0], row[1].value) for row in table.rows] == [
        (Verbatim("c"), 1.0), (Verbatim("b"), 0.0), (Verbatim("d"), 0.0), (Verbatim("a"), -1.0),
    ]  # fmt: skip


def test_more_than_the_screen_holds_is_counted():
    said = [Said(f"ord {number}", 1) for number in range(MOST_SAID + 3)]
    table, note = tell_result(Exercise(ExerciseKind.COLLECTION, "?"), Gathered(said=tuple(said)))
    assert len(table.rows) == MOST_SAID
    assert note == Note((Phrase("room.result.more", {"more": 3}),))


def test_steps_and_placings_are_told():
    steps = Exercise(ExerciseKind.PULSE, "?", ("Hur går det?",), scale=Scale.FIVE)
    (table,) = tell_result(
        steps, Gathered((Group(frozenset({"ruling"}), 5, {Mark(0, "2"): 3, Mark(0, "5"): 2}),))
    )
    assert table.rows[0][1:] == (Quantity(2.0, "", 1), 0, 3, 0, 0, 2)
    placing = Exercise(ExerciseKind.PLACING, "?", ("Fler äldre",))
    (table,) = tell_result(placing, Gathered((Group(frozenset({"ruling"}), 5, {Mark(0, "5x2"): 5}),)))
    assert [cell.value for cell in table.rows[0][1:5]] == [5.0, 2.0, 1.0, 1.0]
