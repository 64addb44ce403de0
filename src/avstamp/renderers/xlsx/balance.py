"""How does the inquiry of the balance requirement become a spreadsheet whose every sum is a live formula?

One sheet with the amounts it rests on, as numbers with their origin; one with the form, the room to reserve and what is
to be restored, as formulas on them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.workbook.properties import CalcProperties

from avstamp.domain.position.balance_requirement import Accounts
from avstamp.domain.position.balance_requirement.reserve import (
    CAP_PERCENT,
    FLOOR_PERCENT,
    LOW_EQUITY_FLOOR_PERCENT,
)
from avstamp.domain.position.balance_requirement.restoring import YEARS_TO_RESTORE
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.phrases import language_of, language_tag, say

HEAD, KRONOR = Font(bold=True), "#,##0"

FORM: Sequence[tuple[str, str]] = (
    ("row.result", "={result}"),
    ("row.gains", "=-{gains}"),
    ("row.excepted_gains", "={excepted_gains}"),
    ("row.excepted_losses", "={excepted_losses}"),
    ("row.unrealised", "={unrealised}"),
    ("row.reversed_unrealised", "={reversed_unrealised}"),
    ("row.adjusted", "=[row.result]+[row.gains]+[row.excepted_gains]+[row.excepted_losses]+[row.unrealised]"
     "+[row.reversed_unrealised]"),
    ("row.reserved", "=-{reserved}"),
    ("row.used", "={used}"),
    ("row.used_old", "={used_old}"),
    ("row.balance_result", "=[row.adjusted]+[row.reserved]+[row.used]+[row.used_old]"),
    ("row.excepted", '=IF(AND([row.balance_result]<0,{reason}<>""),-[row.balance_result],0)'),
    ("row.earlier", "=-({owed})"),
    ("row.to_restore", "=[row.balance_result]+[row.excepted]+[row.earlier]"),
    ("sheet.base", "={tax}+{grants}"),
    ("sheet.percent", f"=IF({{equity}}<{{pension_commitment}},{LOW_EQUITY_FLOOR_PERCENT},{FLOOR_PERCENT})"),
    ("sheet.floor", "=ROUNDUP([sheet.base]*[sheet.percent]/100,0)"),
    ("sheet.room", "=MAX(0,MIN([row.result],[row.adjusted])-[sheet.floor])"),
    ("sheet.cap", f"=MAX(0,ROUNDDOWN([sheet.base]*{CAP_PERCENT}/100,0)-{{reserve}})"),
    ("sheet.cap_with_old", f"=MAX(0,ROUNDDOWN([sheet.base]*{CAP_PERCENT}/100,0)-{{reserve}}-{{old_reserve}})"),
    ("sheet.allowed", "=MIN([sheet.room],[sheet.cap])"),
    ("sheet.allowed_with_old", "=MIN([sheet.room],[sheet.cap_with_old])"),
)  # fmt: skip
"""The rows of the form: name and formula; [name] is another row, {name} an amount of the first sheet."""

SUMS = frozenset({"row.adjusted", "row.balance_result", "row.to_restore", "sheet.allowed", "total_left"})


@dataclass(frozen=True, slots=True)
class BalanceBook:
    """What the spreadsheet is made of: the accounts, and where each amount came from when it was not written."""

    unit: str
    accounts: Accounts
    sources: Mapping[str, Text]


def render_balance(book: BalanceBook, *, language: str = "sv") -> bytes:
    """The spreadsheet as the bytes of an .xlsx file, calculated when it is opened."""
    spoken = language_of(language)
    file = Workbook()
    title = Phrase("balance_sheet.title", {"year": str(book.accounts.year), "unit": Verbatim(book.unit)})
    file.properties.title, file.properties.creator = say(title, spoken), "Avstamp"
    file.properties.language = language_tag(spoken)
    file.calculation = CalcProperties(fullCalcOnLoad=True)
    given, form = file.active, file.create_sheet(say(Phrase("balance_sheet.form"), spoken))
    given.title = say(Phrase("balance_sheet.given"), spoken)
    places = _write_given(given, book, say(title, spoken), spoken)
    _write_form(form, book, places, spoken)
    for sheet in (given, form):
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 62, 18
        sheet.freeze_panes = "B2"
    given.column_dimensions["C"].width = 62
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _write_given(sheet: Any, book: BalanceBook, title: str, language: str) -> dict[str, str]:
    """One amount a row with its origin; returns the cell of each, and of the reasons of the deficits."""
    heads = [say(Phrase(f"balance_sheet.{name}"), language) for name in ("kronor", "source")]
    sheet.append([title, *heads])
    for cell in sheet[1]:
        cell.font = HEAD
    by_reader = Phrase("balance_sheet.by_reader")
    places: dict[str, str] = {}
    for name in AMOUNTS:
        label = say(Phrase(f"balance.field.{name}"), language)
        sheet.append([label, getattr(book.accounts, name), say(book.sources.get(name, by_reader), language)])
        places[name] = _place(sheet)
    sheet.append([say(Phrase("balance_sheet.reason"), language), book.accounts.reason or None])
    places["reason"] = _place(sheet)
    owed = []
    for deficit in _earlier(book.accounts):
        year = {"year": str(deficit.year)}
        sheet.append([say(Phrase("balance.field.earlier", year), language), deficit.left])
        places[f"left_{deficit.year}"] = _place(sheet)
        sheet.append([say(Phrase("balance.field.earlier_reason", year), language), deficit.reason or None])
        places[f"reason_{deficit.year}"] = _place(sheet)
        owed.append(f'IF({places[f"reason_{deficit.year}"]}="",{places[f"left_{deficit.year}"]},0)')
    places["owed"] = "+".join(owed) or "0"
    for row in sheet.iter_rows(min_row=2, min_col=2, max_col=2):
        row[0].number_format = KRONOR
    sheet.append([])
    sheet.append([say(Phrase("balance_sheet.law"), language)])
    return places


AMOUNTS = (
    "result",
    "gains",
    "excepted_gains",
    "excepted_losses",
    "unrealised",
    "reversed_unrealised",
    "reserved",
    "used",
    "used_old",
    "tax",
    "grants",
    "equity",
    "pension_commitment",
    "reserve",
    "old_reserve",
)


def _place(sheet: Any) -> str:
    return f"'{sheet.title}'!$B${sheet.max_row}"


def _earlier(accounts: Accounts) -> list[Any]:
    return sorted(accounts.earlier, key=lambda deficit: deficit.year)


def _write_form(sheet: Any, book: BalanceBook, places: Mapping[str, str], language: str) -> None:
    title = Phrase("balance_sheet.title", {"year": str(book.accounts.year), "unit": Verbatim(book.unit)})
    sheet.append([say(title, language), say(Phrase("balance_sheet.kronor"), language)])
    for cell in sheet[1]:
        cell.font = HEAD
    rows = [(name, Phrase("balance." + name if name.startswith("row.") else "balance_" + name), formula)
            for name, formula in FORM]  # fmt: skip
    rows += _restoring(book.accounts)
    at = {name: f"B{number}" for number, (name, _, _) in enumerate(rows, start=2)}
    for name, label, formula in rows:
        for one, cell in places.items():
            formula = formula.replace(f"{{{one}}}", cell)
        for one, cell in at.items():
            formula = formula.replace(f"[{one}]", cell)
        sheet.append([say(label, language), formula])
        sheet.cell(sheet.max_row, 2).number_format = KRONOR
        if name in SUMS:
            for cell in sheet[sheet.max_row]:
                cell.font = HEAD


def _restoring(accounts: Accounts) -> list[tuple[str, Phrase, str]]:
    """The oldest deficit is restored first by what the year leaves; the year's own comes last."""
    rows: list[tuple[str, Phrase, str]] = []
    surplus = "MAX(0,[row.balance_result])"
    for deficit in _earlier(accounts):
        year = {"year": str(deficit.year), "by": str(deficit.year + YEARS_TO_RESTORE)}
        left, reason = f"{{left_{deficit.year}}}", f"{{reason_{deficit.year}}}"
        restored = f"restored_{deficit.year}"
        rows.append(
            (
                restored,
                Phrase("balance_sheet.restored", {"year": year["year"]}),
                f'=IF({reason}<>"",0,MIN({surplus},{left}))',
            )
        )
        rows.append(
            (
                f"after_{deficit.year}",
                Phrase("balance_sheet.left", year),
                f'=IF({reason}<>"",0,{left}-[{restored}])',
            )
        )
        surplus += f"-[{restored}]"
    year = {"year": str(accounts.year), "by": str(accounts.year + YEARS_TO_RESTORE)}
    own = f"after_{accounts.year}"
    rows.append((own, Phrase("balance_sheet.left", year), '=IF({reason}<>"",0,MAX(0,-[row.balance_result]))'))
    lasting = "+".join(f"[{name}]" for name, _, _ in rows if name.startswith("after_"))
    return [*rows, ("total_left", Phrase("balance_sheet.total_left"), f"={lasting}")]
