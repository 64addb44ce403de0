"""Which parts of a start's pages are drawn by a tag of their own, and how do they link to one another?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.urls import reverse

from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.values import Phrase
from avstamp.web.start.menu import menu_of
from avstamp.web.start.step_results import results_for
from avstamp.web.start.visit import Visit

register = template.Library()


@dataclass(frozen=True)
class PathStep:
    """One step as the path shows it."""

    code: str
    name: Phrase
    state: Phrase
    page: str | None


# The facts of the first step are public pages of the unit; the others are the start's own.
FACT_PAGES = {Step.OUTLOOK: "position:outlook"}
OWN_PAGES = {Step.POSITION: "position:own"}


@register.inclusion_tag("start/parts/path.html")
def start_path(visit: Visit, current: str = "") -> dict[str, object]:
    """Draw the five steps with how far each has come."""
    steps = [
        PathStep(step.value, step_name(step), Phrase(f"step_state.{state}"), _page(visit, step))
        for step, state in visit.steps.items()
    ]
    return {"visit": visit, "steps": steps, "current": current}


@register.inclusion_tag("start/parts/menu.html", takes_context=True)
def start_menu(context: dict[str, Any], visit: Visit) -> dict[str, object]:
    """Draw the links to every page of the start."""
    return {"items": list(menu_of(visit, context["request"].path))}


@register.inclusion_tag("start/parts/field.html")
def field(bound: BoundField) -> dict[str, object]:
    """Draw a field of a form with its label, its help and its faults."""
    widget = bound.field.widget
    grouped = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    return {"field": bound, "grouped": grouped, "ticked": isinstance(widget, CheckboxInput)}


def _page(visit: Visit, step: Step) -> str | None:
    if step in OWN_PAGES:
        return reverse(OWN_PAGES[step], kwargs=visit.address)
    return reverse(FACT_PAGES[step], args=[visit.start.organisation.unit]) if step in FACT_PAGES else None


@register.inclusion_tag("start/parts/results.html")
def step_results(visit: Visit, step: str) -> dict[str, object]:
    """Draw what has been worked out together that belongs to a step; nothing where there is nothing."""
    return {"results": results_for(visit.start, Step(step)), "step": step, "name": step_name(Step(step))}


@register.simple_tag
def start_url(name: str, visit: Visit, **parts: object) -> str:
    """The address of a page of the start that is visited."""
    return reverse(name, kwargs={**visit.address, **parts})
