"""What do the pages answer on which a day is laid out: a new day, its details, its lines, and its end?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from avstamp.domain.errors import AvstampError
from avstamp.domain.start.permissions import Act
from avstamp.phrases import rule_of
from avstamp.web.room import agenda_actions
from avstamp.web.room.actions import NewLine, make_day
from avstamp.web.room.agenda_actions import add_line, change_day, change_line
from avstamp.web.room.forms import DayForm, DetailsForm, LineForm, initial_of, said
from avstamp.web.room.models import Day
from avstamp.web.room.queries import day_numbered, line_at, lines_of
from avstamp.web.room.running_views import to_day
from avstamp.web.start.visit import Visit, with_start

DETAILS = ("title", "day", "begins", "place", "guests")


@with_start
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lay out a day."""
    visit.require(Act.SET_UP)
    form = DayForm(request.POST or None, initial={"template": "half_day", "begins": "09:00"})
    if request.method == "POST" and form.is_valid():
        filled = {name: form.cleaned_data[name] for name in DETAILS}
        day = make_day(visit.start, **filled, lines=form.lines(), by=visit.person, at=visit.at)
        return to_day(visit, day)
    return render(request, "room/new.html", {"visit": visit, "form": form})


@with_start
def details(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Change what a day is called, when and where it is held, and who may join."""
    visit.require(Act.SET_UP)
    row = day_numbered(visit.start, day)
    form = DetailsForm(request.POST or None, initial={name: getattr(row, name) for name in DETAILS})
    if request.method == "POST" and form.is_valid():
        try:
            filled = {name: form.cleaned_data[name] for name in DETAILS}
            change_day(row, **filled, by=visit.person, at=visit.at)
            messages.success(request, _("Uppgifterna är sparade. Körschemat är gjort om."))
            return to_day(visit, row)
        except AvstampError as error:
            form.add_error(None, said(rule_of(error).phrase(error)))
    return render(request, "room/details.html", {"visit": visit, "day": row, "form": form})


@with_start
def line(request: HttpRequest, visit: Visit, day: int, line: int = 0) -> HttpResponse:
    """Set a line of the agenda, or a new one."""
    visit.require(Act.SET_UP)
    row = day_numbered(visit.start, day)
    old = line_at(row, line) if line else None
    initial = initial_of(old) if old else {"openness": "named", "most_each": 3, "minutes": 20}
    lines = [] if old else [(one.position, one.title) for one in lines_of(row)]
    initial.setdefault("after", request.GET.get("efter", ""))
    form = LineForm(request.POST or None, initial=initial, lines=lines)
    if request.method == "POST" and form.is_valid():
        try:
            position = _set(visit, row, line, form.line(), form.after_line())
            return to_day(visit, row, f"#del-{position}")
        except AvstampError as error:
            form.add_error(None, said(rule_of(error).phrase(error)))
    return render(request, "room/line.html", {"visit": visit, "day": row, "form": form, "old": old})


def _set(visit: Visit, day: Day, position: int, new: NewLine, after: int | None) -> int:
    if position:
        change_line(line_at(day, position), new, by=visit.person, at=visit.at)
        return position
    return add_line(day, new, after=after, by=visit.person, at=visit.at).position


@with_start
def over(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """End a day, cancel it with a reason, or take it up again."""
    visit.require(Act.SET_UP)
    row, wrong = day_numbered(visit.start, day), ""
    if request.method == "POST":
        try:
            _finish(row, request.POST.get("gor", ""), request.POST.get("skal", ""), visit)
            return to_day(visit, row)
        except AvstampError as error:
            wrong = said(rule_of(error).phrase(error))
    begun = row.lines.filter(times_opened__gt=0).exists()
    context = {
        "visit": visit,
        "day": row,
        "begun": begun,
        "wrong": wrong,
        "reason": request.POST.get("skal", ""),
    }
    return render(request, "room/over.html", context, status=422 if wrong else 200)


def _finish(day: Day, act: str, reason: str, visit: Visit) -> None:
    if act == "cancel":
        agenda_actions.cancel_day(day, reason, by=visit.person, at=visit.at)
    elif act == "resume":
        agenda_actions.resume_day(day, by=visit.person, at=visit.at)
    else:
        agenda_actions.end_day(day, by=visit.person, at=visit.at)
