"""Majority arithmetic over a council: thresholds, coalitions, mergers, change and a doubted total."""

from fractions import Fraction

import pytest

from avstamp.domain.start.mandates import (
    Council,
    InvalidSeats,
    SeatChange,
    Seats,
    compare_councils,
    evaluate_coalition,
    majority_threshold,
    merge_parties,
    minimal_winning_coalitions,
    shapley_shubik,
)
from avstamp.domain.values import Phrase

ALE_2026 = (
    ("S", 15),
    ("M", 11),
    ("SD", 9),
    ("V", 5),
    ("C", 3),
    ("KD", 3),
    ("MP", 2),
    ("FRAMTID I ALE", 2),
    ("L", 1),
)


def council(*seats: tuple[str, int], year: int = 2026, stated_total: int | None = None) -> Council:
    return Council(
        "1440", year, tuple(Seats(code, f"Parti {code}", count) for code, count in seats), stated_total
    )


@pytest.mark.parametrize(("total", "threshold"), [(1, 1), (49, 25), (51, 26), (60, 31), (349, 175)])
def test_threshold_is_the_first_number_above_half(total: int, threshold: int) -> None:
    assert majority_threshold(total) == threshold


def test_threshold_of_no_seats_is_refused() -> None:
    with pytest.raises(InvalidSeats, match="a council of 0 seats has no majority; state its seats"):
        majority_threshold(0)


def test_coalition_with_more_than_half_has_a_majority() -> None:
    standing = evaluate_coalition(council(*ALE_2026), ["SD", "M", "KD", "C"])

    assert (standing.parties, standing.seats, standing.has_majority, standing.margin) == (
        ("M", "SD", "C", "KD"), 26, True, 0,
    )  # fmt: skip
    assert standing.standing == Phrase(
        "mandates.coalition.majority", {"seats": 26, "total": 51, "threshold": 26, "margin": 0}
    )


def test_coalition_with_half_or_less_is_a_minority() -> None:
    standing = evaluate_coalition(council(*ALE_2026), ["S", "V"])

    assert (standing.seats, standing.has_majority, standing.margin) == (20, False, -6)
    assert standing.standing == Phrase(
        "mandates.coalition.minority", {"seats": 20, "total": 51, "threshold": 26, "short": 6}
    )


def test_coalition_with_exactly_half_of_an_even_sum_is_a_minority() -> None:
    assert evaluate_coalition(council(("A", 3), ("B", 3)), ["A"]).has_majority is False


@pytest.mark.parametrize(
    ("parties", "message"),
    [
        ([], "no party is named; name at least one"),
        (["S", "X", "Å"], "X, Å has no row in the council of 1440 2026; use its codes"),
    ],
)
def test_coalition_of_unknown_parties_is_refused(parties: list[str], message: str) -> None:
    with pytest.raises(InvalidSeats) as refusal:
        evaluate_coalition(council(*ALE_2026), parties)

    assert str(refusal.value) == message


def test_doubt_when_the_stated_size_differs_gives_both_thresholds() -> None:
    assert council(*ALE_2026, stated_total=49).doubt == Phrase(
        "mandates.doubt.total_differs",
        {"party_sum": 51, "stated_total": 49, "threshold": 26, "threshold_stated": 25},
    )


@pytest.mark.parametrize("stated_total", [None, 51])
def test_doubt_when_nothing_contradicts_the_sum_is_none(stated_total: int | None) -> None:
    assert council(*ALE_2026, stated_total=stated_total).doubt is None


def test_council_with_a_party_twice_is_refused() -> None:
    with pytest.raises(InvalidSeats, match="party 'A' stands 2 times in 1440"):
        council(("A", 3), ("A", 1))


def test_council_with_negative_seats_is_refused() -> None:
    with pytest.raises(InvalidSeats, match="party 'B' has -1 seats in 1440"):
        council(("A", 3), ("B", -1))


