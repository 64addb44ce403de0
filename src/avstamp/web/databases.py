"""In which database are starts, people and the record kept, and does it have this version's tables?"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

POSTGRESQL = ("postgresql", "postgres")
TABLES_LOCK = 0x61767374
"""The number of the lock that whoever makes tables holds: "avst"."""


class DatabaseUnusable(AvstampError, OSError):
    """The database cannot be opened, or cannot be given this version's tables."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the database cannot be used: {reason}")


class UpgradeRefused(AvstampError, RuntimeError):
    """Rows of an earlier version are in the way of this version's tables; `phrase` says which and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase
        super().__init__(f"{phrase.key} {dict(phrase.values)}")


def database(named: str | None, default: Path) -> dict[str, object]:
    """Django's settings for a database named by a path or a PostgreSQL address.

    Example:
        >>> database("postgresql://avstamp:s%40fe@db/avstamp", Path("unused"))["PASSWORD"]
        's@fe'
        >>> database("postgresql:///avstamp?host=/run/postgresql&sslmode=require", Path("unused"))["HOST"]
        '/run/postgresql'
    """
    parts = urlsplit(named or "")
    if parts.scheme in POSTGRESQL:
        # What stands after the question mark is PostgreSQL's own: a folder of sockets, how certificates are checked.
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", parts.hostname or ""),
            "PORT": options.pop("port", str(parts.port or "")),
            "OPTIONS": options,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": named or default,
        "OPTIONS": {
            # What a telephone was told is counted is on the disk, also when the power goes: half a millisecond.
            # What is removed is written over with zeros, so that it cannot be read out of the file afterwards.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
            # A transaction that will write says so from the start: two never wait for each other half-way.
            "transaction_mode": "IMMEDIATE",
            # Seconds that one who writes waits for another, as when the demonstration is built on a busy machine.
            "timeout": 30,
        },
    }


def prepare_database() -> None:
    """Open the database and give it this version's tables; nothing is done where it has them.

    Raises:
        DatabaseUnusable: the disk or the server refuses.
        UpgradeRefused: what stands in it does not fit the tables.
    """
    import django
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    django.setup()
    name = connection.settings_dict["NAME"]
    try:
        if connection.vendor == "sqlite" and isinstance(name, str | Path):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
        if _lacks_tables(connection):
            with _alone(connection):
                # Whoever was here first may have made them while we waited.
                if _lacks_tables(connection):
                    call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, OSError) as error:
        # PostgreSQL's own words are several lines, and ours go on after them.
        raise DatabaseUnusable(" ".join(str(error).split()).rstrip(".")) from error


def _lacks_tables(connection: BaseDatabaseWrapper) -> bool:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let one process at a time make tables: two servers started at once would both make the first."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [TABLES_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [TABLES_LOCK])
    elif Path(name).is_file():
        with Path(f"{name}.tables").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    else:
        # In memory: nobody else has it.
        yield


def read_as_one_moment() -> None:
    """Let the rest of a transaction that has read nothing yet see the database as it was at one moment.

    On SQLite a transaction does already; on PostgreSQL each question would else see what was done since the last one.
    """
    from django.db import connection

    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
