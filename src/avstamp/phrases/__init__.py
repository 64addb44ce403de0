"""The edge's one catalogue of sentences: what the core says in phrases, everyone else hears in Swedish or English."""

from avstamp.phrases.failures import EXIT_CODES, ErrorRule, ExitCode, explain, rule_of
from avstamp.phrases.groups import group_name
from avstamp.phrases.languages import LANGUAGES, Language, language_of, language_tag
from avstamp.phrases.numbers import (
    MISSING,
    format_count,
    format_date,
    format_instant,
    format_number,
    format_quantity,
    format_share,
    format_unit,
)
from avstamp.phrases.sources import source_line, source_phrases
from avstamp.phrases.speech import Part, bilingual, has_sentence, say, say_in_parts, together

__all__ = [
    "EXIT_CODES",
    "LANGUAGES",
    "MISSING",
    "ErrorRule",
    "ExitCode",
    "Language",
    "Part",
    "bilingual",
    "explain",
    "format_count",
    "format_date",
    "format_instant",
    "format_number",
    "format_quantity",
    "format_share",
    "format_unit",
    "group_name",
    "has_sentence",
    "language_of",
    "language_tag",
    "rule_of",
    "say",
    "say_in_parts",
    "source_line",
    "source_phrases",
    "together",
]
