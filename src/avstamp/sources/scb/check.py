"""Can SCB's files be true of a whole country?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from avstamp.sources.scb.parse import AGES, ChangesRow, NationRow, PeopleRow

NEAR_DECEMBER = 0.02
"""How far from the count on 31 December a table of people may lie: it may be of another day of the year."""


def check_people(
    rows: Sequence[PeopleRow], *, municipalities: Collection[str], december: Mapping[tuple[str, int], float]
) -> tuple[str, ...]:
    """What is wrong with people by age: units, counts, or a sum far from the count on 31 December (`december`)."""
    failures = []
    totals: dict[tuple[str, int], int] = defaultdict(int)
    for row in rows:
        totals[row.unit, row.year] += sum(row.people)
        if min(row.people) < 0:
            failures.append(f"municipality {row.unit} {row.year} {row.sex} has a negative count")
    for year in sorted({row.year for row in rows}):
        missing = set(municipalities) - {row.unit for row in rows if row.year == year}
        failures += [f"municipality {unit} has no people by age {year}" for unit in sorted(missing)]
    for (unit, year), total in sorted(totals.items()):
        counted = december.get((unit, year))
        if counted and abs(total / counted - 1) > NEAR_DECEMBER:
            failures.append(
                f"municipality {unit} {year}: {total} people by age, {counted:.0f} on 31 December"
            )
    return tuple(failures)


def check_nation(rows: Sequence[NationRow], *, december: Mapping[tuple[str, int], float]) -> tuple[str, ...]:
    """What is wrong with the country by age: holes, negative counts, or a sum that is not the registered one."""
    failures = []
    years = sorted({row.year for row in rows})
    if years != list(range(years[0], years[-1] + 1)):
        failures.append(f"the years {years[0]} to {years[-1]} have holes")
    cells = Counter((row.year, row.sex, row.age) for row in rows)
    expected = {(year, sex, age) for year in years for sex in ("K", "M") for age in range(AGES)}
    failures += [f"the country has no row for {key}" for key in sorted(expected - set(cells))]
    failures += [
        f"the country has {count} rows for {key}" for key, count in sorted(cells.items()) if count > 1
    ]
    totals: dict[int, float] = defaultdict(float)
    for row in rows:
        totals[row.year] += row.people
        if min(row.people, row.immigrants, row.emigrants, row.births, row.deaths) < 0:
            failures.append(f"the country has a negative count in {row.year}, {row.sex}, age {row.age}")
    for year, total in totals.items():
        counted = december.get(("0000", year))
        if counted and abs(total - counted) > 0.5:
            failures.append(f"the country {year}: {total:.0f} people by age, {counted:.0f} on 31 December")
    return tuple(failures)


def check_changes(
    rows: Sequence[ChangesRow], *, municipalities: Collection[str], regions: Collection[str]
) -> tuple[str, ...]:
    """What is wrong with changes of a year: units missing or strange, or sums that are not the country's."""
    failures = []
    for year in sorted({row.year for row in rows}):
        whole = {row.unit: row for row in rows if row.year == year and row.sex == "T"}
        expected = {*municipalities, *regions, "0000"}
        failures += [f"unit {unit} has no changes {year}" for unit in sorted(expected - set(whole))]
        failures += [f"changes {year} of unknown unit {unit}" for unit in sorted(set(whole) - expected)]
        if expected - set(whole):
            continue
        for name in ("people", "births", "deaths"):
            total = sum(getattr(whole[unit], name) for unit in municipalities)
            if total != getattr(whole["0000"], name):
                failures.append(f"{name} {year} of the municipalities sum to {total}, not to the country's")
    return tuple(failures)
