"""What do the pages of a day answer: the list, the day itself, the screen and the run sheet?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avstamp.domain.room.agenda import run_sheet
from avstamp.domain.start.permissions import Act, role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.values import Phrase, Verbatim
from avstamp.library.report.files import render_document
from avstamp.web.attachments import attachment
from avstamp.web.room.actions import settle_overdue
from avstamp.web.room.day_page import day_page, qr_code, screen_of
from avstamp.web.room.presence_page import boards_of, presence_of, roles_here
from avstamp.web.room.queries import day_numbered, days_of, lines_of, planned_of, settles_on
from avstamp.web.start.visit import Visit, with_start


@with_start
def days(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the start's days."""
    visit.require(Act.READ_MATERIAL)
    may_lead = visit.may(Act.SET_UP).allowed
    return render(
        request, "room/days.html", {"visit": visit, "days": days_of(visit.start), "may_lead": may_lead}
    )


@with_start
def day(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Show a day: for the leader with everything to run it by, for the others its agenda and the way in."""
    visit.require(Act.READ_MATERIAL)
    row = day_numbered(visit.start, day)
    settle_overdue(row, at=visit.at)
    may_lead, may_run = visit.may(Act.SET_UP).allowed, visit.may(Act.RUN_WORKSHOP)
    context = {
        "visit": visit,
        "day": row,
        "page": day_page(row, at=visit.at),
        "presence": presence_of(row, visit.roll),
        "settles_on": settles_on(row),
        "may_lead": may_lead,
        "may_lay": may_lead and row.ended_at is None,
        "may_run": may_run.allowed and row.ended_at is None,
        "why_not_run": None if may_run.allowed or not may_lead else may_run.reason,
        "roles": [(group, role_name(Role(group))) for group in roles_here(row, visit.roll)],
        "boards": boards_of(visit.roll, row),
    }
    return render(request, "room/day.html", context)


@with_start
def screen(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Show what the whole room sees."""
    visit.require(Act.READ_MATERIAL)
    row = day_numbered(visit.start, day)
    address = request.build_absolute_uri(reverse("room:phone", args=[row.code]))
    context = {
        "visit": visit,
        "day": row,
        "screen": screen_of(row, at=visit.at),
        "waiting": None if row.showing_id else presence_of(row, visit.roll),
        "address": address,
        "qr": qr_code(address),
        "now": visit.at,
    }
    # The page is kept for other screens (kept_screens): it may tell nothing of who reads it.
    return render(request, "room/screen.html", context)


@with_start
def sheet(request: HttpRequest, visit: Visit, day: int, suffix: str) -> HttpResponse:
    """Give the run sheet as a file of the kind that the address ends with."""
    visit.require(Act.READ_MATERIAL)
    row = day_numbered(visit.start, day)
    document = run_sheet(
        Phrase("runsheet.title", {"title": Verbatim(row.title)}),
        [planned_of(line) for line in lines_of(row)],
        day=row.day,
        starts=row.begins,
        place=row.place,
        made_on=visit.today,
    )
    content = render_document(document, suffix=f".{suffix}", language=get_language() or "sv")
    return attachment(content, _("korschema") + f"-{row.number}.{suffix}")
