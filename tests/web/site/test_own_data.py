"""A person gets all that is stored of them, and is erased so that nothing leads to them while the record holds."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.test import Client
from tests.web.pages import fetch
from tests.web.starts import AT, full_start, later, person

from avstamp.domain.start.roll import Capacity
from avstamp.web.accounts.actions import make_personal_link, rename_person
from avstamp.web.accounts.models import ActorKey, Person
from avstamp.web.audit.models import Event
from avstamp.web.audit.queries import verify_record
from avstamp.web.site.erasing import erase_person
from avstamp.web.site.own_data import columns_about_people, own_tables
from avstamp.web.start.models import Membership

ADDRESS = "sara@example.se"
NAME = "Sara Särskild"


@pytest.fixture
def sara(db) -> Person:
    full_start()
    sara = person("sara")
    sara.name = NAME
    sara.set_password("sju sjösjuka sjömän")
    sara.save()
    make_personal_link(sara, at=AT)
    SocialAccount.objects.create(user=sara, provider="org", uid="a1", extra_data={"email": ADDRESS})
    Authenticator.objects.create(user=sara, type="totp", data={"secret": "hemlig"})
    return sara


def everything_stored() -> str:
    """Every value of every row of every table, decoded where it is packed."""
    texts = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label == "sessions.Session":
            texts += [str(session.get_decoded()) for session in model._default_manager.all()]
        texts += [str(row) for row in model._default_manager.values_list()]
    return "\n".join(texts)


def opened(answer) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_file_holds_what_each_table_knows(sara, client):
    client.force_login(sara)

    file = opened(client.get("/konto/mina-uppgifter.zip"))
    data = json.loads(file.read("uppgifter.json"))

    assert file.namelist() == ["uppgifter.json", "uppgifter.html"]
    assert data["accounts.person"] == [
        {
            "identifier": str(sara.identifier),
            "email": ADDRESS,
            "name": NAME,
            "is_active": "True",
            "created_at": "2026-12-01T08:30:15.123456Z",
            "last_login": data["accounts.person"][0]["last_login"],
        }
    ]
    assert [row["capacity"] for row in data["start.membership.person"]] == ["elected"]
    assert [row["verdict"] for row in data["thread.answer.person"]] == ["still_holds", "withdrawn"]
    assert {row["action"] for row in data["record"]} > {"claim.answered"}
    assert "hemlig" not in str(data)
    page = file.read("uppgifter.html").decode()
    assert "<h2>Dina roller</h2>" in page
    assert NAME in page


def test_file_is_only_of_the_one_who_asks(sara, client):
    client.force_login(person("olle"))

    assert ADDRESS not in opened(client.get("/konto/mina-uppgifter.zip")).read("uppgifter.json").decode()


def test_every_table_about_people_is_read(sara):
    named = {(model._meta.label, column) for model, column in columns_about_people()}

    assert named >= {
        ("start.Membership", "person"),
        ("start.FunctionHeld", "person"),
        ("thread.Claim", "owner"),
        ("thread.Answer", "person"),
        ("accounts.PersonalLink", "person"),
        ("account.EmailAddress", "user"),
    }


def test_erased_person_is_nowhere_and_the_record_holds(sara):
    browser = Client()
    browser.post("/konto/login/", {"login": ADDRESS, "password": "sju sjösjuka sjömän"})
    before = Membership.objects.filter(person=sara).count()
    assert everything_stored().count(NAME) == 1

    erase_person(sara, at=later(10))

    left = everything_stored()
    assert [word for word in (NAME, ADDRESS) if word in left] == []
    assert not ActorKey.objects.filter(person=sara).exists()
    assert Membership.objects.filter(person=sara, capacity=Capacity.ELECTED.value).count() == before == 1
    assert browser.get("/konto/").status_code == 302
    assert Event.objects.order_by("number").values_list("action", flat=True).last() == "person.erased"


@pytest.mark.django_db(transaction=True)
def test_record_verifies_after_erasure(client):
    # The heads are signed when a transaction has been committed, so this test commits.
    full_start()
    erase_person(person("sara"), at=later(10))

    verdict = verify_record("provkoping")

    assert (verdict.faults, verdict.events) == ((), Event.objects.count())


def test_erased_person_has_no_former_name_left(sara):
    rename_person(sara, "Sara Gift", at=later(9))
    rename_person(sara, "Sara Skild", at=later(9))
    told = {table.name: table.rows for table in own_tables(sara)}
    assert [row["name"] for row in told["accounts.formername.person"]] == [NAME, "Sara Gift"]

    erase_person(sara, at=later(10))

    left = everything_stored()
    assert [word for word in (NAME, "Sara Gift", "Sara Skild") if word in left] == []


def test_erasure_takes_the_address_written_out(sara, client):
    client.force_login(person("olle"))
    assert "Det här försvinner" in fetch("/konto/radera/", client)

    refused = client.post("/konto/radera/", {"email": ADDRESS})
    assert (refused.status_code, Person.objects.filter(email="olle@example.se").exists()) == (400, True)

    assert client.post("/konto/radera/", {"email": " Olle@example.se"}).status_code == 200
    assert Person.objects.filter(email="olle@example.se").exists() is False
    assert client.get("/konto/").status_code == 302


def test_only_process_leader_is_warned(sara, client):
    client.force_login(person("pia"))
    assert "Du är ensam processledare" in fetch("/konto/radera/", client)

    client.force_login(person("olle"))
    assert "Du är ensam processledare" not in fetch("/konto/radera/", client)


def test_one_with_a_password_confirms_who_it_is_before_erasing(sara, client):
    client.force_login(sara)

    assert client.get("/konto/radera/").headers["Location"].startswith("/konto/reauthenticate/")
    assert client.post("/konto/radera/", {"email": ADDRESS}).status_code == 302
    assert Person.objects.filter(email=ADDRESS).exists()


def test_nobody_else_is_named_in_what_a_person_gets(sara):
    olle = person("olle")
    olle.name = "Olle Ovanlig"
    olle.save()

    for reader, other in ((sara, olle.name), (olle, NAME)):
        told = json.dumps(
            [[dict(row) for row in table.rows] for table in own_tables(reader)], ensure_ascii=False
        )
        assert reader.name in told
        assert other not in told
