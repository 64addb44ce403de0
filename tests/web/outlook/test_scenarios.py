"""Scenarios are saved, kept version by version, compared and withdrawn; the thread rests on what they lead to."""

import re
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.web.outlook.working import address, client, who, working_start
from tests.web.starts import bare_start, later, person, scenario

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.thread.staleness import Moved, Standing
from avstamp.library.facts import open_fact_base
from avstamp.web.audit.models import Event
from avstamp.web.outlook.models import Scenario, ScenarioVersion
from avstamp.web.outlook.scenario_actions import ScenarioRefused, withdraw_scenario
from avstamp.web.outlook.scenario_queries import address_now, saved_scenario
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.start.visit import Visit
from avstamp.web.thread.actions import advance_claim, write_claim
from avstamp.web.thread.index import thread_index
from avstamp.web.thread.permitting import ClaimRefused
from avstamp.web.thread.targets import read_target, rest_on

pytestmark = pytest.mark.django_db

ASKED = "scenario=kampigare&effektivisering=0%2C7&namn=Stram+kurs&upphov=Ekonomichefen+2026"


@pytest.fixture
def start():
    """An opened start with an official and one of each of two parties."""
    return working_start(person("pia"), officials=1, elected=1)


def known(start, **more):
    """A scenario whose outcome was computed on the fact base that is open, so that nothing is computed again."""
    return scenario(start, facts=open_fact_base().identity, **more)


