"""The demonstration is clicked through as any role on one's own machine, and is not there for anybody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.shared import once_for_many
from tests.web.starts import full_start, person

from avstamp.domain.start.roll import Capacity, Role
from avstamp.web.audit.models import Event
from avstamp.web.room.models import AnonymousSum, Seat, SpentTicket
from avstamp.web.room.queries import outcome_of
from avstamp.web.room.tickets import GROUPS
from avstamp.web.site.demonstration import build_demonstration, find_demonstration
from avstamp.web.site.demonstration_days import ready_day
from avstamp.web.start.queries import Start, find_start, roll_of
from avstamp.web.thread.models import Claim, Dispute

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
PAGE, SWITCH = "/demonstration/", "/demonstration/som/"
HERE = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"}
FROM_HERE = {**HERE, "HTTP_ORIGIN": "http://localhost:8000"}


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[Start]:
    """The demonstration, built once; what a test does to it is undone after the test."""
    with once_for_many(django_db_blocker):
        yield build_demonstration(at=AT)


@pytest.fixture
def start(built, db) -> Start:
    return find_start(built.organisation.key)


@pytest.fixture
def alone(settings):
    """A server for this machine alone."""
    settings.SERVES_THIS_MACHINE_ONLY = True
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


def membership(start: Start, name: str) -> int:
    return start.memberships.get(person__name=name).pk


def test_demonstration_has_everyone_and_everything(start):
    roll = roll_of(start)
    roles = {role for row in roll.memberships for role in roll.roles_of(row.person, on=AT.date())}
    assert start.organisation.invented
    assert roles == set(Role) - {Role.PUBLIC, Role.UNDECIDED}
    assert {row.kind for row in Claim.objects.filter(start=start)} >= {
        "finding",
        "reading",
        "assessment",
        "need",
    }
    assert sorted(row.closed_at is None for row in Dispute.objects.filter(start=start)) == [False, True]


def test_record_of_the_demonstration_stands_in_the_order_of_time(start):
    moments = list(Event.objects.filter(organisation=start.organisation.key).values_list("at", flat=True))
    assert moments == sorted(moments)


def test_a_day_has_been_held_with_every_answer_counted(start):
    day = start.days.get(number=1)
    kinds = {line.kind: line for line in day.lines.exclude(kind="")}
    answered = {kind: outcome_of(line).answered for kind, line in kinds.items()}

    assert day.ended_at is not None
    assert {line.revealed and line.closed_at is not None for line in kinds.values()} == {True}
    assert set(Seat.objects.filter(day=day).values_list("role", flat=True)) == set(GROUPS) - {"undecided"}
    assert (answered["statements"], answered["best_worst"], answered["epa"]) == (21, 21, 8)


def test_of_the_anonymous_round_only_sums_that_tell_of_nobody_are_left(start):
    line = start.days.get(number=1).lines.get(openness="anonymous")
    cells = [(cell["groups"], cell["n"]) for cell in line.publications.get().cells]

    assert cells == [(["official"], 5), (["opposition"], 6), (["ruling"], 5)]
    assert (AnonymousSum.objects.count(), SpentTicket.objects.count()) == (0, 0)


def test_a_newcomer_opens_the_screen_and_answers_from_another_window(start, client, alone):
    page = client.get(PAGE, **HERE)
    day = ready_day(start)
    leader = membership(start, "Petra Process")
    screen = client.post(SWITCH, {"membership": leader, "till": "skarm"}, **FROM_HERE)
    phone = Client()
    address = reverse("room:phone", args=[day.code])
    joined = phone.post(address, {"name": "Nova", "role": "ruling"}, **FROM_HERE)
    phone.post(f"{address}1/", {"svar-0": "agree"}, **FROM_HERE)

    assert address in page.content.decode()
    assert screen.headers["Location"] == "/start/exempelstad/2026/traffar/2/skarm/"
    assert client.get(screen.headers["Location"], **HERE).status_code == 200
    assert joined.status_code == 302
    assert outcome_of(day.lines.get(position=1)).answered == 1


def test_demonstration_is_built_once(start):
    assert build_demonstration(at=AT) == start == find_demonstration()


def test_what_rests_on_a_withdrawn_claim_has_to_be_looked_at_again(start, client, alone):
    client.post(SWITCH, {"membership": membership(start, "Frida Framberg")}, **FROM_HERE)

    page = client.get("/start/exempelstad/2026/traden/se-over/", **HERE)
    assert page.status_code == 200
    assert "Vi föreslår att fler elever" in page.content.decode()


def test_newcomer_becomes_any_of_the_invented_people(start, client, alone):
    assert client.get(PAGE, **HERE).status_code == 200
    for row in start.memberships.select_related("person"):
        answer = client.post(SWITCH, {"membership": row.pk}, **FROM_HERE)
        assert answer.headers["Location"] == "/start/exempelstad/2026/"
        page = client.get("/start/exempelstad/2026/", **HERE)
        assert page.status_code == 200
        assert "Påhittad kommun" in page.content.decode()


def test_front_page_leads_to_the_demonstration_here_and_nowhere_else(client, alone, settings):
    assert PAGE in client.get("/", **HERE).content.decode()
    assert PAGE not in client.get("/", **{**HERE, "REMOTE_ADDR": "192.0.2.7"}).content.decode()
    settings.SERVES_THIS_MACHINE_ONLY = False
    assert PAGE not in client.get("/", **HERE).content.decode()


ELSEWHERE = (
    {"REMOTE_ADDR": "192.0.2.7"},
    {"REMOTE_ADDR": "192.0.2.7", "HTTP_X_FORWARDED_FOR": "127.0.0.1"},
    {"REMOTE_ADDR": ""},
    {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
    {"HTTP_X_FORWARDED_FOR": "192.0.2.7, 127.0.0.1"},
    {"HTTP_X_FORWARDED_HOST": "localhost"},
    {"HTTP_FORWARDED": "for=127.0.0.1"},
    {"HTTP_X_REAL_IP": "127.0.0.1"},
    {"HTTP_VIA": "1.1 proxy"},
    {"HTTP_ORIGIN": "https://avstamp.exempel.se"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_ORIGIN": "http://localhost.exempel.se:8000"},
    {"HTTP_ORIGIN": ""},
)
"""What a request says that comes from elsewhere, through somebody, or from another site's page."""


