"""How is a spreadsheet of ballots written, and how is one that has been filled in read?

Columns are known by their headings, which hold the words of the exercise: a sheet made before the exercise was changed
lacks a column and is refused, and is never read as something else. Nothing of an uploaded file is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.errors import ImportRefused
from avstamp.domain.room.exercises import Exercise, ExerciseKind
from avstamp.domain.room.paper import LETTERS, Key, PaperFault, PaperField, paper_fields, role_keys
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.library.csv_files import rows_csv
from avstamp.phrases import LANGUAGES, say
from avstamp.sources.spreadsheet import Column, read_rows, read_sheet
from avstamp.web.room.paper_entry import MOST_BALLOTS, ReadRow, Typed


@dataclass(frozen=True)
class SheetColumn:
    """A column of the sheet and of the page where one types: its name, heading and keys; `free` takes any text.

    `short` is what stands above its field on the page, where the whole heading would not have room.
    """

    name: str
    heading: Text
    keys: tuple[Key, ...] = ()
    free: bool = False
    short: Text | None = None


def head_columns(exercise: Exercise) -> tuple[SheetColumn, ...]:
    """What comes before the answers: whose ballot it is, and its letter."""
    if exercise.kind is ExerciseKind.ROUND:
        return ()
    columns = [SheetColumn("code", Phrase("paper.heading.code"))]
    if not exercise.is_anonymous:
        columns = [
            SheetColumn("code", Phrase("paper.heading.code_or_name")),
            SheetColumn("role", Phrase("paper.heading.role"), role_keys()),
        ]
    if exercise.kind is ExerciseKind.BEST_WORST:
        keys = tuple(Key(letter, letter, Verbatim(letter)) for letter in LETTERS)
        columns.append(SheetColumn("letter", Phrase("paper.heading.letter"), keys))
    return tuple(columns)


def sheet_columns(exercise: Exercise) -> tuple[SheetColumn, ...]:
    """Every column, in the order of the paper."""
    answers = (
        SheetColumn(f"cell-{field.name}", field.heading, field.keys, not field.keys, _short(exercise, field))
        for field in paper_fields(exercise)
    )
    return (*head_columns(exercise), *answers)


def _short(exercise: Exercise, field: PaperField) -> Text | None:
    if exercise.kind is ExerciseKind.ROUND or not field.keys:
        return None
    if not field.part:
        return Verbatim(str(field.item + 1))
    return Phrase("paper.short", {"number": field.item + 1, "part": Phrase(f"paper.short.{field.part}")})


def sheet_file(
    exercise: Exercise, rows: Sequence[Mapping[str, str]], *, suffix: str, language: str
) -> bytes | str:
    """The sheet to fill in, with rows that are known beforehand, as XLSX or CSV."""
    columns = sheet_columns(exercise)
    cells = [[row.get(column.name, "") for column in columns] for row in rows]
    if suffix == "csv":
        return rows_csv([[say(column.heading, language) for column in columns], *cells])
    # Loaded here: few pages write a spreadsheet.
    from avstamp.renderers.xlsx.ballots import BallotColumn, ballots_xlsx

    return ballots_xlsx(
        Verbatim(exercise.question),
        [BallotColumn(column.heading, column.keys, column.free) for column in columns],
        cells,
        points=[Phrase(f"paper.sheet.point.{number}") for number in range(1, 5)],
        language=language,
    )


def read_file(exercise: Exercise, data: bytes, name: str) -> list[Typed]:
    """The rows of a filled-in sheet, numbered as in the file.

    Raises:
        ImportRefused: it is no such sheet, lacks a column of the exercise, or holds more rows than a batch may.
    """
    sheet = read_sheet(data, name)
    columns = [
        Column(column.name, tuple(dict.fromkeys(say(column.heading, spoken) for spoken in LANGUAGES)))
        for column in sheet_columns(exercise)
    ]
    heading = {text.casefold().strip() for text in sheet.heading}
    missing = [column for column in columns if not {one.casefold() for one in column.headings} & heading]
    if missing:
        raise ImportRefused(
            name, [Phrase("paper.sheet.no_column", {"column": column.headings[0]}) for column in missing]
        )
    rows, faults = read_rows(sheet, columns)
    if faults:
        raise ImportRefused(name, list(faults))
    if len(rows) > MOST_BALLOTS:
        raise ImportRefused(name, [Phrase("paper.refused.number", {"most": MOST_BALLOTS})])
    return [
        typed_row(row.number, {key: str(value) for key, value in row.values.items() if value is not None})
        for row in rows
    ]


def typed_row(number: int, cells: Mapping[str, str]) -> Typed:
    """A row by the names of its columns."""
    return Typed(
        number,
        cells.get("code", ""),
        cells.get("role", ""),
        cells.get("letter", ""),
        {name[5:]: text for name, text in cells.items() if name.startswith("cell-")},
    )


def faults_in_words(exercise: Exercise, rows: Sequence[ReadRow]) -> list[Phrase]:
    """Every fault of a batch: row, column, and what to do."""
    return [fault_in_words(exercise, row.typed.number, fault) for row in rows for fault in row.faults]


def fault_in_words(exercise: Exercise, number: int, fault: PaperFault) -> Phrase:
    """One fault, with the row and the column where it stands."""
    headings = {column.name: column.heading for column in sheet_columns(exercise)}
    heading = headings.get(fault.name) or headings.get(f"cell-{fault.name}")
    if heading is None:
        return Phrase("paper.fault.in_row", {"row": number, "fault": fault.reason})
    return Phrase("spreadsheet.cell", {"row": number, "column": heading, "fault": fault.reason})
