"""How does a test use a database beside the one of all tests: a stored one, or one on PostgreSQL?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import ConnectionHandler, connections


@contextmanager
def connected_to(settings: Mapping[str, object]) -> Iterator[None]:
    """Let everything in this thread read and write the database that the settings name, until the end of the block."""
    usual = connections["default"]
    other = ConnectionHandler({"default": dict(settings)})["default"]
    connections["default"] = other
    try:
        yield
    finally:
        connections["default"] = usual
        other.close()
