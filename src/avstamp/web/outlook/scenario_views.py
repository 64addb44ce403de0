"""What does each address of a start's saved scenarios answer?"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from avstamp.domain.outlook.saved_scenario import MOST_COMPARED
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.phrases import say, together
from avstamp.web.accounts.queries import Person
from avstamp.web.outlook import pages
from avstamp.web.outlook.economy_values import ComputedScenario
from avstamp.web.outlook.scenario_actions import (
    NewScenario,
    ScenarioRefused,
    save_scenario,
    withdraw_scenario,
)
from avstamp.web.outlook.scenario_page import (
    changeable,
    chosen_scenarios,
    compare,
    scenario_lines,
    scenario_page,
)
from avstamp.web.outlook.scenario_queries import (
    SavedScenario,
    UnknownScenario,
    outcome_phrase,
    saved_scenario,
)
from avstamp.web.outlook.worker import compute
from avstamp.web.start.queries import starts_of
from avstamp.web.start.visit import Visit, signed_in, with_start

NAME, AUTHOR, INSTEAD = "namn", "upphov", "ersatter"
FORM_ONLY = frozenset({"csrfmiddlewaretoken", INSTEAD})
"""What the form sends beside what stands in the economy's address."""


@signed_in
def save_choice(request: HttpRequest, person: Person, unit: str) -> HttpResponse:
    """Lead one who wants to save a scenario to the start it is for; let one with several choose."""
    found = open_fact_base().units.resolve(unit)
    starts = [one for one in starts_of(person) if one.organisation.unit == found.id]
    places = [(one, _save_address(request, one.organisation.key, one.term_first_day.year)) for one in starts]
    if len(places) == 1:
        return redirect(places[0][1])
    context = {"unit": found, "step": "outlook", "places": places, "query": request.GET.urlencode()}
    return render(request, "outlook/scenarios/choice.html", context)


def _save_address(request: HttpRequest, organisation: str, year: int) -> str:
    address = reverse("outlook:save_scenario", kwargs={"organisation": organisation, "year": year})
    return f"{address}?{request.GET.urlencode()}"


@with_start
def scenarios(request: HttpRequest, visit: Visit) -> HttpResponse:
    """List the saved scenarios, the newest first."""
    visit.require(Act.READ_MATERIAL)
    return _show(request, visit, "list", lines=scenario_lines(visit), most=MOST_COMPARED)


@with_start
def save(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what is about to be saved and how it ends; save it."""
    visit.require(Act.READ_MATERIAL)
    sent = request.POST if request.method == "POST" else request.GET
    asked = {name: str(text) for name, text in sent.items() if name not in FORM_ONLY}
    wrong, status = None, 200
    if request.method == "POST":
        visit.require(Act.SAVE_SCENARIO)
        try:
            number = _save(visit, asked, request.POST.get(INSTEAD, ""))
            messages.success(request, say(Phrase("scenario.saved"), get_language() or "sv"))
            return redirect(_address(visit, number))
        except ScenarioRefused as error:
            wrong, status = error.phrase, 422
    answer = _computed(visit, asked) if asked else None
    context = {
        "wrong": wrong,
        "outcome": outcome_phrase(answer.outcome) if answer else None,
        "asked": {name: text for name, text in asked.items() if name not in (NAME, AUTHOR)},
        "query": urlencode(asked),
        "name": asked.get(NAME, ""),
        "author": asked.get(AUTHOR, ""),
        "instead": changeable(visit),
    }
    return _show(request, visit, "save", status=status, **context)


def _computed(visit: Visit, asked: Mapping[str, str]) -> ComputedScenario | None:
    unit = open_fact_base().units.get(visit.start.organisation.unit)
    return compute(pages.scenario_answer, unit, dict(asked))


def _save(visit: Visit, asked: Mapping[str, str], instead: str) -> int:
    """Save what was asked; answer the scenario's number. Raises ScenarioRefused with all that is wrong."""
    if not set(asked) - {NAME, AUTHOR}:
        raise ScenarioRefused(Phrase("scenario.wrong.nothing"))
    answer = _computed(visit, asked)
    if answer is None:
        raise ScenarioRefused(Phrase("scenario.wrong.no_economy"))
    if answer.wrong:
        raise ScenarioRefused(together(answer.wrong))
    if answer.changed and not answer.author:
        raise ScenarioRefused(Phrase("scenario.wrong.author"))
    new = NewScenario(answer.name, answer.content, answer.outcome, answer.facts)
    before = _found(visit, int(instead)).row if instead.isascii() and instead.isdecimal() else None
    saved = save_scenario(visit.start, new, instead_of=before, by=visit.person, at=visit.at)
    return int(saved.scenario.number)


@with_start
def scenario(request: HttpRequest, visit: Visit, scenario: int) -> HttpResponse:
    """Show one scenario with its versions, its assumptions and what the thread can rest on it."""
    visit.require(Act.READ_MATERIAL)
    return _scenario(request, visit, scenario)


def _scenario(request: HttpRequest, visit: Visit, number: int, wrong: Phrase | None = None) -> HttpResponse:
    try:
        page = scenario_page(visit, number)
    except UnknownScenario as error:
        raise Http404 from error
    return _show(request, visit, "scenario", status=422 if wrong else 200, page=page, wrong=wrong)


@with_start
@require_POST
def withdraw(request: HttpRequest, visit: Visit, scenario: int) -> HttpResponse:
    """Withdraw a scenario with a reason; the page says why where it cannot be."""
    visit.require(Act.READ_MATERIAL)
    try:
        row = _found(visit, scenario).row
        withdraw_scenario(row, request.POST.get("skal", ""), by=visit.person, at=visit.at)
    except ScenarioRefused as error:
        return _scenario(request, visit, scenario, error.phrase)
    messages.success(request, say(Phrase("scenario.was_withdrawn"), get_language() or "sv"))
    return redirect(_address(visit, scenario))


@with_start
def compared(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show two or three saved scenarios beside the three ready ones."""
    visit.require(Act.READ_MATERIAL)
    numbers = [int(one) for one in request.GET.getlist("val") if one.isascii() and one.isdecimal()]
    chosen = chosen_scenarios(visit, numbers)
    many = len(chosen) > MOST_COMPARED
    if not chosen or many:
        wrong = Phrase("scenario.wrong.choice", {"most": MOST_COMPARED})
        lines = scenario_lines(visit)
        return _show(request, visit, "list", status=400, lines=lines, most=MOST_COMPARED, unread=wrong)
    return _show(request, visit, "compare", page=compare(visit, chosen), chosen=chosen)


def _found(visit: Visit, number: int) -> SavedScenario:
    try:
        return saved_scenario(visit.start, number)
    except UnknownScenario as error:
        raise Http404 from error


def _address(visit: Visit, number: int) -> str:
    return reverse("outlook:scenario", kwargs={**visit.address, "scenario": number})


def _show(
    request: HttpRequest, visit: Visit, template: str, *, status: int = 200, **more: object
) -> HttpResponse:
    may_save = visit.may(Act.SAVE_SCENARIO)
    context = {"visit": visit, "step": "outlook", "may_save": may_save, **more}
    return render(request, f"outlook/scenarios/{template}.html", context, status=status)
