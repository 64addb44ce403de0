"""How do numbers, dates and phrases look in a template? As `avstamp.phrases` says, in the reader's language."""

from __future__ import annotations

import math
from datetime import date, datetime

from django import template
from django.utils.translation import get_language

from avstamp import phrases
from avstamp.domain.calendar.legal_time import legal_day
from avstamp.domain.values import Quantity, Text

register = template.Library()


def _language() -> str:
    return get_language() or "sv"


@register.filter
def number(value: float | None, decimals: int = 0) -> str:
    """Show a number with so many decimals; a dash where there is none."""
    if value is None or math.isnan(value):
        return "–"
    return phrases.format_number(value, decimals=decimals, language=_language())


@register.filter
def signed(value: float | None, decimals: int = 0) -> str:
    """Show a change with its sign, plus or minus."""
    if value is None or math.isnan(value):
        return "–"
    return phrases.format_number(value, decimals=decimals, language=_language(), signed=True)


@register.filter
def quantity(value: Quantity | None) -> str:
    """Show a number with its unit of measure."""
    if value is None or value.value is None or math.isnan(value.value):
        return "–"
    return phrases.format_quantity(value, _language())


@register.filter
def day(value: date) -> str:
    """Show a date in words; of an instant the day it was in Sweden."""
    if isinstance(value, datetime):
        value = legal_day(value)
    return phrases.format_date(value, _language())


@register.filter
def instant(value: datetime) -> str:
    """Show a day and a time of day by Swedish clocks."""
    return phrases.format_instant(value, _language())


@register.filter
def say(text: Text | None) -> str:
    """Show a phrase in the reader's language."""
    return phrases.say(text, _language())
