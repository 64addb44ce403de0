"""Does a server that has answered for a long while still stand where it stood after warming up?

Serves Avstamp as a program of its own and asks for many different pages, over and over, for a minute and a
half (twenty seconds with `--quick`). Memory and open files are compared with what they were once every page had
been shown twice.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from benchmarks.rows import Row, arguments, compare, report
from benchmarks.serving_memory import PAGES, UNITS

SECONDS = 90
QUICK_SECONDS = 20
ASKING_AT_ONCE = 4
BATCH = 40
MEMORY_GROWTH = 1.1
# A request under way when the count is taken holds a few files open.
FILES_GROWTH = 1.25


@contextmanager
def serving() -> Iterator[tuple[int, str]]:
    """Serve on a free port; yield the process id and the address."""
    command = [
        sys.executable,
        "-c",
        "from avstamp.cli import main; raise SystemExit(main())",
        "serve",
        "--port",
        "0",
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            if "http://" not in line:
                raise SystemExit(f"avstamp serve did not start: {line!r}")
            yield server.pid, "http://" + line.split("http://")[1].split()[0]
        finally:
            server.terminate()


def fetch(url: str) -> bool:
    """Ask for one page; say whether it was answered as it should."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            answer.read()
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError):
        return False


def memory_megabytes(process: int) -> float:
    """Resident memory of a process."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def open_files(process: int) -> int:
    """How many files and connections a process holds open."""
    return sum(1 for _ in Path(f"/proc/{process}/fd").iterdir())


def measure(seconds: float) -> Iterator[Row]:
    """Warm up, ask for pages for `seconds`, and compare."""
    with serving() as (process, address), ThreadPoolExecutor(ASKING_AT_ONCE) as askers:
        urls = [f"{address}/{unit}/{page}" for unit in UNITS for page in PAGES]
        failed = sum(not ok for ok in askers.map(fetch, urls * 2))
        before = memory_megabytes(process), open_files(process)
        asked, endless, start = 0, cycle(urls), time.monotonic()
        while time.monotonic() - start < seconds:
            failed += sum(not ok for ok in askers.map(fetch, islice(endless, BATCH)))
            asked += BATCH
        elapsed = time.monotonic() - start
        time.sleep(1)
        after = memory_megabytes(process), open_files(process)
    warmed = "after warming up"
    yield compare("memory after soaking", after[0], before[0], peer_name=warmed, bar=MEMORY_GROWTH, unit="MB")
    yield compare(
        "open files after soaking", after[1], before[1], peer_name=warmed, bar=FILES_GROWTH, unit="files"
    )
    yield Row("answers that failed", failed, 0.0, "limit", None, None, failed == 0, "pages")
    yield Row("pages answered", asked / elapsed, None, "", None, None, None, "pages/s")


def main() -> int:
    """Soak and report."""
    options = arguments((__doc__ or "").splitlines()[0])
    return report(measure(QUICK_SECONDS if options.quick else SECONDS), json_file=options.json)


if __name__ == "__main__":
    sys.exit(main())
