"""What does a spreadsheet look like that somebody is to fill in? Headings, and lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from avstamp.phrases import language_tag
from avstamp.phrases.languages import language_of

ROWS_TO_FILL = 500
WIDTH = 22


def blank_xlsx(name: str, columns: Sequence[tuple[str, Sequence[str]]], *, language: str) -> bytes:
    """An empty table to fill in.

    Args:
        name: what the table is called.
        columns: each column's heading, and the words that may stand in it (none: anything may).
        language: of the words.

    Returns:
        The bytes of an .xlsx file. The words to choose among stand on a second sheet, where a list has no length limit.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = name[:31]
    book.properties.creator = "Avstamp"
    book.properties.language = language_tag(language_of(language))
    lists = book.create_sheet("Val" if language_of(language) == "sv" else "Choices")
    for place, (heading, words) in enumerate(columns, start=1):
        letter = get_column_letter(place)
        sheet.cell(1, place, heading).font = Font(bold=True)
        sheet.column_dimensions[letter].width = WIDTH
        if words:
            lists.cell(1, place, heading).font = Font(bold=True)
            for row, word in enumerate(words, start=2):
                lists.cell(row, place, word)
            choices = f"'{lists.title}'!${letter}$2:${letter}${len(words) + 1}"
            rule = DataValidation(type="list", formula1=choices, allow_blank=True, showErrorMessage=True)
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{ROWS_TO_FILL}")
    sheet.freeze_panes = "A2"
    file = BytesIO()
    book.save(file)
    return file.getvalue()
