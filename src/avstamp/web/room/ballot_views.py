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
from avstamp.domain.room.answers import AnswerRefused
from avstamp.domain.room.exercises import Openness
from avstamp.phrases import rule_of
from avstamp.web.room.ballot_page import BallotPage, ballot_page, marks_of
from avstamp.web.room.ballots import BallotRefused, cast_ballot
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
    page = _page(request, row)
    # The code is written on the last page alone, and goes along unseen on those with a question.
    if "lapp" not in request.POST or {"visa", "fraga"} & set(request.POST):
        return _show(request, day, row, page)
    try:
        cast_ballot(row, request.POST["lapp"], marks_of(page), notes=page.texts)
    except AnswerRefused as error:
        return _show(
            request, day, row, page if page.writing else _page(request, row, reviewing=True), wrong=error
        )
    except BallotRefused as error:
        return _show(request, day, row, _page(request, row, reviewing=True), wrong=error)
    others = [one for one in open_lines(day, Openness.ANONYMOUS) if one.pk != row.pk]
    return _kept_by_nobody(render(request, "room/ballot_cast.html", {"day": day, "lines": others}))


def _page(request: HttpRequest, row: AgendaLine, *, reviewing: bool = False) -> BallotPage:
    filled, texts = request.POST.dict(), request.POST.getlist("text")
    if "visa" in filled:
        filled |= dict(pair.split("=", 1) for pair in request.POST.getlist("forut") if "=" in pair)
    return ballot_page(exercise_of(row), filled, texts, seed=secrets.randbits(32), reviewing=reviewing)


def _show(
    request: HttpRequest, day: Day, row: AgendaLine, page: BallotPage, *, wrong: AvstampError | None = None
) -> HttpResponse:
    told = said(rule_of(wrong).phrase(wrong)) if wrong else ""
    context = {"day": day, "line": row, "page": page, "exercise": page.exercise, "wrong": told}
    return _kept_by_nobody(render(request, "room/ballot.html", context, status=422 if wrong else 200))


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
