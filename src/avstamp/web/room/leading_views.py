"""What do the pages of the one who leads a day answer: the list, the agenda, its lines, the slips and the screen?"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.agenda import run_sheet
from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.domain.start.permissions import Act, role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase, Verbatim
from avstamp.library.report.files import render_document
from avstamp.phrases import rule_of
from avstamp.web.attachments import attachment
from avstamp.web.room import actions
from avstamp.web.room.actions import NewLine, make_day
from avstamp.web.room.agenda_actions import add_line, change_line
from avstamp.web.room.clock_actions import keep_turn
from avstamp.web.room.day_page import line_pages, qr_code, screen_of
from avstamp.web.room.forms import DayForm, LineForm, initial_of, said
from avstamp.web.room.models import Day
from avstamp.web.room.presence_page import presence_of
from avstamp.web.room.queries import day_numbered, days_of, line_at, lines_of, planned_of
from avstamp.web.room.shared_page import made_once
from avstamp.web.room.tickets import GROUPS
from avstamp.web.start.visit import Visit, with_start


@with_start
def days(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the start's days."""
    visit.require(Act.READ_MATERIAL)
    may_lead = visit.may(Act.SET_UP).allowed
    return render(
        request, "room/days.html", {"visit": visit, "days": days_of(visit.start), "may_lead": may_lead}
    )


@with_start
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lay out a day."""
    visit.require(Act.SET_UP)
    form = DayForm(request.POST or None, initial={"template": "half_day", "begins": "09:00"})
    if request.method == "POST" and form.is_valid():
        filled = {name: form.cleaned_data[name] for name in ("title", "day", "begins", "place", "guests")}
        day = make_day(visit.start, **filled, lines=form.lines(), by=visit.person, at=visit.at)
        return _go(visit, day)
    return render(request, "room/new.html", {"visit": visit, "form": form})


@with_start
def day(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Show a day: for the leader with everything to run it by, for the others its agenda and the way in."""
    visit.require(Act.READ_MATERIAL)
    row = day_numbered(visit.start, day)
    context = {
        "visit": visit,
        "day": row,
        "lines": line_pages(row),
        "presence": presence_of(row, visit.roll),
        "may_lead": visit.may(Act.SET_UP).allowed,
        "may_run": visit.may(Act.RUN_WORKSHOP),
        "roles": [(group, role_name(Role(group))) for group in GROUPS],
    }
    return render(request, "room/day.html", context)


@with_start
def line(request: HttpRequest, visit: Visit, day: int, line: int = 0) -> HttpResponse:
    """Set a line of the agenda, or a new one."""
    visit.require(Act.SET_UP)
    row = day_numbered(visit.start, day)
    old = line_at(row, line) if line else None
    initial = initial_of(old) if old else {"openness": "named", "most_each": 3, "minutes": 20}
    form = LineForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _set(visit, row, line, form.line())
            return _go(visit, row)
        except AvstampError as error:
            form.add_error(None, said(rule_of(error).phrase(error)))
    return render(request, "room/line.html", {"visit": visit, "day": row, "form": form, "old": old})


def _set(visit: Visit, day: Day, position: int, new: NewLine) -> None:
    if position:
        change_line(line_at(day, position), new, by=visit.person, at=visit.at)
    else:
        add_line(day, new, by=visit.person, at=visit.at)


ACTS: dict[str, Callable[..., object]] = {
    "open": actions.open_line,
    "reopen": actions.open_line,
    "close": actions.close_line,
    "settle": actions.settle_line,
    "stage": actions.advance_stage,
    "show": lambda line, **by: actions.show_line(line, True, **by),
    "hide": lambda line, **by: actions.show_line(line, False, **by),
}


@with_start
@require_POST
def run(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Open, close, show or hide an exercise, go on to its next stage, or close it for good."""
    visit.require(Act.RUN_WORKSHOP)
    row = day_numbered(visit.start, day)
    act = ACTS.get(request.POST.get("gor", ""))
    try:
        if act is None:
            raise ExerciseRefused(Phrase("room.answer.other_kind"))
        act(line_at(row, line), by=visit.person, at=visit.at)
    except AvstampError as error:
        messages.error(request, said(rule_of(error).phrase(error)))
    return _go(visit, row, f"#del-{line}")


@with_start
@require_POST
def turn(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Keep that a role has spoken, and how long."""
    visit.require(Act.RUN_WORKSHOP)
    row, seconds = day_numbered(visit.start, day), request.POST.get("sekunder", "")
    length = int(seconds) if seconds.isascii() and seconds.isdigit() and len(seconds) < 6 else 0
    try:
        keep_turn(line_at(row, line), request.POST.get("roll", ""), length, by=visit.person, at=visit.at)
    except AvstampError as error:
        messages.error(request, said(rule_of(error).phrase(error)))
    return _go(visit, row, f"#del-{line}")


@with_start
def screen(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Show what the whole room sees."""
    visit.require(Act.READ_MATERIAL)
    row = day_numbered(visit.start, day)
    address = request.build_absolute_uri(reverse("room:phone", args=[row.code]))

    def make() -> HttpResponse:
        context = {
            "visit": visit,
            "day": row,
            "screen": screen_of(row),
            "address": address,
            "qr": qr_code(address),
        }
        return render(request, "room/screen.html", context)

    # The same for everyone who may read it: each of several screens need not have its own made.
    return made_once((row.identifier, row.shown_version, request.build_absolute_uri()), make)


@with_start
def sheet(request: HttpRequest, visit: Visit, day: int, suffix: str) -> HttpResponse:
    """Give the run sheet as a file of the kind that the address ends with."""
    visit.require(Act.READ_MATERIAL)
    row = day_numbered(visit.start, day)
    document = run_sheet(
        Phrase("runsheet.title", {"title": Verbatim(row.title)}),
        [planned_of(line) for line in lines_of(row)],
        day=row.day,
        starts=row.begins,
        place=row.place,
        made_on=visit.today,
    )
    content = render_document(document, suffix=f".{suffix}", language=get_language() or "sv")
    return attachment(content, _("korschema") + f"-{row.number}.{suffix}")


def _go(visit: Visit, day: Day, fragment: str = "") -> HttpResponse:
    return redirect(reverse("room:day", kwargs={**visit.address, "day": day.number}) + fragment)
