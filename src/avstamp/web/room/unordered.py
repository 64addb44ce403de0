"""How does a table lie so that the order of its rows tells nothing of the order in which they came?

On SQLite a table WITHOUT ROWID is its own index: rows lie in the order of the primary key, and there is no number that
grows. PostgreSQL lays a new row where there is room, which tells something of the order, until the rows are written
anew in order of key (`rewrite`), as is done when a round closes.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

BATCH = 500


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
        plain = schema_editor.sql_create_table
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.sql_create_table = f"{plain} WITHOUT ROWID"
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        finally:
            schema_editor.sql_create_table = plain


def rewrite(rows: models.QuerySet[Any]) -> None:
    """Write rows anew in order of key, inside a transaction, where the database remembers the order they came in."""
    if connection.vendor == "sqlite":
        return  # they lie in order of key already
    kept = list(rows.order_by("pk"))
    rows.delete()
    rows.model._default_manager.bulk_create(kept, batch_size=BATCH)


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
