"""How soon is a press on a telephone on the screen of the room, in real windows of a real browser?

`python -m benchmarks.room_journey [--json FILE] [--quick]`. A leader, the screen and three telephones are windows of
Chromium, each with cookies of its own, on a server of their own with the demonstration's day; the clock is the
browser's, from the press in one window to the changed count in the other. Server, database, browser and windows share
the machine. In a named exercise every press is waited for; in an anonymous round every ballot, of which the screen
shows the total alone.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import rows
from benchmarks.live_load import serving

LIMIT_MS = 1000
PATIENCE_MS = 30_000
BALLOTS = 4
"""How many ballots each telephone casts, each with a slip of its own."""

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WATCH = """() => {
  const count = () => document.querySelector(".screen-count")?.textContent.trim() ?? "";
  window.seen = [[Date.now(), count()]];
  const look = () => { if (count() !== window.seen.at(-1)[1]) window.seen.push([Date.now(), count()]); };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
PRESS = """(selector) => { const at = Date.now(); document.querySelector(selector).click(); return at; }"""


def prepare(environment: dict[str, str]) -> dict[str, Any]:
    """The demonstration with a second day, whose anonymous round is open, in the database the environment names."""
    command = [sys.executable, "-m", "benchmarks.room_journey", "make"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    made: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return made


def _make() -> dict[str, Any]:
    from datetime import UTC, datetime, time

    from avstamp.web.databases import prepare_database

    prepare_database()
    from avstamp.web.accounts.personal_links import link_path, make_personal_link
    from avstamp.web.room.actions import NewLine, make_day, open_line
    from avstamp.web.room.tickets import make_slips
    from avstamp.web.site import demonstration_content as people
    from avstamp.web.site.demonstration import build_demonstration
    from avstamp.web.site.demonstration_day_content import CONFIDENCE
    from avstamp.web.site.demonstration_days import ready_day
    from avstamp.web.site.demonstration_outlook import found

    at = datetime.now(UTC)
    start = build_demonstration(at=at)
    named, leader = ready_day(start), found(people.LEADER)
    assert named is not None, "the demonstration has a day that is ready"
    lines = [NewLine("Hur säkra är vi?", 10, exercise=CONFIDENCE)]
    anonymous = make_day(
        start, "Anonym", day=named.day, begins=time(9), guests=True, lines=lines, by=leader, at=at
    )
    open_line(anonymous.lines.get(), by=leader, at=at)
    slips = make_slips(anonymous, {"ruling": 3 * BALLOTS}, by=leader, at=at)["ruling"]
    place = f"/start/{people.KEY}/{start.term_first_day.year}/traffar/"
    return {
        "link": link_path(make_personal_link(leader, at=at, place=place, title=people.NAME)),
        "named": {"code": named.code, "screen": f"{place}{named.number}/skarm/"},
        "anonymous": {"code": anonymous.code, "screen": f"{place}{anonymous.number}/skarm/", "slips": slips},
    }


@contextmanager
def windows(port: int) -> Iterator[Any]:
    """A browser, and a way to open windows in it that know nothing of one another."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)

        def window(**options: Any) -> Any:
            context = browser.new_context(base_url=f"http://127.0.0.1:{port}", **options)
            context.set_default_timeout(PATIENCE_MS)
            return context.new_page()

        yield window
        browser.close()


def until_seen(screen: Any, pressed: float, *, before: int) -> float:
    """Milliseconds from a press to the next count on the screen; infinite when it never came."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < deadline:
        seen = screen.evaluate("window.seen")
        if len(seen) > before:
            return float(seen[before][0]) - pressed
        time.sleep(0.02)
    return float("inf")


def named_votes(window: Any, leader: Any, day: dict[str, Any], votes: int) -> list[float]:
    """Three telephones join, and the first statement of each is waited for on the screen, then taken back, and again.

    The screen counts those who have answered, so it is the first answer of a telephone, and its undoing, that show.
    """
    leader.goto(day["screen"])
    leader.evaluate(WATCH)
    times = []
    phones = []
    for name in ("Anna", "Bo", "Cilla"):
        phone = window(viewport={"width": 320, "height": 640})
        phone.goto(f"/traff/{day['code']}/")
        phone.locator("#id_name").fill(name)
        phone.locator("button[name=role][value=ruling]").click()
        phone.locator("button[name='svar-0'][value=agree]").wait_for()
        phones.append(phone)
    for turn in range(votes):
        phone = phones[turn % 3]
        before = len(leader.evaluate("window.seen"))
        vote = "button[name='svar-0'][value=agree]"
        undo = "button[name=angra]"
        selector = vote if (turn // 3) % 2 == 0 else undo
        phone.locator(selector).wait_for()
        times.append(until_seen(leader, phone.evaluate(PRESS, selector), before=before))
        phone.locator(undo if selector == vote else vote).first.wait_for()
    for phone in phones:
        phone.context.close()
    return times


def anonymous_votes(window: Any, leader: Any, day: dict[str, Any], votes: int) -> list[float]:
    """Ballots are cast by slips, and each is waited for in the total."""
    leader.goto(day["screen"])
    leader.evaluate(WATCH)
    times = []
    phones = [window(viewport={"width": 320, "height": 640}) for _ in range(3)]
    for turn in range(votes):
        phone = phones[turn % 3]
        phone.goto(f"/lapp/{day['code']}/1/")
        phone.locator("#lapp").fill(day["slips"][turn])
        for group in dict.fromkeys(
            radio.get_attribute("name") for radio in phone.locator("input[type=radio]").all()
        ):
            phone.locator(f"input[name='{group}']").nth(3).check()
        before = len(leader.evaluate("window.seen"))
        times.append(
            until_seen(leader, phone.evaluate(PRESS, "main form button[type=submit]"), before=before)
        )
    for phone in phones:
        phone.context.close()
    return times


def measure(quick: bool) -> list[rows.Row]:
    """Both kinds of round; `quick` presses fewer times."""
    named, anonymous = (6, 3) if quick else (18, 3 * BALLOTS)
    with tempfile.TemporaryDirectory() as folder:
        own = {
            "AVSTAMP_DATABASE": str(Path(folder) / "room.sqlite3"),
            "AVSTAMP_AUDIT": str(Path(folder) / "audit"),
        }
        environment = {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "avstamp.web.settings"}
        day = prepare(environment)
        with serving(environment) as server, windows(server.port) as window:
            leader = window(viewport={"width": 1920, "height": 1080})
            leader.goto(day["link"])
            leader.locator("main button[type=submit]").first.click()
            leader.wait_for_load_state()
            kinds = {
                "named": named_votes(window, leader, day["named"], named),
                "anonymous": anonymous_votes(window, leader, day["anonymous"], anonymous),
            }
    measured = []
    for kind, times in kinds.items():
        middle = statistics.median(times)
        measured.append(
            rows.limit(f"{kind}: press to screen, median of {len(times)}", middle, LIMIT_MS, unit="ms")
        )
        measured.append(rows.limit(f"{kind}: press to screen, slowest", max(times), LIMIT_MS, unit="ms"))
    return measured


if __name__ == "__main__":
    if sys.argv[1:] == ["make"]:
        print(json.dumps(_make()))
    else:
        options = rows.arguments("A press on a telephone, seen on the screen of the room, in real windows.")
        sys.exit(rows.report(measure(options.quick), json_file=options.json))
