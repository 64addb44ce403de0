"""The fact base that comes with the program is what the source says, cell for cell, and small enough to come along."""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from avstamp import places
from avstamp.domain.facts.cube import KINDS
from avstamp.domain.values import Gender
from avstamp.factbase.record import find_damage, read_manifest
from avstamp.library.facts import open_fact_base

DRAWN = 50


@pytest.fixture(scope="module")
def fact_base():
    return open_fact_base(places.starter_fact_base())


def test_starter_is_whole():
    manifest = read_manifest(places.starter_fact_base())

    assert find_damage(places.starter_fact_base()) == ()
    assert (manifest.counts["indicators"], manifest.counts["values"]) == (1913, 7_005_512)
    assert manifest.newest_year == 2022


def test_starter_is_at_most_18_megabytes():
    size = sum(path.stat().st_size for path in places.starter_fact_base().iterdir())

    assert size <= 18_000_000
    assert (places.starter_fact_base() / "values.parquet").stat().st_size <= 2.5 * 7_005_512


def test_mölndal_2022_golden_values(fact_base):
    # Kolada, read off the source's own rows for 1481, 2022.
    expected = {"N01951": 70109.0, "N00901": 20.51, "N03102": 9.902792, "N15428": 89.09090909}
    cube = fact_base.cube
    column = cube.axes.unit_column["1481"]
    for indicator, value in expected.items():
        slabs = cube.axes.slabs_of(indicator, Gender.ALL)
        slab = slabs.start + cube.axes.slab_year[slabs].tolist().index(2022)
        assert cube.values[slab, column] == value


@pytest.mark.needs("data")
def test_every_cell_equals_the_source(fact_base, data_folder):
    source = pq.read_table(data_folder / "kolada" / "values_1994_2022.parquet")
    axes = fact_base.cube.axes
    word = {name: source[name].cast("string").combine_chunks() for name in ("kpi", "geo", "gender")}

    def codes(name, vocabulary):
        encoded = word[name].dictionary_encode()
        to_code = np.array([vocabulary[entry] for entry in encoded.dictionary.to_pylist()])
        return to_code[encoded.indices.to_numpy()]

    indicator = codes("kpi", axes.indicator_code)
    column = codes("geo", axes.unit_column)
    gender = codes("gender", {"T": 0, "K": 1, "M": 2})
    key = (indicator.astype(np.int64) << 15) | (gender << 13) | source["year"].to_numpy()
    slab_key = (
        (axes.slab_indicator.astype(np.int64) << 15)
        | (axes.slab_gender.astype(np.int64) << 13)
        | axes.slab_year
    )
    slab = np.searchsorted(slab_key, key)

    assert (slab_key[slab] == key).all()
    assert (fact_base.cube.values[slab, column] == source["value"].to_numpy()).all()
    others = fact_base.figure_sources["emissions"]
    assert int((~np.isnan(fact_base.cube.values)).sum()) == source.num_rows + others


@pytest.mark.needs("data")
def test_door_gives_the_sources_own_cells(fact_base, data_folder):
    source = pq.read_table(data_folder / "kolada" / "values_1994_2022.parquet")
    draw = np.random.Generator(np.random.Philox(20261124)).choice(source.num_rows, DRAWN, replace=False)
    named = pc.and_(
        pc.and_(pc.equal(source["geo"].cast("string"), "1481"), pc.equal(source["year"], 2022)),
        pc.is_in(source["kpi"].cast("string"), value_set=pa.array(["N01951", "N00901", "N03102", "N15428"])),
    )
    rows = source.take(draw).to_pylist() + source.filter(named).to_pylist()

    assert len(rows) > DRAWN
    door = fact_base.door()
    for row in rows:
        found = door.execute(
            "SELECT value FROM values WHERE indicator = ? AND unit = ? AND gender = ? AND year = ?",
            [row["kpi"], row["geo"], row["gender"], row["year"]],
        ).fetchall()
        assert found == [(row["value"],)]


def test_percentile_median_and_mad_equal_duckdbs(fact_base):
    cube, axes = fact_base.cube, fact_base.cube.axes
    described = (
        fact_base.door()
        .execute(
            """
        WITH figures AS (
            SELECT v.indicator, v.gender, v.year, v.unit, u.kind, v.value
            FROM values AS v JOIN units AS u ON v.unit = u.id WHERE u.kind <> 'country'
        )
        SELECT indicator, gender, year, kind, count(*) AS n, median(value) AS median, mad(value) AS mad
        FROM figures GROUP BY ALL
        """
        )
        .fetchnumpy()
    )
    slab = _slabs(axes, described)
    kind = np.array([[k.value for k in KINDS].index(name) for name in described["kind"]])

    assert len(set(described["indicator"])) == 1913
    assert (cube.n[kind, slab] == described["n"]).all()
    np.testing.assert_allclose(cube.median[kind, slab], described["median"], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(cube.mad[kind, slab], described["mad"], rtol=1e-9, atol=1e-9)


def test_percentile_of_three_units_equals_duckdbs_everywhere(fact_base):
    cube, axes = fact_base.cube, fact_base.cube.axes
    ranked = (
        fact_base.door()
        .execute(
            """
        WITH figures AS (
            SELECT v.indicator, v.gender, v.year, v.unit, u.kind, v.value
            FROM values AS v JOIN units AS u ON v.unit = u.id WHERE u.kind <> 'country'
        ), ranked AS (
            SELECT *, percent_rank() OVER (PARTITION BY indicator, gender, year, kind ORDER BY value) AS percentile
            FROM figures
        )
        SELECT * FROM ranked WHERE unit IN ('1481', '2418', '0014')
        """
        )
        .fetchnumpy()
    )
    slab = _slabs(axes, ranked)
    column = np.array([axes.unit_column[unit] for unit in ranked["unit"]])
    n = cube.n[(column >= axes.municipalities).astype(int), slab]

    ours = np.where(n > 1, cube.below[column, slab] / np.maximum(n - 1, 1), 0.0)
    assert len(ours) > 50_000
    np.testing.assert_allclose(ours, ranked["percentile"], rtol=1e-12)


def _slabs(axes, rows):
    slab_key = (
        (axes.slab_indicator.astype(np.int64) << 15)
        | (axes.slab_gender.astype(np.int64) << 13)
        | axes.slab_year
    )
    indicator = np.array([axes.indicator_code[id] for id in rows["indicator"]], np.int64)
    gender = np.array(["TKM".index(letter) for letter in rows["gender"]], np.int64)
    return np.searchsorted(slab_key, (indicator << 15) | (gender << 13) | np.asarray(rows["year"], np.int64))


def test_no_share_of_the_inhabitants_on_our_pages_is_more_than_all_of_them(fact_base):
    # N09809 calls itself a share and counts per thousand (median 200 "per cent"): it stands in no lens.
    titles = {id: fact_base.indicators[id].title for id in fact_base.catalogue}
    shares = [
        id
        for id, title in titles.items()
        if "andel (%)" in title and re.search("invånare|befolkning", title, re.IGNORECASE)
    ]
    cube = fact_base.cube

    beyond = [id for id in shares if np.nanmax(cube.values[cube.axes.slabs_of(id, Gender.ALL)]) > 100]
    assert shares
    assert beyond == []
