"""How are kinds of claims, and what a claim rests on, printed?"""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.phrases import format_quantity, say

register = template.Library()


@register.simple_tag
def claim_kind(kind: ClaimKind) -> str:
    """What a kind of claim is called."""
    return say(Phrase(f"claim_kind.{kind}"), get_language() or "sv")


@register.simple_tag
def evidence_value(value: Quantity | Text) -> str:
    """The value of a figure with its unit, or the outcome of a finding in words."""
    language = get_language() or "sv"
    return format_quantity(value, language) if isinstance(value, Quantity) else say(value, language)
