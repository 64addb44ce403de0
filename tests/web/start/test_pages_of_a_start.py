"""A start's pages are for those who take part in it; to everyone else they are not there."""

from __future__ import annotations

import pytest
from tests.web.starts import bare_start, full_start, person

pytestmark = pytest.mark.django_db

OVERVIEW = "/start/provkoping/2026/"


def test_one_who_takes_part_sees_the_start(client):
    full_start()
    client.force_login(person("olle"))

    assert client.get(OVERVIEW).status_code == 200
    assert client.get(OVERVIEW + "far-jag/").status_code == 200
    assert OVERVIEW in client.get("/start/").content.decode()


def test_one_who_is_not_signed_in_is_led_to_sign_in(client):
    full_start()

    assert client.get(OVERVIEW).headers["Location"] == f"/konto/login/?next={OVERVIEW}"


def test_start_of_another_answers_as_one_that_is_not_there(client):
    full_start()
    bare_start("annanstad", by=person("anna"))
    client.force_login(person("anna"))

    there, nowhere = client.get(OVERVIEW), client.get("/start/finnsinte/2026/")

    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content.replace(b"finnsinte", b"provkoping")


@pytest.mark.parametrize("path", ["", "traden/", "ifragasatt/", "drivkrafter/", "nulage/", "loggen/"])
def test_every_page_of_a_start_has_the_look_of_its_menu(client, path):
    full_start()
    client.force_login(person("sara"))

    told = client.get(OVERVIEW + path).content.decode()

    assert 'href="/static/start/start.' in told
