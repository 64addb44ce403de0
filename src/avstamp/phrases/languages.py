"""Which languages does Avstamp speak, and where does a text in English come from?

Swedish is the language of the source texts; English stands in `locale/en/LC_MESSAGES/django.po`, the same
catalogue that the web pages use. Only the standard library reads it, so that documents and the command line
speak without Django.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path
from typing import Literal

Language = Literal["sv", "en"]

LANGUAGES: tuple[Language, ...] = ("sv", "en")
LOCALE = Path(__file__).resolve().parent.parent / "locale"


def language_of(tag: str) -> Language:
    """The language that a tag such as `en-GB`, `sv_SE` or `en` stands for; Swedish where we have no other.

    Example:
        >>> language_of("en-GB"), language_of("sv"), language_of("fi")
        ('en', 'sv', 'sv')
    """
    return "en" if tag[:2].lower() == "en" else "sv"


def language_tag(language: str) -> str:
    """The tag with a country that documents carry.

    Example:
        >>> language_tag("sv"), language_tag("en")
        ('sv-SE', 'en-GB')
    """
    return "en-GB" if language_of(language) == "en" else "sv-SE"


@cache
def translations(language: Language) -> NullTranslations | GNUTranslations:
    """The catalogue of a language; `scripts/messages.py compile` makes the English one."""
    if language == "sv":
        return NullTranslations()
    return translation("django", localedir=str(LOCALE), languages=[language])
