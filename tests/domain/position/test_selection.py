"""What is said is sure enough, is said once, and does not hang on the order in which it was looked at."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.domain.position.panels import lasting_values, make_panel, passing_values

from avstamp.domain.position.findings.duplicates import group_duplicates
from avstamp.domain.position.findings.parameters import (
    CHALLENGE,
    FALSE_SHARE,
    LONGEST_LIST,
    MOST_AN_AREA,
    OUTERMOST,
    POSSIBILITY,
)
from avstamp.domain.position.findings.selection import judge, keep_sure, list_findings


def test_judge_finds_the_unit_that_is_always_last():
    values = lasting_values(12, 60, 12)
    values[4, 7] = -9.0 + np.arange(12) * 0.01
    judgement = judge(make_panel(values))

    assert 4 in judgement.listed[CHALLENGE][7]
    assert judgement.doubt[CHALLENGE, 4, 7] < 0.01
    assert 4 not in judgement.listed[POSSIBILITY][7]


def test_judge_lower_is_better_makes_it_a_possibility():
    values = lasting_values(12, 60, 12)
    values[4, 7] = -9.0 + np.arange(12) * 0.01
    judgement = judge(make_panel(values, direction=-1))

    assert 4 in judgement.listed[POSSIBILITY][7]


def test_judge_passing_noise_says_nothing():
    judgement = judge(make_panel(passing_values(40, 200, 12)))

    assert judgement.kept.sum() == 0
    assert all(not found for side in judgement.listed for found in side)


def test_judge_one_year_of_figures_says_nothing():
    values = lasting_values(12, 60, 6)
    values[:, :, :-1] = np.nan

    assert judge(make_panel(values)).kept.sum() == 0


def test_judge_lists_only_the_outermost():
    judgement = judge(make_panel(lasting_values(30, 100, 12)))
    shares = [
        judgement.standing.worse_than[row, unit]
        for unit, found in enumerate(judgement.listed[CHALLENGE])
        for row in found
    ]

    assert len(shares) > 50
    assert min(shares) >= OUTERMOST


def test_judge_same_figures_in_another_order_say_the_same():
    panel = make_panel(lasting_values(12, 60, 12))
    order = np.random.Generator(np.random.Philox(4)).permutation(12)
    turned = replace(
        panel, indicators=tuple(panel.indicators[row] for row in order), values=panel.values[order]
    )
    one, other = judge(panel), judge(turned)

    for side in (CHALLENGE, POSSIBILITY):
        for unit in range(60):
            assert [one.panel.indicators[row] for row in one.listed[side][unit]] == [
                other.panel.indicators[row] for row in other.listed[side][unit]
            ]


def test_judge_twice_gives_the_same_bytes():
    panel = make_panel(lasting_values(12, 60, 12))

    assert judge(panel).doubt.tobytes() == judge(panel).doubt.tobytes()


@given(arrays(np.float64, (2, 9, 3), elements=st.floats(0, 1)))
def test_keep_sure_expects_no_more_false_than_it_may(doubt):
    kept = keep_sure(doubt)

    for unit in range(3):
        said = doubt[:, :, unit][kept[:, :, unit]]
        silent = doubt[:, :, unit][~kept[:, :, unit]]
        if said.size:
            assert said.mean() <= FALSE_SHARE + 1e-12
        if said.size and silent.size:
            assert said.max() <= silent.min()
            assert np.append(said, silent.min()).mean() > FALSE_SHARE


def test_list_takes_one_of_a_group_and_three_of_an_area():
    wanted = np.ones((2, 6, 1), bool)
    strength = -np.arange(6.0, 0.0, -1.0)[:, None]
    duplicates = np.array([0, 0, 1, 2, 3, 4])
    listed = list_findings(wanted, strength, duplicates, areas=("a", "a", "a", "a", "a", "b"))

    assert listed[CHALLENGE][0] == (0, 2, 3, 5)
    assert len([row for row in listed[CHALLENGE][0] if row < 5]) == MOST_AN_AREA


def test_list_is_never_longer_than_twelve():
    wanted = np.ones((2, 30, 1), bool)
    listed = list_findings(wanted, np.zeros((30, 1)), np.arange(30), areas=("",) * 30)

    assert listed[CHALLENGE][0] == tuple(range(LONGEST_LIST))


def test_group_duplicates_of_what_hangs_together_is_one_group():
    column = np.linspace(-1.0, 1.0, 40)
    wave = np.sin(np.arange(40.0))
    scores = np.array([column, wave, column + 0.3 * wave, -column, column])
    scores[4, 10:] = np.nan

    # The last one shares too few units with the others for anything to be said.
    assert group_duplicates(scores).tolist() == [0, 1, 0, 0, 2]
