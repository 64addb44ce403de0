"""Which parts of the frame are drawn by a tag of their own?"""

from __future__ import annotations

from typing import Literal

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from avstamp.domain.documents import Figure
from avstamp.domain.facts.unit import Unit
from avstamp.renderers.charts import figure_pair, figure_svg
from avstamp.web.site.steps import STEPS

register = template.Library()


@register.inclusion_tag("site/parts/path.html")
def step_path(unit: Unit, current: str = "") -> dict[str, object]:
    """Draw the five steps as a path; those that have pages before a term is started lead there."""
    return {"unit": unit, "steps": STEPS, "current": current}


@register.simple_tag
def chart(figure: Figure, width: Literal["wide", "narrow", "both"] = "both") -> SafeString:
    """Draw a report's figure as inline SVG, in one width or in both (the style sheet then shows one)."""
    language = get_language() or "sv"
    if width == "both":
        return mark_safe(figure_pair(figure, language=language))  # noqa: S308 - drawn by us, texts escaped there
    return mark_safe(figure_svg(figure, language=language, width=width))  # noqa: S308 - as above
