"""When a term is over, what was done is read by those who took part to its end, and nothing is done any more."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from tests.web.pages import fetch
from tests.web.starts import COUNCIL, person

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.roll import Capacity
from avstamp.domain.start.term import Span, council_term
from avstamp.domain.thread.claims import ClaimKind
from avstamp.web.start import actions
from avstamp.web.start.models import Start
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.thread.actions import advance_claim, write_claim

pytestmark = pytest.mark.django_db

TERM = council_term(2022)
THEN = datetime(2023, 2, 1, 9, tzinfo=UTC)
HERE = "/start/provkoping/2022/"


@pytest.fixture
def ended() -> Start:
    """A start of the term that ended in October 2026: Sara to its end, Moa of which the part ended before."""
    start = actions.create_start(
        organisation="provkoping",
        name="Provköping",
        unit="1481",
        term=TERM,
        parties=COUNCIL,
        by=None,
        at=THEN,
    )
    left = Span(TERM.first, date(2024, 5, 31))
    for who, capacity, party, span in (
        ("pia", Capacity.PROCESS_LEADER, "", TERM),
        ("sara", Capacity.ELECTED, "S", TERM),
        ("moa", Capacity.ELECTED, "M", left),
        ("rut", Capacity.AUDITOR, "", TERM),
    ):
        actions.add_member(start, person(who), capacity, span=span, party=party, by=None, at=THEN)
    actions.commission_start(start, commissioner=Commissioner.PRESIDIUM, day=THEN.date(), by=None, at=THEN)
    actions.open_start(start, by=None, at=THEN)
    for text in ("Färdigt påstående", "Utkast för alltid"):
        one = write_claim(
            start,
            ClaimKind.STATEMENT,
            text,
            author=Author(AuthorKind.PARTY, "S"),
            owner=None,
            by=None,
            at=THEN,
        )
        if text.startswith("Färdigt"):
            advance_claim(one, DocumentStatus.COMPLETED, by=None, at=THEN)
    return start


def reader(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client


@pytest.mark.parametrize("address", ["", "traden/", "traden/1/", "loggen/", "samma-tid/"])
def test_one_who_took_part_to_the_end_reads_on(ended, address) -> None:
    assert "Mandatperioden är slut" in fetch(HERE, reader("sara"))
    assert fetch(HERE + address, reader("sara"))


def test_thread_of_an_ended_term_shows_what_was_completed_and_offers_nothing(ended) -> None:
    page = fetch(HERE + "traden/", reader("sara"))
    assert "Färdigt påstående" in page
    assert "Utkast för alltid" not in page
    assert "traden/skriv/" not in page


def test_nothing_is_written_after_the_term(ended) -> None:
    sara = person("sara")
    refused = reader("sara").post(
        HERE + "traden/skriv/statement/", {"text": "Efteråt", "forfattare": "party:S"}
    )
    assert (refused.status_code, ended.claims.count()) == (403, 2)
    with pytest.raises(NotPermitted):
        write_claim(
            ended,
            ClaimKind.STATEMENT,
            "Efteråt",
            author=Author(AuthorKind.PARTY, "S"),
            owner=sara,
            by=sara,
            at=datetime(2026, 11, 1, 9, tzinfo=UTC),
        )


def test_one_whose_part_ended_before_the_term_has_no_access(ended) -> None:
    assert reader("moa").get(HERE).status_code == 404


def test_own_page_leads_only_to_starts_that_answer(ended) -> None:
    own = fetch("/konto/", reader("sara"))
    assert f'href="{HERE}"' in own
    assert "när mandatperioden slutade" in own
    other = fetch("/konto/", reader("moa"))
    assert f'href="{HERE}"' not in other
    assert "Provköping" in other
