"""Simulated anonymous rounds, held through the pages, and what chance would guess of each.

A round is held in a database of its own, so that a dump holds one round. People come in an order drawn by lot; each
votes on a statement and writes a note with the slip they drew. Whatever Avstamp draws (keys, codes) is drawn from the
round's seed, so that a test that has passed passes again.
"""

from __future__ import annotations

import logging
import os
import random
import sqlite3
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Protocol

import numpy as np
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import connection
from django.test import Client
from tests.web.other_databases import connected_to
from tests.web.room.attacker import SAID, Knowledge, Member, Ways, guess_votes, guess_writers
from tests.web.room.days import anonymous, day_with, member, opened_start
from tests.web.room.dumps import Dump, Source, lines_source, read_database
from tests.web.starts import AT, later

from avstamp.domain.room.answers import Mark
from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.start.roll import Capacity
from avstamp.web.databases import database
from avstamp.web.room.actions import close_line, open_line
from avstamp.web.room.ballots import cast_ballot
from avstamp.web.room.models import AgendaLine, Day
from avstamp.web.room.tickets import make_slips
from avstamp.web.site.moving import export_start
from avstamp.web.start.models import Start

ROLL = {"ruling": 9, "opposition": 7, "independent": 2, "official": 3, "union": 1}
"""How many come of each role: two groups that are shown, and small ones that are shown together or not at all."""

KNOWN = 10
EACH_BY_PAGE = 6
"""One round in six goes through the pages, the others straight to what the pages do: it takes a tenth of the time."""

SPARES = 2
STATEMENT, COLLECTION = 2, 3
"""Lines of the day."""

DRAWS = 600
"""Times that chance is drawn."""


class Leak:
    """A place to plant a leak; does nothing."""

    def __init__(self) -> None:
        self.numbers = count(1)

    def prepare(self) -> None:
        """Before the round."""

    def answered(self, who: Member, said: str, text: str) -> None:
        """When somebody has answered."""

    def closed(self, round_: Round) -> None:
        """When the round has closed; before the dump is taken."""

    def elsewhere(self) -> list[Source]:
        """What lies outside the database."""
        return []


@dataclass
class Round:
    """One round: who came in order, what they said and wrote, who counted in what was shown, and the dump after it."""

    arrived: Sequence[Member]
    said: Mapping[str, str]
    wrote: Mapping[str, str]
    known: Mapping[str, str]
    odds: Sequence[float]
    atoms: list[list[str]] = field(default_factory=list)
    dump: Dump = field(default_factory=lambda: Dump([]))

    @property
    def hidden(self) -> list[str]:
        """Those in no figure."""
        shown = {number for atom in self.atoms for number in atom}
        return [number for number in self.said if number not in shown]

    @property
    def knowledge(self) -> Knowledge:
        """What the insider knows before looking at the dump; the likeliest answers are from what was shown."""
        best = {number: SAID[int(np.argmax(self.odds))] for number in self.hidden}
        for atom in self.atoms:
            left = Counter(self.said[number] for number in atom if number not in self.known)
            best |= dict.fromkeys(atom, max(SAID, key=lambda said: left[said]))
        unknown = {number: said for number, said in best.items() if number not in self.known}
        return Knowledge(self.arrived, self.known, frozenset(self.wrote.values()), unknown)

    def votes_by_chance(self, draws: np.random.Generator) -> Iterator[Mapping[str, str]]:
        """The unknown answers as they may as well have been, given all that was shown and is known."""
        atoms = [[number for number in atom if number not in self.known] for atom in self.atoms]
        hidden = [number for number in self.hidden if number not in self.known]
        for _ in range(DRAWS):
            drawn: dict[str, str] = {}
            for atom in atoms:
                drawn |= zip(atom, draws.permutation([self.said[number] for number in atom]), strict=True)
            yield drawn | dict(zip(hidden, draws.choice(SAID, len(hidden), p=self.odds), strict=True))

    def writers_by_chance(self, draws: np.random.Generator) -> Iterator[Mapping[str, str]]:
        """The texts as they may as well have been written."""
        numbers = list(self.wrote)
        for _ in range(DRAWS):
            yield dict(zip(numbers, draws.permutation(list(self.wrote.values())), strict=True))


class Place(Protocol):
    """Where databases of rounds come from."""

    def fresh(self) -> tuple[Mapping[str, object], Path | None]:
        """The settings of a new database with the start and the day in it, and where it lies on SQLite."""
        ...


def make_start() -> None:
    """A start with its roll and a day, in the database that is connected to."""
    start = opened_start()
    number = count()
    for role, size in ROLL.items():
        for _ in range(size):
            who = f"{role}{next(number)}"
            capacity = {"official": Capacity.OFFICIAL, "union": Capacity.UNION}.get(role, Capacity.ELECTED)
            person = member(start, who, capacity, {"ruling": "S", "opposition": "M"}.get(role, "PROV"))
            client = Client()
            client.force_login(person)
            key = client.session.session_key
            UserSession.objects.create(
                user=person, session_key=key, ip=f"10.7.{person.pk}.9", user_agent="Telefon", created_at=AT
            )
    day_with(start, anonymous(items=("Vi har råd",)), anonymous(ExerciseKind.COLLECTION))


