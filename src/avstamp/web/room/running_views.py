"""What do the buttons answer that the leader runs a day with: open, show, clock, word, and what is on the screen?"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.phrases import rule_of
from avstamp.web.room import actions, agenda_actions, clock_actions
from avstamp.web.room.forms import said
from avstamp.web.room.models import Day
from avstamp.web.room.queries import day_numbered, line_at
from avstamp.web.start.visit import Visit, with_start

ACTS: dict[str, Callable[..., object]] = {
    "open": actions.open_line,
    "reopen": actions.open_line,
    "close": actions.close_line,
    "settle": actions.settle_line,
    "stage": actions.advance_stage,
    "show": lambda line, **by: actions.show_line(line, True, **by),
    "hide": lambda line, **by: actions.show_line(line, False, **by),
    "present": clock_actions.present_line,
    "clock-restart": clock_actions.restart_clock,
    "clock-pause": clock_actions.pause_clock,
    "clock-resume": clock_actions.resume_clock,
    "clock-add-1": lambda line, **by: clock_actions.add_to_clock(line, 1, **by),
    "clock-add-5": lambda line, **by: clock_actions.add_to_clock(line, 5, **by),
    "clock-stop": clock_actions.stop_clock,
    "word-end": clock_actions.take_word,
    "word-undo": clock_actions.undo_turn,
}
"""What a button of a running day does, by its code."""

LAYING: dict[str, Callable[..., object]] = {
    "up": lambda line, **by: agenda_actions.move_line(line, -1, **by),
    "down": lambda line, **by: agenda_actions.move_line(line, 1, **by),
    "copy": agenda_actions.copy_line,
    "remove": agenda_actions.remove_line,
}
"""What a button does to the agenda, by its code."""

ASKED_FIRST = ("settle", "remove")
"""What cannot be undone."""


@with_start
@require_POST
def run(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Open, close, show or hide an exercise, set its clock, put it on the screen, or close it for good."""
    visit.require(Act.RUN_WORKSHOP)
    row = day_numbered(visit.start, day)
    _act(request, visit, row, line, ACTS)
    return to_day(visit, row, "#nu")


@with_start
@require_POST
def lay(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Move, copy or remove a line of the agenda."""
    visit.require(Act.SET_UP)
    row = day_numbered(visit.start, day)
    _act(request, visit, row, line, LAYING)
    gone = request.POST.get("gor") == "remove"
    return to_day(visit, row, "#dagordning" if gone else f"#del-{line}")


@with_start
@require_GET
def ask(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Ask before what cannot be undone."""
    visit.require(Act.SET_UP)
    code = request.GET.get("gor", "")
    if code not in ASKED_FIRST:
        raise Http404
    row = day_numbered(visit.start, day)
    context = {
        "visit": visit,
        "day": row,
        "line": line_at(row, line),
        "code": code,
        "name": Phrase(f"room.act.{code}"),
        "asks": Phrase(f"room.asks.{code}"),
    }
    return render(request, "room/ask_first.html", context)


@with_start
@require_POST
def clear(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Show nothing on the screen but the day's name and the way in."""
    visit.require(Act.RUN_WORKSHOP)
    row = day_numbered(visit.start, day)
    clock_actions.clear_screen(row, by=visit.person, at=visit.at)
    return to_day(visit, row, "#nu")


@with_start
@require_POST
def turn(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Give the word to a role at one press, or keep by hand how long somebody of a role has spoken."""
    visit.require(Act.RUN_WORKSHOP)
    row = day_numbered(visit.start, day)
    filled, by, at = request.POST, visit.person, visit.at
    role, board, seconds = filled.get("roll", ""), filled.get("namnd", ""), filled.get("sekunder", "")
    try:
        if ordet := filled.get("ordet", ""):
            clock_actions.give_word(line_at(row, line), ordet, board=board, by=by, at=at)
        else:
            length = int(seconds) if seconds.isascii() and seconds.isdigit() and len(seconds) < 6 else 0
            clock_actions.keep_turn(line_at(row, line), role, length, board=board, by=by, at=at)
    except AvstampError as error:
        messages.error(request, said(rule_of(error).phrase(error)))
    return to_day(visit, row, "#nu")


def _act(
    request: HttpRequest, visit: Visit, day: Day, line: int, acts: dict[str, Callable[..., object]]
) -> None:
    act = acts.get(request.POST.get("gor", ""))
    try:
        if act is None:
            raise ExerciseRefused(Phrase("room.answer.other_kind"))
        act(line_at(day, line), by=visit.person, at=visit.at)
    except AvstampError as error:
        messages.error(request, said(rule_of(error).phrase(error)))


def to_day(visit: Visit, day: Day, fragment: str = "") -> HttpResponse:
    """Lead to a day's page."""
    return redirect(reverse("room:day", kwargs={**visit.address, "day": day.number}) + fragment)