def test_a_reader_of_the_economy_saves_what_stands_in_the_address_and_opens_it_again(start):
    mia = client(who(start, "m0"))
    economy = f"/{start.organisation.unit}/omvarld/ekonomi/"
    shown = mia.get(f"{economy}?{ASKED}").content.decode()
    led = mia.get(unescape(re.search(r'href="([^"]*/spara/\?[^"]*)"', shown)[1]))
    page = mia.get(led.headers["Location"]).content.decode()
    form = dict(re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', page))

    sent = mia.post(address(start, "save_scenario"), {name: unescape(text) for name, text in form.items()})

    assert sent.headers["Location"] == address(start, "scenario", scenario=1)
    row = ScenarioVersion.objects.get()
    assert (row.name, row.version, row.person, row.facts) == (
        "Stram kurs",
        1,
        who(start, "m0"),
        open_fact_base().identity,
    )
    detail = mia.get(sent.headers["Location"]).content.decode()
    opened = unescape(re.search(r'href="([^"]*)">Öppna scenariot', detail)[1])
    assert _finding(Client().get(opened).content.decode()) == _finding(shown)
    broken = int(re.search(r"I (\d+)\s% av framtiderna", _finding(shown))[1])
    assert f"i {broken}\u00a0% av framtiderna" in detail
    assert "0,70\u00a0%</td><td>Ekonomichefen 2026</td>" in detail
    assert Event.objects.filter(action="scenario.saved").count() == 1


def _finding(page):
    return re.search(r'<p class="lead">(.*?)</p>', page)[1]


def test_one_who_is_not_signed_in_is_offered_the_address_alone(start):
    page = Client().get(f"/{start.organisation.unit}/omvarld/ekonomi/?{ASKED}").content.decode()

    assert "share-address" in page
    assert "/spara/" not in page


def test_what_cannot_be_saved_is_said_and_what_was_typed_stays(start):
    mia = client(who(start, "m0"))
    page = address(start, "save_scenario")
    typed = {"scenario": "idag", "effektivisering": "0,7"}

    no_author = mia.post(page, {**typed, "namn": "Kurs"})
    no_name = mia.post(page, {**typed, "upphov": "Vi"})
    bad = mia.post(page, {**typed, "namn": "Kurs", "upphov": "Vi", "loner": "mycket"})

    assert [one.status_code for one in (no_author, no_name, bad)] == [422, 422, 422]
    assert "Skriv vem som står bakom" in no_author.content.decode()
    assert 'value="Kurs"' in no_author.content.decode()
    assert "Skriv ett namn" in no_name.content.decode()
    assert "är ”mycket”" in bad.content.decode()
    assert not Scenario.objects.exists()


def test_a_new_version_stands_beside_the_one_before_and_only_its_saver_makes_it(start):
    mia, olle = who(start, "m0"), who(start, "tjanst0")
    first = known(start, by=mia)

    second = known(start, name="Stramare", effort="0,7", instead_of=first.scenario, by=mia, at=later(2))

    assert [(row.version, row.name) for row in ScenarioVersion.objects.all()] == [
        (1, "Stram kurs"),
        (2, "Stramare"),
    ]
    assert second.outcome.startswith("v2 2035")
    with pytest.raises(ScenarioRefused, match="same"):
        known(start, name="Stramare", effort="0,7", instead_of=first.scenario, by=mia)
    with pytest.raises(NotPermitted):
        known(start, name="Lösare", instead_of=first.scenario, by=olle)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScenarioVersion.objects.filter(version=2).update(version=1)


@pytest.mark.parametrize("name", ["s0", "m0", "tjanst0"])
def test_ruling_side_opposition_and_officials_have_the_same_rights(start, name):
    one = who(start, name)
    row = known(start, by=one).scenario

    assert withdraw_scenario(row, "Gäller inte", by=one, at=later(2)).withdrawn_why == "Gäller inte"


def test_withdrawn_scenario_stays_to_be_read_with_its_reason_and_takes_no_new_version(start):
    mia, row = who(start, "m0"), known(start, by=who(start, "m0")).scenario
    reader, page = client(mia), address(start, "withdraw_scenario", scenario=row.number)

    without = reader.post(page, {"skal": "  "})
    other = client(who(start, "s0")).post(page, {"skal": "Fel"})
    sent = reader.post(page, {"skal": "Skolan dröjer"})

    assert (without.status_code, other.status_code, sent.status_code) == (422, 403, 302)
    shown = reader.get(sent.headers["Location"]).content.decode()
    assert "Skolan dröjer" in shown
    assert "Resultatets adress" not in shown
    row.refresh_from_db()
    with pytest.raises(ScenarioRefused, match="withdrawn"):
        known(start, name="Ny", instead_of=row, by=mia)


def test_saved_scenarios_stand_beside_the_three_ready_ones(start):
    for name, effort in (("Stram", "0,8"), ("Lös", "-0,3")):
        known(start, name=name, effort=effort)
    reader = client(who(start, "s0"))
    page = reader.get(address(start, "compared") + "?val=1&val=2").content.decode()

    heads = re.findall(r'<th scope="col">(.*?)</th>', page)[:6]
    assert heads == ["Rad", "Som i dag", "Kärvare", "Bättre", "1. Stram", "2. Lös"]
    assert page.count("chart-wide") == 2
    efforts = re.search(r"Effektivisering per år</th>(.*?)</tr>", page, re.DOTALL)[1]
    assert [cell.split("\u00a0")[0] for cell in re.findall("<td>(.*?)</td>", efforts)][3:] == [
        "0,80",
        "−0,30",
    ]
    none = reader.get(address(start, "compared"))
    assert none.status_code == 400
    assert "Välj ett till 3" in none.content.decode()


def test_a_claim_rests_on_the_outcome_and_is_stale_when_a_new_version_or_a_withdrawal_comes(start):
    mia = who(start, "m0")
    row = known(start, by=mia).scenario
    claim = _claim_on(start, row, mia)
    index = thread_index(start)
    assert index.entries[claim.number].standing is Standing.HOLDS
    reader = client(mia)
    page = reverse("thread:claim", kwargs={**Visit(start, mia, later(2)).address, "number": claim.number})
    assert "Scenario 1, Stram kurs" in reader.get(page).content.decode()

    known(start, name="Stramare", effort="0,7", broken=9, instead_of=row, by=mia, at=later(3))
    assert [move.how for move in thread_index(start).because[claim.number]] == [Moved.DATA]
    assert "Underlaget till Scenario 1, Stramare har ändrats" in reader.get(page).content.decode()

    withdraw_scenario(row, "Gäller inte", by=mia, at=later(4))
    assert [move.how for move in thread_index(start).because[claim.number]] == [Moved.GONE]


def _claim_on(start, row, one):
    visit = Visit(start, one, later(2))
    typed = address_now(saved_scenario(start, row.number), open_fact_base())
    claim = write_claim(
        start,
        ClaimKind.FINDING,
        "Det går ihop",
        author=Author(AuthorKind.JOINT),
        owner=one,
        by=None,
        at=later(2),
    )
    rest_on(claim, read_target(visit, typed), Relation.SUPPORTS, visit=visit, at=later(2))
    advance_claim(claim, DocumentStatus.COMPLETED, by=None, at=later(2))
    return claim


def test_another_fact_base_is_told_and_the_outcome_is_computed_again(start):
    scenario(start, broken=77)

    page = client(who(start, "s0")).get(address(start, "scenario", scenario=1)).content.decode()

    assert "Faktabasen är en annan än när scenariot sparades" in page
    assert "i 77\u00a0% av framtiderna" in page
    assert page.count("av framtiderna, och resultatet") == 3


def test_another_organisations_scenario_is_no_evidence_here(start):
    other = bare_start("annorkoping", by=None)
    known(other)
    typed = address_now(saved_scenario(other, 1), open_fact_base())

    with pytest.raises(ClaimRefused):
        read_target(Visit(start, who(start, "m0"), later(2)), typed)
