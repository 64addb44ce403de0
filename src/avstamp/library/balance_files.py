"""What does the inquiry of the balance requirement become as a file?"""

from __future__ import annotations

from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase
from avstamp.library.balance_form import FIELDS, BalanceForm
from avstamp.renderers.xlsx.balance import BalanceBook, render_balance


def balance_xlsx(form: BalanceForm, unit: Unit, *, language: str = "sv") -> bytes:
    """The inquiry with live formulas. Raises `FormRefused` when the form could not be read."""
    names = {name: key for key, name in FIELDS.items()}
    sources = {
        names[field.name]: Phrase("balance_sheet.kolada", {"indicators": field.filled.indicators})
        for field in form.fields
        if field.filled
    }
    return render_balance(BalanceBook(unit.name, form.checked().accounts, sources), language=language)
