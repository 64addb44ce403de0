"""On PostgreSQL everything is as on SQLite: tables, record, archives, and what two processes do at once.

The server is a private one that `scripts/private_postgresql.py` starts. It sorts text as Swedish people do, not by its
bytes, and refuses what is longer than its column: both of which SQLite does not.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from tests.web.other_databases import connected_to
from tests.web.site.test_moving import files
from tests.web.starts import AT, full_start, later, person

from avstamp.domain.position.own.registers import Register
from avstamp.domain.start.roll import Capacity
from avstamp.web.accounts.models import Person
from avstamp.web.accounts.queries import find_person
from avstamp.web.archive import MANIFEST, ArchiveRefused
from avstamp.web.audit.models import Event
from avstamp.web.audit.queries import verify_record
from avstamp.web.databases import database
from avstamp.web.position.actions import keep_rows
from avstamp.web.site.demonstration import build_demonstration
from avstamp.web.site.moving import export_start, import_start
from avstamp.web.start.menu import MENU
from avstamp.web.start.models import Start
from avstamp.web.start.setting_up import add_meeting
from avstamp.web.thread.models import Claim

pytestmark = [pytest.mark.needs("postgresql"), pytest.mark.xdist_group("postgresql")]

WRITER = """
import sys
import avstamp.cli.database
avstamp.cli.database.open_database()
from datetime import UTC, datetime
from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.thread.claims import ClaimKind, Horizon
from avstamp.web.accounts.actions import enrol_person
from avstamp.web.start.queries import find_start
from avstamp.web.thread.actions import write_claim
print("ready", flush=True)
sys.stdin.readline()
at = datetime(2026, 12, 20, 8, 0, tzinfo=UTC)
for number in range(10):
    enrol_person(email=f"Guest{number}@Example.se", name="Gäst", at=at)
    write_claim(
        find_start("provkoping"), ClaimKind.STATEMENT, f"{sys.argv[1]} {number}", author=Author(AuthorKind.JOINT),
        owner=None, horizon=Horizon.TERM, by=None, at=at,
    )
"""
"""A process that waits until it is told to, then writes ten claims and takes in ten people."""

WRITERS, CLAIMS = 2, 10


@pytest.fixture(scope="session")
def making(cluster) -> list[tuple[int, str]]:
    """How it went when two processes gave an empty database its tables at once; tests use copies of it."""
    program = "import avstamp.cli.database; avstamp.cli.database.open_database()"
    return outcomes(processes(program, cluster.create("migrated"), WRITERS))


@pytest.fixture
def address(cluster, making, request) -> str:
    """A database of the test's own, with this version's tables and nothing in them."""
    return cluster.create(request.node.name[:60], template="migrated")


@pytest.fixture
def on_postgresql(address, django_db_blocker) -> Iterator[str]:
    with django_db_blocker.unblock(), connected_to(database(address, Path())):
        yield address


def processes(program: str, address: str, count: int) -> list[subprocess.Popen[str]]:
    environment = {**os.environ, "AVSTAMP_DATABASE": address}
    return [
        subprocess.Popen(
            [sys.executable, "-c", program, str(number)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(count)
    ]


def outcomes(running: list[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    said = [(process.communicate("go\n"), process.returncode) for process in running]
    return [(code, error) for (_, error), code in said]


def test_text_is_sorted_as_in_swedish(on_postgresql):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(word, '' ORDER BY word) FROM unnest(ARRAY['ä', 'B', 'a', 'Z']) word"
        )
        assert cursor.fetchone() == ("aBZä",)


def test_models_have_their_migrations_here_too(on_postgresql):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_start_from_sqlite_is_the_same_bytes_here(db, address, tmp_path):
    """Everything that can be stored moves over, and back out of PostgreSQL come the bytes that SQLite gave."""
    export_start(varied_start(), tmp_path / "sqlite.zip")
    with connected_to(database(address, Path())):
        export_start(import_start(tmp_path / "sqlite.zip", at=later(9)), tmp_path / "postgresql.zip")
        verdict = verify_record("provkoping")
    before, after = files(tmp_path / "sqlite.zip"), files(tmp_path / "postgresql.zip")
    assert {name for name in before if before[name] != after[name]} == {MANIFEST, "record.jsonl"}
    assert after["record.jsonl"].startswith(before["record.jsonl"])
    assert verdict.is_whole


def varied_start() -> Start:
    """A start whose rows two databases would sort in two ways, were they asked to."""
    start = full_start()
    for title in ("Ärendegenomgång", "bokslut", "Zonmöte", "Avstämning"):
        add_meeting(start, title, first_day=date(2027, 2, 10), last_day=None, by=None, at=AT)
    row = {"year": 2025, "line": "result", "stage": "outcome", "source": "Dnr 1"}
    for amount in (-0.0, 999_999_999_999.5):
        keep_rows(start, Register.ACCOUNTS, [row | {"amount": amount}], by=None, at=AT)
    return start


def test_archive_with_a_text_that_no_column_holds_is_refused(db, address, tmp_path):
    start = full_start()
    Start.objects.filter(pk=start.pk).update(registration_number="KS" * 80)
    export_start(start, tmp_path / "one.zip")
    with connected_to(database(address, Path())):
        with pytest.raises(ArchiveRefused) as refused:
            import_start(tmp_path / "one.zip", at=later(9))
        assert (Start.objects.count(), Person.objects.count()) == (0, 0)
    assert [one.key for one in refused.value.failures] == ["archive.wrong.does_not_fit"]


def test_two_processes_write_one_record(on_postgresql, monkeypatch):
    full_start()
    events, claims, people = Event.objects.count(), Claim.objects.count(), Person.objects.count()
    running = processes(WRITER, on_postgresql, WRITERS)
    for process in running:
        assert process.stdout.readline() == "ready\n", process.stderr.read()
    assert outcomes(running) == [(0, "")] * WRITERS
    verdict = verify_record("provkoping")
    assert (verdict.is_whole, verdict.events, verdict.signed_to) == (True, *[events + WRITERS * CLAIMS] * 2)
    numbers = list(Claim.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, claims + WRITERS * CLAIMS + 1))
    assert Person.objects.count() == people + CLAIMS


def test_two_processes_that_start_at_once_make_the_tables_once(making):
    assert making == [(0, "")] * WRITERS


def test_address_is_one_person_s_however_it_is_written(on_postgresql):
    sara = person("sara")
    assert find_person("SARA@Example.se") == sara
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="SARA@example.se", name="Sara", created_at=AT)


def test_demonstration_answers_on_every_page(on_postgresql):
    start = build_demonstration(at=later(60))
    client, address = Client(), {"organisation": start.organisation.key, "year": start.term_first_day.year}
    client.force_login(start.memberships.filter(capacity=Capacity.ELECTED).first().person)
    pages = [name for _, name in MENU if name != "start:access"]
    answers = {name: client.get(reverse(name, kwargs=address)).status_code for name in pages}
    assert answers == dict.fromkeys(pages, 200)
    assert client.get(reverse("thread:claim", kwargs={**address, "number": 1})).status_code == 200
