"""Names that a reader types become an address, or are answered word by word."""

import pytest

from avstamp import places
from avstamp.domain.errors import UnknownUnit
from avstamp.domain.values import Phrase
from avstamp.library.comparison import comparison_group
from avstamp.library.facts import open_fact_base
from avstamp.library.own_choice import MOST_MEMBERS, read_own_choice


@pytest.fixture(scope="module")
def base():
    return open_fact_base(places.starter_fact_base())


@pytest.fixture(scope="module")
def molndal(base):
    return base.units.get("1481")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Partille, Kungsbacka, 1440", "own:1402,1384,1440"),
        ("goteborg;  Ale \n härryda", "own:1480,1440,1401"),
        ("Partille, partille kommun, 1402", "own:1402"),
        ("Mölndal, Partille", "own:1402"),
    ],
)
def test_names_and_codes_become_an_address(base, molndal, typed, address):
    choice = read_own_choice(base, molndal, typed)

    assert (choice.address, choice.faults) == (address, ())
    group = comparison_group(base, molndal, "N15428", choice=choice.address)
    assert group.members == tuple(address.removeprefix("own:").split(","))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", Phrase("own_choice.empty")),
        (" , ;", Phrase("own_choice.empty")),
        ("Mölndal", Phrase("own_choice.itself", {"name": "Mölndal"})),
        ("Partille, Riket", Phrase("own_choice.country")),
        ("Region Skåne", Phrase("own_choice.kind.municipality", {"name": "Region Skåne"})),
        ("Xyzzyx", Phrase("own_choice.unknown", {"typed": "Xyzzyx"})),
    ],
)
def test_what_cannot_be_used_is_told_and_kept(base, molndal, typed, fault):
    choice = read_own_choice(base, molndal, typed)

    assert choice.faults == (fault,)
    assert choice.typed == typed


def test_unknown_name_comes_with_the_nearest(base, molndal):
    (fault,) = read_own_choice(base, molndal, "Partile").faults

    assert fault.values["typed"] == "Partile"
    assert fault.values["nearest"][0] == "Partille"


def test_every_wrong_word_is_told(base, molndal):
    assert len(read_own_choice(base, molndal, "Partile, Abcdefg, riket").faults) == 3


def test_too_many_are_refused(base, molndal):
    codes = ",".join(unit.id for unit in base.units.municipalities[: MOST_MEMBERS + 1])

    (fault,) = read_own_choice(base, molndal, codes).faults

    assert fault == Phrase("own_choice.many", {"count": MOST_MEMBERS + 1, "most": MOST_MEMBERS})


def test_country_in_an_address_is_refused(base, molndal):
    with pytest.raises(UnknownUnit):
        comparison_group(base, molndal, "N15428", choice="own:1402,0000")
