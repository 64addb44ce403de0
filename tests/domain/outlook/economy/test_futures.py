"""The futures of the books: compiled and plain agree, threads and order change nothing, chance has the right size."""

from __future__ import annotations

import numpy as np
import pytest
from tests.domain.outlook.economy.examples import HAND, course, model

from avstamp.domain.outlook.economy import (
    Drivers,
    Guidelines,
    OwnFutures,
    count_breaks,
    draw_shocks,
    required_efficiency,
    required_tax_rate,
    run_futures,
)
from avstamp.domain.outlook.economy.futures import carry_paths, pack_books, pack_course
from avstamp.domain.outlook.economy.quantiles import path_quantiles
from avstamp.domain.outlook.economy.reference import carry_forward_reference

DRIVERS = Drivers(
    mean=np.array([0.03, 0.03, 0.03, 0.02]),
    spread=np.array([0.015, 0.008, 0.01, 0.005]),
    correlation=np.array([[1, 0.3, 0, 0], [0.3, 1, 0.2, 0], [0, 0.2, 1, 0.4], [0, 0, 0.4, 1.0]]),
    years=(2002, 2022),
    history=np.zeros((21, 4)),
)
PATHS = 2_000
YEARS = 6
SHOCKS = draw_shocks(DRIVERS, model(), YEARS, PATHS, seed=7)
GUIDELINES = Guidelines(reserve_share=0.5, use_share=0.8, restore_share=1.0)
OWN = OwnFutures.certain(1.005 ** np.arange(1, 7), 1.008 ** np.arange(1, 7), spread=1.3)


def test_compiled_and_plain_agree():
    books, line = pack_books(HAND, GUIDELINES, OWN.spread), pack_course(course(YEARS))
    chance = tuple(np.asarray(x, float) for x in (SHOCKS.income, SHOCKS.cost, SHOCKS.interest, SHOCKS.own))

    ours = carry_paths(books, line, SHOCKS, OWN)
    plain = carry_forward_reference(books, line, chance, OWN.population[:, :1], OWN.need[:, :1])

    for one, other in zip(ours[:3], plain[:3], strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-4)
    assert ours[3].tolist() == plain[3].tolist()
    assert ours[4].tolist() == plain[4].tolist()
    assert 0 < ours[3].sum() < YEARS * PATHS


def test_number_of_threads_changes_no_byte():
    books, line = pack_books(HAND, GUIDELINES, OWN.spread), pack_course(course(YEARS))

    answers = [carry_paths(books, line, SHOCKS, OWN, workers=workers) for workers in (1, 2, 3)]

    assert len({b"".join(part.tobytes() for part in answer) for answer in answers}) == 1


def test_more_paths_keep_the_first_ones():
    more = draw_shocks(DRIVERS, model(), YEARS, 2 * PATHS, seed=7)

    assert more.income[:, :PATHS].tobytes() == SHOCKS.income.tobytes()
    assert more.own[:, :PATHS].tobytes() == SHOCKS.own.tobytes()


def test_chance_has_the_size_and_the_correlation_it_was_given():
    shocks = draw_shocks(DRIVERS, model(), 1, 40_000, seed=3)

    assert shocks.income[0].std() == pytest.approx(0.015, rel=0.03)
    assert shocks.income[0].mean() == pytest.approx(1, abs=3e-4)
    assert shocks.interest[0].std() == pytest.approx(0.005, rel=0.03)
    # Cost weighs wages by 0.7 and prices by 0.3, which go together by 0.2.
    variance = (0.7 * 0.008) ** 2 + (0.3 * 0.01) ** 2 + 2 * 0.2 * 0.7 * 0.3 * 0.008 * 0.01
    assert shocks.cost[0].std() == pytest.approx(variance**0.5, rel=0.03)


def test_paths_that_do_not_divide_are_refused():
    with pytest.raises(ValueError, match="blocks of 500"):
        draw_shocks(DRIVERS, model(), YEARS, 1_234, seed=7)
    with pytest.raises(ValueError, match="same years"):
        run_futures(HAND, course(3), SHOCKS, OWN, guidelines=GUIDELINES)


def test_required_efficiency_is_enough_and_hardly_more():
    args = (SHOCKS, OWN)
    needed = required_efficiency(HAND, course(YEARS), *args, guidelines=GUIDELINES, risk=0.2)

    def worst(efficiency: float) -> float:
        line = course(YEARS, efficiency=efficiency)
        return float(count_breaks(HAND, line, *args, guidelines=GUIDELINES)[2:].max())

    assert 0 < needed < 0.05
    assert worst(needed) <= 0.2
    assert worst(needed - 0.0005) > 0.2


def test_required_tax_rate_is_enough_and_hardly_more():
    args = (SHOCKS, OWN)
    needed = required_tax_rate(HAND, course(YEARS), *args, guidelines=GUIDELINES, risk=0.2)

    def worst(rate: float) -> float:
        line = course(YEARS, tax_rate=rate)
        return float(count_breaks(HAND, line, *args, guidelines=GUIDELINES)[2:].max())

    assert worst(needed) <= 0.2
    assert worst(needed - 0.01) > 0.2


def test_nothing_is_required_of_the_rich_and_too_much_of_the_ruined():
    args = (SHOCKS, OWN)

    rich = required_efficiency(HAND, course(YEARS, tax_base=0.08), *args, guidelines=GUIDELINES, risk=0.2)
    ruined = required_efficiency(HAND, course(YEARS, tax_base=-0.3), *args, guidelines=GUIDELINES, risk=0.2)

    assert rich == 0
    assert np.isnan(ruined)


def test_quantiles_are_those_of_numpy():
    draw = np.random.Generator(np.random.Philox(1)).normal(size=(3, 501))
    shares = (0.0, 0.05, 0.5, 0.987, 1.0)

    np.testing.assert_allclose(path_quantiles(draw, shares), np.quantile(draw, shares, axis=1).T, rtol=1e-12)
