"""What does each address of the frame answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import FactBaseUnusable
from avstamp.domain.facts.unit import Unit
from avstamp.library.facts import open_fact_base
from avstamp.web.site import queries
from avstamp.web.site.start_page import start_page
from avstamp.web.site.steps import FACTORS, STEPS
from avstamp.web.units import with_unit


def choose(request: HttpRequest) -> HttpResponse:
    """Show what Avstamp is, a search field, and every municipality and region."""
    context = {
        "counties": queries.counties(),
        "regions": queries.regions(),
        "steps": STEPS,
        "factors": FACTORS,
    }
    return render(request, "site/choose.html", context)


def search(request: HttpRequest) -> HttpResponse:
    """Lead to the unit that is meant; show a list where several, or none, could be."""
    query = request.GET.get("q", "").strip()
    if not query:
        return redirect("site:choose")
    if found := queries.find_unit(query):
        return redirect("site:start", unit=found.id)
    hits = queries.find_units(query)
    nearest = [] if hits else queries.nearest_units(query)
    return render(request, "site/search.html", {"query": query, "hits": hits, "nearest": nearest})


def suggest(request: HttpRequest) -> JsonResponse:
    """Give the units that answer to what has been typed so far, for the search field's script."""
    hits = queries.find_units(request.GET.get("q", ""))
    units = [
        {"name": unit.name, "id": unit.id, "url": reverse("site:start", args=[unit.id])} for unit in hits
    ]
    return JsonResponse({"units": units})


@with_unit
def start(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show a unit's start page: six things on one screen."""
    page = start_page(unit, today=legal_day(timezone.now()))
    return render(request, "site/start.html", {"unit": unit, "page": page})


def fact_base(request: HttpRequest) -> HttpResponse:
    """Tell where the figures come from, how new they are, and how to fetch newer."""
    base = open_fact_base()
    context = {"sources": queries.sources(), "manifest": base.manifest, "identity": base.identity}
    return render(request, "site/fact_base.html", context)


def method(request: HttpRequest) -> HttpResponse:
    """Explain what the words for comparison mean."""
    return render(request, "site/method.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """Tell how accessible the pages are and how to complain."""
    return render(request, "site/accessibility.html")


def health(request: HttpRequest) -> JsonResponse:
    """Tell a watching program whether pages can be served."""
    try:
        base = open_fact_base()
    except FactBaseUnusable as error:
        return JsonResponse({"status": "fact base unusable", "reason": error.reason}, status=503)
    return JsonResponse({"status": "ok", "fact_base": base.identity, "newest_year": base.newest_year})
