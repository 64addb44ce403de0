"""An insider who has everything a server holds after a round, knows who came when and what ten people think.

Knows nothing of how Avstamp is made: takes whatever was dumped, and tries in every table, log and file the joins that
people try. Each *way* of guessing gives a guess of what each person said, or of who wrote each text:

- a row that holds what was said, and somebody's name, address, session, number, or a digest of one of them; or a value
  that another table has beside one of them;
- rows that hold what was said, in some order: as they lie, by a column, by place in a file; laid along the order in
  which people came, forwards and backwards, for all and within each group;
- sums of groups, of differences of groups, and of differences between moments, less what is known of ten people.

Where a way has nothing to say of somebody, the best guess from what was shown is made instead.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tests.web.room.dumps import Dump, Row, Source

SAID = ("agree", "disagree", "undecided")
SAID_WORD = re.compile(r"\b(disagree|agree|undecided)\b")
TOKEN = re.compile(r"[0-9A-Za-zÅÄÖåäö@._:-]+")
LEAST_JOINED = 6
"""Letters of a value that two tables are joined by; shorter ones are the same by chance."""

Guess = Mapping[str, str]
Ways = dict[tuple[str, ...], Guess]
Sums = dict[frozenset[str], list[Counter[str]]]


@dataclass(frozen=True)
class Member:
    """One of the roll, with everything an insider knows of them."""

    number: int
    identifier: str
    name: str
    email: str
    group: str
    session: str
    address: str

    @cached_property
    def marks(self) -> frozenset[str]:
        """Whatever names them wherever it stands, and the digests of it that a programmer would make."""
        plain = {self.identifier, self.identifier.replace("-", ""), self.email, self.name, self.session}
        spelled = [*plain, str(self.number), self.address]
        digests = {make(one.encode()).hexdigest() for one in spelled for make in _DIGESTS}
        return frozenset({*plain, self.address, *digests})


_DIGESTS: tuple[Callable[[bytes], hashlib._Hash], ...] = (hashlib.md5, hashlib.sha1, hashlib.sha256)


@dataclass(frozen=True)
class Knowledge:
    """What the insider knows: who came, in which order; what ten of them said; what was written; the best guesses.

    `best`: the likeliest answer of each, from what was shown alone. People are named by their numbers in text.
    """

    arrived: Sequence[Member]
    known: Guess
    texts: frozenset[str]
    best: Guess

    @cached_property
    def numbers(self) -> dict[str, Member]:
        """The roll by number."""
        return {str(member.number): member for member in self.arrived}

    @cached_property
    def by_mark(self) -> dict[str, str]:
        """Who is meant by each mark."""
        return {mark: str(member.number) for member in self.arrived for mark in member.marks}

    @cached_property
    def groups(self) -> frozenset[str]:
        """The groups that came."""
        return frozenset(member.group for member in self.arrived)


@dataclass(frozen=True)
class Utterance:
    """A row that holds one thing that was said or written."""

    what: str
    row: Row


def guess_votes(known: Knowledge, dump: Dump) -> Ways:
    """Every way of guessing who said what."""
    ways: Ways = {}
    for source in dump.sources:
        rows = [Utterance(found[0], row) for row in source.rows if len(found := _said_in(row)) == 1]
        ways |= _by_rows(known, dump, source, rows)
    ways |= _by_sums(known, dump)
    return {way: {**known.best, **guess} for way, guess in ways.items()}


def guess_writers(known: Knowledge, dump: Dump) -> Ways:
    """Every way of guessing who wrote what."""
    ways: Ways = {}
    for source in dump.sources:
        rows = [Utterance(found[0], row) for row in source.rows if len(found := _texts_in(known, row)) == 1]
        ways |= _by_rows(known, dump, source, rows)
        for row in source.rows:
            found = _texts_in(known, row)
            if set(found) == known.texts:
                ways |= _along((source.name, "within a row"), known.arrived, list(dict.fromkeys(found)))
    for name, content in dump.files.items():
        ways |= _by_place(known, name, content)
    return ways


def _said_in(row: Row) -> list[str]:
    return [word for value in row.values() for word in SAID_WORD.findall(value)]


def _texts_in(known: Knowledge, row: Row) -> list[str]:
    return [token for value in row.values() for token in TOKEN.findall(value) if token in known.texts]


def _by_rows(known: Knowledge, dump: Dump, source: Source, rows: Sequence[Utterance]) -> Ways:
    if len(rows) < 2:
        return {}
    return {
        **_by_name(known, source, rows),
        **_by_join(known, dump, source, rows),
        **_by_order(known, source, rows),
    }


def _by_name(known: Knowledge, source: Source, rows: Sequence[Utterance]) -> Ways:
    """Somebody's mark in the row itself, or a column in which every value is somebody's number."""
    named = {
        who: one.what
        for one in rows
        for token in _tokens(one.row)
        if (who := known.by_mark.get(token)) is not None
    }
    ways: Ways = {(source.name, "named"): named} if named else {}
    for column in rows[0].row:
        values = [one.row.get(column, "") for one in rows]
        if len(set(values)) == len(values) and set(values) <= set(known.numbers):
            ways[source.name, "number in", column] = {
                value: one.what for value, one in zip(values, rows, strict=True)
            }
    return ways


def _by_join(known: Knowledge, dump: Dump, source: Source, rows: Sequence[Utterance]) -> Ways:
    """A value in the row that another table or log has beside somebody's mark."""
    ways: Ways = {}
    wanted = {token for one in rows for token in _tokens(one.row) if len(token) >= LEAST_JOINED}
    for other in dump.sources:
        if other.name == source.name:
            continue
        meant: dict[str, set[str]] = defaultdict(set)
        for row in other.rows:
            tokens = _tokens(row)
            who = {known.by_mark[token] for token in tokens if token in known.by_mark}
            who |= {row[column] for column in row if column.endswith("_id") and row[column] in known.numbers}
            for token in tokens & wanted if len(who) == 1 else ():
                meant[token] |= who
        found = {
            next(iter(meant[token])): one.what
            for one in rows
            for token in _tokens(one.row)
            if len(meant.get(token, ())) == 1
        }
        if found:
            ways[source.name, "joined with", other.name] = found
    return ways


