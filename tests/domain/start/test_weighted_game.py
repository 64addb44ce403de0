"""Golden values from the literature, every permutation of small games, and the axioms of the index."""

from fractions import Fraction
from itertools import combinations, permutations
from math import factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avstamp.domain.start.weighted_game import (
    InvalidSeats,
    count_minimal_winning,
    count_minimal_winning_by_size,
    list_minimal_winning,
    shapley_shubik_index,
)

small_weights = st.lists(st.integers(0, 12), min_size=1, max_size=6).filter(any)
repeatable = settings(deadline=None, derandomize=True)
council_weights = st.lists(st.integers(0, 40), min_size=1, max_size=15).filter(any)


def majority(weights: list[int]) -> int:
    return sum(weights) // 2 + 1


def index_by_permutation(weights: list[int], quota: int) -> tuple[Fraction, ...]:
    decisive = [0] * len(weights)
    for order in permutations(range(len(weights))):
        votes = 0
        for player in order:
            votes += weights[player]
            if votes >= quota:
                decisive[player] += 1
                break
    return tuple(Fraction(times, factorial(len(weights))) for times in decisive)


def minimal_by_trial(weights: list[int], quota: int) -> set[frozenset[int]]:
    players = range(len(weights))
    return {
        frozenset(members)
        for size in players
        for members in combinations(players, size + 1)
        if sum(weights[member] for member in members) >= quota
        and all(sum(weights[other] for other in members if other != member) < quota for member in members)
    }


def test_index_security_council_of_eleven_as_published() -> None:
    # Shapley and Shubik (1954): the "Big Five" hold 98.7 per cent of the power.
    index = shapley_shubik_index([5] * 5 + [1] * 6, 27)

    assert index == (Fraction(76, 385),) * 5 + (Fraction(1, 462),) * 6
    assert round(float(sum(index[:5])), 3) == 0.987


def test_index_security_council_of_fifteen_as_published() -> None:
    # Weights 7 and 1, quota 39: 0.196 and 0.002 (A. D. Taylor and A. M. Pacelli, Mathematics and Politics).
    index = shapley_shubik_index([7] * 5 + [1] * 10, 39)

    assert index == (Fraction(421, 2145),) * 5 + (Fraction(4, 2145),) * 10


def test_index_treaty_of_rome_as_published() -> None:
    # EEC Council 1958-1972, 12 of 17 votes: 0.233, 0.150 and Luxembourg 0 (D. S. Felsenthal and
    # M. Machover, The Measurement of Voting Power, 1998, chapter 5).
    index = shapley_shubik_index([4, 4, 4, 2, 2, 1], 12)

    assert [round(float(share), 3) for share in index] == [0.233, 0.233, 0.233, 0.15, 0.15, 0.0]


def test_index_textbook_game_as_published() -> None:
    # [51; 50, 49, 1]: S. J. Brams, Game Theory and Politics (1975), and most textbooks after it.
    assert shapley_shubik_index([50, 49, 1], 51) == (Fraction(2, 3), Fraction(1, 6), Fraction(1, 6))


@repeatable
@given(small_weights, st.data())
def test_index_small_game_equals_every_permutation(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))

    assert shapley_shubik_index(weights, quota) == index_by_permutation(weights, quota)


@repeatable
@given(council_weights)
def test_index_any_council_sums_to_one(weights: list[int]) -> None:
    assert sum(shapley_shubik_index(weights, majority(weights))) == 1


@repeatable
@given(council_weights)
def test_index_equal_weights_are_equal_and_larger_are_not_smaller(weights: list[int]) -> None:
    index = shapley_shubik_index(weights, majority(weights))

    by_weight = sorted(zip(weights, index, strict=True))
    assert [share for _, share in by_weight] == sorted(index)
    assert len(set(by_weight)) == len(set(weights))


@repeatable
@given(council_weights)
def test_index_player_without_votes_is_zero_and_changes_nothing(weights: list[int]) -> None:
    quota = majority(weights)

    assert shapley_shubik_index([*weights, 0], quota) == (*shapley_shubik_index(weights, quota), 0)


@repeatable
@given(council_weights)
def test_index_other_order_gives_the_same_shares(weights: list[int]) -> None:
    quota = majority(weights)

    assert shapley_shubik_index(weights[::-1], quota) == shapley_shubik_index(weights, quota)[::-1]


def test_index_does_not_change_its_weights() -> None:
    weights = [3, 2, 2]

    shapley_shubik_index(weights, 4)

    assert weights == [3, 2, 2]


@pytest.mark.parametrize(
    ("weights", "quota", "message"),
    [
        ([3, -1], 2, "a weight of -1 votes is negative; correct the seats"),
        ([3, 2], 6, "a quota of 6 votes cannot decide among 5 votes; use 1 to 5"),
        ([3, 2], 0, "a quota of 0 votes cannot decide among 5 votes; use 1 to 5"),
        ([1] * 63, 32, "63 parties are more than the 62 that count exactly; merge some"),
    ],
)
def test_index_impossible_game_is_refused(weights: list[int], quota: int, message: str) -> None:
    with pytest.raises(InvalidSeats) as refusal:
        shapley_shubik_index(weights, quota)

    assert str(refusal.value) == message


@repeatable
@given(small_weights, st.data())
def test_minimal_winning_small_game_equals_every_subset(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))

    listed = list_minimal_winning(weights, quota, limit=100)

    assert {frozenset(members) for members in listed} == minimal_by_trial(weights, quota)
    assert len(listed) == count_minimal_winning(weights, quota)


@repeatable
@given(council_weights)
def test_minimal_winning_list_is_as_long_as_the_count(weights: list[int]) -> None:
    quota = majority(weights)
    count = count_minimal_winning(weights, quota)

    assert len(list_minimal_winning(weights, quota, limit=50)) == min(50, count)


def test_minimal_winning_treaty_of_rome_leaves_luxembourg_out() -> None:
    listed = list_minimal_winning([4, 4, 4, 2, 2, 1], 12, limit=10)

    assert listed == ((0, 1, 2), (0, 1, 3, 4), (0, 2, 3, 4), (1, 2, 3, 4))


@repeatable
@given(small_weights)
def test_minimal_winning_are_counted_by_size_as_by_trial(weights: list[int]) -> None:
    quota = majority(weights)
    sizes = [len(coalition) for coalition in minimal_by_trial(weights, quota)]

    assert count_minimal_winning_by_size(weights, quota) == tuple(
        sizes.count(size) for size in range(1, len(weights) + 1)
    )
