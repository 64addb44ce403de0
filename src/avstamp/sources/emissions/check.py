"""Can figures of emissions be true of a whole country?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from avstamp.domain.values import Phrase
from avstamp.sources.emissions.parse import COUNTRY, TOTAL, EmissionRow

ROUNDING = 0.001
"""How far, as a share, the municipalities' sum may lie from their county's: the source rounds each by itself."""

UNDISTRIBUTED = 0.02
"""Most, as a share, that the country may have beyond its counties: some flights and ships belong to none."""

OTHER_TOTAL = 0.02
"""How far, as a share, the sectors' sum may lie from the total."""


def check_emissions(rows: Sequence[EmissionRow], *, county_of: Mapping[str, str]) -> tuple[Phrase, ...]:
    """What is wrong: cells twice or negative, unknown or missing units, sums that are not those of the whole.

    Args: `county_of` the region's code (`0014`) of every municipality.
    """
    cells = Counter((row.sector, row.unit, row.year) for row in rows)
    failures = [
        Phrase("import.emissions.twice", {"cell": _cell(key)}) for key, count in cells.items() if count > 1
    ]
    failures += [
        Phrase("import.emissions.negative", {"cell": _cell((row.sector, row.unit, row.year))})
        for row in rows
        if row.tonnes < 0
    ]
    known = {*county_of, *county_of.values(), COUNTRY}
    strange = sorted({row.unit for row in rows} - known)
    failures += [Phrase("import.emissions.unknown_unit", {"unit": unit}) for unit in strange]
    if failures:
        return tuple(failures)
    tonnes = {key: row.tonnes for key, row in zip(cells, rows, strict=True)}
    return (*_sums(tonnes, county_of), *_sectors(tonnes))


def _sums(tonnes: Mapping[tuple[str, str, int], float], county_of: Mapping[str, str]) -> list[Phrase]:
    """Years in which a unit is missing, or the parts are not the whole."""
    failures: list[Phrase] = []
    years = sorted({year for sector, unit, year in tonnes if sector == TOTAL and unit in county_of})
    for year in years:
        missing = [unit for unit in county_of if (TOTAL, unit, year) not in tonnes]
        failures += [
            Phrase("import.emissions.missing", {"unit": u, "year": str(year)}) for u in sorted(missing)
        ]
        parts: dict[str, float] = defaultdict(float)
        for unit, county in county_of.items():
            parts[county] += tonnes.get((TOTAL, unit, year), 0.0)
        counties = sum(tonnes.get((TOTAL, county, year), 0.0) for county in parts)
        wholes = [(county, total, ROUNDING) for county, total in parts.items()]
        for unit, total, allowed in [] if missing else [*wholes, (COUNTRY, counties, UNDISTRIBUTED)]:
            whole = tonnes.get((TOTAL, unit, year))
            if whole is None or abs(total - whole) > allowed * max(whole, 1.0):
                numbers = {"total": round(total), "whole": round(whole or 0)}
                failures.append(Phrase("import.emissions.sum", {"unit": unit, "year": str(year), **numbers}))
    return failures


def _sectors(tonnes: Mapping[tuple[str, str, int], float]) -> list[Phrase]:
    """Cells whose sectors are not the total, with and without journeys abroad."""
    home: dict[tuple[str, int], float] = defaultdict(float)
    abroad: dict[tuple[str, int], float] = defaultdict(float)
    for (sector, unit, year), figure in tonnes.items():
        if sector != TOTAL:
            (abroad if sector.endswith("-ABROAD") else home)[unit, year] += figure
    failures = []
    for (unit, year), total in home.items():
        whole = tonnes.get((TOTAL, unit, year))
        sums = (total, total + abroad[unit, year])
        if whole is None or all(abs(one - whole) > OTHER_TOTAL * max(whole, 1.0) for one in sums):
            numbers = {"total": round(total), "whole": round(whole or 0)}
            failures.append(Phrase("import.emissions.sectors", {"unit": unit, "year": str(year), **numbers}))
    return failures


def _cell(key: tuple[str, str, int]) -> str:
    return "/".join(map(str, key))
