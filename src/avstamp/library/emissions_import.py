"""How do emissions become figures of the fact base, beside those that stand there?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Unit
from avstamp.domain.values import Gender, Phrase, Status, UnitKind
from avstamp.factbase.decimals import encode_decimals
from avstamp.factbase.record import SCHEMAS, Manifest, read_manifest, read_table, write_record
from avstamp.sources import emissions
from avstamp.sources.emissions.check import check_emissions
from avstamp.sources.emissions.parse import TOTAL, EmissionRow, Places, parse_emissions

EMISSIONS = "emissions"
VIA = "Klimatbyran/territorial-data-pipeline"
UNIT_OF_MEASURE = "ton CO2-ekv"
TITLES: Mapping[str, str] = {
    TOTAL: "Utsläpp av växthusgaser inom det geografiska området totalt, ton CO2-ekv",
    "GGT-TRANSPORT": "Utsläpp av växthusgaser, transporter, ton CO2-ekv",
    "GGT-INDUSTRY": "Utsläpp av växthusgaser, industri (energi och processer), ton CO2-ekv",
    "GGT-AGRICULTURE": "Utsläpp av växthusgaser, jordbruk, ton CO2-ekv",
    "GGT-POWER": "Utsläpp av växthusgaser, el och fjärrvärme, ton CO2-ekv",
    "GGT-HEATING": "Utsläpp av växthusgaser, egen uppvärmning av bostäder och lokaler, ton CO2-ekv",
    "GGT-MACHINERY": "Utsläpp av växthusgaser, arbetsmaskiner, ton CO2-ekv",
    "GGT-PRODUCTS": "Utsläpp av växthusgaser, produktanvändning (inklusive lösningsmedel), ton CO2-ekv",
    "GGT-WASTE": "Utsläpp av växthusgaser, avfall (inklusive avlopp), ton CO2-ekv",
    "GGT-ABROAD": "Utsläpp av växthusgaser, utrikes transporter, ton CO2-ekv",
}
"""The figures' ids with the title each is shown under; sectors are the source's main sectors."""
OPERATING_AREA = "Miljö"


@dataclass(frozen=True)
class Emissions:
    """Rows of the source's files, with nothing found wrong, and where they come from."""

    rows: tuple[EmissionRow, ...] = ()
    origin: Origin | None = None


def emission_files(data: Path) -> tuple[Path, ...]:
    """The files in a data folder; a fact base can do without."""
    return tuple(sorted((data / "environment").glob("*.xlsx")))


def read_emissions(
    paths: Sequence[Path], units: Sequence[Unit], *, fetched: date, failures: list[Phrase], via: str = VIA
) -> Emissions:
    """Everything in the files; what is wrong is added to `failures`. A table by sector goes before one of totals."""
    municipalities = [unit for unit in units if unit.kind is UnitKind.MUNICIPALITY]
    places = Places({unit.name: (unit.id, unit.county) for unit in municipalities})
    read: list[tuple[EmissionRow, ...]] = []
    for path in paths:
        try:
            read.append(parse_emissions(path.read_bytes(), name=path.name, places=places))
        except ImportRefused as refusal:
            failures += [
                Phrase("import.from", {"source": path.name, "failure": failure})
                for failure in refusal.failures
            ]
    # The fullest file is used and no two are mixed: each holds years that the next version of it has revised.
    rows = max(read, key=lambda rows: (len({row.sector for row in rows}), len(rows)), default=())
    failures += check_emissions(rows, county_of={unit.id: f"00{unit.county}" for unit in municipalities})
    return Emissions(rows, _origin(paths, fetched, via)) if rows else Emissions()


def _origin(paths: Sequence[Path], fetched: date, via: str) -> Origin:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return Origin(
        id=EMISSIONS,
        publisher=emissions.PUBLISHER,
        title=emissions.TITLE,
        terms=emissions.TERMS,
        url=emissions.URL,
        via=via,
        fetched=fetched,
        sha256=digest.hexdigest(),
    )


def with_emissions(tables: Mapping[str, pa.Table], found: Emissions) -> dict[str, pa.Table]:
    """The tables of a fact base with these emissions in place of any that stood there.

    Their ids sort before all others, so that the figures stay in order of id.
    """
    if found.origin is None:
        return dict(tables)
    used = [id for id in sorted(TITLES) if any(row.sector == id for row in found.rows)]
    fresh = {
        "values": _values(found.rows, used),
        "indicators": pa.Table.from_pylist([_indicator(id) for id in used], schema=SCHEMAS["indicators"]),
        "origins": pa.Table.from_pylist(
            [{name: getattr(found.origin, name) for name in SCHEMAS["origins"].names}],
            schema=SCHEMAS["origins"],
        ),
    }
    other = {
        "values": _others(tables["values"], "origin"),
        "indicators": _others(tables["indicators"], "origin"),
        "origins": _others(tables["origins"], "id"),
    }
    joined = {
        name: pa.concat_tables([fresh[name], other[name].cast(SCHEMAS[name])]).combine_chunks()
        for name in fresh
    }
    return {**tables, **joined}


def _others(table: pa.Table, column: str) -> pa.Table:
    return table.filter(pc.not_equal(table[column], EMISSIONS))


def _indicator(id: str) -> dict[str, object]:
    return {
        "id": id,
        "title": TITLES[id],
        "unit": UNIT_OF_MEASURE,
        "operating_area": OPERATING_AREA,
        "by_gender": False,
        "forecast": False,
        "reporter": None,
        "decimals": 0,
        "origin": EMISSIONS,
    }


def _values(rows: Sequence[EmissionRow], used: Sequence[str]) -> pa.Table:
    """The figures as the fact base keeps them; the source reckons them by a model, so that they are estimates."""
    ordered = sorted(rows, key=lambda row: (used.index(row.sector), row.year, row.unit))
    slab: dict[tuple[str, int], int] = {}
    of_slab = [slab.setdefault((row.sector, row.year), len(slab)) for row in ordered]
    columns = encode_decimals(np.array([row.tonnes for row in ordered], np.float64), np.array(of_slab))
    count = len(ordered)
    return pa.table(
        {
            "indicator": [row.sector for row in ordered],
            "gender": [Gender.ALL.value] * count,
            "year": pa.array([row.year for row in ordered], pa.int16()),
            "unit": [row.unit for row in ordered],
            "scaled": columns.scaled,
            "decimals": columns.decimals,
            "exact": pa.array(columns.exact, from_pandas=True),
            "status": [Status.ESTIMATED.value] * count,
            "origin": [EMISSIONS] * count,
        },
        schema=SCHEMAS["values"],
    )


def add_emissions(
    base: Path,
    target: Path,
    paths: Sequence[Path],
    *,
    units: Sequence[Unit],
    fetched: date,
    step: Callable[[str], None] = lambda key: None,
) -> Manifest:
    """Store the fact base at `base` with the emissions of a reader's own files in it, at `target`.

    Raises: ImportRefused with every failure listed, in which case nothing was stored.
    """
    step("read")
    failures: list[Phrase] = []
    found = read_emissions(paths, units, fetched=fetched, failures=failures, via="")
    step("check")
    if failures or not found.rows:
        raise ImportRefused(
            ", ".join(path.name for path in paths), failures or [Phrase("import.emissions.no_heading")]
        )
    step("arrange")
    tables = with_emissions({name: read_table(base, name) for name in SCHEMAS}, found)
    step("write")
    return write_record(target, tables, newest_year=read_manifest(base).newest_year)
