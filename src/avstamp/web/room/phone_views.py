"""What does a telephone get: the way in, one thing to answer at a time, undo, and what one has answered?

One who is signed in and takes part has a seat by account; a guest by a secret that the telephone keeps in a cookie,
which is sent to the pages of the day and to no others.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.exercises import ExerciseKind, Openness
from avstamp.domain.start.permissions import Act, may_any
from avstamp.domain.start.roll import Role
from avstamp.phrases import rule_of
from avstamp.web.accounts.queries import Person
from avstamp.web.room import answering
from avstamp.web.room.asking import NOTES, WORDS, Ask, asks_of, read_marks
from avstamp.web.room.forms import GuestForm, said
from avstamp.web.room.models import AgendaLine, Day, NamedAnswer, NamedNote, Seat
from avstamp.web.room.queries import UnknownDay, day_coded, exercise_of, line_at, lines_of, progress_of
from avstamp.web.start.permitting import roles_in
from avstamp.web.start.queries import matter_of

COOKIE_DAYS = 3


def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a day, and lead to it."""
    code, wrong = request.GET.get("kod", ""), ""
    if code:
        try:
            return redirect("room:phone", code=day_coded(code).code)
        except UnknownDay as error:
            wrong = said(error.phrase)
    return render(request, "room/join.html", {"code": code, "wrong": wrong}, status=404 if wrong else 200)


def phone(request: HttpRequest, code: str) -> HttpResponse:
    """Show one thing to answer; before that, the way in."""
    day = day_coded(code)
    seat = seat_of(request, day)
    if seat is None:
        return _enter(request, day)
    return _nothing_kept(render(request, "room/phone.html", phone_context(request, day, seat)))


def _enter(request: HttpRequest, day: Day, wrong: str = "") -> HttpResponse:
    form = GuestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _, secret = answering.join_as_guest(day, form.cleaned_data["name"], form.cleaned_data["role"])
            return _with_cookie(request, day, secret)
        except AvstampError as error:
            wrong = said(rule_of(error).phrase(error))
    context = {"day": day, "form": form, "wrong": wrong, "anonymous": open_lines(day, Openness.ANONYMOUS)}
    return _nothing_kept(render(request, "room/enter.html", context, status=422 if wrong else 200))


def _with_cookie(request: HttpRequest, day: Day, secret: str) -> HttpResponse:
    path = reverse("room:phone", args=[day.code])
    answer = redirect(path)
    answer.set_cookie(
        _cookie(day),
        secret,
        max_age=COOKIE_DAYS * 24 * 3600,
        path=path,
        httponly=True,
        secure=request.is_secure() or bool(settings.SESSION_COOKIE_SECURE),
        samesite="Lax",
    )
    return answer


def seat_of(request: HttpRequest, day: Day) -> Seat | None:
    """The reader's seat: by account, joined at first sight, or by the telephone's cookie."""
    person = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    if isinstance(person, Person):
        if (seat := answering.seat_of_person(day, person)) is not None:
            return seat
        roles = roles_in(day.start, person, at=timezone.now())
        if roles != (Role.PUBLIC,) and may_any(Act.ANSWER_EXERCISE, roles, matter_of(day.start)).allowed:
            return answering.join_as_person(day, by=person, at=timezone.now())
    secret = request.COOKIES.get(_cookie(day), "")
    return answering.seat_of_guest(day, secret) if secret else None


def _cookie(day: Day) -> str:
    return f"avstamp_plats_{day.code}"


def open_lines(day: Day, openness: Openness) -> list[AgendaLine]:
    """Exercises that take answers now, the one on the screen first."""
    found = [
        row
        for row in lines_of(day)
        if row.kind and row.openness == openness.value and progress_of(row).collecting
    ]
    return sorted(found, key=lambda row: (row.pk != day.showing_id, row.position))


def phone_context(request: HttpRequest, day: Day, seat: Seat) -> dict[str, object]:
    """What the telephone shows: the first exercise with something left to answer, else the first that is open."""
    anonymous = open_lines(day, Openness.ANONYMOUS)
    context: dict[str, object] = {"day": day, "seat": seat, "anonymous": anonymous, "waiting": True}
    named = open_lines(day, Openness.NAMED)
    if not named:
        return context
    states = [(row, *_left(row, seat)) for row in named]
    row, asks, answered = next((state for state in states if state[1]), states[0])
    exercise = exercise_of(row)
    notes = (
        list(NamedNote.objects.filter(line=row, seat=seat, stage=row.stage)) if exercise.kind in NOTES else []
    )
    words = sorted(said for _, said in answered) if exercise.kind in WORDS else []
    return context | {
        "line": row,
        "exercise": exercise,
        "ask": asks[0] if asks else None,
        "done": len(answered),
        "of": len(asks) + len(answered),
        "last": max((item for item, _ in answered), default=None),
        "words": words,
        "notes": notes,
        "may_write": len(notes) < exercise.most_each,
        "stage": row.stage if exercise.kind is ExerciseKind.EPA else "",
        "waiting": not asks and exercise.kind not in NOTES + WORDS,
    }


def _left(row: AgendaLine, seat: Seat) -> tuple[list[Ask], list[tuple[int, str]]]:
    answered = list(
        NamedAnswer.objects.filter(line=row, seat=seat).order_by("item").values_list("item", "said")
    )
    given = {item for item, _ in answered}
    return [ask for ask in asks_of(exercise_of(row), {}, seed=seat.pk) if ask.item not in given], answered


@require_POST
def answer(request: HttpRequest, code: str, line: int) -> HttpResponse:
    """Keep an answer, take one back, or keep or take back a note; then show what is next."""
    day = day_coded(code)
    seat, row = seat_of(request, day), line_at(day, line)
    if seat is None:
        return redirect("room:phone", code=day.code)
    try:
        _keep(request, row, seat)
    except AvstampError as error:
        context = phone_context(request, day, seat) | {"wrong": said(rule_of(error).phrase(error))}
        context["written"] = request.POST.get("ord") or request.POST.get("text", "")
        return _nothing_kept(render(request, "room/phone.html", context, status=422))
    return redirect("room:phone", code=day.code)


def _keep(request: HttpRequest, row: AgendaLine, seat: Seat) -> None:
    filled = request.POST.dict()
    back, note = filled.get("angra", ""), filled.get("ta-bort", "")
    if back.isascii() and back.isdigit():
        answering.take_back(row, seat, int(back))
    elif note.isascii() and note.isdigit():
        answering.remove_note(row, seat, int(note))
    elif exercise_of(row).kind in NOTES:
        answering.write_note(row, seat, filled.get("text", ""))
    elif marks := read_marks(exercise_of(row), filled):
        answering.answer(row, seat, marks)


def _nothing_kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
