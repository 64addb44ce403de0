"""A figure's page shows the thread to those whose start it concerns, and asks the database nothing for others."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.pages import fetch
from tests.web.starts import AT, bare_start, full_start, later, person

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.addresses import FigureAddress
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.thread.revisions import FigureVersion
from avstamp.domain.values import Gender, Status
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.thread import actions, dispute_actions
from avstamp.web.thread.targets import figure_now

pytestmark = pytest.mark.django_db

PAGE = "/1481/figur/N15428/"
OTHER_PAGE = "/1480/figur/N15428/"


def newest(client: Client) -> FigureAddress:
    """The figure that the page is about, as its own link to the start names it."""
    text = client.get(PAGE).content.decode()
    subject = text.split("/traden/uppgift/")[1].split('/"')[0]
    return FigureAddress("N15428", "1481", Gender.ALL, subject.split("/")[-1])


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(person(name))
    return client


def analysed_start() -> Start:
    start = full_start()
    starts.begin_step(start, Step.ANALYSIS, by=None, at=later(10))
    starts.finish_step(start, Step.ANALYSIS, by=None, at=later(11))
    return start


def test_one_in_the_start_reads_writes_and_disputes_from_the_figure() -> None:
    analysed_start()
    page = fetch(PAGE, signed_in("sara"))
    for words in ("Tolka", "Ifrågasätt uppgiften", "Använd som underlag", "Vad vilar på uppgiften?"):
        assert words in page
    assert "Socialdemokraterna har inte skrivit någon tolkning." in page


def test_what_rests_on_the_figure_and_what_is_disputed_stands_on_its_page() -> None:
    start, client = analysed_start(), signed_in("olle")
    address = newest(client)
    claim = actions.write_claim(
        start,
        ClaimKind.FINDING,
        "Fler blir behöriga",
        author=Author(AuthorKind.JOINT),
        owner=None,
        by=None,
        at=AT,
    )
    actions.rest_on_figure(claim, address, figure_now(address), relation=Relation.SUPPORTS, by=None, at=AT)
    actions.advance_claim(claim, DocumentStatus.COMPLETED, by=None, at=AT)
    cited = FigureVersion(12.0, Status.MEASURED, None, 1)
    dispute_actions.dispute_figure(start, address, cited, why="Fel skola", by=None, at=AT)
    page = fetch(PAGE, client)
    assert ("Fler blir behöriga" in page, "Uppgiften är ifrågasatt" in page, "Fel skola" in page) == (
        True,
    ) * 3


@pytest.mark.parametrize("page", [PAGE, OTHER_PAGE])
def test_one_of_another_organisation_sees_nothing_of_it(page: str) -> None:
    analysed_start()
    bare_start("annanstad", by=person("anna"))
    reader = signed_in("anna") if page == PAGE else signed_in("sara")
    assert "provkoping" not in reader.get(page).content.decode()


def test_one_without_a_session_has_the_database_asked_nothing() -> None:
    analysed_start()
    with CaptureQueriesContext(connection) as asked:
        page = fetch(PAGE)
    assert (len(asked), "ifragasatt" in page) == (0, False)
