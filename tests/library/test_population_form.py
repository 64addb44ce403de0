"""Own assumptions are read, kept as written and refused with a sentence each; prices say whose they are."""

from decimal import Decimal

import pytest

from avstamp.library.facts import open_fact_base
from avstamp.library.need_prices import SERVICES, service_prices
from avstamp.library.population_form import read_form


def prices():
    base = open_fact_base()
    return service_prices(base, base.units.resolve("1481"))


def read(**asked):
    return read_form(asked, base_year=2024, years=20, prices=prices())


def test_nothing_asked_is_the_usual_population():
    form = read()

    assert (form.usual, form.wrong, len(form.newcomers)) == (True, [], 20)


def test_people_of_a_year_are_added_to_those_of_every_year():
    form = read(inflyttade="100", inflyttade2026="1 500")

    assert form.newcomers[:4] == (100, 1600, 100, 100)
    assert not form.usual


@pytest.mark.parametrize("written", ["-1", "1,5", "många", "20001", "²", "9" * 40])
def test_what_is_no_number_of_people_is_refused_and_kept(written):
    form = read(inflyttade2027=written)

    assert [field.written for field in form.by_year if field.wrong] == [written]
    assert form.usual


def test_own_price_is_marked_as_own():
    form = read(pris0="100,5")

    assert (form.prices[0].thousands, form.prices[0].own, form.price_fields[0].own) == (
        Decimal("100.5"),
        True,
        True,
    )
    assert form.prices[0].source.key == "need.source.own"
    assert not form.prices[1].own


def test_prices_are_the_municipalitys_own_and_name_their_indicators():
    base = open_fact_base()
    found = prices()
    axes = base.cube.axes
    told = {price.service: price.source.values["first"] for price in found}

    assert told == {service: indicators[0] for service, _, indicators in SERVICES}
    slab = axes.slabs_of("N20048", "T").stop - 1
    kronor = float(base.cube.values[slab, axes.unit_column["1481"]])
    assert float(found[3].thousands) == pytest.approx(kronor / 1000, abs=0.051)


def test_need_is_price_times_the_mean_of_two_decembers():
    price = read(pris0="100").prices[0]

    assert price.needs([1000.0, 1100.0, 900.0]) == [105.0, 100.0]


def test_region_has_no_prices():
    base = open_fact_base()

    assert service_prices(base, base.units.resolve("0014")) == []
