"""How do SCB's population files become tables of the fact base?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Phrase, Status, UnitKind
from avstamp.factbase.record import SCHEMAS
from avstamp.sources import scb
from avstamp.sources.kolada.parse import ValueTable
from avstamp.sources.scb.check import check_changes, check_nation, check_people
from avstamp.sources.scb.parse import (
    ChangesRow,
    NationRow,
    PeopleRow,
    parse_changes,
    parse_nation,
    parse_people,
)

PEOPLE, NATION, CHANGES = "scb-people", "scb-nation", "scb-changes"
TITLES = {PEOPLE: scb.TITLE_PEOPLE, NATION: scb.TITLE_NATION, CHANGES: scb.TITLE_CHANGES}
VIA = {
    PEOPLE: "Lompish/riksdagsvalet-g2-inlamning @ 4f23b6b",
    NATION: "Region-Dalarna/ncdsim_fohm @ 30f0693",
    CHANGES: "Klimatbyran/klimatkollen",
}
POPULATION = "N01951"
LAST_YEAR = 2070
"""The last year of the country's expected population that is kept; no projection here reaches further."""


@dataclass(frozen=True)
class Demography:
    """Rows of SCB's files, with nothing found wrong."""

    people: tuple[PeopleRow, ...] = ()
    nation: tuple[NationRow, ...] = ()
    changes: tuple[ChangesRow, ...] = ()


def demography_files(data: Path) -> dict[str, tuple[Path, ...]]:
    """The files of each table in a data folder."""
    return {
        PEOPLE: tuple(sorted((data / "demography").glob("population_kommun_*.sqlite3"))),
        NATION: tuple(sorted((data / "demography").glob("pop_counts_scb.csv"))),
        CHANGES: tuple(sorted((data / "scb").glob("be0101_tabhel*.xlsx"))),
    }


def read_demography(
    files: dict[str, tuple[Path, ...]], units: Sequence[Unit], values: ValueTable, failures: list[Phrase]
) -> Demography:
    """Everything in the files; what is wrong with any of them is added to `failures`, and all of it is told."""
    # Counts that are refused themselves are nothing to hold others to.
    december = {} if failures else _december(values)
    municipalities = sorted((u for u in units if u.kind is UnitKind.MUNICIPALITY), key=lambda unit: unit.id)
    codes = [unit.id for unit in municipalities]
    regions = [unit.id for unit in units if unit.kind is UnitKind.REGION]
    people: list[PeopleRow] = []
    nation: list[NationRow] = []
    changes: list[ChangesRow] = []
    for path in files[PEOPLE]:
        names = [unit.name for unit in municipalities]
        try:
            people += parse_people(path.read_bytes(), name=path.name, municipalities=codes, names=names)
        except ImportRefused as refusal:
            failures += _told_of(refusal)
    for path in files[NATION]:
        try:
            nation += parse_nation(path.read_bytes(), name=path.name)
        except ImportRefused as refusal:
            failures += _told_of(refusal)
    for path in files[CHANGES]:
        try:
            changes += parse_changes(path.read_bytes(), name=path.name)
        except ImportRefused as refusal:
            failures += _told_of(refusal)
    if people:
        failures += check_people(people, municipalities=codes, december=december)
    if nation:
        failures += check_nation(nation, december=december)
    if changes:
        failures += check_changes(changes, municipalities=codes, regions=regions)
    return Demography(tuple(people), tuple(nation), tuple(changes))


def _told_of(refusal: ImportRefused) -> list[Phrase]:
    """What is wrong with a file, each with the file's name."""
    return [
        Phrase("import.from", {"source": refusal.source, "failure": failure}) for failure in refusal.failures
    ]


def _december(values: ValueTable) -> dict[tuple[str, int], float]:
    """Registered population on 31 December of every unit and year."""
    if POPULATION not in values.kpis or "T" not in values.genders:
        return {}
    kept = (values.kpi == values.kpis.index(POPULATION)) & (values.gender == values.genders.index("T"))
    rows = zip(
        values.geo[kept].tolist(), values.year[kept].tolist(), values.value[kept].tolist(), strict=True
    )
    return {(values.geos[geo], int(year)): value for geo, year, value in rows}


def demography_tables(demography: Demography) -> dict[str, pa.Table]:
    """The tables of the fact base that hold population statistics.

    Counts of the country that SCB expects are kept as whole people; `forecast` says which years those are: the
    years whose counts are not all whole in the source.
    """
    people = [
        {"unit": row.unit, "year": row.year, "sex": row.sex, "people": row.people, "origin": PEOPLE}
        for row in demography.people
    ]
    changes = [
        {
            **{name: getattr(row, name) for name in SCHEMAS["changes"].names if name != "origin"},
            "origin": CHANGES,
        }
        for row in demography.changes
    ]
    return {
        "people": pa.Table.from_pylist(people, schema=SCHEMAS["people"]),
        "nation": pa.Table.from_pylist(_nation_rows(demography.nation), schema=SCHEMAS["nation"]),
        "changes": pa.Table.from_pylist(changes, schema=SCHEMAS["changes"]),
    }


def _nation_rows(rows: Sequence[NationRow]) -> list[dict[str, object]]:
    counts = ("people", "immigrants", "emigrants", "births", "deaths")
    expected = {row.year for row in rows if any(getattr(row, name) % 1 for name in counts)}
    listed: list[dict[str, object]] = []
    for year in sorted({row.year for row in rows if row.year <= LAST_YEAR}):
        for sex in ("K", "M"):
            ages = [row for row in rows if row.year == year and row.sex == sex]
            listed.append(
                {
                    "year": year,
                    "sex": sex,
                    **{name: [round(getattr(row, name)) for row in ages] for name in counts},
                    "status": (Status.FORECAST if year in expected else Status.MEASURED).value,
                    "origin": NATION,
                }
            )
    return listed
