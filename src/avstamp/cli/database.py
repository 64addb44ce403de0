"""How does a command reach the database of starts? Commands that do not never load Django."""

from __future__ import annotations

import os


def open_database() -> None:
    """Open the database with this version's tables; raises `DatabaseUnusable`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")
    from avstamp.web.databases import prepare_database

    prepare_database()
