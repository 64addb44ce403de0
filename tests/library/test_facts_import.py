"""An import stores all of a folder or nothing of it, and says everything that is wrong."""

import csv
import json
import shutil
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from avstamp.domain.errors import FactBaseUnusable, ImportRefused
from avstamp.domain.values import Gender, Status
from avstamp.factbase import FactBase
from avstamp.factbase.record import find_damage
from avstamp.library.facts_import import import_facts, printed_decimals
from avstamp.phrases import explain, say

FETCHED = date(2026, 11, 24)
KEPT = ("N01951", "N00901", "N15428", "N02907", "N02832")

pytestmark = [pytest.mark.needs("data"), pytest.mark.xdist_group("import")]


@pytest.fixture(scope="module")
def small(data_folder, tmp_path_factory):
    """A data folder of real files with the figures of five indicators."""
    folder = tmp_path_factory.mktemp("small") / "data"
    for name in ("elections", "map", "demography", "scb"):
        shutil.copytree(data_folder / name, folder / name, copy_function=shutil.copyfile)
    (folder / "kolada").mkdir()
    for name in (
        "kpi_metadata_v3.json",
        "kpi_coverage.csv",
        "municipality_groups_v3.json",
        "municipalities_v3.json",
    ):
        shutil.copyfile(data_folder / "kolada" / name, folder / "kolada" / name)
    source = pq.read_table(data_folder / "kolada" / "values_1994_2022.parquet")
    kept = source.filter(pc.is_in(source["kpi"].cast("string"), value_set=pa.array(KEPT)))
    pq.write_table(kept, folder / "kolada" / "values_1994_2022.parquet")
    return folder


@pytest.fixture
def data(small, tmp_path):
    """A copy of the small folder that a test may break."""
    return shutil.copytree(small, tmp_path / "data")


def test_import_same_figures_same_bytes_in_any_order_of_rows(small, tmp_path):
    shuffled = shutil.copytree(small, tmp_path / "shuffled")
    path = shuffled / "kolada" / "values_1994_2022.parquet"
    table = pq.read_table(path)
    order = np.random.Generator(np.random.Philox(1)).permutation(table.num_rows)
    pq.write_table(table.take(order), path)

    first = import_facts(small, tmp_path / "a", fetched=FETCHED)
    second = import_facts(shuffled, tmp_path / "b", fetched=FETCHED)

    assert first.tables["values"] == second.tables["values"]
    assert find_damage(tmp_path / "a") == ()


def test_import_gives_status_origin_and_units_of_measure(small, tmp_path):
    import_facts(small, tmp_path / "base", fetched=FETCHED)
    base = FactBase(tmp_path / "base", tmp_path / "cache")

    assert {id: (i.unit, i.forecast, i.decimals) for id, i in base.indicators.items()} == {
        "N00901": ("%", False, 2),
        "N01951": ("antal", False, 0),
        "N02832": ("antal", False, 0),
        "N02907": ("antal", True, 0),
        "N15428": ("%", False, 1),
    }
    statuses = (
        base.door().execute("SELECT DISTINCT indicator, status, origin FROM values ORDER BY 1").fetchall()
    )
    assert statuses == [
        (id, Status.FORECAST if id == "N02907" else Status.NOT_STATED, "kolada") for id in sorted(KEPT)
    ]
    assert base.origins["kolada"].fetched == FETCHED
    assert len(base.origins["kolada"].sha256) == 64
    assert base.newest_year == 2022


