"""What do files of greenhouse gas emissions say, row by row?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase

TOTAL = "GGT"
"""All sectors within the country; the letters are the source's own for greenhouse gases together."""

SECTORS: Mapping[str, str] = {
    "transporter": "GGT-TRANSPORT",
    "industri": "GGT-INDUSTRY",
    "jordbruk": "GGT-AGRICULTURE",
    "el och fjärrvärme": "GGT-POWER",
    "egen uppvärmning": "GGT-HEATING",
    "arbetsmaskiner": "GGT-MACHINERY",
    "produktanvändning": "GGT-PRODUCTS",
    "avfall": "GGT-WASTE",
    "utrikes transporter": "GGT-ABROAD",
}
"""How the names of the source's main sectors begin, and the ids of their figures."""

COLLECTED_SHEET = "Terr_GHG"
COUNTRY, ALL = "0000", "alla"
SAME_CHANGE = 0.001
"""Where all units change by the same share, to within this, the year was reckoned from the country's total."""
FEWEST_TO_TELL = 20


@dataclass(frozen=True, slots=True)
class EmissionRow:
    """Tonnes of carbon dioxide equivalents within a unit's borders in a year, of one sector or all (`TOTAL`)."""

    sector: str
    unit: str
    year: int
    tonnes: float


@dataclass(frozen=True, slots=True)
class Places:
    """How the source's names are read: municipalities by name, each with its code and the code of its county."""

    municipality: Mapping[str, tuple[str, str]]


def parse_emissions(data: bytes, *, name: str, places: Places) -> tuple[EmissionRow, ...]:
    """Emissions in a file of either kind, in order of sector, unit and year.

    Years in which a collected workbook has let every unit follow the country's total are left out: they say nothing
    of the unit.
    Raises: ImportRefused with every failure.
    """
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    if COLLECTED_SHEET in book.sheetnames:
        return _sorted(_without_copied_years(_collected(_cells(book[COLLECTED_SHEET]), name)))
    return _sorted(_by_sector(_cells(book.worksheets[0]), name, places))


def _cells(sheet: Any) -> list[tuple[object, ...]]:
    """The rows of a sheet, all as long as the longest: the format leaves out empty cells at the end."""
    rows = list(sheet.iter_rows(values_only=True))
    width = max([4, *map(len, rows)])
    return [(*row, *[None] * (width - len(row))) for row in rows]


def _sorted(rows: Iterable[EmissionRow]) -> tuple[EmissionRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.sector, row.unit, row.year)))


def _number(cell: object) -> float | None:
    """A figure, also where it stands as a text with spaces between thousands; None for an empty cell."""
    if cell is None or isinstance(cell, int | float):
        return None if cell is None else float(cell)
    text = re.sub(r"\s", "", str(cell)).replace(",", ".").replace("−", "-")
    return float(text) if text else None


def _years(cells: Sequence[object]) -> dict[int, int]:
    """Which columns hold a year, and which year."""
    found: dict[int, int] = {}
    for column, cell in enumerate(cells):
        text = str(cell).strip().removesuffix(".0")
        if re.fullmatch(r"(?:19|20)\d\d", text):
            found[column] = int(text)
    return found


def _collected(cells: Sequence[Sequence[object]], name: str) -> list[EmissionRow]:
    heading = next((at for at, row in enumerate(cells) if row[0] == "Länskod"), None)
    if heading is None or not (years := _years(cells[heading])):
        raise ImportRefused(name, [Phrase("import.emissions.no_heading")])
    rows: list[EmissionRow] = []
    failures: list[Phrase] = []
    for number, row in enumerate(cells[heading + 1 :], start=heading + 2):
        unit = _collected_unit(row)
        for column, year in years.items() if unit else ():
            try:
                tonnes = _number(row[column])
            except ValueError:
                place = {"row": str(number), "year": str(year), "found": str(row[column])}
                failures.append(Phrase("import.emissions.not_a_number", place))
                continue
            if tonnes is not None:
                rows.append(EmissionRow(TOTAL, unit, year, tonnes))
    if failures:
        raise ImportRefused(name, failures)
    return rows


def _collected_unit(row: Sequence[object]) -> str:
    """The code of the unit that a row is about; empty for a row about none."""
    county, label, municipality, _ = (str(cell or "").strip() for cell in row[:4])
    if re.fullmatch(r"\d{4}", municipality):
        return municipality
    if re.fullmatch(r"\d{2}", county):
        return f"00{county}"
    return COUNTRY if label == "Alla_NV" else ""


def _without_copied_years(rows: Sequence[EmissionRow]) -> list[EmissionRow]:
    """The rows without years that every municipality changes into by the same share."""
    tonnes = {(row.unit, row.year): row.tonnes for row in rows}
    copied: set[int] = set()
    for year in {row.year for row in rows}:
        changes = [
            tonnes[unit, year] / before
            for unit, at in tonnes
            if at == year and not unit.startswith("00") and (before := tonnes.get((unit, year - 1)))
        ]
        if len(changes) >= FEWEST_TO_TELL and max(changes) - min(changes) < SAME_CHANGE:
            copied.add(year)
    return [row for row in rows if row.unit == COUNTRY or row.year not in copied]


def _by_sector(cells: Sequence[Sequence[object]], name: str, places: Places) -> list[EmissionRow]:
    """The database's own table: main sector, subsector, county, municipality, and a column a year.

    The four names and the years may stand in rows after one another.
    """
    heading = next((at for at, row in enumerate(cells) if row[0] == "Huvudsektor"), None)
    if heading is None or not (years := _years(cells[heading]) or _years(cells[max(heading - 1, 0)])):
        raise ImportRefused(name, [Phrase("import.emissions.no_heading")])
    body = [(number, row) for number, row in enumerate(cells[heading + 1 :], start=heading + 2) if row[0]]
    counties = {
        str(row[2]).strip(): places.municipality[town][1]
        for _, row in body
        if (town := str(row[3]).strip()) in places.municipality
    }
    rows: list[EmissionRow] = []
    failures: list[Phrase] = []
    for number, row in body:
        main, sub, county, town = (str(cell).strip() for cell in row[:4])
        if sub.lower() != ALL:
            continue
        sector, unit = _sector(main), _unit(county, town, counties, places)
        if not sector or not unit:
            unknown = {"row": str(number), "found": main if not sector else f"{county}, {town}"}
            failures.append(Phrase("import.emissions.unknown", unknown))
            continue
        try:
            figures = [(year, _number(row[column])) for column, year in years.items()]
        except ValueError:
            failures.append(Phrase("import.emissions.unreadable", {"row": str(number)}))
            continue
        rows += [EmissionRow(sector, unit, year, tonnes) for year, tonnes in figures if tonnes is not None]
    if failures:
        raise ImportRefused(name, failures)
    return rows


def _sector(main: str) -> str:
    if main.lower() == ALL:
        return TOTAL
    return next((id for begins, id in SECTORS.items() if main.lower().startswith(begins)), "")


def _unit(county: str, town: str, counties: Mapping[str, str], places: Places) -> str:
    if county.lower() == ALL:
        return COUNTRY
    if town.lower() == ALL:
        return f"00{counties[county]}" if county in counties else ""
    return places.municipality.get(town, ("", ""))[0]
