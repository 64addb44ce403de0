"""Which page, with which status, answers which error? One table; texts in templates."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from avstamp.domain.errors import AvstampError, Busy, FactBaseUnusable, UnknownIndicator, UnknownUnit
from avstamp.phrases import rule_of
from avstamp.web.accounts.actions import PersonRefused
from avstamp.web.accounts.queries import LinkRefused
from avstamp.web.start.actions import StartRefused
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.start.queries import UnknownStart
from avstamp.web.thread.permitting import ClaimRefused, UnknownClaim, UnknownDispute

log = logging.getLogger("avstamp.web")

PAGES: tuple[tuple[type[AvstampError], int, str], ...] = (
    (UnknownUnit, 404, "site/errors/unknown_unit.html"),
    (UnknownIndicator, 404, "site/errors/unknown_indicator.html"),
    (UnknownStart, 404, "site/errors/unknown_start.html"),
    (LinkRefused, 404, "accounts/link_refused.html"),
    (PersonRefused, 400, "accounts/person_refused.html"),
    (UnknownClaim, 404, "site/errors/unknown_in_start.html"),
    (UnknownDispute, 404, "site/errors/unknown_in_start.html"),
    (ClaimRefused, 400, "site/errors/refused.html"),
    (NotPermitted, 403, "site/errors/not_permitted.html"),
    (StartRefused, 422, "site/errors/start_refused.html"),
    (FactBaseUnusable, 503, "site/errors/no_fact_base.html"),
    (Busy, 503, "site/errors/busy.html"),
)


def answer_error(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """Return the page for one of Avstamp's own errors, None for any other."""
    for kind, status, template in PAGES:
        if isinstance(error, kind):
            if status >= 500:
                log.error("%s", error)
            answer = render(request, template, _context(request, error), status=status)
            if isinstance(error, Busy):
                answer["Retry-After"] = str(error.seconds)
            return answer
    return _refusal(request, error)


def _refusal(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """A page that says why, for every refusal of ours that no view has answered itself."""
    if not isinstance(error, AvstampError) or not 400 <= (rule := rule_of(error)).status < 500:
        return None
    return render(request, "site/errors/refused.html", _context(request, error), status=rule.status)


def _context(request: HttpRequest, error: AvstampError) -> dict[str, object]:
    """The error, why it was refused in words, and the start it happened in, to go back to."""
    found = request.resolver_match.kwargs if request.resolver_match else {}
    here: dict[str, object] = {name: found[name] for name in ("organisation", "year") if name in found}
    start = reverse("start:overview", kwargs=here) if len(here) == 2 else ""
    return {"error": error, "said": rule_of(error).phrase(error), "start": start}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be understood."""
    return render(request, "site/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for something the reader may not see."""
    return render(request, "site/errors/403.html", status=403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page was opened before the reader signed in or changed role in another window."""
    return render(request, "site/errors/form_too_old.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for a page that is not there."""
    return render(request, "site/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when something went wrong on our side."""
    return render(request, "site/errors/500.html", status=500)
