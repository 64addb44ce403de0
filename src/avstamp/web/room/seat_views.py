"""What does one get who looks at one's own answers, goes on on another device, or leaves one's seat?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from avstamp.domain.room.exercises import Openness
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.web.room.answering import SeatRefused
from avstamp.web.room.day_page import qr_code
from avstamp.web.room.forms import said
from avstamp.web.room.models import Day
from avstamp.web.room.phone_page import owns_of
from avstamp.web.room.phone_views import kept_by_nobody
from avstamp.web.room.queries import day_coded, lines_of
from avstamp.web.room.seat_keys import PASS_LIFE, leave_seat, make_pass, take_pass
from avstamp.web.room.seating import forget_secret, keep_secret, seat_of, secret_of


def mine(request: HttpRequest, code: str) -> HttpResponse:
    """Show everything the seat has answered by name, to change while it can be."""
    day = day_coded(code)
    seat = seat_of(request, day)
    if seat is None:
        return redirect("room:phone", code=day.code)
    named = [
        row for row in lines_of(day) if row.kind and row.openness == Openness.NAMED.value and row.times_opened
    ]
    owns = [own for own in owns_of(seat, named) if own.answers]
    return kept_by_nobody(render(request, "room/mine.html", {"day": day, "seat": seat, "owns": owns}))


def place(request: HttpRequest, code: str) -> HttpResponse:
    """Show whose seat it is, and how one goes on elsewhere or leaves it."""
    day = day_coded(code)
    seat = seat_of(request, day)
    if seat is None:
        return redirect("room:phone", code=day.code)
    context = {"day": day, "seat": seat, "role": role_name(Role(seat.role))}
    return kept_by_nobody(render(request, "room/place.html", context))


@require_POST
def pass_on(request: HttpRequest, code: str) -> HttpResponse:
    """Show a code with which another device gets the seat."""
    day = day_coded(code)
    seat = seat_of(request, day)
    if seat is None or seat.person_id is not None:
        return redirect("room:place", code=day.code)
    made = make_pass(seat, at=timezone.now())
    address = request.build_absolute_uri(reverse("room:device", args=[day.code]))
    context = {
        "day": day,
        "made": f"{made[:4]}-{made[4:]}",
        "address": address,
        "minutes": PASS_LIFE.seconds // 60,
        "qr": qr_code(f"{address}?kod={made}"),
    }
    return kept_by_nobody(render(request, "room/pass.html", context))


def device(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the code that the first device shows, and take its seat here."""
    day, wrong = day_coded(code), ""
    written = (request.POST or request.GET).get("kod", "")
    if request.method == "POST":
        try:
            answer = redirect("room:phone", code=day.code)
            keep_secret(request, answer, day, take_pass(day, written, at=timezone.now()))
            return answer
        except SeatRefused as error:
            wrong = said(error.phrase)
    context = {"day": day, "written": written, "wrong": wrong}
    return kept_by_nobody(render(request, "room/device.html", context, status=422 if wrong else 200))


@require_POST
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """Let this device be nobody's."""
    day: Day = day_coded(code)
    seat, secret = seat_of(request, day), secret_of(request, day)
    if seat is not None and seat.person_id is not None:
        return redirect("account_logout")
    if seat is not None:
        leave_seat(seat, secret)
    answer = render(request, "room/left.html", {"day": day})
    forget_secret(answer, day)
    return kept_by_nobody(answer)
