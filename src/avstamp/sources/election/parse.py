"""What do the election tables say, cell by cell, and which cells cannot be read?

A cell with a number is that number. An empty cell is None: the source says nothing. A zero is a zero:
the published table has a row for every party that won a seat in either year, and 0 in the year it won
none, whether or not it stood for election then.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Generic, TypeVar

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase

Row = TypeVar("Row")

SEAT_COLUMNS = ("valtyp", "kod", "parti_abbr", "parti", "mandat2022", "mandat2026")
TURNOUT_COLUMNS = ("valtyp", "niva", "kod", "roster", "rostberattigade", "valdeltagande_pct")
DOUBT_COLUMNS = ("kod", "year", "stated_total", "note_sv", "note_en", "source")

_CODE_LENGTH = {"RD": 2, "RF": 2, "KF": 4}
_TURNOUT_LEVEL = {"RF": "region", "KF": "kommun"}


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing wrong in a table: the line of the file (the header is 1), the column, the value, what to do.

    Line 0 means the table as a whole.
    """

    line: int
    column: str
    value: str
    action: Phrase

    @property
    def phrase(self) -> Phrase:
        """What the reader hears of it."""
        told = {"column": self.column, "value": self.value, "action": self.action}
        if not self.line:
            return Phrase("import.election.table", told)
        return Phrase("import.election.cell", {"line": str(self.line), **told})


@dataclass(frozen=True, slots=True)
class SeatRow:
    """The seats of one party in one assembly: RD riksdag, RF region, KF municipality."""

    line: int
    assembly: str
    unit: str
    party: str
    name: str
    seats_2022: int | None
    seats_2026: int | None


@dataclass(frozen=True, slots=True)
class TurnoutRow:
    """Votes cast, people entitled to vote and the printed percentage, in one region or municipality, 2026."""

    line: int
    assembly: str
    unit: str
    votes: int | None
    entitled: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class KnownDoubt:
    """A council whose size a source states otherwise than its parties' seats add up to."""

    line: int
    unit: str
    year: int
    stated_total: int
    note_sv: str
    note_en: str
    source: str


@dataclass(frozen=True, slots=True)
class Scan(Generic[Row]):
    """Every row that could be recognised, and every cell that could not."""

    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]


def _do(what: str, **values: object) -> Phrase:
    """What to do about a failure."""
    return Phrase(f"import.election.{what}", values)


def unit_of(assembly: str, code: str) -> str:
    """Identity in the fact base of an area in the election tables.

    Example:
        >>> unit_of("RF", "14"), unit_of("KF", "1481"), unit_of("RD", "00")
        ('0014', '1481', '0000')
    """
    return code if assembly == "KF" else f"00{code}"


def parse_seats(data: bytes) -> tuple[SeatRow, ...]:
    """Rows of the table of seats.

    Args:
        data: the file, UTF-8, comma-separated, with the columns `SEAT_COLUMNS` (others are passed over).

    Returns:
        One row per line; None for an empty cell.

    Raises:
        ImportRefused: any cell cannot be read; all such cells are listed.

    Example:
        >>> parse_seats(b"valtyp,kod,parti_abbr,parti,mandat2022,mandat2026\\nRF,14,S,Soc,46,42\\n")[0].unit
        '0014'
    """
    scan = scan_seats(data)
    return rows_or_refuse(scan.rows, scan.failures)


def parse_turnout(data: bytes) -> tuple[TurnoutRow, ...]:
    """Rows of the table of turnout.

    Args:
        data: the file, UTF-8, comma-separated, with the columns `TURNOUT_COLUMNS` (others are passed over).

    Returns:
        One row per line; None for an empty cell.

    Raises:
        ImportRefused: any cell cannot be read; all such cells are listed.
    """
    scan = scan_turnout(data)
    return rows_or_refuse(scan.rows, scan.failures)


def parse_known_doubts(data: bytes) -> tuple[KnownDoubt, ...]:
    """Rows of the register of known doubts, whose every cell must be filled.

    Raises:
        ImportRefused: any cell is empty or cannot be read; all such cells are listed.
    """
    scan = _scan(data, DOUBT_COLUMNS, _read_doubt)
    return rows_or_refuse(scan.rows, scan.failures)


def scan_seats(data: bytes) -> Scan[SeatRow]:
    """Rows of the table of seats together with every cell that cannot be read."""
    return _scan(data, SEAT_COLUMNS, _read_seats)


