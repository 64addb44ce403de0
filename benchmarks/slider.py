"""How soon does the economy's page answer a reader who moves a slider?

A server of its own on loopback and a real browser: the time of the answer over HTTP, and the time from the slider's
movement until the new pictures have been painted. Every movement asks something that was never asked before. The
machine's load is printed, since other programs only ever add.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from benchmarks.rows import Row, arguments, limit, report

PAGE = "/1481/omvarld/ekonomi/"
BAR_MS = 200.0
MOVE = """async (value) => {
  const slider = document.getElementById("effektivisering").nextElementSibling;
  const settled = new Promise((done) => document.addEventListener("htmx:afterSettle", done, { once: true }));
  const start = performance.now();
  slider.value = value;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await settled;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


@contextmanager
def served() -> Iterator[str]:
    """The address of a server that `avstamp serve` started on a free port."""
    command = [sys.executable, "-u", "-m", "avstamp.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            yield "http://" + line.split("http://")[1].split(" ")[0].rstrip("/\n")
        finally:
            server.terminate()


def http_times(site: str, runs: int) -> list[float]:
    """Milliseconds of the answer that a slider gets."""
    times = []
    for number in range(runs):
        asked = f"{site}{PAGE}?effektivisering=0,{number + 100}"
        start = time.perf_counter()
        with urlopen(Request(asked, headers={"HX-Request": "true"})) as answer:
            answer.read()
        times.append(1000 * (time.perf_counter() - start))
    return times


def redraw_times(site: str, runs: int) -> list[float]:
    """Milliseconds from a slider's movement to painted pictures."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-quic", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(site + PAGE, timeout=120_000)
        page.wait_for_selector(".economy-slider")
        page.evaluate(MOVE, "-0.01")
        times = [page.evaluate(MOVE, f"{(number + 1) / 100:.2f}") for number in range(runs)]
        browser.close()
    return times


def rows(runs: int) -> list[Row]:
    """Median and nine tenths of each."""
    load = os.getloadavg()[0]
    with served() as site:
        with urlopen(site + PAGE) as first:
            first.read()
        http_times(site, 2)
        answers, redraws = http_times(site, runs)[2:], redraw_times(site, runs)
    found = []
    for name, times in (("answer over HTTP", answers), ("slider to painted pictures", redraws)):
        ordered = sorted(times)
        found.append(limit(f"{name}, median, load {load:.1f}", statistics.median(times), BAR_MS, unit="ms"))
        found.append(limit(f"{name}, nine of ten", ordered[int(0.9 * len(ordered))], BAR_MS, unit="ms"))
    return found


def main() -> int:
    """Measure, print, and answer 1 when a bar does not hold."""
    chosen = arguments(__doc__ or "")
    return report(rows(12 if chosen.quick else 40), json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
