"""How is a text marked for translation where it is written, long before anyone has chosen a language?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """A sentence in two forms, chosen by the number that stands in the placeholder `by`."""

    one: str
    many: str
    by: str


Sentence = str | Plural


def gettext_noop(text: str) -> str:
    """Mark a text; it stays as it is until `say` looks it up."""
    return text


def ngettext(one: str, many: str, by: str) -> Plural:
    """Mark a sentence in singular and plural; the number in placeholder `by` decides."""
    return Plural(one, many, by)
