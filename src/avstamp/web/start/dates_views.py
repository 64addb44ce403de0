"""What do the pages about the year answer: the steps' days, opening and closing them, meetings and legal dates?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from avstamp.domain.start.permissions import Act
from avstamp.domain.start.steps import Step, StepRefused
from avstamp.domain.start.wheel_templates import TEMPLATES, find_template
from avstamp.web.start import setting_up
from avstamp.web.start.actions import StartRefused, begin_step, finish_step
from avstamp.web.start.dates_page import dates_page
from avstamp.web.start.forms import MeetingForm, StepsForm, TemplateForm, said
from avstamp.web.start.queries import plan_of
from avstamp.web.start.setting_up_views import go
from avstamp.web.start.visit import Visit, with_start


@with_start
def dates(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the year: steps, meetings and what the law sets, in order of day."""
    visit.require(Act.READ_MATERIAL)
    context = {"visit": visit, "page": dates_page(visit), "may_edit": visit.may(Act.SET_UP).allowed}
    return render(request, "start/dates.html", context | {"may_move": visit.may(Act.MOVE_STEP).allowed})


@with_start
def steps(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Plan the days of the five steps."""
    visit.require(Act.SET_UP)
    plans = {plan.step: plan for plan in map(plan_of, visit.start.steps.all())}
    days = {step: (plans[step].planned_first, plans[step].planned_last) for step in Step}
    form = StepsForm(days, request.POST or None)
    if request.method == "POST" and form.is_valid():
        setting_up.plan_steps(visit.start, form.days(), by=visit.person, at=visit.at)
        messages.success(request, _("Dagarna är sparade."))
        return go(visit, "dates")
    return render(request, "start/steps.html", {"visit": visit, "form": form})


@with_start
def wheel(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Plan by the year of another municipality."""
    visit.require(Act.SET_UP)
    form = TemplateForm(request.POST or None, required=True)
    if request.method == "POST" and form.is_valid():
        template = find_template(form.cleaned_data["template"])
        assert template is not None, "the form offers only templates there are"
        setting_up.plan_by_template(visit.start, template, by=visit.person, at=visit.at)
        messages.success(request, _("Planen är lagd. Ändra det som inte passar er."))
        return go(visit, "dates")
    return render(request, "start/wheel.html", {"visit": visit, "form": form, "templates": TEMPLATES})


@with_start
def meeting(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Put a meeting of one's own into the year."""
    visit.require(Act.SET_UP)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        setting_up.add_meeting(visit.start, **form.cleaned_data, by=visit.person, at=visit.at)
        messages.success(request, _("Mötet är inlagt."))
        return go(visit, "dates")
    return render(request, "start/meeting.html", {"visit": visit, "form": form})


@with_start
@require_POST
def remove_meeting(request: HttpRequest, visit: Visit, meeting: int) -> HttpResponse:
    """Take a meeting out of the year."""
    setting_up.remove_meeting(visit.start, meeting, by=visit.person, at=visit.at)
    messages.success(request, _("Mötet är borttaget."))
    return go(visit, "dates")


@with_start
@require_POST
def move_step(request: HttpRequest, visit: Visit, step: str) -> HttpResponse:
    """Open a step to everyone, or close it for everyone."""
    if step not in {one.value for one in Step}:
        raise Http404(f"no step {step}")
    visit.require(Act.MOVE_STEP)
    act = finish_step if request.POST.get("move") == "close" else begin_step
    try:
        act(visit.start, Step(step), by=visit.person, at=visit.at)
    except (StepRefused, StartRefused) as refused:
        messages.error(request, said(refused.phrase))
    return go(visit, "dates")
