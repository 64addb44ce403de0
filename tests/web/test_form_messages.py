"""Django's own messages are said in our words: what was wrong, with which value, and what to do."""

from __future__ import annotations

import pytest
from django import forms
from django.utils import translation


class Form(forms.Form):
    text = forms.CharField(max_length=5, min_length=3)
    number = forms.IntegerField(max_value=9)
    day = forms.DateField()


WRONG = [
    ({"text": "åäöåäöå"}, "text", "Texten är 7 tecken, men här ryms högst 5. Korta den."),
    ({"text": "å"}, "text", "Texten är 1 tecken, men minst 3 behövs. Skriv mer."),
    ({"number": "tolv"}, "number", "Det här är inget heltal. Skriv till exempel 12."),
    ({"number": "12"}, "number", "Talet är för stort. Skriv högst 9."),
    ({"day": "2026-13-40"}, "day", "Det här är inget datum. Skriv till exempel 2026-12-01."),
    ({}, "text", "Fyll i det här fältet."),
]


@pytest.mark.parametrize(("filled", "name", "said"), WRONG)
def test_a_field_says_what_was_wrong_and_what_to_do(filled, name, said):
    with translation.override("sv"):
        assert Form(filled).errors[name] == [said]
