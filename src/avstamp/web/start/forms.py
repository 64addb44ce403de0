"""What may be typed on the pages that set a start up, and what is said when it is wrong?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from avstamp.domain.start.commission import Commissioner
from avstamp.domain.start.openness import DocumentStatus, Retention
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Capacity, Function, Role, Side
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.start.wheel_templates import TEMPLATES
from avstamp.domain.values import Phrase, Text
from avstamp.phrases import say
from avstamp.web.start.models import CouncilParty


def said(text: Text) -> str:
    """A phrase in the reader's language, with a capital first."""
    words = say(text, get_language() or "sv")
    return words[:1].upper() + words[1:]


def text_input(**attributes: str) -> forms.TextInput:
    """One line to type in."""
    return forms.TextInput({"class": "ds-input", "autocomplete": "off", **attributes})


def select(**attributes: str) -> forms.Select:
    """One of several to choose."""
    return forms.Select({"class": "ds-input", **attributes})


class Day(forms.DateField):
    """A day, written and read as year-month-day whatever the language."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput({"class": "ds-input", "type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **options)


class TemplateForm(forms.Form):
    """The year a plan is taken from."""

    template = forms.ChoiceField(label=_("Årshjul att utgå från"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, required: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)
        none = [] if required else [("", gettext("Inget: vi sätter dagarna själva"))]
        field = self.fields["template"]
        field.required = required
        field.choices = [*((one.key, said(one.title)) for one in TEMPLATES), *none]  # type: ignore[attr-defined]


class SidesForm(forms.Form):
    """Which side each party is on, from which day."""

    from_day = Day(label=_("Gäller från och med"))

    def __init__(
        self, parties: Iterable[CouncilParty], now: Mapping[str, Side], *arguments: Any, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        choices = [(side.value, said(Phrase(f"side.{side}"))) for side in Side]
        self.codes = {f"side_{row.pk}": row.code for row in parties}
        for row in parties:
            self.fields[f"side_{row.pk}"] = forms.ChoiceField(
                label=row.name, choices=choices, initial=now[row.code].value, widget=select()
            )

    @property
    def parties(self) -> list[forms.BoundField]:
        """The fields of the parties, in the council's order."""
        return [self[name] for name in self.codes]

    def sides(self) -> dict[str, Side]:
        """Party code to the side that was chosen."""
        return {code: Side(self.cleaned_data[name]) for name, code in self.codes.items()}


