"""What do the pages answer where ballots and slips are printed?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.exercises import Openness, kind_name, state_name
from avstamp.domain.room.paper import PaperSize
from avstamp.domain.start.permissions import Act, role_name
from avstamp.domain.start.roll import Role
from avstamp.phrases import rule_of
from avstamp.web.attachments import attachment
from avstamp.web.room.day_page import qr_code
from avstamp.web.room.forms import said
from avstamp.web.room.models import Day
from avstamp.web.room.paper_forms import BallotsForm, BookletsForm, PrintedSlipsForm
from avstamp.web.room.paper_printing import lines_on_paper, print_ballots, print_booklets
from avstamp.web.room.queries import day_numbered, exercise_of, line_at, progress_of
from avstamp.web.room.tickets import make_slips, shown_code
from avstamp.web.start.visit import Visit, with_start


@with_start
def paper(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Show what can be printed, and where ballots are typed in."""
    visit.require(Act.SET_UP)
    return _show(request, visit, day_numbered(visit.start, day))


def _show(
    request: HttpRequest,
    visit: Visit,
    day: Day,
    *,
    ballots: BallotsForm | None = None,
    booklets: BookletsForm | None = None,
) -> HttpResponse:
    lines = lines_on_paper(day)
    context = {
        "visit": visit,
        "day": day,
        "lines": [
            (line, kind_name(exercise_of(line).kind), state_name(progress_of(line).state)) for line in lines
        ],
        "ballots": ballots or BallotsForm(lines),
        "booklets": booklets or BookletsForm(),
        "any_anonymous": any(line.openness == Openness.ANONYMOUS.value for line in lines),
        "may_run": visit.may(Act.RUN_WORKSHOP),
    }
    return render(request, "room/paper.html", context, status=422 if ballots or booklets else 200)


@with_start
@require_POST
def print_blank(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Print ballots without codes, or made out to the people of the roll."""
    visit.require(Act.SET_UP)
    row = day_numbered(visit.start, day)
    form = BallotsForm(lines_on_paper(row), request.POST)
    if not form.is_valid():
        return _show(request, visit, row, ballots=form)
    filled = form.cleaned_data
    line = line_at(row, int(filled["line"]))
    suffix = filled["suffix"] or "pdf"
    try:
        content = print_ballots(
            line,
            suffix=suffix,
            copies=filled["copies"],
            made_out=filled["made_out"],
            size=PaperSize(filled["size"]),
            language=get_language() or "sv",
        )
    except AvstampError as error:
        form.add_error(None, said(rule_of(error).phrase(error)))
        return _show(request, visit, row, ballots=form)
    return attachment(content, _("blanketter") + f"-{row.number}-{line.position}.{suffix}")


@with_start
@require_POST
def print_coded(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Make booklets with codes, and give them once; nothing keeps them."""
    visit.require(Act.SET_UP)
    row, form = day_numbered(visit.start, day), BookletsForm(request.POST)
    if not form.is_valid():
        return _show(request, visit, row, booklets=form)
    try:
        content = print_booklets(
            row,
            form.numbers(),
            address=request.build_absolute_uri(reverse("room:ballots", args=[row.code])),
            size=PaperSize(form.cleaned_data["size"]),
            language=get_language() or "sv",
            by=visit.person,
            at=visit.at,
        )
    except AvstampError as error:
        form.add_error(None, said(rule_of(error).phrase(error)))
        return _show(request, visit, row, booklets=form)
    return attachment(content, _("haften") + f"-{row.number}.pdf")


@with_start
def slips(request: HttpRequest, visit: Visit, day: int) -> HttpResponse:
    """Make slips to draw, and give them once, as a page or a file to be printed and cut."""
    visit.require(Act.SET_UP)
    row, form = day_numbered(visit.start, day), PrintedSlipsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_slips(row, form.numbers(), by=visit.person, at=visit.at)
            return _slips(request, visit, row, made, form.cleaned_data["sheet"])
        except AvstampError as error:
            form.add_error(None, said(rule_of(error).phrase(error)))
    return render(request, "room/slips.html", {"visit": visit, "day": row, "form": form})


def _slips(
    request: HttpRequest, visit: Visit, day: Day, made: dict[str, list[str]], sheet: str
) -> HttpResponse:
    """The slips as they were made, as a page of pictures or as PDF."""
    address = request.build_absolute_uri(reverse("room:ballots", args=[day.code]))
    # What stands after "#" is never sent to a server: the slip's code is in no log on the way.
    held = {
        group: [(shown_code(code), f"{address}#{code}") for code in codes] for group, codes in made.items()
    }
    groups = [(role_name(Role(group)), codes) for group, codes in held.items()]
    if not sheet:
        pictures = [(name, [(code, qr_code(square)) for code, square in codes]) for name, codes in groups]
        context = {"visit": visit, "day": day, "groups": pictures, "address": address}
        return render(request, "room/slips_made.html", context)
    # Loaded here: Typst is a large library, and few pages print.
    from avstamp.renderers.pdf.paper import SlipSheet, render_slips

    content = render_slips(
        day.title,
        day.day,
        groups,
        address=address,
        sheet=SlipSheet(sheet),
        language=get_language() or "sv",
    )
    return attachment(content, _("lappar") + f"-{day.number}.pdf")
