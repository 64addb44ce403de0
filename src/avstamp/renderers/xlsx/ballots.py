"""What does a spreadsheet look like in which ballots on paper are typed, one to a row?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from avstamp.domain.room.paper import UNREADABLE, Key
from avstamp.domain.values import Phrase, Text
from avstamp.phrases import language_of, language_tag, say

ROWS_TO_FILL = 500
NARROW, WIDE = 16, 40


@dataclass(frozen=True, slots=True)
class BallotColumn:
    """One column: its heading, and the keys that may be typed in it; anything where there are none."""

    heading: Text
    keys: tuple[Key, ...] = ()
    free: bool = False


def ballots_xlsx(
    name: Text,
    columns: Sequence[BallotColumn],
    rows: Sequence[Sequence[str]] = (),
    *,
    points: Sequence[Text] = (),
    language: str,
) -> bytes:
    """A sheet to type ballots in, with the rows that are known beforehand, and a second sheet that says what to type.

    Cells with keys take those keys and the mark for a tick that cannot be read, and the program says so at once.
    """
    spoken = language_of(language)
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = say(Phrase("paper.sheet.ballots"), spoken)
    book.properties.creator, book.properties.title = "Avstamp", say(name, spoken)
    book.properties.language = language_tag(spoken)
    for place, column in enumerate(columns, start=1):
        heading = sheet.cell(1, place)
        _text(heading, say(column.heading, spoken))
        heading.font, heading.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = NARROW if column.keys else WIDE
        if column.keys:
            rule = _rule(column, spoken)
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{ROWS_TO_FILL + 1}")
    for number, row in enumerate(rows, start=2):
        for place, text in enumerate(row, start=1):
            _text(sheet.cell(number, place), text)
    sheet.freeze_panes = "B2"
    _explain(book, columns, points, spoken)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _text(cell: Cell, text: str) -> None:
    """A text that is never taken for a formula, whatever it begins with."""
    cell.value = text
    cell.data_type = "s"


def _rule(column: BallotColumn, language: str) -> DataValidation:
    allowed = ",".join([*(key.typed for key in column.keys), UNREADABLE])
    rule = DataValidation(type="list", formula1=f'"{allowed}"', allow_blank=True, showErrorMessage=True)
    values = {"first": column.keys[0].typed, "last": column.keys[-1].typed}
    rule.error = say(Phrase("paper.sheet.wrong", values), language)
    rule.prompt = "; ".join(f"{key.typed} = {say(key.label, language)}" for key in column.keys)[:255]
    rule.showInputMessage = True
    return rule


def _explain(book: Workbook, columns: Sequence[BallotColumn], points: Sequence[Text], language: str) -> None:
    sheet = book.create_sheet(say(Phrase("paper.sheet.how"), language))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 60, 60
    lines: list[tuple[str, str]] = [(say(point, language), "") for point in points] + [("", "")]
    for column in columns:
        allowed = [f"{key.typed} = {say(key.label, language)}" for key in column.keys]
        said = "; ".join([*allowed, say(Phrase("paper.sheet.unreadable"), language)])
        lines.append((say(column.heading, language), said if column.keys else say(_free(column), language)))
    for number, cells in enumerate(lines, start=1):
        for place, text in enumerate(cells, start=1):
            cell = sheet.cell(number, place)
            _text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _free(column: BallotColumn) -> Phrase:
    return Phrase("paper.sheet.free" if column.free else "paper.sheet.as_printed")
