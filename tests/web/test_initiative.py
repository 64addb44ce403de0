"""The page of an initiative: nothing stored, nothing personal in an address, and a start's own commission and days."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import docx
import pytest
from django.test import Client
from tests.web.pages import fetch
from tests.web.starts import AT, COUNCIL, bare_start, person

from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.steps import Step
from avstamp.web.start.actions import commission_start
from avstamp.web.start.models import Start
from avstamp.web.start.setting_up import plan_steps

PAGE = "/0014/initiativ/"
LEADER = {"roll": "gruppledare", "namn": "Sara <b>Sund</b>", "parti": "M", "dnr": "KS 1"}


def test_page_is_whole_in_both_languages_with_every_document():
    for document, heading in (
        ("promemoria", "Börja mandatperioden tillsammans, på fakta"),
        ("inbjudan", "Inbjudan till en gemensam start på mandatperioden"),
        ("tjansteskrivelse", "Gemensam start på mandatperioden"),
    ):
        assert heading in fetch(f"{PAGE}?dokument={document}")
    assert "Invitation to a joint start of the term" in fetch(f"/en{PAGE}?dokument=inbjudan")


def test_what_is_written_stands_in_the_document_and_nowhere_else():
    answer = Client().post(PAGE, LEADER)
    page = answer.content.decode()

    assert "Från: Sara &lt;b&gt;Sund&lt;/b&gt;, gruppledare, Moderaterna" in page
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Sara" not in Client().get(PAGE).content.decode()


def test_nothing_personal_is_taken_from_an_address_or_put_into_one():
    cut = Client().get(PAGE, LEADER | {"dokument": "inbjudan", "tid": "kl. 9"})

    assert cut.headers["Location"] == f"{PAGE}?dokument=inbjudan&tid=kl.+9"
    assert "Tid: kl. 9" in Client().get(cut.headers["Location"]).content.decode()
    file = Client().get(f"{PAGE}inbjudan.html", LEADER).content.decode()
    assert "Diarienummer: <mark>[Fyll i: diarienummer]</mark>" in file
    sent = Client().post(PAGE, LEADER | {"dokument": "inbjudan", "tid": "kl. 9"}).content.decode()
    (shared,) = re.findall(r'id="share-address" readonly value="([^"]+)"', sent)
    assert shared == "http://testserver/0014/initiativ/?dokument=inbjudan&amp;tid=kl.+9"


def test_what_cannot_be_read_is_said_kept_and_gives_no_file():
    wrong = {"dag": "snart", "dokument": "inbjudan"}
    for address in (PAGE, f"{PAGE}inbjudan.docx"):
        answer = Client().post(address, wrong)
        page = answer.content.decode()
        assert answer.status_code == 400
        assert "”snart” är ingen dag" in page
        assert 'value="snart"' in page


@pytest.mark.parametrize(("suffix", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!")])
def test_document_is_a_file_of_its_kind(suffix, begins):
    answer = Client().post(f"{PAGE}inbjudan.{suffix}", {"tid": "kl. 9"})

    assert answer.status_code == 200
    assert answer.content.lstrip()[:4].startswith(begins)
    assert f"inbjudan-0014.{suffix}" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.fixture
def start(db) -> Start:
    leader = person("pia")
    made = bare_start(by=leader)
    plan_steps(
        made,
        {Step.OUTLOOK: (date(2027, 1, 1), date(2027, 2, 1))},
        by=leader,
        at=AT,
    )
    commission_start(
        made,
        commissioner=Commissioner.GROUP_LEADERS,
        day=AT.date(),
        parties=[row.party for row in COUNCIL],
        by=leader,
        at=AT,
    )
    return made


def test_documents_of_a_start_agree_with_its_commission_its_council_and_its_days(start):
    browser = Client()
    browser.force_login(person_of(start))
    address = f"/start/{start.organisation.key}/2026/initiativ/"

    page = fetch(address + "?dokument=inbjudan", browser)

    assert "Uppdraget till starten gavs den 1 december 2026 av alla gruppledare tillsammans." in page
    assert "1 januari 2027 till 1 februari 2027" in page
    assert re.findall(r"<li>(Moderaterna|Provlistan|Socialdemokraterna)</li>", page) == [
        "Moderaterna",
        "Provlistan",
        "Socialdemokraterna",
    ]
    assert 'name="uppdragsgivare"' not in page
    answer = browser.post(address + "inbjudan.docx", {"dnr": "KS 9"})
    lines = [paragraph.text for paragraph in docx.Document(BytesIO(answer.content)).paragraphs]
    assert "Diarienummer: KS 9" in lines
    assert "Inbjuder: alla gruppledare tillsammans" in lines


def test_commission_that_lacks_a_group_leader_is_not_told_as_given(start):
    start.parties.filter(code="PROV").update(stands_behind=False)
    browser = Client()
    browser.force_login(person_of(start))

    page = fetch(f"/start/{start.organisation.key}/2026/initiativ/?dokument=inbjudan", browser)

    assert "gavs den" not in page
    assert "Det gäller först när gruppledarna för alla partier står bakom det." in page


def person_of(start: Start):
    return start.memberships.get().person
