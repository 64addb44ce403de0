"""What does each address of a start's own drivers answer?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from avstamp.domain.errors import AvstampError
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import CORNERS, CrossRefused, corner_of
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.phrases import rule_of, say
from avstamp.web.outlook.actions import DriverRefused, place_driver, write_cross, write_drivers
from avstamp.web.outlook.driver_page import driver_page
from avstamp.web.outlook.own_form import read_cross, read_step
from avstamp.web.outlook.own_page import (
    cross_page,
    not_taken,
    register_page,
    sign_choices,
)
from avstamp.web.outlook.queries import PlacedDriver, UnknownDriver, placed_driver, placed_drivers
from avstamp.web.outlook.ready_actions import ready_drivers
from avstamp.web.start.visit import Visit, with_start


@with_start
def register(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the register of drivers, sorted by what those who have placed them think."""
    visit.require(Act.READ_MATERIAL)
    page = register_page(visit.start, visit.person)
    return show_own(request, visit, "register", page=page)


@with_start
def take_over(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the ready drivers that are not in the register; take over those chosen."""
    visit.require(Act.READ_MATERIAL)
    if request.method == "POST":
        visit.require(Act.WRITE_DRIVER)
        keys = request.POST.getlist("drivkraft")
        chosen = ready_drivers(open_fact_base(), _unit(visit), keys, get_language() or "sv")
        try:
            if not chosen:
                raise DriverRefused(Phrase("driver.wrong.none_chosen"))
            write_drivers(visit.start, chosen, by=visit.person, at=visit.at)
            messages.success(request, _say(Phrase("driver.taken", {"count": len(chosen)})))
            return redirect(reverse("outlook:register", kwargs=visit.address))
        except DriverRefused as error:
            messages.error(request, _told(error))
    return show_own(request, visit, "take_over", areas=not_taken(visit.start))


@with_start
def driver(request: HttpRequest, visit: Visit, driver: int) -> HttpResponse:
    """Show one driver and how it has been placed; keep the reader's own placement."""
    visit.require(Act.READ_MATERIAL)
    placed, wrong, status = found_driver(visit, driver), None, 200
    if request.method == "POST":
        visit.require(Act.PLACE_DRIVER)
        effect, uncertainty = (read_step(request.POST.get(name, "")) for name in ("verkan", "osakerhet"))
        try:
            place_driver(placed.row, effect=effect, uncertainty=uncertainty, by=visit.person, at=visit.at)
            messages.success(request, _say(Phrase("driver.placed")))
            return redirect(request.path)
        except DriverRefused as error:
            wrong, status = error.phrase, 422
    page = driver_page(visit, driver)
    return show_own(request, visit, "driver", status=status, page=page, wrong=wrong)


@with_start
def crosses(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose two drivers and write the cross that they span."""
    visit.require(Act.READ_MATERIAL)
    asked = request.POST if request.method == "POST" else request.GET
    chosen = [_chosen(visit, asked.get(name, "")) for name in ("tvars", "upp")]
    wrong, status = None, 200
    if request.method == "POST":
        visit.require(Act.WRITE_DRIVER)
        try:
            return _write_cross(request, visit, chosen)
        except (DriverRefused, CrossRefused) as error:
            wrong, status = error.phrase, 422
    context = _cross_form(request, visit, chosen)
    return show_own(request, visit, "cross_form", status=status, wrong=wrong, **context)


@with_start
def cross(request: HttpRequest, visit: Visit, cross: int) -> HttpResponse:
    """Show a cross with its four futures."""
    visit.require(Act.READ_MATERIAL)
    try:
        page = cross_page(visit.start, cross)
    except UnknownDriver as error:
        raise Http404 from error
    return show_own(request, visit, "cross", page=page)


def _write_cross(request: HttpRequest, visit: Visit, chosen: list[PlacedDriver | None]) -> HttpResponse:
    across, up = chosen
    if across is None or up is None:
        raise CrossRefused(Phrase("cross.wrong.same"))
    read = read_cross(request.POST, across.row, up.row)
    row = write_cross(visit.start, read, across=across.row, up=up.row, by=visit.person, at=visit.at)
    return redirect(reverse("outlook:cross", kwargs={**visit.address, "cross": row.number}))


def _cross_form(request: HttpRequest, visit: Visit, chosen: list[PlacedDriver | None]) -> dict[str, object]:
    """What the form shows: all drivers to choose between, and once two are chosen the fields of the cross."""
    across, up = chosen
    both = across is not None and up is not None and across.row.pk != up.row.pk
    signs = sign_choices(visit.start, across.row, up.row) if both and across and up else []
    written = request.POST
    corners = [
        (
            corner_of(first, second),
            written.get(f"namn-{corner_of(first, second)}", ""),
            written.get(f"foljd-{corner_of(first, second)}", ""),
            written.getlist(f"tecken-{corner_of(first, second)}"),
            Phrase(f"cross.end.{first.value}"),
            Phrase(f"cross.end.{second.value}"),
        )
        for first, second in CORNERS
    ]
    return {
        "drivers": [one for one in placed_drivers(visit.start, visit.person) if not one.withdrawn],
        "across": across,
        "up": up,
        "both": both,
        "signs": signs,
        "corners": corners,
        "written": written,
        "ends": [(name, written.get(name, "")) for name in ("tvars-1", "tvars-2", "upp-1", "upp-2")],
    }


def found_driver(visit: Visit, number: int) -> PlacedDriver:
    """A driver of the start; raises `Http404`."""
    try:
        return placed_driver(visit.start, number, visit.person)
    except UnknownDriver as error:
        raise Http404 from error


def _chosen(visit: Visit, written: str) -> PlacedDriver | None:
    if not (written.isascii() and written.isdecimal() and len(written) < 7):
        return None
    try:
        found = placed_driver(visit.start, int(written), visit.person)
    except UnknownDriver:
        return None
    return None if found.withdrawn else found


def _unit(visit: Visit) -> Unit:
    return open_fact_base().units.get(visit.start.organisation.unit)


def show_own(
    request: HttpRequest, visit: Visit, name: str, *, status: int = 200, **more: object
) -> HttpResponse:
    """Answer with a page of the register."""
    context = {
        "visit": visit,
        "step": "outlook",
        "may_write": visit.may(Act.WRITE_DRIVER),
        "may_place": visit.may(Act.PLACE_DRIVER),
        **more,
    }
    return render(request, f"outlook/own/{name}.html", context, status=status)


def _say(phrase: Phrase) -> str:
    return say(phrase, get_language() or "sv")


def _told(error: AvstampError) -> str:
    return _say(rule_of(error).phrase(error))
