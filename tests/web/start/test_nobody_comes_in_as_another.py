"""A process leader cannot come in as somebody else, have a voice, or open one side's drafts to another afterwards."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core import mail
from django.utils import timezone
from tests.web.starts import AT, TERM, bare_start, full_start, later, person

from avstamp.domain.start.invitations import Invitee
from avstamp.domain.start.roll import Capacity, Side
from avstamp.web.accounts.actions import make_personal_link
from avstamp.web.accounts.models import PersonalLink
from avstamp.web.accounts.personal_links import LinkRefused, open_personal_link
from avstamp.web.start import actions
from avstamp.web.start.inviting import end_membership, invite_people, make_links
from avstamp.web.start.models import Membership, Start

pytestmark = pytest.mark.django_db


def invitee(name: str, *, capacity: Capacity = Capacity.ELECTED, party: str = "S") -> Invitee:
    return Invitee(2, name.title(), f"{name}@example.se", capacity, party, None, "")


def paths(start: Start, leader: str) -> dict[str, str]:
    made = make_links(start, place="/start/", title="Start", by=person(leader), at=later(9))
    return {link.email.split("@")[0]: link.path for link in made}


def test_links_are_made_for_those_who_have_never_come_in():
    start = full_start()

    made = paths(start, "pia")

    assert {name: bool(path) for name, path in made.items()} == {"olle": True, "sara": True, "pia": False}


def test_no_link_is_made_for_one_who_has_come_in_by_another():
    start = full_start()
    open_personal_link(paths(start, "pia")["sara"].rstrip("/").rsplit("/", 1)[-1], at=later(9))

    assert paths(start, "pia")["sara"] == ""


def test_leader_of_another_organisation_gets_no_link_to_one_of_ours():
    full_start()
    other = bare_start("annanstad", by=person("anna"))

    invite_people(other, [invitee("sara")], by=person("anna"), at=later(9))

    assert paths(other, "anna") == {"anna": "", "sara": ""}


def made_by_anna(client, way: str):
    """What Anna is answered who leads in another organisation, where Sara of ours takes part too."""
    full_start()
    other = bare_start("annanstad", by=person("anna"))
    invite_people(other, [invitee("sara"), invitee("moa")], by=person("anna"), at=later(9))
    client.force_login(person("anna"))
    return client.post("/start/annanstad/2026/personer/lankar/", {"as": way}, follow=True)


def test_leader_of_another_organisation_has_a_link_mailed_to_one_of_ours_and_never_sees_it(client, settings):
    settings.SENDS_EMAIL = True

    page = made_by_anna(client, "mail").content.decode()

    sent = {letter.to[0]: letter.body for letter in mail.outbox}
    assert sorted(sent) == ["moa@example.se", "sara@example.se"]
    (path,) = re.findall(r"http://testserver(/\S+)", sent["sara@example.se"])
    assert "Länkarna är skickade." in page
    assert path not in page
    assert open_personal_link(path.rstrip("/").rsplit("/", 1)[-1], at=timezone.now()).person == person("sara")


def test_link_that_could_not_be_mailed_to_one_of_ours_is_not_shown_instead(client, settings):
    settings.SENDS_EMAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    page = made_by_anna(client, "mail").content.decode()

    shown = re.findall(r"<li><strong>(\w+)</strong>", page)
    assert shown == ["Moa"]
    assert "försök igen senare: Sara." in " ".join(page.split())


def test_one_of_ours_is_told_what_to_ask_for_where_there_is_no_mail(client, settings):
    settings.SENDS_EMAIL = False

    page = made_by_anna(client, "page").content.decode()

    assert re.findall(r"<li>(\w+): <code>(.*?)</code>", page) == [
        ("Anna", "avstamp person link anna@example.se"),
        ("Sara", "avstamp person link sara@example.se"),
    ]


def test_link_that_waits_opens_nothing_once_the_person_takes_part_elsewhere_too():
    start = full_start()
    token = make_personal_link(person("sara"), at=later(9), place="/start/")
    other = bare_start("annanstad", by=person("anna"))

    invite_people(other, [invitee("sara")], by=person("anna"), at=later(9))

    with pytest.raises(LinkRefused):
        open_personal_link(token, at=later(9))
    assert PersonalLink.objects.filter(person=person("sara")).count() == 0
    assert start.pk != other.pk


@pytest.mark.parametrize("capacity", [Capacity.ELECTED, Capacity.OFFICIAL])
def test_leader_takes_no_voice_in_the_same_start(capacity):
    start = full_start()
    party = "S" if capacity is Capacity.ELECTED else ""

    with pytest.raises(actions.StartRefused) as refused:
        invite_people(start, [invitee("pia", capacity=capacity, party=party)], by=person("pia"), at=later(9))

    assert refused.value.phrase.key == "start.refused.leader_with_voice"
    with pytest.raises(actions.StartRefused):
        actions.add_member(start, person("pia"), capacity, span=TERM, party=party, by=None, at=AT)
    assert Membership.objects.filter(start=start, person=person("pia")).count() == 1


@pytest.mark.parametrize("day", [date(2026, 10, 15), date(1, 1, 1), date(2031, 1, 1)])
def test_sides_of_an_open_start_are_not_moved_back_in_time(day):
    start = full_start()

    with pytest.raises(actions.StartRefused) as refused:
        actions.take_sides(start, {"M": Side.RULING}, from_day=day, by=person("pia"), at=later(9))

    assert refused.value.phrase.key == "start.sides.day"


def test_form_with_a_day_outside_the_term_is_answered_with_why(client):
    start = full_start()
    client.force_login(person("pia"))
    sides = {f"side_{party.pk}": "ruling" for party in start.parties.all()}

    answer = client.post("/start/provkoping/2026/styre/", sides | {"from_day": "0001-01-01"})

    assert answer.status_code == 422
    assert "går inte att välja" in answer.content.decode()


def test_part_that_has_ended_is_not_made_longer():
    start = full_start()
    row = Membership.objects.get(start=start, person=person("sara"))
    end_membership(start, row.pk, last_day=later(9).date(), by=person("pia"), at=later(9))

    with pytest.raises(actions.StartRefused) as refused:
        end_membership(start, row.pk, last_day=later(30).date(), by=person("pia"), at=later(10))

    assert refused.value.phrase.key == "start.ends_later"


def test_two_leaders_do_not_end_on_the_same_day():
    start = full_start()
    actions.add_member(start, person("per"), Capacity.PROCESS_LEADER, span=TERM, by=person("pia"), at=AT)
    first, second = Membership.objects.filter(start=start, capacity=Capacity.PROCESS_LEADER.value)
    end_membership(start, first.pk, last_day=later(20).date(), by=person("per"), at=later(9))

    with pytest.raises(actions.StartRefused) as refused:
        end_membership(start, second.pk, last_day=later(20).date(), by=person("per"), at=later(9))

    assert refused.value.phrase.key == "start.last_leader"


def test_start_read_before_it_was_opened_does_not_open_twice():
    start = full_start()
    stale = Start.objects.get(pk=start.pk)
    stale.opened_at = None

    with pytest.raises(actions.StartRefused):
        actions.open_start(stale, by=person("pia"), at=later(9))

    assert Start.objects.get(pk=start.pk).opened_at == later(1)


def test_no_real_person_is_invited_to_an_invented_municipality():
    start = bare_start("exempelstad", by=person("anna"))
    start.organisation.invented = True
    start.organisation.save()

    with pytest.raises(actions.StartRefused) as refused:
        invite_people(start, [invitee("sara")], by=person("anna"), at=later(9))

    assert refused.value.phrase.key == "start.refused.real_person"


def test_no_copy_of_a_page_of_a_start_is_kept(client):
    full_start()
    client.force_login(person("olle"))

    for address in ("/start/", "/start/provkoping/2026/"):
        assert "no-store" in client.get(address).headers["Cache-Control"]
