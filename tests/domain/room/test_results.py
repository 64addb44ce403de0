from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import Scale
from avstamp.domain.room.results import (
    Said,
    add_tallies,
    best_worst_results,
    placing_results,
    scale_results,
    speaking_time,
    statement_results,
    word_results,
)


def test_statement_shares_leave_skipped_votes_out_and_say_none_where_nobody_answered():
    tally = {
        Mark(0, "agree"): 3,
        Mark(0, "disagree"): 1,
        Mark(0, "undecided"): 2,
        Mark(0, "skip"): 4,
        Mark(1, "skip"): 10,
    }
    first, second = statement_results(tally, 2)
    assert (first.answered, first.share, first.skipped) == (6, 0.5, 4)
    assert (second.answered, second.share) == (0, None)


def test_scale_results_by_hand():
    tally = {Mark(0, "0"): 1, Mark(0, "7"): 1, Mark(0, "8"): 1, Mark(0, "10"): 1, Mark(0, "skip"): 2}
    (result,) = scale_results(tally, 1, Scale.ELEVEN)
    assert (result.n, result.median, result.skipped, result.counts[8]) == (4, 7.5, 2, 1)
    (empty,) = scale_results({}, 1, Scale.FIVE)
    assert (empty.n, empty.median, empty.consensus) == (0, None, None)


def test_placing_counts_squares_and_spreads():
    tally = {Mark(0, "5x1"): 3, Mark(0, "5x4"): 1, Mark(1, "2x2"): 1, Mark(0, "skip"): 2}
    first, second = placing_results(tally, 2)
    assert first.squares == {(5, 1): 3, (5, 4): 1}
    assert (first.effect.median, first.effect.consensus, first.uncertainty.median) == (5.0, 1.0, 1.0)
    assert (first.effect.skipped, second.effect.n) == (2, 1)


def test_best_and_worst_over_the_times_shown():
    tally = {Mark(0, "0.1.2.3+0-1"): 3, Mark(1, "1.2.3.4+4-1"): 1}
    results = best_worst_results(tally, 6)
    assert [(result.shown, result.best, result.worst) for result in results] == [
        (3, 3, 0), (4, 0, 4), (4, 0, 0), (4, 0, 0), (1, 1, 0), (0, 0, 0),
    ]  # fmt: skip
    assert [result.score for result in results] == [1.0, -1.0, 0.0, 0.0, 1.0, None]


def test_words_are_in_order_of_number_and_then_of_the_alphabet():
    assert word_results({Mark(0, "trött"): 2, Mark(0, "glad"): 2, Mark(0, "redo"): 5}) == (
        Said("redo", 5), Said("glad", 2), Said("trött", 2),
    )  # fmt: skip


def test_speaking_time_names_the_role_that_has_not_spoken():
    ruling, opposition = frozenset({"ruling"}), frozenset({"opposition", "auditor"})
    rows = speaking_time([("ruling", 100), ("ruling", 50)], {ruling: 3, opposition: 3})
    assert [(row.roles, row.turns, row.seconds, row.share_of_time) for row in rows] == [
        (opposition, 0, 0, 0.0),
        (ruling, 2, 150, 1.0),
    ]
    assert speaking_time([], {ruling: 0})[0].share_of_time is None
    with pytest.raises(ValueError, match="shorter"):
        speaking_time([("ruling", -1)], {})


def test_one_who_is_in_no_row_is_never_a_row_of_their_own():
    rows = speaking_time(
        [("union", 60), ("ruling", 60)], {frozenset({"ruling"}): 9, frozenset({"opposition"}): 7}
    )
    assert [(sorted(row.roles), row.seconds) for row in rows] == [(["opposition"], 60), (["ruling"], 60)]
    (alone,) = speaking_time([("union", 60), ("ruling", 60)], {})
    assert (sorted(alone.roles), alone.turns) == (["ruling", "union"], 2)


@given(
    st.lists(
        st.dictionaries(st.sampled_from([Mark(0, "agree"), Mark(1, "skip")]), st.integers(0, 9)), max_size=4
    )
)
def test_adding_groups_keeps_the_total(tallies: list[dict[Mark, int]]):
    assert sum(add_tallies(tallies).values()) == sum(sum(tally.values()) for tally in tallies)
