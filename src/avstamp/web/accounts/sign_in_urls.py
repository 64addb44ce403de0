"""Which addresses does allauth answer here? Those that somebody has a use for, and no other.

Nobody signs up, no code is sent by e-mail, and the lists of second steps stand on the account's own page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allauth import urls as allauth_urls
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path

CLOSED = {
    "account_signup",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "mfa_index",
    "mfa_list_webauthn",
    "socialaccount_signup",
    None,  # old addresses that lead on to those
}


def open_only(patterns: Iterable[URLPattern | URLResolver]) -> Sequence[URLPattern | URLResolver]:
    """The same tree of addresses without those that are closed."""
    kept: list[URLPattern | URLResolver] = []
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = open_only(one.url_patterns)
            kept.append(URLResolver(one.pattern, inner, one.default_kwargs, one.app_name, one.namespace))
        elif one.name not in CLOSED:
            kept.append(one)
    return kept


def to_account(request: HttpRequest) -> HttpResponse:
    """Lead to the account's own page, where the second steps are listed."""
    return redirect("account:mine")


urlpatterns = [
    path("2fa/", to_account, name="mfa_index"),
    path("2fa/webauthn/", to_account, name="mfa_list_webauthn"),
    *open_only(allauth_urls.urlpatterns),
]
