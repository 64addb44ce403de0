"""What is a fact base on disk, and how is it written so that nothing is ever half-written?

A folder of Parquet tables with a manifest that names each by its hash. `write_record` fills a new folder beside the
target and changes places at the end: whatever goes wrong before, the old fact base stands untouched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from avstamp.domain.errors import FactBaseUnusable

FORMAT = 2
MANIFEST = "manifest.json"
VALUES = "values"
TABLES = (
    "values",
    "indicators",
    "units",
    "groups",
    "councils",
    "turnout",
    "boundaries",
    "people",
    "nation",
    "changes",
    "origins",
)

_BY_AGE = pa.list_(pa.int32())
"""Whole people of ages 0 to 100+, in order."""

SCHEMAS: Mapping[str, pa.Schema] = {
    "values": pa.schema(
        [
            ("indicator", pa.string()),
            ("gender", pa.string()),
            ("year", pa.int16()),
            ("unit", pa.string()),
            ("scaled", pa.int64()),
            ("decimals", pa.int8()),
            ("exact", pa.float64()),
            ("status", pa.string()),
            ("origin", pa.string()),
        ]
    ),
    "indicators": pa.schema(
        [
            ("id", pa.string()),
            ("title", pa.string()),
            ("unit", pa.string()),
            ("operating_area", pa.string()),
            ("by_gender", pa.bool_()),
            ("forecast", pa.bool_()),
            ("reporter", pa.string()),
            ("decimals", pa.int8()),
            ("origin", pa.string()),
        ]
    ),
    "units": pa.schema(
        [("id", pa.string()), ("name", pa.string()), ("kind", pa.string()), ("county", pa.string())]
    ),
    "groups": pa.schema(
        [
            ("id", pa.string()),
            ("kind", pa.string()),
            ("title", pa.string()),
            ("members", pa.list_(pa.string())),
            ("of", pa.string()),
            ("area", pa.string()),
            ("year", pa.int16()),
            ("origin", pa.string()),
        ]
    ),
    "councils": pa.schema(
        [
            ("unit", pa.string()),
            ("year", pa.int16()),
            ("party", pa.string()),
            ("name", pa.string()),
            ("seats", pa.int16()),
            ("stated_total", pa.int16()),
            ("origin", pa.string()),
        ]
    ),
    "turnout": pa.schema(
        [("unit", pa.string()), ("votes", pa.int64()), ("entitled", pa.int64()), ("origin", pa.string())]
    ),
    "boundaries": pa.schema(
        [
            ("unit", pa.string()),
            ("rings", pa.list_(pa.list_(pa.list_(pa.float32())))),
            ("origin", pa.string()),
        ]
    ),
    "people": pa.schema(
        [
            ("unit", pa.string()),
            ("year", pa.int16()),
            ("sex", pa.string()),
            ("people", _BY_AGE),
            ("origin", pa.string()),
        ]
    ),
    "nation": pa.schema(
        [
            ("year", pa.int16()),
            ("sex", pa.string()),
            ("people", _BY_AGE),
            ("immigrants", _BY_AGE),
            ("emigrants", _BY_AGE),
            ("births", _BY_AGE),
            ("deaths", _BY_AGE),
            ("status", pa.string()),
            ("origin", pa.string()),
        ]
    ),
    "changes": pa.schema(
        [
            ("unit", pa.string()),
            ("year", pa.int16()),
            ("sex", pa.string()),
            ("people", pa.int32()),
            ("births", pa.int32()),
            ("deaths", pa.int32()),
            ("moved_in", pa.int32()),
            ("moved_out", pa.int32()),
            ("adjustments", pa.int32()),
            ("origin", pa.string()),
        ]
    ),
    "origins": pa.schema(
        [
            ("id", pa.string()),
            ("publisher", pa.string()),
            ("title", pa.string()),
            ("terms", pa.string()),
            ("url", pa.string()),
            ("via", pa.string()),
            ("fetched", pa.date32()),
            ("sha256", pa.string()),
        ]
    ),
}

_DICTIONARY = ["indicator", "gender", "year", "unit", "decimals", "status", "origin"]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the fact base says of itself: format, hash of each table, counts, newest year."""

    format: int
    tables: Mapping[str, str]
    counts: Mapping[str, int]
    newest_year: int

    @property
    def identity(self) -> str:
        """One hash for the whole record: the same figures have the same identity on every machine."""
        return hashlib.sha256(json.dumps(dict(sorted(self.tables.items()))).encode()).hexdigest()


def write_table(path: Path, table: pa.Table) -> None:
    """Write one table; figures are split into byte streams and packed hard, since they are read far more often."""
    figures = path.stem == VALUES
    pq.write_table(
        table,
        path,
        compression="zstd",
        compression_level=19,
        row_group_size=1_000_000,
        use_dictionary=_DICTIONARY if figures else True,
        column_encoding={"scaled": "BYTE_STREAM_SPLIT", "exact": "BYTE_STREAM_SPLIT"} if figures else None,
        write_statistics=True,
    )


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_record(target: Path, tables: Mapping[str, pa.Table], *, newest_year: int) -> Manifest:
    """Store a whole fact base at `target`, in one step as seen from outside.

    Raises OSError when the disk refuses; the old fact base is then as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        for name in TABLES:
            write_table(fresh / f"{name}.parquet", tables[name].cast(SCHEMAS[name]))
        manifest = Manifest(
            format=FORMAT,
            tables={name: file_hash(fresh / f"{name}.parquet") for name in TABLES},
            counts={name: tables[name].num_rows for name in TABLES},
            newest_year=newest_year,
        )
        document = {
            "format": manifest.format,
            "newest_year": newest_year,
            "counts": dict(manifest.counts),
            "tables": dict(manifest.tables),
        }
        (fresh / MANIFEST).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
        _change_places(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return manifest


def _change_places(fresh: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a fact base; raises `FactBaseUnusable` when there is none, or of another format."""
    path = folder / MANIFEST
    try:
        document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise FactBaseUnusable(str(folder), f"{MANIFEST} is missing; run `avstamp facts import`") from error
    except json.JSONDecodeError as error:
        raise FactBaseUnusable(str(folder), f"{MANIFEST} cannot be read: {error}") from error
    if document.get("format") != FORMAT:
        found = document.get("format")
        raise FactBaseUnusable(str(folder), f"format {found!r}, this version reads {FORMAT}; import it again")
    return Manifest(document["format"], document["tables"], document["counts"], document["newest_year"])


def read_table(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """One table of a fact base, or some of its columns; raises `FactBaseUnusable` when it is missing or damaged."""
    path = folder / f"{name}.parquet"
    try:
        # `pq.read_table` would load pandas: a second or more, and memory, for every process that opens a fact base.
        with pq.ParquetFile(path) as file:
            return file.read(columns=list(columns) if columns else None)
    except (FileNotFoundError, pa.ArrowInvalid, OSError) as error:
        raise FactBaseUnusable(str(folder), f"{path.name} cannot be read: {error}") from error


def find_damage(folder: Path) -> tuple[str, ...]:
    """What differs between the tables on disk and the hashes in the manifest, in words; nothing when all is well."""
    manifest = read_manifest(folder)
    damage = []
    for name in TABLES:
        path = folder / f"{name}.parquet"
        if not path.is_file():
            damage.append(f"{path.name} is missing")
        elif file_hash(path) != manifest.tables.get(name):
            damage.append(
                f"{path.name} has been changed since it was imported (its hash differs from the manifest)"
            )
    return tuple(damage)
