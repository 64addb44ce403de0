"""How does the certain path of the economy become a spreadsheet whose every cell an economist can check and change?

Two sheets: what is assumed and where the books begin, as numbers; and the years, as formulas on them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties

from avstamp.domain.outlook.economy import Books, Guidelines
from avstamp.domain.outlook.economy.scenarios import ASSUMPTIONS, Scenario
from avstamp.domain.values import Phrase
from avstamp.phrases import language_of, language_tag, say

HEAD = Font(bold=True)
FIRST_COLUMN, WIDTH, LABEL_WIDTH = 2, 16, 46
SHARE, KRONOR, PERCENT = "0.00%", "#,##0", "0.00"

ROWS: Mapping[str, tuple[str, str, str]] = {
    "step": ("", "=@step+1", "0"),
    "people": ("=1", "={people_#}", "0.0000"),
    "needed": ("=1", "={needed_#}", "0.0000"),
    "level": ("=1", "=0.7*(1+{wages})^[step]+0.3*(1+{prices})^[step]", "0.0000"),
    "income": (
        "={book_income}",
        "=({book_income}+{book_tax_base}*{tax_rate}/100)*(1+{tax_base})^[step]*[people]",
        KRONOR,
    ),
    "cost": (
        "={book_net_cost}",
        "=({book_net_cost}+{book_passing_result})*[level]*(1+{ambition})^[step]*(1-{efficiency})^[step]*[needed]",
        KRONOR,
    ),
    "depreciation": (
        "={book_depreciation}",
        "=IF({book_fixed_assets}>0,{book_depreciation}/{book_fixed_assets}*@fixed_assets,0)",
        KRONOR,
    ),
    "interest": ("", "=@debt*{interest}", KRONOR),
    "other_net": ("", "={book_other_net}", KRONOR),
    "measures": ("", "={restore_share}*(<deficit>)/3", KRONOR),
    "result": ("", "=[income]-[cost]-[depreciation]-[interest]+[other_net]+[measures]", KRONOR),
    "reserved": (
        "",
        "={reserve_share}*MAX(0,MIN([result]-IF(@equity<{book_pension_commitment},0.02,0.01)*[income],"
        "0.05*[income]-@reserve))",
        KRONOR,
    ),
    "used": ("", "=MIN(MAX(-[result],0),{use_share}*@reserve)", KRONOR),
    "balance_result": ("", "=[result]-[reserved]+[used]", KRONOR),
    "deficit": ("=0", "=MAX(-[balance_result],0)", KRONOR),
    "investment": ("", "={book_investment}*{investment}*[level]*[people]", KRONOR),
    "debt": ("={book_debt}", "=@debt+[investment]-[depreciation]-[result]", KRONOR),
    "fixed_assets": ("={book_fixed_assets}", "=@fixed_assets+[investment]-[depreciation]", KRONOR),
    "assets": ("={book_assets}", "=@assets+[investment]-[depreciation]", KRONOR),
    "equity": ("={book_equity}", "=@equity+[result]", KRONOR),
    "reserve": ("={book_reserve}", "=@reserve+[reserved]-[used]", KRONOR),
    "result_share": ("", "=100*[result]/[income]", PERCENT),
    "equity_ratio": ("", "=100*([equity]-{book_pension_commitment})/[assets]", PERCENT),
    "net_debt_per_inhabitant": (
        "",
        "=({book_net_debt}-{book_debt}+[debt])/({book_inhabitants}*[people])",
        KRONOR,
    ),
}
"""Rows of the years: formula of the base year, of every later year, and number format.

