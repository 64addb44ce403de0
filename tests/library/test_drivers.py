"""The ready set rests on figures that exist, for every kind of unit, and each figure has an address that holds."""

from collections import Counter

import numpy as np
import pytest

from avstamp.domain.facts.cube import KINDS
from avstamp.domain.outlook.drivers import READY, DriverArea, Heading
from avstamp.domain.thread.addresses import parse_address
from avstamp.domain.values import Gender, UnitKind
from avstamp.library.drivers import MOST_MOVED, drivers_object, most_moved, unit_drivers
from avstamp.library.facts import open_fact_base
from avstamp.library.report.drivers import drivers_section
from avstamp.phrases import LANGUAGES, say


@pytest.fixture(scope="module")
def base():
    return open_fact_base()


def have(base, indicator, kind):
    """How many units of a kind have any value of an indicator."""
    axes = base.cube.axes
    values = base.cube.values[axes.slabs_of(indicator, Gender.ALL), axes.span_of(kind)]
    return int((~np.isnan(values)).any(axis=0).sum())


def test_set_has_five_or_more_in_each_area_and_no_key_twice():
    counts = Counter(driver.area for driver in READY)

    assert len({driver.key for driver in READY}) == len(READY) == 34
    assert {area for area in DriverArea if area is not DriverArea.OWN} == set(counts)
    assert min(counts.values()) >= 5


def test_every_indicator_exists_and_has_names_in_both_languages(base):
    named = {id for driver in READY for id in (*driver.evidence, *(sign.indicator for sign in driver.signs))}

    assert named - set(base.catalogue) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_driver_rests_on_a_figure_that_nearly_all_units_of_the_kind_have(base, kind):
    everyone = 290 if kind is UnitKind.MUNICIPALITY else 21
    best = {driver.key: max(have(base, id, kind) for id in driver.evidence) for driver in READY}

    assert {
        key: count for key, count in best.items() if count < 0.95 * everyone and key != "expectations"
    } == {}
    # Inhabitants are asked in municipalities that have chosen to take part, 218 of them.
    assert best["expectations"] >= (200 if kind is UnitKind.MUNICIPALITY else 21)


def test_sentences_are_there_in_both_languages():
    for driver in READY:
        for phrase in (driver.name, driver.text, driver.question):
            assert len({say(phrase, language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("unit", ["1481", "0014", "0009", "2418"])
def test_addresses_parse_back_and_values_are_the_cubes(base, unit):
    column = base.cube.axes.unit_column[unit]

    shown = [evidence for one in unit_drivers(base, base.units.get(unit)) for evidence in one.evidence]

    assert len(shown) > 50
    for evidence in shown:
        address = parse_address(str(evidence.address))
        slabs = base.cube.axes.slabs_of(address.indicator, address.gender)
        at = base.cube.axes.slab_year[slabs].tolist().index(int(address.period))
        assert base.cube.by_unit[column, slabs.start + at] == evidence.figure.value


def test_moved_most_is_ordered_and_the_report_says_them(base):
    unit = base.units.get("1481")
    drivers = unit_drivers(base, unit)

    moved = most_moved(drivers)

    assert len(moved) == MOST_MOVED
    assert [one.movement for one in moved] == sorted((one.movement for one in moved), reverse=True)
    points = drivers_section(base, unit).blocks[-1].points
    assert [point.values["driver"] for point in points] == [one.driver.name for one in moved]


def test_object_and_signs_say_the_same(base):
    unit = base.units.get("1481")
    ageing = next(one for one in unit_drivers(base, unit) if one.driver.key == "oldest")
    written = {entry["key"]: entry for entry in drivers_object(base, unit)["drivers"]}["oldest"]

    # 3,141 people from 80 years in 2022, more each year before.
    assert ageing.signs[0].sign.heading is Heading.RISING
    assert ageing.signs[0].here is True
    assert written["signs"][0] == {"indicator": "N01957", "heading": "rising", "here": True}
    assert written["evidence"][0]["value"] == ageing.evidence[0].figure.value
