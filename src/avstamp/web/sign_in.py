"""How do people sign in to this server, and how are their sessions kept?

    AVSTAMP_HTTPS        1 where the server is reached over HTTPS, as every server but one's own machine should be
    AVSTAMP_SIGN_IN      path of a TOML file with the organisation's own sign-in (OIDC, SAML)
    AVSTAMP_EMAIL        smtp://, smtp+tls:// or smtps://user:password@host:port; without it nothing is sent
    AVSTAMP_EMAIL_FROM   the address that messages come from

An account is an address: nobody chooses a name to sign in with, and nobody signs up without an invitation.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from avstamp.web.sign_in_providers import read_providers

FORMS = "avstamp.web.accounts.sign_in_forms"
WEEK = 7 * 24 * 60 * 60
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def sign_in_settings(environment: Mapping[str, str]) -> dict[str, object]:
    """Every setting of signing in, sessions and messages.

    Raises:
        ImproperlyConfigured: the file of providers or the mail server cannot be understood.
    """
    return {
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
            for name, options in (
                ("MinimumLengthValidator", {"min_length": 12}),
                ("CommonPasswordValidator", {}),
                ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
            )
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "start:mine",
        "LOGOUT_REDIRECT_URL": "site:choose",
        "SESSION_COOKIE_AGE": 2 * WEEK,
        "SESSION_COOKIE_SAMESITE": "Lax",
        **_account(),
        **_second_step(),
        **_providers(environment),
        **_secure(environment),
        **_email(environment),
    }


def _account() -> dict[str, object]:
    return {
        "ACCOUNT_ADAPTER": "avstamp.web.accounts.adapters.AccountAdapter",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_CHANGE_EMAIL": True,
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_SESSION_REMEMBER": None,
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
        "ACCOUNT_RATE_LIMITS": {"personal_link": "30/m/ip"},
        "ACCOUNT_USER_DISPLAY": str,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 15 * 60,
        "ACCOUNT_FORMS": {
            "login": f"{FORMS}.SignIn",
            "change_password": f"{FORMS}.ChangePassword",
            "set_password": f"{FORMS}.SetPassword",
            "reset_password": f"{FORMS}.ForgottenPassword",
            "reset_password_from_key": f"{FORMS}.NewPassword",
            "add_email": f"{FORMS}.ChangeAddress",
            "reauthenticate": f"{FORMS}.ConfirmPassword",
        },
    }


def _second_step() -> dict[str, object]:
    return {
        "MFA_ADAPTER": "avstamp.web.accounts.adapters.SecondStepAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        # Whoever is here has been invited by name; there is no address of a stranger to protect.
        "MFA_ALLOW_UNVERIFIED_EMAIL": True,
        "MFA_TOTP_ISSUER": "Avstamp",
        # Clocks of telephones differ: a code of the half minute before or after is taken too.
        "MFA_TOTP_TOLERANCE": 1,
        "MFA_FORMS": {
            "authenticate": f"{FORMS}.SecondStep",
            "reauthenticate": f"{FORMS}.ConfirmCode",
            "activate_totp": f"{FORMS}.ActivateCodes",
            "add_webauthn": f"{FORMS}.AddPasskey",
            "edit_webauthn": f"{FORMS}.RenamePasskey",
        },
    }


def _providers(environment: Mapping[str, str]) -> dict[str, object]:
    path = environment.get("AVSTAMP_SIGN_IN")
    return {
        "SOCIALACCOUNT_ADAPTER": "avstamp.web.accounts.adapters.ProviderAdapter",
        "SOCIALACCOUNT_PROVIDERS": read_providers(path) if path else {},
        # Someone invited at an address comes in by the organisation's account with the same, verified, address.
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_EMAIL_VERIFICATION": "none",
        "SOCIALACCOUNT_STORE_TOKENS": False,
    }


def _secure(environment: Mapping[str, str]) -> dict[str, object]:
    if environment.get("AVSTAMP_HTTPS") != "1":
        return {}
    return {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_REDIRECT_EXEMPT": [r"^halsa$"],
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
        "SECURE_HSTS_SECONDS": 52 * WEEK,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https",
    }


def _email(environment: Mapping[str, str]) -> dict[str, object]:
    """The mail server that an address names, as Django's settings; `SENDS_EMAIL` tells pages whether there is one."""
    address = environment.get("AVSTAMP_EMAIL")
    if not address:
        return {"SENDS_EMAIL": False, "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "AVSTAMP_EMAIL is smtp://, smtp+tls:// or smtps://user:password@host:port, "
            f"not {parts.scheme}://{parts.hostname or ''}"
        )
    return {
        "SENDS_EMAIL": True,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": environment.get("AVSTAMP_EMAIL_FROM", f"avstamp@{parts.hostname}"),
    }
