"""Which address shows what? Swedish addresses have no prefix; English ones begin with /en/."""

from __future__ import annotations

from pathlib import Path

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from avstamp.web.site.views import health

APPS = ("accounts", "start", "thread", "facts", "outlook", "position", "room", "reports", "site")

urlpatterns = [
    path("halsa", health, name="health"),
    *i18n_patterns(
        path("konto/", include("avstamp.web.site.account_urls")),
        path("konto/", include("avstamp.web.accounts.sign_in_urls")),
        *(
            path("", include(f"avstamp.web.{app}.urls"))
            for app in APPS
            if (Path(__file__).parent / app / "urls.py").is_file()
        ),
        prefix_default_language=False,
    ),
]

handler400 = "avstamp.web.site.errors.bad_request"
handler403 = "avstamp.web.site.errors.forbidden"
handler404 = "avstamp.web.site.errors.not_found"
handler500 = "avstamp.web.site.errors.server_error"
