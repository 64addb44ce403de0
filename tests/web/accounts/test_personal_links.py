"""A personal link opens one person's place until it expires or is not needed; looking at it uses nothing up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import override
from tests.web.starts import AT, later, person

from avstamp.domain.values import Phrase
from avstamp.web.accounts.models import PersonalLink
from avstamp.web.accounts.personal_links import (
    LinkRefused,
    find_personal_link,
    link_path,
    make_personal_link,
    open_personal_link,
)

pytestmark = pytest.mark.django_db


def reason(token: str, days: int) -> Phrase:
    with pytest.raises(LinkRefused) as refusal:
        open_personal_link(token, at=later(days))
    return refusal.value.phrase


def test_link_opens_to_and_including_its_last_day() -> None:
    sara = person("sara")
    token = make_personal_link(sara, at=AT, days=7)

    assert open_personal_link(token, at=later(0)).person == sara
    assert open_personal_link(token, at=later(6)).first_opened_at == later(0)
    assert find_personal_link(token, at=later(7)).last_day == later(7).date()
    assert reason(token, 8) == Phrase("link.expired", {"day": later(7).date()})


def test_token_is_nowhere_stored() -> None:
    token = make_personal_link(person("sara"), at=AT)

    assert [value for value in PersonalLink.objects.values_list().get() if token in str(value)] == []


def test_new_link_to_the_same_place_replaces_the_old() -> None:
    sara = person("sara")
    old = make_personal_link(sara, at=AT, place="/start/a/2026/")
    elsewhere = make_personal_link(sara, at=AT, place="/start/b/2026/")
    with override("en"):  # whoever invites reads English, so that the address they give is English too
        new = make_personal_link(sara, at=AT, place="/en/start/a/2026/")

    assert reason(old, 1) == Phrase("link.unknown")
    assert [open_personal_link(token, at=later(1)).place for token in (elsewhere, new)] == [
        "/start/b/2026/",
        "/start/a/2026/",
    ]


def test_link_opens_nothing_once_its_person_has_a_password() -> None:
    sara = person("sara")
    token = make_personal_link(sara, at=AT)
    sara.set_password("ett eget lösenord")
    sara.save()

    assert reason(token, 1) == Phrase("link.not_needed")


@pytest.mark.parametrize(("alone", "opens"), [(True, False), (False, True)])
def test_link_opens_nothing_once_a_passkey_opens_alone(alone: bool, opens: bool) -> None:
    sara = person("sara")
    token = make_personal_link(sara, at=AT)
    told = {"credential": {"clientExtensionResults": {"credProps": {"rk": alone}}}}
    Authenticator.objects.create(user=sara, type="webauthn", data=told)

    if opens:
        assert open_personal_link(token, at=later(1)).person == sara
    else:
        assert reason(token, 1) == Phrase("link.not_needed")


def test_link_of_one_who_is_gone_is_unknown() -> None:
    sara = person("sara")
    token = make_personal_link(sara, at=AT)
    sara.is_active = False
    sara.save()

    assert reason(token, 1) == Phrase("link.unknown") == reason("aldrig-gjord", 1)
    with pytest.raises(LinkRefused):
        make_personal_link(sara, at=AT)


def test_fetching_the_page_uses_nothing_up_and_the_button_signs_in(client) -> None:
    sara = person("sara")
    token = make_personal_link(
        sara, at=timezone.now() - timedelta(days=1), place="/start/provkoping/2026/", title="Provköping"
    )
    path = link_path(token)

    looked = client.get(path)
    assert (looked.status_code, "_auth_user_id" in client.session) == (200, False)
    assert "Öppna din plats i Provköping" in looked.content.decode()
    assert find_personal_link(token, at=timezone.now()).first_opened_at is None

    answer = client.post(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/start/provkoping/2026/")
    assert client.session["_auth_user_id"] == str(sara.pk)
    assert client.post(path).status_code == 302


def test_page_of_a_link_that_opens_nothing_leads_to_sign_in(client) -> None:
    answer = client.get(link_path("aldrig-gjord"))

    assert answer.status_code == 404
    assert 'href="/konto/login/"' in answer.content.decode()


def test_guessing_links_is_stopped(client) -> None:
    cache.clear()
    answers = [client.post(link_path("gissad")).status_code for _ in range(31)]
    cache.clear()

    assert answers == [404] * 30 + [429]
