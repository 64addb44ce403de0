"""A municipality that keeps its cohorts has no schedule of its own; one that loses its young has, at their ages."""

from dataclasses import replace

import numpy as np
from tests.domain.outlook.population.records import LAST, make_record

from avstamp.domain.outlook.population.cohorts import follow_back, join, observe, observe_between
from avstamp.domain.outlook.population.schedules import fit_schedules

RECORD = make_record()
PEOPLE = RECORD.tables[LAST]
MANY = make_record((1.0,) * 12)


def losing_the_young(years_of_loss=0.95):
    """Those 19-24 of the first municipality are fewer now than what their younger selves were."""
    people = MANY.tables[LAST].copy()
    people[0, :, 19:25] *= years_of_loss
    return people


def test_still_municipalities_differ_in_nothing():
    seen = observe(PEOPLE, RECORD, LAST)

    assert np.nanmax(np.abs(seen.value)) < 1e-9
    assert np.abs(fit_schedules(seen).difference).max() < 1e-9


def test_each_observation_counts_the_ages_that_were_passed():
    seen = observe(PEOPLE, RECORD, LAST)

    np.testing.assert_allclose(seen.passes.sum(axis=1), seen.years)


def test_those_who_have_gone_are_missed_at_their_ages_and_nowhere_else():
    fitted = fit_schedules(observe(losing_the_young(), MANY, LAST))
    own = fitted.difference[0]

    assert own[19:25].mean() < -0.002
    assert abs(own[60:80].mean()) < 0.2 * abs(own[19:25].mean())
    assert np.abs(fitted.difference[1:, 19:25]).max() < 0.2 * abs(own[19:25].mean())
    assert (fitted.block_sd > 0).all()


def test_order_of_municipalities_and_of_observations_is_irrelevant():
    seen = observe(losing_the_young(), MANY, LAST)
    order = np.random.default_rng(3).permutation(12)
    turned = replace(seen, value=seen.value[order], size=seen.size[order])

    np.testing.assert_allclose(
        fit_schedules(turned).difference, fit_schedules(seen).difference[order], atol=1e-9
    )


def test_unknown_figures_leave_the_country_as_the_best_guess():
    seen = observe(losing_the_young(), MANY, LAST)
    value = seen.value.copy()
    value[0] = np.nan

    assert np.abs(fit_schedules(replace(seen, value=value)).difference[0]).max() == 0


def test_two_tables_that_follow_each_other_say_nothing_new():
    between = observe_between(PEOPLE, PEOPLE, RECORD, (LAST - 4, LAST))
    both = join(observe(PEOPLE, RECORD, LAST), between)

    assert np.nanmax(np.abs(between.value)) < 1e-9
    assert both.value.shape[1] == len(both.passes) == len(both.source) == len(both.years)


def test_followed_back_people_agree_with_what_was_registered():
    history = follow_back(PEOPLE, np.zeros((3, 101)), RECORD, year=LAST, first=LAST - 5)

    assert sorted(history) == list(range(LAST - 5, LAST + 1))
    np.testing.assert_allclose(
        history[LAST - 5].sum(axis=(1, 2)), RECORD.total[:, 0, RECORD.at(LAST - 5)], rtol=1e-6
    )
