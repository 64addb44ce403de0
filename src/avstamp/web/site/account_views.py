"""What does each address of a person's own page answer?"""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from avstamp.domain.calendar.legal_time import legal_day
from avstamp.web.accounts.actions import PersonRefused, rename_person
from avstamp.web.accounts.queries import Person, ways_in
from avstamp.web.attachments import attachment
from avstamp.web.site.erasing import erase_person
from avstamp.web.site.own_data import own_data_file
from avstamp.web.site.own_starts import led_alone_by, parts_of
from avstamp.web.start.visit import signed_in

READ_AND_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(READ_AND_SEND)
@signed_in
def mine(request: HttpRequest, person: Person) -> HttpResponse:
    """Show a person their name and address, ways to sign in, starts and data; take a new name."""
    refused = None
    if request.method == "POST":
        try:
            rename_person(person, request.POST.get("name", ""), at=timezone.now())
        except PersonRefused as refusal:
            refused = refusal.phrase
        else:
            messages.success(request, _("Namnet är sparat."))
            return redirect("account:mine")
    context = {
        "person": person,
        "name": request.POST.get("name", person.name),
        "refused": refused,
        "ways": ways_in(person, at=timezone.now()),
        "parts": parts_of(person, on=legal_day(timezone.now())),
    }
    return render(request, "site/account/mine.html", context, status=400 if refused else 200)


@require_GET
@signed_in
def own_data(request: HttpRequest, person: Person) -> HttpResponse:
    """Give a person everything that is stored of them, as a page to read and as data, in one file."""
    return attachment(own_data_file(person, at=timezone.now()), "avstamp-mina-uppgifter.zip")


@require_http_methods(READ_AND_SEND)
@signed_in
def erase(request: HttpRequest, person: Person) -> HttpResponse:
    """Say what goes and what the law keeps, and erase the person who writes their address."""
    answer: HttpResponse = reauthentication_required(_erase)(request, person)
    return answer


def _erase(request: HttpRequest, person: Person) -> HttpResponse:
    written = request.POST.get("email", "").strip()
    if request.method == "POST" and written.lower() == person.email.lower():
        erase_person(person, at=timezone.now())
        logout(request)
        return render(request, "site/account/erased.html")
    context = {
        "person": person,
        "written": written,
        "refused": request.method == "POST",
        "alone": led_alone_by(person, on=legal_day(timezone.now())),
    }
    return render(request, "site/account/erase.html", context, status=400 if context["refused"] else 200)
