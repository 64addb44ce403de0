"""What stands on the page where an organisation gives its own accounts?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast
from urllib.parse import urlencode

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase
from avstamp.library.economy_accounts import (
    accounts_csv,
    accounts_of_file,
    field_labels,
    read_accounts,
    written_accounts,
)
from avstamp.library.economy_inputs import YEAR
from avstamp.library.economy_population import last_accounts_year
from avstamp.library.facts import open_fact_base
from avstamp.library.municipal_books import NoEconomy, read_books
from avstamp.web.outlook.economy_values import AccountsForm, Shown

FROM_LEDGER = "huvudbok"
"""In the address of a form that a ledger has filled in."""


def accounts_form(unit: Unit, asked: Mapping[str, str], wrong: Sequence[Phrase] = ()) -> AccountsForm:
    """The form, with what was asked in its fields or else the fact base's accounts."""
    base = open_fact_base()
    try:
        books = read_books(base, unit)
    except NoEconomy as error:
        return AccountsForm(unit.name, none=error.phrase)
    given = read_accounts(asked, books, last_year=last_accounts_year(base))
    written = {**written_accounts(books), **(given.written if given else {})}
    labels = field_labels()
    fields = [Shown(name, label, written.get(name, ""), False) for name, label in labels.items()]
    said: list[Phrase] = list(given.wrong if given else ())
    left: tuple[Phrase, ...] = ()
    if given and FROM_LEDGER in asked:
        # A ledger has some of the fields: what it has not is told as such, and is no fault.
        said = [one for one in said if one.key != "economy.accounts.missing"]
        left = tuple(label for name, label in labels.items() if name not in given.written)
    return AccountsForm(unit.name, fields, [*wrong, *said], base_year=books.books.year, left=left)


def accounts_query(unit: Unit, name: str, content: bytes) -> AccountsForm | str:
    """What a filled-in file becomes in the address of the economy; the form with all that was wrong if it cannot."""
    try:
        written = accounts_of_file(name, content)
    except ImportRefused as error:
        return accounts_form(unit, {}, cast("Sequence[Phrase]", error.failures))
    if YEAR not in written:
        return accounts_form(unit, {}, [Phrase("economy.accounts.none")])
    form = accounts_form(unit, written)
    return form if form.wrong or form.none else urlencode(written)


def accounts_file(unit: Unit, language: str) -> bytes:
    """The fact base's accounts as a file to fill in. Raises NoEconomy for a region."""
    return accounts_csv(written_accounts(read_books(open_fact_base(), unit)), language).encode()
