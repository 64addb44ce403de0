"""What do the addresses of a unit's indicators answer?"""

from __future__ import annotations

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, UnitKind
from avstamp.library.balance_files import balance_xlsx
from avstamp.library.balance_form import read_form
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import unit_findings
from avstamp.library.findings.objects import findings_object
from avstamp.web.attachments import attachment
from avstamp.web.position import queries
from avstamp.web.position.all_figures import find_figures
from avstamp.web.position.costs_page import costs_page
from avstamp.web.position.expectations_page import expectations_page
from avstamp.web.position.findings_page import findings_page
from avstamp.web.position.heading_page import heading_page
from avstamp.web.position.improvement_page import improvement_page
from avstamp.web.position.key_ratios_page import key_ratios_page
from avstamp.web.position.similar_page import published_group, similar_page
from avstamp.web.units import with_unit

PAGE_DIGITS = 4
"""A longer number of a page means nothing, and one of thousands of digits cannot be read as a number at all."""


@with_unit
def lenses(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the three lenses with the areas of each."""
    shown = [
        {**_named(lens), "slug": slug, "areas": queries.areas(unit, lens)}
        for slug, lens in queries.SLUGS.items()
    ]
    return render(request, "position/lenses.html", {"unit": unit, "lenses": shown, "step": "position"})


@with_unit
def lens(request: HttpRequest, unit: Unit, lens: str) -> HttpResponse:
    """Show one lens: a table an area."""
    return _tables(request, unit, lens)


@with_unit
def outlook(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show what surrounds the unit: a table an area."""
    return _tables(request, unit, None)


@with_unit
def area(request: HttpRequest, unit: Unit, area: str, lens: str | None = None) -> HttpResponse:
    """Show one area of a lens, or of the world around where no lens is named: the newest year, and the years before."""
    context = _frame(request, unit, lens)
    areas = queries.areas(unit, _lens(lens), order=str(context["order"]))
    found = next((one for one in areas if one.slug == area), None)
    if found is None:
        raise Http404
    years, courses = queries.courses(unit, found)
    return render(
        request,
        "position/area.html",
        {**context, "area": found, "years": years, "courses": courses},
    )


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
def findings(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the largest challenges and possibilities, how sure they are and what speaks against them."""
    context = {"unit": unit, "step": "position", "page": findings_page(unit)}
    return render(request, "position/findings.html", context)


@with_unit
def findings_json(request: HttpRequest, unit: Unit) -> JsonResponse:
    """Give the same as data."""
    found = findings_object(unit_findings(open_fact_base(), unit))
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "allow_nan": False})


@with_unit
def improvement(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show on which indicators a unit has improved, against chance and beside the others."""
    context = {"unit": unit, "step": "position", "page": improvement_page(unit)}
    return render(request, "position/improvement.html", context)


@with_unit
def costs(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show what each service costs beside what its conditions explain, and beside its quality."""
    context = {"unit": unit, "step": "position", "page": costs_page(unit)}
    return render(request, "position/costs.html", context)


@with_unit
def key_ratios(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the key ratios of the economy and the financial profile."""
    context = {"unit": unit, "step": "position", "page": key_ratios_page(unit)}
    return render(request, "position/key_ratios.html", context)


@with_unit
def balance(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the inquiry of the balance requirement, filled from the fact base and by hand."""
    page = read_form(open_fact_base(), unit, request.GET)
    context = {"unit": unit, "step": "position", "page": page, "asked": bool(request.GET)}
    # A region's form is empty at first: that is no mistake of the reader's.
    return render(
        request, "position/balance.html", context, status=400 if page.wrong and request.GET else 200
    )


@with_unit
def balance_as_xlsx(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Give the inquiry as a spreadsheet with live formulas; the page says why where there is none to give."""
    form = read_form(open_fact_base(), unit, request.GET)
    if form.inquiry is None:
        page = reverse("position:balance", kwargs={"unit": unit.id})
        return HttpResponseRedirect(f"{page}?{request.GET.urlencode()}")
    content = balance_xlsx(form, unit, language=get_language() or "sv")
    return attachment(content, f"avstamp-balanskrav-{unit.id}-{form.year}.xlsx")


@with_unit
def heading(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show where a unit will be in four years if it goes on as it has."""
    context = {"unit": unit, "step": "position", "page": heading_page(unit)}
    return render(request, "position/heading.html", context)


@with_unit
def figures(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List every indicator of the fact base with the unit's newest figure, to search in."""
    query, page = request.GET.get("q", "").strip(), request.GET.get("sida", "1")
    found = find_figures(unit, query, int(page) if page.isdecimal() and len(page) <= PAGE_DIGITS else 1)
    return render(request, "position/figures.html", {"unit": unit, "query": query, "found": found})


def _tables(request: HttpRequest, unit: Unit, slug: str | None) -> HttpResponse:
    context = _frame(request, unit, slug)
    areas = queries.areas(unit, _lens(slug), order=str(context["order"]))
    return render(request, "position/lens.html", {**context, "areas": areas})


def _frame(request: HttpRequest, unit: Unit, slug: str | None) -> dict[str, object]:
    order = request.GET.get("ordna", "namn")
    return {
        "unit": unit,
        "step": "position" if slug else "outlook",
        "slug": slug,
        "order": order if order in queries.ORDERS else "namn",
        "newest_year": open_fact_base().newest_year,
        **_named(_lens(slug)),
    }


def _lens(slug: str | None) -> Lens:
    """The lens behind a part of an address, the world around us where there is none; Http404 for any other."""
    if slug is None:
        return Lens.OUTLOOK
    if slug not in queries.SLUGS:
        raise Http404
    return queries.SLUGS[slug]


def _named(lens: Lens) -> Mapping[str, Phrase]:
    return {"name": Phrase(f"lens.{lens.value}"), "about": Phrase(f"lens.{lens.value}.about")}
