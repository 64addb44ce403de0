"""A small SAML identity provider: reads the question, and signs an assertion that answers it."""

from __future__ import annotations

import base64
import zlib
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils as Saml

ENTITY = "https://idp.example.se/metadata"
SSO = "https://idp.example.se/sso"
ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion"
PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
EMAIL = "urn:oid:0.9.2342.19200300.100.1.3"
DISPLAY_NAME = "urn:oid:2.16.840.1.113730.3.1.241"
IDENTITY_NUMBER = "urn:oid:1.2.752.29.4.13"


def made_certificate() -> tuple[str, str]:
    """A key and a certificate of its own making, as text."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example.se")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private.decode(), certificate.public_bytes(serialization.Encoding.PEM).decode()


def question_of(address: str) -> tuple[str, str]:
    """The number of the question that a browser was sent with, and where the answer goes."""
    packed = parse_qs(urlsplit(address).query)["SAMLRequest"][0]
    question = etree.fromstring(zlib.decompress(base64.b64decode(packed), -15))
    return question.get("ID"), question.get("AssertionConsumerServiceURL")


def assertion(subject: str, attributes: dict[str, str], *, answers: str, goes_to: str, audience: str) -> str:
    """An assertion about one person, good for five minutes, without a signature."""
    now = datetime.now(UTC)
    at, until = (f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in (now, now + timedelta(minutes=5)))
    before = f"{now - timedelta(minutes=1):%Y-%m-%dT%H:%M:%SZ}"
    told = "".join(
        f'<saml:Attribute Name="{name}"><saml:AttributeValue>{escape(value)}</saml:AttributeValue></saml:Attribute>'
        for name, value in attributes.items()
    )
    persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    password = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
    return (
        f'<saml:Assertion xmlns:saml="{ASSERTION}" ID="{Saml.generate_unique_id()}" Version="2.0" IssueInstant="{at}">'
        f"<saml:Issuer>{ENTITY}</saml:Issuer>"
        f'<saml:Subject><saml:NameID Format="{persistent}">{escape(subject)}</saml:NameID>'
        f'<saml:SubjectConfirmation Method="{bearer}"><saml:SubjectConfirmationData NotOnOrAfter="{until}" '
        f'Recipient="{goes_to}" InResponseTo="{answers}"/></saml:SubjectConfirmation></saml:Subject>'
        f'<saml:Conditions NotBefore="{before}" NotOnOrAfter="{until}"><saml:AudienceRestriction>'
        f"<saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>"
        f'<saml:AuthnStatement AuthnInstant="{at}" SessionIndex="1"><saml:AuthnContext>'
        f"<saml:AuthnContextClassRef>{password}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
        f"<saml:AttributeStatement>{told}</saml:AttributeStatement></saml:Assertion>"
    )


def signed(text: str, key: str, certificate: str) -> str:
    """An assertion with its signature inside (RSA with SHA-256)."""
    return Saml.add_sign(text, key, certificate).decode()


def response(text: str, *, answers: str, goes_to: str) -> str:
    """The form field that a browser carries back."""
    at = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    success = "urn:oasis:names:tc:SAML:2.0:status:Success"
    whole = (
        f'<samlp:Response xmlns:samlp="{PROTOCOL}" ID="{Saml.generate_unique_id()}" Version="2.0" '
        f'IssueInstant="{at}" Destination="{goes_to}" InResponseTo="{answers}">'
        f'<saml:Issuer xmlns:saml="{ASSERTION}">{ENTITY}</saml:Issuer>'
        f'<samlp:Status><samlp:StatusCode Value="{success}"/></samlp:Status>{text}</samlp:Response>'
    )
    return base64.b64encode(whole.encode()).decode()
