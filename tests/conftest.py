"""What do all tests share: what a test may need from outside, and what happens when it is not there.

A test marked `needs("browser")`, `needs("spreadsheet")`, `needs("postgresql")` or `needs("data")` is left out where
that is missing, and the summary says how many were. With CI=true it fails instead, so that a machine that should have
everything cannot pass with less.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A test says what is true, not how fast; and the same examples are tried on every machine.
settings.register_profile("avstamp", deadline=None, derandomize=True)
settings.load_profile("avstamp")

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIETLY = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
"""Flags for a browser on a machine without a screen, which must fetch nothing of its own."""

LEFT_OUT = "left out: "

if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    # Where Python is told to write nothing beside the code, each program that a test starts would compile all of
    # Django anew: three seconds, forty times. What is compiled is kept where the tests keep other things.
    os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache/bytecode")


def find_browser() -> Path | None:
    """Return the browser that tests drive: AVSTAMP_BROWSER, else the first one on the machine."""
    named = os.environ.get("AVSTAMP_BROWSER")
    if named is not None:
        return Path(named) if Path(named).is_file() else None
    return next((Path(path) for path in map(shutil.which, BROWSERS) if path), None)


def find_data() -> Path | None:
    """Return the folder of source data: AVSTAMP_DATA, else `../shared/data` beside the repository."""
    folder = Path(os.environ.get("AVSTAMP_DATA", ROOT.parent / "shared/data"))
    return folder if (folder / "kolada").is_dir() else None


def find_spreadsheet() -> Path | None:
    """Return the program that recalculates spreadsheets without a window: AVSTAMP_OFFICE, else LibreOffice Calc."""
    named = os.environ.get("AVSTAMP_OFFICE")
    if named is not None:
        return Path(named) if Path(named).is_file() else None
    # soffice is there with the word processor alone; localc comes with the spreadsheet program.
    found = shutil.which("localc")
    return Path(found) if found else None


def find_postgresql() -> Path | None:
    """Return the folder of PostgreSQL's programs: AVSTAMP_POSTGRESQL, else the machine's own."""
    # Asked for only by a test that needs it, so that this file can be tried without the project's scripts.
    from private_postgresql import find_programs

    return find_programs()


NEEDS: dict[str, tuple[Callable[[], Path | None], str]] = {
    "browser": (find_browser, "no browser; install chromium or set AVSTAMP_BROWSER"),
    "spreadsheet": (find_spreadsheet, "no LibreOffice Calc; install libreoffice-calc or set AVSTAMP_OFFICE"),
    "postgresql": (find_postgresql, "no PostgreSQL; install postgresql or set AVSTAMP_POSTGRESQL"),
    "data": (find_data, "no source data; set AVSTAMP_DATA"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave a test out, or fail it when CI=true, when what it needs is not on this machine."""
    for marker in item.iter_markers("needs"):
        for need in marker.args:
            find, reason = NEEDS[need]
            if find() is None:
                if os.environ.get("CI", "").lower() == "true":
                    pytest.fail(f"CI=true and {reason}", pytrace=False)
                pytest.skip(LEFT_OUT + reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out, and why."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ").removeprefix(LEFT_OUT)
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and LEFT_OUT in report.longrepr[2]
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{LEFT_OUT}{count} tests ({reason})", yellow=True)


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of source data; the test that asks is marked `needs("data")`."""
    folder = find_data()
    assert folder is not None, "mark the test with needs('data')"
    return folder


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Drive the machine's own browser instead of one that Playwright fetches, and let it call nobody."""
    arguments = [*QUIETLY, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    return {**browser_type_launch_args, "executable_path": str(find_browser()), "args": arguments}


@pytest.fixture(scope="session")
def spreadsheet_program() -> Path:
    """The program that recalculates spreadsheets; the test that asks is marked `needs("spreadsheet")`."""
    program = find_spreadsheet()
    assert program is not None, "mark the test with needs('spreadsheet')"
    return program
