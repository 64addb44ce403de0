"""Whatever people type, they reach their municipality or are told which ones are near."""

import pytest

from avstamp import places
from avstamp.domain.errors import FactBaseUnusable, UnknownUnit
from avstamp.domain.facts.unit import GroupKind
from avstamp.domain.values import UnitKind
from avstamp.library.facts import open_fact_base


@pytest.fixture(scope="module")
def fact_base():
    return open_fact_base(places.starter_fact_base())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("möln", "1481"),
        ("MÖLNDAL", "1481"),
        ("molndal", "1481"),
        ("Mölndals kommun", "1481"),
        ("goteborg", "1480"),
        ("Göteborgs stad", "1480"),
        ("1481", "1481"),
        ("0014", "0014"),
        ("region skåne", "0012"),
        ("upplands väsby", "0114"),
        ("Gotland", "0980"),
        ("Region Gotland", "0009"),
        ("  Åre ", "2321"),
        ("lund", "1281"),
    ],
)
def test_resolve_what_people_type(fact_base, typed, code):
    assert fact_base.units.resolve(typed).id == code


@pytest.mark.parametrize(
    ("typed", "near"), [("Mölnda l", "Mölndal"), ("Stock", "Stockholm"), ("Jönkoping s", "Jönköping")]
)
def test_resolve_unknown_names_the_nearest(fact_base, typed, near):
    with pytest.raises(UnknownUnit) as caught:
        fact_base.units.resolve(typed)

    assert caught.value.nearest[0] == near


def test_every_unit_is_found_by_its_name_and_its_code(fact_base):
    for unit in fact_base.units.all:
        assert fact_base.units.resolve(unit.name) == unit
        assert fact_base.units.resolve(unit.id) == unit


def test_search_nothing_typed_finds_nothing(fact_base):
    assert fact_base.units.search("  ") == ()


def test_units_are_290_and_21(fact_base):
    assert (len(fact_base.units.municipalities), len(fact_base.units.regions)) == (290, 21)


def test_every_unit_has_similar_ones_of_its_own_kind_without_itself(fact_base):
    for unit in fact_base.units.all:
        group = fact_base.groups.similar(unit)
        assert group is not None
        assert len(group.others(unit.id)) == 7
        assert {fact_base.units.get(member).kind for member in group.members} == {unit.kind}


def test_every_municipality_is_in_one_county_one_size_class_and_one_type(fact_base):
    for unit in fact_base.units.municipalities:
        for kind in (GroupKind.COUNTY, GroupKind.SIZE, GroupKind.TYPE):
            assert len(fact_base.groups.of_kind(unit, kind)) == 1, (unit, kind)


def test_region_gotland_shows_the_municipalitys_council(fact_base):
    assert fact_base.councils("0009") == fact_base.councils("0980")
    assert [council.total for council in fact_base.councils("0009")] == [71, 71]
    assert fact_base.turnout("0009") == fact_base.turnout("0980")


def test_every_unit_has_councils_of_two_elections(fact_base):
    for unit in fact_base.units.all:
        assert [council.year for council in fact_base.councils(unit.id)] == [2022, 2026]


def test_every_unit_has_an_outline(fact_base):
    assert len(fact_base.boundaries(UnitKind.MUNICIPALITY)) == 290
    assert len(fact_base.boundaries(UnitKind.REGION)) == 21


def test_open_fact_base_where_there_is_none_says_what_to_do(tmp_path):
    with pytest.raises(FactBaseUnusable, match=r"manifest\.json is missing; run `avstamp facts import`"):
        open_fact_base(tmp_path)