def break_values(folder, **changed):
    """Add a row to the figures."""
    row = {"kpi": "N01951", "geo": "1481", "gender": "T", "year": "2023", "value": "1", **changed}
    with (folder / "kolada" / "values_extra.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, row)
        writer.writeheader()
        writer.writerow(row)


def test_import_refused_lists_failures_of_all_sources_and_leaves_the_old_base(small, data, tmp_path):
    target = tmp_path / "base"
    before = import_facts(small, target, fetched=FETCHED)
    break_values(data, value="väldigt många")
    seats = next((data / "elections").glob("mandat_*.csv"))
    seats.write_text(seats.read_text(encoding="utf-8").replace("KF,1481,S,", "KF,9999,S,"), encoding="utf-8")
    outlines = next((data / "map").glob("*regions.geojson"))
    shapes = json.loads(outlines.read_text(encoding="utf-8"))
    shapes["features"].pop()
    outlines.write_text(json.dumps(shapes), encoding="utf-8")

    with pytest.raises(ImportRefused) as caught:
        import_facts(data, target, fetched=FETCHED)

    listed = "\n".join(say(failure, "en") for failure in caught.value.failures)
    assert "values_extra.csv row 1: value is 'väldigt många', not a number" in listed
    assert "9999" in listed
    assert "has no outline" in listed
    assert find_damage(target) == ()
    assert FactBase(target, tmp_path / "cache").identity == before.identity
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base", "data"]


@pytest.mark.parametrize(
    ("changed", "failure"),
    [
        ({"year": "2022"}, "stands already in"),
        ({"kpi": "N99999"}, "indicator (kpi) 'N99999' is unknown"),
        ({"geo": "4711"}, "unit (geo) '4711' is unknown"),
    ],
)
def test_import_refused_for_each_kind_of_bad_row(data, tmp_path, changed, failure):
    break_values(data, **changed)

    with pytest.raises(ImportRefused) as caught:
        import_facts(data, tmp_path / "base", fetched=FETCHED)
    assert [failure in say(found, "en") for found in caught.value.failures] == [True]
    assert not (tmp_path / "base").exists()


def test_import_refused_when_a_catalogue_title_is_not_the_sources(data, tmp_path):
    path = data / "kolada" / "kpi_metadata_v3.json"
    text = path.read_text(encoding="utf-8").replace(
        '"title": "Invånare totalt, antal"', '"title": "Nettokostnadsavvikelse"'
    )
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ImportRefused) as caught:
        import_facts(data, tmp_path / "base", fetched=FETCHED)
    assert "catalogue N01951: the source's title is 'Nettokostnadsavvikelse'" in explain(caught.value, "en")


def test_import_refused_when_files_are_missing_names_each(tmp_path):
    with pytest.raises(ImportRefused) as caught:
        import_facts(tmp_path, tmp_path / "base", fetched=FETCHED)
    assert len(caught.value.failures) == 11


def test_find_damage_names_what_was_changed(small, tmp_path):
    import_facts(small, tmp_path / "base", fetched=FETCHED)
    path = tmp_path / "base" / "units.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    (tmp_path / "base" / "groups.parquet").unlink()

    assert find_damage(tmp_path / "base") == (
        "units.parquet has been changed since it was imported (its hash differs from the manifest)",
        "groups.parquet is missing",
    )


def test_open_damaged_table_is_refused(small, tmp_path):
    import_facts(small, tmp_path / "base", fetched=FETCHED)
    (tmp_path / "base" / "units.parquet").write_bytes(b"not parquet")

    with pytest.raises(FactBaseUnusable, match=r"units\.parquet cannot be read"):
        FactBase(tmp_path / "base", tmp_path / "cache").units.all  # noqa: B018


def test_cube_can_be_deleted_and_is_the_same_again(small, tmp_path):
    import_facts(small, tmp_path / "base", fetched=FETCHED)
    first = FactBase(tmp_path / "base", tmp_path / "cache")
    before = {name: np.array(getattr(first.cube, name)) for name in ("values", "below", "median", "slope")}
    shutil.rmtree(tmp_path / "cache")
    again = FactBase(tmp_path / "base", tmp_path / "cache")

    assert not again.has_cube
    for name, array in before.items():
        assert getattr(again.cube, name).tobytes() == array.tobytes()
    assert again.has_cube
    assert again.cube.axes.slabs_of("N01951", Gender.ALL).stop > 0


@pytest.mark.parametrize(
    ("figures", "unit", "decimals"),
    [
        ([1.0, 2.0], "antal", 0),
        ([83.413], "%", 1),
        ([83.4, 71.25, 70.0], "%", 1),
        ([20.51, 21.24, 19.5], "%", 2),
        ([0.5, 2.3], "antal", 1),
        ([221.3, 214.9, 230.2], "poäng", 1),
        ([0.512], "kvot", 2),
        ([1234.5], "kr/inv", 0),
        ([45.25], "år", 1),
    ],
)
def test_printed_decimals_by_size(figures, unit, decimals):
    assert printed_decimals(np.array(figures), unit) == decimals
