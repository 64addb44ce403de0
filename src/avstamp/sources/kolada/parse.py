"""What does a folder of Kolada data say: values, indicators, units and groups, before anything is believed?

`kolada/values*.parquet` or `values*.csv` hold the figures in the columns kpi, geo, gender, year, value; the JSON
files have the shape of Kolada's API v3; `kpi_coverage.csv` adds the titles of indicators that the API no longer lists.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from avstamp.domain.facts.indicator import Reporter
from avstamp.domain.facts.unit import Group, GroupKind, Unit
from avstamp.domain.values import Phrase, UnitKind

COLUMNS = ("kpi", "geo", "gender", "year", "value")
COUNTRY = "0000"


@dataclass(frozen=True)
class ValueTable:
    """The figures of one or more files, column by column; text columns are codes into their own vocabularies.

    `file` and `row` tell where a figure stands (the first row of a file is 1). A value that is no number is NaN here
    and stands among `failures`.
    """

    kpi: NDArray[np.int32]
    kpis: tuple[str, ...]
    geo: NDArray[np.int32]
    geos: tuple[str, ...]
    gender: NDArray[np.int32]
    genders: tuple[str, ...]
    year: NDArray[np.int64]
    value: NDArray[np.float64]
    files: tuple[str, ...]
    file: NDArray[np.int16]
    row: NDArray[np.int64]
    failures: tuple[Phrase, ...] = field(default=())

    def place(self, figure: int) -> Phrase:
        """Where a figure stands, in words."""
        return _place(self.files[self.file[figure]], int(self.row[figure]))


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What the source says of an indicator."""

    id: str
    title: str
    operating_area: str
    reporter: Reporter | None
    by_gender: bool | None


def value_files(folder: Path) -> tuple[Path, ...]:
    """The files with figures in a folder, in order of name."""
    return tuple(sorted([*folder.glob("values*.parquet"), *folder.glob("values*.csv")]))


def _read(path: Path) -> pa.Table:
    if path.suffix == ".parquet":
        return pq.read_table(path)
    names = path.open(encoding="utf-8-sig").readline().strip().split(",")
    as_text = pyarrow.csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True
    )
    return pyarrow.csv.read_csv(path, convert_options=as_text)


