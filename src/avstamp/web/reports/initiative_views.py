"""What do the addresses of an initiative answer: for everyone without an account, and for whoever sets up a start?

What somebody writes of a person or a case comes by form and never stands in an address; nothing is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.permissions import Act
from avstamp.library.initiative.form import InitiativeForm, Surroundings, read_initiative
from avstamp.library.report.files import render_document
from avstamp.web.attachments import attachment
from avstamp.web.reports.initiative_of_start import surroundings_of_start, unit_of
from avstamp.web.reports.initiative_page import (
    KINDS,
    asked_of_everyone,
    initiative_page,
    made,
    surroundings_of,
)
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.units import with_unit


@with_unit
def initiative(request: HttpRequest, unit: Unit) -> HttpResponseBase:
    """Show the fields and one document of an initiative, without an account; an address that names somebody is cut."""
    kept = asked_of_everyone(request.GET.dict())
    if len(kept) < len(request.GET):
        return HttpResponseRedirect(f"{request.path}?{urlencode(kept)}")
    return _page(request, unit, surroundings_of(unit, today=legal_day(timezone.now())), {"unit": unit})


@with_unit
def initiative_file(request: HttpRequest, unit: Unit, document: str, suffix: str) -> HttpResponse:
    """Give one document as a file; what could not be read is shown on the page instead."""
    surroundings = surroundings_of(unit, today=legal_day(timezone.now()))
    form = read_initiative(_asked(request), surroundings)
    if form.wrong:
        return _page(request, unit, surroundings, {"unit": unit}, document=document)
    return _file(unit, form, surroundings, document, suffix)


@with_start
def of_start(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the same with what the start has: its commission, council, days and registration number."""
    visit.require(Act.SET_UP)
    return _page(request, unit_of(visit), surroundings_of_start(visit), {"visit": visit})


@with_start
def of_start_file(request: HttpRequest, visit: Visit, document: str, suffix: str) -> HttpResponse:
    """Give one document of the start's initiative as a file."""
    visit.require(Act.SET_UP)
    unit, surroundings = unit_of(visit), surroundings_of_start(visit)
    form = read_initiative(_asked(request), surroundings)
    if form.wrong:
        return _page(request, unit, surroundings, {"visit": visit}, document=document)
    return _file(unit, form, surroundings, document, suffix)


def _asked(request: HttpRequest) -> dict[str, str]:
    return request.POST.dict() if request.method == "POST" else asked_of_everyone(request.GET.dict())


def _page(
    request: HttpRequest,
    unit: Unit,
    surroundings: Surroundings,
    about: Mapping[str, object],
    *,
    document: str = "",
) -> HttpResponse:
    asked = _asked(request) | ({"dokument": document} if document else {})
    page = initiative_page(unit, asked, surroundings, language=get_language() or "sv")
    template = "reports/initiative_of_start.html" if "visit" in about else "reports/initiative.html"
    context = {**about, "about": unit, "page": page}
    answer = render(request, template, context, status=400 if page.wrong else 200)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _file(
    unit: Unit, form: InitiativeForm, surroundings: Surroundings, document: str, suffix: str
) -> HttpResponse:
    made_document = made(unit, KINDS[document], form, today=surroundings.today)
    content = render_document(made_document, suffix=f".{suffix}", language=get_language() or "sv")
    answer = attachment(content, f"{document}-{unit.id}.{suffix}")
    patch_cache_control(answer, private=True, no_store=True)
    return answer
