"""How does anyone ask the fact base a question of their own, in SQL?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from avstamp.factbase.record import TABLES, VALUES

if TYPE_CHECKING:
    import duckdb


def open_door(record: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection in memory with one view a table; `values` has the figure itself in the column `value`.

    The views read the Parquet files and can change nothing in them.
    """
    # Loaded by whoever asks in SQL: a server that does not is 25 MB smaller.
    import duckdb

    door = duckdb.connect()
    for name in TABLES:
        path = str(record / f"{name}.parquet").replace("'", "''")
        columns = "*"
        if name == VALUES:
            columns = (
                "indicator, gender, year, unit, "
                "coalesce(exact, scaled / (10.0::DOUBLE ** decimals)) AS value, status, origin"
            )
        # A view takes no parameters; the names are our own and the path's quotes are doubled above.
        door.execute(f"CREATE VIEW \"{name}\" AS SELECT {columns} FROM read_parquet('{path}')")  # noqa: S608
    return door
