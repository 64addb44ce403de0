"""How do sixty answers in the same second get into a database that takes one at a time?

SQLite lets those who wait try again after a while, whoever came first, and every thread that tries takes time from the
one that writes. In this process they therefore stand in line instead, asleep, before they ask for the database at all.
PostgreSQL keeps its own line, row by row.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_LINE = threading.RLock()


@contextmanager
def in_turn() -> Iterator[None]:
    """Write when those who came before have written; stands outside the transaction."""
    if connection.vendor != "sqlite":
        yield
        return
    with _LINE:
        yield
