"""Drawn futures are the same however they are computed, equal their NumPy twin, and have the moments they should."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avstamp.domain.outlook.population.ages import AGES
from avstamp.domain.outlook.population.bundle import BUNDLE
from avstamp.domain.outlook.population.chance import NATION, TOWN, draw_cell
from avstamp.domain.outlook.population.engine import common_errors, draw_paths
from avstamp.domain.outlook.population.random_words import philox_words
from avstamp.domain.outlook.population.rates import EXACT_BELOW, SHOCKS, Common, Rates, Uncertainty
from avstamp.domain.outlook.population.reference import CountedDraws, draw_one_unit


def make_rates(units=3, years=4, *, people=40.0, leaving=0.05, arriving=2.0, dying=0.0, fertility=0.05):
    shape = (units, years, 2, AGES)
    age = np.arange(AGES)
    start = np.broadcast_to(
        np.rint(people * np.exp(-((np.maximum(age - 70, 0) / 12.0) ** 2))), (units, 2, AGES)
    )
    children = np.zeros((units, years, AGES), np.float32)
    children[:, :, 20:40] = fertility
    exposed = np.broadcast_to(start[:, None], shape).astype(np.float32)
    return Rates(
        start=start.astype(np.int32),
        stay=np.full(shape, 1 - leaving, np.float32),
        death=np.full(shape, dying, np.float32),
        inflow=np.full(shape, arriving, np.float32),
        exposed=exposed,
        fertility=children,
        exact=exposed * (1 - leaving) + arriving < EXACT_BELOW,
    )


def make_uncertainty(units=3, size=0.0):
    of_rate = np.full(SHOCKS, size, np.float32)
    common = Common(of_rate, of_rate, of_rate, np.full(SHOCKS, 0.8, np.float32))
    of_units = np.full((units, SHOCKS), size, np.float32)
    return Uncertainty(
        of_units,
        of_units,
        np.full(SHOCKS, 0.3, np.float32),
        common,
        common,
        np.arange(units, dtype=np.float32),
    )


def draw(rates, uncertainty, **chosen):
    given_ = {"units": np.arange(rates.units) + 114, "paths": 30, "seed": 7, **chosen}
    return draw_paths(rates, uncertainty, **given_)


def test_words_equal_the_published_vectors():
    # Random123's known answers for philox4x32 with 7 rounds: counter and key of zeros.
    words = philox_words(4, unit=0, paths=np.array([0]), year=0, seed=0)

    assert words[0].tolist() == [0x5F6FB709, 0x0D893F64, 0x4F121F81, 0x4F730A48]


def test_engine_gives_the_bytes_of_its_numpy_twin():
    rates, uncertainty = make_rates(dying=0.02, people=9), make_uncertainty(size=0.01)
    drawn = draw(rates, uncertainty)
    shared = {"years": rates.years, "paths": 30, "seed": 7}
    national = common_errors(uncertainty.nation, stands_for=NATION, **shared)
    town = common_errors(uncertainty.town, stands_for=TOWN, **shared)
    for unit in range(rates.units):
        one = slice(unit, unit + 1)
        draws = CountedDraws(114 + unit, 30, 7)

        twin = draw_one_unit(
            rates.of(one), uncertainty.of(one), paths=30, draws=draws, national=national, town=town
        )

        np.testing.assert_array_equal(drawn[unit], twin)


def test_threads_do_not_change_a_byte():
    rates, uncertainty = make_rates(dying=0.02), make_uncertainty(size=0.01)

    one, two = (draw(rates, uncertainty, threads=threads, paths=2 * BUNDLE + 7) for threads in (1, 2))

    np.testing.assert_array_equal(one, two)


@settings(max_examples=15, deadline=None)
@given(cut=st.integers(1, 59), order=st.permutations([0, 1, 2]))
def test_any_division_and_order_give_the_same_bytes(cut, order):
    rates, uncertainty = make_rates(), make_uncertainty(size=0.01)
    whole = draw(rates, uncertainty, paths=60)
    units = np.array(order)

    first = draw(rates.of(order), uncertainty.of(order), units=units + 114, paths=cut)
    rest = draw(rates.of(order), uncertainty.of(order), units=units + 114, paths=60 - cut, first_path=cut)

    np.testing.assert_array_equal(np.concatenate([first, rest], axis=1), whole[units])


def test_closed_population_without_births_and_deaths_keeps_everyone():
    rates = make_rates(leaving=0.0, arriving=0.0, fertility=0.0)

    totals = draw(rates, make_uncertainty()).sum(axis=3)

    assert (totals == rates.start.sum(axis=(1, 2))[:, None, None]).all()


def test_closed_population_loses_only_the_dead_and_gains_only_the_born():
    dying = draw(make_rates(leaving=0.0, arriving=0.0, fertility=0.0, dying=0.1), make_uncertainty())
    born = draw(make_rates(leaving=0.0, arriving=0.0), make_uncertainty())

    assert (np.diff(dying.sum(axis=3), axis=2) < 0).all()
    assert (born[:, :, 1:, 0] == np.diff(born.sum(axis=3), axis=2)).all()


def test_mean_and_spread_are_those_of_binomial_and_poisson():
    rates = make_rates(1, 1, people=200, leaving=0.1, arriving=9.0, fertility=0.0)
    drawn = draw(rates, make_uncertainty(1), paths=20_000)[0, :, 1].sum(axis=1)
    people = rates.start[0].sum()
    left = people * 0.9 + 2 * 101 * 9.0 - 2 * 9.0 * 0

    assert drawn.mean() == pytest.approx(left, rel=0.001)
    assert drawn.std() == pytest.approx(np.sqrt(people * 0.1 * 0.9 + 2 * 101 * 9.0), rel=0.03)


def test_small_cells_are_binomial_plus_poisson():
    words = philox_words(40_000, unit=1, paths=np.array([3]), year=5, seed=2)[0]
    drawn = np.array([draw_cell(3, 0.7, 0.4, word, np.uint32(0)) for word in words])
    binomial = [0.027, 0.189, 0.441, 0.343]
    poisson = [np.exp(-0.4), 0.4 * np.exp(-0.4), 0.08 * np.exp(-0.4)]
    none = binomial[0] * poisson[0]
    one = binomial[0] * poisson[1] + binomial[1] * poisson[0]

    assert np.mean(drawn == 0) == pytest.approx(none, abs=0.003)
    assert np.mean(drawn == 1) == pytest.approx(one, abs=0.006)
    assert drawn.mean() == pytest.approx(2.1 + 0.4, abs=0.02)


def test_nobody_is_left_of_a_cell_that_nobody_survives():
    assert draw_cell(5, 0.0, 0.0, np.uint32(12345), np.uint32(0)) == 0


def test_arguments_are_not_changed():
    rates, uncertainty = make_rates(), make_uncertainty(size=0.01)
    before = rates.start.copy()
    draw(rates, uncertainty)

    assert (rates.start == before).all()
