"""What does each address of a person's own page answer?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from avstamp.web.accounts.actions import rename_person
from avstamp.web.accounts.queries import Person, ways_in
from avstamp.web.site.own_starts import parts_of
from avstamp.web.start.visit import signed_in


@signed_in
def mine(request: HttpRequest, person: Person) -> HttpResponse:
    """Show a person their name and address, ways to sign in, starts with roles, and what can be done with the data."""
    context = {
        "person": person,
        "ways": ways_in(person, at=timezone.now()),
        "parts": parts_of(person, on=timezone.localdate()),
    }
    return render(request, "site/account/mine.html", context)


@require_POST
@signed_in
def rename(request: HttpRequest, person: Person) -> HttpResponse:
    """Give a person the name they write themselves."""
    rename_person(person, request.POST.get("name", ""))
    messages.success(request, _("Namnet är sparat."))
    return redirect("account:mine")
