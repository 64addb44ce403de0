"""The five-year trend is SciPy's Theil-Sen over the same window."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from avstamp.domain.facts.trend import follow_series

YEARS = np.arange(2015, 2023, dtype=np.int16)


@given(st.lists(st.one_of(st.just(np.nan), st.floats(-1e6, 1e6)), min_size=8, max_size=8))
def test_follow_series_equals_scipy(values):
    row = np.array([values])
    latest, slope = follow_series(row, np.array([0, 8]), slab_year=YEARS)

    known = np.flatnonzero(~np.isnan(row[0]))
    if not known.size:
        assert latest.tolist() == [[-1]]
        assert np.isnan(slope[0, 0])
        return
    window = known[YEARS[known] > YEARS[known[-1]] - 5]
    assert latest.tolist() == [[known[-1]]]
    if window.size < 3:
        assert np.isnan(slope[0, 0])
    else:
        np.testing.assert_allclose(
            slope[0, 0], theilslopes(row[0, window], YEARS[window])[0], rtol=1e-9, atol=1e-6
        )


def test_follow_series_skipped_year_counts_as_years_between():
    _, slope = follow_series(
        np.array([[1.0, 3.0, 9.0]]), np.array([0, 3]), slab_year=np.array([2018, 2020, 2022], np.int16)
    )

    assert slope.tolist() == [[2.0]]
