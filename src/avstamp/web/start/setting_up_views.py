"""What do the pages answer on which a start is set up: the unit, its mandates, sides, commission and opening?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import UnknownUnit
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.term import council_term, newest_election
from avstamp.domain.start.wheel_templates import TEMPLATES, find_template
from avstamp.library.facts import open_fact_base
from avstamp.web.accounts.queries import Person
from avstamp.web.start import setting_up
from avstamp.web.start.actions import (
    StartRefused,
    clone_start,
    commission_start,
    open_start,
    take_sides,
)
from avstamp.web.start.forms import CommissionForm, RegistryForm, SidesForm, TemplateForm, said
from avstamp.web.start.mandate_rows import elected_council, rows_of, suggested, typed
from avstamp.web.start.permitting import NotPermitted
from avstamp.web.start.queries import Start, matter_of
from avstamp.web.start.sides_page import sides_now, sides_page
from avstamp.web.start.visit import Visit, signed_in, with_start

MOST_HITS = 20


def go(visit: Visit, name: str) -> HttpResponseRedirect:
    """Lead to another page of the same start."""
    return HttpResponseRedirect(reverse(f"start:{name}", kwargs=visit.address))


def to_start(start: Start, name: str) -> HttpResponseRedirect:
    """Lead to a page of a start that has just been made."""
    address = {"organisation": start.organisation.key, "year": start.term_first_day.year}
    return HttpResponseRedirect(reverse(f"start:{name}", kwargs=address))


def find_unit(query: str) -> tuple[Unit | None, list[Unit]]:
    """The one unit that is meant, or those that could be."""
    units = open_fact_base().units
    try:
        found = units.resolve(query)
    except UnknownUnit:
        found = None
    if found is not None and not found.is_country:
        return found, []
    return None, [unit for unit in units.search(query, limit=MOST_HITS) if not unit.is_country]


@signed_in
def new(request: HttpRequest, person: Person) -> HttpResponse:
    """Ask whose start it is."""
    query = request.GET.get("q", "").strip()
    found, hits = find_unit(query) if query else (None, [])
    if found is not None:
        return redirect("start:new_for", unit=found.id)
    return render(request, "start/new.html", {"query": query, "hits": hits})


@signed_in
def new_for(request: HttpRequest, person: Person, unit: str) -> HttpResponse:
    """Show the term, the mandates of the election and the year wheels; make the start when they are sent."""
    now = timezone.now()
    year = newest_election(legal_day(now).year)
    term, chosen = council_term(year), open_fact_base().units.resolve(unit)
    council = elected_council(chosen.id, year)
    refused = setting_up.setting_up_refused(person, chosen, term)
    form = TemplateForm(request.POST or None, initial={"template": TEMPLATES[0].key})
    mandates = (
        typed(request.POST, elected=council.total if council else None)
        if request.POST
        else suggested(council)
    )
    if request.method == "POST" and refused is None and form.is_valid() and not mandates.faults:
        template = find_template(form.cleaned_data["template"])
        start = setting_up.set_up_start(
            chosen, term, parties=mandates.seats, template=template, by=person, at=now
        )
        messages.success(request, _("Starten finns. Nu är det bara du som ser den."))
        return to_start(start, "sides")
    context = {"unit_chosen": chosen, "term": term, "election": year, "council": council}
    context |= {"mandates": mandates, "form": form, "templates": TEMPLATES, "refused": refused}
    return render(request, "start/new_for.html", context, status=422 if mandates.faults else 200)


@with_start
def parties(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the council's parties and seats, to be corrected before the start opens."""
    visit.require(Act.SET_UP)
    council = elected_council(visit.start.organisation.unit, visit.start.term_first_day.year)
    if visit.start.organisation.invented:
        council = None
    if request.method == "POST":
        mandates = typed(request.POST, elected=council.total if council else None)
        if not mandates.faults:
            setting_up.keep_parties(visit.start, mandates.seats, by=visit.person, at=visit.at)
            messages.success(request, _("Mandaten är sparade."))
            return go(visit, "sides")
    else:
        mandates = suggested(None)
        mandates = type(mandates)(rows_of([row.as_seats for row in visit.start.parties.all()]))
    context = {"visit": visit, "mandates": mandates, "council": council, "election": visit.address["year"]}
    return render(request, "start/parties.html", context, status=422 if mandates.faults else 200)


