"""How soon does the economy's page answer a reader who moves a slider?

A server of its own on loopback and a real browser: the time of the answer over HTTP, and the time from the slider's
movement until the new pictures have been painted (two frames after they came into the page). What the window shows is
asked for first; the rest follows when the slider rests, and the next movement waits for it here. Every movement asks
something that was never asked before. The machine's load is printed, since other programs only ever add.
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
MOVES = 20
MOVE = """async (value) => {
  const slider = document.getElementById("effektivisering").nextElementSibling;
  const holdsPicture = (record) => [...record.addedNodes].some((node) => node.querySelector?.("svg.chart"));
  const drawn = new Promise((done) => {
    const observer = new MutationObserver((records) => {
      if (records.some(holdsPicture)) {
        observer.disconnect();
        done();
      }
    });
    observer.observe(document.getElementById("answer"), { childList: true, subtree: true });
  });
  const start = performance.now();
  slider.value = value;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
RESTED = """() => new Promise((done) => {
  const look = () => document.querySelector("#answer [aria-busy=true]") ? requestAnimationFrame(look) : done();
  look();
})"""


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
        asked = f"{site}{PAGE}?effektivisering=0,{number + 100}&delar=scenarios&bredd=bred"
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
        times = []
        for number in range(runs):
            page.evaluate(RESTED)
            times.append(page.evaluate(MOVE, f"{(number + 1) / 100:.2f}"))
        browser.close()
    return times


def rows(runs: int) -> list[Row]:
    """Median and 95th percentile of each."""
    with served() as site:
        with urlopen(site + PAGE) as first:
            first.read()
        measured = (
            ("answer over HTTP", http_times(site, runs + 2)[2:], os.getloadavg()[0]),
            ("slider to painted pictures", redraw_times(site, runs), os.getloadavg()[0]),
        )
    found = []
    for name, times, load in measured:
        ordered = sorted(times)
        found.append(limit(f"{name}, median, load {load:.1f}", statistics.median(times), BAR_MS, unit="ms"))
        found.append(
            limit(f"{name}, 95 of 100, load {load:.1f}", ordered[round(0.95 * (runs - 1))], BAR_MS, unit="ms")
        )
    return found


def main() -> int:
    """Measure, print, and answer 1 when a bar does not hold."""
    chosen = arguments(__doc__ or "")
    return report(rows(MOVES), json_file=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
