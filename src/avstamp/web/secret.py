"""With which key does this server sign what it hands out: sessions, personal links, uploaded values?"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

NAME = "secret-key"
KEY_BYTES = 48


def secret_key(folder: Path) -> str:
    """The key kept in a folder, made the first time and readable by its owner only.

    Where nothing can be written the key is a new one for each process: everyone is then signed out at a restart.
    """
    path = folder / NAME
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
    try:
        kept = path.read_text(encoding="ascii").strip()
    except OSError:
        kept = ""
    return kept or secrets.token_urlsafe(KEY_BYTES)


def _make(path: Path) -> None:
    """Write a new key unless there is one; two processes that start at once end up with the same."""
    if path.exists():
        return
    fresh = path.with_name(f".{NAME}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(KEY_BYTES))
        # A link fails where the file is there already, so that the first key made is the one kept.
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
    finally:
        fresh.unlink(missing_ok=True)
