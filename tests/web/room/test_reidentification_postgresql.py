"""What does the insider find on PostgreSQL, who reads its catalogues, transaction numbers and removed rows too?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from tests.web.other_databases import connected_to
from tests.web.room.days import anonymous, opened_line, opened_start
from tests.web.room.leaks import NOTES, ON_POSTGRESQL, VOTES, EventEach, Leak, NotLaidInOrder
from tests.web.room.rounds import hold_rounds, judge_votes, judge_writers, make_start
from tests.web.starts import later

from avstamp.domain.room.exercises import ExerciseRefused
from avstamp.web.databases import database
from avstamp.web.room.actions import open_line
from avstamp.web.room.models import AgendaLine, AnonymousNote
from private_postgresql import Cluster

pytestmark = [pytest.mark.django_db, pytest.mark.needs("postgresql"), pytest.mark.xdist_group("postgresql")]
JUDGES = {VOTES: judge_votes, NOTES: judge_writers}


class PostgresqlDatabases:
    """Databases of one private server, each copied from one that is prepared."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster, self.numbers = cluster, count()
        with connected_to(database(cluster.create("rounds"), Path())):
            call_command("migrate", verbosity=0)
            make_start()

    def fresh(self) -> tuple[Mapping[str, object], Path | None]:
        """A copy."""
        return database(self.cluster.create(f"round{next(self.numbers)}", template="rounds"), Path()), None


@pytest.fixture(scope="module")
def databases(cluster, django_db_setup, django_db_blocker) -> Iterator[PostgresqlDatabases]:
    with django_db_blocker.unblock():
        yield PostgresqlDatabases(cluster)


def test_an_insider_does_no_better_than_chance(databases):
    rounds = hold_rounds(databases, range(6))
    for judge in JUDGES.values():
        verdict = judge(rounds)
        assert not verdict.beats_chance, verdict


@pytest.mark.parametrize(
    ("leak", "told"), [*ON_POSTGRESQL.items(), (NotLaidInOrder, (NOTES,)), (EventEach, (VOTES, NOTES))]
)
def test_each_planted_leak_is_found(databases, leak: type[Leak], told: tuple[str, ...]):
    rounds = hold_rounds(databases, range(1, 3), leak)
    for what in told:
        verdict = JUDGES[what](rounds)
        assert verdict.beats_chance, (what, verdict)


def test_the_server_keeps_no_samples_of_what_was_written(databases):
    settings, _ = databases.fresh()
    with connected_to(settings), connection.cursor() as cursor:
        line = opened_line(opened_start("annan"), anonymous())
        for number in range(20):
            AnonymousNote.objects.create(key=f"{number:064}", line=line, text=f"Text {number % 2}")
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM pg_stats WHERE tablename LIKE 'room_anonymous%%'")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("setting", ["log_statement = 'mod'", "log_min_duration_statement = '2s'"])
def test_no_round_is_opened_where_the_server_logs_what_is_written(databases, setting: str):
    settings, _ = databases.fresh()
    with connected_to(settings), connection.cursor() as cursor:
        cursor.execute(f"SET {setting}")
        with pytest.raises(ExerciseRefused) as refused:
            open_line(AgendaLine.objects.get(position=2), by=None, at=later(1))
    assert refused.value.phrase.key == "room.refused.written_down"
