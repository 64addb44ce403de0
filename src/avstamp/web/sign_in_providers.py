"""With which accounts of an organisation's own can people sign in? What a TOML file says, as the settings of allauth.

The file has one `[[oidc]]` or `[[saml]]` table for each provider; docs/guide/sign-in.md tells what stands in them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

Table = Mapping[str, object]

SHARED = {"id", "name", "verified_domains", "creates_people"}
KNOWN = {
    "oidc": SHARED | {"server", "client_id", "client_secret", "client_secret_file", "client_authentication"},
    "saml": SHARED
    | {"entity_id", "sso_url", "slo_url", "certificate_file", "metadata_url"}
    | {"own_entity_id", "own_certificate_file", "own_key_file", "encrypted", "attributes"},
}
EMAIL = ["urn:oid:0.9.2342.19200300.100.1.3", "mail", "email"]
ATTRIBUTES = {
    "uid": ["urn:oasis:names:tc:SAML:attribute:subject-id", "urn:oasis:names:tc:SAML:attribute:pairwise-id"],
    "email": [*EMAIL, "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"],
    "name": ["urn:oid:2.16.840.1.113730.3.1.241", "displayName"],
}
"""Where SAML keeps what Avstamp reads; the attribute with a personal identity number is not among it."""


def read_providers(path: str) -> dict[str, dict[str, object]]:
    """The providers of a file, as allauth wants them.

    Raises:
        ImproperlyConfigured: the file cannot be read, lacks something, or says what nothing here knows.
    """
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"AVSTAMP_SIGN_IN: {path}: {error}") from error
    if unknown := set(content) - set(KNOWN):
        raise ImproperlyConfigured(f"AVSTAMP_SIGN_IN: {path}: unknown tables {sorted(unknown)}")
    folder = Path(path).parent
    oidc = [_oidc(table, folder) for table in _checked(content, "oidc")]
    saml = [_saml(table, folder) for table in _checked(content, "saml")]
    return {
        "openid_connect": {"APPS": oidc, "OAUTH_PKCE_ENABLED": True},
        "saml": {"APPS": saml},
    }


def _checked(content: Mapping[str, list[Table]], kind: str) -> list[Table]:
    for table in content.get(kind, []):
        if unknown := set(table) - KNOWN[kind]:
            raise ImproperlyConfigured(f"AVSTAMP_SIGN_IN: [[{kind}]] does not know {sorted(unknown)}")
    return content.get(kind, [])


def _oidc(table: Table, folder: Path) -> dict[str, object]:
    return {
        "provider_id": _required(table, "id"),
        "name": _required(table, "name"),
        "client_id": _required(table, "client_id"),
        "secret": table.get("client_secret") or _text(table, "client_secret_file", folder) or "",
        "settings": {
            "server_url": _required(table, "server"),
            "token_auth_method": table.get("client_authentication"),
            **_shared(table),
        },
    }


def _saml(table: Table, folder: Path) -> dict[str, object]:
    idp = {"entity_id": _required(table, "entity_id")}
    if "metadata_url" in table:
        idp["metadata_url"] = str(table["metadata_url"])
    else:
        _required(table, "certificate_file")
        idp |= {"sso_url": _required(table, "sso_url"), "x509cert": _text(table, "certificate_file", folder)}
        idp |= {"slo_url": str(table["slo_url"])} if "slo_url" in table else {}
    key = _text(table, "own_key_file", folder)
    own = {"entity_id": str(table["own_entity_id"])} if "own_entity_id" in table else {}
    attributes = table.get("attributes", {})
    assert isinstance(attributes, dict)
    return {
        "provider_id": _required(table, "id"),
        "client_id": _required(table, "id"),
        "name": _required(table, "name"),
        "settings": {
            "idp": idp,
            "sp": own,
            "attribute_mapping": {**ATTRIBUTES, **attributes},
            "advanced": {
                "strict": True,
                "want_assertion_signed": True,
                "want_assertion_encrypted": bool(table.get("encrypted", False)),
                "reject_idp_initiated_sso": True,
                "authn_request_signed": bool(key),
                "metadata_signed": bool(key),
                "x509cert": _text(table, "own_certificate_file", folder) or None,
                "private_key": key or None,
            },
            **_shared(table),
        },
    }


def _shared(table: Table) -> dict[str, object]:
    return {
        # Without such domains an address counts only where the provider itself says that it is verified.
        "verified_email": table.get("verified_domains", False),
        "creates_people": bool(table.get("creates_people", False)),
    }


def _required(table: Table, name: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value:
        raise ImproperlyConfigured(f"AVSTAMP_SIGN_IN: {table.get('id', 'a provider')} lacks {name}")
    return value


def _text(table: Table, name: str, folder: Path) -> str:
    """What stands in a file that the table names, seen from the folder of the table's own file."""
    if name not in table:
        return ""
    path = folder / str(table[name])
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"AVSTAMP_SIGN_IN: {name}: {error}") from error
