"""How do tests and benchmarks get a PostgreSQL of their own, that nothing else on the machine sees?

    .venv/bin/python scripts/private_postgresql.py -- .venv/bin/python -m pytest tests/web/start

Makes a cluster in a folder of its own, starts a server that listens on a socket in that folder and on no network, runs
the command with `AVSTAMP_DATABASE` set to an empty database there, and takes server and folder away afterwards. Nothing
in it is worth keeping: it is told not to wait for the disk.

PostgreSQL does not run as root: where root asks for it, it runs as the machine's `postgres`, else as `nobody`.
"""

from __future__ import annotations

import argparse
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWNER = "avstamp"
PORT = 5432
"""Part of the name of the socket; no port of the machine is taken."""

SECONDS_TO_START = 30
UNPRIVILEGED = ("postgres", "nobody")
SORTED_AS = "sv-SE"
"""Text is sorted as on a Swedish server and not by its bytes: whatever must not depend on that shows it."""

HASTY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
LASTING = ("wal_level=minimal", "max_wal_senders=0")
"""Waits for the disk as PostgreSQL does by itself, for whoever measures what is written."""

SMALL = ("listen_addresses=", "shared_buffers=32MB", "max_connections=40", "autovacuum=off")


class PostgresqlFailed(Exception):
    """The private server could not be made or started; the message is its own."""


@dataclass(frozen=True)
class Cluster:
    """A running server: its folder, which the socket lies in too, and its programs."""

    folder: Path
    programs: Path

    def address(self, database: str) -> str:
        """What `AVSTAMP_DATABASE` is set to for a database in it."""
        return f"postgresql://{OWNER}@/{database}?host={self.folder}&port={PORT}"

    def create(self, database: str, *, template: str = "template1") -> str:
        """Make a database, empty or as another one is, and answer its address."""
        self.run("createdb", "--template", template, database)
        return self.address(database)

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs against the server."""
        there = ("--host", str(self.folder), "--port", str(PORT), "--username", OWNER)
        _checked([str(self.programs / program), *there, *arguments])


def find_programs() -> Path | None:
    """The folder of PostgreSQL's programs: AVSTAMP_POSTGRESQL, else where `initdb` is, else Debian's newest."""
    if (named := os.environ.get("AVSTAMP_POSTGRESQL")) is not None:
        return Path(named) if (Path(named) / "initdb").is_file() else None
    if (there := shutil.which("initdb")) is not None:
        return Path(there).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def private_cluster(programs: Path, *, settings: Sequence[str] = HASTY) -> Iterator[Cluster]:
    """A server of one's own until the end of the block, that does not wait for the disk unless it is set to.

    Raises:
        PostgresqlFailed: it cannot be made, or does not answer.
    """
    # A socket's path has at most 107 letters: a folder of tests may be too deep.
    folder = Path(tempfile.mkdtemp(prefix="avstamp-pg-", dir="/tmp"))
    server = None
    try:
        _make(folder, programs)
        server = _start(folder, programs, settings)
        yield Cluster(folder, programs)
    finally:
        if server is not None:
            # At once, whoever is connected: nothing in it is kept.
            server.send_signal(signal.SIGQUIT)
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path, programs: Path) -> None:
    if (account := _unprivileged()) is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    options = ("--auth", "trust", "--username", OWNER, "--encoding", "UTF8", "--no-sync")
    sorting = ("--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", SORTED_AS)
    _checked(
        [str(programs / "initdb"), *options, *sorting, "--pgdata", str(folder / "data")], **_as_owner(folder)
    )


def _start(folder: Path, programs: Path, own: Sequence[str]) -> subprocess.Popen[bytes]:
    settings = [part for one in (*own, *SMALL) for part in ("-c", one)]
    command = [programs / "postgres", "-D", folder / "data", "-k", folder, "-p", str(PORT), *settings]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, **_as_owner(folder))
    ready = [programs / "pg_isready", "--quiet", "--host", folder, "--port", str(PORT)]
    until = time.monotonic() + SECONDS_TO_START
    while subprocess.run(ready, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            server.kill()
            server.wait()
            raise PostgresqlFailed((folder / "log").read_text("utf-8", "replace"))
        time.sleep(0.05)
    return server


def _unprivileged() -> pwd.struct_passwd | None:
    """Whom the server runs as where it may not run as ourselves."""
    if os.geteuid() != 0:
        return None
    known = {account.pw_name: account for account in pwd.getpwall()}
    found = next((known[name] for name in UNPRIVILEGED if name in known), None)
    if found is None:
        raise PostgresqlFailed(
            f"PostgreSQL does not run as root, and there is none of {', '.join(UNPRIVILEGED)}"
        )
    return found


def _as_owner(folder: Path) -> dict[str, Any]:
    account = _unprivileged()
    who = {} if account is None else {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return {"cwd": folder, **who}


def _checked(command: list[str], **options: Any) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if result.returncode != 0:
        raise PostgresqlFailed(f"{command[0]}: {(result.stderr or result.stdout).strip()}")


def main(argv: list[str] | None = None) -> int:
    """Run a command with a PostgreSQL of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what to run, after --")
    command = [word for word in parser.parse_args(argv).command if word != "--"]
    programs = find_programs()
    if programs is None or not command:
        print(
            "no PostgreSQL; install postgresql or set AVSTAMP_POSTGRESQL" if command else "run what?",
            file=sys.stderr,
        )
        return 2
    with private_cluster(programs) as cluster:
        environment = {**os.environ, "AVSTAMP_DATABASE": cluster.create("avstamp")}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
