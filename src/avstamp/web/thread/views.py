"""What do the addresses that only read a thread answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avstamp.domain.start.permissions import Act
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.thread.as_data import claim_data, thread_data
from avstamp.web.thread.claim_page import claim_page
from avstamp.web.thread.figure_page import figure_page
from avstamp.web.thread.list_page import thread_page, waiting_lines
from avstamp.web.thread.offers import kinds_to_write


@with_start
@require_safe
def thread(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the claims of a start, filtered as the address says."""
    visit.require(Act.READ_MATERIAL)
    context = {"visit": visit, "page": thread_page(visit, request.GET), "kinds": kinds_to_write(visit)}
    return render(request, "thread/thread.html", context)


@with_start
@require_safe
def thread_as_json(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the same claims as data."""
    visit.require(Act.READ_MATERIAL)
    return _json(thread_data(visit, request.GET))


@with_start
@require_safe
def waiting(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the claims that wait for the reader's answer."""
    visit.require(Act.READ_MATERIAL)
    return render(request, "thread/waiting.html", {"visit": visit, "lines": waiting_lines(visit)})


@with_start
@require_safe
def claim(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Show one claim with what it rests on and what rests on it."""
    visit.require(Act.READ_MATERIAL)
    return render(request, "thread/claim.html", {"visit": visit, "page": claim_page(visit, number)})


@with_start
@require_safe
def claim_as_json(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Give one claim as data."""
    visit.require(Act.READ_MATERIAL)
    return _json(claim_data(visit, number))


@with_start
@require_safe
def figure(request: HttpRequest, visit: Visit, address: str) -> HttpResponse:
    """Show what rests on one figure, how the parties read it, and what is disputed about it."""
    visit.require(Act.READ_MATERIAL)
    return render(request, "thread/figure.html", {"visit": visit, "page": figure_page(visit, address)})


def _json(data: object) -> JsonResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})