def test_merger_keeps_the_total_and_the_place_of_the_first() -> None:
    before = council(("A", 3), ("B", 2), ("C", 2))

    merged = merge_parties(before, ["C", "A"], into="AC", name="A och C")

    assert merged.seats == (Seats("AC", "A och C", 5), Seats("B", "Parti B", 2))
    assert before == council(("A", 3), ("B", 2), ("C", 2))


def test_merger_under_the_code_of_another_party_is_refused() -> None:
    with pytest.raises(InvalidSeats, match="party 'B' stands 2 times in 1440"):
        merge_parties(council(("A", 1), ("B", 3), ("C", 2)), ["A", "C"], into="B", name="Parti B")


def test_merger_changes_the_voting_power_of_the_others() -> None:
    before = council(("A", 3), ("B", 2), ("C", 2))

    merged = merge_parties(before, ["B", "C"], into="BC", name="B och C")

    assert [power.index for power in shapley_shubik(before)] == [Fraction(1, 3)] * 3
    assert [power.index for power in shapley_shubik(merged)] == [0, 1]


def test_voting_power_stands_beside_the_share_of_seats() -> None:
    first, second, third = shapley_shubik(council(("A", 50), ("B", 49), ("C", 1), year=2026))

    assert (first.index, first.share_of_seats) == (Fraction(2, 3), Fraction(1, 2))
    assert (second.index, third.index) == (Fraction(1, 6), Fraction(1, 6))
    assert third.share == 1 / 6


def test_voting_power_of_fifteen_parties_and_103_seats_sums_to_one() -> None:
    seats = (17, 13, 12, 11, 10, 9, 8, 7, 5, 4, 3, 1, 1, 1, 1)
    large = council(*((f"P{place}", count) for place, count in enumerate(seats)))

    assert (large.total, len(large.seats)) == (103, 15)
    assert sum(power.index for power in shapley_shubik(large)) == 1


def test_minimal_winning_coalitions_beyond_the_limit_are_counted_and_said_to_be_cut() -> None:
    found = minimal_winning_coalitions(council(*ALE_2026), limit=3)

    assert found.coalitions == (("S", "M"), ("S", "SD", "V"), ("S", "SD", "C"))
    assert (found.count, found.complete) == (27, False)
    assert found.summary == Phrase("mandates.minimal_winning.first", {"count": 27, "shown": 3})


def test_minimal_winning_coalitions_within_the_limit_are_complete() -> None:
    found = minimal_winning_coalitions(council(("A", 3), ("B", 2), ("C", 2), ("D", 0)))

    assert found.coalitions == (("A", "B"), ("A", "C"), ("B", "C"))
    assert found.summary == Phrase("mandates.minimal_winning.all", {"count": 3})


def test_comparison_sorts_by_the_later_council_and_leaves_unlisted_parties_unknown() -> None:
    old = council(("A", 4), ("B", 3), ("Gone", 2), year=2022)
    new = council(("B", 5), ("A", 3), ("New", 1), year=2026)

    changes = compare_councils(old, new)

    assert changes == (
        SeatChange("B", "Parti B", 3, 5),
        SeatChange("A", "Parti A", 4, 3),
        SeatChange("New", "Parti New", None, 1),
        SeatChange("Gone", "Parti Gone", 2, None),
    )
    assert [row.change for row in changes] == [2, -1, None, None]


def test_comparison_with_renamed_parties_adds_the_old_ones_together() -> None:
    old = council(("A", 4), ("B", 3), year=2022)
    new = council(("C", 5), year=2026)

    assert compare_councils(old, new, renamed={"A": "C", "B": "C"}) == (SeatChange("C", "Parti C", 7, 5),)


def test_comparison_of_two_units_is_refused() -> None:
    other = Council("0114", 2026, (Seats("A", "A", 3),))

    with pytest.raises(InvalidSeats, match="councils of 1440 and 0114 cannot be compared"):
        compare_councils(council(("A", 3)), other)
