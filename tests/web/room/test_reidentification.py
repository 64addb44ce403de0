"""What can an insider find who has everything that the server holds after a round, and knows who came when?"""

from __future__ import annotations

import pytest
from tests.web.room.rounds import SqliteFiles, hold_rounds, judge_votes, judge_writers

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("reidentification")]


@pytest.fixture(scope="module")
def files(tmp_path_factory, django_db_setup, django_db_blocker) -> SqliteFiles:
    with django_db_blocker.unblock():
        yield SqliteFiles(tmp_path_factory.mktemp("rounds"))


def test_an_insider_does_no_better_than_chance(files):
    rounds = hold_rounds(files, range(12))
    for verdict in (judge_votes(rounds), judge_writers(rounds)):
        assert not verdict.beats_chance, verdict
