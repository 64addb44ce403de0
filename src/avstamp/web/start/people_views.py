"""What do the pages about people answer: everyone by role, one or a list invited, a part ended?"""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from avstamp.domain.errors import ImportRefused
from avstamp.domain.start.invitations import Invitee
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.library.csv_files import rows_csv
from avstamp.web.accounts.actions import LINK_DAYS
from avstamp.web.attachments import attachment
from avstamp.web.start import inviting
from avstamp.web.start.actions import StartRefused
from avstamp.web.start.forms import EndForm, ListForm, MemberForm, said
from avstamp.web.start.mailing import Addressed, send_links
from avstamp.web.start.people_page import role_groups
from avstamp.web.start.setting_up_views import go
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.start.words import CAPACITY_WORDS, FUNCTION_WORDS


@with_start
def people(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show everyone in the start by role."""
    visit.require(Act.READ_MATERIAL)
    context = {"visit": visit, "groups": role_groups(visit), "may_invite": visit.may(Act.INVITE).allowed}
    return render(request, "start/people.html", context)


@with_start
def invite(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take a list of people: everyone when no row has a fault, the others only if the reader asks for that."""
    visit.require(Act.INVITE)
    form, read = ListForm(request.POST or None, request.FILES or None), None
    refused: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        data, name = form.data_and_name()
        try:
            read = inviting.read_people(visit.start, data, name, on=visit.today)
        except ImportRefused as error:
            refused = tuple(error.failures)
        else:
            if read.good and (not read.faults or "only_good" in request.POST):
                return _invite_all(request, visit, read.good)
            form = ListForm(initial={"pasted": read.text})
            if not (read.good or read.faults):
                refused = (Phrase("start.list_empty"),)
    context = {"visit": visit, "form": form, "read": read, "refused": refused}
    context |= {"roles": CAPACITY_WORDS, "functions": FUNCTION_WORDS}
    return render(request, "start/invite.html", context, status=422 if read or refused else 200)


def _invite_all(request: HttpRequest, visit: Visit, invitees: Sequence[Invitee]) -> HttpResponse:
    count = inviting.invite_people(visit.start, invitees, by=visit.person, at=visit.at)
    said_count = ngettext("{count} person är inbjuden.", "{count} personer är inbjudna.", count)
    messages.success(request, said_count.format(count=count))
    return go(visit, "people")


@with_start
def list_file(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give an empty list to fill in, as a file that spreadsheet programs open with its columns apart."""
    visit.require(Act.INVITE)
    return attachment(rows_csv([[column.headings[0] for column in inviting.COLUMNS]]), "personer.csv")


@with_start
def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Invite one person."""
    visit.require(Act.INVITE)
    form = MemberForm(visit.start.parties.all(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        good, faults = inviting.judge_one(visit.start, form.cleaned_data, on=visit.today)
        if good:
            return _invite_all(request, visit, good)
        for fault in faults:
            form.add_error(None, said(fault))
    return render(request, "start/add.html", {"visit": visit, "form": form})


@with_start
def end(request: HttpRequest, visit: Visit, membership: int) -> HttpResponse:
    """Ask for the last day of somebody's part in the start, and end it."""
    visit.require(Act.INVITE)
    row = visit.start.memberships.select_related("person").filter(pk=membership).first()
    if row is None:
        raise Http404(f"no membership {membership} in {visit.start}")
    form = EndForm(request.POST or None, initial={"last_day": visit.today})
    if request.method == "POST" and form.is_valid():
        last_day = form.cleaned_data["last_day"]
        try:
            inviting.end_membership(visit.start, row.pk, last_day=last_day, by=visit.person, at=visit.at)
        except StartRefused as refused:
            form.add_error("last_day", said(refused.phrase))
        else:
            messages.success(request, _("Sparat. Det som gällde till och med dagen står kvar."))
            return go(visit, "people")
    return render(request, "start/end.html", {"visit": visit, "form": form, "row": row})


@never_cache
@with_start
def links(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Make personal links to hand out: as a page to print or as a file, shown this once."""
    visit.require(Act.INVITE)
    if request.method != "POST":
        return render(request, "start/links.html", {"visit": visit, "sends": settings.SENDS_EMAIL})
    by_mail = request.POST.get("as") == "mail" and settings.SENDS_EMAIL
    made = _make_links(visit, by_mail=by_mail)
    addresses = [(link.name, link.email, request.build_absolute_uri(link.path)) for link in made if link.path]
    if request.POST.get("as") == "file":
        heading = (_("namn"), _("e-post"), _("personlig länk"))
        return attachment(rows_csv([heading, *addresses]), "personliga-lankar.csv")
    if by_mail:
        addresses = send_links(addresses, place=str(visit.start), days=LINK_DAYS)
        if not addresses:
            messages.success(request, _("Länkarna är skickade."))
            return go(visit, "people")
        messages.error(request, _("Länkarna nedan kunde inte skickas. Dela ut dem på annat sätt."))
    context = {"visit": visit, "sends": settings.SENDS_EMAIL, "days": LINK_DAYS, **_shown(made, addresses)}
    return render(request, "start/links_made.html", context)


def _shown(made: Sequence[inviting.HandedOut], left: Sequence[Addressed]) -> dict[str, object]:
    """The links that the leader may see, of those that are left to hand out, and those who have none here."""
    own = {link.email for link in made if link.to_own_address}
    return {
        "links": [address for address in left if address[1] not in own],
        "withheld": [link for link in made if not link.path],
        "unsent": [name for name, email, _address in left if email in own],
    }


def _make_links(visit: Visit, *, by_mail: bool) -> list[inviting.HandedOut]:
    place = reverse("start:overview", kwargs=visit.address)
    return inviting.make_links(
        visit.start, place=place, title=str(visit.start), by=visit.person, at=visit.at, by_mail=by_mail
    )
