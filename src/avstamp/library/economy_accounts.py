"""Which accounts of its own did an organisation give, and what was wrong with them?

Amounts in thousands of kronor, as accounts are printed. They are read from an address or a spreadsheet and kept
nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.errors import ImportRefused
from avstamp.domain.outlook.economy import Books
from avstamp.domain.values import Phrase
from avstamp.library.csv_files import rows_csv
from avstamp.library.economy_inputs import AMOUNTS, HEADS, SOURCE, YEAR
from avstamp.library.municipal_books import PERCENT, MunicipalBooks
from avstamp.phrases import say
from avstamp.sources.spreadsheet.check import Column, Kind, read_number, read_rows
from avstamp.sources.spreadsheet.parse import read_sheet

THOUSAND = 1000.0
LONGEST_SOURCE = 200

ABOVE_NOTHING = frozenset({"income", "assets", "tax_base", "inhabitants"})
SIGNED = frozenset({"financial_net", "equity", "net_debt"})
"""Amounts that may be below nothing."""

NAMES = (YEAR, SOURCE, HEADS, *AMOUNTS.values())


@dataclass(frozen=True)
class OwnAccounts:
    """Accounts as given: what is written in each field, the books when all of it can be read, else what was wrong."""

    written: Mapping[str, str]
    books: Books | None
    wrong: Sequence[Phrase]
    source: str = ""


def read_accounts(asked: Mapping[str, str], ours: MunicipalBooks, *, last_year: int) -> OwnAccounts | None:
    """The accounts in an address; None where it has none.

    Args: `ours` the fact base's accounts, for what is expected of the result and of interest; `last_year` the newest
        year that accounts may be of.
    """
    written = {name: asked[name].strip() for name in NAMES if asked.get(name, "").strip()}
    if YEAR not in written:
        return None
    wrong: list[Phrase] = []
    year = _year(written[YEAR], ours.books.year, last_year, wrong)
    amounts = {key: _amount(key, written.get(name, ""), wrong) for key, name in AMOUNTS.items()}
    heads = _amount("inhabitants", written.get(HEADS, ""), wrong)
    source = written.get(SOURCE, "")
    if len(source) > LONGEST_SOURCE:
        wrong.append(Phrase("economy.words.long", {"most": LONGEST_SOURCE}))
    if wrong:
        return OwnAccounts(written, None, wrong, source)
    return OwnAccounts(written, _books(year, heads, amounts, ours), (), source)


def _year(written: str, first: int, last: int, wrong: list[Phrase]) -> int:
    if written.isascii() and written.isdigit() and len(written) == 4 and first <= int(written) <= last:
        return int(written)
    said = {"given": written, "first": str(first), "last": str(last)}
    wrong.append(Phrase("economy.accounts.year", said))
    return first


def _amount(key: str, written: str, wrong: list[Phrase]) -> float:
    field = Phrase(f"economy.accounts.{key}")
    number = read_number(written) if len(written) < 30 else None
    if not written:
        wrong.append(Phrase("economy.accounts.missing", {"field": field}))
    elif number is None:
        wrong.append(Phrase("economy.accounts.number", {"field": field, "given": written}))
    elif (number <= 0 and key in ABOVE_NOTHING) or (number < 0 and key not in SIGNED):
        wrong.append(Phrase("economy.accounts.low", {"field": field, "given": written}))
    return number or 0.0


def _books(year: int, heads: float, thousands: Mapping[str, float], ours: MunicipalBooks) -> Books:
    kronor = {key: THOUSAND * value for key, value in thousands.items()}
    financial = kronor.pop("financial_net")
    result = kronor["income"] - kronor["net_cost"] - kronor["depreciation"] + financial
    lasting = ours.model.expected(ours.column) / PERCENT * kronor["income"]
    return Books(
        year=year,
        inhabitants=heads,
        other_net=financial + float(ours.drivers.mean[3]) * kronor["debt"],
        passing_result=result - lasting,
        **kronor,
    )


def written_accounts(ours: MunicipalBooks) -> dict[str, str]:
    """The fact base's accounts as they would be written in the fields, for a form or a file to begin with."""
    books = ours.books
    financial = books.other_net - float(ours.drivers.mean[3]) * books.debt
    amounts = {key: financial if key == "financial_net" else getattr(books, key) for key in AMOUNTS}
    return {
        YEAR: str(books.year),
        HEADS: f"{books.inhabitants:.0f}",
        **{name: f"{amounts[key] / THOUSAND:.0f}" for key, name in AMOUNTS.items()},
    }


def field_labels() -> dict[str, Phrase]:
    """What each field is called, by its name in an address."""
    return {
        YEAR: Phrase("economy.accounts.bokslut"),
        SOURCE: Phrase("economy.accounts.source"),
        HEADS: Phrase("economy.accounts.inhabitants"),
        **{name: Phrase(f"economy.accounts.{key}") for key, name in AMOUNTS.items()},
    }


def accounts_csv(written: Mapping[str, str], language: str) -> str:
    """The fields as a file of two columns to fill in, opened by every spreadsheet program."""
    heading = [say(Phrase(f"economy.accounts.column.{name}"), language) for name in ("row", "value")]
    rows = [(say(label, language), written.get(name, "")) for name, label in field_labels().items()]
    return rows_csv([heading, *rows])


def accounts_of_file(name: str, content: bytes) -> dict[str, str]:
    """What a filled-in file says, by name of field.

    Raises: ImportRefused when it cannot be read or has none of the rows, with all that was wrong.
    """
    rows = {
        written.casefold(): field
        for field, label in field_labels().items()
        for written in (say(label, "sv"), say(label, "en"))
    }
    heads = [
        tuple(
            dict.fromkeys(
                say(Phrase(f"economy.accounts.column.{column}"), language) for language in ("sv", "en")
            )
        )
        for column in ("row", "value")
    ]
    columns = [
        Column("row", heads[0], Kind.CHOICE, required=True, choices=rows),
        Column("value", heads[1], longest=LONGEST_SOURCE),
    ]
    read, faults = read_rows(read_sheet(content, name), columns)
    if faults:
        raise ImportRefused(name, faults)
    return {str(row.values["row"]): str(row.values["value"] or "") for row in read}
