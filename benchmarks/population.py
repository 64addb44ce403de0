"""Does the population projection hold against Statistics Sweden's own, and the engine against NumPy?

Backtest: the projection from 31 December 2019, with nothing later than 2019 known to it, against what came, beside
SCB's official projection of the same time (in Kolada under 2015-2017, five years ahead) and beside no change. Every
choice of the method was made on outcomes up to 2019. Engine: the same model in vectorised NumPy, in the same run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numba import get_num_threads
from numpy.typing import NDArray

from avstamp import places
from avstamp.domain.outlook.population import REGISTERED, TOTAL, AgeGroup, finest_of
from avstamp.domain.outlook.population.ages import AGES, SEXES
from avstamp.domain.outlook.population.chance import NATION, TOWN
from avstamp.domain.outlook.population.engine import common_errors, draw_paths
from avstamp.domain.outlook.population.projection import (
    PATHS,
    SEED,
    YEARS,
    Projection,
    prepare_projection,
    project_population,
)
from avstamp.domain.outlook.population.record import PopulationRecord
from avstamp.domain.outlook.population.reference import GeneratorDraws, draw_one_unit
from avstamp.domain.outlook.population.uncertainty import rate_uncertainty
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.library.population import population_record
from benchmarks.rows import Row, arguments, at_least, compare, limit, milliseconds, report, within

BASE, HORIZONS = 2019, (1, 2, 3)
FILED_YEARS_EARLIER = 5
OFFICIAL = {
    "all": "N02907",
    "1-5": "N02908",
    "6-15": "N02909",
    "16-19": "N02910",
    "65-79": "N02913",
    "80+": "N02914",
}
JUDGED = (TOTAL, *(group for group in REGISTERED if group.key in OFFICIAL))
MOST_NUMPY_NS = 45.0
PEER_UNITS = 10
"""Every so many municipalities are drawn by the peer too; both are compared by time for a cell and year."""

SIZE_LIMITS = (15_000, 40_000)
SIZES = ("under 15,000", "15,000 to 40,000", "over 40,000")


def outcome(record: PopulationRecord, group: AgeGroup, year: int) -> NDArray[np.float64]:
    """What was registered."""
    at = record.at(year)
    counts = record.total[:, 0] if group == TOTAL else record.registered[:, 0, REGISTERED.index(group)]
    return np.asarray(counts[:, at])


def official(fact_base: FactBase, group: AgeGroup, year: int) -> NDArray[np.float64]:
    """What SCB expected, as Kolada has it."""
    axes = fact_base.cube.axes
    slabs = axes.slabs_of(OFFICIAL[group.key], Gender.ALL)
    filed = year - FILED_YEARS_EARLIER
    slab = slabs.start + axes.slab_year[slabs].tolist().index(filed)
    return np.asarray(fact_base.cube.values[slab, axes.span_of(UnitKind.MUNICIPALITY)])


def median_error(expected: NDArray[np.float64], seen: NDArray[np.float64]) -> float:
    """Median over municipalities of the absolute error in per cent."""
    return float(np.nanmedian(np.abs(expected / seen - 1)) * 100)


def accuracy_rows(fact_base: FactBase, record: PopulationRecord, projection: Projection) -> Iterator[Row]:
    """Ours beside SCB's and beside no change, for each horizon."""
    people = projection.expected.people
    as_good = 0
    for horizon in HORIZONS:
        year = BASE + horizon
        last = horizon == HORIZONS[-1]
        for group in JUDGED:
            seen = outcome(record, group, year)
            ours = median_error(people[:, horizon, :, group.ages].sum(axis=(1, 2)), seen)
            theirs = median_error(official(fact_base, group, year), seen)
            still = median_error(outcome(record, group, BASE), seen)
            name = f"median error {year}, ages {group.key}"
            bar = 1.0 if last and group == TOTAL else None
            yield compare(name, ours, theirs, peer_name="SCB's projection", bar=bar, unit="%")
            yield compare(name, ours, still, peer_name="no change from 2019", bar=None, unit="%")
            as_good += last and group != TOTAL and ours <= theirs
    yield at_least(
        f"age groups of 5 at or below SCB's error {BASE + HORIZONS[-1]}", as_good, 4, unit="groups"
    )


def coverage_rows(
    record: PopulationRecord, projection: Projection, paths: int, *, judged: bool
) -> Iterator[Row]:
    """How many municipalities fell within the 80 and 95 per cent intervals."""
    units = np.array([int(unit) for unit in record.units])
    uncertainty = rate_uncertainty(projection.local)
    counts = draw_paths(projection.expected.rates, uncertainty, units=units, paths=paths, seed=SEED)
    size = np.digitize(outcome(record, TOTAL, BASE), SIZE_LIMITS)
    for horizon in HORIZONS:
        year = BASE + horizon
        for group in JUDGED:
            drawn = counts[:, :, horizon][..., list(finest_of(group))].sum(axis=-1)
            seen = outcome(record, group, year)
            inside = {
                level: (np.quantile(drawn, (1 - level) / 2, axis=1) <= seen)
                & (seen <= np.quantile(drawn, (1 + level) / 2, axis=1))
                for level in (0.80, 0.95)
            }
            chosen: Mapping[str, NDArray[np.bool_]] = {f"ages {group.key}": np.ones(len(seen), bool)}
            if group == TOTAL:
                chosen = {**chosen, **{f"all, {name}": size == number for number, name in enumerate(SIZES)}}
            for name, of in chosen.items():
                narrow = name == "ages all"
                for level, (low, high) in zip(
                    (0.80, 0.95), ((77, 83), (93, 97)) if narrow else ((74, 86), (90, 98)), strict=True
                ):
                    covered = float(inside[level][of].mean() * 100)
                    row = within(f"{level:.0%} interval {year}, {name}", covered, low, high, unit="%")
                    yield row if judged and horizon == HORIZONS[-1] else unjudged(row)


