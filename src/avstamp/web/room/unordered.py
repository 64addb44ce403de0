"""How does a table lie so that the order of its rows tells nothing of the order in which they came?

On SQLite a table WITHOUT ROWID is its own index: rows lie in the order of the primary key, and there is no number that
grows. When a round closes the tables are written anew in order of key (`lie_in_order`), since both databases otherwise
keep something of the order below the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import OperationalError, connection, migrations, models, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

BATCH = 500
MILLISECONDS_TO_WAIT = 2000
NOT_WRITTEN_DOWN = {
    "log_statement": ("none", "ddl"),
    "log_min_duration_statement": ("-1",),
    "log_min_duration_sample": ("-1",),
}
"""Settings of PostgreSQL under which it keeps no log of what is written, each with its values that do not."""


class CreateUnordered(migrations.CreateModel):
    """Creates the table of a model whose primary key tells nothing, so that its rows lie in order of that key."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the table, on SQLite without row numbers."""
        with _without_row_numbers(schema_editor):
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class AddToUnordered(migrations.AddField):
    """Adds a field to such a table, which SQLite makes anew to that end: again without row numbers."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Add the column."""
        with _without_row_numbers(schema_editor):
            super().database_forwards(app_label, schema_editor, from_state, to_state)


@contextmanager
def _without_row_numbers(schema_editor: BaseDatabaseSchemaEditor) -> Iterator[None]:
    plain = schema_editor.sql_create_table
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.sql_create_table = f"{plain} WITHOUT ROWID"
    try:
        yield
    finally:
        schema_editor.sql_create_table = plain


def lie_in_order(*tables: type[models.Model]) -> None:
    """Write whole tables anew in order of key, inside a transaction, so that nothing of them tells what came first.

    SQLite keeps rows in order of key, but within a page the bytes of a row lie where there was room when it came; and
    PostgreSQL keeps rows that are no longer there, and which transaction wrote which. Both begin on empty pages here.
    """
    names = [connection.ops.quote_name(table._meta.db_table) for table in tables]
    emptied = connection.vendor == "postgresql" and _are_ours(names)
    for table, name in zip(tables, names, strict=True):
        rows = table._default_manager.order_by("pk")
        kept = list(rows)
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {name}" if emptied else f"DELETE FROM {name}")  # noqa: S608 - our own names
        table._default_manager.bulk_create(kept, batch_size=BATCH)


def _are_ours(names: Sequence[str]) -> bool:
    """Whether nobody else reads the tables from now on until the transaction ends; waits a moment for those who do.

    Somebody who copies the database holds every table for long: the rows are then written anew without new files.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {MILLISECONDS_TO_WAIT}")
            cursor.execute(f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE")
            cursor.execute("SET LOCAL lock_timeout = 0")
            # What the same transaction has written is checked now: a table with checks to come is not emptied.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except OperationalError:
        return False
    return True


def forget_traces() -> None:
    """Empty SQLite's write-ahead log, which holds every version of a page since it was last emptied.

    Called when a round has closed and its transaction is committed. While somebody reads an older version the log
    cannot be emptied: then it is done at the next close, or when the last connection is closed.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=500")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute(f"PRAGMA busy_timeout={1000 * connection.settings_dict['OPTIONS'].get('timeout', 5)}")


def is_written_down() -> bool:
    """Whether the database's server writes what is sent to it, texts and all, in a log of its own.

    PostgreSQL can: every statement that changes something (`log_statement`), or those that take long. What a role does
    can be left out (`ALTER ROLE ... SET`), by whoever keeps the server.
    """
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(NOT_WRITTEN_DOWN)])
        return any(value not in NOT_WRITTEN_DOWN[name] for name, value in cursor.fetchall())
