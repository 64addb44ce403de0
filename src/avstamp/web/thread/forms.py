"""What can be filled in on the pages of a thread?"""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.thread.authorship import UNITED
from avstamp.domain.thread.claims import ClaimKind, Horizon, Relation
from avstamp.domain.thread.disputes import ANSWERS
from avstamp.domain.values import Phrase, Text
from avstamp.phrases import say
from avstamp.web.start.visit import Visit
from avstamp.web.thread.offers import authors_to_write_for
from avstamp.web.thread.words import names_for

LONGEST = 4000
"""Letters of a claim; what takes more is a document."""


def _say(text: Text) -> str:
    return say(text, get_language() or "sv")


def _area(rows: int = 6) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "ds-input", "rows": rows})


def _line() -> forms.TextInput:
    return forms.TextInput(attrs={"class": "ds-input"})


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "ds-input"})


def _options(prefix: str, members: Iterable[str]) -> list[tuple[str, str]]:
    return [(str(member), _say(Phrase(f"{prefix}.{member}"))) for member in members]


def author_value(author: Author) -> str:
    """An author as a form sends it."""
    return f"{author.kind}:{author.name}"


class TextForm(forms.Form):
    """The text of a claim and how far ahead it looks."""

    text = forms.CharField(label=_("Text"), widget=_area(), max_length=LONGEST)
    horizon = forms.ChoiceField(label=_("På vilken sikt?"), widget=_select(), required=False)

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["horizon"].choices = [("", _("Inte angivet")), *_options("horizon", Horizon)]  # type: ignore[attr-defined]

    @property
    def chosen_horizon(self) -> Horizon | None:
        """The horizon, where one was chosen."""
        chosen = self.cleaned_data["horizon"]
        return Horizon(chosen) if chosen else None


class EvidenceForm(forms.Form):
    """One piece of evidence: what it is, and what it does for the claim."""

    target = forms.CharField(
        label=_("Underlag"),
        help_text=_(
            "Adressen till en uppgift (till exempel N15428/1481/T/2022) eller en iakttagelse, eller numret på "
            "något som redan står i tråden."
        ),
        widget=_line(),
        max_length=500,
    )
    relation = forms.ChoiceField(label=_("Vad gör underlaget?"), widget=_select())

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["relation"].choices = _options("relation", Relation)  # type: ignore[attr-defined]


class ClaimForm(TextForm, EvidenceForm):
    """A new claim of a kind with its first evidence, on behalf of one the writer belongs to."""

    author = forms.ChoiceField(label=_("På vems vägnar?"), widget=_select())
    field_order = ("text", "author", "target", "relation", "horizon")

    def __init__(self, visit: Visit, kind: ClaimKind, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)
        authors = authors_to_write_for(visit, kind)
        names = names_for(visit.start, authors)
        self.fields["author"].choices = [  # type: ignore[attr-defined]
            (author_value(author), _say(names.author(author))) for author in authors
        ]
        readers = [
            Phrase(f"draft_readers.{author.kind}", {"author": names.author(author)}) for author in authors
        ]
        why = [Phrase("thread.author.side_not_offered")] if _side_has_others(visit) else []
        self.fields["author"].help_text = " ".join(map(_say, [*why, *readers]))
        self.fields["target"].required = kind in (ClaimKind.READING, ClaimKind.ASSESSMENT)
        if kind in (ClaimKind.READING, ClaimKind.ASSESSMENT):
            del self.fields["horizon"]

    @property
    def chosen_author(self) -> Author:
        """On whose behalf it is written."""
        kind, _separator, name = self.cleaned_data["author"].partition(":")
        return Author(AuthorKind(kind), name)

    @property
    def chosen_horizon(self) -> Horizon | None:
        """The horizon, where the kind has one and it was chosen."""
        chosen = self.cleaned_data.get("horizon")
        return Horizon(chosen) if chosen else None


def _side_has_others(visit: Visit) -> bool:
    """Whether the reader's side has a party besides the reader's own, so that nobody writes for it alone."""
    parties = {part.party for part in visit.roll.memberships_of(str(visit.person.identifier), on=visit.today)}
    sides = {visit.roll.side_of(party, on=visit.today) for party in parties if party}
    return any(len(visit.roll.parties_on(side, on=visit.today)) > 1 for side in sides if side in UNITED)


class DisputeForm(forms.Form):
    """Why a figure is disputed."""

    why = forms.CharField(
        label=_("Varför ifrågasätter du uppgiften?"),
        help_text=_("Skriv vad som verkar fel och hur du vet det. Alla i starten kan läsa det."),
        widget=_area(),
        max_length=LONGEST,
    )


class DisputeAnswerForm(forms.Form):
    """An official's answer, with its source."""

    outcome = forms.ChoiceField(label=_("Vad har ni kommit fram till?"), widget=_select())
    answer = forms.CharField(label=_("Svar"), widget=_area(), max_length=LONGEST)
    source = forms.CharField(
        label=_("Källa"),
        help_text=_("Var svaret går att kontrollera: en publikation, en tabell, en adress."),
        widget=_line(),
        max_length=500,
    )

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["outcome"].choices = _options("outcome", ANSWERS)  # type: ignore[attr-defined]
