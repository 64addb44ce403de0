"""How is the web app set up?

Everything a server may want to change is an environment variable with a default that suits one's own machine:

    AVSTAMP_HOME         where Avstamp keeps what it writes
    AVSTAMP_HOSTS        names the server answers to, separated by commas
    AVSTAMP_SECRET_KEY   key for signed values; without it one is made the first time and kept in AVSTAMP_HOME
    AVSTAMP_DATABASE     path of the SQLite file, or postgresql://user:password@host:port/name

Those of signing in, sessions and messages are told in `sign_in`.
"""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from avstamp.places import PACKAGE, home
from avstamp.web.databases import database
from avstamp.web.secret import secret_key
from avstamp.web.sign_in import sign_in_settings
from avstamp.web.static_files import collected_folder

WEB = Path(__file__).parent

DEBUG = False
SECRET_KEY = os.environ.get("AVSTAMP_SECRET_KEY") or secret_key(home())
ALLOWED_HOSTS = os.environ.get("AVSTAMP_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

# Set by `avstamp serve` when it listens on loopback: the demonstration can be clicked through as any role only then.
SERVES_THIS_MACHINE_ONLY = False

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    *(
        f"avstamp.web.{app}"
        for app in (
            "accounts",
            "audit",
            "start",
            "thread",
            "site",
            "reports",
            "position",
            "outlook",
            "room",
            "facts",
        )
        if (WEB / app / "__init__.py").is_file()
    ),
    # After our own, so that our templates come before theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    # Reads nothing until a view or a template asks who the reader is: the pages of the fact base never do.
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "avstamp.web.site.middleware.SmallMemory",
    "avstamp.web.site.middleware.PlainText",
    "avstamp.web.site.middleware.ErrorPages",
]
ROOT_URLCONF = "avstamp.web.urls"
ASGI_APPLICATION = "avstamp.web.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "avstamp.web.site.context.frame",
            ],
        },
    },
]

# The pages of the fact base ask the database nothing; it is here for starts, people and votes.
DATABASES = {
    "default": database(os.environ.get("AVSTAMP_DATABASE"), home() / "avstamp.sqlite3"),
}
AUTH_USER_MODEL = "accounts.Person"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# How people sign in: its own module, because it is long and can be tried with any environment.
signing_in = sign_in_settings(os.environ)
globals().update(signing_in)
SENDS_EMAIL = bool(signing_in["SENDS_EMAIL"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("Engelska"))]
LOCALE_PATHS = [PACKAGE / "locale"]
CSRF_FAILURE_VIEW = "avstamp.web.site.errors.form_too_old"
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = collected_folder()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # The design system's icons are data: addresses in its style sheet.
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}

RESULT_KINDS = ("avstamp.web.outlook.scenario_results.SCENARIOS", "avstamp.web.room.results.RESULTS")
"""What a start computes of its own that its claims can rest on; see `avstamp.web.thread.result_kinds`."""
STEP_RESULTS = ("avstamp.web.room.results.for_step",)
"""What has been worked out together that a step's own pages show; see `avstamp.web.start.step_results`."""
