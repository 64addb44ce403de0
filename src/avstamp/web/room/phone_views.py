"""What does a telephone get: the way in, one thing to answer at a time, and undo?"""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.errors import AvstampError
from avstamp.domain.room.exercises import Openness
from avstamp.phrases import rule_of
from avstamp.web.room import answering
from avstamp.web.room.asking import CHOICE, NOTES, asks_of, read_marks
from avstamp.web.room.forms import GuestForm, said
from avstamp.web.room.kept_agenda import kept_day, kept_line, kept_lines
from avstamp.web.room.models import AgendaLine, Day, Seat
from avstamp.web.room.phone_page import PhonePage, change_page, owns_of, phone_page
from avstamp.web.room.queries import (
    UnknownDay,
    day_meant,
    exercise_of,
    progress_of,
)
from avstamp.web.room.seating import keep_secret, reader_of, seat_of

AT_ONCE = "X-Avstamp-Answer"
"""A script sends this with an answer: "page" to be shown what is next at once instead of being led to it, and "short"
when it has the next question already, so that a vote in a full room is answered without any page being made."""
SHORT = "short"


def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a day, and lead to it."""
    code, wrong = request.GET.get("kod", ""), ""
    if code:
        try:
            return redirect("room:phone", code=day_meant(code).code)
        except UnknownDay as error:
            wrong = said(error.phrase)
    return render(request, "room/join.html", {"code": code, "wrong": wrong}, status=404 if wrong else 200)


def about(request: HttpRequest) -> HttpResponse:
    """Tell what becomes of answers with a name and of anonymous ones."""
    return render(request, "room/about_answers.html")


def phone(request: HttpRequest, code: str) -> HttpResponse:
    """Show one thing to answer; before that, the way in."""
    day = kept_day(code)
    seat = seat_of(request, day)
    if seat is None:
        return _enter(request, day)
    return show(request, phone_page(day, seat))


def _enter(request: HttpRequest, day: Day, wrong: str = "") -> HttpResponse:
    form = GuestForm(request.POST if request.method == "POST" else None)
    anonymous = open_lines(day, Openness.ANONYMOUS)
    today = legal_day(timezone.now())
    over = (
        (today > day.day or day.ended_at is not None)
        and not anonymous
        and not open_lines(day, Openness.NAMED)
    )
    if request.method == "POST" and form.is_valid() and not over:
        try:
            _, secret = answering.join_as_guest(day, form.cleaned_data["name"], form.cleaned_data["role"])
            answer = redirect("room:phone", code=day.code)
            keep_secret(request, answer, day, secret)
            return answer
        except AvstampError as error:
            wrong = said(rule_of(error).phrase(error))
    context = {
        "day": day,
        "form": form,
        "wrong": wrong,
        "anonymous": anonymous,
        "over": over,
        "to_come": today < day.day,
        "signed_in": reader_of(request),
        "opened": day.start.opened_at is not None,
    }
    refused = request.method == "POST"
    return kept_by_nobody(render(request, "room/enter.html", context, status=422 if refused else 200))


def open_lines(day: Day, openness: Openness) -> list[AgendaLine]:
    """Exercises that take answers now, the one on the screen first."""
    found = [
        row
        for row in kept_lines(day)
        if row.kind and row.openness == openness.value and progress_of(row).collecting
    ]
    return sorted(found, key=lambda row: (row.pk != day.showing_id, row.position))


def show(request: HttpRequest, page: PhonePage, *, wrong: str = "", written: str = "") -> HttpResponse:
    """The telephone's page."""
    context = {"day": page.day, "page": page, "own": page.own, "wrong": wrong, "written": written}
    return kept_by_nobody(render(request, "room/phone.html", context, status=422 if wrong else 200))


