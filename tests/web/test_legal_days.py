"""What happened in the last hour of a UTC day happened the next day in Sweden, on every page and in every rule."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from tests.web.pages import fetch
from tests.web.starts import AT, FIGURE, MEASURED, TERM, bare_start, claim, later, person

from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.roll import Capacity, Role
from avstamp.domain.start.term import Span
from avstamp.domain.values import Phrase
from avstamp.web.accounts.personal_links import LinkRefused, find_personal_link, make_personal_link
from avstamp.web.site.templatetags.avstamp_numbers import day
from avstamp.web.start import actions as starts
from avstamp.web.start.models import Start
from avstamp.web.start.visit import Visit
from avstamp.web.thread import dispute_actions as disputes
from avstamp.web.thread.digest import digests_on, send_digests

pytestmark = pytest.mark.django_db

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
"""Half past midnight on 1 January 2027 in Sweden."""


def opened(*, at: datetime = AT) -> Start:
    start = bare_start(by=person("pia"))
    starts.add_member(start, person("olle"), Capacity.OFFICIAL, span=TERM, party="", by=person("pia"), at=AT)
    starts.commission_start(
        start, commissioner=Commissioner.PRESIDIUM, day=AT.date(), parties=[], by=person("pia"), at=AT
    )
    starts.open_start(start, by=person("pia"), at=at)
    return start


def test_day_of_a_stored_instant_is_the_swedish_one():
    assert (day(NEW_YEAR), day(date(2026, 12, 31))) == ("1 januari 2027", "31 december 2026")


def test_instants_are_stored_in_utc():
    start = opened(at=NEW_YEAR)
    with connection.cursor() as cursor:
        cursor.execute("SELECT opened_at FROM start_start WHERE id = %s", [start.pk])
        (stored,) = cursor.fetchone()
    assert str(stored)[:19] == "2026-12-31 23:30:00"


def test_moment_of_opening_is_told_by_swedish_clocks_and_proved_in_utc(client):
    start = opened(at=NEW_YEAR)
    client.force_login(person("olle"))
    text = fetch(reverse("start:access", kwargs=address(start)), client)
    assert "1 januari 2027 kl. 00.30" in text
    assert "2026-12-31T23:30:00.000000Z" in text


def address(start: Start) -> dict[str, object]:
    return {"organisation": start.organisation.key, "year": start.term_first_day.year}


def test_dispute_raised_after_midnight_is_of_the_new_day_on_its_page(client):
    start = opened()
    row = disputes.dispute_figure(start, FIGURE, MEASURED, why="Saknas", by=person("olle"), at=NEW_YEAR)
    client.force_login(person("olle"))
    page = fetch(reverse("thread:dispute", kwargs={**address(start), "number": row.number}), client)
    assert ("1 januari 2027" in page, "31 december 2026" in page) == (True, False)


def test_claim_is_written_on_the_new_day():
    start = opened()
    assert claim(start).written_day == date(2026, 12, 1)
    assert claim(start, at=NEW_YEAR).written_day == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("at", "role"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), Role.AUDITOR),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), Role.PUBLIC),
    ],
)
def test_part_to_and_including_a_day_lasts_until_midnight_in_sweden(at, role):
    start, vera = opened(), person("vera")
    span = Span(date(2026, 12, 1), date(2026, 12, 31))
    starts.add_member(start, vera, Capacity.AUDITOR, span=span, party="", by=None, at=AT)
    assert Visit(start, vera, at).roles == (role,)


@pytest.mark.parametrize(
    ("made", "days", "last_opens"),
    [
        # Made just before midnight in UTC, which is the next day in Sweden.
        (NEW_YEAR, 7, datetime(2027, 1, 8, 22, 59, 59, tzinfo=UTC)),
        # Over the night when clocks go forward, and over the one when they go back.
        (datetime(2027, 3, 20, 9, 0, tzinfo=UTC), 10, datetime(2027, 3, 30, 21, 59, 59, tzinfo=UTC)),
        (datetime(2027, 10, 25, 9, 0, tzinfo=UTC), 7, datetime(2027, 11, 1, 22, 59, 59, tzinfo=UTC)),
    ],
)
def test_link_opens_to_the_end_of_the_day_it_names(made, days, last_opens):
    token = make_personal_link(person("sara"), at=made, days=days)
    link = find_personal_link(token, at=last_opens)
    with pytest.raises(LinkRefused) as refused:
        find_personal_link(token, at=last_opens + timedelta(seconds=1))
    assert refused.value.phrase == Phrase("link.expired", {"day": link.last_day})
    assert day(link.last_day) == day(last_opens)


def test_letter_of_the_week_counts_swedish_days(mailoutbox):
    start = opened()
    disputes.dispute_figure(start, FIGURE, MEASURED, why="Saknas", by=person("olle"), at=AT)
    # Monday 4 January 2027 in Sweden, and Sunday in UTC.
    send_digests(at=datetime(2027, 1, 3, 23, 30, tzinfo=UTC), address="http://localhost", language="sv")
    disputes.dispute_figure(start, FIGURE, MEASURED, why="Igen", by=person("olle"), at=later(40))
    assert [bool(digests_on(date(2027, 1, on))[0]) for on in (10, 11)] == [False, True]
