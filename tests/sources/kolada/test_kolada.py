"""Every failure of a Kolada folder is found and named; what is right is read as it stands."""

import json

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from avstamp.domain.facts.unit import GroupKind, Unit
from avstamp.domain.values import UnitKind
from avstamp.phrases import say
from avstamp.sources.kolada.check import check_values
from avstamp.sources.kolada.parse import (
    parse_groups,
    parse_indicators,
    parse_units,
    parse_values,
    value_files,
)
from avstamp.sources.kolada.unit_of_measure import states_projection, unit_of_measure

HEADER = "kpi,geo,gender,year,value\n"
KNOWN = {"indicators": {"N1", "N2"}, "units": {"0114", "0115"}}


def table_of(folder, *rows, name="values_test.csv"):
    (folder / name).write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return parse_values(value_files(folder))


def test_parse_values_reads_csv_and_parquet_alike(tmp_path):
    rows = [("N1", "0114", "T", 2021, 5.5), ("N2", "0115", "K", 2022, -0.25)]
    columns = dict(zip(("kpi", "geo", "gender", "year", "value"), zip(*rows, strict=True), strict=True))
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    pq.write_table(
        pa.table({name: list(cells) for name, cells in columns.items()}), tmp_path / "a" / "values.parquet"
    )
    from_parquet = parse_values(value_files(tmp_path / "a"))
    from_csv = table_of(tmp_path / "b", *(",".join(map(str, row)) for row in rows))

    for table in (from_parquet, from_csv):
        assert [table.kpis[code] for code in table.kpi] == ["N1", "N2"]
        assert table.value.tolist() == [5.5, -0.25]
        assert table.year.tolist() == [2021, 2022]
        assert check_values(table, **KNOWN) == ()


@pytest.mark.parametrize(
    ("row", "failure"),
    [
        (
            "N1,0114,T,2022,många",
            "values_test.csv row 2: value is 'många', not a number; correct it or leave the row out",
        ),
        (
            "N1,0114,T,2022,",
            "values_test.csv row 2: value is empty, not a number; correct it or leave the row out",
        ),
        (
            "N1,0114,T,2022,inf",
            "values_test.csv row 2: value is 'inf', not a number; correct it or leave the row out",
        ),
        (
            "N1,0114,T,i fjol,1",
            "values_test.csv row 2: year is 'i fjol', not a number; correct it or leave the row out",
        ),
        ("N1,0114,T,2022.5,1", "values_test.csv row 2: year is 2022.5, not a whole year; correct it"),
        ("N1,0114,T,20222,1", "values_test.csv row 2: year 20222 is not between 1900 and 2100; correct it"),
        (
            "N9,0114,T,2022,1",
            "values_test.csv row 2: indicator (kpi) 'N9' is unknown (1 rows); "
            "check the spelling, or bring the source's list up to date",
        ),
        (
            "N1,9999,T,2022,1",
            "values_test.csv row 2: unit (geo) '9999' is unknown (1 rows); "
            "check the spelling, or bring the source's list up to date",
        ),
        (
            "N1,0114,F,2022,1",
            "values_test.csv row 2: gender 'F' is unknown (1 rows); "
            "check the spelling, or bring the source's list up to date",
        ),
        (
            "N1,0115,T,2022,2",
            "values_test.csv row 2: N1, 0115, T, 2022 stands already in values_test.csv row 1; keep one of them",
        ),
    ],
)
def test_check_values_names_place_value_and_what_to_do(tmp_path, row, failure):
    table = table_of(tmp_path, "N1,0115,T,2022,1", row)

    assert failure in [say(found, "en") for found in check_values(table, **KNOWN)]


def test_check_values_lists_every_failure(tmp_path):
    table = table_of(
        tmp_path,
        "N9,0114,T,2022,x",
        "N1,9999,T,1066,1",
        "N1,0114,Q,2022,1",
        "N1,0114,T,2022,1",
        "N1,0114,T,2022,1",
    )

    # A word for a number, an unknown indicator, unit and gender, a year that cannot be, and a figure that stands twice.
    assert len(check_values(table, **KNOWN)) == 6


def test_parse_values_column_missing_says_which(tmp_path):
    (tmp_path / "values.csv").write_text("kpi,geo,year,value\nN1,0114,2022,1\n", encoding="utf-8")

    (failure,) = parse_values(value_files(tmp_path)).failures
    assert (
        say(failure, "en")
        == "values.csv: column gender is missing; the columns are kpi, geo, gender, year, value"
    )


