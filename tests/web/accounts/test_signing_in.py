"""People sign in by password, codes and links; every page is ours, in two languages, and nobody signs up."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from tests.web.pages import fetch
from tests.web.starts import person

from avstamp.web.accounts.actions import link_path, make_personal_link
from avstamp.web.accounts.models import Person
from avstamp.web.accounts.sign_in_urls import CLOSED

pytestmark = pytest.mark.django_db

PASSWORD = "sju sjösjuka sjömän"
SIGN_IN = "/konto/login/"
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def no_earlier_attempts():
    """Forget how often the tests before this one have tried."""
    cache.clear()


@pytest.fixture
def sara() -> Person:
    made = person("sara")
    made.set_password(PASSWORD)
    made.save()
    return made


def sign_in(client: Client, password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"login": "Sara@Example.se", "password": password, **more})


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def confirm(client: Client) -> None:
    client.post("/konto/reauthenticate/", {"password": PASSWORD})


@pytest.mark.parametrize(
    "address",
    [
        "",
        "email/",
        "logout/",
        "password/set/",
        "2fa/webauthn/add/",
        "2fa/totp/activate/",
        "sessions/",
        "3rdparty/",
        "3rdparty/login/cancelled/",
    ],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_page_of_one_who_came_by_link_is_whole_in_both_languages(client, address, language):
    client.force_login(person("sara"))

    text = fetch(f"{language}/konto/{address}", client)

    assert f'lang="{language.strip("/") or "sv"}"' in text


@pytest.mark.parametrize(
    "address", ["login/", "inactive/", "password/reset/", "password/reset/done/", "password/reset/key/done/"]
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_page_of_nobody_is_whole_in_both_languages(client, address, language):
    assert f'lang="{language.strip("/") or "sv"}"' in fetch(f"{language}/konto/{address}", client)


@pytest.mark.parametrize("address", ["signup/", "3rdparty/signup/", "login/code/confirm/", "social/signup/"])
def test_nobody_signs_up(client, address):
    assert client.get(f"/konto/{address}").status_code == 404
    assert "account_signup" in CLOSED


def test_password_signs_in_and_stays_only_where_asked_to(client, sara):
    assert sign_in(client).headers["Location"] == "/start/"
    assert signed_in_as(client) == str(sara.pk)
    assert client.session.get_expire_at_browser_close()

    client.post("/konto/logout/")
    assert signed_in_as(client) is None
    sign_in(client, remember="on")
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE == 14 * 24 * 60 * 60


def test_wrong_password_is_told_at_the_field_and_keeps_the_address(client, sara):
    text = sign_in(client, "fel lösenord helt").content.decode()

    assert signed_in_as(client) is None
    assert "E-postadressen och lösenordet hör inte ihop" in text
    assert 'value="Sara@Example.se"' in text


def test_guessing_is_stopped(client, sara):
    for _ in range(10):
        sign_in(client, "fel lösenord helt")

    assert "för många försök" in sign_in(client).content.decode()
    assert signed_in_as(client) is None


def test_link_then_password_then_sign_out_then_sign_in(client):
    token = make_personal_link(person("sara"), at=timezone.now())
    client.post(link_path(token))

    client.post("/konto/password/set/", {"password1": PASSWORD})
    client.post("/konto/logout/")

    assert client.get(link_path(token)).status_code == 404
    assert sign_in(client).status_code == 302
    assert signed_in_as(client) is not None


@pytest.mark.parametrize("password", ["kort", "password1234", "sara@example.se"])
def test_weak_password_is_refused(client, password):
    client.force_login(person("sara"))

    answer = client.post("/konto/password/set/", {"password1": password})

    assert (answer.status_code, "ds-error-summary" in answer.content.decode()) == (200, True)
    assert not Person.objects.get().has_usable_password()


def codes_of(client: Client) -> str:
    """The code that the app would show now, after reading the key from the page."""
    text = client.get("/konto/2fa/totp/activate/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in text
    found = re.search(r'class="code-key">([A-Z2-7]+)<', text)
    assert found is not None
    return found[1]


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_codes_are_asked_for_once_they_are_chosen(client, sara):
    sign_in(client)
    confirm(client)
    secret = codes_of(client)
    answer = client.post("/konto/2fa/totp/activate/", {"code": code_now(secret)})
    assert answer.headers["Location"] == "/konto/2fa/recovery-codes/"
    recovery = re.findall(r"<li><code>(\d+)</code>", fetch("/konto/2fa/recovery-codes/", client))
    assert len(recovery) == 10
    assert fetch("/konto/2fa/recovery-codes/generate/", client)
    assert fetch("/konto/2fa/totp/deactivate/", client)
    assert fetch("/konto/2fa/reauthenticate/", client)
    client.post("/konto/logout/")

    assert sign_in(client).headers["Location"] == "/konto/2fa/authenticate/"
    assert signed_in_as(client) is None
    assert fetch("/konto/2fa/authenticate/", client)
    client.post("/konto/2fa/authenticate/", {"code": "000000"})
    assert signed_in_as(client) is None
    client.post("/konto/2fa/authenticate/", {"code": recovery[0]})
    assert signed_in_as(client) == str(sara.pk)


def test_change_of_sign_in_asks_who_it_is_first(client, sara):
    client.force_login(sara)

    answer = client.get("/konto/2fa/totp/activate/")

    assert answer.headers["Location"].startswith("/konto/reauthenticate/")
    assert fetch(answer.headers["Location"], client)


def test_forgotten_password_is_chosen_anew_by_message(client, sara, settings):
    settings.SENDS_EMAIL = True
    client.post("/konto/password/reset/", {"email": "sara@example.se"})
    client.post("/konto/password/reset/", {"email": "okand@example.se"})

    (message,) = mail.outbox
    assert (message.subject, message.alternatives) == ("Nytt lösenord i Avstamp", [])
    found = re.search(r"http://testserver(/konto/password/reset/key/\S+)", message.body)
    assert found is not None
    address = client.get(found[1]).headers["Location"]
    assert fetch(address, client)
    client.post(address, {"password1": "fyra fula fiskar"})

    assert sign_in(client, "fyra fula fiskar").status_code == 302


def test_address_changes_when_the_message_has_been_opened(client, sara, settings):
    settings.SENDS_EMAIL = True
    sign_in(client)
    confirm(client)
    client.post("/konto/email/", {"action_add": "1", "email": "sara.ny@example.se"})
    assert Person.objects.get().email == "sara@example.se"
    assert fetch("/konto/email/", client)

    found = re.search(r"http://testserver(/konto/confirm-email/\S+)", mail.outbox[0].body)
    assert found is not None
    assert fetch(found[1], client)
    client.post(found[1])

    assert Person.objects.get().email == "sara.ny@example.se"
    gone = "E-postadressen byttes. Du loggar inte längre in med den här adressen."
    assert told() == [("sara@example.se", gone)]


def told() -> list[tuple[str, str]]:
    """To whom letters of a changed sign-in went, and the sentence that says what was changed."""
    letters = [one for one in mail.outbox if one.subject == "Din inloggning i Avstamp har ändrats"]
    return [(one.to[0], one.body.split("\n\n")[1]) for one in letters]


def test_changed_password_and_second_factor_are_told_by_letter(
    client, sara, settings, django_capture_on_commit_callbacks
):
    settings.SENDS_EMAIL = True
    sign_in(client)
    confirm(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/konto/2fa/totp/activate/", {"code": code_now(codes_of(client))})
    client.post("/konto/2fa/totp/deactivate/")
    new = "fyra fula fiskar"
    client.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": new})

    assert told() == [
        ("sara@example.se", "Engångskoder slogs på."),
        ("sara@example.se", "Engångskoder slogs av."),
        ("sara@example.se", "Lösenordet byttes."),
    ]
    letter = mail.outbox[-1]
    assert letter.body.startswith("Hej Sara!\n")
    assert "http://testserver/konto/password/reset/" in letter.body
    assert new not in letter.body


def test_letter_of_a_changed_password_is_in_the_language_of_the_page(client, sara, settings):
    settings.SENDS_EMAIL = True
    sign_in(client)
    client.post("/en/konto/password/change/", {"oldpassword": PASSWORD, "password1": "fyra fula fiskar"})

    assert [one.subject for one in mail.outbox] == ["Your sign-in to Avstamp was changed"]
    assert "The password was changed." in mail.outbox[0].body


@pytest.mark.parametrize(("sends", "email"), [(False, "sara@example.se"), (True, "sara@exempelstad.invalid")])
def test_no_letter_is_written_without_mail_or_to_an_invented_person(client, sara, settings, sends, email):
    settings.SENDS_EMAIL = sends
    Person.objects.update(email=email)
    client.force_login(sara)
    client.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": "fyra fula fiskar"})

    sara.refresh_from_db()
    assert sara.check_password("fyra fula fiskar")
    assert mail.outbox == []


def test_password_is_changed_though_the_letter_cannot_be_sent(client, sara, settings):
    settings.SENDS_EMAIL = True
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", 1
    sign_in(client)
    client.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": "fyra fula fiskar"})

    sara.refresh_from_db()
    assert sara.check_password("fyra fula fiskar")


def test_identity_number_is_refused_as_name_and_address(client, sara, settings):
    settings.SENDS_EMAIL = True
    client.force_login(sara)

    named = client.post("/konto/", {"name": "Sara 19811218-9876"})
    moved = client.post("/konto/email/", {"action_add": "1", "email": "198112189876@example.se"})

    assert (named.status_code, moved.status_code) == (400, 200)
    assert all("Avstamp lagrar inga sådana" in answer.content.decode() for answer in (named, moved))
    assert (Person.objects.get().name, Person.objects.get().email) == ("Sara", "sara@example.se")


def test_where_one_is_signed_in_is_listed_and_ended(client, sara):
    sign_in(client)
    other = Client()
    sign_in(other)
    assert fetch("/konto/sessions/", client).count('<tr><th scope="row">') == 2

    client.post("/konto/sessions/")

    assert other.get("/konto/").status_code == 302
    assert client.get("/konto/").status_code == 200
