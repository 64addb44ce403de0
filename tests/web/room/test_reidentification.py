"""What can an insider find who has everything that the server holds after a round, and knows who came when?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.web.room.dumps import Source
from tests.web.room.leaks import EVERYWHERE, IN_SUMS, NOTES, ON_SQLITE, VOTES, Leak
from tests.web.room.rounds import Round, SqliteFiles, hold_rounds, judge_votes, judge_writers

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("reidentification")]
JUDGES = {VOTES: judge_votes, NOTES: judge_writers}
ROUNDS = 12
"""A single answer found in one of them is not seen; anything that tells of one person in ten is."""

ROUNDS_WITH_LEAK = 2


@pytest.fixture(scope="module")
def files(tmp_path_factory, django_db_setup, django_db_blocker) -> SqliteFiles:
    with django_db_blocker.unblock():
        yield SqliteFiles(tmp_path_factory.mktemp("rounds"))


@pytest.fixture(scope="module")
def clean(files, django_db_blocker):
    with django_db_blocker.unblock():
        return hold_rounds(files, range(ROUNDS))


@pytest.mark.parametrize("what", [VOTES, NOTES])
def test_an_insider_does_no_better_than_chance(clean, what: str):
    verdict = JUDGES[what](clean)
    assert not verdict.beats_chance, verdict


@pytest.mark.parametrize(
    ("leak", "told"), (EVERYWHERE | ON_SQLITE).items(), ids=lambda one: getattr(one, "__name__", "")
)
def test_each_planted_leak_is_found(files, leak: type[Leak], told: tuple[str, ...]):
    rounds = hold_rounds(files, range(1, 1 + ROUNDS_WITH_LEAK), leak)
    for what in told:
        verdict = JUDGES[what](rounds)
        assert verdict.beats_chance, (what, verdict)


@pytest.mark.parametrize("leak", IN_SUMS)
def test_each_sum_too_many_is_found(clean, leak: Callable[[Round], Source]):
    verdict = judge_votes([replace(one, dump=one.dump.with_sources([leak(one)])) for one in clean])
    assert verdict.beats_chance, verdict
    assert verdict.way[0] == leak(clean[0]).name
