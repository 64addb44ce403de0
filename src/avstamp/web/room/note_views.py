"""What does the page answer on which the leader puts notes together, takes them apart and hides what names a person?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from avstamp.domain.errors import AvstampError
from avstamp.domain.room.exercises import ExerciseKind, ExerciseRefused, Openness
from avstamp.domain.room.merging import (
    Bundle,
    HideReason,
    Note,
    bundles_of,
    hide_reason_name,
    suggest_together,
)
from avstamp.domain.start.permissions import Act
from avstamp.domain.values import Phrase
from avstamp.phrases import rule_of
from avstamp.web.room import note_actions
from avstamp.web.room.day_page import GATHERS_NOTES
from avstamp.web.room.forms import said
from avstamp.web.room.models import AgendaLine
from avstamp.web.room.queries import day_numbered, headings_of, line_at, notes_of, progress_of
from avstamp.web.start.visit import Visit, with_start


@dataclass(frozen=True)
class NotesPage:
    """The notes of an exercise: as they stand together, what looks alike, and what is hidden."""

    bundles: Sequence[Bundle]
    suggested: Sequence[Sequence[Bundle]]
    hidden: Sequence[tuple[Note, Phrase]]
    withheld: Phrase | None

    @property
    def count(self) -> int:
        """How many notes there are, hidden ones apart."""
        return sum(bundle.n for bundle in self.bundles)

    @property
    def headings(self) -> Sequence[Bundle]:
        """Those that the leader has put under a heading."""
        return [bundle for bundle in self.bundles if bundle.heading is not None]


def notes_page(line: AgendaLine) -> NotesPage:
    """The notes of an exercise, of an anonymous one those that have been published."""
    notes = notes_of(line)
    bundles = bundles_of(notes, headings_of(line))
    hidden = [(note, hide_reason_name(note.hidden)) for note in notes if note.hidden is not None]
    withheld = None
    if line.openness == Openness.ANONYMOUS.value and not notes:
        key = "collecting" if progress_of(line).collecting else "not_published"
        withheld = Phrase(f"room.notes.{key}")
    return NotesPage(bundles, suggest_together(bundles), hidden, withheld)


@with_start
def notes(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Show an exercise's notes to the leader, and put them together, take them apart, hide them or show them."""
    visit.require(Act.SET_UP)
    row = day_numbered(visit.start, day)
    found = line_at(row, line)
    if found.kind not in GATHERS_NOTES:
        raise Http404
    if request.method == "POST":
        try:
            _sort(request, visit, found)
        except AvstampError as error:
            messages.error(request, said(rule_of(error).phrase(error)))
        address = {**visit.address, "day": row.number, "line": found.position}
        return redirect(reverse("room:notes", kwargs=address) + "#anteckningar")
    context = {
        "visit": visit,
        "day": row,
        "line": found,
        "page": notes_page(found),
        "reasons": [(reason.value, hide_reason_name(reason)) for reason in HideReason],
        "is_epa": found.kind == ExerciseKind.EPA.value,
        "may_sort": visit.may(Act.RUN_WORKSHOP).allowed,
    }
    return render(request, "room/notes.html", context)


def _sort(request: HttpRequest, visit: Visit, line: AgendaLine) -> None:
    filled, act = request.POST, request.POST.get("gor", "")
    keys, heading = filled.getlist("anteckning"), filled.get("rubrik", "")
    under = filled.get("under", "")
    by, at = visit.person, visit.at
    if act.startswith("rename-") and act.removeprefix("rename-").isdecimal():
        number = act.removeprefix("rename-")
        note_actions.name_heading(line, int(number), filled.get(f"namn-{number}", ""), by=by, at=at)
    elif act == "together":
        chosen = int(under) if under.isascii() and under.isdecimal() and len(under) < 5 else 0
        note_actions.put_together(line, keys, heading=heading, under=chosen, by=by, at=at)
    elif act == "apart":
        note_actions.take_apart(line, keys, by=by, at=at)
    elif act == "hide":
        note_actions.hide_notes(line, keys, filled.get("skal", ""), by=by, at=at)
    elif act == "show":
        note_actions.show_notes(line, keys, by=by, at=at)
    else:
        raise ExerciseRefused(Phrase("room.answer.other_kind"))
