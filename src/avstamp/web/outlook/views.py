"""What do the addresses of the outlook answer?

What computes does so in a process of its own (`worker`): the one that serves stays small.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import PopulationOutlook
from avstamp.domain.values import UnitKind
from avstamp.library.drivers import drivers_object
from avstamp.library.facts import open_fact_base
from avstamp.library.own_projection import OwnProjection, read_projection
from avstamp.library.population_form import PopulationForm
from avstamp.sources.ledger import LARGEST_BYTES as LARGEST_LEDGER
from avstamp.sources.ledger import is_sie
from avstamp.web.attachments import attachment
from avstamp.web.outlook import pages
from avstamp.web.outlook.drivers_page import drivers_csv, drivers_page
from avstamp.web.outlook.economy_parts import asked_parts, economy_question, part_templates
from avstamp.web.outlook.emissions_page import emissions_csv, emissions_page
from avstamp.web.outlook.ledger_views import propose
from avstamp.web.outlook.population_page import (
    asked_form,
    population_file,
    population_page,
    usual_outlook,
)
from avstamp.web.outlook.record_page import record_page
from avstamp.web.outlook.social_page import social_page
from avstamp.web.outlook.worker import compute
from avstamp.web.units import with_unit

REGIONS = "regioner"


def record(request: HttpRequest) -> HttpResponse:
    """Show how the forecasts of the whole country have come true, for municipalities or for regions."""
    kind = UnitKind.REGION if request.GET.get("visa") == REGIONS else UnitKind.MUNICIPALITY
    return render(request, "outlook/record.html", {"page": record_page(kind), "kind": kind.value})


@with_unit
def economy(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show a municipality's economy to 2035 in three scenarios and the reader's own; a slider gets parts."""
    swapped = bool(request.headers.get("HX-Request"))
    parts, width = asked_parts(request.GET if swapped else {})
    page = compute(pages.economy, unit, economy_question(request.GET))
    context = {
        "unit": unit,
        "step": "outlook",
        "page": page,
        "swapped": swapped,
        "parts": part_templates(parts),
        "width": width,
        "address": request.build_absolute_uri(request.path),
    }
    template = "outlook/economy_answer.html" if swapped else "outlook/economy.html"
    answer = render(request, template, context, status=400 if page.wrong else 200)
    if swapped and "share" in parts:
        answer["HX-Replace-Url"] = f"{request.path}?{page.query}"
    patch_vary_headers(answer, ["HX-Request"])
    return answer


@with_unit
def economy_accounts(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Take an organisation's own accounts, from a file or by hand; they are put in the address and kept nowhere."""
    sent = request.FILES.get("fil")
    file = (sent.name or "", sent.read(LARGEST_LEDGER + 1)) if sent else None
    if file and is_sie(*file):
        return propose(request, unit, *file)
    form = compute(pages.economy_accounts, unit, request.GET.dict(), file)
    if isinstance(form, str):
        return HttpResponseRedirect(f"{reverse('outlook:economy', kwargs={'unit': unit.id})}?{form}")
    context = {"unit": unit, "step": "outlook", "form": form}
    return render(request, "outlook/economy_accounts.html", context, status=400 if form.wrong else 200)


@with_unit
def economy_accounts_csv(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Give the fact base's accounts as a file to fill in."""
    content = compute(pages.economy_accounts_file, unit, get_language() or "sv")
    if content is None:
        return HttpResponseRedirect(reverse("outlook:economy", kwargs={"unit": unit.id}))
    return attachment(content, f"avstamp-bokslut-{unit.id}.csv")


@with_unit
def economy_as_xlsx(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Give the chosen scenario's certain path as a spreadsheet; the page says why where there is none to give."""
    content = compute(pages.economy_file, unit, request.GET.dict(), get_language() or "sv")
    if content is None:
        page = reverse("outlook:economy", kwargs={"unit": unit.id})
        return HttpResponseRedirect(f"{page}?{request.GET.urlencode()}")
    return attachment(content, f"avstamp-ekonomi-{unit.id}.xlsx")


def _population(unit: Unit, form: PopulationForm) -> PopulationOutlook:
    """What is kept, or what the worker draws with the reader's own assumptions."""
    if form.usual:
        return usual_outlook(unit)
    return compute(pages.population, unit, form.newcomers, form.to_nation)


def _sent_projection(request: HttpRequest) -> tuple[OwnProjection | None, Sequence[object]]:
    """What the sent file holds, or everything that is wrong with it."""
    sent = request.FILES.get("fil")
    try:
        return read_projection(sent.read() if sent else b"", str(sent.name) if sent else ""), ()
    except ImportRefused as refusal:
        return None, refusal.failures


@with_unit
def population(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the population twenty years ahead by the ages that services meet, and what they then need.

    A file that is sent stands beside for this answer only; nothing of it is stored.
    """
    form = asked_form(unit, request.GET.dict())
    beside, refused = _sent_projection(request) if request.method == "POST" else (None, ())
    page = population_page(
        unit, _population(unit, form), form, query=request.GET.urlencode(), beside=beside, refused=refused
    )
    context = {"unit": unit, "step": "outlook", "page": page}
    return render(request, "outlook/population.html", context, status=400 if page.wrong or refused else 200)


@with_unit
def population_as_file(request: HttpRequest, unit: Unit, kind: str) -> HttpResponse:
    """Give the population ahead as a file, with the same assumptions as the page."""
    form = asked_form(unit, request.GET.dict())
    language = get_language() or "sv"
    content = population_file(unit, _population(unit, form), form, kind=kind, language=language)
    return attachment(content, f"avstamp-befolkning-{unit.id}.{kind}")


@with_unit
def emissions(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show what a unit emits, sector by sector where that is known, and the pace that a chosen target asks for."""
    page = emissions_page(unit, request.GET.dict(), language=get_language() or "sv")
    context = {"unit": unit, "step": "outlook", "page": page}
    return render(request, "outlook/emissions.html", context, status=400 if page.wrong else 200)


@with_unit
def emissions_as_csv(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Give the emissions as a file: semicolons and decimal commas, with the source in the last lines."""
    content = emissions_csv(unit, language=get_language() or "sv")
    if content is None:
        raise Http404
    return attachment(content, f"avstamp-utslapp-{unit.id}.csv")


@with_unit
def social(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show how people live in a unit, area by area, beside others."""
    context = {"unit": unit, "step": "outlook", "page": social_page(unit)}
    return render(request, "outlook/social.html", context)


@with_unit
def drivers(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show the drivers that everybody starts from, with the unit's own figures beside each."""
    context = {"unit": unit, "step": "outlook", "page": drivers_page(unit)}
    return render(request, "outlook/drivers.html", context)


@with_unit
def drivers_as_csv(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Give the drivers with their figures as a file."""
    content = drivers_csv(unit, language=get_language() or "sv")
    return attachment(content, f"avstamp-drivkrafter-{unit.id}.csv")


@with_unit
def drivers_as_json(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Give the drivers with their figures as data."""
    return JsonResponse(drivers_object(open_fact_base(), unit), json_dumps_params={"ensure_ascii": False})
