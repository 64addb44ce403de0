"""Whose telephone is it? A signed-in person's seat by account, a guest's by a secret in a cookie.

The cookie goes to the pages of the day and to no others: never to those of the anonymous ballots. Each language has its
own, since a browser sends a cookie to one part of the site.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from avstamp.domain.start.permissions import Act, may_any
from avstamp.domain.start.roll import Role
from avstamp.web.accounts.queries import Person
from avstamp.web.room import answering
from avstamp.web.room.listening import SEAT_COOKIES
from avstamp.web.room.models import Day, Seat
from avstamp.web.start.permitting import roles_in
from avstamp.web.start.queries import matter_of

COOKIE_DAYS = 3
COOKIES = dict(zip(("sv", "en"), SEAT_COOKIES, strict=True))


def reader_of(request: HttpRequest) -> Person | None:
    """Who is signed in; asks the database nothing for one who is not."""
    person = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    return person if isinstance(person, Person) else None


def seat_of(request: HttpRequest, day: Day) -> Seat | None:
    """The reader's seat: by account, joined at first sight, or by the telephone's cookie."""
    if (person := reader_of(request)) is not None:
        if (seat := answering.seat_of_person(day, person)) is not None:
            return seat
        roles = roles_in(day.start, person, at=timezone.now())
        if roles != (Role.PUBLIC,) and may_any(Act.ANSWER_EXERCISE, roles, matter_of(day.start)).allowed:
            return answering.join_as_person(day, by=person, at=timezone.now())
    secret = secret_of(request, day)
    return answering.seat_of_guest(day, secret) if secret else None


def secret_of(request: HttpRequest, day: Day) -> str:
    """The secret that this device keeps of a guest's seat; empty when it keeps none."""
    kept = (request.COOKIES.get(f"{name}_{day.code}", "") for name in COOKIES.values())
    return next((secret for secret in kept if secret), "")


def keep_secret(request: HttpRequest, response: HttpResponse, day: Day, secret: str) -> None:
    """Let the device keep a seat's secret."""
    for language, name in COOKIES.items():
        response.set_cookie(
            f"{name}_{day.code}",
            secret,
            max_age=COOKIE_DAYS * 24 * 3600,
            path=_pages_in(language, day),
            httponly=True,
            secure=request.is_secure() or bool(settings.SESSION_COOKIE_SECURE),
            samesite="Lax",
        )


def forget_secret(response: HttpResponse, day: Day) -> None:
    """Let the device keep none."""
    for language, name in COOKIES.items():
        response.delete_cookie(f"{name}_{day.code}", path=_pages_in(language, day), samesite="Lax")


def _pages_in(language: str, day: Day) -> str:
    with override(language):
        return reverse("room:phone", args=[day.code])
