"""Someone invited comes in by the organisation's account with the same verified address; nobody else does.

Both providers are real: one answers over HTTP on this machine, the other signs assertions with a key of its own.
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from tests.web.accounts import saml_provider as saml
from tests.web.accounts.oidc_provider import CLIENT, SECRET, Provider, running_provider
from tests.web.site.test_own_data import everything_stored
from tests.web.starts import person

from avstamp.web.accounts.models import ActorKey, Person
from avstamp.web.sign_in_providers import read_providers

IDENTITY_NUMBER = "198112189876"
CLAIM = "https://id.oidc.se/claim/personalIdentityNumber"
SERVER = "avstamp.example.se"


@pytest.fixture(scope="module")
def provider():
    with running_provider() as running:
        yield running


@pytest.fixture
def claims(provider: Provider) -> dict[str, object]:
    """What the provider tells of whoever signs in there; a test changes it."""
    provider.claims = {
        "sub": "a1b2",
        "email": "Sara@example.se",
        "email_verified": True,
        "name": "Sara Lund",
        CLAIM: IDENTITY_NUMBER,
        "groups": ["kommunledning"],
    }
    return provider.claims


@pytest.fixture
def by_oidc(provider, settings, tmp_path, db):
    """Let people sign in by the provider, with more lines in the file where a test wants them."""

    def configure(more: str = "") -> None:
        path = tmp_path / "sign-in.toml"
        path.write_text(
            textwrap.dedent(f"""
                [[oidc]]
                id = "kommunen"
                name = "Provköpings kommun"
                server = "{provider.url}"
                client_id = "{CLIENT}"
                client_secret = "{SECRET}"
                {more}
            """),
            encoding="utf-8",
        )
        settings.SOCIALACCOUNT_PROVIDERS = read_providers(str(path))

    configure()
    return configure


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def sign_in_by_oidc(client: Client):
    """Go there and back as a browser does."""
    sent = client.post("/konto/oidc/kommunen/login/")
    back = requests.get(sent.headers["Location"], allow_redirects=False, timeout=10).headers["Location"]
    return client.get(urlsplit(back).path + "?" + urlsplit(back).query)


def test_invited_person_comes_in_and_only_address_and_name_are_kept(by_oidc, claims, client):
    sara = person("sara")

    answer = sign_in_by_oidc(client)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/start/")
    assert signed_in_as(client) == str(sara.pk)
    kept = {"email": "Sara@example.se", "email_verified": True, "name": "Sara Lund"}
    assert SocialAccount.objects.get().extra_data == {"userinfo": kept, "id_token": {}}
    assert [word for word in (IDENTITY_NUMBER, "kommunledning") if word in everything_stored()] == []


def test_same_person_comes_in_again_after_a_change_of_address_there(by_oidc, claims, client):
    sara = person("sara")
    sign_in_by_oidc(client)
    client.post("/konto/logout/")
    claims["email"] = "sara.gift@example.se"

    sign_in_by_oidc(client)

    assert signed_in_as(client) == str(sara.pk)
    assert IDENTITY_NUMBER not in everything_stored()


@pytest.mark.parametrize("wrong", [{"email": "okand@example.se"}, {"email_verified": False}])
def test_one_who_is_not_invited_is_told_so_and_not_stored(by_oidc, claims, client, wrong):
    person("sara")
    claims.update(wrong)

    answer = sign_in_by_oidc(client)

    assert "Du är inte inbjuden än" in answer.content.decode()
    assert signed_in_as(client) is None
    assert (Person.objects.count(), SocialAccount.objects.count()) == (1, 0)
    assert IDENTITY_NUMBER not in everything_stored()


def test_domain_that_the_organisation_vouches_for_needs_no_claim(by_oidc, claims, client):
    by_oidc('verified_domains = ["example.se"]')
    sara = person("sara")
    del claims["email_verified"]

    sign_in_by_oidc(client)

    assert signed_in_as(client) == str(sara.pk)


@pytest.mark.parametrize(("domain", "comes_in"), [("Example.se", True), ("annanstad.se", False)])
def test_provider_is_believed_about_its_own_domains_alone(by_oidc, claims, client, domain, comes_in):
    by_oidc(f'verified_domains = ["{domain}"]')
    sara = person("sara")
    assert claims["email_verified"]

    sign_in_by_oidc(client)

    assert signed_in_as(client) == (str(sara.pk) if comes_in else None)
    assert SocialAccount.objects.count() == int(comes_in)


def test_provider_may_bring_people_where_the_file_says_so(by_oidc, claims, client):
    by_oidc("creates_people = true")

    sign_in_by_oidc(client)

    made = Person.objects.get()
    assert (made.email, made.name, made.has_usable_password()) == ("sara@example.se", "Sara Lund", False)
    assert ActorKey.objects.filter(person=made).count() == 1
    assert signed_in_as(client) == str(made.pk)


def test_provider_that_names_people_by_identity_number_is_refused(by_oidc, claims, client):
    person("sara")
    claims["sub"] = IDENTITY_NUMBER

    answer = sign_in_by_oidc(client)

    assert (answer.status_code, signed_in_as(client)) == (400, None)
    assert IDENTITY_NUMBER not in everything_stored()


def test_answer_that_nobody_asked_for_lets_nobody_in(by_oidc, claims, client):
    person("sara")
    sent = client.post("/konto/oidc/kommunen/login/")
    back = urlsplit(
        requests.get(sent.headers["Location"], allow_redirects=False, timeout=10).headers["Location"]
    )

    other = Client()
    answer = other.get(f"{back.path}?{back.query}")

    assert "Inloggningen hos organisationen misslyckades" in answer.content.decode()
    assert signed_in_as(other) is None


def test_page_of_signing_in_offers_the_organisation(by_oidc, client):
    text = client.get("/konto/login/").content.decode()

    assert ">Provköpings kommun</button>" in text


@pytest.fixture(scope="module")
def certificate() -> tuple[str, str]:
    return saml.made_certificate()


@pytest.fixture
def by_saml(certificate, settings, tmp_path, db) -> Client:
    """A browser at a server where people sign in by the SAML provider."""
    (tmp_path / "idp.pem").write_text(certificate[1], encoding="ascii")
    path = tmp_path / "sign-in.toml"
    path.write_text(
        textwrap.dedent(f"""
            [[saml]]
            id = "kommunen"
            name = "Provköpings kommun"
            entity_id = "{saml.ENTITY}"
            sso_url = "{saml.SSO}"
            certificate_file = "idp.pem"
            verified_domains = ["example.se"]
        """),
        encoding="utf-8",
    )
    settings.SOCIALACCOUNT_PROVIDERS = read_providers(str(path))
    settings.ALLOWED_HOSTS = [SERVER]
    return Client(HTTP_HOST=SERVER)


def ask(client: Client) -> tuple[str, str]:
    sent = client.post("/konto/saml/kommunen/login/")
    assert sent.headers["Location"].startswith(saml.SSO + "?")
    return saml.question_of(sent.headers["Location"])


def told_of(answers: str, goes_to: str, subject: str = "a1b2") -> str:
    attributes = {
        saml.EMAIL: "sara@example.se",
        saml.DISPLAY_NAME: "Sara Lund",
        saml.IDENTITY_NUMBER: IDENTITY_NUMBER,
    }
    audience = f"http://{SERVER}/konto/saml/kommunen/metadata/"
    return saml.assertion(subject, attributes, answers=answers, goes_to=goes_to, audience=audience)


def send(client: Client, text: str, answers: str, goes_to: str):
    field = saml.response(text, answers=answers, goes_to=goes_to)
    return client.post(urlsplit(goes_to).path, {"SAMLResponse": field, "RelayState": ""}, follow=True)


def test_invited_person_comes_in_by_signed_assertion(by_saml, certificate):
    sara = person("sara")
    answers, goes_to = ask(by_saml)

    answer = send(by_saml, saml.signed(told_of(answers, goes_to), *certificate), answers, goes_to)

    assert answer.redirect_chain[-1] == ("/start/", 302)
    assert signed_in_as(by_saml) == str(sara.pk)
    assert SocialAccount.objects.get().extra_data == {}
    assert IDENTITY_NUMBER not in everything_stored()


@pytest.mark.parametrize("fault", ["unsigned", "altered", "another key", "never asked"])
def test_assertion_that_cannot_be_trusted_lets_nobody_in(by_saml, certificate, fault):
    person("sara")
    answers, goes_to = ask(by_saml)
    if fault == "never asked":
        answers = "ONELOGIN_" + "0" * 40
    text = told_of(answers, goes_to)
    if fault != "unsigned":
        text = saml.signed(text, *(saml.made_certificate() if fault == "another key" else certificate))
    if fault == "altered":
        text = text.replace("sara@example.se", "pia@example.se")

    answer = send(by_saml, text, answers, goes_to)

    assert answer.status_code == (403 if fault == "never asked" else 401)
    assert (signed_in_as(by_saml), SocialAccount.objects.count()) == (None, 0)


def test_metadata_name_the_server_and_where_answers_go(by_saml):
    text = by_saml.get("/konto/saml/kommunen/metadata/").content.decode()

    assert f'entityID="http://{SERVER}/konto/saml/kommunen/metadata/"' in text
    assert f'Location="http://{SERVER}/konto/saml/kommunen/acs/"' in text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[ldap]]", "unknown tables ['ldap']"),
        ('[[oidc]]\nid = "a"\nname = "A"', "a lacks client_id"),
        ('[[oidc]]\nid = "a"\nsecret = "x"', "does not know ['secret']"),
        ('[[saml]]\nid = "a"\nname = "A"\nentity_id = "e"', "a lacks certificate_file"),
        ("not toml", "sign-in.toml"),
    ],
)
def test_file_that_cannot_be_understood_is_refused_with_what_is_wrong(tmp_path: Path, content, said):
    path = tmp_path / "sign-in.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ImproperlyConfigured) as refusal:
        read_providers(str(path))
    assert said in str(refusal.value)
