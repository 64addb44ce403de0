"""What do the addresses of disputed figures answer?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from avstamp.domain.start.permissions import Act
from avstamp.domain.thread.disputes import Outcome
from avstamp.web.start.visit import Visit, with_start
from avstamp.web.thread.dispute_actions import (
    answer_dispute,
    dispute_figure,
    take_back_dispute,
    take_dispute,
)
from avstamp.web.thread.dispute_page import dispute_page, find_dispute, register_page
from avstamp.web.thread.figure_page import figure_page
from avstamp.web.thread.forms import DisputeAnswerForm, DisputeForm
from avstamp.web.thread.targets import figure_now
from avstamp.web.thread.telling import act_or_tell


@with_start
@require_safe
def register(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show every disputed figure of the start."""
    visit.require(Act.READ_MATERIAL)
    lines, page = register_page(visit, request.GET.get("sida"))
    return render(request, "thread/disputes.html", {"visit": visit, "lines": lines, "page": page})


@with_start
@require_http_methods(["GET", "POST"])
def raise_dispute(request: HttpRequest, visit: Visit, address: str) -> HttpResponse:
    """Let the reader dispute a figure."""
    visit.require(Act.DISPUTE)
    page = figure_page(visit, address)
    form = DisputeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why, now = form.cleaned_data["why"], figure_now(page.address)
        row = dispute_figure(visit.start, page.address, now, why=why, by=visit.person, at=visit.at)
        messages.success(request, _("Uppgiften är ifrågasatt. Tjänstepersonsledningen svarar öppet."))
        return redirect(_address(visit, row.number))
    context = {"visit": visit, "form": form, "page": page}
    return render(request, "thread/raise_dispute.html", context, status=400 if form.errors else 200)


@with_start
@require_http_methods(["GET", "POST"])
def dispute(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Show one disputed figure, and let an official answer."""
    visit.require(Act.READ_MATERIAL if request.method == "GET" else Act.ANSWER_DISPUTE)
    form = DisputeAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row, given = find_dispute(visit, number), form.cleaned_data
        act_or_tell(
            request,
            lambda: answer_dispute(
                row,
                Outcome(given["outcome"]),
                answer=given["answer"],
                source=given["source"],
                by=visit.person,
                at=visit.at,
            ),
            done=_("Svaret är sparat och frågan är stängd."),
        )
        return redirect(_address(visit, number))
    context = {"visit": visit, "form": form, "page": dispute_page(visit, number)}
    return render(request, "thread/dispute.html", context, status=400 if form.errors else 200)


@with_start
@require_POST
def take(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Let an official answer for a dispute from now on."""
    row = find_dispute(visit, number)
    act_or_tell(
        request, lambda: take_dispute(row, by=visit.person, at=visit.at), done=_("Du svarar nu för frågan.")
    )
    return redirect(_address(visit, number))


@with_start
@require_POST
def take_back(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Let the one who disputed a figure take it back."""
    row = find_dispute(visit, number)
    act_or_tell(
        request,
        lambda: take_back_dispute(row, by=visit.person, at=visit.at),
        done=_("Ifrågasättandet är taget tillbaka."),
    )
    return redirect(_address(visit, number))


def _address(visit: Visit, number: int) -> str:
    return reverse("thread:dispute", kwargs={**visit.address, "number": number})
