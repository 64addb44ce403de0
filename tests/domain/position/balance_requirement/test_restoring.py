"""What must be restored, by when, and how it is printed: KL 11:12-13, worked by hand."""

from __future__ import annotations

import pytest

from avstamp.domain.position.balance_requirement import Accounts, EarlierDeficit, form_rows, inquire, restore
from avstamp.domain.values import Phrase

TAX = 1_000_000_000


def test_the_printed_form_adds_up():
    """52 400 000 − 9 000 000 + 1 500 000 + 400 000 − 700 000 + 200 000 = 44 800 000; − 20 000 000 + 0 + 0."""
    accounts = Accounts(
        2025,
        52_400_000,
        TAX,
        gains=9_000_000,
        excepted_gains=1_500_000,
        excepted_losses=400_000,
        unrealised=-700_000,
        reversed_unrealised=200_000,
        reserved=20_000_000,
        earlier=(EarlierDeficit(2023, 30_000_000),),
    )

    rows = form_rows(accounts)

    assert [(row.key, row.amount) for row in rows] == [
        ("result", 52_400_000),
        ("gains", -9_000_000),
        ("excepted_gains", 1_500_000),
        ("excepted_losses", 400_000),
        ("unrealised", -700_000),
        ("reversed_unrealised", 200_000),
        ("adjusted", 44_800_000),
        ("reserved", -20_000_000),
        ("used", 0),
        ("used_old", 0),
        ("balance_result", 24_800_000),
        ("earlier", -30_000_000),
        ("to_restore", -5_200_000),
    ]
    assert [row.key for row in rows if row.is_sum] == ["adjusted", "balance_result", "to_restore"]


def test_a_deficit_is_restored_at_the_latest_in_the_third_following_budget():
    (own,) = restore(Accounts(2025, -12_000_000, TAX))

    assert (own.year, own.left, own.by, own.overdue) == (2025, 12_000_000, 2028, False)


def test_both_reserves_lessen_a_deficit_each_on_its_row():
    accounts = Accounts(
        2025, -12_000_000, TAX, used=5_000_000, used_old=3_000_000, reserve=5_000_000, old_reserve=9_000_000
    )

    assert accounts.balance_result == -4_000_000
    assert inquire(accounts).left == 4_000_000
    assert inquire(accounts).doubts == ()


def test_the_oldest_deficit_is_restored_first():
    earlier = (EarlierDeficit(2024, 6_000_000), EarlierDeficit(2022, 4_000_000))
    oldest, newest = restore(Accounts(2025, 7_000_000, TAX, earlier=earlier))

    assert (oldest.year, oldest.restored, oldest.left, oldest.overdue) == (2022, 4_000_000, 0, False)
    assert (newest.year, newest.restored, newest.left, newest.by) == (2024, 3_000_000, 3_000_000, 2027)


@pytest.mark.parametrize(("year", "overdue"), [(2024, False), (2025, True), (2026, True)])
def test_a_deficit_left_in_its_third_year_is_overdue(year: int, overdue: bool):
    (found,) = restore(Accounts(year, 0, TAX, earlier=(EarlierDeficit(2022, 1),)))

    assert (found.by, found.left, found.overdue) == (2025, 1, overdue)


def test_exceptional_grounds_leave_nothing_to_restore_and_keep_the_text():
    earlier = (EarlierDeficit(2024, 6_000_000, "Starkt eget kapital"),)
    inquiry = inquire(Accounts(2025, -2_000_000, TAX, earlier=earlier, reason="Engångskostnad"))

    assert [one.left for one in inquiry.restoring] == [0, 0]
    assert [one.reason for one in inquiry.restoring] == ["Starkt eget kapital", "Engångskostnad"]
    assert inquiry.rows[-1].amount == 0
    assert inquiry.conclusion == Phrase("balance.met")


def test_without_grounds_the_sum_to_restore_is_what_is_left():
    earlier = (EarlierDeficit(2023, 3_000_000), EarlierDeficit(2024, 5_000_000))
    for result in (-2_000_000, 0, 4_000_000, 8_000_000):
        inquiry = inquire(Accounts(2025, result, TAX, earlier=earlier))
        assert inquiry.left == -inquiry.rows[-1].amount


def test_surplus_beyond_earlier_deficits_leaves_nothing():
    inquiry = inquire(Accounts(2025, 9_000_000, TAX, earlier=(EarlierDeficit(2023, 3_000_000),)))

    assert inquiry.left == 0
    assert inquiry.rows[-1].amount == 6_000_000


def test_what_breaks_the_limits_is_said():
    def doubts(**changes: int) -> list[str]:
        return [doubt.key for doubt in inquire(Accounts(2025, 34_000_000, TAX, **changes)).doubts]

    assert doubts(reserved=24_000_000) == []
    assert doubts(reserved=24_000_001) == ["balance.reserved_too_much"]
    assert doubts(reserved=20_000_000, old_reserve=35_000_000) == ["balance.reserved_old"]
    assert doubts(used=1) == ["balance.used_too_much"]
    assert doubts(used_old=2, old_reserve=1) == ["balance.used_old_too_much"]
    assert doubts(gains=1, excepted_gains=2) == ["balance.excepted_too_much"]
    assert doubts(reserved=1, used=1, reserve=1) == ["balance.both"]


def test_conclusion_names_the_year_and_the_budget():
    inquiry = inquire(Accounts(2025, -2, TAX))
    late = inquire(Accounts(2026, 0, TAX, earlier=(EarlierDeficit(2022, 5),)))

    assert inquiry.conclusion == Phrase("balance.not_met", {"left": 2, "by": "2028", "year": "2025"})
    assert late.conclusion == Phrase("balance.overdue", {"left": 5, "by": "2025", "year": "2022"})


def test_amounts_are_whole_kronor_with_the_right_sign():
    with pytest.raises(TypeError, match="whole kronor"):
        Accounts(2025, 1.5, TAX)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="gains is written without a sign"):
        Accounts(2025, 0, TAX, gains=-1)
    with pytest.raises(ValueError, match="must not be negative"):
        Accounts(2025, 0, 5, -6)
    with pytest.raises(ValueError, match="earlier years"):
        Accounts(2025, 0, TAX, earlier=(EarlierDeficit(2025, 1),))
    with pytest.raises(ValueError, match="above 0"):
        EarlierDeficit(2024, 0)
