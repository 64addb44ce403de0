"""What somebody signed keeps the name it was signed by, until the person is erased."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.web.pages import fetch
from tests.web.starts import FIGURE, MEASURED, TERM, full_start, later, person

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.web.accounts.actions import rename_person
from avstamp.web.site.erasing import erase_person
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.thread import actions

pytestmark = pytest.mark.django_db

HERE = "/start/provkoping/2026/"


@pytest.fixture
def reading() -> str:
    """The address of a reading that Sara signed for her party before she was called Sara Gift."""
    start, sara = full_start(), person("sara")
    starts.begin_step(start, Step.ANALYSIS, by=None, at=later(10))
    starts.finish_step(start, Step.ANALYSIS, by=None, at=later(11))
    starts.add_member(start, person("rut"), Capacity.AUDITOR, span=TERM, by=None, at=later(7))
    number = sign(start)
    rename_person(sara, "Sara Gift", at=later(13))
    return f"{HERE}traden/{number}/"


def sign(start: Start) -> int:
    sara, author = person("sara"), Author(AuthorKind.PARTY, "S")
    one = actions.write_claim(
        start, ClaimKind.READING, "Det vänder", author=author, owner=sara, by=sara, at=later(12)
    )
    actions.rest_on_figure(one, FIGURE, MEASURED, relation=Relation.SUPPORTS, by=sara, at=later(12))
    actions.advance_claim(one, DocumentStatus.COMPLETED, by=sara, at=later(12))
    return one.number


def reader(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client


def told(page: str, word: str) -> str:
    """What stands beside a word in a page's list of facts."""
    found = re.search(rf"<dt>{word}</dt><dd>(.*?)</dd>", page)
    assert found is not None
    return found[1]


def test_reading_keeps_the_name_it_was_signed_by_beside_who_answers_for_it_now(reading: str) -> None:
    page = fetch(reading, reader("olle"))
    assert (told(page, "Undertecknat av"), told(page, "Ansvarig")) == ("Sara", "Sara Gift")
    assert "Undertecknad av Sara," in fetch(f"{HERE}traden/uppgift/{FIGURE}/", reader("olle"))
    data = reader("olle").get(reading.rstrip("/") + ".json").json()
    assert (data["signed"], data["owner"]) == ("Sara", "Sara Gift")


def test_answer_and_record_keep_the_name_of_their_time(reading: str) -> None:
    answers = fetch(f"{HERE}traden/1/", reader("olle")).partition('id="answers"')[2]
    assert "Sara," in answers
    assert "Sara Gift" not in answers
    record = fetch(f"{HERE}loggen/?slag=claim", reader("rut"))
    assert "Sara" in record
    assert "Sara Gift" not in record


def test_what_is_signed_after_the_change_has_the_new_name(reading: str) -> None:
    rename_person(person("olle"), "Olle Ny", at=later(2))
    assert "Olle Ny" in fetch(f"{HERE}ifragasatt/2/", reader("olle"))


def test_erased_signature_has_no_name(reading: str) -> None:
    erase_person(person("sara"), at=later(14))
    page = fetch(reading, reader("olle"))
    assert (told(page, "Undertecknat av"), told(page, "Ansvarig")) == ("–", "–")
    assert "Sara" not in page
