"""What is chosen before ballots and slips are printed?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from avstamp.domain.room.paper import PaperSize
from avstamp.web.room.forms import SlipsForm
from avstamp.web.room.models import AgendaLine

MOST_COPIES = 300
SIZES = [
    (PaperSize.A4.value, _("A4")),
    (PaperSize.A3.value, _("A3, med en och en halv gång så stor text")),
]


class BallotsForm(forms.Form):
    """Blank ballots: for which exercise, on which paper, how many, and whether they are made out to people."""

    line = forms.ChoiceField(label=_("Övning"), widget=forms.Select({"class": "ds-input"}))
    size = forms.ChoiceField(label=_("Papper"), choices=SIZES, widget=forms.RadioSelect, initial="a4")
    suffix = forms.ChoiceField(
        label=_("Fil"),
        choices=[("pdf", _("PDF")), ("docx", _("Word, en blankett på A4 att ändra utseendet på"))],
        widget=forms.RadioSelect,
        initial="pdf",
        required=False,
    )
    copies = forms.IntegerField(
        label=_("Antal blanketter i filen"),
        help_text=_("Skriv 1 om ni kopierar dem själva."),
        min_value=1,
        max_value=MOST_COPIES,
        initial=1,
        widget=forms.TextInput({"class": "ds-input", "type": "number", "inputmode": "numeric"}),
    )
    made_out = forms.BooleanField(
        label=_("En blankett med namn och kod för var och en på rollistan, om övningen ges med namn"),
        required=False,
    )

    def __init__(self, lines: Sequence[AgendaLine], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["line"].choices = [(str(line.position), line.title) for line in lines]  # type: ignore[attr-defined]


class BookletsForm(SlipsForm):
    """How many booklets each group's bowl gets, and on which paper."""

    size = forms.ChoiceField(label=_("Papper"), choices=SIZES, widget=forms.RadioSelect, initial="a4")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        # It stands on the same page as `BallotsForm`.
        super().__init__(*arguments, **{"auto_id": "haften-%s", **options})


class PrintedSlipsForm(SlipsForm):
    """How many slips each group's bowl gets, and what they are printed on."""

    sheet = forms.ChoiceField(label=_("Skriv ut på"), widget=forms.RadioSelect, required=False, initial="")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["sheet"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Webbläsaren, från en sida som visas en gång")),
            ("cut", gettext("PDF, A4 att klippa isär, tio lappar")),
            ("labels_24", gettext("PDF, etikettark med 24 etiketter, 70 × 37 mm")),
            ("labels_14", gettext("PDF, etikettark med 14 etiketter, 99,1 × 38,1 mm")),
        ]
