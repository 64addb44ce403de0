"""What do the addresses that write in a thread answer? Each acts, or tells why not and keeps what was typed."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from avstamp.domain.start.openness import DocumentStatus
from avstamp.domain.thread.authorship import WRITING_ACT
from avstamp.domain.thread.claims import ClaimKind, Relation
from avstamp.domain.thread.staleness import Verdict
from avstamp.domain.values import Phrase
from avstamp.library.facts import open_fact_base
from avstamp.phrases import say
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.thread.actions import (
    advance_claim,
    answer_claim,
    edit_claim,
    remove_evidence,
    write_claim,
)
from avstamp.web.thread.claim_page import visible_claim
from avstamp.web.thread.forms import LONGEST, ClaimForm, EvidenceForm, TextForm
from avstamp.web.thread.models import Claim
from avstamp.web.thread.offers import authors_to_write_for
from avstamp.web.thread.permitting import author_of, require_answer, require_draft
from avstamp.web.thread.revising import begin_new_version
from avstamp.web.thread.targets import Target, read_target, rest_on, target_words
from avstamp.web.thread.telling import Refused, act_or_tell, why_refused
from avstamp.web.thread.words import names_for

PUBLISH = "fardigstall"
"""The button that completes at once what it saves."""


@with_start
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    """Let the reader write a claim of a kind, with its first evidence."""
    if kind not in list(ClaimKind):
        raise Http404
    claim_kind = ClaimKind(kind)
    visit.require(WRITING_ACT[claim_kind])
    if not authors_to_write_for(visit, claim_kind):
        raise Http404  # a kind that comes with the minutes: the page would refuse all that is typed in it
    typed = request.GET.get("underlag", "")
    ready = request.GET.get("text", "")[:LONGEST]
    form = ClaimForm(visit, claim_kind, request.POST or None, initial={"target": typed, "text": ready})
    if request.method == "POST" and form.is_valid():
        try:
            claim = _write(visit, claim_kind, form, publish=PUBLISH in request.POST)
        except Refused as error:
            form.add_error(None, why_refused(error))
        else:
            _told(request, claim)
            return redirect(_address(visit, claim))
    beside = target_words(visit, request.POST.get("target", typed))
    context = {
        "visit": visit,
        "form": form,
        "kind": Phrase(f"claim_kind.{kind}"),
        "code": kind,
        "beside": beside,
    }
    return render(request, "thread/write.html", context, status=400 if form.errors else 200)


@transaction.atomic
def _write(visit: Visit, kind: ClaimKind, form: ClaimForm, *, publish: bool) -> Claim:
    typed = form.cleaned_data["target"]
    target: Target | None = read_target(visit, typed) if typed else None
    claim = write_claim(
        visit.start,
        kind,
        form.cleaned_data["text"],
        author=form.chosen_author,
        owner=visit.person,
        horizon=form.chosen_horizon,
        by=visit.person,
        at=visit.at,
    )
    if target is not None:
        rest_on(claim, target, Relation(form.cleaned_data["relation"]), visit=visit, at=visit.at)
    if publish:
        advance_claim(claim, DocumentStatus.COMPLETED, by=visit.person, at=visit.at)
    return claim


@with_start
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Let the reader write an own draft anew."""
    claim, entry, _index = visible_claim(visit, number)
    require_draft(claim, by=visit.person, at=visit.at)
    form = TextForm(request.POST or None, initial={"text": claim.text, "horizon": claim.horizon})
    if request.method == "POST" and form.is_valid():
        edit_claim(
            claim, form.cleaned_data["text"], horizon=form.chosen_horizon, by=visit.person, at=visit.at
        )
        messages.success(request, _("Utkastet är sparat."))
        return redirect(_address(visit, claim))
    context = {"visit": visit, "form": form, "claim": claim, "kind": Phrase(f"claim_kind.{entry.kind}")}
    return render(request, "thread/edit.html", context, status=400 if form.errors else 200)


