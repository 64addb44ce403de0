"""Do findings last five years, beside the largest robust z, and do structureless data stay silent?

Base years 2015, 2016 and 2017 with nothing later, judged on the measured values of 2020, 2021 and 2022. Two sets of
indicators: those the catalogue gives a direction, and every indicator that is no projection (without a direction a side
is just a side). What is shuffled is shuffled across municipalities, each year by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from avstamp.domain.position.findings.panel import Panel
from avstamp.domain.position.findings.selection import Judgement, judge
from avstamp.domain.values import UnitKind
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import unit_findings
from avstamp.library.findings.panels import directed_indicators, read_panel
from benchmarks.finding_peers import Listing, Outcome, list_naive, list_of, read_outcome
from benchmarks.rows import Row, arguments, at_least, limit, milliseconds, report

BASES = (2015, 2016, 2017)
SEED = 20261124
LEAST_KEPT = 50


def every_indicator(fact_base: FactBase) -> tuple[str, ...]:
    """All indicators that municipalities report and that are no projections."""
    return tuple(id for id, indicator in sorted(fact_base.indicators.items()) if not indicator.forecast)


def shuffle(panel: Panel, rows: np.ndarray, *, seed: int) -> Panel:
    """The panel with the values of some indicators dealt out anew among the municipalities, each year by itself."""
    draw = np.random.Generator(np.random.Philox(seed))
    values = panel.values.copy()
    for row in rows:
        for year in range(values.shape[2]):
            there = np.flatnonzero(~np.isnan(values[row, :, year]))
            values[row, there, year] = values[row, draw.permutation(there), year]
    return replace(panel, values=values)


def fade(panel: Panel, *, seed: int) -> Panel:
    """The harder null: every series is passing noise that halves from year to year and is gone in five."""
    draw = np.random.Generator(np.random.Philox(seed))
    shocks = draw.standard_normal((*panel.values.shape[:2], panel.values.shape[2] + 20))
    series = np.zeros(shocks.shape)
    for year in range(1, shocks.shape[2]):
        series[:, :, year] = 0.5 * series[:, :, year - 1] + shocks[:, :, year]
    return replace(panel, values=np.where(np.isnan(panel.values), np.nan, series[:, :, 20:]))


def last_rows(name: str, ours: Listing, naive: Listing, outcome: Outcome) -> Iterator[Row]:
    """How well what was listed lasted, beside the naive list and the bars."""
    share = outcome.beyond(ours)
    yield at_least(f"{name}: still beyond the quartile", share, 0.83, unit="share")
    yield at_least(f"{name}: still on the same side", outcome.same_side(ours), 0.93, unit="share")
    ahead = share - outcome.beyond(naive)
    yield at_least(f"{name}: ahead of the naive list", ahead, 0.08, unit="share")
    small = ours.of_units(outcome.smallest_fourth)
    yield at_least(f"{name}: smallest fourth", outcome.beyond(small), 0.80, unit="share")
    yield at_least(f"{name}: mean |robust z| at base", outcome.mean_deviation(ours), 1.7, unit="z")
    most = ours.largest_share(outcome.units)
    yield limit(f"{name}: most often listed indicator", most, 0.30, unit="share")


def told_rows(name: str, judgement: Judgement, ours: Listing, outcome: Outcome) -> Iterator[Row]:
    """What the method itself said of the same list, and how long it was: told, not judged."""
    said = [
        judgement.remains[side, row, unit]
        for side, row, unit in zip(ours.side, ours.row, ours.unit, strict=True)
    ]
    yield Row(
        f"{name}: probability it gave itself",
        float(np.mean(said)),
        outcome.beyond(ours),
        "what came",
        None,
        None,
        None,
        "share",
    )
    yield Row(
        f"{name}: listed a municipality",
        len(ours.row) / outcome.units,
        None,
        "",
        None,
        None,
        None,
        "findings",
    )


def null_rows(name: str, panel: Panel) -> Iterator[Row]:
    """What is said when nothing, or only half of the figures, has anything to say."""
    judged = np.flatnonzero(judge(panel).standing.judged)
    units = panel.values.shape[1]
    for kind, empty in (
        ("all shuffled", shuffle(panel, judged, seed=SEED)),
        ("all fading noise", fade(panel, seed=SEED)),
    ):
        found = list_of(judge(empty))
        silent = len(np.unique(found.unit)) / units
        yield limit(f"{name}, {kind}: municipalities that list", silent, 0.02, unit="share")
    half = np.random.Generator(np.random.Philox(SEED + 1)).permutation(judged)[: len(judged) // 2]
    judgement = judge(shuffle(panel, half, seed=SEED + 2))
    false = np.isin(np.arange(panel.values.shape[0]), half)
    kept, listed = judgement.kept, list_of(judgement)
    yield limit(
        f"{name}, half shuffled: false of what is kept",
        float(kept[:, false].sum() / kept.sum()),
        0.05,
        unit="share",
    )
    yield limit(
        f"{name}, half shuffled: false on the lists", float(false[listed.row].mean()), 0.02, unit="share"
    )
    real = kept[:, ~false].sum() / units
    if len(judged) >= 8 * LEAST_KEPT:
        yield at_least(f"{name}, half shuffled: real kept", float(real), LEAST_KEPT, unit="findings")
    else:
        # With so few figures fifty of the real ones cannot lie beyond a quartile at all.
        yield Row(f"{name}, half shuffled: real kept", float(real), None, "", None, None, None, "findings")


def speed_rows(fact_base: FactBase) -> Iterator[Row]:
    """Judging everything once, and one municipality when that is done."""
    indicators = directed_indicators(fact_base, UnitKind.MUNICIPALITY)
    panel = read_panel(
        fact_base, UnitKind.MUNICIPALITY, indicators=indicators, base_year=fact_base.newest_year
    )
    yield limit(
        "judge 290 municipalities, catalogue", milliseconds(lambda: judge(panel), runs=3), 3000.0, unit="ms"
    )
    unit = fact_base.units.get("1481")
    yield limit(
        "one municipality's findings, warm",
        milliseconds(lambda: unit_findings.__wrapped__(fact_base, unit)),
        50.0,
        unit="ms",
    )


def rows(fact_base: FactBase, *, quick: bool) -> Iterator[Row]:
    """Every row of this benchmark; `quick` leaves out the null data of two base years."""
    sets = {
        "catalogue": directed_indicators(fact_base, UnitKind.MUNICIPALITY),
        "every": every_indicator(fact_base),
    }
    for title, indicators in sets.items():
        for base in BASES:
            name = f"{title} {base}"
            panel = read_panel(fact_base, UnitKind.MUNICIPALITY, indicators=indicators, base_year=base)
            if title == "every":
                panel = replace(panel, areas=("",) * len(indicators))
            outcome = read_outcome(fact_base, panel)
            judgement = judge(panel)
            ours = list_of(judgement)
            yield from last_rows(name, ours, list_naive(panel, judgement, outcome), outcome)
            yield from told_rows(name, judgement, ours, outcome)
            if not quick or base == BASES[-1]:
                yield from null_rows(name, panel)
    yield from speed_rows(fact_base)


def main() -> int:
    """Measure, print, and answer 1 when a bar does not hold."""
    chosen = arguments(__doc__ or "")
    return report(rows(open_fact_base(), quick=chosen.quick), json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
