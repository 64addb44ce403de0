"""The three scenarios come from history, and the inputs that matter most come first."""

from __future__ import annotations

import numpy as np
import pytest
from tests.domain.outlook.economy.examples import HAND

from avstamp.domain.outlook.economy import Guidelines, estimate_drivers
from avstamp.domain.outlook.economy.scenarios import ready_scenarios
from avstamp.domain.outlook.economy.tornado import rank_inputs

DRAW = np.random.Generator(np.random.Philox(2))
HISTORY = np.column_stack(
    [
        0.035 + 0.01 * DRAW.normal(size=20),
        0.03 + 0.005 * DRAW.normal(size=20),
        0.04 + 0.01 * DRAW.normal(size=20),
        np.linspace(0.05, 0.01, 20),
    ]
)
DRIVERS = estimate_drivers(HISTORY, 2003)
ONES = [1.0] * 10


def test_as_today_is_the_mean_of_all_years_and_the_newest_interest():
    today, _, _ = ready_scenarios(DRIVERS)

    assert today.tax_base == pytest.approx(HISTORY[:, 0].mean())
    assert today.interest == pytest.approx(0.01)
    assert DRIVERS.years == (2003, 2022)


def test_tighter_is_the_worst_five_years_in_a_row_and_better_the_best():
    today, tighter, better = ready_scenarios(DRIVERS)
    margin = HISTORY[:, 0] - 0.7 * HISTORY[:, 1] - 0.3 * HISTORY[:, 2]
    five = [margin[at : at + 5].mean() for at in range(16)]

    assert tighter.tax_base - today.tax_base == pytest.approx(min(five) - margin.mean())
    assert better.tax_base - today.tax_base == pytest.approx(max(five) - margin.mean())
    assert tighter.interest == pytest.approx(0.03)
    assert set(tighter.derived) == set(today.derived)


def test_inputs_are_ranked_by_how_far_they_move_the_result():
    today = ready_scenarios(DRIVERS)[0]
    swings = rank_inputs(HAND, today, DRIVERS, ONES, ONES, guidelines=Guidelines(), steps=(0.001, 0.002))

    assert len(swings) == 5
    assert [swing.width for swing in swings] == sorted((swing.width for swing in swings), reverse=True)
    by_key = {swing.key: swing for swing in swings}
    assert by_key["tax_base"].high > by_key["tax_base"].low
    assert by_key["prices"].high < by_key["prices"].low


def test_too_short_a_history_is_refused():
    with pytest.raises(ValueError, match="eight years"):
        estimate_drivers(HISTORY[:7], 2003)
