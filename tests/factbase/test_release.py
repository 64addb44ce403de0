"""What has been read can be given back, and reads the same afterwards."""

import numpy as np

from avstamp import places
from avstamp.factbase import FactBase


def test_a_released_cube_reads_as_before():
    fact_base = FactBase(places.starter_fact_base(), places.cache())
    before = np.array(fact_base.cube.by_unit)

    fact_base.release()

    assert np.array_equal(np.array(fact_base.cube.by_unit), before, equal_nan=True)


def test_release_opens_no_cube():
    fact_base = FactBase(places.starter_fact_base(), places.cache())

    fact_base.release()

    assert "cube" not in fact_base.__dict__
