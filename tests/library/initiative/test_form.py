"""What is written of an initiative is read as it stands, and what cannot be read is said and left blank."""

from __future__ import annotations

from datetime import date

import pytest

from avstamp.domain.start.commission import Commission, Commissioner
from avstamp.domain.start.mandates import Council, Seats
from avstamp.domain.start.steps import Step
from avstamp.domain.start.term import Span, council_term
from avstamp.library.initiative.form import (
    PERSONAL,
    STEP_NAMES,
    Surroundings,
    read_initiative,
)
from avstamp.library.initiative.request import SenderRole
from avstamp.phrases import say

TODAY = date(2026, 11, 24)
COUNCIL = Council("1481", 2026, (Seats("S", "Socialdemokraterna", 31), Seats("M", "Moderaterna", 30)))
AROUND = Surroundings(TODAY, council_term(2026), COUNCIL)


def read(**asked: str):
    return read_initiative(asked, AROUND)


def test_nothing_written_is_nothing_said():
    form = read()

    assert form.wrong == ()
    assert form.initiative.plan.steps == {}
    assert form.initiative.plan.parties == ("Moderaterna", "Socialdemokraterna")
    assert form.shareable == {}


def test_what_is_written_is_read():
    form = read(
        namn=" Sara \n Sund ",
        roll="gruppledare",
        parti="M",
        uppdragsgivare="presidiet",
        omvarld_fran="2027-01-10",
        nulage_fran="2027-02-01",
        nulage_till="2027-02-20",
        timmar="2,5",
        deltagare="20",
        budget="40 000",
    )
    plan, sender = form.initiative.plan, form.initiative.sender

    assert form.wrong == ()
    assert (sender.name, sender.role, sender.party) == (
        "Sara Sund",
        SenderRole.GROUP_LEADER,
        "Moderaterna",
    )
    assert plan.commissioner is Commissioner.PRESIDIUM
    assert plan.steps == {
        Step.OUTLOOK: Span(date(2027, 1, 10), date(2027, 1, 10)),
        Step.POSITION: Span(date(2027, 2, 1), date(2027, 2, 20)),
    }
    assert (plan.effort.hours_together, plan.effort.budget) == (250.0, 40_000)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"dag": "i vår"},
            "Första mötets dag: ”i vår” är ingen dag. Skriv år-månad-dag, till exempel 2027-01-20.",
        ),
        (
            {"dag": "2025-01-20"},
            "Första mötets dag: 2025-01-20 ligger utanför mandatperioden. "
            "Välj en dag från 15 oktober 2026 till 14 oktober 2030.",
        ),
        ({"roll": "kung"}, "Roll: ”kung” går inte att välja. Välj något av tjansteperson och gruppledare."),
        (
            {"parti": "M", "roll": "tjansteperson"},
            "Parti anges bara för den som är gruppledare. Välj rollen gruppledare, eller ta bort partiet.",
        ),
        ({"budget": "lagom"}, "Kostnad utöver arbetstid, kronor: ”lagom” går inte att läsa."),
        (
            {"deltagare": "2,5"},
            "Antal deltagare: ”2,5” går inte att läsa. Skriv ett heltal från 0 till 2000.",
        ),
        ({"timmar": "nan"}, "Timmar per möte: ”nan” går inte att läsa. Skriv ett tal från 0 till 24."),
        (
            {"omvarld_fran": "2027-02-01", "omvarld_till": "2027-01-01"},
            "Omvärld: sista dagen ligger före den första, 1 februari 2027.",
        ),
        ({"analys_till": "2027-01-01"}, "Samlad analys: första dagen saknas."),
        (
            {"dag": "2027-01-10", "svara": "2027-01-20"},
            "Svara senast: dagen ligger efter mötet 10 januari 2027. Välj en tidigare dag.",
        ),
        ({"namn": "x" * 121}, "Namn: 121 tecken är för långt. Korta till högst 120."),
    ],
)
def test_what_cannot_be_read_is_said_and_kept_as_it_was_written(asked, said):
    form = read(**asked)

    assert [say(one)[: len(said)] for one in form.wrong] == [said]
    assert {name: form.fields[name].written for name in asked} == asked


def test_signs_that_no_file_can_hold_are_left_out():
    form = read(namn="Sa\x00ra\x0b Sund\ud800")

    assert form.initiative.sender.name == "Sa ra Sund"


def test_nothing_personal_goes_into_the_address_to_share():
    form = read(
        namn="Sara",
        titel="x",
        roll="gruppledare",
        parti="M",
        kontakt="s@example.se",
        dnr="1",
        tid="kl. 9",
        budget="5",
        dag="fel",
    )

    assert form.shareable == {"tid": "kl. 9", "budget": "5"}
    assert PERSONAL.isdisjoint(form.shareable)


def test_year_wheel_gives_days_to_the_steps_that_have_none():
    form = read(arshjul="ystad", omvarld_fran="2027-01-15")
    plan = form.initiative.plan

    assert plan.steps[Step.OUTLOOK] == Span(date(2027, 1, 15), date(2027, 1, 15))
    assert plan.proposed == frozenset(set(Step) - {Step.OUTLOOK})
    assert set(plan.steps) == set(STEP_NAMES)
    # The days that are proposed are in the document, not in the fields: nobody has chosen them.
    assert form.fields["nulage_fran"].written == ""


def test_start_gives_its_commission_days_and_number_and_nobody_writes_another_commission():
    commission = Commission(Commissioner.GROUP_LEADERS, date(2026, 12, 1))
    given = {"behov_fran": "2027-04-01", "behov_till": "2027-05-01", "dnr": "KS 7"}
    around = Surroundings(TODAY, council_term(2026), COUNCIL, commission, given)
    form = read_initiative({"uppdragsgivare": "presidiet"}, around)

    assert form.initiative.plan.commissioner is Commissioner.GROUP_LEADERS
    assert form.initiative.plan.commission == commission
    assert "uppdragsgivare" not in form.fields
    assert form.initiative.plan.steps == {Step.NEEDS: Span(date(2027, 4, 1), date(2027, 5, 1))}
    assert form.initiative.plan.number == "KS 7"
    changed = read_initiative({"behov_fran": "", "behov_till": ""}, around)
    assert changed.initiative.plan.steps == {}
