"""Is every vote that a telephone was told is counted still there when the server is killed in the middle?

    python -m benchmarks.live_kills [--json FILE] [--quick]

Again and again a server is started on a day of its own, five thousand votes are sent, eight at a time, and the server
and all its processes are killed at a moment that is drawn from a seed. A server started anew on what is left takes a
vote. Then every acknowledged vote must be stored once, nothing doubled, and the record whole.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
from pathlib import Path

from scripts.private_postgresql import LASTING, Cluster, find_programs, private_cluster

from benchmarks import rows
from benchmarks.live_day import FIELD, prepare
from benchmarks.live_load import Day, Server, serving, vote

SEED = 20261125
AT_ONCE = 8
SEATS = 100


async def vote_until_killed(server: Server, day: Day, *, votes: int, kill_at: int) -> set[int]:
    """Vote, and kill the server when so many are acknowledged; the votes that were, also in the instant after."""
    done: set[int] = set()
    queue = iter(range(votes))

    async def hand() -> None:
        for number in queue:
            try:
                if await vote(server.port, day, number):
                    done.add(number)
            except OSError:
                return
            if len(done) >= kill_at and server.process.poll() is None:
                server.kill()

    await asyncio.gather(*(hand() for _ in range(AT_ONCE)))
    return done


def kill_once(
    environment: dict[str, str], day: Day, *, votes: int, seed: int, processes: int = 1
) -> tuple[int, int, int]:
    """How many votes were acknowledged, how many of them are not stored once, and faults in the record."""
    kill_at = random.Random(seed).randrange(1, votes)
    with serving(environment, processes=processes) as server:
        done = asyncio.run(vote_until_killed(server, day, votes=votes, kill_at=kill_at))
    with serving(environment) as server:
        after = votes  # a vote nobody has cast yet
        if asyncio.run(vote(server.port, day, after)):
            done.add(after)
        else:
            raise RuntimeError("the server that was started anew takes no votes")
    stored = FIELD.stored(environment, day.code)
    wrong = sum(stored.get((one % SEATS, one // SEATS), 0) != 1 for one in done)
    doubled = sum(n > 1 for n in stored.values())
    # Votes under way when it was killed may be stored without that anyone was told; no more than there were.
    unknown = max(0, sum(stored.values()) - len(done) - AT_ONCE)
    return len(done), wrong + doubled + unknown, FIELD.record_faults(environment)


def measure(*, quick: bool) -> list[rows.Row]:
    """Twenty kills on SQLite and three on PostgreSQL with two processes; `quick` is one of each, of few votes."""
    kills, on_postgresql, votes = (1, 1, 150) if quick else (20, 3, 5000)
    found = []
    with tempfile.TemporaryDirectory() as made:
        first = Path(made) / "first"
        first.mkdir()
        day = Day(**prepare(FIELD.environment(first), seats=SEATS, items=60))
        results = []
        for number in range(kills):
            folder = shutil.copytree(first, Path(made) / str(number))
            results.append(kill_once(FIELD.environment(folder), day, votes=votes, seed=SEED + number))
        found += judged("SQLite", results)
        if (programs := find_programs()) is not None:
            with private_cluster(programs, settings=LASTING) as cluster:
                found += judged(
                    "PostgreSQL, two processes", on_cluster(cluster, Path(made), on_postgresql, votes)
                )
    return found


def on_cluster(cluster: Cluster, folder: Path, kills: int, votes: int) -> list[tuple[int, int, int]]:
    """Kills on databases that are each a copy of one."""
    first = folder / "postgresql"
    first.mkdir()
    day = Day(**prepare(FIELD.environment(first, cluster.create("first")), seats=SEATS, items=60))
    results = []
    for number in range(kills):
        own = shutil.copytree(first, folder / f"postgresql-{number}")
        environment = FIELD.environment(own, cluster.create(f"kill{number}", template="first"))
        results.append(kill_once(environment, day, votes=votes, seed=SEED + 1000 + number, processes=2))
    return results


def judged(where: str, results: list[tuple[int, int, int]]) -> list[rows.Row]:
    """The rows of some kills."""
    acknowledged, wrong, faults = (sum(one[part] for one in results) for part in range(3))
    title = f"{where}: {len(results)} kills, {acknowledged} votes acknowledged"
    return [
        rows.limit(f"{title}, not stored once", wrong, 0.5, unit="votes"),
        rows.limit(f"{where}: faults in the record", faults, 0.5, unit="faults"),
    ]


if __name__ == "__main__":
    options = rows.arguments("A server that is killed in the middle of a voting, again and again.")
    sys.exit(rows.report(measure(quick=options.quick), json_file=options.json))
