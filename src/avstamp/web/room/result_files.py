"""How is a kept result written to a file, with what is needed to find and trust it again?"""

from __future__ import annotations

from collections.abc import Sequence

from avstamp.domain.documents.tree import Table
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.library.csv_files import table_csv
from avstamp.web.room.result_page import result_notes
from avstamp.web.room.results import KeptResult

FILES = {"csv": "CSV", "xlsx": "Excel"}


def result_file(kept: KeptResult, *, suffix: str, language: str) -> str | bytes:
    """The result as a file: CSV holds its first table, Excel all of them; the address and what to know stand last."""
    tables = [block for block in kept.result.told() if isinstance(block, Table)]
    notes = _notes(kept)
    if suffix == "csv":
        return "" if not tables else table_csv(tables[0], notes, terms="", language=language)
    from avstamp.renderers.xlsx import Sheet, render_xlsx

    sheets = [
        Sheet(Phrase("room.file.sheet", {"number": number}), table) for number, table in enumerate(tables, 1)
    ]
    return render_xlsx(
        sheets,
        title=Verbatim(kept.line.title),
        about=Phrase("room.file.about"),
        notes=notes,
        language=language,
    )


def _notes(kept: KeptResult) -> Sequence[Text]:
    day = kept.line.day
    said = {
        "title": day.title,
        "line": kept.line.title,
        "day": kept.row.day,
        "version": kept.row.version,
        "address": kept.address(),
    }
    return (Verbatim(kept.line.question), Phrase("room.file.origin", said), *result_notes(kept.result))