def unjudged(row: Row) -> Row:
    """The same measurement, shown but not judged."""
    return Row(row.name, row.ours, row.peer, row.peer_name, row.ratio, row.bar, None, row.unit)


def engine_rows(projection: Projection, paths: int, *, judged: bool) -> Iterator[Row]:
    """Time for a cell and year of the engine and of NumPy, after their agreement on bytes was checked."""
    rates, uncertainty = projection.expected.rates, rate_uncertainty(projection.local)
    units = np.array([int(unit) for unit in projection.units])
    step = 29 if judged else 145
    slices = [slice(first, first + step) for first in range(0, len(units) if judged else 290, step)]
    check_bytes(projection)

    def ours() -> None:
        for part in slices:
            draw_paths(rates.of(part), uncertainty.of(part), units=units[part], paths=paths, seed=SEED)

    sample = list(range(0, len(units), PEER_UNITS if judged else 5 * PEER_UNITS))
    shared = {"years": rates.years, "paths": paths, "seed": SEED}
    national = common_errors(uncertainty.nation, stands_for=NATION, **shared)
    town = common_errors(uncertainty.town, stands_for=TOWN, **shared)

    def peer() -> None:
        for unit in sample:
            one = slice(unit, unit + 1)
            draws = GeneratorDraws(paths, SEED + unit)
            draw_one_unit(
                rates.of(one), uncertainty.of(one), paths=paths, draws=draws, national=national, town=town
            )

    cells = SEXES * AGES * rates.years * paths
    per_cell, per_peer_cell = 1e6 / (len(units) * cells), 1e6 / (len(sample) * cells)
    pairs = [(processor_and_clock(ours), processor_and_clock(peer)) for _ in range(5 if judged else 1)]
    (engine, engine_clock), (numpy, numpy_clock) = np.median(pairs, axis=0).tolist()
    engine, numpy = engine * per_cell / get_num_threads(), numpy * per_peer_cell
    name = f"engine, 290 x 202 x {rates.years} x {paths}"
    shared = {"peer_name": "NumPy", "unit": "ns a cell"}
    row = compare(f"{name}, processor", engine, numpy, bar=1 / 25, **shared)
    yield row if judged else unjudged(row)
    yield compare(f"{name}, clock", engine_clock * per_cell, numpy_clock * per_peer_cell, bar=None, **shared)
    row = limit("NumPy of the same model", numpy, MOST_NUMPY_NS, unit="ns a cell")
    yield row if judged else unjudged(row)
    unit = projection.units[len(projection.units) // 2]
    one = milliseconds(lambda: project_population(projection, [unit], unit=unit, paths=PATHS), runs=7)
    yield limit(f"one municipality, {PATHS} paths, {rates.years} years", one, 100.0, unit="ms")


def processor_and_clock(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of a call: of the processor, all threads together, and by the clock.

    The judged row compares processor time, that of the engine divided by its threads: by the clock, whoever else
    works on the machine slows two threads more than one. On a machine of one's own the two rows say the same.
    """
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return (time.process_time() - processor) * 1000, (time.perf_counter() - clock) * 1000


def check_bytes(projection: Projection) -> None:
    """One and two threads, and any division into calls, give the same bytes; raises when they do not."""
    rates, uncertainty = projection.expected.rates, rate_uncertainty(projection.local)
    units = np.array([int(unit) for unit in projection.units])
    few = slice(40, 44)
    whole = draw_paths(rates.of(few), uncertainty.of(few), units=units[few], paths=60, seed=SEED, threads=2)
    one = draw_paths(rates.of(few), uncertainty.of(few), units=units[few], paths=60, seed=SEED, threads=1)
    np.testing.assert_array_equal(whole, one)
    for unit in range(few.start, few.stop):
        alone = slice(unit, unit + 1)
        tail = draw_paths(
            rates.of(alone), uncertainty.of(alone), units=units[alone], paths=23, seed=SEED, first_path=37
        )
        np.testing.assert_array_equal(whole[unit - few.start, 37:], tail[0])


def main() -> int:
    """Measure, print, and answer 1 when a bar does not hold."""
    chosen = arguments(__doc__ or "")
    fact_base = open_fact_base(places.starter_fact_base())
    record = population_record(fact_base)
    known = record.until(BASE)
    backtest = prepare_projection(known, years=HORIZONS[-1])
    rows = list(accuracy_rows(fact_base, record, backtest))
    rows += coverage_rows(record, backtest, 200 if chosen.quick else 1_000, judged=not chosen.quick)
    ahead = prepare_projection(record, years=YEARS)
    rows += engine_rows(ahead, 100 if chosen.quick else PATHS, judged=not chosen.quick)
    return report(rows, json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
