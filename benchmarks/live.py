"""Does every vote reach the screen at once while two thousand listen?

    python -m benchmarks.live [--json FILE] [--quick] [--only sqlite anonymous postgresql channels opening]

Server and load share the machine. A *vote to screen* runs from the moment the vote is sent until a screen, told of a
newer version, has read a page that holds at least as many votes as had been sent when this one was acknowledged; that
is never shorter than what the room sees. Django Channels does the same work with the same pages: only how it is told
is its own. What happens when the server is killed is measured by `benchmarks.live_kills`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scripts.private_postgresql import LASTING, find_programs, private_cluster

from benchmarks import rows
from benchmarks.live_day import FIELD, prepare
from benchmarks.live_load import Day, Held, ballot, hold, open_for_all, serving, vote

A_SECOND = 50
LIMIT_MS = 400
PARTS = ("sqlite", "anonymous", "postgresql", "channels", "opening")
CHANNELS = [sys.executable, "-u", "-m", "benchmarks.live_channels"]


def named(
    environment: dict[str, str], *, phones: int, seconds: int, command: Sequence[str] = (), processes: int = 1
) -> tuple[Held, int]:
    """Votes by name; what came of them, and by how many the stored ones differ from the acknowledged."""
    day = Day(**prepare(environment, seats=phones))
    with serving(environment, command, processes) as server:
        work = hold(server, day, vote, phones=phones, votes=A_SECOND * seconds, a_second=A_SECOND)
        held = asyncio.run(work)
    stored = FIELD.stored(environment, day.code)
    return held, abs(sum(stored.values()) - held.acknowledged) + sum(n != 1 for n in stored.values())


def anonymous(environment: dict[str, str], *, phones: int, seconds: int) -> tuple[Held, int]:
    """Ballots by slip, as `named`."""
    votes = A_SECOND * seconds
    day = Day(**prepare(environment, seats=1, slips=-(-votes // 2)))
    with serving(environment) as server:
        held = asyncio.run(hold(server, day, ballot, phones=phones, votes=votes, a_second=A_SECOND))
    return held, abs(FIELD.ballots(environment, day.code) - held.acknowledged)


def p95(times: Sequence[float]) -> float:
    """The time that nineteen in twenty are within."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else float("inf")


def judged(name: str, held: Held, wrong: int, *, seconds: int) -> list[rows.Row]:
    """The rows of one voting."""
    load = os.getloadavg()[0]
    return [
        rows.limit(f"{name}: vote to screen, p95", p95(held.times), LIMIT_MS, unit="ms"),
        rows.Row(
            f"{name}: the median",
            statistics.median(held.times),
            None,
            f"load {load:.1f}",
            None,
            None,
            None,
            "ms",
        ),
        rows.limit(f"{name}: not acknowledged", A_SECOND * seconds - held.acknowledged, 0.5, unit="votes"),
        rows.limit(f"{name}: lost or doubled", wrong, 0.5, unit="votes"),
        rows.Row(f"{name}: processor time a vote", held.processor_ms, None, "server", None, None, None, "ms"),
    ]


def measure(parts: Sequence[str], *, quick: bool) -> list[rows.Row]:
    """The parts asked for; `quick` is a small one of each."""
    phones, seconds = (200, 4) if quick else (2000, 60)
    found: list[rows.Row] = []
    ours: Held | None = None
    with tempfile.TemporaryDirectory() as made:
        folders = {part: Path(made) / part for part in PARTS}
        for folder in folders.values():
            folder.mkdir()
        if "sqlite" in parts:
            ours, wrong = named(FIELD.environment(folders["sqlite"]), phones=phones, seconds=seconds)
            found += judged("one process, SQLite", ours, wrong, seconds=seconds)
        if "anonymous" in parts:
            held, wrong = anonymous(FIELD.environment(folders["anonymous"]), phones=phones, seconds=seconds)
            found += judged("anonymous, SQLite", held, wrong, seconds=seconds)
        if "postgresql" in parts and (programs := find_programs()) is not None:
            with private_cluster(programs, settings=LASTING) as cluster:
                environment = FIELD.environment(folders["postgresql"], cluster.create("live"))
                held, wrong = named(environment, phones=phones, seconds=seconds, processes=2)
            found += judged("two processes, PostgreSQL", held, wrong, seconds=seconds)
        if "channels" in parts:
            held, wrong = named(
                FIELD.environment(folders["channels"]), phones=phones, seconds=seconds, command=CHANNELS
            )
            found += beside(ours, held, wrong)
        if "opening" in parts:
            environment = FIELD.environment(folders["opening"])
            day = Day(**prepare(environment, seats=phones))
            with serving(environment) as server:
                times = asyncio.run(open_for_all(server, day, phones=phones))
            for name, value in (("half of them", statistics.median(times)), ("the last", max(times))):
                title = f"opened on {len(times)} telephones, {name}"
                found.append(rows.Row(title, value, None, "from the press", None, None, None, "s"))
    return found


def beside(ours: Held | None, theirs: Held, wrong: int) -> list[rows.Row]:
    """The same work with Django Channels; not judged, since it is another's."""
    name = "Django Channels, in memory"
    told = rows.Row(f"{name}: vote to screen, p95", p95(theirs.times), None, "", None, None, None, "ms")
    lost = rows.Row(f"{name}: lost or doubled", wrong, None, "", None, None, None, "votes")
    cost = rows.Row(f"{name}: processor time a vote", theirs.processor_ms, None, "", None, None, None, "ms")
    if ours is None:
        return [told, lost, cost]
    beside = [
        rows.compare("vote to screen, p95", p95(ours.times), p95(theirs.times), peer_name=name, bar=None),
        rows.compare(
            "processor time a vote", ours.processor_ms, theirs.processor_ms, peer_name=name, bar=None
        ),
    ]
    return [*beside, lost]


def main() -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Votes on telephones, seen on the screen.")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("--quick", action="store_true", help="smaller data, under 50 seconds on two cores")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="which parts to measure")
    options = parser.parse_args()
    return rows.report(measure(options.only, quick=options.quick), json_file=options.json)


if __name__ == "__main__":
    sys.exit(main())
