"""What does one get who answers anonymously? Pages that read no session, set no cookie and are kept by nobody.

A form from elsewhere is no danger: only one who holds a slip can cast its ballot. So these pages carry no token
against forged forms, which would need a cookie.
"""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.exercises import Openness
from avstamp.phrases import rule_of
from avstamp.web.room.asking import NOTES, WORDS, asks_of, read_marks
from avstamp.web.room.ballots import cast_ballot
from avstamp.web.room.forms import said
from avstamp.web.room.kept_agenda import kept_day, kept_line
from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.phone_views import open_lines
from avstamp.web.room.queries import exercise_of, progress_of


def ballots(request: HttpRequest, code: str) -> HttpResponse:
    """Show the anonymous rounds that are open now."""
    day = kept_day(code)
    return _kept_by_nobody(
        render(request, "room/ballots.html", {"day": day, "lines": open_lines(day, Openness.ANONYMOUS)})
    )


@csrf_exempt
def ballot(request: HttpRequest, code: str, line: int) -> HttpResponse:
    """Show a ballot; cast one that is sent."""
    day = kept_day(code)
    row = kept_line(day, line)
    if not row.kind or row.openness != Openness.ANONYMOUS.value or not progress_of(row).collecting:
        return _kept_by_nobody(render(request, "room/ballot_closed.html", {"day": day}, status=409))
    if request.method != "POST":
        return _show(request, day, row)
    try:
        filled = request.POST.dict()
        marks = () if exercise_of(row).kind in NOTES else read_marks(exercise_of(row), filled)
        cast_ballot(row, filled.get("lapp", ""), marks, notes=request.POST.getlist("text"))
    except AvstampError as error:
        return _show(request, day, row, wrong=said(rule_of(error).phrase(error)))
    others = [one for one in open_lines(day, Openness.ANONYMOUS) if one.pk != row.pk]
    return _kept_by_nobody(render(request, "room/ballot_cast.html", {"day": day, "lines": others}))


def _show(request: HttpRequest, day: Day, row: AgendaLine, *, wrong: str = "") -> HttpResponse:
    exercise = exercise_of(row)
    filled = request.POST.dict()
    written = request.POST.getlist("text")
    context = {
        "day": day,
        "line": row,
        "exercise": exercise,
        "asks": asks_of(exercise, filled, seed=secrets.randbits(32)),
        "asks_words": exercise.kind in WORDS,
        "texts": (written + [""] * exercise.most_each)[: exercise.most_each]
        if exercise.kind in NOTES
        else [],
        "filled": filled,
        "wrong": wrong,
    }
    return _kept_by_nobody(render(request, "room/ballot.html", context, status=422 if wrong else 200))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
