"""What do the pages of the demonstration answer, which are only there on a server for this machine alone?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from avstamp.domain.start.roll import Capacity
from avstamp.web.accounts.queries import Person
from avstamp.web.site.demonstration import find_demonstration
from avstamp.web.site.demonstration_days import ready_day
from avstamp.web.site.loopback import for_this_machine
from avstamp.web.start.people_page import role_groups
from avstamp.web.start.queries import Start, starts_of
from avstamp.web.start.visit import Visit

PLACES = {"dag": "room:day", "skarm": "room:screen"}
"""Where one can begin instead of on the start's first page, by what the form says."""


def in_demonstration(
    view: Callable[[HttpRequest, Start], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give a view the demonstration; where it cannot be had the page is not there."""

    @wraps(view)
    def find(request: HttpRequest) -> HttpResponse:
        start = find_demonstration() if for_this_machine(request) else None
        if start is None:
            raise Http404("no demonstration here")
        return view(request, start)

    return find


@never_cache
@in_demonstration
def demonstration(request: HttpRequest, start: Start) -> HttpResponse:
    """Show everyone in the demonstration, by role, to be tried as."""
    someone = start.memberships.select_related("person").earliest("id").person
    visit = Visit(start, someone, timezone.now())
    context = {
        "start": start,
        "groups": role_groups(visit),
        "day": ready_day(start),
        "leader": start.memberships.filter(capacity=Capacity.PROCESS_LEADER).first(),
    }
    return render(request, "site/demonstration.html", context)


@never_cache
@in_demonstration
@require_POST
def act_as(request: HttpRequest, start: Start) -> HttpResponse:
    """Become one of the demonstration's people; who takes part in anything real is never one of them."""
    membership = request.POST.get("membership", "")
    row = (
        start.memberships.select_related("person")
        .filter(pk=membership if membership.isdecimal() else 0)
        .first()
    )
    if row is None or not is_invented(row.person):
        raise Http404("nobody of that kind in the demonstration")
    token = request.META.get("CSRF_COOKIE")
    login(request, row.person, backend=settings.AUTHENTICATION_BACKENDS[0])
    # Signing in makes a new token, and the buttons of this page's other window would answer nothing any more.
    request.META["CSRF_COOKIE"] = token
    here = {"organisation": start.organisation.key, "year": start.term_first_day.year}
    place, day = PLACES.get(request.POST.get("till", "")), ready_day(start)
    if place is not None and day is not None:
        return redirect(reverse(place, kwargs={**here, "day": day.number}))
    return redirect(reverse("start:overview", kwargs=here))


def is_invented(person: Person) -> bool:
    """Whether a person takes part in invented organisations only."""
    return all(start.organisation.invented for start in starts_of(person))