def the_roll() -> list[Member]:
    """Everybody on the roll, as an insider sees them."""
    rows = UserSession.objects.select_related("user").order_by("user_id")
    return [
        Member(
            row.user.pk,
            str(row.user.identifier),
            row.user.name,
            row.user.email,
            _group(row.user.email),
            row.session_key,
            row.ip,
        )
        for row in rows
    ]


def _group(email: str) -> str:
    return next(role for role in ROLL if email.startswith(role))


@contextmanager
def drawn_from(seed: int) -> Iterator[None]:
    """Let every key and code that is drawn come from the seed: the system's own chance cannot be drawn again."""
    chance = random.Random(seed)
    usual = os.urandom, random._urandom  # type: ignore[attr-defined]
    os.urandom = random._urandom = chance.randbytes  # type: ignore[attr-defined, assignment]
    try:
        yield
    finally:
        os.urandom, random._urandom = usual  # type: ignore[attr-defined]


class Kept(logging.Handler):
    """Keeps every line of every log."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(f"{record.name} {record.getMessage()}")


@contextmanager
def every_log() -> Iterator[list[str]]:
    """The lines of all logs, as wordy as they get."""
    root, kept, level = logging.getLogger(), Kept(), logging.getLogger().level
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    try:
        yield kept.lines
    finally:
        root.removeHandler(kept)
        root.setLevel(level)


def hold_rounds(place: Place, seeds: range, leak: Callable[[], Leak] = Leak) -> list[Round]:
    """Rounds with a leak in them, or none; the same seeds give the same rounds."""
    return [_hold(place, seed, leak()) for seed in seeds]


def _hold(place: Place, seed: int, leak: Leak) -> Round:
    chance = random.Random(seed)
    where, path = place.fresh()
    with drawn_from(seed), connected_to(where), every_log() as lines:
        day = Day.objects.get()
        one = _drawn(chance, the_roll())
        leak.prepare()
        # In half of the rounds some come late, when it has been closed once: enough of them to be shown, or too few.
        late = chance.choice((0, 0, 2, 9))
        by_page = seed % EACH_BY_PAGE == 0
        _answer(day, one, chance, late, leak, by_page=by_page)
        leak.closed(one)
        more = [lines_source("logs", lines), *leak.elsewhere(), *_archive(day.start, by_page)]
        one.dump = read_database(path).with_sources(more)
    return one


def _archive(start: Start, wanted: bool) -> Iterator[Source]:
    """The start as it is moved to another server."""
    if not wanted:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "start.zip")
        export_start(start, path)
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield lines_source(f"archive/{name}", archive.read(name).decode().splitlines())


def _drawn(chance: random.Random, roll: list[Member]) -> Round:
    # Sometimes the small groups are five together and shown as one, sometimes fewer and not shown.
    absent = (
        {member.number for member in roll if member.group == "independent"}
        if chance.random() < 0.5
        else set()
    )
    arrived = [member for member in roll if member.number not in absent]
    chance.shuffle(arrived)
    odds = chance.choice(((0.5, 0.3, 0.2), (0.3, 0.5, 0.2), (0.4, 0.4, 0.2)))
    numbers = [str(member.number) for member in arrived]
    said = dict(zip(numbers, chance.choices(SAID, odds, k=len(numbers)), strict=True))
    wrote = {number: f"{chance.getrandbits(64):016x}" for number in numbers}
    known = {number: said[number] for number in chance.sample(numbers, KNOWN)}
    return Round(arrived, said, wrote, known, odds)


def _answer(day: Day, one: Round, chance: random.Random, late: int, leak: Leak, *, by_page: bool) -> None:
    lines = [day.lines.get(position=position) for position in (STATEMENT, COLLECTION)]
    numbers = {group: size + SPARES for group, size in Counter(who.group for who in one.arrived).items()}
    bowls = make_slips(day, numbers, by=None, at=AT)
    for line in lines:
        open_line(line, by=None, at=later(1))
    counted: list[Member] = []
    for number, who in enumerate(one.arrived):
        if number == len(one.arrived) - late:
            counted = _shown(lines[0], one, counted, one.arrived[:number])
            open_line(lines[0], by=None, at=later(2))
        bowl = bowls[who.group]
        slip = bowl.pop(chance.randrange(len(bowl)))
        cast = _post if by_page else _cast
        cast(day, who, slip, one.said[str(who.number)], one.wrote[str(who.number)])
        leak.answered(who, one.said[str(who.number)], one.wrote[str(who.number)])
    _shown(lines[0], one, counted, one.arrived)
    close_line(lines[1], by=None, at=later(3))


def _cast(day: Day, who: Member, slip: str, said: str, text: str) -> None:
    """What the page does, without the page."""
    cast_ballot(day.lines.get(position=STATEMENT), slip, [Mark(0, said)])
    cast_ballot(day.lines.get(position=COLLECTION), slip, notes=[text])


def _post(day: Day, who: Member, slip: str, said: str, text: str) -> None:
    """From the telephone of one who is signed in, whose session goes along as browsers send it."""
    phone = Client(REMOTE_ADDR=who.address)
    phone.cookies[settings.SESSION_COOKIE_NAME] = who.session
    for position, filled in ((STATEMENT, {"svar-0": said}), (COLLECTION, {"text": [text]})):
        answer = phone.post(f"/lapp/{day.code}/{position}/", {"lapp": slip, **filled})
        assert answer.status_code == 200, answer.content.decode()


def _shown(line: AgendaLine, one: Round, counted: list[Member], came: Sequence[Member]) -> list[Member]:
    """Close the round; keep who has come into what is shown, cell by cell, and answer all who are in it."""
    before = line.publications.count()
    close_line(line, by=None, at=later(2) + timedelta(minutes=1))
    newest = line.publications.order_by("-number").first()
    if newest is None or newest.number == before:
        return counted
    for cell in newest.cells:
        fresh = [who for who in came if who.group in cell["groups"] and who not in counted]
        if fresh:
            one.atoms.append([str(who.number) for who in fresh])
            counted = [*counted, *fresh]
    return counted


@dataclass(frozen=True)
class Verdict:
    """The way that does best against chance, beside what chance does: right guesses, and how far out that is.

    Definition: each way's right guesses over all rounds are set beside those it would have had, had the answers been
    others that fit what was shown and is known (drawn 600 times). Distance is in standard deviations. Since many ways
    are tried, `limit` is the distance that the best of all of them passes in 5 draws of 100 by chance alone.
    """

    way: tuple[str, ...]
    right: int
    guessed: int
    chance: float
    distance: float
    limit: float

    @property
    def beats_chance(self) -> bool:
        """Whether the insider has found something."""
        return self.distance > self.limit


def judge_votes(rounds: Sequence[Round]) -> Verdict:
    """How well the insider guesses what people said."""
    unknown = [{n: s for n, s in one.said.items() if n not in one.known} for one in rounds]
    draws = np.random.default_rng(1)
    chances = [list(one.votes_by_chance(draws)) for one in rounds]
    return _judge([guess_votes(one.knowledge, one.dump) for one in rounds], unknown, chances)


def judge_writers(rounds: Sequence[Round]) -> Verdict:
    """How well the insider guesses who wrote what."""
    draws = np.random.default_rng(2)
    chances = [list(one.writers_by_chance(draws)) for one in rounds]
    return _judge(
        [guess_writers(one.knowledge, one.dump) for one in rounds], [one.wrote for one in rounds], chances
    )


def _judge(
    ways: Sequence[Ways], truths: Sequence[Mapping[str, str]], chances: Sequence[list[Mapping[str, str]]]
) -> Verdict:
    names = sorted({way for found in ways for way in found})
    if not names:
        return Verdict(("nothing to go by",), 0, 0, 0, 0, 0)
    right = np.zeros((len(names), DRAWS + 1))
    guessed = np.zeros(len(names), dtype=int)
    for found, truth, drawn in zip(ways, truths, chances, strict=True):
        people = list(truth)
        table = np.array([[one[number] for number in people] for one in (truth, *drawn)])
        for place, name in enumerate(names):
            guess = np.array([found.get(name, {}).get(number, "") for number in people])
            right[place] += (table == guess).sum(axis=1)
            guessed[place] += int((guess != "").sum())
    mean, spread = right[:, 1:].mean(axis=1), right[:, 1:].std(axis=1)
    distances = (right - mean[:, None]) / np.where(spread > 0, spread, np.inf)[:, None]
    best = int(np.argmax(distances[:, 0]))
    return Verdict(
        names[best],
        int(right[best, 0]),
        int(guessed[best]),
        float(mean[best]),
        float(distances[best, 0]),
        float(np.quantile(distances[:, 1:].max(axis=0), 0.95)),
    )


class SqliteFiles:
    """Databases in files, copied from the one of all tests."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.numbers = folder, count()
        self.prepared = folder / "prepared.sqlite3"
        with closing(sqlite3.connect(self.prepared)) as file:
            connection.ensure_connection()
            connection.connection.backup(file)
        with connected_to(database(str(self.prepared), self.prepared)):
            make_start()

    def fresh(self) -> tuple[Mapping[str, object], Path | None]:
        """A copy of the prepared one."""
        path = self.folder / f"round-{next(self.numbers)}.sqlite3"
        with closing(sqlite3.connect(self.prepared)) as one, closing(sqlite3.connect(path)) as other:
            one.backup(other)
        return database(str(path), path), path
