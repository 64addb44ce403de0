"""What does a database of this version look like, for every later version to upgrade in its tests?

    .venv/bin/python scripts/stored_database.py 2026-11-24-start-and-thread

Makes a small SQLite database with this version's migrations in which everything that can be stored has happened once,
to invented people: the demonstration, and the start of `tests/web/starts.py`. It is kept as `tests/web/stored/NAME.zip`
with the signed heads of its record and an archive of each start; `NAME.json` says what is in it, and `SHA256SUMS` holds
both to their bytes. A stored database is never made again: the next version makes one of its own beside it.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / "tests/web/stored"
NO_TIME = (1980, 1, 1, 0, 0, 0)

DATABASE, AUDIT, STARTS = "database.sqlite3", "audit/", "starts/"
"""Names inside the ZIP file."""

UNUSED = frozenset(
    {
        "account_emailconfirmation",
        "auth_group",
        "auth_group_permissions",
        "socialaccount_socialapp",
        "socialaccount_socialtoken",
    }
)
"""Tables of Django and allauth that Avstamp never writes to."""


class Contents(TypedDict):
    """What is in a stored database: the migrations that made it, and the rows of each table."""

    migrations: list[str]
    rows: dict[str, int]


class TableWithoutRows(Exception):
    """A table would be upgraded without anything in it: let `tests/web/starts.py` write to it once."""


def build(folder: Path) -> Contents:
    """Make the database, its record's heads and the archives in an empty folder; answer what is in them."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "avstamp.web.settings",
        "AVSTAMP_HOME": str(folder / "home"),
        "AVSTAMP_DATABASE": str(folder / DATABASE),
        "AVSTAMP_AUDIT": str(folder / AUDIT),
    }
    sys.path.insert(0, str(ROOT))
    from avstamp.web.databases import prepare_database

    prepare_database()
    _fill()
    (folder / STARTS).mkdir()
    _export(folder / STARTS)
    return _contents(folder)


def _fill() -> None:
    """Let everything happen once: a whole start, the demonstration, and every way a person can sign in."""
    from django.conf import settings
    from tests.web.starts import AT, full_start, person

    from avstamp.web.site.demonstration import build_demonstration
    from avstamp.web.thread.digest import send_digests

    _vote_unseen(full_start())
    build_demonstration(at=AT + timedelta(days=60))
    _sign_in_every_way(person("sara"))
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    send_digests(at=AT + timedelta(days=90), address="http://localhost", language="sv")


def _vote_unseen(start: object) -> None:
    """An anonymous round in the middle of a day: slips are spent, and only sums are kept."""
    from datetime import date, time

    from tests.web.starts import AT

    from avstamp.domain.room.answers import Mark
    from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness
    from avstamp.web.room import actions as room
    from avstamp.web.room.ballots import cast_ballot
    from avstamp.web.room.tickets import make_slips
    from avstamp.web.start.models import Start

    assert isinstance(start, Start)
    unseen = Exercise(
        ExerciseKind.STATEMENTS, "Vad tror vi?", ("Vi klarar det",), openness=Openness.ANONYMOUS
    )
    at = AT + timedelta(days=8)
    day = room.make_day(
        start,
        "Kväll",
        day=date(2027, 2, 3),
        begins=time(17, 0),
        guests=False,
        lines=[room.NewLine("Slutet", 20, exercise=unseen)],
        by=None,
        at=at,
    )
    line = day.lines.get()
    room.open_line(line, by=None, at=at)
    for code in make_slips(day, {"ruling": 6}, by=None, at=at)["ruling"][:5]:
        cast_ballot(line, code, marks=[Mark(0, "agree")])


def _sign_in_every_way(person: object) -> None:
    from allauth.mfa.models import Authenticator
    from allauth.socialaccount.models import SocialAccount
    from allauth.usersessions.models import UserSession
    from django.test import Client
    from tests.web.starts import AT

    from avstamp.web.accounts.actions import make_personal_link
    from avstamp.web.accounts.models import Person

    assert isinstance(person, Person)
    make_personal_link(person, at=AT, place="/start/provkoping/2026/", title="Provkoping")
    SocialAccount.objects.create(user=person, provider="org", uid="a1", extra_data={"sub": "a1"})
    Authenticator.objects.create(user=person, type="totp", data={"secret": "hemlig"})
    client = Client()
    client.force_login(person)
    UserSession.objects.create(user=person, session_key=client.session.session_key, ip="192.0.2.1")


def _export(folder: Path) -> None:
    from avstamp.web.site.moving import export_start
    from avstamp.web.start.queries import all_starts

    for start in all_starts():
        export_start(start, folder / f"{start.organisation.key}.zip")


def _contents(folder: Path) -> Contents:
    """What is in the database as it stands on disk, all of it in one file."""
    from django.db import connection

    connection.close()
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("VACUUM")
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"
        ).fetchall()
        return {
            "migrations": [
                f"{app}.{name}"
                for app, name in database.execute(
                    "SELECT app, name FROM django_migrations ORDER BY app, name"
                )
            ],
            "rows": {
                name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own names
                for (name,) in tables
                if not name.startswith("sqlite_")
            },
        }


def refuse_empty(rows: Mapping[str, int]) -> None:
    """Refuse a database where a table that is written to has no row; raises `TableWithoutRows`."""
    if empty := sorted(name for name, count in rows.items() if count == 0 and name not in UNUSED):
        raise TableWithoutRows(", ".join(empty))


def pack(folder: Path) -> bytes:
    """What was made in a folder, as a ZIP file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(_files(folder)):
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return packed.getvalue()


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    yield DATABASE, folder / DATABASE
    for part in (AUDIT, STARTS):
        for path in (folder / part).rglob("*"):
            if path.is_file() and path.name != "lock":
                yield str(path.relative_to(folder)), path


def keep(name: str, packed: bytes, contents: Contents) -> None:
    """Store a database under a name that none has, with its hashes."""
    STORED.mkdir(parents=True, exist_ok=True)
    listed = (json.dumps(contents, indent=2) + "\n").encode()
    with (STORED / "SHA256SUMS").open("a", encoding="ascii") as sums:
        for file, data in ((f"{name}.json", listed), (f"{name}.zip", packed)):
            (STORED / file).write_bytes(data)
            sums.write(f"{hashlib.sha256(data).hexdigest()}  {file}\n")


def main(argv: list[str] | None = None) -> int:
    """Make and keep a database of this version."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("name", help="date and what the version brought, as 2026-11-24-start-and-thread")
    name = parser.parse_args(argv).name
    if (STORED / f"{name}.zip").exists():
        print(f"{name} is kept already and is never made again; choose another name", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as made:
        contents = build(Path(made))
        refuse_empty(contents["rows"])
        packed = pack(Path(made))
    keep(name, packed, contents)
    print(f"kept {STORED.relative_to(ROOT) / name}.zip: {len(packed) // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
