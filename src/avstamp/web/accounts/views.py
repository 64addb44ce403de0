"""What does each address of an account answer?"""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from avstamp.web.accounts.personal_links import find_personal_link, open_personal_link, place_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a personal link opens, and sign its person in when the button is pressed."""
    too_many: HttpResponse | None = ratelimit.consume_or_429(request, action="personal_link")
    if too_many is not None:
        return too_many
    if request.method != "POST":
        link = find_personal_link(token, at=timezone.now())
        return render(request, "accounts/open_link.html", {"link": link})
    link = open_personal_link(token, at=timezone.now())
    answer: HttpResponse = perform_login(request, link.person, redirect_url=place_of(link))
    # Who has just shown the link is not asked again before choosing a password or a passkey.
    record_authentication(request, link.person, "personal_link", reauthenticated=True)
    return answer
