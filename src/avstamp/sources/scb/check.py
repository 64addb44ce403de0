"""Can SCB's files be true of a whole country?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from avstamp.domain.values import Phrase
from avstamp.sources.scb.parse import AGES, ChangesRow, NationRow, PeopleRow

NEAR_DECEMBER = 0.02
"""How far from the count on 31 December a table of people may lie: it may be of another day of the year."""


def check_people(
    rows: Sequence[PeopleRow], *, municipalities: Collection[str], december: Mapping[tuple[str, int], float]
) -> tuple[Phrase, ...]:
    """What is wrong with people by age: units, counts, or a sum far from the count on 31 December (`december`)."""
    failures: list[Phrase] = []
    totals: dict[tuple[str, int], int] = defaultdict(int)
    for row in rows:
        totals[row.unit, row.year] += sum(row.people)
        if min(row.people) < 0:
            failures.append(
                Phrase("import.scb.negative", {"unit": row.unit, "year": str(row.year), "sex": row.sex})
            )
    for year in sorted({row.year for row in rows}):
        missing = set(municipalities) - {row.unit for row in rows if row.year == year}
        failures += [
            Phrase("import.scb.unit_missing", {"unit": unit, "year": str(year)}) for unit in sorted(missing)
        ]
    for (unit, year), total in sorted(totals.items()):
        counted = december.get((unit, year))
        if counted and abs(total / counted - 1) > NEAR_DECEMBER:
            failures.append(_far_from_december(unit, year, total, counted))
    return tuple(failures)


def check_nation(
    rows: Sequence[NationRow], *, december: Mapping[tuple[str, int], float]
) -> tuple[Phrase, ...]:
    """What is wrong with the country by age: holes, negative counts, or a sum that is not the registered one."""
    failures: list[Phrase] = []
    years = sorted({row.year for row in rows})
    if years != list(range(years[0], years[-1] + 1)):
        failures.append(Phrase("import.scb.years", {"first": str(years[0]), "last": str(years[-1])}))
    cells = Counter((row.year, row.sex, row.age) for row in rows)
    expected = {(year, sex, age) for year in years for sex in ("K", "M") for age in range(AGES)}
    failures += [Phrase("import.scb.cell_missing", _cell(key)) for key in sorted(expected - set(cells))]
    failures += [
        Phrase("import.scb.cell_twice", {"count": count, **_cell(key)})
        for key, count in sorted(cells.items())
        if count > 1
    ]
    totals: dict[int, float] = defaultdict(float)
    for row in rows:
        totals[row.year] += row.people
        if min(row.people, row.immigrants, row.emigrants, row.births, row.deaths) < 0:
            cell = _cell((row.year, row.sex, row.age))
            failures.append(Phrase("import.scb.cell_negative", cell))
    for year, total in totals.items():
        counted = december.get(("0000", year))
        if counted and abs(total - counted) > 0.5:
            failures.append(_far_from_december("0000", year, total, counted))
    return tuple(failures)


def check_changes(
    rows: Sequence[ChangesRow], *, municipalities: Collection[str], regions: Collection[str]
) -> tuple[Phrase, ...]:
    """What is wrong with changes of a year: units missing or strange, or sums that are not the country's."""
    failures: list[Phrase] = []
    for year in sorted({row.year for row in rows}):
        whole = {row.unit: row for row in rows if row.year == year and row.sex == "T"}
        expected = {*municipalities, *regions, "0000"}
        failures += [
            Phrase("import.scb.no_changes", {"unit": unit, "year": str(year)})
            for unit in sorted(expected - set(whole))
        ]
        failures += [
            Phrase("import.scb.unknown_unit", {"unit": unit, "year": str(year)})
            for unit in sorted(set(whole) - expected)
        ]
        if expected - set(whole):
            continue
        for name in ("people", "births", "deaths"):
            total = sum(getattr(whole[unit], name) for unit in municipalities)
            if total != getattr(whole["0000"], name):
                sums = {"what": Phrase(f"import.scb.{name}"), "year": str(year), "total": total}
                failures.append(Phrase("import.scb.sum", sums))
    return tuple(failures)


def _far_from_december(unit: str, year: int, total: float, counted: float) -> Phrase:
    numbers = {"total": round(total), "counted": round(counted)}
    return Phrase("import.scb.december", {"unit": unit, "year": str(year), **numbers})


def _cell(key: tuple[int, str, int]) -> dict[str, object]:
    return {"year": str(key[0]), "sex": key[1], "age": str(key[2])}
