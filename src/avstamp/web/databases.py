"""In which database are starts, people and the record kept, and does it have this version's tables?"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from avstamp.domain.errors import AvstampError
from avstamp.domain.values import Phrase

POSTGRESQL = ("postgresql", "postgres")


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
    """
    parts = urlsplit(named or "")
    if parts.scheme in POSTGRESQL:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": named or default,
        "OPTIONS": {
            # What is removed is written over with zeros, so that it cannot be read out of the file afterwards.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
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
    from django.db.migrations.executor import MigrationExecutor

    django.setup()
    name = connection.settings_dict["NAME"]
    try:
        if connection.vendor == "sqlite" and isinstance(name, str | Path):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, OSError) as error:
        raise DatabaseUnusable(str(error)) from error
