"""Is a municipality's economy carried forward fast enough, and do its intervals hold what came?

Speed beside the same model in vectorised NumPy, on the same paths of chance; times are the fastest of many runs made
in turn, because a busy machine only ever adds. Accuracy on the result share (N03102) of every municipality, from the
twelve bases 2007 to 2018 and up to four years on, with nothing later than the base used; without `--quick` also with
the country's own median given, and with `AVSTAMP_FACTBASE` on whatever years that fact base holds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from avstamp.domain.outlook.economy import (
    DRIVERS,
    Guidelines,
    OwnFutures,
    chart_course,
    draw_result_share,
    draw_shocks,
    fit_result_share,
    required_efficiency,
    run_futures,
)
from avstamp.domain.outlook.economy.futures import FAN, carry_paths, pack_books, pack_course
from avstamp.domain.outlook.economy.reference import carry_forward_reference
from avstamp.library.facts import open_fact_base
from avstamp.library.municipal_books import FIRST_SHARE_YEAR, MunicipalBooks, NoEconomy, read_books
from avstamp.library.panel import municipal_panel
from benchmarks.rows import Row, arguments, compare, limit, report, within

YEARS, PATHS, SEED = 13, 10_000, 2026
FIRST_BASE, LAST_BASE, HORIZONS, OWN_YEARS = 2007, 2018, 4, 10
DRAWS = 1_000
RISK = 0.1


def fastest(*works: Callable[[], object], runs: int) -> list[float]:
    """Fewest milliseconds of each call, the calls made in turn."""
    best = [np.inf] * len(works)
    for work in works:
        work()
    for _ in range(runs):
        for number, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[number] = min(best[number], 1000 * (time.perf_counter() - start))
    return best


def municipalities() -> list[MunicipalBooks]:
    """Every municipality whose books are whole in the newest year."""
    fact_base = open_fact_base()
    found = []
    for unit in fact_base.units.municipalities:
        try:
            found.append(read_books(fact_base, unit))
        except NoEconomy:
            continue
    return found


def speed_rows(first: MunicipalBooks, runs: int) -> Iterator[Row]:
    """10,000 futures of one municipality beside NumPy."""
    shocks = draw_shocks(first.drivers, first.model, YEARS, PATHS, seed=SEED)
    means = dict(zip(DRIVERS, first.drivers.mean.tolist(), strict=True))
    guidelines = Guidelines()
    growth = 1.004 ** np.arange(1, YEARS + 1)
    course = chart_course(first.books, YEARS, **means)
    own = OwnFutures.certain(growth, growth, spread=first.spread)
    books, packed = pack_books(first.books, guidelines, first.spread), pack_course(course)
    # The reference reads the same numbers in the precision that it counts in, so that it need not convert them.
    chance = tuple(
        np.asarray(paths, np.float64) for paths in (shocks.income, shocks.cost, shocks.interest, shocks.own)
    )

    def reference() -> tuple[np.ndarray, ...]:
        return carry_forward_reference(books, packed, chance, growth[:, None], growth[:, None])

    def reference_fans() -> object:
        # The faster of two ways: numpy.quantile takes three times as long as this sort.
        ordered = [np.sort(paths, axis=1) for paths in reference()[:3]]
        return [rows[:, [int(share * (PATHS - 1)) for share in FAN]] for rows in ordered]

    into = np.empty((3, YEARS, PATHS), np.float32)
    for ours, peer in zip(carry_paths(books, packed, shocks, own), reference(), strict=True):
        np.testing.assert_allclose(ours, peer, rtol=1e-5, atol=1e-4)
    ours, peer, fans, peer_fans = fastest(
        lambda: carry_paths(books, packed, shocks, own, into=into),
        reference,
        lambda: run_futures(first.books, course, shocks, own, guidelines=guidelines),
        reference_fans,
        runs=runs,
    )
    yield limit(f"{PATHS:,} futures of one municipality", ours, 2.0, unit="ms")
    yield compare(
        f"{PATHS:,} futures of one municipality", ours, peer, peer_name="vectorised NumPy", bar=1 / 8
    )
    yield compare("the same with its fans", fans, peer_fans, peer_name="vectorised NumPy", bar=None)


def needed_row(every: Sequence[MunicipalBooks]) -> Row:
    """What is needed of many municipalities, beside one run of them all."""
    first, guidelines = every[0], Guidelines()
    shocks = draw_shocks(first.drivers, first.model, YEARS, PATHS, seed=SEED)
    means = dict(zip(DRIVERS, first.drivers.mean.tolist(), strict=True))
    growth = 1.004 ** np.arange(1, YEARS + 1)
    into = np.empty((3, YEARS, PATHS), np.float32)
    tasks = [
        (
            one.books,
            chart_course(one.books, YEARS, **means),
            OwnFutures.certain(growth, growth, spread=one.spread),
        )
        for one in every
    ]

    def national() -> None:
        for base, line, paths in tasks:
            carry_paths(
                pack_books(base, guidelines, paths.spread), pack_course(line), shocks, paths, into=into
            )

    def needed() -> list[float]:
        return [
            required_efficiency(base, line, shocks, paths, guidelines=guidelines, risk=RISK)
            for base, line, paths in tasks
        ]

    run, efficiency = fastest(national, needed, runs=3)
    return compare(
        f"required efficiency, {len(every)} municipalities",
        efficiency,
        run,
        peer_name="one national run",
        bar=15.0,
    )


def crps(draws: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Continuous ranked probability score, (U,), of draws (P, U)."""
    ordered, count = np.sort(draws, axis=0), len(draws)
    weight = 2 * np.arange(1, count + 1)[:, None] - count - 1
    return np.abs(draws - outcome).mean(axis=0) - (weight * ordered).sum(axis=0) / count**2