def _tokens(row: Row) -> set[str]:
    return {token for value in row.values() for token in (value, *TOKEN.findall(value))}


def _by_order(known: Knowledge, source: Source, rows: Sequence[Utterance]) -> Ways:
    """The rows as they lie and by each column, along the order of coming."""
    columns = [column for column in rows[0].row if len({one.row.get(column) for one in rows}) > 1]
    orders: dict[str, list[Utterance]] = {"as they lie": list(rows)}
    for column in columns:
        orders[column] = sorted(rows, key=lambda one, column=column: _rank(one.row.get(column, "")))
    ways: Ways = {}
    for name, order in orders.items():
        ways |= _along((source.name, "order", name), known.arrived, [one.what for one in order])
        ways |= _within_groups(known, (source.name, "order in group", name), order)
    return ways


def _rank(value: str) -> tuple[tuple[int, int, str], ...]:
    """Numbers in a text by their size and other letters by themselves, as in "(0,12)" or a time."""
    return tuple(
        (1, int(part), "") if part.isdigit() else (0, 0, part) for part in re.split(r"(\d+)", value) if part
    )


def _along(way: tuple[str, ...], people: Sequence[Member], said: Sequence[str]) -> Ways:
    if len(said) != len(people):
        return {}
    numbers = [str(member.number) for member in people]
    return {
        (*way, "forwards"): dict(zip(numbers, said, strict=True)),
        (*way, "backwards"): dict(zip(numbers, reversed(said), strict=True)),
    }


def _within_groups(known: Knowledge, way: tuple[str, ...], order: Sequence[Utterance]) -> Ways:
    told: dict[str, list[str]] = defaultdict(list)
    for one in order:
        groups = known.groups & set(one.row.values())
        if len(groups) != 1:
            return {}
        told[next(iter(groups))].append(one.what)
    found: dict[str, dict[str, str]] = {"forwards": {}, "backwards": {}}
    for group, said in told.items():
        people = [member for member in known.arrived if member.group == group]
        for guessed in _along(way, people, said).items():
            found[guessed[0][-1]] |= guessed[1]
    return {(*way, turn): guess for turn, guess in found.items() if guess}


def _by_place(known: Knowledge, name: str, content: bytes) -> Ways:
    """The texts by where they first and last stand among a file's bytes, removed ones too."""
    ways: Ways = {}
    for which, find in (("first", content.find), ("last", content.rfind)):
        places = {text: find(text.encode()) for text in known.texts}
        if min(places.values()) >= 0:
            ways |= _along((name, "place", which), known.arrived, sorted(places, key=places.__getitem__))
    return ways