def test_parse_indicators_takes_titles_the_api_no_longer_lists():
    metadata = json.dumps(
        [{"id": "N2", "title": "Två, antal", "operating_area": "Skola", "municipality_type": "A"}]
    )
    coverage = "kpi,title,operating_area\nN1,Ett (%),Vård\nN2,Annat,Annat\n"
    rows = parse_indicators(metadata.encode(), coverage.encode())

    assert [(row.id, row.title, row.reporter) for row in rows] == [
        ("N1", "Ett (%)", None),
        ("N2", "Två, antal", "A"),
    ]


def test_parse_units_orders_municipalities_regions_country():
    entries = [
        {"id": "0000", "title": "Riket", "type": "L"},
        {"id": "0014", "title": "Västra Götalandsregionen", "type": "L"},
        {"id": "1481", "title": "Mölndal", "type": "K"},
    ]
    units = parse_units(json.dumps(entries).encode())

    assert [(unit.id, unit.kind, unit.county) for unit in units] == [
        ("1481", UnitKind.MUNICIPALITY, "14"),
        ("0014", UnitKind.REGION, "14"),
        ("0000", UnitKind.COUNTRY, ""),
    ]


UNITS = (
    Unit("0114", "Upplands Väsby", UnitKind.MUNICIPALITY, "01"),
    Unit("0001", "Region Stockholm", UnitKind.REGION, "01"),
)


@pytest.mark.parametrize(
    ("title", "kind", "of", "area", "year"),
    [
        ("Liknande kommuner, övergripande, Upplands Väsby, 2025", GroupKind.SIMILAR, "0114", "overall", 2025),
        (
            "Liknande kommuner räddningstjänst, Region Stockholm, 2024",
            GroupKind.SIMILAR,
            "0001",
            "rescue",
            2024,
        ),
        ("Stockholms läns kommuner (ovägt medel)", GroupKind.COUNTY, "", "", None),
        ("Kommuner med 0 - 4 999 invånare (ovägt medel)", GroupKind.SIZE, "", "", None),
        ("Kommuner med fler än 200 000 invånare (ovägt medel)", GroupKind.SIZE, "", "", None),
        ("Storstäder (ovägt medel)", GroupKind.TYPE, "", "", None),
        ("Alla kommuner (ovägt medel)", GroupKind.ALL, "", "", None),
        ("Dalsland", GroupKind.NETWORK, "", "", None),
    ],
)
def test_parse_groups_tells_what_each_is_for(title, kind, of, area, year):
    data = json.dumps([{"id": "G1", "title": title, "members": [{"id": "0114"}]}]).encode()
    (group,), failures = parse_groups(data, UNITS)

    assert (group.kind, group.of, group.area, group.year) == (kind, of, area, year)
    assert failures == ()


def test_parse_groups_stranger_and_riddle_are_failures():
    entries = [
        {"id": "G1", "title": "Dalsland", "members": [{"id": "9999"}]},
        {"id": "G2", "title": "Liknande kommuner, övergripande, Ankeborg, 2025", "members": []},
    ]
    _, failures = parse_groups(json.dumps(entries).encode(), UNITS)

    assert tuple(say(failure, "en") for failure in failures) == (
        "group G1 'Dalsland': unknown unit 9999; leave it out of the group",
        "group G2 'Liknande kommuner, övergripande, Ankeborg, 2025': "
        "cannot tell which unit and service it was made for",
    )


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Invånare totalt, antal", "antal"),
        ("Kostnad äldreomsorg, kr/inv 80+", "kr/inv 80+"),
        ("Anmälda våldsbrott, antal/100 000 inv", "antal/100 000 inv"),
        ("Utsläpp till luft av växthusgaser totalt, ton CO2-ekv/inv", "ton CO2-ekv/inv"),
        ("Elever i åk 9, meritvärde, hemkommun, genomsnitt (17 ämnen)", "poäng"),
        ("Revisionsberättelse utan anmärkning, (Ja=1, Nej=0)", ""),
        ("Något helt nytt", ""),
    ],
)
def test_unit_of_measure_of_titles(title, unit):
    assert unit_of_measure(title) == unit


def test_projection_is_told_by_the_title_not_by_the_id():
    assert states_projection("Framskrivning, förväntat antal invånare om fem år")
    assert not states_projection("Förväntat värde förvärvsarbetande, andel (%)")


@pytest.mark.needs("data")
def test_recorded_api_units_are_read(data_folder):
    units = parse_units((data_folder / "kolada" / "municipalities_v3.json").read_bytes())

    assert [sum(unit.kind is kind for unit in units) for kind in UnitKind] == [290, 21, 1]
    assert np.unique([unit.id for unit in units]).size == 312
