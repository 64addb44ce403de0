"""Is the fact base as fast and as small as it claims, beside DuckDB and Polars on the same figures?

The real fact base always; without `--quick` also a seeded synthetic base of full size (6,500 indicators, 311 units,
32 million values). Answers are compared before anything is timed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from avstamp import places
from avstamp.domain.facts.cube import KINDS, Axes, Cube
from avstamp.domain.facts.profile import group_means, profile_columns
from avstamp.domain.facts.statistics import describe_slabs
from avstamp.domain.facts.trend import follow_series
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import prepare_findings
from benchmarks.fact_peers import (
    GROUP_MEANS,
    ONE_INDICATOR,
    PLAIN_PROFILE,
    READY_PROFILE,
    Duck,
    described_table,
    long_table,
    polars_profile,
)
from benchmarks.rows import Row, arguments, compare, limit, milliseconds, paired_milliseconds, report

FULL_INDICATORS = 6_500
MISSING_SHARE = 0.005
SEED = 20261124
UNIT_COLUMN = 100
GROUP_SIZE = 7
CUSTOM_GROUP = 25


@dataclass(frozen=True)
class Bars:
    """Largest ratios allowed at one size."""

    ready_profile: float
    plain_profile: float
    rebuild: float


REAL = Bars(ready_profile=1 / 5, plain_profile=1 / 100, rebuild=1 / 6)
FULL = Bars(ready_profile=1 / 10, plain_profile=1 / 250, rebuild=1 / 8)


def synthetic_values() -> tuple[Axes, np.ndarray]:
    """A seeded base of full size: series of 5 to 25 years, one or three gender rows, a few values missing."""
    draw = np.random.Generator(np.random.Philox(SEED))
    municipalities, regions = 290, 21
    units = municipalities + regions
    lengths = draw.integers(5, 26, FULL_INDICATORS)
    rows = np.where(draw.random(FULL_INDICATORS) < 0.03, 3, 1)
    series = [(number, row) for number in range(FULL_INDICATORS) for row in range(rows[number])]
    indicator = np.concatenate([np.full(lengths[number], number, np.int32) for number, _ in series])
    gender = np.concatenate([np.full(lengths[number], row, np.int8) for number, row in series])
    year = np.concatenate([np.arange(2023 - lengths[number], 2023, dtype=np.int16) for number, _ in series])
    values = draw.normal(50, 10, (len(indicator), units + 1)).round(2)
    values[draw.random(values.shape) < MISSING_SHARE] = np.nan
    axes = Axes(
        indicators=tuple(f"X{number:05d}" for number in range(FULL_INDICATORS)),
        units=tuple(f"{number:04d}" for number in range(units + 1)),
        municipalities=municipalities,
        regions=regions,
        slab_indicator=indicator,
        slab_gender=gender,
        slab_year=year,
    )
    return axes, values


def build(axes: Axes, values: np.ndarray) -> Cube:
    """The cube of some values, in memory."""
    spans = tuple(axes.span_of(kind) for kind in KINDS)
    described = describe_slabs(values, spans=spans)
    latest, slope = follow_series(described.by_unit, axes.series_start, slab_year=axes.slab_year)
    return Cube(
        axes=axes,
        values=values,
        status=(~np.isnan(values)).astype(np.uint8),
        by_unit=described.by_unit,
        n=described.n,
        median=described.median,
        mad=described.mad,
        below=described.below,
        above=described.above,
        latest=latest,
        slope=slope,
    )


def _same(ours: np.ndarray, peer: np.ndarray, what: str) -> None:
    # A missing answer comes masked from the peer and as NaN from us.
    theirs = np.ma.filled(np.ma.asarray(peer, np.float64), np.nan)
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9, equal_nan=True, err_msg=what)


def _rebuild_rows(size: str, cube: Cube, duck: Duck, bars: Bars) -> Iterator[Row]:
    spans = tuple(cube.axes.span_of(kind) for kind in KINDS)
    values = np.ascontiguousarray(cube.values)
    kept: dict[str, np.ndarray] = {}

    def allocate(name: str, shape: tuple[int, ...], dtype: str) -> np.ndarray:
        # One set of arrays for all runs: the peer writes over its own table as well.
        return kept.setdefault(name, np.empty(shape, dtype))

    ours, peer = paired_milliseconds(
        lambda: describe_slabs(values, spans=spans, allocate=allocate), duck.rebuild, runs=3
    )
    yield compare(f"rebuild, {size}", ours, peer, peer_name="DuckDB native", bar=bars.rebuild)


def measure(size: str, cube: Cube, bars: Bars, *, with_polars: bool) -> Iterator[Row]:
    """All rows for one size of fact base."""
    axes = cube.axes
    figures = long_table(axes, cube.values)
    described = described_table(cube, figures)
    duck = Duck(figures, described)
    members = list(range(UNIT_COLUMN + 1, UNIT_COLUMN + 1 + GROUP_SIZE))
    asked = {"unit": UNIT_COLUMN, "kind": 0, "members": members}

    def profile() -> tuple[object, np.ndarray]:
        columns = profile_columns(cube, UNIT_COLUMN)
        means, _ = group_means(cube, columns.slab, members)
        return columns, means

    columns, means = profile()
    for query in (READY_PROFILE, PLAIN_PROFILE):
        answer = duck.ask(query, **asked)
        for name in ("value", "n", "percentile", "median", "mad", "robust_z"):
            _same(np.asarray(getattr(columns, name), np.float64), answer[name], name)
        _same(means, answer["group_mean"], "group_mean")
    ours, ready = paired_milliseconds(profile, lambda: duck.ask(READY_PROFILE, **asked), runs=11)
    yield compare(
        f"profile, {size}", ours, ready, peer_name="DuckDB, same columns ready", bar=bars.ready_profile
    )
    ours, plain = paired_milliseconds(profile, lambda: duck.ask(PLAIN_PROFILE, **asked), runs=5)
    yield compare(f"profile, {size}", ours, plain, peer_name="DuckDB native, plain", bar=bars.plain_profile)
    if with_polars:
        frame = pl.from_arrow(figures)
        polars = milliseconds(
            lambda: polars_profile(frame, unit=UNIT_COLUMN, kind=0, members=members), runs=3
        )
        yield compare(f"profile, {size}", ours, polars, peer_name="Polars", bar=None)
    yield from _rebuild_rows(size, cube, duck, bars)
    yield from _lookup_rows(size, cube, duck)


def _lookup_rows(size: str, cube: Cube, duck: Duck) -> Iterator[Row]:
    axes = cube.axes
    code = int(axes.slab_indicator[len(axes.slab_indicator) // 2])
    slabs = np.flatnonzero((axes.slab_indicator == code) & (axes.slab_gender == 0))
    span = slice(int(slabs[0]), int(slabs[-1]) + 1)
    ours, peer = paired_milliseconds(
        lambda: np.array(cube.values[span]), lambda: duck.ask(ONE_INDICATOR, indicator=code)
    )
    yield compare(
        f"one indicator, all units and years, {size}", ours, peer, peer_name="DuckDB native", bar=None
    )
    members = list(range(5, 5 + CUSTOM_GROUP))
    every = np.arange(len(axes.slab_year))
    ours, peer = paired_milliseconds(
        lambda: group_means(cube, every, members), lambda: duck.ask(GROUP_MEANS, members=members), runs=5
    )
    newest = np.unique(axes.series_start[1:] - 1)
    shown = milliseconds(lambda: group_means(cube, newest, members))
    yield compare(
        f"custom group of {CUSTOM_GROUP}, every slab, {size}", ours, peer, peer_name="DuckDB native", bar=None
    )
    yield limit(f"custom group of {CUSTOM_GROUP}, newest of each series, {size}", shown, 30.0, unit="ms")


def size_rows(record: Path, count: int) -> Iterator[Row]:
    """Bytes on disk for each figure, beside the same rows as a plain Parquet file of doubles would take."""
    held = (record / "values.parquet").stat().st_size / count
    yield limit("size per value on disk", held, 2.5, unit="bytes")
    whole = sum(path.stat().st_size for path in record.iterdir()) / 1e6
    yield limit("starter fact base, everything", whole, 18.0, unit="MB")


def memory_row() -> Row:
    """Resident memory of a process of its own that has opened the web app and answered for ten units."""
    probe = Path(__file__).with_name("serving_memory.py")
    answer = subprocess.run([sys.executable, str(probe)], check=True, capture_output=True, text=True)
    return limit("memory of a serving process", float(answer.stdout.split()[-1]), 400.0, unit="MB")


def main() -> int:
    """Measure, print, and answer 1 when a bar does not hold."""
    chosen = arguments(__doc__ or "")
    fact_base = open_fact_base(places.starter_fact_base())
    rows = [*measure("real", fact_base.cube, REAL, with_polars=True)]
    rows += size_rows(fact_base.path, fact_base.manifest.counts["values"])
    # As `avstamp serve` does: what pages read is made before, in a process of its own.
    prepare_findings(fact_base)
    rows.append(memory_row())
    if not chosen.quick:
        axes, values = synthetic_values()
        rows += measure("full size", build(axes, values), FULL, with_polars=True)
    return report(rows, json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
