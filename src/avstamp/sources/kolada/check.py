"""Do the figures keep what must be true of every figure, and if not, which ones break it?"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.cube import GENDERS
from avstamp.domain.values import Phrase
from avstamp.sources.kolada.parse import ValueTable

FIRST_YEAR = 1900
LAST_YEAR = 2100


def check_values(
    table: ValueTable, *, indicators: Collection[str], units: Collection[str]
) -> tuple[Phrase, ...]:
    """Every failure among the figures; none means that they may be stored.

    Known indicator, known unit, a gender the source uses, a year that can be, a number that is one, and no two
    figures for the same indicator, unit, gender and year.
    """
    letters = [gender.value for gender in GENDERS]
    return (
        *table.failures,
        *_strangers(table, table.kpi, table.kpis, known=indicators, what="indicator"),
        *_strangers(table, table.geo, table.geos, known=units, what="unit"),
        *_strangers(table, table.gender, table.genders, known=letters, what="gender"),
        *_odd_years(table),
        *_duplicates(table),
    )


def _strangers(
    table: ValueTable,
    codes: NDArray[np.int32],
    vocabulary: tuple[str, ...],
    *,
    known: Collection[str],
    what: str,
) -> list[Phrase]:
    """Words that are not known, each with how often and where it stands first."""
    unknown = np.array([word not in known for word in vocabulary], bool)
    failures = []
    for code in np.flatnonzero(unknown).tolist():
        rows = np.flatnonzero(codes == code)
        if rows.size:
            failures.append(
                Phrase(
                    f"import.values.unknown.{what}",
                    {"place": table.place(int(rows[0])), "word": vocabulary[code], "rows": int(rows.size)},
                )
            )
    return failures


def _odd_years(table: ValueTable) -> list[Phrase]:
    odd = np.flatnonzero((table.year < FIRST_YEAR) | (table.year > LAST_YEAR))
    return [
        Phrase(
            "import.values.odd_year",
            {"place": table.place(at), "year": str(table.year[at]), "first": FIRST_YEAR, "last": LAST_YEAR},
        )
        for at in odd.tolist()
    ]


def _duplicates(table: ValueTable) -> list[Phrase]:
    if not len(table.value):
        return []
    inside = np.clip(table.year, 0, 4095)
    key = (
        (table.kpi.astype(np.int64) << 40)
        | (table.geo.astype(np.int64) << 20)
        | (table.gender.astype(np.int64) << 12)
    )
    key |= inside
    order = np.argsort(key, kind="stable")
    again = np.flatnonzero(key[order][1:] == key[order][:-1])
    failures = []
    for position in again.tolist():
        first, second = int(order[position]), int(order[position + 1])
        kpi, geo = table.kpis[table.kpi[first]], table.geos[table.geo[first]]
        cell = f"{kpi}, {geo}, {table.genders[table.gender[first]]}, {table.year[first]}"
        failures.append(
            Phrase(
                "import.values.duplicate",
                {"place": table.place(second), "cell": cell, "other": table.place(first)},
            )
        )
    return failures
