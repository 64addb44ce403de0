"""What do the addresses of a unit's indicators answer?"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, UnitKind
from avstamp.web.position import queries
from avstamp.web.position.expectations_page import expectations_page
from avstamp.web.position.similar_page import published_group, similar_page
from avstamp.web.units import with_unit


@with_unit
def lenses(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the three lenses with the areas of each."""
    shown = [
        {
            "slug": slug,
            "name": Phrase(f"lens.{lens.value}"),
            "about": Phrase(f"lens.{lens.value}.about"),
            "areas": found,
        }
        for slug, lens in queries.SLUGS.items()
        if (found := queries.areas(unit, lens))
    ]
    return render(request, "position/lenses.html", {"unit": unit, "lenses": shown, "step": "position"})


@with_unit
def lens(request: HttpRequest, unit: Unit, lens: str) -> HttpResponse:
    """Show one lens: a table an area."""
    if lens not in queries.SLUGS:
        raise Http404
    return _tables(request, unit, queries.SLUGS[lens], step="position")


@with_unit
def outlook(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show what surrounds the unit: a table an area."""
    return _tables(request, unit, Lens.OUTLOOK, step="outlook")


def _tables(request: HttpRequest, unit: Unit, lens: Lens, *, step: str) -> HttpResponse:
    order = request.GET.get("ordna", "namn")
    context = {
        "unit": unit,
        "step": step,
        "name": Phrase(f"lens.{lens.value}"),
        "about": Phrase(f"lens.{lens.value}.about"),
        "areas": queries.areas(unit, lens, order=order),
        "order": order if order in queries.ORDERS else "namn",
    }
    return render(request, "position/lens.html", context)


@with_unit
def similar(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show which municipalities are most like one, by fitted weights or the reader's own."""
    if unit.kind is UnitKind.REGION:
        context = {"unit": unit, "step": "position", "published": published_group(unit)}
        return render(request, "position/similar_region.html", context)
    page = similar_page(unit, request.GET)
    context = {"unit": unit, "step": "position", "page": page}
    return render(request, "position/similar.html", context, status=400 if page.wrong else 200)


@with_unit
def expectations(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show who expects what, how it is measured, and what it takes to meet it."""
    context = {"unit": unit, "step": "position", "page": expectations_page(unit)}
    return render(request, "position/expectations.html", context)


@with_unit
def figures(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List every indicator of the fact base, to search in."""
    query, page = request.GET.get("q", "").strip(), request.GET.get("sida", "1")
    found = queries.find_indicators(query, int(page) if page.isdecimal() else 1)
    return render(request, "position/figures.html", {"unit": unit, "query": query, "found": found})