def answer(request: HttpRequest, code: str, line: int) -> HttpResponse:
    """Show one of the exercises that are open; or keep an answer, take one back, or keep or take back a note."""
    day = kept_day(code)
    seat = seat_of(request, day)
    if seat is None:
        at_once = AT_ONCE in request.headers
        return HttpResponse(status=403) if at_once else redirect("room:phone", code=day.code)
    if request.method != "POST":
        return show(request, phone_page(day, seat, line=line))
    row, filled = kept_line(day, line), request.POST.dict()
    try:
        if _is_half(row, seat, filled):
            return show(request, phone_page(day, seat, line=line, filled=filled))
        _keep(row, seat, filled)
    except AvstampError as error:
        page = phone_page(day, seat, line=line)
        written = filled.get("ord") or filled.get("text", "")
        return show(request, page, wrong=said(rule_of(error).phrase(error)), written=written)
    return _go_on(request, day, seat, row, filled)


def change(request: HttpRequest, code: str, line: int, item: int) -> HttpResponse:
    """Ask one thing anew, with what has been said of it."""
    day = kept_day(code)
    seat = seat_of(request, day)
    row = kept_line(day, line)
    if (
        seat is None
        or not row.kind
        or not progress_of(row).collecting
        or row.openness != Openness.NAMED.value
    ):
        return redirect("room:mine", code=day.code)
    own = owns_of(seat, [row])[0]
    came_from = "hoppat" if request.GET.get("fran") == "hoppat" else "mina"
    return show(request, change_page(PhonePage(day, seat, own), item, came_from=came_from))


def _go_on(
    request: HttpRequest, day: Day, seat: Seat, row: AgendaLine, filled: Mapping[str, str]
) -> HttpResponse:
    """What comes after an answer: back to one's answers, on in the same exercise, or what is first."""
    if filled.get("fran") == "mina":
        return redirect(reverse("room:mine", args=[day.code]) + f"#del-{row.position}")
    if filled.get("fran") == "hoppat":
        return _on_to_skipped(day, seat, row, filled.get("fraga", ""))
    line = row.position if filled.get("kvar") else 0
    if request.headers.get(AT_ONCE) == SHORT:
        return kept_by_nobody(HttpResponse(status=204))
    if AT_ONCE in request.headers:
        day.refresh_from_db(fields=["version"])
        return show(request, phone_page(day, seat, line=line))
    return (
        redirect("room:answer", code=day.code, line=line) if line else redirect("room:phone", code=day.code)
    )


def _on_to_skipped(day: Day, seat: Seat, row: AgendaLine, item: str) -> HttpResponse:
    after = int(item) if item.isascii() and item.isdigit() else -1
    following = owns_of(seat, [row])[0].standing.skipped_after(after)
    if following is None:
        return redirect("room:phone", code=day.code)
    return redirect(reverse("room:change", args=[day.code, row.position, following]) + "?fran=hoppat")


def _is_half(row: AgendaLine, seat: Seat, filled: Mapping[str, str]) -> bool:
    # Where a press on a choice is the whole answer, there are no halves.
    if not row.kind or filled.get("angra") or row.kind in CHOICE:
        return False
    return any(ask.half and not ask.skipped for ask in asks_of(exercise_of(row), filled, seed=seat.pk))


def _keep(row: AgendaLine, seat: Seat, filled: Mapping[str, str]) -> None:
    back, note = filled.get("angra", ""), filled.get("ta-bort", "")
    if back.isascii() and back.isdigit():
        answering.take_back(row, seat, int(back))
    elif note.isascii() and note.isdigit():
        answering.remove_note(row, seat, int(note))
    elif exercise_of(row).kind in NOTES:
        earlier = filled.get("ta-med", "")
        source = int(earlier) if earlier.isascii() and earlier.isdigit() and len(earlier) < 19 else None
        answering.write_note(row, seat, filled.get("text", ""), carried_from=source)
    elif marks := read_marks(exercise_of(row), filled):
        answering.answer(row, seat, marks)


def kept_by_nobody(response: HttpResponse) -> HttpResponse:
    """The answer, to be kept in no cache."""
    response["Cache-Control"] = "private, no-store"
    return response
