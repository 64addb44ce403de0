"""How does a cell of a table look in a template?"""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from avstamp.domain.documents.tree import Cell
from avstamp.domain.values import Quantity
from avstamp.phrases import format_number, say

register = template.Library()


@register.filter
def cell(value: Cell) -> str:
    """Show a cell in the reader's language; numbers without their unit of measure, which stands in the caption."""
    language = get_language() or "sv"
    if isinstance(value, Quantity):
        return format_number(value.value, decimals=value.decimals, language=language, signed=value.signed)
    return say(value, language)