def test_switching_is_not_there_for_a_request_from_anywhere_else(start, client, alone):
    form = {"membership": membership(start, "Petra Process")}

    answers = [client.post(SWITCH, form, **{**FROM_HERE, **told}).status_code for told in ELSEWHERE]

    assert answers == [404] * len(ELSEWHERE)
    assert "sessionid" not in client.cookies


def test_switching_is_not_there_on_a_server_that_others_reach(start, client, alone, settings):
    form = {"membership": membership(start, "Petra Process")}
    settings.ALLOWED_HOSTS = ["localhost", "avstamp.exempel.se"]
    assert client.post(SWITCH, form, **FROM_HERE).status_code == 404
    settings.ALLOWED_HOSTS = ["localhost"]
    settings.SERVES_THIS_MACHINE_ONLY = False
    assert client.post(SWITCH, form, **FROM_HERE).status_code == 404
    assert client.get(PAGE, **HERE).status_code == 404


def test_switching_never_reaches_a_real_organisation(start, client, alone):
    real = full_start("molndal")
    for row in real.memberships.all():
        assert client.post(SWITCH, {"membership": row.pk}, **FROM_HERE).status_code == 404
    # Somebody real who has been let into the demonstration is still nobody's to be.
    guest = start.memberships.create(
        person=person("sara"), capacity=Capacity.AUDITOR.value, first_day=start.term_first_day
    )
    assert client.post(SWITCH, {"membership": guest.pk}, **FROM_HERE).status_code == 404
    assert client.post(SWITCH, {"membership": "1 OR 1=1"}, **FROM_HERE).status_code == 404


def test_switching_takes_a_form_of_its_own_page_only(start, alone):
    guarded = Client(enforce_csrf_checks=True)
    form = {"membership": membership(start, "Petra Process")}

    assert guarded.post(SWITCH, form, **FROM_HERE).status_code == 403
    assert guarded.get(SWITCH, **HERE).status_code == 405


def test_the_page_answers_also_after_its_screen_was_opened_in_another_window(start, alone):
    guarded = Client(enforce_csrf_checks=True)
    page = guarded.get(PAGE, **HERE).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    form = {"membership": membership(start, "Petra Process"), "csrfmiddlewaretoken": token[1]}

    answers = [guarded.post(SWITCH, {**form, "till": till}, **FROM_HERE) for till in ("skarm", "dag")]

    assert [answer.status_code for answer in answers] == [302, 302]


def test_a_form_that_is_too_old_says_what_to_do(start, alone):
    answer = Client(enforce_csrf_checks=True).post(SWITCH, {}, **FROM_HERE)

    assert answer.status_code == 403
    assert "Inget har sparats." in answer.content.decode()


def test_invented_person_sets_up_nothing_real(start, client, alone):
    client.post(SWITCH, {"membership": membership(start, "Petra Process")}, **FROM_HERE)

    refused = client.get("/start/ny/1480/", **HERE).context["refused"]
    assert refused.key == "start.refused.invented_person"
