"""A finding tells what speaks against it, from its own figures alone."""

from __future__ import annotations

import math
from datetime import date

import pytest

from avstamp.domain.facts.indicator import CatalogueEntry, Direction, Indicator, IndicatorClass, Lens
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import (
    Certainty,
    Change,
    Finding,
    Objection,
    Side,
    rests_on_answers,
)
from avstamp.domain.thread.addresses import ResultAddress
from avstamp.domain.values import Status, UnitKind

ORIGIN = Origin("k", "RKA", "Kolada", "fritt", "", "", date(2026, 11, 24), "0")
SURE = Certainty(0.97, 0.95, 2027, 240, 288, years=12, noise=0.1)


def make_finding(
    side=Side.CHALLENGE, direction=Direction.HIGHER, *, title="Mått", lens=Lens.QUALITY, **changed
):
    """A challenge with a low value where higher is better, and nothing that speaks against it."""
    entry = CatalogueEntry(
        "N1", title, "preschool", lens, IndicatorClass.RESULT, direction, "position", {}, {}, {}
    )
    indicator = Indicator(
        "N1", title, "%", "Skola", by_gender=False, forecast=False, reporter=None, decimals=1, origin="k"
    )
    values = {
        "year": 2022,
        "newest_year": 2022,
        "value": 20.0,
        "status": Status.NOT_STATED,
        "place": 280,
        "n": 290,
        "share": 0.96,
        "median": 43.0,
        "quartile": 36.0,
        "group": None,
        "group_mean": 45.0,
        "group_n": 7,
        "inhabitants": 22_000.0,
        "change": Change(2017, 20.0, 43.0),
        "certainty": SURE,
    }
    unit = Unit("2584", "Kiruna", UnitKind.MUNICIPALITY, "25")
    address = ResultAddress("findings", 1, "0fa4", {"unit": "2584", "indicator": "N1", "side": side.value})
    return Finding(
        side=side,
        unit=unit,
        indicator=indicator,
        entry=entry,
        origin=ORIGIN,
        address=address,
        **values | changed,
    )


def test_finding_without_anything_against_it_has_no_objection():
    assert make_finding().objections == ()


@pytest.mark.parametrize(
    ("changed", "objection"),
    [
        ({"group_mean": 36.0}, Objection.GROUP),
        ({"change": Change(2017, 10.0, 43.0)}, Objection.IMPROVING),
        ({"title": "Brukarbedömning hemtjänst - helhetssyn, andel (%)"}, Objection.SURVEY),
        ({"inhabitants": 9_999.0}, Objection.SMALL),
        ({"certainty": Certainty(0.97, 0.95, 2027, 240, 288, years=4, noise=0.1)}, Objection.FEW_YEARS),
        ({"certainty": Certainty(0.97, 0.95, 2027, 240, 288, years=12, noise=0.5)}, Objection.UNSTEADY),
        ({"newest_year": 2024}, Objection.OLD),
        ({"status": Status.PRELIMINARY}, Objection.NOT_MEASURED),
        ({"lens": Lens.ECONOMY}, Objection.ACCOUNTING),
    ],
)
def test_finding_says_the_one_thing_that_speaks_against_it(changed, objection):
    assert make_finding(**changed).objections == (objection,)


def test_finding_that_improves_less_than_the_median_is_not_said_to_improve():
    assert make_finding(change=Change(2017, 19.0, 40.0)).objections == ()


def test_possibility_that_worsens_says_so():
    finding = make_finding(
        Side.POSSIBILITY, value=60.0, quartile=50.0, change=Change(2017, 70.0, 43.0), group_mean=45.0
    )

    assert finding.objections == (Objection.WORSENING,)


@pytest.mark.parametrize(
    ("side", "direction", "high"),
    [
        (Side.CHALLENGE, Direction.HIGHER, False),
        (Side.CHALLENGE, Direction.LOWER, True),
        (Side.POSSIBILITY, Direction.HIGHER, True),
        (Side.POSSIBILITY, Direction.LOWER, False),
    ],
)
def test_finding_knows_on_which_end_it_lies(side, direction, high):
    assert make_finding(side, direction).is_high is high


def test_improvement_counts_upwards_for_better():
    falling = make_finding(direction=Direction.LOWER, value=20.0, change=Change(2017, 30.0, 43.0))

    assert falling.improvement == 10.0
    assert math.isnan(make_finding(change=None).improvement)


@pytest.mark.parametrize(
    ("title", "answers"),
    [
        ("Medborgarundersökningen - Förskolan fungerar bra i kommunen, andel (%)", True),
        ('Elever i åk 5: Känner du dig trygg i skolan? Andel som svarat "Helt och hållet", (%)', True),
        ("Medarbetarengagemang (HME) totalt kommunen - Motivationsindex, senaste mätning på tre år", True),
        ("Elever i åk 9 som är behöriga till yrkesprogram, hemkommun, andel (%)", False),
        ("Utsläpp till luft av växthusgaser totalt, ton CO2-ekv/inv", False),
    ],
)
def test_title_tells_whether_it_rests_on_answers(title, answers):
    assert rests_on_answers(title) is answers
