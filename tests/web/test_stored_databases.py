"""A database of every earlier version gets this version's tables, and nothing in it is lost.

The stored databases are made by `scripts/stored_database.py` and are never edited; `docs/guide/upgrading.md` tells when
the next one is made.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.urls import reverse
from tests.web.other_databases import connected_to
from tests.web.starts import later

from avstamp.domain.start.roll import Capacity
from avstamp.web.audit.actions import record_event
from avstamp.web.audit.queries import organisations_with_record, verify_record
from avstamp.web.databases import UpgradeRefused, database, prepare_database
from avstamp.web.site.moving import export_start, import_start
from avstamp.web.start.menu import MENU
from avstamp.web.start.models import Start
from avstamp.web.start.queries import all_starts
from stored_database import AUDIT, DATABASE, STARTS, STORED, TableWithoutRows, refuse_empty

NAMES = sorted(path.stem for path in STORED.glob("*.zip"))

GROWING = {"django_migrations", "django_content_type", "auth_permission"}
"""Tables that Django itself adds rows to when a version has more."""

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module", params=NAMES)
def stored(request, tmp_path_factory) -> Path:
    """A stored database unpacked, as an earlier version left it."""
    folder = tmp_path_factory.mktemp(request.param)
    with zipfile.ZipFile(STORED / f"{request.param}.zip") as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def before(stored, django_db_blocker) -> Rows:
    """Every row of it before it is upgraded."""
    with django_db_blocker.unblock(), connected_to(database(str(stored / DATABASE), stored)):
        return all_rows()


@pytest.fixture(scope="module")
def upgraded(stored, before, django_db_blocker) -> Path:
    """The same with this version's tables, as a server gives it them when it is started."""
    with django_db_blocker.unblock(), connected_to(database(str(stored / DATABASE), stored)):
        prepare_database()
    return stored


@pytest.fixture
def opened(upgraded, django_db_blocker, monkeypatch) -> Iterator[Path]:
    """The upgraded database in use, with the key and the heads that its record was signed with."""
    monkeypatch.setenv("AVSTAMP_AUDIT", str(upgraded / AUDIT))
    with django_db_blocker.unblock(), connected_to(database(str(upgraded / DATABASE), upgraded)):
        yield upgraded


def all_rows() -> Rows:
    rows = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}" ORDER BY 1')
            columns = [column[0] for column in cursor.description]
            rows[name] = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return rows


def lines(path: Path) -> dict[str, list[dict[str, Any]]]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in archive.namelist()
            if name.endswith(".jsonl")
        }


