"""What can an insider find who has every table, the log of the server, the roll and the order in which people came?"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection
from tests.web.room.days import anonymous, day_with, opened_start, slips
from tests.web.starts import later

from avstamp.domain.room.exercises import ExerciseKind
from avstamp.web.room.actions import close_line, open_line
from avstamp.web.room.ballots import cast_ballot
from avstamp.web.room.models import AgendaLine

pytestmark = pytest.mark.django_db

ROUNDS, PEOPLE = 8, 8
MOST_BY_CHANCE = 24
"""Guessing gives one hit a round. As many as this come once in a hundred thousand runs (Poisson with mean 8)."""

Dump = dict[str, list[tuple[object, ...]]]


def dump() -> Dump:
    """Every row of every table, in the order the database gives them."""
    tables: Dump = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            name = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{name}"')
            tables[name] = cursor.fetchall()
    return tables


def guesses(tables: Dump, texts: set[str]) -> Iterator[list[str]]:
    """Orders in which the texts may have come: as the rows lie, and as each column sorts them, both ways."""
    for rows in tables.values():
        with_text = [row for row in rows if texts & {cell for cell in row if isinstance(cell, str)}]
        if len(with_text) < 2:
            continue
        orders = [with_text] + [
            sorted(with_text, key=lambda row, column=column: str(row[column]).zfill(30))
            for column in range(len(with_text[0]))
        ]
        for order in orders:
            told = [next(cell for cell in row if cell in texts) for row in order]
            yield told
            yield told[::-1]


def most_hits(rounds: Sequence[tuple[list[str], Dump]]) -> int:
    """Right guesses over all rounds, by the way of guessing that is right most often.

    Only ways that know nothing of the texts themselves: a way that sorts the texts is no finding.
    """
    hits: dict[int, int] = {}
    for arrived, tables in rounds:
        for way, order in enumerate(guesses(tables, set(arrived))):
            hits[way] = hits.get(way, 0) + sum(
                one == other for one, other in zip(order, arrived, strict=True)
            )
    return max(hits.values(), default=0)


def hold_round(line: AgendaLine, chance: random.Random, leak: Callable[[str], None]) -> list[str]:
    """A round in which everyone writes something; answers the texts in the order they came."""
    open_line(line, by=None, at=later(1))
    codes = slips(line.day, ruling=PEOPLE)
    chance.shuffle(codes)
    texts = [f"{chance.getrandbits(64):016x}" for _ in codes]
    for code, text in zip(codes, texts, strict=True):
        cast_ballot(line, code, notes=[text])
        leak(text)
    close_line(line, by=None, at=later(2))
    return texts


def all_rounds(leak: Callable[[str], None]) -> list[tuple[list[str], Dump]]:
    chance = random.Random(11)
    exercises = [anonymous(ExerciseKind.COLLECTION) for _ in range(ROUNDS)]
    day = day_with(opened_start(), *exercises)
    found = []
    for line in day.lines.exclude(kind=""):
        texts = hold_round(line, chance, leak)
        found.append((texts, dump()))
    return found


def test_an_insider_does_no_better_than_chance(caplog):
    caplog.set_level("DEBUG")
    rounds = all_rounds(lambda text: None)
    # Each way of guessing is one of about ten; the best of ten lies above the mean of one, and below this.
    assert most_hits(rounds) <= MOST_BY_CHANCE
    texts = {text for arrived, _ in rounds for text in arrived}
    assert not [record for record in caplog.records if any(text in record.getMessage() for text in texts)]


def by_number(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO room_item (line_id, position, text) SELECT id, (SELECT COUNT(*) FROM room_item), "
                       "%s FROM room_agendaline LIMIT 1", [text])  # fmt: skip


def by_time() -> Callable[[str], None]:
    clock = iter(range(10_000))

    def leak(text: str) -> None:
        at = datetime(2027, 1, 20, 9, tzinfo=UTC) + timedelta(seconds=next(clock))
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO django_session (session_key, session_data, expire_date) VALUES (%s, %s, %s)",
                           [f"{random.Random(text).getrandbits(120):030x}", text, at])  # fmt: skip

    return leak


@pytest.mark.parametrize("leak", [by_number, by_time()], ids=["a number that grows", "a time of day"])
def test_each_planted_leak_is_found(leak: Callable[[str], None]):
    assert most_hits(all_rounds(leak)) >= ROUNDS * PEOPLE * 0.9
