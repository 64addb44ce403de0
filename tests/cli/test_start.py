"""Starts are made, listed, moved and verified from a terminal, each command a program of its own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from avstamp.phrases import ExitCode

CALL = "from avstamp.cli import main; raise SystemExit(main())"


def avstamp(home: Path, *words: str) -> tuple[int, str]:
    """Run a command on a server whose database and record lie in a folder; its exit code and all it wrote."""
    places = {"AVSTAMP_DATABASE": str(home / "starts.sqlite3"), "AVSTAMP_AUDIT": str(home / "audit")}
    done = subprocess.run(
        [sys.executable, "-c", CALL, *words],
        env={**os.environ, **places},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def test_start_is_created_moved_to_another_server_and_still_whole(tmp_path: Path) -> None:
    here, there, archive = tmp_path / "here", tmp_path / "there", tmp_path / "molndal.zip"
    listed = "molndal: Mölndal, mandatperioden från 15 oktober 2026, förbereds"
    assert avstamp(here, "start", "create", "Mölndal", "--election", "2026")[0] == ExitCode.OK
    assert avstamp(here, "start", "list") == (ExitCode.OK, listed)
    assert avstamp(here, "start", "export", "molndal", str(archive))[0] == ExitCode.OK
    assert avstamp(there, "start", "import", str(archive))[0] == ExitCode.OK
    assert avstamp(there, "start", "list") == (ExitCode.OK, listed)
    assert avstamp(there, "audit", "verify") == (
        ExitCode.OK,
        "molndal: Loggen är hel: 2 händelser stämmer med den senaste underskriften.",
    )


def test_bent_record_has_an_exit_code_of_its_own_and_is_placed(tmp_path: Path) -> None:
    avstamp(tmp_path, "start", "create", "Mölndal", "--election", "2026")
    with sqlite3.connect(tmp_path / "starts.sqlite3") as database:
        database.execute("UPDATE audit_event SET action = 'other'")
    assert avstamp(tmp_path, "audit", "verify") == (
        ExitCode.RECORD_BENT,
        "molndal: Kedjan bryts vid nummer 1. Den händelsen eller någon annan från nummer 1 har ändrats.",
    )


def test_start_that_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert avstamp(tmp_path, "start", "export", "molndal", str(tmp_path / "x.zip")) == (
        ExitCode.UNKNOWN,
        "Det finns ingen start för molndal här. Se vilka som finns med ”avstamp start list”.",
    )


def test_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "starts.sqlite3").write_bytes(
        b"no database, but more than enough bytes to look like one at first" * 9
    )
    code, said = avstamp(tmp_path, "start", "list")
    assert (code, said.split(":")[0]) == (ExitCode.DATABASE_UNUSABLE, "Databasen går inte att använda")
