"""A start is set up from nothing on its pages: who may, what is refused, and what stands there afterwards."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.starts import bare_start, full_start, person

from avstamp.domain.start.roll import Side
from avstamp.domain.values import Verbatim
from avstamp.web.start.models import Start
from avstamp.web.start.queries import find_start, roll_of

pytestmark = pytest.mark.django_db
HERE = "/start/molndal/2026/"
LIST = """namn;e-post;roll;parti;funktion;organ
Sara Berg;sara@example.se;förtroendevald;S;gruppledare;Fullmäktige
Måns Åberg;mans@example.se;Förtroendevald;Moderaterna;;
Olle Öst;olle@example.se;tjänsteperson;;;
"""


@pytest.fixture
def leader(client):
    found = person("pia")
    client.force_login(found)
    return found


def mandates(client) -> dict[str, list[str]]:
    rows = client.get("/start/ny/1481/").context["mandates"].rows
    return {
        "party_code": [row.code for row in rows],
        "party_name": [row.name for row in rows],
        "party_seats": [row.seats for row in rows],
    }


def set_up(client, **other: object):
    return client.post("/start/ny/1481/", {"template": "ystad", **mandates(client), **other})


def test_unit_is_found_by_its_name(client, leader):
    assert client.get("/start/ny/?q=mölndal").headers["Location"] == "/start/ny/1481/"
    assert [unit.name for unit in client.get("/start/ny/?q=möl").context["hits"]] == ["Mölndal", "Bromölla"]


def test_start_is_made_with_the_election_s_mandates_and_a_planned_year(client, leader):
    answer = set_up(client)

    start = find_start("molndal")
    assert answer.headers["Location"] == HERE + "styre/"
    assert sum(row.seats for row in start.parties.all()) == 61
    assert start.steps.exclude(first_day=None).count() == 5
    assert start.meetings.filter(code="ystad.analysis_days").count() == 1


def test_second_start_of_the_term_is_refused_in_words(client, leader):
    set_up(client)

    assert client.get("/start/ny/1481/").context["refused"].key == "start.exists"
    client.post("/start/ny/1481/", {"template": "", "party_name": [], "party_code": [], "party_seats": []})
    assert Start.objects.count() == 1


def test_organisation_of_others_cannot_be_walked_into(client, leader):
    set_up(client)
    start = find_start("molndal")
    start.term_first_day = start.term_first_day.replace(year=2022)
    start.save()
    client.force_login(person("anna"))

    assert client.get("/start/ny/1481/").context["refused"].key == "start.refused.not_led"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"party_seats": ["0", "tre"]}, "start.mandates.seats"),
        ({"party_seats": ["1", "1"]}, "start.mandates.even"),
        ({"party_seats": ["2", "1"]}, "start.mandates.differs"),
        ({"party_code": ["A", "a"]}, "start.mandates.twice"),
        ({"party_name": ["", "B"]}, "start.mandates.nameless"),
    ],
)
def test_mandates_that_no_council_has_are_refused(client, leader, change, fault):
    typed = {"party_code": ["A", "B"], "party_name": ["Alfa", "Beta"], "party_seats": ["60", "1"], **change}

    answer = client.post("/start/ny/1481/", {"template": "ystad", **typed})

    assert answer.status_code == 422
    assert fault in {phrase.key for phrase in answer.context["mandates"].faults}
    assert Start.objects.count() == 0


def test_sum_that_differs_from_the_election_is_taken_when_it_is_confirmed(client, leader):
    typed = {"party_code": ["A", ""], "party_name": ["Alfa", ""], "party_seats": ["59", ""]}

    client.post("/start/ny/1481/", {"template": "", "confirm_total": "1", **typed})

    assert [row.seats for row in find_start("molndal").parties.all()] == [59]


def test_sides_commission_list_and_opening_lead_to_an_open_start(client, leader):
    set_up(client)
    start = find_start("molndal")
    chosen = {f"side_{row.pk}": "undecided" for row in start.parties.all()}
    ruling = start.parties.get(code="S")
    client.post(HERE + "styre/", {**chosen, f"side_{ruling.pk}": "ruling", "from_day": "2026-10-15"})
    client.post(HERE + "uppdrag/", {"commissioner": "presidium", "day": "2026-11-24"})
    client.post(HERE + "personer/lista/", {"pasted": LIST})
    client.post(HERE + "oppna/")

    start.refresh_from_db()
    page = client.get(HERE).context["page"]
    assert roll_of(start).side_of("S", on=start.term_first_day) is Side.RULING
    assert (start.opened_at is not None, page.proof.people, page.remaining) == (True, 4, [])


def test_commission_by_some_group_leaders_does_not_open_a_start(client, leader):
    set_up(client)
    some = {"commissioner": "group_leaders", "day": "2026-11-24", "parties": ["S"]}
    told = client.post(HERE + "uppdrag/", some, follow=True)

    assert told.redirect_chain == [(HERE + "uppdrag/", 302)]
    assert "Alla gruppledare måste stå bakom uppdraget. Det saknas: " in told.content.decode()
    assert client.get(HERE + "oppna/").context["permission"].reason.key == "start.commission.leaders_missing"
    assert client.post(HERE + "oppna/").status_code == 422


@pytest.mark.parametrize("day", ["2025-12-31", "2100-01-01"])
def test_commission_is_not_given_on_a_day_that_cannot_be(client, leader, day):
    set_up(client)
    answer = client.post(HERE + "uppdrag/", {"commissioner": "presidium", "day": day})

    assert "går inte att välja" in str(answer.context["form"].errors)
    assert find_start("molndal").commissioner == ""


def test_day_outside_the_term_is_told_at_its_field_and_keeps_what_was_chosen(client, leader):
    set_up(client)
    chosen = {f"side_{row.pk}": "opposition" for row in find_start("molndal").parties.all()}
    form = client.post(HERE + "styre/skifte/", {**chosen, "from_day": "2020-01-01"}).context["form"]

    assert list(form.errors) == ["from_day"]
    assert {form[name].value() for name in chosen} == {"opposition"}


def test_list_with_headings_alone_is_told_to_be_empty(client, leader):
    set_up(client)
    answer = client.post(HERE + "personer/lista/", {"pasted": LIST.splitlines()[0]})

    assert "Listan har rubriker men inga personer." in answer.content.decode()


def test_shift_of_majority_keeps_what_was_before_the_day(client, leader):
    set_up(client)
    start = find_start("molndal")
    rows = list(start.parties.all())
    client.post(
        HERE + "styre/", {f"side_{row.pk}": "opposition" for row in rows} | {"from_day": "2026-10-15"}
    )
    moved = {f"side_{row.pk}": "ruling" if row.code == "M" else "opposition" for row in rows}
    client.post(HERE + "styre/skifte/", moved | {"from_day": "2028-03-01"})

    history = client.get(HERE + "styre/").context["page"].history
    assert [row.first.year for row in history if row.party == "Moderaterna"] == [2026, 2028]
    assert len(history) == len(rows) + 1


def test_list_with_a_fault_invites_nobody_unless_the_good_rows_are_asked_for(client, leader):
    set_up(client)
    faulty = LIST + "Nils;nils-utan-adress;tjänsteperson;M;;\nAda;ada@example.se;kung;;;\n"

    answer = client.post(HERE + "personer/lista/", {"people": SimpleUploadedFile("a.csv", faulty.encode())})

    told = answer.content.decode()
    assert answer.status_code == 422
    assert find_start("molndal").memberships.count() == 1
    assert "Rad 5. E-post: ”nils-utan-adress” är ingen e-postadress." in told
    assert "Rad 5. Parti: ”M” anges för någon som inte är förtroendevald." in told
    assert "Rad 6, roll: ”kung” känns inte igen." in told

    client.post(HERE + "personer/lista/", {"pasted": faulty, "only_good": "1"})
    assert find_start("molndal").memberships.count() == 4


def test_personal_links_are_shown_once_and_lead_in(client, leader):
    set_up(client)
    client.post(HERE + "personer/lista/", {"pasted": LIST})

    answer = client.post(HERE + "personer/lankar/", {"as": "page"})
    made = {name: address for name, _, address in answer.context["links"]}
    client.logout()
    client.post(made["Sara Berg"])

    assert len(made) == 3
    assert client.get("/start/").context["starts"][0].organisation.key == "molndal"
    assert client.get(HERE + "personer/").status_code == 403


def test_links_as_a_file_hold_no_formula(client, leader):
    set_up(client)
    client.post(HERE + "personer/lista/", {"pasted": LIST.replace("Olle Öst", "=1+1")})

    text = client.post(HERE + "personer/lankar/", {"as": "file"}).content.decode()

    assert "'=1+1;olle@example.se;http://testserver/konto/lank/" in text


def test_links_are_sent_where_the_server_can_send(client, leader, settings, mailoutbox):
    set_up(client)
    client.post(HERE + "personer/lista/", {"pasted": LIST})
    settings.SENDS_EMAIL = True

    answer = client.post(HERE + "personer/lankar/", {"as": "mail"})

    assert answer.headers["Location"] == HERE + "personer/"
    assert sorted(letter.to[0] for letter in mailoutbox) == [
        "mans@example.se",
        "olle@example.se",
        "sara@example.se",
    ]
    assert all("http://testserver/konto/lank/" in letter.body for letter in mailoutbox)


def test_links_that_cannot_be_sent_are_shown_to_be_handed_out(client, leader, settings, tmp_path):
    set_up(client)
    client.post(HERE + "personer/lista/", {"pasted": LIST})
    settings.SENDS_EMAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    answer = client.post(HERE + "personer/lankar/", {"as": "mail"})

    shown = sorted(email for _, email, _ in answer.context["links"])
    assert shown == ["mans@example.se", "olle@example.se", "sara@example.se"]


def test_part_ends_after_a_day_and_the_last_leader_s_never(client, leader):
    start = full_start("molndal")
    rows = {row.person.name: row.pk for row in start.memberships.all()}
    client.post(HERE + f"personer/{rows['Sara']}/avsluta/", {"last_day": "2026-11-01"})
    refused = client.post(HERE + f"personer/{rows['Pia']}/avsluta/", {"last_day": "2026-12-01"})

    assert start.memberships.get(pk=rows["Sara"]).last_day.isoformat() == "2026-11-01"
    assert start.functions.get().last_day.isoformat() == "2026-11-01"
    assert "utan processledare" in refused.content.decode()


def test_plan_is_copied_to_another_organisation_without_people(client, leader):
    set_up(client)
    client.post(HERE + "kopiera/", {"q": "Partille"})

    copy = find_start("partille")
    assert copy.steps.exclude(first_day=None).count() == 5
    assert copy.meetings.count() == find_start("molndal").meetings.count()
    assert (copy.parties.count(), copy.memberships.count()) == (0, 1)


def test_registry_only_goes_onwards(client, leader):
    set_up(client)
    entry = {"number": "KS 2026/12", "retention": "keep", "invites": "on"}
    client.post(HERE + "diarium/", {**entry, "status": "completed"})
    answer = client.post(HERE + "diarium/", {**entry, "status": "working"})

    start = find_start("molndal")
    assert (start.status, start.registration_number) == ("completed", "KS 2026/12")
    assert start.invites_companies_and_unions
    assert "bara framåt" in answer.content.decode()


def test_steps_meetings_and_the_wheel_are_changed(client, leader):
    set_up(client)
    days = {"outlook_first": "2027-01-04", "outlook_last": "2027-01-29"}
    client.post(HERE + "datum/steg/", days)
    client.post(HERE + "datum/mote/", {"title": "Startdag", "first_day": "2027-01-20"})
    rows = client.get(HERE + "datum/").context["page"].year
    own = next(row.meeting for row in rows if row.title == Verbatim("Startdag"))
    assert any(row.law == "KL 11:20" for row in rows)
    client.post(HERE + "datum/arshjul/", {"template": "umea"})
    assert find_start("molndal").meetings.filter(code="umea.position_and_future").exists()
    client.post(HERE + f"datum/mote/{own}/ta-bort/")

    assert find_start("molndal").meetings.filter(title="Startdag").count() == 0


def test_last_day_before_the_first_is_refused(client, leader):
    set_up(client)
    answer = client.post(HERE + "datum/steg/", {"outlook_first": "2027-02-01", "outlook_last": "2027-01-01"})

    assert "Sista dagen ligger före den första." in answer.content.decode()


def test_steps_are_opened_and_closed_only_after_the_start(client, leader):
    full_start("molndal")
    client.post(HERE + "steg/outlook/", {"move": "open"})
    assert find_start("molndal").steps.get(step="outlook").opened_at is not None
    client.post(HERE + "steg/outlook/", {"move": "close"})
    assert find_start("molndal").steps.get(step="outlook").closed_at is not None


SET_UP_PAGES = (
    *("mandat", "uppdrag", "diarium", "kopiera", "datum/steg", "datum/arshjul", "datum/mote", "oppna"),
    *("personer/lista", "personer/lista/mall.csv", "personer/ny", "personer/lankar", "styre/skifte"),
)


@pytest.mark.parametrize("path", SET_UP_PAGES)
def test_pages_of_setting_up_answer_the_leader_and_refuse_others(client, path):
    full_start("molndal")
    address = HERE + path + ("" if path.endswith(".csv") else "/")
    client.force_login(person("pia"))
    assert client.get(address).status_code == 200
    client.force_login(person("sara"))

    assert client.post(address).status_code == 403


@pytest.mark.parametrize("path", ["", "styre/", "datum/", "personer/"])
def test_pages_ask_the_database_as_much_of_one_as_of_three(client, path):
    start = full_start("molndal")
    client.force_login(person("pia"))
    client.get(HERE + path)
    with CaptureQueriesContext(connection) as few:
        client.get(HERE + path)
    client.post(HERE + "personer/lista/", {"pasted": LIST.replace("sara@", "s2@").replace("olle@", "o2@")})
    start.meetings.create(title="Möte", first_day="2027-01-01")
    client.get(HERE + path)  # shows the message of what was done, which is then gone
    with CaptureQueriesContext(connection) as more:
        client.get(HERE + path)

    assert len(few) == len(more)


def test_one_who_takes_part_in_nothing_sees_none_of_it(client):
    bare_start("molndal", by=person("pia"))
    client.force_login(person("anna"))

    assert {client.get(HERE + page + "/").status_code for page in SET_UP_PAGES if "." not in page} == {404}
