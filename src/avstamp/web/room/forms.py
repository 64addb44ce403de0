"""What may be written on the pages that lay out a day, and what is said when it is wrong?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from avstamp.domain.room.agenda import TEMPLATES, AgendaTemplate, template_name
from avstamp.domain.room.exercises import (
    TRAITS,
    Exercise,
    ExerciseKind,
    Openness,
    Scale,
    kind_name,
)
from avstamp.domain.start.permissions import role_name
from avstamp.domain.start.roll import Role
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.values import Text
from avstamp.phrases import say
from avstamp.web.room.actions import NewLine
from avstamp.web.room.models import AgendaLine
from avstamp.web.room.tickets import GROUPS


def said(text: Text) -> str:
    """A phrase in the reader's language, with a capital first."""
    words = say(text, get_language() or "sv")
    return words[:1].upper() + words[1:]


def _input(kind: str = "text", **attributes: str) -> forms.TextInput:
    return forms.TextInput({"class": "ds-input", "type": kind, "autocomplete": "off", **attributes})


class DetailsForm(forms.Form):
    """A day: what it is called, when and where, and who may join."""

    title = forms.CharField(label=_("Vad träffen heter"), max_length=200, widget=_input())
    day = forms.DateField(
        label=_("Dag"),
        widget=forms.DateInput({"class": "ds-input", "type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    begins = forms.TimeField(
        label=_("Börjar klockan"),
        widget=forms.TimeInput({"class": "ds-input", "type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
    )
    place = forms.CharField(label=_("Plats (frivilligt)"), max_length=200, required=False, widget=_input())
    guests = forms.BooleanField(
        label=_("Också de utan konto får ansluta med kod, namn och roll"), required=False
    )


class DayForm(DetailsForm):
    """A day, and the agenda to begin from."""

    template = forms.ChoiceField(label=_("Dagordning att utgå från"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        own = [("", gettext("Ingen: vi lägger upp delarna själva"))]
        ready = [(template.value, said(template_name(template))) for template in AgendaTemplate]
        self.fields["template"].required = False
        self.fields["template"].choices = [*ready, *own]  # type: ignore[attr-defined]

    def lines(self) -> list[NewLine]:
        """The lines of the agenda that was chosen, in the reader's language."""
        chosen = self.cleaned_data["template"]
        if not chosen:
            return []
        return [
            NewLine(
                said(line.title),
                line.minutes,
                line.step,
                said(line.aim) if line.aim else "",
                _ready(line.kind, said(line.title), line.openness) if line.kind else None,
            )
            for line in TEMPLATES[AgendaTemplate(chosen)]
        ]


def _ready(kind: ExerciseKind, question: str, openness: Openness) -> Exercise:
    """An exercise of a template: one that asks on a scale asks its question; the others are filled by hand."""
    scales = TRAITS[kind].scales
    scale = Scale.ELEVEN if Scale.ELEVEN in scales else next(iter(scales), None)
    return Exercise(kind, question, (question,) if scales else (), openness, scale)


class LineForm(forms.Form):
    """One line of an agenda."""

    title = forms.CharField(label=_("Vad delen heter"), max_length=200, widget=_input())
    minutes = forms.IntegerField(label=_("Minuter"), min_value=1, max_value=480, widget=_input("number"))
    after = forms.ChoiceField(
        label=_("Plats i dagordningen"), required=False, widget=forms.Select({"class": "ds-input"})
    )
    aim = forms.CharField(
        label=_("Vad delen är till för (frivilligt)"),
        help_text=_("Står i körschemat och hos den som leder, inte på skärmen."),
        max_length=500,
        required=False,
        widget=forms.Textarea({"class": "ds-input", "rows": "2"}),
    )
    step = forms.ChoiceField(
        label=_("Steg som resultatet hör till"), required=False, widget=forms.Select({"class": "ds-input"})
    )
    kind = forms.ChoiceField(label=_("Övning"), required=False, widget=forms.Select({"class": "ds-input"}))
    question = forms.CharField(
        label=_("Fråga till deltagarna"), max_length=300, required=False, widget=_input()
    )
    items = forms.CharField(
        label=_("Att svara på, en rad var"),
        help_text=_("Påståenden, behov, drivkrafter eller frågor. Tomt när deltagarna skriver själva."),
        required=False,
        widget=forms.Textarea({"class": "ds-input", "rows": "6"}),
    )
    openness = forms.ChoiceField(label=_("Hur svaren ges"), widget=forms.RadioSelect)
    scale = forms.ChoiceField(
        label=_("Skala, för säkerhet och puls"), required=False, widget=forms.Select({"class": "ds-input"})
    )
    most_each = forms.IntegerField(
        label=_("Högst så många ord eller anteckningar var"),
        min_value=1,
        max_value=10,
        widget=_input("number"),
    )

    def __init__(self, *arguments: Any, lines: Sequence[tuple[int, str]] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        if lines:
            places = [(str(number), gettext("Efter: %s") % title) for number, title in lines]
            self.fields["after"].choices = [  # type: ignore[attr-defined]
                ("", gettext("Sist")),
                ("0", gettext("Först")),
                *places,
            ]
        else:
            del self.fields["after"]
        none = [("", gettext("Ingen"))]
        choices = {
            "step": [*none, *((step.value, said(step_name(step))) for step in Step)],
            "kind": [*none, *((kind.value, said(kind_name(kind))) for kind in ExerciseKind)],
            "openness": [
                (Openness.NAMED.value, gettext("Med namn: den som svarat kan begäras ut")),
                (Openness.ANONYMOUS.value, gettext("Anonymt: med en dragen lapp")),
            ],
            "scale": [*none, *((scale.value, scale.value.replace("-", "–")) for scale in Scale)],
        }
        for name, options_of in choices.items():
            self.fields[name].choices = options_of  # type: ignore[attr-defined]

    def line(self) -> NewLine:
        """The line that was written."""
        filled = self.cleaned_data
        exercise = None
        if filled["kind"]:
            exercise = Exercise(
                ExerciseKind(filled["kind"]),
                filled["question"] or filled["title"],
                tuple(text.strip() for text in filled["items"].splitlines() if text.strip()),
                Openness(filled["openness"]),
                Scale(filled["scale"]) if filled["scale"] else None,
                filled["most_each"],
            )
        step = Step(filled["step"]) if filled["step"] else None
        return NewLine(filled["title"], filled["minutes"], step, filled["aim"].strip(), exercise)

    def after_line(self) -> int | None:
        """The number of the line it is put after, 0 for first, None for last."""
        chosen = self.cleaned_data.get("after", "")
        return int(chosen) if chosen else None


def initial_of(line: AgendaLine) -> dict[str, object]:
    """What the form of a line says before it is changed."""
    return {
        **{
            name: getattr(line, name)
            for name in ("title", "minutes", "step", "kind", "question", "openness", "aim")
        },
        "scale": line.scale,
        "most_each": line.most_each,
        "items": "\n".join(item.text for item in line.items.all()),
    }


class SlipsForm(forms.Form):
    """How many slips each group's bowl gets."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for group in GROUPS:
            self.fields[group] = forms.IntegerField(
                label=said(role_name(Role(group))),
                min_value=0,
                max_value=2000,
                required=False,
                widget=_input("number", inputmode="numeric"),
            )

    def numbers(self) -> dict[str, int]:
        """Slips by group."""
        return {group: self.cleaned_data[group] or 0 for group in GROUPS}


class GuestForm(forms.Form):
    """Who a guest is."""

    name = forms.CharField(
        label=_("Ditt namn"),
        max_length=100,
        widget=forms.TextInput({"class": "ds-input", "autocomplete": "name"}),
    )
    role = forms.ChoiceField(label=_("Din roll"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        choices = [(group, said(role_name(Role(group)))) for group in GROUPS]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]
