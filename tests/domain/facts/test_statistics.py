"""Compiled rank, median and MAD agree with plain NumPy to the last bit that matters."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from avstamp.domain.facts.statistics import describe_slab, describe_slabs

SPANS = (slice(0, 6), slice(6, 9))
CELLS = st.one_of(
    st.just(np.nan),
    st.sampled_from([0.0, -0.0, 1.0, np.nextafter(1.0, 2.0), -1.0, 1e300, 5e-324]),
    st.floats(-1e12, 1e12),
)


@given(npst.arrays(np.float64, (4, 10), elements=CELLS))
def test_describe_slabs_equals_reference(values):
    before = values.copy()
    result = describe_slabs(values, spans=SPANS)

    for slab in range(len(values)):
        for kind, span in enumerate(SPANS):
            n, median, mad, below, above = describe_slab(values[slab, span])
            assert result.n[kind, slab] == n
            np.testing.assert_allclose(result.median[kind, slab], median, rtol=1e-15)
            np.testing.assert_allclose(result.mad[kind, slab], mad, rtol=1e-12, atol=1e-300)
            assert result.below[span, slab].tolist() == below.tolist()
            assert result.above[span, slab].tolist() == above.tolist()
    assert values.tobytes() == before.tobytes()


def test_describe_slabs_same_bytes_for_any_number_of_threads():
    values = np.random.Generator(np.random.Philox(7)).normal(size=(1000, 10)).round(1)
    one, four = (describe_slabs(values, spans=SPANS, threads=threads) for threads in (1, 4))

    for name in ("n", "median", "mad", "below", "above", "by_unit"):
        assert getattr(one, name).tobytes() == getattr(four, name).tobytes()


def test_describe_slabs_country_column_has_no_place():
    result = describe_slabs(np.array([[1.0, 2.0, 9.0]]), spans=(slice(0, 2),))

    assert result.below[:, 0].tolist() == [0, 1, -1]


def test_describe_slabs_too_many_units_refuses():
    with pytest.raises(ValueError, match="512 units of one kind, at most 511"):
        describe_slabs(np.zeros((1, 512)), spans=(slice(0, 512),))


def test_describe_slabs_golden_value():
    # The example of Rousseeuw & Croux (1993) style hand calculation: 1 2 3 4 100 has median 3 and MAD 1.
    result = describe_slabs(np.array([[100.0, 2.0, 3.0, 4.0, 1.0]]), spans=(slice(0, 5),))

    assert (result.median[0, 0], result.mad[0, 0]) == (3.0, 1.0)