class CommissionForm(forms.Form):
    """Who has commissioned the start, and when."""

    commissioner = forms.ChoiceField(label=_("Uppdragsgivare"), widget=forms.RadioSelect)
    day = Day(label=_("Dag för uppdraget"))
    parties = forms.MultipleChoiceField(
        label=_("Gruppledare som står bakom"),
        help_text=_(
            "Behövs bara när gruppledarna är uppdragsgivare. Alla partier i fullmäktige måste vara med."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, parties: Iterable[CouncilParty], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["commissioner"].choices = [  # type: ignore[attr-defined]
            (one.value, said(Phrase(f"commissioner.{one}"))) for one in Commissioner
        ]
        self.fields["parties"].choices = [(row.code, row.name) for row in parties]  # type: ignore[attr-defined]


class MemberForm(forms.Form):
    """One person to invite."""

    name = forms.CharField(label=_("Namn"), max_length=200, widget=text_input())
    email = forms.EmailField(
        label=_("E-post"), widget=forms.EmailInput({"class": "ds-input", "autocomplete": "off"})
    )
    capacity = forms.ChoiceField(label=_("Roll"), widget=select())
    party = forms.ChoiceField(
        label=_("Parti"), required=False, widget=select(), help_text=_("Bara för förtroendevalda.")
    )
    function = forms.ChoiceField(
        label=_("Funktion"), required=False, widget=select(), help_text=_("Bara för förtroendevalda.")
    )
    body = forms.CharField(
        label=_("Organ"),
        required=False,
        max_length=200,
        widget=text_input(),
        help_text=_("Till exempel fullmäktige eller en nämnd."),
    )

    def __init__(self, parties: Iterable[CouncilParty], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        capacities = [(one.value, said(capacity_name(one))) for one in Capacity]
        functions = [(one.value, said(Phrase(f"function.{one}"))) for one in Function]
        self.fields["capacity"].choices = capacities  # type: ignore[attr-defined]
        self.fields["party"].choices = [("", "–"), *((row.code, row.name) for row in parties)]  # type: ignore[attr-defined]
        self.fields["function"].choices = [("", "–"), *functions]  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """The last day of a part in a start."""

    last_day = Day(label=_("Sista dag"))


class ListForm(forms.Form):
    """A list of people: a file, or what was pasted."""

    people = forms.FileField(
        label=_("Fil med personer"),
        required=False,
        help_text=_("CSV eller XLSX med kolumnerna namn, e-post, roll, parti, funktion och organ."),
        widget=forms.FileInput({"class": "ds-input", "accept": ".csv,.xlsx"}),
    )
    pasted = forms.CharField(
        label=_("Eller klistra in listan"),
        required=False,
        help_text=_("Kopiera cellerna i kalkylbladet, rubrikerna också."),
        widget=forms.Textarea({"class": "ds-input", "rows": 6, "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        given = super().clean() or {}
        if not given.get("people") and not str(given.get("pasted") or "").strip():
            raise forms.ValidationError(gettext("Välj en fil eller klistra in en lista."))
        return given

    def data_and_name(self) -> tuple[bytes, str]:
        """What was given, as bytes, and what to call it."""
        if (file := self.cleaned_data.get("people")) is not None:
            return file.read(), file.name
        return self.cleaned_data["pasted"].encode(), gettext("Den inklistrade listan")


class StepsForm(forms.Form):
    """The days of the five steps."""

    def __init__(
        self, days: Mapping[Step, tuple[date | None, date | None]], *arguments: Any, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        for step, (first, last) in days.items():
            self.fields[f"{step}_first"] = Day(label=_("Första dag"), required=False, initial=first)
            self.fields[f"{step}_last"] = Day(label=_("Sista dag"), required=False, initial=last)

    @property
    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each step's name with its two fields."""
        return [(said(step_name(step)), self[f"{step}_first"], self[f"{step}_last"]) for step in Step]

    def clean(self) -> dict[str, Any]:
        """A step ends after it begins, and has a first day if it has a last."""
        given = super().clean() or {}
        for step in Step:
            first, last = given.get(f"{step}_first"), given.get(f"{step}_last")
            if last and first and last < first:
                self.add_error(f"{step}_last", gettext("Sista dagen ligger före den första."))
            if last and not first:
                self.add_error(f"{step}_first", gettext("Ange också första dagen."))
        return given

    def days(self) -> dict[Step, tuple[date | None, date | None]]:
        """The days that were chosen."""
        given = self.cleaned_data
        return {step: (given.get(f"{step}_first"), given.get(f"{step}_last")) for step in Step}


class MeetingForm(forms.Form):
    """A meeting of one's own."""

    title = forms.CharField(label=_("Vad"), max_length=200, widget=text_input())
    first_day = Day(label=_("Första dag"))
    last_day = Day(label=_("Sista dag"), required=False, help_text=_("Lämna tom om det är en enda dag."))

    def clean(self) -> dict[str, Any]:
        """A meeting ends after it begins."""
        given = super().clean() or {}
        first, last = given.get("first_day"), given.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", gettext("Sista dagen ligger före den första."))
        return given


class RegistryForm(forms.Form):
    """The registry's side of the start, and who else is asked to take part."""

    number = forms.CharField(label=_("Diarienummer"), required=False, max_length=80, widget=text_input())
    status = forms.ChoiceField(
        label=_("Handlingens läge"),
        widget=select(),
        help_text=_("Går bara framåt: det som är färdigställt eller expedierat är en allmän handling."),
    )
    retention = forms.ChoiceField(
        label=_("Bevara eller gallra"),
        widget=select(),
        help_text=_("Enligt er dokumenthanteringsplan eller ert gallringsbeslut."),
    )
    invites = forms.BooleanField(
        label=_("Bolag och fackliga organisationer är inbjudna att delta"), required=False
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            (one.value, said(Phrase(f"document_status.{one}"))) for one in DocumentStatus
        ]
        self.fields["retention"].choices = [  # type: ignore[attr-defined]
            (one.value, said(Phrase(f"retention.{one}"))) for one in Retention
        ]

    def typed(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        given = self.cleaned_data
        return {
            "status": DocumentStatus(given["status"]),
            "number": given["number"],
            "retention": Retention(given["retention"]),
            "invites": given["invites"],
        }


def capacity_name(capacity: Capacity) -> Phrase:
    """What a capacity is called."""
    return Phrase("role.one_elected") if capacity is Capacity.ELECTED else role_name(Role(capacity))
