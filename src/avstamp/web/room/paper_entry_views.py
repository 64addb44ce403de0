"""What do the pages answer where ballots are typed in, by hand or from a spreadsheet, and where the pile is checked?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from avstamp.domain.errors import AvstampError, ImportRefused
from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.phrases import rule_of
from avstamp.sources.spreadsheet import LARGEST_BYTES
from avstamp.web.attachments import attachment
from avstamp.web.room.forms import said
from avstamp.web.room.models import AgendaLine
from avstamp.web.room.paper_entry import BatchRefused, Entered, count_pile, enter_batch, person_code
from avstamp.web.room.paper_page import EntryPage, check_page, empty_page, file_page, typed_rows
from avstamp.web.room.paper_printing import voters_of
from avstamp.web.room.paper_sheet import faults_in_words, read_file, sheet_file
from avstamp.web.room.queries import day_numbered, exercise_of, line_at
from avstamp.web.start.visit import Visit, with_start


def _line(visit: Visit, day: int, line: int) -> AgendaLine:
    row = line_at(day_numbered(visit.start, day), line)
    if not row.kind:
        raise Http404("the line has no exercise")
    return row


@with_start
def entry(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Show rows to type ballots in; read them through, and keep them when they have been seen and are right."""
    visit.require(Act.RUN_WORKSHOP)
    row = _line(visit, day, line)
    if request.method != "POST":
        return _show(request, visit, row, empty_page(row))
    rows = typed_rows(exercise_of(row), request.POST)
    page = check_page(row, rows, request.POST)
    if request.POST.get("gor") != "rakna" or not page.ready:
        return _show(request, visit, row, page)
    try:
        entered = enter_batch(row, rows, by=visit.person, at=visit.at)
    except BatchRefused as error:
        return _show(request, visit, row, page.refused(faults_in_words(exercise_of(row), error.rows)))
    except AvstampError as error:
        return _show(request, visit, row, page.refused([rule_of(error).phrase(error)]))
    return _kept(request, visit, row, entered)


def _show(request: HttpRequest, visit: Visit, row: AgendaLine, page: EntryPage) -> HttpResponse:
    context = {"visit": visit, "day": row.day, "line": row, "page": page}
    return render(request, "room/paper_entry.html", context, status=422 if page.faults else 200)


def _kept(request: HttpRequest, visit: Visit, row: AgendaLine, entered: Entered) -> HttpResponse:
    messages.success(request, said(Phrase("paper.entered", {"number": entered.kept})))
    if entered.passed_over:
        messages.info(request, said(Phrase("paper.passed_over", {"number": entered.passed_over})))
    return redirect(_address(visit, row))


def _address(visit: Visit, row: AgendaLine) -> str:
    return reverse("room:paper_entry", kwargs={**visit.address, "day": row.day.number, "line": row.position})


@with_start
@require_POST
def upload(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Keep every ballot of a spreadsheet, or none and say what is wrong with each; the file is not kept."""
    visit.require(Act.RUN_WORKSHOP)
    row, sent = _line(visit, day, line), request.FILES.get("fil")
    try:
        if sent is None or (sent.size or 0) > LARGEST_BYTES:
            raise ExerciseRefused(Phrase("paper.refused.file", {"megabytes": LARGEST_BYTES // 1_000_000}))
        rows = read_file(exercise_of(row), sent.read(), sent.name or "")
        pass_over = bool(request.POST.get("forbi"))
        return _kept(
            request, visit, row, enter_batch(row, rows, pass_over=pass_over, by=visit.person, at=visit.at)
        )
    except BatchRefused as error:
        faults = faults_in_words(exercise_of(row), error.rows)
    except ImportRefused as error:
        faults = [one for one in error.failures if isinstance(one, Phrase)]
    except AvstampError as error:
        faults = [rule_of(error).phrase(error)]
    return _show(request, visit, row, file_page(row, faults))


@with_start
def sheet(request: HttpRequest, visit: Visit, day: int, line: int, suffix: str) -> HttpResponse:
    """Give the spreadsheet to type ballots in, with a row for each of the roll where answers have names."""
    visit.require(Act.SET_UP)
    row = _line(visit, day, line)
    if suffix not in ("xlsx", "csv"):
        raise Http404("there is no such kind of sheet")
    exercise = exercise_of(row)
    people = [] if exercise.is_anonymous or request.GET.get("namn") is None else voters_of(row.day)
    rows = [{"code": person_code(row.day, str(person.identifier))} for person, _role in people]
    content = sheet_file(exercise, rows, suffix=suffix, language=get_language() or "sv")
    return attachment(content, _("svar") + f"-{row.day.number}-{row.position}.{suffix}")


@with_start
@require_POST
def pile(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Say whether as many ballots are typed in as lie in the pile."""
    visit.require(Act.RUN_WORKSHOP)
    row, number = _line(visit, day, line), request.POST.get("hog", "").strip()
    try:
        counted = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else -1
        left = count_pile(row, counted, by=visit.person, at=visit.at)
        key = "paper.pile.equal" if not left else "paper.pile.left" if left > 0 else "paper.pile.more"
        (messages.warning if left else messages.success)(request, said(Phrase(key, {"number": abs(left)})))
    except AvstampError as error:
        messages.error(request, said(rule_of(error).phrase(error)))
    return redirect(_address(visit, row))