def _own_years_score(history: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """The same score of drawing from the municipality's own last years, NaN where it has none."""
    known = np.sum(~np.isnan(history), axis=0)
    ordered = np.sort(history, axis=0)
    rank = np.arange(1, len(history) + 1)[:, None]
    weight = np.where(rank <= known, 2 * rank - known - 1, 0)
    distance = np.nansum(np.abs(history - outcome), axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return distance / known - np.nansum(weight * ordered, axis=0) / known**2


def accuracy_rows(shares: np.ndarray, first_year: int, *, horizons: int = HORIZONS) -> Iterator[Row]:
    """Coverage of 80 per cent intervals and CRPS of the result share, base by base."""
    inside: list[tuple[int, int, np.ndarray]] = []
    given_inside: dict[int, list[np.ndarray]] = {}
    ours, peer = [], []
    for base in range(FIRST_BASE, LAST_BASE + 1):
        now = base - first_year + 1
        ahead = min(horizons, len(shares) - now)
        model = fit_result_share(shares[:now])
        median = np.nanmedian(shares[now : now + ahead], axis=1)
        futures = draw_result_share(model, ahead, DRAWS, seed=SEED)
        given = draw_result_share(model, ahead, DRAWS, seed=SEED, national=median)
        for step in range(ahead):
            outcome = shares[now + step]
            known = ~np.isnan(outcome)
            for draws, kept in ((futures[step], None), (given[step], given_inside.setdefault(base, []))):
                low, high = np.quantile(draws, [0.1, 0.9], axis=0)
                hit = ((outcome >= low) & (outcome <= high))[known]
                if kept is None:
                    inside.append((base, base + step + 1, hit))
                else:
                    kept.append(hit)
            known &= (~np.isnan(shares[now - OWN_YEARS : now])).any(axis=0)
            ours.append(crps(futures[step], outcome)[known])
            peer.append(_own_years_score(shares[now - OWN_YEARS : now], outcome)[known])

    def covered(rows: list[np.ndarray]) -> float:
        return 100 * float(np.concatenate(rows).mean())

    yield within(
        "result share: 80 % interval, all bases", covered([hit for *_, hit in inside]), 76, 84, unit="%"
    )
    early = covered([hit for _, year, hit in inside if year <= 2019])
    yield within("result share: outcomes up to 2019", early, 77, 85, unit="%")
    for base in range(FIRST_BASE, LAST_BASE + 1):
        yield within(f"base {base}", covered([hit for at, _, hit in inside if at == base]), 65, 92, unit="%")
    for base, hits in given_inside.items():
        yield within(f"base {base}, national median given", covered(hits), 70, 90, unit="%")
    score, reference = float(np.concatenate(ours).mean()), float(np.concatenate(peer).mean())
    yield compare(
        "result share: CRPS", score, reference, peer_name="own last ten years", bar=0.95, unit="points"
    )


def main() -> int:
    """Measure, print, and answer 1 when a bar does not hold."""
    chosen = arguments(__doc__ or "")
    every = municipalities()
    rows = [*speed_rows(every[0], 150 if chosen.quick else 400)]
    rows.append(needed_row(every[:40] if chosen.quick else every))
    fact_base = open_fact_base()
    shares = municipal_panel(fact_base.cube, "N03102", FIRST_SHARE_YEAR, fact_base.newest_year)
    rows += accuracy_rows(shares, FIRST_SHARE_YEAR)
    return report(rows, json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
