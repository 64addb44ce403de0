"""What is stored small comes back to the last bit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from avstamp.factbase.decimals import decode_decimals, encode_decimals

PRINTED = st.integers(-(10**9), 10**9).flatmap(
    lambda whole: st.integers(0, 9).map(lambda digits: whole / 10**digits)
)


@given(
    st.lists(
        st.tuples(st.one_of(PRINTED, st.floats(allow_nan=False, allow_infinity=False)), st.integers(0, 3))
    )
)
def test_decimals_round_trip_to_the_bit(rows):
    values = np.array([value for value, _ in rows], np.float64)
    slabs = np.array([slab for _, slab in rows], np.int64)

    back = decode_decimals(encode_decimals(values, slabs))

    assert (back == values).all()


def test_decimals_a_slab_has_one_number_of_them():
    columns = encode_decimals(np.array([1.25, 3.0, 7.5]), np.array([0, 0, 1]))

    assert columns.decimals.tolist() == [2, 2, 1]
    assert columns.scaled.tolist() == [125, 300, 75]
    assert np.isnan(columns.exact).all()


def test_decimals_what_no_decimal_form_gives_back_keeps_its_float():
    columns = encode_decimals(np.array([0.1 + 0.2, 1e200]), np.array([0, 1]))

    assert columns.exact.tolist() == [0.30000000000000004, 1e200]