@with_start
@require_http_methods(["GET", "POST"])
def add_evidence(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Let the reader rest an own draft on a figure, a finding or an earlier claim."""
    claim, entry, _index = visible_claim(visit, number)
    require_draft(claim, by=visit.person, at=visit.at)
    form = EvidenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            target = read_target(visit, form.cleaned_data["target"])
            rest_on(claim, target, Relation(form.cleaned_data["relation"]), visit=visit, at=visit.at)
        except Refused as error:
            form.add_error("target", why_refused(error))
        else:
            messages.success(request, _("Underlaget är tillagt."))
            return redirect(_address(visit, claim))
    context = {"visit": visit, "form": form, "claim": claim, "kind": Phrase(f"claim_kind.{entry.kind}")}
    return render(request, "thread/evidence.html", context, status=400 if form.errors else 200)


@with_start
@require_POST
def drop_evidence(request: HttpRequest, visit: Visit, number: int, edge: int) -> HttpResponse:
    """Take a piece of evidence from an own draft."""
    claim, _entry, _index = visible_claim(visit, number)
    require_draft(claim, by=visit.person, at=visit.at)
    found = claim.evidence.select_related("claim__start__organisation", "figure", "result", "target")
    row = found.filter(pk=edge).first()
    if row is not None:
        act_or_tell(
            request,
            lambda: remove_evidence(row, by=visit.person, at=visit.at),
            done=_("Underlaget är borttaget."),
        )
    return redirect(_address(visit, claim))


@with_start
@require_POST
def complete(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Complete an own draft, so that everyone in the start reads it."""
    return _advance(request, visit, number, DocumentStatus.COMPLETED)


@with_start
@require_POST
def dispatch(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Note that a completed claim has been sent, with its registration number where it has one."""
    return _advance(request, visit, number, DocumentStatus.DISPATCHED)


def _advance(request: HttpRequest, visit: Visit, number: int, status: DocumentStatus) -> HttpResponse:
    claim, _entry, _index = visible_claim(visit, number)
    registered = request.POST.get("diarienummer", "").strip()[:80]
    act_or_tell(
        request,
        lambda: advance_claim(claim, status, number=registered, by=visit.person, at=visit.at),
        done=_("Klart. Alla i starten kan läsa det."),
    )
    return redirect(_address(visit, claim))


@with_start
@require_POST
def answer(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Take the owner's answer: still holds, withdrawn, or a new version to write."""
    claim, entry, index = visible_claim(visit, number)
    require_answer(claim, by=visit.person, at=visit.at)
    given = request.POST.get("svar", "")
    if given == Verdict.STILL_HOLDS.value:
        open_fact_base()  # without it every figure seems to be gone, and the answer would be to that
    if given == Verdict.REVISED.value:
        try:
            new = begin_new_version(claim, entry, visit)
        except Refused as error:
            messages.error(request, why_refused(error))
            return redirect(_address(visit, claim))
        return redirect(reverse("thread:edit", kwargs={**visit.address, "number": new.number}))
    if given not in list(Verdict):
        messages.error(request, _("Välj ett av svaren."))
        return redirect(_address(visit, claim))
    seen = index.because.get(number, ())
    act_or_tell(
        request,
        lambda: answer_claim(claim, Verdict(given), seen=seen, by=visit.person, at=visit.at),
        done=_("Tack. Svaret är sparat."),
    )
    return redirect(_address(visit, claim))


def _told(request: HttpRequest, claim: Claim) -> None:
    if claim.status != DocumentStatus.WORKING.value:
        messages.success(request, _("Klart. Alla i starten kan läsa det."))
        return
    author = author_of(claim)
    called = names_for(claim.start, [author]).author(author)
    readers = say(Phrase(f"draft_readers.{author.kind}", {"author": called}), get_language() or "sv")
    messages.success(request, _("Sparat som utkast.") + " " + readers)


def _address(visit: Visit, claim: Claim) -> str:
    return reverse("thread:claim", kwargs={**visit.address, "number": claim.number})
