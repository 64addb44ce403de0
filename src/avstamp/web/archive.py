"""What is an archive of a start, byte for byte?

A ZIP file of JSON Lines tables with a manifest that counts and hashes each. Rows stand in a fixed order and name each
other by what means the same on every server (an identifier, a number, an address), never by a row's id; the same
start gives the same bytes wherever it is exported from.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Model, QuerySet

from avstamp.domain.audit.chain import instant
from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase

FORMAT = 1
MANIFEST = "manifest.json"
# The earliest time a ZIP file can hold: the bytes must not tell when the archive was made.
NO_TIME = (1980, 1, 1, 0, 0, 0)
READABLE_BY_OWNER = 0o600 << 16

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]


class ArchiveRefused(AvstampError, ValueError):
    """A file is no whole archive of a start, or cannot be taken in here; nothing was stored."""

    def __init__(self, path: str, failures: Iterable[Phrase]) -> None:
        self.path = path
        self.failures = tuple(failures)
        super().__init__(f"{path}: {'; '.join(f'{one.key} {dict(one.values)}' for one in self.failures)}")


def rows_of(queryset: QuerySet[Any], *columns: str, **renamed: str) -> list[Row]:
    """Rows of a query as an archive holds them, in the order of the query."""
    found = queryset.values(*columns, **{name: F(source) for name, source in renamed.items()})
    return [{name: _plain(value) for name, value in row.items()} for row in found]


def in_order(rows: Iterable[Row], *names: str) -> list[Row]:
    """Rows by some of their values: nothing first, texts by code point.

    Not by the database, since each sorts in its own way: one puts nothing first and another last, one text by its bytes
    and another as a language does.
    """

    def place(row: Row) -> list[tuple[bool, Any]]:
        return [(row[name] is not None, row[name]) for name in names]

    return sorted(rows, key=place)


Stored = TypeVar("Stored", bound=Model)


def store_rows(model: type[Stored], rows: Iterable[Row]) -> list[Stored]:
    """Store rows of an archive, in their order."""
    return model._default_manager.bulk_create([model(**row) for row in rows], batch_size=500)


def write_archive(path: Path, tables: Tables) -> None:
    """Write an archive; raises OSError when the disk refuses, and leaves no half of one."""
    fresh = path.with_name(f".{path.name}.new")
    contents = {f"{name}.jsonl": _lines(rows) for name, rows in tables.items()}
    manifest = {
        "format": FORMAT,
        "files": {
            name: {"rows": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(contents.items())
        },
    }
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            _add(archive, MANIFEST, (json.dumps(manifest, indent=2, sort_keys=True) + "\n").encode())
            for name, data in sorted(contents.items()):
                _add(archive, name, data)
        fresh.chmod(0o600)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def read_archive(path: Path, expected: Iterable[str], *, always: Iterable[str] = ()) -> Tables:
    """Read an archive, holding every table to its count and hash.

    Args:
        path: the file.
        expected: names of the tables that this version knows. One that an archive says nothing of came with a later
            version than the one that wrote it, and is empty.
        always: those that every version has written.

    Raises:
        ArchiveRefused: it is none, is of another format, differs from its manifest, lacks what every archive has, or
            holds what this version does not know; every fault is listed.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
            manifest = json.loads(files.pop(MANIFEST))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise ArchiveRefused(str(path), [_wrong("unreadable", reason=str(error))]) from error
    if manifest.get("format") != FORMAT:
        raise ArchiveRefused(
            str(path), [_wrong("format", format=str(manifest.get("format")), ours=str(FORMAT))]
        )
    known, stated = {f"{name}.jsonl" for name in expected}, manifest["files"]
    must = {*stated, *(f"{name}.jsonl" for name in always)}
    if failures := [
        *_differences(stated, files),
        *(_wrong("missing", file=name) for name in sorted(must - set(files))),
        *(_wrong("unknown", file=name) for name in sorted(set(stated) - known)),
    ]:
        raise ArchiveRefused(str(path), failures)
    return {
        name.removesuffix(".jsonl"): [json.loads(line) for line in files.get(name, b"").decode().splitlines()]
        for name in sorted(known)
    }


def _differences(stated: Mapping[str, Mapping[str, object]], files: Mapping[str, bytes]) -> list[Phrase]:
    failures = [_wrong("not_listed", file=name) for name in sorted(files) if name not in stated]
    for name, entry in stated.items():
        if name not in files:
            # Told with the rest that is missing.
            continue
        data = files[name]
        if (rows := data.count(b"\n")) != entry["rows"]:
            failures.append(_wrong("rows", file=name, rows=rows, stated=entry["rows"]))
        elif hashlib.sha256(data).hexdigest() != entry["sha256"]:
            failures.append(_wrong("changed", file=name))
    return failures


def _wrong(what: str, **values: object) -> Phrase:
    return Phrase(f"archive.wrong.{what}", values)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _lines(rows: Iterable[Row]) -> bytes:
    return "".join(json.dumps(row, sort_keys=True, ensure_ascii=False) + "\n" for row in rows).encode()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = READABLE_BY_OWNER
    archive.writestr(entry, data)
