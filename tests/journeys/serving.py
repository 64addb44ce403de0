"""How is Avstamp served for a journey, as `avstamp serve` does it, with a database of the journey's own?"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def places_in(folder: Path) -> dict[str, str]:
    """The environment of a server whose database and record lie in a folder."""
    return {
        **os.environ,
        "AVSTAMP_DATABASE": str(folder / "avstamp.sqlite3"),
        "AVSTAMP_AUDIT": str(folder / "audit"),
        "DJANGO_SETTINGS_MODULE": "avstamp.web.settings",
    }


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
