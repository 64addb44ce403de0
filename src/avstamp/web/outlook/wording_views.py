"""What do the addresses answer at which a driver is written, worded anew and withdrawn?

A search for evidence, and what its buttons add or take away, keep what has been typed and save nothing.
"""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.web.outlook.actions import write_drivers
from avstamp.web.outlook.changing import edit_driver, may_change, withdraw_driver
from avstamp.web.outlook.driver_evidence import chosen_pieces, search_evidence
from avstamp.web.outlook.own_form import CHOICES, DriverForm, form_of, read_driver, typed_form
from avstamp.web.outlook.own_views import found_driver, show_own
from avstamp.web.outlook.queries import PlacedDriver
from avstamp.web.outlook.wordings import DriverRefused
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.thread.permitting import require_answer

SAVE = "spara"
"""The button that saves; every other button of the form shows the form again."""


@with_start
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the form of an own driver; write what is sent."""
    visit.require(Act.READ_MATERIAL)
    form = typed_form(request.POST if request.method == "POST" else request.GET)
    wrong = None
    if request.method == "POST":
        visit.require(Act.WRITE_DRIVER)
    if SAVE in request.POST:
        try:
            row = write_drivers(visit.start, [read_driver(visit, form)], by=visit.person, at=visit.at)[0]
        except DriverRefused as error:
            wrong = error.phrase
        else:
            return redirect(_address(visit, row.number))
    return _form(request, visit, form, wrong)


@with_start
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, visit: Visit, driver: int) -> HttpResponse:
    """Show the form of a driver as it is worded now; word it anew as is sent."""
    visit.require(Act.READ_MATERIAL)
    placed, wrong = found_driver(visit, driver), None
    form = _filled(request, visit, placed)
    if request.method == "POST":
        require_answer(placed.claim, by=visit.person, at=visit.at)
    if SAVE in request.POST:
        try:
            edit_driver(placed.row, read_driver(visit, form), seen=form.seen, by=visit.person, at=visit.at)
        except DriverRefused as error:
            wrong = error.phrase
        else:
            messages.success(request, _("Den nya lydelsen är sparad. Den tidigare finns kvar."))
            return redirect(_address(visit, driver))
    return _form(request, visit, form, wrong, placed)


@with_start
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, visit: Visit, driver: int) -> HttpResponse:
    """Ask for the reason; withdraw the driver with it."""
    visit.require(Act.READ_MATERIAL)
    placed, wrong = found_driver(visit, driver), None
    reason = request.POST.get("skal", "")
    if request.method == "POST":
        try:
            withdraw_driver(placed.row, reason, by=visit.person, at=visit.at)
        except DriverRefused as error:
            wrong = error.phrase
        else:
            messages.success(request, _("Drivkraften är återtagen. Den står kvar i registret med skälet."))
            return redirect(_address(visit, driver))
    may = may_change(placed.row, visit)
    status = 422 if wrong else 200
    return show_own(
        request, visit, "withdraw", status=status, placed=placed, wrong=wrong, reason=reason, may_change=may
    )


def _filled(request: HttpRequest, visit: Visit, placed: PlacedDriver) -> DriverForm:
    if request.method == "POST":
        return typed_form(request.POST)
    asked = typed_form(request.GET)
    unit = open_fact_base().units.get(visit.start.organisation.unit)
    form = form_of(placed.row, placed.claim, unit)
    return replace(form, query=asked.query, codes=list(dict.fromkeys([*form.codes, *asked.codes])))


def _form(
    request: HttpRequest,
    visit: Visit,
    form: DriverForm,
    wrong: Phrase | None,
    placed: PlacedDriver | None = None,
) -> HttpResponse:
    return show_own(
        request,
        visit,
        "write",
        status=422 if wrong else 200,
        wrong=wrong,
        form=form,
        placed=placed,
        choices=CHOICES,
        pieces=chosen_pieces(visit, form.codes, form.signs),
        search=search_evidence(visit, form.query, chosen=form.codes),
        may_change=may_change(placed.row, visit) if placed else None,
    )


def _address(visit: Visit, number: int) -> str:
    return reverse("outlook:driver", kwargs={**visit.address, "driver": number})