@with_start
def sides(request: HttpRequest, visit: Visit, shift: bool = False) -> HttpResponse:
    """Show who rules and what the seats make possible; the process leader says it, and says when it shifts."""
    visit.require(Act.READ_MATERIAL)
    rows = list(visit.start.parties.all())
    now = sides_now(visit, rows)
    initial = {"from_day": visit.today if shift else visit.start.term_first_day}
    form = SidesForm(rows, now, request.POST or None, initial=initial)
    if request.method == "POST":
        visit.require(Act.SET_UP)
        if form.is_valid():
            chosen = form.sides()
            moved = {code: side for code, side in chosen.items() if not shift or side is not now[code]}
            day = form.cleaned_data["from_day"]
            try:
                take_sides(visit.start, moved, from_day=day, by=visit.person, at=visit.at)
            except StartRefused as refused:
                form.add_error("from_day", said(refused.phrase))
            else:
                messages.success(request, _("Sparat. Det som gällde före dagen står kvar."))
                return go(visit, "sides" if visit.start.opened_at else "commission")
    context = {"visit": visit, "page": sides_page(visit, rows, now), "form": form, "shift": shift}
    context |= {"may_edit": visit.may(Act.SET_UP).allowed}
    return render(request, "start/sides.html", context, status=422 if form.errors else 200)


@with_start
def commission(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show and record who has commissioned the start."""
    visit.require(Act.SET_UP)
    start = visit.start
    initial = {
        "commissioner": start.commissioner or Commissioner.PRESIDIUM.value,
        "day": start.commission_day or visit.today,
        "parties": list(start.parties.filter(stands_behind=True).values_list("code", flat=True)),
    }
    form = CommissionForm(start.parties.all(), request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        behind = given["parties"] if given["commissioner"] == Commissioner.GROUP_LEADERS else []
        try:
            commission_start(
                start,
                commissioner=Commissioner(given["commissioner"]),
                day=given["day"],
                parties=behind,
                by=visit.person,
                at=visit.at,
            )
        except StartRefused as refused:
            form.add_error(None, said(refused.phrase))
        else:
            if (missing := matter_of(start).commission_missing) is not None:
                messages.info(request, said(missing))
                return go(visit, "commission")
            return go(visit, "invite" if start.memberships.count() == 1 else "overview")
    return render(request, "start/commission.html", {"visit": visit, "form": form})


@with_start
def opening(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say what opening means, and open the start to everyone at the same moment."""
    permission = visit.may(Act.OPEN_START)
    if not visit.may(Act.SET_UP).allowed:
        raise NotPermitted(permission)
    if request.method == "POST":
        open_start(visit.start, by=visit.person, at=visit.at)
        messages.success(request, _("Starten är öppen. Alla fick tillgång i samma stund."))
        return go(visit, "overview")
    people = len({row.person for row in visit.roll.memberships})
    context = {"visit": visit, "permission": permission, "people": people}
    return render(request, "start/opening.html", context)


@with_start
def registry(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show and keep the registration number, the document status and what is kept of the start."""
    visit.require(Act.SET_UP)
    start = visit.start
    initial = {
        "number": start.registration_number,
        "status": start.status,
        "retention": start.retention,
        "invites": start.invites_companies_and_unions,
    }
    form = RegistryForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            setting_up.keep_registry(start, **form.typed(), by=visit.person, at=visit.at)
        except StartRefused as refused:
            form.add_error("status", said(refused.phrase))
        else:
            messages.success(request, _("Sparat."))
            return go(visit, "overview")
    return render(request, "start/registry.html", {"visit": visit, "form": form})


@with_start
def clone(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Make a start for another municipality or region with this one's plan and nothing else of it."""
    visit.require(Act.SET_UP)
    query = request.POST.get("q", "").strip()
    found, hits = find_unit(query) if query else (None, [])
    refused = None
    if found is not None:
        term = council_term(visit.start.term_first_day.year)
        refused = setting_up.setting_up_refused(visit.person, found, term)
    if found is not None and refused is None:
        key = setting_up.key_of(found)
        start = clone_start(
            visit.start, organisation=key, name=found.name, unit=found.id, by=visit.person, at=visit.at
        )
        messages.success(request, _("Starten finns, med samma plan. Fyll i mandaten."))
        return to_start(start, "parties")
    context = {"visit": visit, "query": query, "hits": hits, "refused": refused}
    return render(request, "start/clone.html", context)
