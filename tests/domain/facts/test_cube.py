"""Figures land in the right cells, whatever order they come in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.facts.cubes import UNITS, make_cube

from avstamp.domain.facts.cube import arrange_slabs
from avstamp.domain.values import Gender, UnitKind

FIGURES = st.lists(
    st.tuples(
        st.sampled_from(["N1", "N2", "N3"]),
        st.sampled_from("TKM"),
        st.integers(2018, 2022),
        st.sampled_from(UNITS),
        st.floats(-1e9, 1e9).map(lambda x: x + 0.0),
    ),
    min_size=1,
    max_size=40,
    unique_by=lambda figure: figure[:4],
)


@given(FIGURES, st.randoms(use_true_random=False))
def test_cube_holds_every_figure_in_any_order(figures, shuffler):
    cube = make_cube(*figures)
    shuffled = list(figures)
    shuffler.shuffle(shuffled)
    again = make_cube(*shuffled)

    assert int((~np.isnan(cube.values)).sum()) == len(figures)
    for indicator, gender, year, unit, value in figures:
        slabs = cube.axes.slabs_of(indicator, Gender(gender))
        slab = slabs.start + cube.axes.slab_year[slabs].tolist().index(year)
        assert cube.values[slab, cube.axes.unit_column[unit]] == value
    for name in ("values", "by_unit", "n", "median", "mad", "below", "above", "latest", "slope"):
        assert getattr(cube, name).tobytes() == getattr(again, name).tobytes()


def test_arrange_slabs_same_cell_twice_refuses():
    one = np.array([0, 0])
    with pytest.raises(ValueError, match="1 figures share a cell"):
        arrange_slabs(
            one,
            one,
            np.array([2022, 2022]),
            column=one,
            value=np.array([1.0, 2.0]),
            status=np.ones(2, np.uint8),
            indicators=["N1"],
            units=["0114"],
            municipalities=1,
            regions=0,
        )


def test_slabs_of_unknown_series_is_empty():
    cube = make_cube(("N1", "T", 2022, "0114", 1.0))

    assert cube.axes.slabs_of("N9", Gender.ALL) == slice(0, 0)
    assert cube.axes.slabs_of("N1", Gender.MEN) == slice(0, 0)


def test_missing_is_never_zero():
    cube = make_cube(("N1", "T", 2022, "0114", 0.0))

    assert cube.values[0].tolist()[0] == 0.0
    assert np.isnan(cube.values[0, 1:]).all()
    assert cube.status[0].tolist() == [1, 0, 0, 0, 0, 0, 0]


def test_span_of_covers_each_column_once():
    axes = make_cube(("N1", "T", 2022, "0114", 1.0)).axes
    columns = [column for kind in UnitKind for column in range(len(axes.units))[axes.span_of(kind)]]

    assert columns == list(range(len(UNITS)))
