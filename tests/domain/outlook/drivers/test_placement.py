"""Spread of ordered answers: measured without distances, the same in any order, and never of fewer than five."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamp.domain.outlook.drivers import (
    FEWEST,
    SCALE,
    Placement,
    SortKind,
    ordinal_consensus,
    shown_groups,
    sort_driver,
    spread_of,
)

STEPS = st.sampled_from(SCALE)
ANSWERS = st.lists(STEPS, min_size=1, max_size=60)
PLACED = st.lists(st.tuples(STEPS, STEPS), min_size=FEWEST, max_size=25)


def placements(pairs):
    return [Placement(str(number), effect, uncertain) for number, (effect, uncertain) in enumerate(pairs)]


@given(ANSWERS)
def test_consensus_lies_between_none_and_all_and_is_the_same_from_either_end(answers):
    counts = [answers.count(step) for step in SCALE]

    assert 0 <= ordinal_consensus(counts) <= 1
    assert ordinal_consensus(counts) == pytest.approx(ordinal_consensus(counts[::-1]))
    assert (ordinal_consensus(counts) == 1) is (len(set(answers)) == 1)


def test_consensus_worked_by_hand():
    # Shares 1/4, 1/2, 1/4 at steps 2, 3, 4: F = 0, 1/4, 3/4, 1, 1; d = 0, 1/4, 1/4, 0, 0; D = 2 · 1/2 / 4 = 1/4.
    assert ordinal_consensus([0, 1, 2, 1, 0]) == 0.75
    assert math.isnan(ordinal_consensus([0, 0, 0, 0, 0]))


@given(ANSWERS)
def test_spread_has_quartiles_that_somebody_chose_around_the_median(answers):
    spread = spread_of(answers)

    assert spread is not None
    assert spread.n == len(answers)
    assert {spread.lower, spread.upper} <= set(answers)
    assert spread.lower <= spread.median <= spread.upper
    assert spread == spread_of(answers[::-1])


def test_spread_of_nothing_is_nothing_and_of_a_stranger_refused():
    assert spread_of([]) is None
    with pytest.raises(ValueError, match="outside the scale"):
        spread_of([3, 6])
    with pytest.raises(ValueError, match="from 1 to 5"):
        Placement("a", 0, 3)


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        ((5, 1), SortKind.ASSUMPTION),
        ((5, 5), SortKind.CRITICAL),
        ((1, 5), SortKind.WATCH),
        ((1, 1), SortKind.WATCH),
        ((3, 5), SortKind.WATCH),
        ((4, 3), SortKind.ASSUMPTION),
    ],
)
def test_sorting_of_those_who_agree_is_sure(pair, kind):
    sorting = sort_driver(placements([pair] * FEWEST))

    assert sorting is not None
    assert sorting.kind is kind
    assert sorting.otherwise == 0.0


@given(PLACED)
def test_sorting_is_the_same_in_any_order_and_every_time(pairs):
    first, second = sort_driver(placements(pairs)), sort_driver(placements(pairs[::-1]))

    assert first is not None
    assert first == second
    assert sum(first.shares.values()) == pytest.approx(1)
    assert 0 <= first.otherwise <= 1


def test_sorting_of_a_divided_room_is_unsure():
    sorting = sort_driver(placements([(5, 1)] * 5 + [(5, 5)] * 6))

    assert sorting is not None
    assert sorting.kind is SortKind.CRITICAL
    # The median of eleven draws lies above 3 when at least six of them say 5: binomial(11, 6/11) from 6 on is 0.62.
    assert sorting.otherwise == pytest.approx(0.379, abs=0.03)


def test_fewer_than_five_are_not_sorted_and_nobody_counts_twice():
    assert sort_driver(placements([(5, 5)] * 4)) is None
    with pytest.raises(ValueError, match="twice"):
        sort_driver([Placement("a", 5, 5)] * 5)


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 12)))
def test_groups_shown_never_tell_fewer_than_five(sizes):
    shown = shown_groups(sizes)
    rest = sum(size for name, size in sizes.items() if name not in shown)

    assert all(sizes[name] >= FEWEST for name in shown)
    assert not shown or rest == 0 or rest >= FEWEST
    assert shown_groups(dict(reversed(sizes.items()))) == shown


def test_smallest_group_is_hidden_with_one_that_is_too_small():
    assert shown_groups({"officials": 9, "opposition": 7, "ruling": 3}) == ("officials",)
    assert shown_groups({"officials": 9, "opposition": 7, "ruling": 3, "supporting": 2}) == (
        "officials",
        "opposition",
    )
    assert shown_groups({"officials": 4}) == ()
