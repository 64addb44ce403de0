"""Files of emissions are read in either shape, and held to what must be true of a whole country."""

import pytest
from tests.sources.emissions.workbooks import COUNTY_OF, PLACES, by_sector, collected, written

from avstamp.domain.errors import ImportRefused
from avstamp.phrases import say
from avstamp.sources.emissions.check import check_emissions
from avstamp.sources.emissions.parse import TOTAL, EmissionRow, parse_emissions


def read(data):
    return parse_emissions(data, name="fil.xlsx", places=PLACES)


def test_table_by_sector_gives_sectors_of_country_counties_and_municipalities():
    rows = read(by_sector())

    tonnes = {(row.sector, row.unit): row.tonnes for row in rows if row.year == 1990}
    assert tonnes["GGT-TRANSPORT", "0101"] == 3.0
    assert tonnes["GGT-AGRICULTURE", "0001"] == 2.0
    assert tonnes[TOTAL, "0000"] == 12.0
    assert {row.sector for row in rows} == {TOTAL, "GGT-TRANSPORT", "GGT-AGRICULTURE"}
    assert len(rows) == 3 * 6 * 2
    assert check_emissions(rows, county_of=COUNTY_OF) == ()


def test_collected_totals_leave_out_years_reckoned_from_the_country():
    towns = {f"01{number:02d}": [f"{900 + number} 000", "800", "856,0"] for number in range(25)}

    rows = read(collected(towns))

    assert {row.year for row in rows if row.unit == "0100"} == {1990, 2023}
    assert {row.year for row in rows if row.unit == "0000"} == {1990, 2023, 2024}
    assert next(row.tonnes for row in rows if (row.unit, row.year) == ("0103", 1990)) == 903_000.0


def test_collected_year_with_changes_of_its_own_is_kept():
    towns = {f"01{number:02d}": ["1 000", "800", str(800 + number)] for number in range(25)}

    assert {row.year for row in read(collected(towns))} == {1990, 2023, 2024}


UNREADABLE = {
    "another table": (written({"Blad1": [["Hej"]]}), ["no heading row with years"]),
    "a word among the sectors": (
        by_sector(changed={("Transporter", "Norrby"): ["många", 1]}),
        ["row 14: one of the values"],
    ),
    "a word among the totals": (
        collected({"0101": ["x", "1", "1"]}),
        ["row 6, year 1990: x is not a number"],
    ),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_refused_with_every_place(case):
    data, told = UNREADABLE[case]

    with pytest.raises(ImportRefused) as caught:
        read(data)

    said = [say(failure, "en") for failure in caught.value.failures]
    assert [part in one for part, one in zip(told, said, strict=True)] == [True]


def test_unknown_sector_and_place_are_refused():
    sheet = [
        ["Huvudsektor", "Undersektor", "Län", "Kommun", 1990],
        ["Rymdfart", "Alla", "Alla", "Alla", 1],
        ["Alla", "Alla", "A län", "Nyby", 1],
    ]

    with pytest.raises(ImportRefused) as caught:
        read(written({"Blad1": sheet}))

    assert [say(failure, "en") for failure in caught.value.failures] == [
        "row 2: Rymdfart is unknown; check the spelling",
        "row 3: A län, Nyby is unknown; check the spelling",
    ]


def rows_with(*changes):
    cells = {(row.sector, row.unit, row.year): row.tonnes for row in read(by_sector())}
    cells.update(dict(changes))
    return [EmissionRow(*key, tonnes) for key, tonnes in cells.items() if tonnes is not None]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (((TOTAL, "0001", 1990), 11.0), "the parts of 0001 in 1990 add up to 8 tonnes"),
        (((TOTAL, "0102", 1990), None), "municipality 0102 has no emissions for 1990"),
        (((TOTAL, "0101", 1990), -1.0), "GGT/0101/1990 is negative"),
        (((TOTAL, "9999", 1990), 1.0), "the unit 9999 is unknown"),
        ((("GGT-TRANSPORT", "0201", 1990), 9.0), "the sectors of 0201 in 1990 add up to 10 tonnes"),
    ],
)
def test_check_says_what_cannot_be_true(change, told):
    failures = check_emissions(rows_with(change), county_of=COUNTY_OF)

    assert [told in say(failure, "en") for failure in failures if told in say(failure, "en")] == [True]


def test_cell_that_stands_twice_is_said():
    rows = read(by_sector())

    failures = check_emissions([*rows, rows[0]], county_of=COUNTY_OF)

    assert [say(failure, "en") for failure in failures] == ["GGT/0000/1990 stands twice; keep one"]
