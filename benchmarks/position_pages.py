"""How long does one unit's complete position take, pages included, in a process that has answered before?

The complete position is four pages: the findings, the forecasts of every indicator, the key ratios with their profile,
and the expectations. Each of the chosen units is asked for once before it is timed, as a reader who comes back. Both
the clock and the process's own time are printed: on a machine that does other work the clock measures that too.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator

from benchmarks.rows import Row, arguments, limit, report

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "avstamp.web.settings")

UNITS = ("1481", "0180", "1480", "2584", "0980", "1440", "2418", "0114", "0760", "1883")
PAGES = ("iakttagelser/", "om-fyra-ar/", "nyckeltal/", "formaga/")
MOST_MS = 150
RUNS = 5


def rows() -> Iterator[Row]:
    """The median unit's whole position, by the clock and by the processor."""
    import django
    from django.test import Client

    from avstamp.web.static_files import collect

    django.setup()
    collect()
    client = Client()
    clock, work = [], []
    for unit in UNITS:
        _ask(client, unit)
        runs = [_ask(client, unit) for _ in range(RUNS)]
        clock.append(statistics.median(run[0] for run in runs))
        work.append(statistics.median(run[1] for run in runs))
    yield limit("one unit's complete position, four pages", statistics.median(clock), MOST_MS, unit="ms")
    yield limit("the same, processor time", statistics.median(work), MOST_MS, unit="ms")
    yield limit("the slowest of ten units, processor time", max(work), MOST_MS, unit="ms")


def _ask(client: object, unit: str) -> tuple[float, float]:
    started, worked = time.perf_counter(), time.process_time()
    for page in PAGES:
        answer = client.get(f"/{unit}/nulage/{page}", headers={"host": "localhost"})  # type: ignore[attr-defined]
        if answer.status_code != 200:
            raise SystemExit(f"/{unit}/nulage/{page} answered {answer.status_code}")
    return 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - worked)


def main() -> int:
    """Measure and print."""
    chosen = arguments(__doc__ or "")
    return report(rows(), json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
