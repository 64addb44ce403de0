"""What do SCB's population files say, row by row?"""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase

AGES = 101
SEXES = {"women": "K", "men": "M"}
NATION_SEXES = {"1": "M", "2": "K"}
NATION_COLUMNS = ("pop", "immig", "emig", "born", "dead")

MISREAD = {"Skamlösa": "Åre", "äng": "Årjäng"}
"""Names that the copy of the population table has wrong, with what they stand for; order and codes decide."""


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """People of a municipality by age 0 to 100+, of one sex, in one year."""

    unit: str
    year: int
    sex: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NationRow:
    """The country's people of one age and sex on 31 December, and what happened during the year.

    `births` are children of this sex, by the age of the mother; deaths and moves are by the age reached that year.
    """

    year: int
    sex: str
    age: int
    people: float
    immigrants: float
    emigrants: float
    births: float
    deaths: float


@dataclass(frozen=True, slots=True)
class ChangesRow:
    """People of a unit on 31 December and what happened during the year; `sex` T, K or M."""

    unit: str
    year: int
    sex: str
    people: int
    births: int
    deaths: int
    moved_in: int
    moved_out: int
    adjustments: int


def parse_people(
    data: bytes, *, name: str, municipalities: Sequence[str], names: Sequence[str]
) -> tuple[PeopleRow, ...]:
    """People by municipality, age and sex.

    The table names municipalities and has no codes, but lists them in order of code: a name that does not stand
    where its code says, and is not a known misreading, is a failure.
    Args: `municipalities` codes in order, `names` their names.
    Raises: ImportRefused with every failure.
    """
    with sqlite3.connect(":memory:") as base:
        base.deserialize(data)
        columns = [row[1] for row in base.execute("PRAGMA table_info(population)")]
        years = [
            int(word.removeprefix("population")) for word in columns if re.fullmatch(r"population\d{4}", word)
        ]
        base.row_factory = sqlite3.Row
        rows = [
            (row["municipality"], row["age"], row["gender"], *(row[f"population{year}"] for year in years))
            for row in base.execute("SELECT * FROM population ORDER BY id")
        ]
    listed = list(dict.fromkeys(row[0] for row in rows))
    stated = [MISREAD.get(word, word) for word in listed]
    if stated != list(names):
        failures = [
            Phrase("import.scb.misplaced", {"found": found, "code": code, "expected": expected})
            for found, code, expected in zip(stated, municipalities, names, strict=False)
            if found != expected
        ]
        numbers = {"found": len(stated), "expected": len(names)}
        raise ImportRefused(name, failures or [Phrase("import.scb.municipality_count", numbers)])
    code = dict(zip(listed, municipalities, strict=True))
    people: dict[tuple[str, int, str], list[int | None]] = {}
    for word, age, gender, *counts in rows:
        for year, count in zip(years, counts, strict=True):
            ages = people.setdefault((code[word], year, SEXES.get(gender, gender)), [None] * AGES)
            if 0 <= age < AGES:
                ages[age] = count
    gaps = [
        Phrase("import.scb.age_missing", {"unit": key[0], "year": str(key[1]), "sex": key[2]})
        for key, ages in people.items()
        if None in ages
    ]
    if gaps:
        raise ImportRefused(name, gaps)
    return tuple(
        PeopleRow(*key, tuple(count for count in ages if count is not None))
        for key, ages in sorted(people.items())
    )


def parse_nation(data: bytes, *, name: str) -> tuple[NationRow, ...]:
    """The country by year, sex and age; raises `ImportRefused` with every row that cannot be read."""
    rows: list[NationRow] = []
    failures: list[Phrase] = []
    for number, row in enumerate(
        csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"), start=2
    ):
        try:
            counts = [float(row[column]) for column in NATION_COLUMNS]
            rows.append(NationRow(int(row["year"]), NATION_SEXES[row["sex"]], int(row["age"]), *counts))
        except (KeyError, ValueError, TypeError) as error:
            why = {"number": str(number), "error": repr(error)}
            failures.append(Phrase("import.scb.unreadable", why))
    if failures:
        raise ImportRefused(name, failures)
    return tuple(sorted(rows, key=lambda row: (row.year, row.sex, row.age)))


def parse_changes(data: bytes, *, name: str) -> tuple[ChangesRow, ...]:
    """People and changes of the country, counties and municipalities in one year, by sex where the file has it.

    Units are named as in the fact base: four figures for a municipality, `00` and the county for a region, `0000`.
    Raises: ImportRefused when the year or the columns are not where they should be.
    """
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    rows: list[ChangesRow] = []
    for sheet in book:
        sex = {"Totalt": "T", "Kvinnor": "K", "Män": "M"}.get(sheet.title.strip())
        cells = list(sheet.iter_rows(values_only=True))
        text = " ".join(str(cell) for row in cells[:6] for cell in row if cell is not None)
        stated = re.search(r"31 december och befolkningsförändringar 1 januari - 31 december (\d{4})", text)
        if sex is None or stated is None:
            raise ImportRefused(name, [Phrase("import.scb.no_heading", {"sheet": sheet.title})])
        rows += [found for row in cells if (found := _changes(row, int(stated[1]), sex)) is not None]
    return tuple(rows)


def _changes(row: tuple[object, ...], year: int, sex: str) -> ChangesRow | None:
    code, label, *counts = row[:20]
    if isinstance(label, str) and label.strip() == "Riket":
        unit = "0000"
    elif code is not None and re.fullmatch(r"\d{1,4}", str(code).strip()) and isinstance(counts[0], int):
        # One sheet has the codes as numbers, without their leading zeros.
        number = str(code).strip()
        unit = f"00{number.zfill(2)}" if len(number) <= 2 else number.zfill(4)
    else:
        return None
    people, _, births, deaths, _, moved_in = counts[:6]
    figures = (people, births, deaths, moved_in, counts[9], counts[17])
    if not all(isinstance(figure, int) for figure in figures):
        return None
    return ChangesRow(unit, year, sex, *figures)  # type: ignore[arg-type]
