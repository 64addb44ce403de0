"""Everything that somebody with power over a server can read after a round: tables, what lies under them, and files.

Rows come in the order the database lays them, with the columns that no model has: SQLite's row numbers, PostgreSQL's
places and transaction numbers. Everything is text, so that values can be laid beside one another wherever they stand.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

Row = Mapping[str, str]
WAL_HEADER, WAL_FRAME = 32, 24


@dataclass(frozen=True)
class Source:
    """One table, log or file of an archive: its rows in the order they lie."""

    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Dump:
    """All that was read; `files` are the bytes that the database lies in."""

    sources: Sequence[Source]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def with_sources(self, more: Iterable[Source]) -> Dump:
        """The same, with what lay elsewhere."""
        return Dump([*self.sources, *more], self.files)


def lines_source(name: str, lines: Iterable[str]) -> Source:
    """A log or a file of lines."""
    return Source(name, [{"line": line} for line in lines])


def read_database(path: Path | None) -> Dump:
    """The database that is connected to; on SQLite it lies at the path."""
    return _sqlite(path) if path is not None else _postgresql()


def _sqlite(path: Path) -> Dump:
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        sources = [Source(name, list(_table(database, name))) for name in names]
    wal = path.with_name(path.name + "-wal")
    files = {one.name: one.read_bytes() for one in (path, wal) if one.is_file()}
    return Dump([*sources, Source("replayed write-ahead log", list(_replayed(path, wal)))], files)


def _table(database: sqlite3.Connection, name: str) -> Iterator[Row]:
    for columns in ("rowid AS row_number, *", "*"):
        try:
            rows = database.execute(f'SELECT {columns} FROM "{name}"')
        except sqlite3.OperationalError:
            continue  # a table without row numbers
        names = [column[0] for column in rows.description]
        yield from (dict(zip(names, map(_text, row), strict=True)) for row in rows)
        return


def _replayed(path: Path, wal: Path) -> Iterator[Row]:
    """Each sum that went up, in the order in which they did, as the log tells it: one copy a commit is opened."""
    frames = wal.read_bytes() if wal.is_file() else b""
    if len(frames) <= WAL_HEADER:
        return
    size = struct.unpack(">I", frames[8:12])[0] + WAL_FRAME
    before: dict[tuple[str, ...], int] = {}
    copy = path.with_name("copy.sqlite3")
    for end in range(WAL_HEADER + size, len(frames) + 1, size):
        if not struct.unpack(">I", frames[end - size + 4 : end - size + 8])[0]:
            continue  # not the last frame of its transaction
        copy.write_bytes(path.read_bytes())
        copy.with_name(copy.name + "-wal").write_bytes(frames[:end])
        with closing(sqlite3.connect(copy)) as database:
            rows = database.execute('SELECT "group", item, said, n FROM room_anonymoussum').fetchall()
        now = {tuple(map(str, row[:-1])): row[-1] for row in rows}
        for (group, item, said), n in now.items():
            if said and n > before.get((group, item, said), 0):
                yield {"group": group, "item": item, "said": said}
        before = now


def _postgresql() -> Dump:
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        names = [name for (name,) in cursor.fetchall()]
        sources = [_asked(name, f'SELECT ctid, xmin, cmin, * FROM "{name}"') for name in names]
        catalogues = {
            "pg_stats": "SELECT * FROM pg_stats WHERE schemaname = 'public'",
            "pg_stat_user_tables": "SELECT * FROM pg_stat_user_tables",
            "pg_sequences": "SELECT * FROM pg_sequences",
        }
        files = {}
        for name in names:
            cursor.execute("SELECT pg_read_binary_file(pg_relation_filepath(%s))", [name])
            files[name] = bytes(cursor.fetchone()[0])
    return Dump([*sources, *(_asked(name, asked) for name, asked in catalogues.items())], files)


def _asked(name: str, asked: str) -> Source:
    with connection.cursor() as cursor:
        cursor.execute(asked)
        columns = [column[0] for column in cursor.description]
        return Source(name, [dict(zip(columns, map(_text, row), strict=True)) for row in cursor.fetchall()])


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
