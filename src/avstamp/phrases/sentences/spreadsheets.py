"""What is said of everything that can be wrong with a spreadsheet that somebody has filled in?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "spreadsheet.too_large": _("Filen är för stor. Den får vara högst {megabytes} MB. Dela den i flera."),
    "spreadsheet.empty": _("Filen är tom. Första raden ska vara rubriker."),
    "spreadsheet.too_many_rows": _("Filen har fler än {most} rader. Dela den i flera."),
    "spreadsheet.unknown_kind": _("Filen är varken XLSX eller CSV. Spara om den i något av formaten."),
    "spreadsheet.csv_broken": _("CSV-filen går inte att läsa ({reason}). Spara om den som CSV UTF-8."),
    "spreadsheet.xlsx_broken": _("XLSX-filen går inte att läsa. Öppna den och spara om den som XLSX."),
    "spreadsheet.no_column": _("Kolumnen ”{column}” saknas. Filens rubriker: {found}."),
    "spreadsheet.column_twice": _("Kolumnen ”{column}” finns två gånger. Behåll en."),
    "spreadsheet.cell": _("Rad {row}, {column}: {fault}"),
    "spreadsheet.required": _("Värde saknas. Fyll i det."),
    "spreadsheet.not_number": _("”{value}” är inget tal. Skriv till exempel 1 234,5."),
    "spreadsheet.not_day": _("”{value}” är inget datum. Skriv år-månad-dag, till exempel 2026-12-01."),
    "spreadsheet.not_choice": _("”{value}” känns inte igen. Välj något av: {choices}."),
    "spreadsheet.too_long": _("Texten ”{value}” är för lång. Den får ha högst {longest} tecken."),
}
