"""How does a phrase become a sentence in the reader's language?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from string import Formatter
from typing import cast

from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.phrases.catalogue import SENTENCES
from avstamp.phrases.languages import Language, language_of, translations
from avstamp.phrases.marking import Plural, Sentence
from avstamp.phrases.numbers import (
    MISSING,
    format_count,
    format_date,
    format_instant,
    format_number,
    format_quantity,
    format_unit,
)

BILINGUAL = "bilingual"
"""Key of a phrase that carries its own text in every language, as the indicator catalogue does."""

TOGETHER = "together"
"""Key of a phrase that is several sentences after one another."""

LISTING = "listing"
"""Key of a phrase that is several lines under one another, each with a dash before it."""

UNIT = "unit"
"""Key of a phrase that is a unit of measure in words."""

DATE = "date"
"""Key of a phrase that is a day by itself, for a cell of a table."""

BLANK = "blank"
"""Key of a phrase that marks what somebody has to fill in; `what` says what it is."""

# Around a blank while a sentence is put together; private to this module, and in nothing that it answers.
_OPENS, _CLOSES = "\ue000", "\ue001"

Sayable = Text | Quantity | int | float | date | str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: text, or a blank that a renderer marks."""

    text: str
    is_blank: bool = False


def bilingual(texts: Mapping[str, str]) -> Phrase:
    """A phrase that carries its own text by language."""
    return Phrase(BILINGUAL, texts)


def together(sentences: Iterable[Text]) -> Phrase:
    """Sentences after one another as one phrase, for a point in a list."""
    return Phrase(TOGETHER, {"sentences": tuple(sentences)})


def say(text: Sayable, language: str = "sv") -> str:
    """A phrase, quantity, date or whole number in the reader's language; an en dash for nothing.

    Raises:
        KeyError: the catalogue has no such phrase, or the phrase lacks a value that its sentence needs.

    Example:
        >>> say(Phrase("mandates.threshold", {"threshold": 31, "total": 61}), "sv")
        'Majoritet är mer än hälften av mandaten: minst 31 av 61.'
    """
    return _say(text, language_of(language)).replace(_OPENS, "").replace(_CLOSES, "")


def say_in_parts(text: Sayable, language: str = "sv") -> tuple[Part, ...]:
    """The same with its blanks apart, for a renderer that marks them; the texts together are what `say` answers.

    Example:
        >>> say_in_parts(Phrase("blank", {"what": "dag"}))
        (Part(text='[Fyll i: dag]', is_blank=True),)
    """
    said = _say(text, language_of(language))
    pieces = said.replace(_CLOSES, _OPENS).split(_OPENS)
    return tuple(Part(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece or said == "")


def has_sentence(phrase: Phrase) -> bool:
    """Whether the catalogue can say a phrase: there is a sentence, and values for all it needs, all the way in.

    Example:
        >>> has_sentence(Phrase("mandates.threshold", {"threshold": 31})), has_sentence(Phrase("no.such"))
        (False, False)
    """
    inner = (value for value in phrase.values.values() if isinstance(value, Phrase))
    if phrase.key in _WITHOUT_SENTENCE:
        return True
    sentence = SENTENCES.get(phrase.key)
    if sentence is None:
        return False
    text = sentence.many if isinstance(sentence, Plural) else sentence
    needed = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return needed <= phrase.values.keys() and all(has_sentence(value) for value in inner)


def _say(text: object, language: Language) -> str:
    if text is None:
        return MISSING
    if isinstance(text, Phrase):
        return _say_phrase(text, language)
    if isinstance(text, Verbatim):
        return text.text
    if isinstance(text, Quantity):
        return format_quantity(text, language)
    return _say_value(text, language)


def _say_value(value: object, language: Language) -> str:
    if isinstance(value, Enum):
        raise TypeError(f"{value!r} has no words of its own; give a phrase instead")
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return format_count(value, language)
    if isinstance(value, float):
        return format_number(value, language=language)
    if isinstance(value, datetime):
        return format_instant(value, language)
    if isinstance(value, date):
        return format_date(value, language)
    if isinstance(value, Iterable):
        return _say_list([_say(item, language) for item in value], language)
    raise TypeError(f"{value!r} cannot be said; use a phrase, text, quantity, number or date")


def _say_phrase(phrase: Phrase, language: Language) -> str:
    if phrase.key in _WITHOUT_SENTENCE:
        return _WITHOUT_SENTENCE[phrase.key](phrase.values, language)
    try:
        sentence = SENTENCES[phrase.key]
    except KeyError:
        raise KeyError(f"no phrase {phrase.key!r}; add it under avstamp/phrases/sentences") from None
    template = _template(sentence, phrase.values, language)
    if not phrase.values:
        return template
    return template.format_map({name: _say(value, language) for name, value in phrase.values.items()})


def _template(sentence: Sentence, values: Mapping[str, object], language: Language) -> str:
    catalogue = translations(language)
    if isinstance(sentence, Plural):
        count = values[sentence.by]
        number = count.value if isinstance(count, Quantity) else count
        return catalogue.ngettext(sentence.one, sentence.many, 1 if number == 1 else 2)
    return catalogue.gettext(sentence)


def _say_list(items: list[str], language: Language) -> str:
    if len(items) < 2:
        return "".join(items)
    word = translations(language).gettext(str(SENTENCES["list.and"]))
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _say_together(values: Mapping[str, object], language: Language) -> str:
    sentences = cast("tuple[Text, ...]", values["sentences"])
    return " ".join(_say(sentence, language) for sentence in sentences)


def _say_listing(values: Mapping[str, object], language: Language) -> str:
    lines = cast("tuple[object, ...]", values["lines"])
    return "\n".join(f"  – {_say(line, language)}" for line in lines)


def _say_blank(values: Mapping[str, object], language: Language) -> str:
    return f"{_OPENS}{_say_phrase(Phrase('blank.fill_in', values), language)}{_CLOSES}"


_WITHOUT_SENTENCE: Mapping[str, Callable[[Mapping[str, object], Language], str]] = {
    BILINGUAL: lambda values, language: str(values[language]),
    TOGETHER: _say_together,
    LISTING: _say_listing,
    BLANK: _say_blank,
    UNIT: lambda values, language: format_unit(str(values["unit"]), language),
    DATE: lambda values, language: _say(values["date"], language),
}
KEYS_WITHOUT_SENTENCE = frozenset(_WITHOUT_SENTENCE)
"""Keys that are put together from their values alone."""
