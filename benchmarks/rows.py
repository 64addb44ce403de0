"""How does every benchmark time, judge and print what it measures?"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

LIMIT = "limit"
"""The peer of a row that is held to a fixed limit instead of another program."""


@dataclass(frozen=True)
class Row:
    """One measurement. `ratio` is ours / peer; it holds when not above `bar`, and None means not judged here."""

    name: str
    ours: float
    peer: float | None
    peer_name: str
    ratio: float | None
    bar: float | None
    holds: bool | None
    unit: str


def compare(
    name: str, ours: float, peer: float, *, peer_name: str, bar: float | None, unit: str = "ms"
) -> Row:
    """A row where smaller is better and the bar is the largest ratio ours / peer allowed."""
    ratio = ours / peer
    return Row(name, ours, peer, peer_name, ratio, bar, None if bar is None else ratio <= bar, unit)


def limit(name: str, ours: float, at_most: float, *, unit: str) -> Row:
    """A row held to a fixed limit."""
    return Row(name, ours, at_most, LIMIT, ours / at_most, 1.0, ours <= at_most, unit)


def at_least(name: str, ours: float, floor: float, *, unit: str) -> Row:
    """A row held to a floor, where larger is better: the ratio is floor / ours, so that 1 is still the bar."""
    ratio = floor / ours if ours > 0 else None
    return Row(name, ours, floor, LIMIT, ratio, 1.0, ours >= floor, unit)


def within(name: str, ours: float, low: float, high: float, *, unit: str) -> Row:
    """A row held to an interval, as a coverage is: no ratio says how well it holds."""
    return Row(name, ours, None, f"{LIMIT} {low:g} to {high:g}", None, None, low <= ours <= high, unit)


def milliseconds(work: Callable[[], object], *, runs: int = 7, warm: int = 1) -> float:
    """Median time of a call, after calls that are not counted."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def paired_milliseconds(
    ours: Callable[[], object], peer: Callable[[], object], *, runs: int = 7
) -> tuple[float, float]:
    """Median times of two calls made in turn, so that a machine that slows down slows both."""
    ours()
    peer()
    pairs = [(milliseconds(ours, runs=1, warm=0), milliseconds(peer, runs=1, warm=0)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def arguments(description: str) -> argparse.Namespace:
    """The two options that every benchmark takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("--quick", action="store_true", help="smaller data, under 50 seconds on two cores")
    return parser.parse_args()


def report(rows: Iterable[Row], *, json_file: Path | None) -> int:
    """Print the rows as a table, write them as JSON, and answer 1 when a bar does not hold."""
    listed = list(rows)
    print(_table(listed))
    document = json.dumps([asdict(row) for row in listed], indent=2)
    print(document)
    if json_file:
        json_file.write_text(document + "\n", encoding="utf-8")
    return int(any(row.holds is False for row in listed))


def _table(rows: Sequence[Row]) -> str:
    lines = [
        f"{os.cpu_count()} cores",
        f"{'measurement':<44}{'ours':>12}{'peer':>12}  {'unit':<12}{'ours/peer':>10}{'bar':>9}  holds  peer",
    ]
    for row in rows:
        peer = "" if row.peer is None else f"{row.peer:,.3f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.4f}"
        bar = "" if row.bar is None else f"{row.bar:.4f}"
        verdict = {True: "yes", False: "NO", None: "-"}[row.holds]
        lines.append(
            f"{row.name:<44}{row.ours:>12,.3f}{peer:>12}  {row.unit:<12}{ratio:>10}{bar:>9}"
            f"  {verdict:<5}  {row.peer_name}"
        )
    return "\n".join(lines)
