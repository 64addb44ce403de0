"""What does the page show where ballots are typed in: rows of fields, what was read in them, and a second reading?

The page keeps nothing between its two steps: what was typed goes along in its own fields. A batch of ballots with
boxes is read twice for one ballot of chance, which is typed again without the first reading in sight.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from avstamp.domain.room.answers import AnswerRefused
from avstamp.domain.room.exercises import Exercise, ExerciseKind
from avstamp.domain.room.paper import edition_of, paper_fields, read_key
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.web.room.models import AgendaLine
from avstamp.web.room.paper_entry import ReadRow, Typed, read_batch
from avstamp.web.room.paper_sheet import SheetColumn, faults_in_words, sheet_columns, typed_row
from avstamp.web.room.queries import exercise_of, progress_of

ROWS = 10
MOST_FIELDS = 800
"""Fields on a page: Django takes a thousand, and one who types takes fewer."""
LEAST_TO_READ_TWICE = 3


@dataclass(frozen=True)
class Cell:
    """One field of a row: its name, heading, what was typed, what may be, and whether it is wrong."""

    name: str
    column: SheetColumn
    typed: str = ""
    wrong: bool = False

    @property
    def wide(self) -> bool:
        """Whether a text is written in it."""
        return not self.column.keys


@dataclass(frozen=True)
class EntryRow:
    """One ballot: its number on the page, its fields, and what was read in them."""

    number: int
    cells: Sequence[Cell]
    read: Sequence[tuple[Text, Text]] = ()
    wrong: bool = False


@dataclass(frozen=True)
class EntryPage:
    """The page: rows, the key to what is typed, faults, and the ballot to read a second time.

    `checked`: what was typed has been read and holds no fault; `ready`: the second reading says the same, too.
    """

    rows: Sequence[EntryRow]
    legend: Sequence[tuple[Text, Sequence[tuple[str, Text]]]]
    edition: str
    open: bool
    on_paper: int
    faults: Sequence[Phrase] = ()
    checked: bool = False
    ready: bool = False
    filled: int = 0
    again: EntryRow | None = None

    def refused(self, faults: Sequence[Phrase]) -> EntryPage:
        """The page with what the database refused."""
        return replace(self, faults=tuple(faults), checked=False, ready=False)


def empty_page(line: AgendaLine) -> EntryPage:
    """Rows to type in."""
    return _page(line, [])


def file_page(line: AgendaLine, faults: Sequence[Phrase]) -> EntryPage:
    """Rows to type in, below the faults of a file."""
    return replace(_page(line, []), faults=tuple(faults))


def typed_rows(exercise: Exercise, sent: Mapping[str, str]) -> list[Typed]:
    """The rows of the page as they were sent."""
    columns = sheet_columns(exercise)
    return [
        typed_row(number, {column.name: sent.get(f"{number}-{column.name}", "") for column in columns})
        for number in range(1, _rows_of(exercise) + 1)
    ]


def check_page(line: AgendaLine, rows: Sequence[Typed], sent: Mapping[str, str]) -> EntryPage:
    """The rows as they were read, with every fault; and one of them to type again, or what differs when it was."""
    exercise = exercise_of(line)
    read = read_batch(line, rows)
    faults = faults_in_words(exercise, read)
    page = replace(_page(line, rows, read), filled=len(read), faults=tuple(faults))
    if not read:
        return page.refused([Phrase("paper.refused.nothing")])
    if faults:
        return page
    page = replace(page, checked=True)
    if not _read_twice(exercise, read):
        return replace(page, ready=True)
    number = _second(sent, read)
    if number is None:
        chosen = secrets.choice(read).typed.number
        return replace(page, again=_row(exercise, Typed(chosen), prefix="igen-"))
    second = typed_row(
        number,
        {column.name: sent.get(f"igen-{number}-{column.name}", "") for column in sheet_columns(exercise)},
    )
    again = _row(exercise, second, prefix="igen-")
    first = next(row.typed for row in read if row.typed.number == number)
    faults = _differences(exercise, first, second)
    return replace(page, again=again, faults=tuple(faults), ready=not faults)


def _read_twice(exercise: Exercise, read: Sequence[ReadRow]) -> bool:
    """Texts are not compared letter by letter; a batch of one or two is looked through as it is."""
    keyed = all(field.keys for field in paper_fields(exercise))
    return keyed and len(read) >= LEAST_TO_READ_TWICE


def _second(sent: Mapping[str, str], read: Sequence[ReadRow]) -> int | None:
    numbers = {str(row.typed.number): row.typed.number for row in read}
    return numbers.get(sent.get("igen", ""))


def _differences(exercise: Exercise, first: Typed, second: Typed) -> list[Phrase]:
    found = []
    for field in paper_fields(exercise):
        was, is_now = (one.cells.get(field.name, "").strip() for one in (first, second))
        try:
            same = read_key(field, was) == read_key(field, is_now)
        except AnswerRefused:
            same = False
        if not same:
            values = {
                "row": first.number,
                "column": field.heading,
                "first": was or "–",
                "second": is_now or "–",
            }
            found.append(Phrase("paper.fault.differs", values))
    return found


def _rows_of(exercise: Exercise) -> int:
    return max(1, min(ROWS, MOST_FIELDS // len(sheet_columns(exercise))))


def _page(line: AgendaLine, rows: Sequence[Typed], read: Sequence[ReadRow] = ()) -> EntryPage:
    exercise, progress = exercise_of(line), progress_of(line)
    by_number = {row.number: row for row in rows}
    read_by_number = {row.typed.number: row for row in read}
    shown = [
        _row(exercise, by_number.get(number, Typed(number)), read_by_number.get(number))
        for number in range(1, _rows_of(exercise) + 1)
    ]
    return EntryPage(shown, _legend(exercise), edition_of(exercise), progress.collecting, line.on_paper)


def _row(exercise: Exercise, typed: Typed, read: ReadRow | None = None, *, prefix: str = "") -> EntryRow:
    wrong = {fault.name for fault in read.faults} if read else set()
    cells = [
        Cell(
            f"{prefix}{typed.number}-{column.name}",
            column,
            _typed(typed, column.name),
            column.name.removeprefix("cell-") in wrong,
        )
        for column in sheet_columns(exercise)
        if not prefix or column.name.startswith("cell-")
    ]
    told = _told(exercise, typed) if read and not read.faults else ()
    return EntryRow(typed.number, cells, told, bool(wrong))


def _typed(typed: Typed, name: str) -> str:
    heads = {"code": typed.code, "role": typed.role, "letter": typed.letter}
    return heads[name] if name in heads else typed.cells.get(name.removeprefix("cell-"), "")


def _told(exercise: Exercise, typed: Typed) -> list[tuple[Text, Text]]:
    """What was read, in words: each field's heading and what its key means."""
    told: list[tuple[Text, Text]] = []
    for field in paper_fields(exercise):
        written = " ".join(typed.cells.get(field.name, "").split())
        means = read_key(field, written)
        label: Text = next((key.label for key in field.keys if key.means == means), Verbatim(written))
        if exercise.kind is ExerciseKind.BEST_WORST and means:
            label = Phrase("paper.row", {"number": int(means)})
        told.append((field.heading, label if means else Phrase("paper.skipped")))
    return told


def _legend(exercise: Exercise) -> list[tuple[Text, list[tuple[str, Text]]]]:
    """The keys that may be typed, each set of them once."""
    found: dict[tuple[object, ...], tuple[Text, list[tuple[str, Text]]]] = {}
    for column in sheet_columns(exercise):
        worded = any(key.label != Verbatim(key.typed) for key in column.keys)
        if column.keys and worded:
            heading: Text = column.heading if column.name in ("role", "letter") else Phrase("paper.legend")
            found.setdefault(
                tuple((key.typed, key.means) for key in column.keys),
                (heading, [(key.typed, key.label) for key in column.keys]),
            )
    return list(found.values())