[row] is the same year's cell, @row the year before's, {name} a cell of the first sheet, <row> the sum of up to three
years before, # how many years after the accounts.
"""


@dataclass(frozen=True, slots=True)
class EconomyBook:
    """What the spreadsheet is made of: `population` and `need` as factors of the accounts' year, one for each year.

    `accounts` says whose accounts the books are.
    """

    title: str
    books: Books
    scenario: Scenario
    guidelines: Guidelines
    population: Sequence[float]
    need: Sequence[float]
    accounts: Phrase

    @property
    def years(self) -> int:
        """How many years are worked out."""
        return len(self.population)


def render_economy(book: EconomyBook, *, language: str = "sv") -> bytes:
    """The spreadsheet as the bytes of an .xlsx file, calculated when it is opened."""
    spoken = language_of(language)
    file = Workbook()
    file.properties.title, file.properties.creator = book.title, "Avstamp"
    file.properties.language = language_tag(spoken)
    file.calculation = CalcProperties(fullCalcOnLoad=True)
    given, years = file.active, file.create_sheet(say(Phrase("economy.sheet.years"), spoken))
    given.title = say(Phrase("economy.sheet.given"), spoken)
    places = _write_given(given, book, spoken)
    _write_years(years, book, places, spoken)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _write_given(sheet: Any, book: EconomyBook, language: str) -> dict[str, str]:
    """One number a row with its name and derivation; returns the cell of each."""
    derived = book.scenario.derived or {}
    rows: list[tuple[str, float, str, Phrase, Phrase | None]] = [
        (key, getattr(book.scenario, key), SHARE, Phrase(f"economy.given.{key}"), derived.get(key))
        for key in ASSUMPTIONS
    ]
    mean = Phrase("economy.derived.population")
    for name, factors in (("people", book.population), ("needed", book.need)):
        rows += [
            (
                f"{name}_{after}",
                factor,
                "0.0000",
                Phrase(f"economy.given.{name}", {"year": str(book.books.year + after)}),
                mean,
            )
            for after, factor in enumerate(factors, start=1)
        ]
    rows += [
        (one.name, getattr(book.guidelines, one.name), SHARE, Phrase(f"economy.given.{one.name}"), None)
        for one in fields(Guidelines)
    ]
    rows += [
        (
            f"book_{one.name}",
            getattr(book.books, one.name),
            KRONOR,
            Phrase(f"economy.book.{one.name}"),
            book.accounts,
        )
        for one in fields(Books)
        if one.name != "year"
    ]
    sheet.append([book.title, None, say(Phrase("economy.scenario." + book.scenario.key), language)])
    sheet["A1"].font = HEAD
    places = {}
    for number, (name, value, form, label, source) in enumerate(rows, start=2):
        sheet.cell(number, 1, say(label, language))
        cell = sheet.cell(number, FIRST_COLUMN, value)
        # A change of tax is kronor, and an investment level a factor: no shares of anything.
        cell.number_format = "0.00" if name in ("tax_rate", "investment") else form
        sheet.cell(number, 3, say(source, language) if source else None)
        places[name] = f"'{sheet.title}'!$B${number}"
    sheet.cell(len(rows) + 3, 1, say(Phrase("economy.given.source"), language))
    for letter, width in (("A", LABEL_WIDTH), ("B", WIDTH), ("C", LABEL_WIDTH)):
        sheet.column_dimensions[letter].width = width
    return places


def _write_years(sheet: Any, book: EconomyBook, places: Mapping[str, str], language: str) -> None:
    row_of = {name: number for number, name in enumerate(ROWS, start=2)}
    sheet.cell(1, 1, say(Phrase("economy.sheet.row"), language)).font = HEAD
    for name, row in row_of.items():
        sheet.cell(row, 1, say(Phrase(f"economy.line.{name}"), language))
    for after in range(book.years + 1):
        column = FIRST_COLUMN + after
        sheet.cell(1, column, book.books.year + after).font = HEAD
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH
        for name, (first, later, form) in ROWS.items():
            written = later if after else first
            if name == "step" and not after:
                written = "=0"
            if written:
                cell = sheet.cell(
                    row_of[name], column, _formula(written.replace("#", str(after)), column, row_of, places)
                )
                cell.number_format = form
    sheet.column_dimensions["A"].width = LABEL_WIDTH
    sheet.freeze_panes = "B2"


def _formula(written: str, column: int, row_of: Mapping[str, int], places: Mapping[str, str]) -> str:
    here, before = get_column_letter(column), get_column_letter(column - 1)
    earlier: Sequence[str] = [get_column_letter(one) for one in range(max(FIRST_COLUMN, column - 3), column)]
    text = re.sub(r"<(\w+)>", lambda m: "+".join(f"{one}{row_of[m[1]]}" for one in earlier), written)
    text = re.sub(r"\[(\w+)\]", lambda m: f"{here}{row_of[m[1]]}", text)
    text = re.sub(r"@(\w+)", lambda m: f"{before}{row_of[m[1]]}", text)
    return re.sub(r"\{(\w+)\}", lambda m: places[m[1]], text)
