"""A reader's own table of emissions goes into a fact base beside what stands there, all of it or nothing."""

from datetime import date

import pyarrow as pa
import pytest
from tests.sources.emissions.workbooks import by_sector

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.environment import Target
from avstamp.domain.values import UnitKind
from avstamp.factbase import FactBase
from avstamp.factbase.record import SCHEMAS, read_table, write_record
from avstamp.library.emissions import emissions_table, pace_of, unit_emissions
from avstamp.library.emissions_import import EMISSIONS, add_emissions

UNITS = [
    *(
        Unit(code, name, UnitKind.MUNICIPALITY, code[:2])
        for code, name in (("0101", "Norrby"), ("0102", "Sörby"), ("0201", "Österby"))
    ),
    Unit("0001", "Region A", UnitKind.REGION, "01"),
    Unit("0002", "Region B", UnitKind.REGION, "02"),
    Unit("0000", "Riket", UnitKind.COUNTRY, ""),
]
FETCHED = date(2026, 11, 24)


@pytest.fixture
def base(tmp_path):
    """A fact base on disk with units and one figure of another source."""
    rows = {name: [] for name in SCHEMAS}
    rows["units"] = [{"id": u.id, "name": u.name, "kind": u.kind.value, "county": u.county} for u in UNITS]
    figure = {"indicator": "N1", "gender": "T", "year": 2020, "unit": "0101", "scaled": 5, "decimals": 0}
    rows["values"] = [{**figure, "exact": None, "status": "measured", "origin": "other"}]
    indicator = {"id": "N1", "title": "Annat", "unit": "antal", "operating_area": "x", "by_gender": False}
    rows["indicators"] = [
        {**indicator, "forecast": False, "reporter": None, "decimals": 0, "origin": "other"}
    ]
    text = dict.fromkeys(("publisher", "title", "terms", "url", "via", "sha256"), "x")
    rows["origins"] = [{"id": "other", "fetched": FETCHED, **text}]
    tables = {name: pa.Table.from_pylist(listed, schema=SCHEMAS[name]) for name, listed in rows.items()}
    write_record(tmp_path / "base", tables, newest_year=2020)
    return tmp_path / "base"


def add(base, target, data):
    file = base.parent / "GGT.xlsx"
    file.write_bytes(data)
    return add_emissions(base, target, [file], units=UNITS, fetched=FETCHED)


def test_sectors_stand_beside_what_was_there_and_are_replaced_the_next_time(base, tmp_path):
    add(base, tmp_path / "once", by_sector())
    add(tmp_path / "once", tmp_path / "twice", by_sector(years=(1990, 2010)))
    twice = FactBase(tmp_path / "twice", tmp_path / "cache")

    assert sorted(twice.indicators) == ["GGT", "GGT-AGRICULTURE", "GGT-TRANSPORT", "N1"]
    assert twice.figure_sources == {"other": 1, EMISSIONS: 3 * 6 * 2}
    assert set(read_table(twice.path, "values")["year"].to_pylist()) == {1990, 2010, 2020}
    assert twice.newest_year == 2020


def test_page_reads_total_and_sectors_with_their_pace(base, tmp_path):
    add(base, tmp_path / "own", by_sector())
    own = FactBase(tmp_path / "own", tmp_path / "cache")

    found = unit_emissions(own, UNITS[0])

    assert found is not None
    assert [sector.key for sector in found.sectors] == ["transport", "agriculture"]
    assert found.distributed == 1.0
    assert [column.heading.key for column in emissions_table(found).columns[1:]] == [
        "emissions.total",
        "emissions.transport",
        "emissions.agriculture",
    ]
    pace = pace_of(found.total, Target(1990, 2030, 50.0))
    assert pace is not None
    assert pace.level == 2.0


def test_fact_base_without_emissions_says_so(base, tmp_path):
    assert unit_emissions(FactBase(base, tmp_path / "cache"), UNITS[0]) is None


def test_refused_file_leaves_the_target_as_it_was(base, tmp_path):
    with pytest.raises(ImportRefused):
        add(base, tmp_path / "own", by_sector(changed={("Alla", "Norrby"): [99.0, 4.0]}))

    assert not (tmp_path / "own").exists()