def narrowed(rows: list[dict[str, Any]], to: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with the columns that the earlier version had."""
    columns = to[0] if to else {}
    return [{name: row[name] for name in columns} for row in rows]


def test_every_table_keeps_its_rows_as_they_were(before, opened):
    after = all_rows()
    kept = {name: narrowed(after.get(name, []), rows) for name, rows in before.items() if name not in GROWING}
    assert kept == {name: rows for name, rows in before.items() if name not in GROWING}


def test_every_migration_has_been_made(opened):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_tables_are_those_of_a_new_database(db, upgraded):
    new = schema()
    with connected_to(database(str(upgraded / DATABASE), upgraded)):
        assert schema() == new


def schema() -> dict[str, str]:
    """What the tables and indexes are, as the database itself has it; two roads lead to the same."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        )
        return dict(cursor.fetchall())


def test_starts_export_as_they_did(opened, tmp_path):
    for start in all_starts():
        name = f"{start.organisation.key}.zip"
        export_start(start, tmp_path / name)
        was, now = lines(opened / STARTS / name), lines(tmp_path / name)
        assert {table: narrowed(now[table], rows) for table, rows in was.items()} == was


@pytest.mark.django_db
def test_archives_of_its_starts_are_taken_in(stored, tmp_path):
    for path in sorted((stored / STARTS).iterdir()):
        export_start(import_start(path, at=later(400)), tmp_path / path.name)
        was, now = lines(path), lines(tmp_path / path.name)
        del now["record.jsonl"][-1]  # the import's own event
        assert {table: narrowed(now[table], rows) for table, rows in was.items()} == was


def test_record_is_whole_and_goes_on_under_its_own_key(opened):
    organisations = organisations_with_record()
    before = {name: verify_record(name) for name in organisations}
    for name in organisations:
        with transaction.atomic():
            record_event(name, "start.opened", "start", content={}, by=None, at=later(400))
    after = {name: verify_record(name) for name in organisations}
    assert [verdict.is_whole for verdict in (*before.values(), *after.values())] == [True] * 4
    assert [after[name].signed_to for name in organisations] == [
        before[name].events + 1 for name in organisations
    ]


def test_every_page_of_every_start_answers_somebody(opened):
    pages = [(start, name) for start in all_starts() for _, name in MENU]
    assert [(start, name) for start, name in pages if not answers_somebody(start, name)] == []


def answers_somebody(start: Start, page: str) -> bool:
    client, address = Client(), {"organisation": start.organisation.key, "year": start.term_first_day.year}
    for capacity in (Capacity.ELECTED, Capacity.PROCESS_LEADER):
        client.force_login(start.memberships.filter(capacity=capacity).first().person)
        answer = client.get(reverse(page, kwargs=address))
        if answer.status_code != 403:
            return answer.status_code == 200
    return False


def test_address_that_two_people_have_but_for_capitals_stops_the_upgrade_with_both(
    stored, tmp_path, django_db_blocker
):
    path = Path(shutil.copy(stored / DATABASE, tmp_path))
    with django_db_blocker.unblock(), connected_to(database(str(path), path)):
        call_command("migrate", "accounts", "0002", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO accounts_person (identifier, email, name, password, is_active, created_at) "
                "VALUES ('0', 'SARA@example.se', 'Sara', '', 1, '2026-11-24')"
            )
        with pytest.raises(UpgradeRefused) as refused:
            prepare_database()
    assert refused.value.phrase.values == {"addresses": "SARA@example.se = sara@example.se"}


# The stored databases themselves


def edited(folder: Path) -> set[str]:
    """Files that are not as they were made, not there, or there without a hash."""
    rows = (line.split("  ") for line in (folder / "SHA256SUMS").read_text("ascii").splitlines())
    made = {(name, digest) for digest, name in rows}
    there = {
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
        if path.suffix in {".zip", ".json"}
    }
    return {name for name, _ in made ^ there}


def test_stored_databases_are_as_they_were_made():
    assert edited(STORED) == set()


def test_stored_database_that_is_edited_added_or_taken_away_is_found(tmp_path):
    folder = Path(shutil.copytree(STORED, tmp_path / "stored"))
    (folder / f"{NAMES[0]}.json").write_text("{}")
    (folder / f"{NAMES[0]}.zip").unlink()
    (folder / "another.zip").touch()
    assert edited(folder) == {f"{NAMES[0]}.json", f"{NAMES[0]}.zip", "another.zip"}


@pytest.mark.parametrize("name", NAMES)
def test_stored_database_holds_what_its_list_says(name, tmp_path, django_db_blocker):
    listed = json.loads((STORED / f"{name}.json").read_text("utf-8"))
    with zipfile.ZipFile(STORED / f"{name}.zip") as packed:
        packed.extract(DATABASE, tmp_path)
    with django_db_blocker.unblock(), connected_to(database(str(tmp_path / DATABASE), tmp_path)):
        rows = all_rows()
    assert {table: len(held) for table, held in rows.items()} == listed["rows"]
    assert sorted(f"{row['app']}.{row['name']}" for row in rows["django_migrations"]) == listed["migrations"]
    refuse_empty(listed["rows"])


def test_table_without_rows_is_refused():
    with pytest.raises(TableWithoutRows, match=r"^thread_new$"):
        refuse_empty({"thread_new": 0, "thread_claim": 1, "auth_group": 0})


@pytest.mark.django_db
def test_models_have_their_migrations():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_no_migration_that_databases_have_been_made_with_is_gone():
    there = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    made_with = {
        name: set(json.loads((STORED / f"{name}.json").read_text("utf-8"))["migrations"]) for name in NAMES
    }
    assert {name: migrations - there for name, migrations in made_with.items()} == {
        name: set() for name in NAMES
    }
