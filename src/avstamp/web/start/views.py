"""What does each address of a start answer?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from avstamp.domain.start.permissions import Act, permissions_of
from avstamp.web.accounts.queries import Person
from avstamp.web.start.overview_page import overview_page
from avstamp.web.start.queries import starts_of
from avstamp.web.start.visit import Visit, signed_in, with_start


@signed_in
def mine(request: HttpRequest, person: Person) -> HttpResponse:
    """Show the starts that a person takes part in."""
    return render(request, "start/mine.html", {"starts": starts_of(person)})


@with_start
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show where a start is, and what the reader can do next."""
    context = {"visit": visit, "page": overview_page(visit), "leads": visit.may(Act.SET_UP).allowed}
    return render(request, "start/overview.html", context)


@with_start
def allowed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show a person everything they may do in a start, and why not the rest."""
    answers = permissions_of(visit.roles, visit.matter)
    return render(request, "start/allowed.html", {"visit": visit, "answers": answers})
