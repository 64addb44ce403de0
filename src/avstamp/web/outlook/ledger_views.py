"""What is answered where somebody sends an accounting system's ledger, and says which field each group goes to?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Quantity
from avstamp.library.economy_inputs import YEAR
from avstamp.library.economy_ledger import PlacedLedger, propose_ledger, read_placed
from avstamp.web.outlook import pages
from avstamp.web.outlook.worker import compute
from avstamp.web.units import with_unit

FROM_LEDGER = "huvudbok"
THOUSAND = 1000


def propose(request: HttpRequest, unit: Unit, name: str, content: bytes) -> HttpResponse:
    """Show a ledger's groups with the fields proposed, or everything that is wrong with the file."""
    try:
        ledger = propose_ledger(name, content)
    except ImportRefused as error:
        return _refuse(request, unit, cast("Sequence[Phrase]", error.failures))
    return _show(request, unit, ledger)


@with_unit
@require_POST
def place(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Take the groups as they are placed to the form of the accounts; tell what does not add up until it is seen."""
    ledger = read_placed(request.POST.dict(), request.POST.getlist("rad"))
    if ledger is None:
        return _refuse(request, unit, [Phrase("ledger.form")])
    if not ledger.sums.adds_up and "sett" not in request.POST:
        return _show(request, unit, ledger, status=422)
    query = urlencode({**ledger.accounts, FROM_LEDGER: "1"})
    address = reverse("outlook:economy_accounts", kwargs={"unit": unit.id})
    return HttpResponseRedirect(f"{address}?{query}")


def _show(request: HttpRequest, unit: Unit, ledger: PlacedLedger, *, status: int = 200) -> HttpResponse:
    sums = ledger.sums
    context = {
        "unit": unit,
        "step": "outlook",
        "ledger": ledger,
        "year_name": YEAR,
        "rows": [
            (row, Quantity(float(row.amount) / THOUSAND, "tkr", 0), _words(row.choices))
            for row in ledger.rows
        ],
        "result": Quantity(float(sums.result) / THOUSAND, "tkr", 0),
        "placed": Quantity(float(sums.placed) / THOUSAND, "tkr", 0),
        "missing": Quantity(float(sums.missing), "kr", 2),
        "unbalanced": Quantity(float(sums.unbalanced), "kr", 2),
        "sums": sums,
        "asked_again": status != 200,
    }
    return render(request, "outlook/economy_ledger.html", context, status=status)


def _words(choices: Sequence[object]) -> list[tuple[str, Phrase]]:
    return [(str(choice), Phrase(f"ledger.field.{choice}")) for choice in choices]


def _refuse(request: HttpRequest, unit: Unit, failures: Sequence[Phrase]) -> HttpResponse:
    form = compute(pages.economy_accounts_wrong, unit, tuple(failures))
    context = {"unit": unit, "step": "outlook", "form": form}
    return render(request, "outlook/economy_accounts.html", context, status=400)