def _by_sums(known: Knowledge, dump: Dump) -> Ways:
    """Sums of fewer people than were shown together, less those whose answers are known."""
    ways: Ways = {}
    for source in dump.sources:
        derived = _differences(list(_sums_in(known, source)))
        # The fewer people, the more a sum tells of each: those of few come last and stand.
        for groups, tallies in sorted(derived.items(), key=lambda one: -len(one[0])):
            people = [member for member in known.arrived if member.group in groups]
            for number, tally in enumerate(tallies):
                if tally.total() == len(people):
                    ways[source.name, "sums"] = {
                        **ways.get((source.name, "sums"), {}),
                        **_likeliest(known, people, tally),
                    }
                elif 0 < tally.total() < len(people):
                    # Fewer than there are: those who came last, or those who came first.
                    last, first = people[-tally.total() :], people[: tally.total()]
                    for way, some in ((f"the last {number}", last), (f"the first {number}", first)):
                        ways[source.name, "sums", way] = {
                            **ways.get((source.name, "sums", way), {}),
                            **_likeliest(known, some, tally),
                        }
        ways |= _one_by_one(known, source)
    return ways


def _one_by_one(known: Knowledge, source: Source) -> Ways:
    """Sums of the same groups at several moments: what each moment added, along the order of coming, from the end."""
    moments: dict[frozenset[str], list[Counter[str]]] = defaultdict(list)
    for groups, tally in _sums_in(known, source):
        moments[groups].append(tally)
    guess: dict[str, str] = {}
    for groups, tallies in moments.items():
        people = [member for member in known.arrived if member.group in groups]
        ordered = sorted(tallies, key=Counter.total)
        for earlier, later in pairwise(ordered):
            some = people[earlier.total() : later.total()]
            guess |= _likeliest(known, some, later - earlier)
    return {(source.name, "sums", "moment by moment"): guess} if guess else {}


def _likeliest(known: Knowledge, people: Sequence[Member], tally: Counter[str]) -> dict[str, str]:
    numbers = [str(member.number) for member in people]
    left = tally - Counter(known.known[number] for number in numbers if number in known.known)
    best = max(SAID, key=lambda said: left[said])
    return {number: best for number in numbers if number not in known.known}


def _sums_in(known: Knowledge, source: Source) -> Iterator[tuple[frozenset[str], Counter[str]]]:
    """Tallies by groups: rows with a group, what was said and a number; and lists within a row."""
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    for row in source.rows:
        groups, said = known.groups & set(row.values()), _said_in(row)
        if len(groups) == 1 and len(set(said)) == 1 and row.get("n", "").isdigit():
            by_group[next(iter(groups))][said[0]] += int(row["n"])
        for value in row.values():
            if value[:1] in "[{" and SAID_WORD.search(value):
                yield from _cells(value)
    for group, tally in by_group.items():
        yield frozenset({group}), tally


def _cells(value: str) -> Iterator[tuple[frozenset[str], Counter[str]]]:
    try:
        found = json.loads(value)
    except ValueError:
        return
    for cell in found if isinstance(found, list) else ():
        if isinstance(cell, dict) and {"groups", "tally"} <= set(cell):
            yield (
                frozenset(cell["groups"]),
                Counter({said: n for _, said, n in cell["tally"] if said in SAID}),
            )


def _differences(sums: Iterable[tuple[frozenset[str], Counter[str]]]) -> Sums:
    """The sums, and every difference between one and parts of it, until nothing new comes out."""
    derived: Sums = defaultdict(list)
    waiting: list[tuple[frozenset[str], Counter[str]]] = list(sums)
    while waiting and sum(map(len, derived.values())) < 300:
        groups, tally = waiting.pop(0)
        if tally in derived[groups] or not tally.total():
            continue
        for others, tallies in list(derived.items()):
            for other in tallies:
                if groups <= others and tally <= other:
                    waiting.append((others - groups or groups, other - tally))
                elif others <= groups and other <= tally:
                    waiting.append((groups - others or groups, tally - other))
        derived[groups].append(tally)
    return derived


def hits(guess: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> int:
    """How many guesses are right."""
    return sum(truth[number] == what for number, what in guess.items() if number in truth)