def scan_turnout(data: bytes) -> Scan[TurnoutRow]:
    """Rows of the table of turnout together with every cell that cannot be read."""
    return _scan(data, TURNOUT_COLUMNS, _read_turnout)


def _scan(
    data: bytes,
    columns: Sequence[str],
    read_row: Callable[["_Cells"], Row | None],
) -> Scan[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Failure(0, "bytes", f"0x{data[error.start]:02X}", _do("encoding"))
        return Scan((), (fault,))
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        found = ",".join(reader.fieldnames or ())
        action = _do("column")
        return Scan((), tuple(Failure(1, column, found, action) for column in missing))
    rows: list[Row] = []
    failures: list[Failure] = []
    for record in reader:
        cells = _Cells(reader.line_num, {column: record[column] for column in columns}, failures)
        row = read_row(cells)
        if row is not None:
            rows.append(row)
    return Scan(tuple(rows), tuple(failures))


@dataclass(frozen=True, slots=True)
class _Cells:
    """One line's cells by column; what cannot be read is written down in `failures`."""

    line: int
    by_column: Mapping[str, str | None]
    failures: list[Failure]

    def refuse(self, column: str, action: Phrase) -> None:
        self.failures.append(Failure(self.line, column, self.by_column[column] or "", action))

    def text(self, column: str) -> str | None:
        value = (self.by_column[column] or "").strip()
        if not value:
            self.refuse(column, _do("fill_in"))
            return None
        return value

    def count(self, column: str) -> int | None:
        value = (self.by_column[column] or "").strip()
        if not value:
            return None
        if not (value.isascii() and value.isdigit()):
            self.refuse(column, _do("whole_number"))
            return None
        return int(value)

    def stated_count(self, column: str) -> int | None:
        return self.count(column) if self.text(column) else None

    def percent(self, column: str) -> Decimal | None:
        value = (self.by_column[column] or "").strip()
        if not value:
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            self.refuse(column, _do("decimal"))
            return None
        return number

    def area(self) -> tuple[str, str] | None:
        """Assembly and unit, when both cells have a form that the tables use."""
        assembly, code = self.text("valtyp"), self.text("kod")
        if assembly is None or code is None:
            return None
        if assembly not in _CODE_LENGTH:
            self.refuse("valtyp", _do("one_of", codes=", ".join(_CODE_LENGTH)))
            return None
        if len(code) != _CODE_LENGTH[assembly] or not (code.isascii() and code.isdigit()):
            self.refuse("kod", _do("code_length", digits=_CODE_LENGTH[assembly]))
            return None
        return assembly, unit_of(assembly, code)


def _read_seats(cells: _Cells) -> SeatRow | None:
    area, party, name = cells.area(), cells.text("parti_abbr"), cells.text("parti")
    seats_2022, seats_2026 = cells.count("mandat2022"), cells.count("mandat2026")
    if area is None or party is None or name is None:
        return None
    return SeatRow(cells.line, *area, party, name, seats_2022, seats_2026)


def _read_turnout(cells: _Cells) -> TurnoutRow | None:
    area, level = cells.area(), cells.text("niva")
    votes, entitled = cells.count("roster"), cells.count("rostberattigade")
    percent = cells.percent("valdeltagande_pct")
    if area is None or level is None:
        return None
    if _TURNOUT_LEVEL.get(area[0]) != level:
        known = _TURNOUT_LEVEL.get(area[0])
        unread = _do("level_unread", assembly=area[0])
        cells.refuse("niva", _do("level", assembly=area[0], level=known) if known else unread)
        return None
    return TurnoutRow(cells.line, *area, votes, entitled, percent)


def _read_doubt(cells: _Cells) -> KnownDoubt | None:
    unit, year, stated = cells.text("kod"), cells.stated_count("year"), cells.stated_count("stated_total")
    note_sv, note_en, source = cells.text("note_sv"), cells.text("note_en"), cells.text("source")
    if unit is None or year is None or stated is None or note_sv is None or note_en is None or source is None:
        return None
    return KnownDoubt(cells.line, unit, year, stated, note_sv, note_en, source)


def rows_or_refuse(rows: tuple[Row, ...], failures: Sequence[Failure]) -> tuple[Row, ...]:
    """The rows, when nothing failed.

    Raises:
        ImportRefused: something failed; every failure is listed.
    """
    if failures:
        raise ImportRefused("election", [failure.phrase for failure in failures])
    return rows
