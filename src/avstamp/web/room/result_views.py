"""What does the page of an exercise's result answer: what it came to, its address, its file, and where it goes?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avstamp.domain.room.day_result import texts_of
from avstamp.domain.start.permissions import Act
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.authorship import WRITING_ACT
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase
from avstamp.renderers.html.page import render_fragment
from avstamp.web.attachments import attachment
from avstamp.web.room.models import AgendaLine
from avstamp.web.room.queries import day_numbered, line_at
from avstamp.web.room.result_files import FILES, result_file
from avstamp.web.room.result_page import result_chart, result_notes
from avstamp.web.room.results import KeptResult, kept_result
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.thread.offers import kinds_to_write

GOES_ON_AS: dict[str, tuple[ClaimKind, ...]] = {
    Step.OUTLOOK.value: (ClaimKind.DRIVER,),
    Step.POSITION.value: (ClaimKind.FINDING, ClaimKind.ASSESSMENT),
    Step.ANALYSIS.value: (ClaimKind.STATEMENT, ClaimKind.CONCLUSION),
    Step.NEEDS.value: (ClaimKind.NEED, ClaimKind.GOAL),
    Step.WAYS.value: (ClaimKind.STATEMENT, ClaimKind.CONCLUSION),
}
"""What a result can become in the thread, by the step its exercise belongs to."""
ANY_STEP = (ClaimKind.FINDING, ClaimKind.STATEMENT, ClaimKind.CONCLUSION, ClaimKind.NEED)
MOST_ROWS = 40


@dataclass(frozen=True)
class GoingOn:
    """One row of a result that can be gone on with: its text, the address it is cited by, and what it can become."""

    text: str
    address: str
    kinds: Sequence[tuple[str, Phrase]]


@with_start
def result(request: HttpRequest, visit: Visit, day: int, line: int) -> HttpResponse:
    """Show what an exercise came to, frozen, with its address and where it goes on to."""
    kept = _kept(request, visit, day, line)
    context = {
        "visit": visit,
        "day": kept.line.day,
        "line": kept.line,
        "kept": kept,
        "versions": kept.line.results.order_by("version").values_list("version", flat=True),
        "newest": kept.line.results.order_by("-version").values_list("version", flat=True).first(),
        "html": render_fragment(kept.result.told(), language=get_language() or "sv", level=2),
        "chart": result_chart(kept.result),
        "notes": result_notes(kept.result),
        "address": kept.address(),
        "going_on": going_on(visit, kept),
        "may_lead": visit.may(Act.SET_UP).allowed,
        "files": FILES,
    }
    return render(request, "room/result.html", context)


@with_start
def as_file(request: HttpRequest, visit: Visit, day: int, line: int, suffix: str) -> HttpResponse:
    """Give a result as a file of the kind that the address ends with."""
    kept = _kept(request, visit, day, line)
    if suffix not in FILES:
        raise Http404
    content = result_file(kept, suffix=suffix, language=get_language() or "sv")
    name = _("resultat") + f"-{kept.line.day.number}-{kept.line.position}-v{kept.row.version}.{suffix}"
    return attachment(content, name)


def _kept(request: HttpRequest, visit: Visit, day: int, line: int) -> KeptResult:
    """The version asked for; one that has not been on the screen is the leader's alone."""
    visit.require(Act.READ_MATERIAL)
    row = line_at(day_numbered(visit.start, day), line)
    asked = request.GET.get("version", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 0
    kept = kept_result(row, number)
    if kept is None or not (row.released or visit.may(Act.RUN_WORKSHOP).allowed):
        raise Http404
    return kept


def going_on(visit: Visit, kept: KeptResult) -> list[GoingOn]:
    """What the reader may go on with and as what, the whole first; nothing of a result that all have not seen."""
    line = kept.line
    if not line.released:
        return []
    allowed = set(kinds_to_write(visit))
    kinds = [kind for kind in GOES_ON_AS.get(line.step, ANY_STEP) if kind in allowed]
    if not kinds:
        return []
    named = [(kind.value, Phrase(f"claim_kind.{kind}")) for kind in kinds]
    return [
        GoingOn(text, kept.address(number if kept.result.exercise.items else 0), named)
        for number, text in enumerate(texts_of(kept.result)[:MOST_ROWS], start=1)
    ]


def may_go_on(visit: Visit, line: AgendaLine) -> bool:
    """Whether the reader may write anything at all that rests on a result of the line's step."""
    return any(visit.may(WRITING_ACT[kind]).allowed for kind in GOES_ON_AS.get(line.step, ANY_STEP))
