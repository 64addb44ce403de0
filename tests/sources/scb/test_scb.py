"""SCB's files are read as they are, joined by code, and refused with every fault named."""

import sqlite3

import pytest

from avstamp.domain.errors import ImportRefused
from avstamp.phrases import say
from avstamp.sources.scb.check import check_changes, check_nation, check_people
from avstamp.sources.scb.parse import (
    ChangesRow,
    NationRow,
    PeopleRow,
    parse_changes,
    parse_nation,
    parse_people,
)


def told(failures):
    return [say(failure, "en") for failure in failures]


def people_file(names, count=3):
    with sqlite3.connect(":memory:") as base:
        base.execute(
            "CREATE TABLE population (id INTEGER PRIMARY KEY, municipality TEXT, age INTEGER, gender TEXT, "
            "population2018 INTEGER, population2022 INTEGER)"
        )
        rows = [
            (name, age, gender, count, count + 1)
            for name in names
            for gender in ("men", "women")
            for age in range(101)
        ]
        base.executemany(
            "INSERT INTO population (municipality, age, gender, population2018, population2022) VALUES (?, ?, ?, ?, ?)",
            rows,
        )
        base.commit()
        return base.serialize()


def changes_row(unit, people, **changed):
    figures = {"births": 1, "deaths": 1, "moved_in": 0, "moved_out": 0, "adjustments": 0, **changed}
    return ChangesRow(unit, 2023, "T", people, **figures)


def test_people_are_joined_by_order_of_code_and_known_misreadings():
    data = people_file(["Arvika", "äng", "Skamlösa"])
    rows = parse_people(
        data, name="p", municipalities=["1784", "1765", "2321"], names=["Arvika", "Årjäng", "Åre"]
    )

    assert {(row.unit, row.year, row.sex, sum(row.people)) for row in rows if row.unit == "2321"} == {
        ("2321", 2018, "K", 303),
        ("2321", 2018, "M", 303),
        ("2321", 2022, "K", 404),
        ("2321", 2022, "M", 404),
    }


def test_people_of_a_name_in_the_wrong_place_are_refused_by_name():
    with pytest.raises(ImportRefused) as refusal:
        parse_people(
            people_file(["Borås", "Ale"]), name="p", municipalities=["1440", "1490"], names=["Ale", "Borås"]
        )

    assert told(refusal.value.failures) == [
        "municipality Borås stands where 1440 Ale should; correct the order",
        "municipality Ale stands where 1490 Borås should; correct the order",
    ]


def test_people_far_from_december_and_missing_units_are_named():
    rows = [PeopleRow("0114", 2018, sex, (10,) * 101) for sex in ("K", "M")]

    failures = check_people(rows, municipalities=["0114", "0115"], december={("0114", 2018): 3000.0})

    assert told(failures) == [
        "municipality 0115 has no people by age 2018; add them",
        "unit 0114 2018: 2020 people by age but 3000 on 31 December; check the year",
    ]


def test_nation_is_read_with_women_and_men_told_apart():
    text = "year;sex;age;pop;immig;emig;born;dead\n2019;1;0;10;1;0;0;1\n2019;2;0;9.5;1;0;0;0\n"

    assert parse_nation(text.encode(), name="n") == (
        NationRow(2019, "K", 0, 9.5, 1, 0, 0, 0),
        NationRow(2019, "M", 0, 10, 1, 0, 0, 1),
    )


def test_nation_with_a_line_that_cannot_be_read_is_refused_with_its_number():
    with pytest.raises(ImportRefused) as refusal:
        parse_nation(b"year;sex;age;pop;immig;emig;born;dead\n2019;3;0;1;1;1;1;1\n", name="n")

    assert told(refusal.value.failures) == ["line 2 cannot be read (KeyError('3')); correct it"]


def test_nation_with_holes_is_named():
    rows = [NationRow(2019, sex, age, 1, 0, 0, 0, 0) for sex in ("K", "M") for age in range(101)]

    assert told(check_nation(rows[:-1], december={})) == [
        "the country has no row for 2019, M, age 100; add it"
    ]
    assert told(check_nation(rows, december={("0000", 2019): 300.0})) == [
        "unit 0000 2019: 202 people by age but 300 on 31 December; check the year",
    ]


def test_changes_that_do_not_sum_to_the_country_are_named():
    rows = [changes_row("0000", 12, births=1), changes_row("0001", 12), changes_row("0114", 11)]

    assert told(check_changes(rows, municipalities=["0114"], regions=["0001"])) == [
        "people 2023 of the municipalities sum to 11 and not to the country's; correct them",
    ]


@pytest.mark.needs("data")
def test_changes_2024_have_every_unit_by_sex(data_folder):
    path = data_folder / "scb" / "be0101_tabhel2024.xlsx"
    rows = parse_changes(path.read_bytes(), name=path.name)
    whole = {(row.unit, row.sex): row for row in rows}

    assert len(whole) == 3 * 312
    assert whole["0000", "T"].people == 10_587_710
    assert (whole["0127", "K"].people, whole["0127", "M"].people) == (46_747, 49_158)
    assert whole["0127", "T"].moved_in == 8_551
