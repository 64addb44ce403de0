"""How does a folder of real data become a fact base, all of it or nothing?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from avstamp.domain.errors import ImportRefused
from avstamp.domain.facts.cube import GENDERS
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Group, Unit
from avstamp.domain.values import Phrase, Status, UnitKind
from avstamp.factbase.catalogue_table import mismatches, read_catalogue
from avstamp.factbase.decimals import encode_decimals
from avstamp.factbase.record import SCHEMAS, Manifest, find_damage, write_record
from avstamp.library.demography_import import (
    CHANGES,
    NATION,
    PEOPLE,
    TITLES,
    VIA,
    Demography,
    demography_files,
    demography_tables,
    read_demography,
)
from avstamp.library.emissions_import import (
    EMISSIONS,
    Emissions,
    emission_files,
    read_emissions,
    with_emissions,
)
from avstamp.sources import boundaries, election, kolada, scb
from avstamp.sources.boundaries.parse import Outline, check_outlines, parse_outlines
from avstamp.sources.election.check import check_seats, check_turnout
from avstamp.sources.election.councils import GOTLAND_REGION, councils, known_doubts
from avstamp.sources.election.parse import SeatRow, TurnoutRow
from avstamp.sources.kolada.check import check_values
from avstamp.sources.kolada.parse import (
    IndicatorRow,
    ValueTable,
    parse_groups,
    parse_indicators,
    parse_units,
    parse_values,
    value_files,
)
from avstamp.sources.kolada.unit_of_measure import PERCENT, states_projection, unit_of_measure

ELECTION_YEARS = (2022, 2026)
VALUES, GROUPS, SEATS, OUTLINES = "kolada", "kolada-groups", "election", "boundaries"
OPTIONAL = ("coverage", EMISSIONS)
"""Files that a fact base can do without."""

Row = TypeVar("Row")
Step = Callable[[str], None]
"""Told the key of each step of an import as it starts."""

_VIA = {
    VALUES: "open-numbers/ddf--kolada--dump @ 8501d5c",
    GROUPS: "LCHansson/rKolada @ 8afe11f",
    SEATS: "ordnaswe/val26 @ 6e9c0fb",
    OUTLINES: "okfse/sweden-geojson @ ff67bcb",
    **VIA,
}


@dataclass(frozen=True)
class Sources:
    """Everything that was read, with nothing found wrong."""

    values: ValueTable
    indicators: tuple[IndicatorRow, ...]
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    seats: tuple[SeatRow, ...]
    turnout: tuple[TurnoutRow, ...]
    outlines: tuple[Outline, ...]
    demography: Demography
    emissions: Emissions
    origins: tuple[Origin, ...]


def import_facts(data: Path, target: Path, *, fetched: date, step: Step = lambda key: None) -> Manifest:
    """Read a data folder, check all of it, and store it as the fact base at `target`.

    Args: `data` with the folders kolada, elections, map, demography and scb, and environment if there is one;
        `fetched` the day the copies were taken in; `step` is told the key of each step as it starts ("read", "check",
        "arrange", "write").
    Raises: ImportRefused with every failure listed, in which case nothing was stored and what stood at `target`
        stands there still.
    """
    step("read")
    sources = read_sources(data, fetched=fetched, checking=lambda: step("check"))
    step("arrange")
    tables = with_emissions(_tables(sources), sources.emissions)
    step("write")
    measured = ~np.array([states_projection(row.title) for row in _used(sources)], bool)[_own_codes(sources)]
    newest = int(sources.values.year[measured].max()) if measured.any() else int(sources.values.year.max())
    return write_record(target, tables, newest_year=newest)


def verify_facts(target: Path) -> tuple[str, ...]:
    """What is wrong with a stored fact base, in words: nothing when every table is as it was imported."""
    return find_damage(target)


def read_sources(data: Path, *, fetched: date, checking: Callable[[], None] = lambda: None) -> Sources:
    """Everything in a data folder; raises `ImportRefused` with every failure of every source."""
    files = _find_files(data)
    values = parse_values(files["values"])
    units = parse_units(files["units"][0].read_bytes())
    indicators = parse_indicators(
        files["metadata"][0].read_bytes(), files["coverage"][0].read_bytes() if files["coverage"] else None
    )
    groups, group_failures = parse_groups(files["groups"][0].read_bytes(), units)
    checking()
    codes = {kind: [unit.id for unit in units if unit.kind is kind] for kind in UnitKind}
    failures = list(
        check_values(values, indicators={row.id for row in indicators}, units={unit.id for unit in units})
    )
    failures += group_failures
    present = set(values.kpis)
    catalogue = {id: entry for id, entry in read_catalogue().items() if id in present}
    failures += mismatches(catalogue, {row.id: row.title for row in indicators})
    electing = [unit for unit in codes[UnitKind.REGION] if unit != GOTLAND_REGION]
    assemblies = {"municipalities": codes[UnitKind.MUNICIPALITY], "regions": electing}
    seats = _collect(
        failures, lambda: check_seats(files["seats"][0].read_bytes(), **assemblies, doubts=known_doubts())
    )
    turnout = _collect(failures, lambda: check_turnout(files["turnout"][0].read_bytes(), **assemblies))
    outlines = _collect(failures, lambda: _read_outlines(files, codes))
    demography = read_demography(files, units, values, failures)
    emissions = read_emissions(files[EMISSIONS], units, fetched=fetched, failures=failures)
    if failures:
        raise ImportRefused(str(data), failures)
    origins = _origins(files, fetched)
    return Sources(
        values, indicators, units, groups, seats, turnout, outlines, demography, emissions, origins
    )


def _find_files(data: Path) -> dict[str, tuple[Path, ...]]:
    kolada_folder, elections, maps = data / "kolada", data / "elections", data / "map"
    files = {
        "values": value_files(kolada_folder),
        "units": tuple(sorted(kolada_folder.glob("municipalities_v3.json"))),
        "metadata": tuple(sorted(kolada_folder.glob("kpi_metadata_v3.json"))),
        "coverage": tuple(sorted(kolada_folder.glob("kpi_coverage.csv"))),
        "groups": tuple(sorted(kolada_folder.glob("municipality_groups_v3.json"))),
        "seats": tuple(sorted(elections.glob("mandat_*.csv"))),
        "turnout": tuple(sorted(elections.glob("valdeltagande_*.csv"))),
        "municipality outlines": tuple(sorted(maps.glob("*municipalities.geojson"))),
        "region outlines": tuple(sorted(maps.glob("*regions.geojson"))),
        **demography_files(data),
        EMISSIONS: emission_files(data),
    }
    missing = [name for name, found in files.items() if not found and name not in OPTIONAL]
    if missing:
        raise ImportRefused(str(data), [_missing(name, data) for name in missing])
    return files


def _missing(name: str, data: Path) -> Phrase:
    what = Phrase(f"import.file.{name.replace(' ', '_').replace('-', '_')}")
    return Phrase("import.file_missing", {"what": what, "folder": str(data)})


def _collect(failures: list[Phrase], read: Callable[[], tuple[Row, ...]]) -> tuple[Row, ...]:
    """What `read` gives; if it refuses, its failures join the others so that all are known at once."""
    try:
        return read()
    except ImportRefused as refusal:
        failures.extend(
            Phrase("import.from", {"source": refusal.source, "failure": failure})
            for failure in refusal.failures
        )
        return ()


def _read_outlines(
    files: dict[str, tuple[Path, ...]], codes: dict[UnitKind, list[str]]
) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    for kind in (UnitKind.MUNICIPALITY, UnitKind.REGION):
        path = files[f"{kind.value} outlines"][0]
        found = parse_outlines(path.read_bytes(), name=path.name)
        check_outlines(found, expected=codes[kind], name=path.name)
        outlines += found
    return tuple(outlines)


def _origins(files: dict[str, tuple[Path, ...]], fetched: date) -> tuple[Origin, ...]:
    described = (
        (VALUES, kolada, kolada.TITLE, ("values", "metadata", "coverage")),
        (GROUPS, kolada, f"{kolada.TITLE}, Liknande kommuner och andra grupper", ("groups", "units")),
        (SEATS, election, election.TITLE, ("seats", "turnout")),
        (OUTLINES, boundaries, boundaries.TITLE, ("municipality outlines", "region outlines")),
        *((id, scb, TITLES[id], (id,)) for id in (PEOPLE, NATION, CHANGES)),
    )
    return tuple(
        Origin(
            id=id,
            publisher=source.PUBLISHER,
            title=title,
            terms=source.TERMS,
            url=source.URL,
            via=_VIA[id],
            fetched=fetched,
            sha256=_hash(path for name in names for path in files[name]),
        )
        for id, source, title, names in described
    )


def _hash(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _used(sources: Sources) -> list[IndicatorRow]:
    """Indicators that have at least one figure, in order of id."""
    present = set(sources.values.kpis)
    return [row for row in sources.indicators if row.id in present]


def _own_codes(sources: Sources) -> NDArray[np.int64]:
    """For each figure, the number of its indicator among those used."""
    number = {row.id: code for code, row in enumerate(_used(sources))}
    return np.array([number.get(word, -1) for word in sources.values.kpis], np.int64)[sources.values.kpi]


def _tables(sources: Sources) -> dict[str, pa.Table]:
    values, table = sources.values, {}
    indicator = _own_codes(sources)
    unit_number = {unit.id: code for code, unit in enumerate(sources.units)}
    gender_number = {gender.value: code for code, gender in enumerate(GENDERS)}
    unit = np.array([unit_number[word] for word in values.geos], np.int64)[values.geo]
    gender = np.array([gender_number[word] for word in values.genders], np.int64)[values.gender]
    order = np.lexsort((unit, values.year, gender, indicator))
    key = ((indicator[order] << 15) | (gender[order] << 13) | values.year[order]).astype(np.int64)
    slab = np.cumsum(np.diff(key, prepend=-1) != 0) - 1
    used = _used(sources)
    figures = values.value[order]
    columns = encode_decimals(figures, slab)
    projection = [Status.FORECAST if states_projection(row.title) else Status.NOT_STATED for row in used]
    table["values"] = pa.table(
        {
            "indicator": _words(indicator[order], [row.id for row in used]),
            "gender": _words(gender[order], [gender.value for gender in GENDERS]),
            "year": pa.array(values.year[order], pa.int16()),
            "unit": _words(unit[order], [unit.id for unit in sources.units]),
            "scaled": columns.scaled,
            "decimals": columns.decimals,
            "exact": pa.array(columns.exact, from_pandas=True),
            "status": _words(indicator[order], [status.value for status in projection]),
            "origin": _words(np.zeros(len(order), np.int64), [VALUES]),
        },
        schema=SCHEMAS["values"],
    )
    table["indicators"] = _indicator_table(sources, used, indicator[order], figures)
    table.update(
        _register_tables(sources), **_election_tables(sources), **demography_tables(sources.demography)
    )
    return table


def _words(codes: NDArray[np.int64], vocabulary: Sequence[str]) -> pa.Array:
    return (
        pa.array(np.array(vocabulary, object)).take(pa.array(codes))
        if len(codes)
        else pa.array([], pa.string())
    )


def _indicator_table(
    sources: Sources, used: list[IndicatorRow], indicator: NDArray[np.int64], figures: NDArray[np.float64]
) -> pa.Table:
    edges = np.searchsorted(indicator, np.arange(len(used) + 1))
    gendered = set(sources.values.kpi[_gender_rows(sources.values)].tolist())
    by_gender = {sources.values.kpis[code] for code in gendered}
    rows = []
    for number, row in enumerate(used):
        unit = unit_of_measure(row.title)
        rows.append(
            {
                "id": row.id,
                "title": row.title,
                "unit": unit,
                "operating_area": row.operating_area,
                "by_gender": row.id in by_gender,
                "forecast": states_projection(row.title),
                "reporter": row.reporter.value if row.reporter else None,
                "decimals": printed_decimals(figures[edges[number] : edges[number + 1]], unit),
                "origin": VALUES,
            }
        )
    return pa.Table.from_pylist(rows, schema=SCHEMAS["indicators"])


def _gender_rows(values: ValueTable) -> NDArray[np.bool_]:
    return np.array([word != "T" for word in values.genders], bool)[values.gender]


LARGE, THOUSAND, CLOSE = 100, 1000, 15
"""From where on numbers are printed whole, and how near one another those below a thousand lie that keep a decimal."""

MOST_ROUND = 0.5
"""Where fewer figures than this share make do with one decimal, the source means both decimals."""


def printed_decimals(figures: NDArray[np.float64], unit: str) -> int:
    """How many decimals a figure of an indicator is printed with; never more than the source itself writes.

    None for whole numbers and for those in hundreds, one for shares and for those from ten up, two below. Shares
    that the source writes with two decimals throughout keep both (a tax rate of 20.51), and numbers in hundreds that
    lie close together keep one (merit points), since without it neighbours could not be told apart.

    Example:
        >>> printed_decimals(np.array([83.4, 71.25, 70.0]), "%"), printed_decimals(np.array([52_311.4]), "kr/inv")
        (1, 0)
        >>> printed_decimals(np.array([20.51, 21.24, 19.5]), "%")
        2
    """
    if not figures.size or np.all(figures == np.floor(figures)):
        return 0
    written = np.array([_decimals_written(figures, places) for places in (0, 1, 2)])
    size = float(np.median(np.abs(figures)))
    if unit == PERCENT:
        in_hundredths = written[2].all() and np.mean(written[1]) < MOST_ROUND
        return 2 if in_hundredths else 1
    if size >= LARGE:
        spread = float(np.median(np.abs(figures - np.median(figures))))
        return 1 if spread < CLOSE and size < THOUSAND else 0
    wanted = 1 if size >= 10 else 2
    return next((places for places in range(wanted) if written[places].all()), wanted)


def _decimals_written(figures: NDArray[np.float64], places: int) -> NDArray[np.bool_]:
    """Whether each figure is fully written with so many decimals."""
    return np.asarray(np.round(figures, places) == figures, np.bool_)


def _register_tables(sources: Sources) -> dict[str, pa.Table]:
    units = [{"id": u.id, "name": u.name, "kind": u.kind.value, "county": u.county} for u in sources.units]
    groups = [
        {
            "id": group.id,
            "kind": group.kind.value,
            "title": group.title,
            "members": list(group.members),
            "of": group.of,
            "area": group.area,
            "year": group.year,
            "origin": GROUPS,
        }
        for group in sources.groups
    ]
    outlines = [
        {"unit": outline.unit, "rings": [list(map(list, ring)) for ring in outline.rings], "origin": OUTLINES}
        for outline in sources.outlines
    ]
    origins = [
        {name: getattr(origin, name) for name in SCHEMAS["origins"].names} for origin in sources.origins
    ]
    rows = {"units": units, "groups": groups, "boundaries": outlines, "origins": origins}
    return {name: pa.Table.from_pylist(listed, schema=SCHEMAS[name]) for name, listed in rows.items()}


def _election_tables(sources: Sources) -> dict[str, pa.Table]:
    rows = [
        {
            "unit": council.unit,
            "year": council.year,
            "party": party.party,
            "name": party.name,
            "seats": party.seats,
            "stated_total": council.stated_total,
            "origin": SEATS,
        }
        for year in ELECTION_YEARS
        for council in councils(sources.seats, year=year, doubts=known_doubts()).values()
        for party in council.seats
    ]
    turnout = [
        {"unit": row.unit, "votes": row.votes, "entitled": row.entitled, "origin": SEATS}
        for row in sources.turnout
    ]
    return {
        "councils": pa.Table.from_pylist(rows, schema=SCHEMAS["councils"]),
        "turnout": pa.Table.from_pylist(turnout, schema=SCHEMAS["turnout"]),
    }