def _numbers(
    column: pa.ChunkedArray, *, wanted: pa.DataType
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """A column as numbers, and the positions of the cells that are none."""
    if pa.types.is_floating(column.type) or pa.types.is_integer(column.type):
        numbers = column.cast(wanted, safe=False).to_numpy().astype(np.float64)
        return numbers, np.flatnonzero(~np.isfinite(numbers))
    numbers = np.full(len(column), np.nan)
    for position, text in enumerate(column.cast(pa.string()).to_pylist()):
        try:
            numbers[position] = float(text)
        except (TypeError, ValueError):
            continue
    return numbers, np.flatnonzero(~np.isfinite(numbers))


def _codes(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    plain = column.cast(pa.string()).combine_chunks()
    encoded = pc.fill_null(plain, "").dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32), tuple(
        encoded.dictionary.to_pylist()
    )


def _place(file: str, row: int) -> Phrase:
    return Phrase("import.row", {"file": file, "row": str(row)})


def parse_values(paths: Sequence[Path]) -> ValueTable:
    """Read every figure of the files, in order.

    A cell that cannot be read becomes a failure with its file, row, column and value; the rest are read all the same,
    so that all failures are known at once.
    """
    tables: list[tuple[str, pa.Table]] = []
    failures: list[Phrase] = []
    for path in paths:
        table = _read(path)
        missing = [name for name in COLUMNS if name not in table.column_names]
        if missing:
            failures.append(
                Phrase(
                    "import.values.column_missing",
                    {"file": path.name, "missing": ", ".join(missing), "columns": ", ".join(COLUMNS)},
                )
            )
            continue
        tables.append((path.name, table.select(COLUMNS)))
    years: list[NDArray[np.float64]] = []
    values: list[NDArray[np.float64]] = []
    for name, table in tables:
        for column, wanted, into in (("year", pa.float64(), years), ("value", pa.float64(), values)):
            numbers, bad = _numbers(table[column], wanted=wanted)
            for position in bad.tolist():
                found = table[column][position].as_py()
                told = Phrase("import.empty") if found is None else repr(found)
                failures.append(
                    Phrase(
                        "import.values.not_a_number",
                        {"place": _place(name, position + 1), "column": column, "found": told},
                    )
                )
            if column == "year":
                odd = np.flatnonzero(np.isfinite(numbers) & (numbers != np.floor(numbers)))
                failures += [
                    Phrase(
                        "import.values.not_a_whole_year",
                        {"place": _place(name, at + 1), "found": repr(float(numbers[at]))},
                    )
                    for at in odd.tolist()
                ]
            into.append(numbers)
    texts = {name: _stack([table[name] for _, table in tables]) for name in ("kpi", "geo", "gender")}
    lengths = [len(table) for _, table in tables]
    year = np.concatenate(years) if years else np.empty(0)
    return ValueTable(
        kpi=texts["kpi"][0],
        kpis=texts["kpi"][1],
        geo=texts["geo"][0],
        geos=texts["geo"][1],
        gender=texts["gender"][0],
        genders=texts["gender"][1],
        year=np.where(np.isfinite(year), year, 0).astype(np.int64),
        value=np.concatenate(values) if values else np.empty(0),
        files=tuple(name for name, _ in tables),
        file=np.repeat(np.arange(len(lengths), dtype=np.int16), lengths),
        row=np.concatenate([np.arange(1, length + 1) for length in lengths])
        if lengths
        else np.empty(0, np.int64),
        failures=tuple(failures),
    )


def _stack(columns: list[pa.ChunkedArray]) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    if not columns:
        return np.empty(0, np.int32), ()
    return _codes(
        pa.chunked_array(
            [chunk for column in columns for chunk in column.cast(pa.string()).chunks], pa.string()
        )
    )


def parse_indicators(metadata: bytes, coverage: bytes | None) -> tuple[IndicatorRow, ...]:
    """Indicators of the API's list, then those that only the coverage table still names."""
    rows = {
        entry["id"]: IndicatorRow(
            id=entry["id"],
            title=entry["title"],
            operating_area=entry.get("operating_area") or "",
            reporter=Reporter(entry["municipality_type"]) if entry.get("municipality_type") else None,
            by_gender=entry.get("is_divided_by_gender"),
        )
        for entry in json.loads(metadata)
    }
    for entry in csv.DictReader((coverage or b"").decode("utf-8-sig").splitlines()):
        rows.setdefault(
            entry["kpi"],
            IndicatorRow(entry["kpi"], entry["title"], entry["operating_area"], None, None),
        )
    return tuple(rows[key] for key in sorted(rows))


def parse_units(data: bytes) -> tuple[Unit, ...]:
    """Municipalities in order of code, then regions, then the country."""
    units = []
    for entry in json.loads(data):
        code, municipality = entry["id"], entry["type"] == "K"
        if code == COUNTRY:
            units.append(Unit(code, entry["title"], UnitKind.COUNTRY, ""))
        elif municipality:
            units.append(Unit(code, entry["title"], UnitKind.MUNICIPALITY, code[:2]))
        else:
            units.append(Unit(code, entry["title"], UnitKind.REGION, code[2:]))
    order = (UnitKind.MUNICIPALITY, UnitKind.REGION, UnitKind.COUNTRY)
    return tuple(sorted(units, key=lambda unit: (order.index(unit.kind), unit.id)))


_SIMILAR = re.compile(r"Liknande (kommuner|regioner),? (.+?), (.+), (\d{4})")
_AREAS = {
    "övergripande": "overall",
    "förskola": "preschool",
    "fritidshem": "after_school",
    "grundskola": "compulsory_school",
    "gymnasieskola": "upper_secondary",
    "äldreomsorg": "elder_care",
    "LSS": "disability",
    "IFO": "individual_family_care",
    "ekonomiskt bistånd": "income_support",
    "arbetsmarknad": "labour_market",
    "socioekonomi": "socioeconomic",
    "räddningstjänst": "rescue",
    "hälso- och sjukvård (inkl läkemedel)": "health_care",
}
_TYPES = frozenset(
    {
        "Storstäder",
        "Pendlingskommun nära storstad",
        "Större stad",
        "Pendlingskommun nära större stad",
        "Lågpendlingskommun nära större stad",
        "Mindre stad/tätort",
        "Pendlingskommun nära mindre tätort",
        "Landsbygdskommun, ej nära större stad",
        "Landsbygdskommun med besöksnäring",
    }
)


def _group_kind(title: str) -> GroupKind:
    if title in _TYPES:
        return GroupKind.TYPE
    if title.endswith(" läns kommuner"):
        return GroupKind.COUNTY
    if re.fullmatch(r"Kommuner med .*\d invånare", title):
        return GroupKind.SIZE
    if title in ("Alla kommuner", "Alla regioner"):
        return GroupKind.ALL
    return GroupKind.NETWORK


def parse_groups(data: bytes, units: Sequence[Unit]) -> tuple[tuple[Group, ...], tuple[Phrase, ...]]:
    """Comparison groups, and what is wrong with any of them.

    A group of similar units says in its title for whom and for which service it was made; the unit's name is looked
    up among units of the kind that has such a name.
    """
    by_name = {unit.name: unit.id for unit in units}
    known = {unit.id for unit in units}
    groups, failures = [], []
    for entry in json.loads(data):
        title = entry["title"].removesuffix(" (ovägt medel)")
        members = tuple(member["id"] for member in entry["members"])
        strangers = sorted(set(members) - known)
        if strangers:
            failures.append(
                Phrase(
                    "import.group.unknown_unit",
                    {"id": entry["id"], "title": title, "units": ", ".join(strangers)},
                )
            )
        if not title.startswith("Liknande "):
            groups.append(Group(entry["id"], _group_kind(title), title, members))
            continue
        match = _SIMILAR.fullmatch(title)
        if match is None or match[2] not in _AREAS or match[3] not in by_name:
            failures.append(Phrase("import.group.riddle", {"id": entry["id"], "title": title}))
            continue
        area, of = _AREAS[match[2]], by_name[match[3]]
        groups.append(
            Group(entry["id"], GroupKind.SIMILAR, title, members, of=of, area=area, year=int(match[4]))
        )
    return tuple(sorted(groups, key=lambda group: group.id)), tuple(failures)
