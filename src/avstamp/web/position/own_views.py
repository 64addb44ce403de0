"""What does each address of a start's own position answer?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from avstamp.domain.errors import AvstampError, ImportRefused
from avstamp.domain.position.own.registers import FIELDS, Register
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.phrases import rule_of, say
from avstamp.sources.spreadsheet import LARGEST_BYTES
from avstamp.web.attachments import attachment
from avstamp.web.position.actions import keep_rows, set_finding_aside, take_finding_back, withdraw_row
from avstamp.web.position.own_form import column_of, empty_form, read_file, read_form
from avstamp.web.position.own_page import position_page, register_page
from avstamp.web.start.visit import Visit, with_start


@with_start
def position(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show where we stand: the findings, those set aside, and what the organisation itself knows."""
    if not visit.may(Act.ENTER_OWN_FIGURES).allowed:
        visit.require(Act.READ_MATERIAL)
    context = {"visit": visit, "step": "position", "page": position_page(visit.start)}
    return render(request, "position/own/position.html", {**context, "may": visit.may(Act.WRITE_ANALYSIS)})


@with_start
@require_POST
def aside(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Set a finding aside, or take it back."""
    visit.require(Act.WRITE_ANALYSIS)
    subject = request.POST.get("finding", "")
    try:
        if "tillbaka" in request.POST:
            take_finding_back(visit.start, subject, by=visit.person, at=visit.at)
        else:
            reason = request.POST.get("skal", "")
            set_finding_aside(visit.start, subject, reason, by=visit.person, at=visit.at)
    except AvstampError as error:
        messages.error(request, _told(error))
    return redirect(reverse("position:own", kwargs=visit.address))


@with_start
def register(request: HttpRequest, visit: Visit, register: str) -> HttpResponse:
    """Show one register with its form; keep what is written in it."""
    if not visit.may(
        Act.ENTER_OWN_FIGURES
    ).allowed:  # who enters them does so before the start is opened, too
        visit.require(Act.READ_MATERIAL)
    which = _register(register)
    form, status = empty_form(which, year=visit.today.year), 200
    if request.method == "POST":
        visit.require(Act.ENTER_OWN_FIGURES)
        form = read_form(which, request.POST, today=visit.today)
        if form.values is not None:
            keep_rows(visit.start, which, [form.values], by=visit.person, at=visit.at)
            messages.success(request, _say(Phrase("own.kept")))
            return redirect(request.path)
        status = 422
    return _show(request, visit, which, status=status, form=form)


@with_start
@require_POST
def upload(request: HttpRequest, visit: Visit, register: str) -> HttpResponse:
    """Keep every row of a spreadsheet, or none and say what is wrong with each."""
    visit.require(Act.ENTER_OWN_FIGURES)
    which = _register(register)
    form = empty_form(which, year=visit.today.year)
    sent = request.FILES.get("fil")
    if sent is None:
        return _show(request, visit, which, status=422, form=form, faults=[Phrase("own.no_file")])
    try:
        rows = read_file(which, sent.read(LARGEST_BYTES + 1), str(sent.name), today=visit.today)
    except ImportRefused as error:
        return _show(request, visit, which, status=422, form=form, faults=error.failures)
    kept = keep_rows(visit.start, which, rows, by=visit.person, at=visit.at)
    counts = {"new": kept.new, "changed": kept.changed, "same": kept.same}
    messages.success(request, _say(Phrase("own.file_kept", counts)))
    return redirect(reverse("position:register", kwargs={**visit.address, "register": register}))


@with_start
@require_POST
def withdraw(request: HttpRequest, visit: Visit, register: str, number: int) -> HttpResponse:
    """Take a row away; its history stays."""
    visit.require(Act.ENTER_OWN_FIGURES)
    try:
        withdraw_row(visit.start, number, by=visit.person, at=visit.at)
        messages.success(request, _say(Phrase("own.withdrawn")))
    except AvstampError as error:
        messages.error(request, _told(error))
    return redirect(reverse("position:register", kwargs={**visit.address, "register": register}))


@with_start
def blank(request: HttpRequest, visit: Visit, register: str) -> HttpResponse:
    """Give an empty spreadsheet with the register's columns."""
    from avstamp.renderers.xlsx.blank import blank_xlsx

    which = _register(register)
    language = get_language() or "sv"
    columns = [(column_of(field), field.choices) for field in FIELDS[which]]
    said = [
        (
            say(Phrase(f"own.field.{column.name}"), language),
            [say(Phrase(f"own.choice.{code}"), language) for code in choices],
        )
        for column, choices in columns
    ]
    name = say(Phrase(f"own.register.{which}"), language)
    return attachment(blank_xlsx(name, said, language=language), f"{which.value}.xlsx")


def _show(
    request: HttpRequest, visit: Visit, which: Register, *, status: int = 200, **more: object
) -> HttpResponse:
    context = {
        "visit": visit,
        "step": "position",
        "page": register_page(visit.start, which),
        "may": visit.may(Act.ENTER_OWN_FIGURES),
        **more,
    }
    return render(request, "position/own/register.html", context, status=status)


def _register(code: str) -> Register:
    try:
        return Register(code)
    except ValueError as error:
        raise Http404 from error


def _say(phrase: Phrase) -> str:
    return say(phrase, get_language() or "sv")


def _told(error: AvstampError) -> str:
    return _say(rule_of(error).phrase(error))
