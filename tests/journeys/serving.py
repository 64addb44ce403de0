"""How is Avstamp served for a journey, as `avstamp serve` does it, with a database of the journey's own?"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def places_in(folder: Path, *, with_tables: bool = True) -> dict[str, str]:
    """The environment of a server whose database and record lie in a folder.

    `with_tables` gives it a database with every table and nothing in them, as whoever comes first would make it.
    """
    environment = {
        **os.environ,
        "AVSTAMP_DATABASE": str(folder / "avstamp.sqlite3"),
        "AVSTAMP_AUDIT": str(folder / "audit"),
        "DJANGO_SETTINGS_MODULE": "avstamp.web.settings",
    }
    if with_tables:
        shutil.copyfile(_empty_tables(), environment["AVSTAMP_DATABASE"])
    return environment


@cache
def _empty_tables() -> Path:
    """A database with the tables of exactly the migrations there are, made once and copied for every server."""
    digest = hashlib.sha256()
    for package in ("django", "django-allauth"):
        digest.update(version(package).encode())
    for path in sorted((ROOT / "src/avstamp/web").glob("*/migrations/*.py")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    kept = ROOT / ".cache/tables" / f"{digest.hexdigest()[:16]}.sqlite3"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as made:
            environment = places_in(Path(made), with_tables=False)
            program = (
                "from avstamp.web.databases import prepare_database; prepare_database(); "
                "from django.db import connection; connection.cursor().execute('PRAGMA journal_mode=DELETE')"
            )
            subprocess.run([sys.executable, "-c", program], env=environment, check=True)
            Path(environment["AVSTAMP_DATABASE"]).replace(kept)
    return kept


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[str]:
    """Serve on a free port until the block ends; the address without a slash at the end."""
    command = [sys.executable, "-u", "-m", "avstamp.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            said = iter(server.stdout.readline, "") if server.stdout else iter(())
            line = next((line for line in said if "http://" in line), None)
            assert line is not None, "the server did not start; its own words stand above"
            yield "http://" + line.split("http://")[1].split(" ")[0]
        finally:
            server.terminate()


def told_by(module: str, environment: Mapping[str, str]) -> list[str]:
    """Let a module write to the database; the words of the last line it prints."""
    made = subprocess.run(
        [sys.executable, "-m", module], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return made.stdout.strip().splitlines()[-1].split()
