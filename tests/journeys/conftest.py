"""What do the journeys share: one server, one browser, and a way to open a page in it.

Playwright's own session fixtures are not used: its event loop would then run in the same thread as every later test
and Django would refuse them the database. The browser here is closed when the last journey has ended.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.journeys.serving import places_in, served

HERE = Path(__file__).parent
PATIENCE_MS = 60_000
"""How long a page may take before a journey gives up; nothing is measured by it."""

Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.needs("browser"))


@pytest.fixture(scope="package")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The server's surroundings: a database and a record of its own, that commands can reach as well."""
    return places_in(tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="package")
def command(places: dict[str, str]) -> Callable[..., str]:
    """Run a command beside the server, on the same database; what it printed."""

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "avstamp.cli", *words],
            env=places,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    return run


@pytest.fixture(scope="package")
def site(places: dict[str, str]) -> Iterator[str]:
    """Serve Avstamp as `avstamp serve` does, on a free port; its address without a slash at the end."""
    with served(places) as address:
        yield address


@pytest.fixture(scope="package")
def browser(browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """The machine's own browser, without a window.

    The driver keeps an event loop in this thread for as long as the browser is open, and a worker may be given tests of
    the database meanwhile: Django is told that they are no part of that loop.
    """
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as driver:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = driver.chromium.launch(**browser_type_launch_args)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Open an address of the site in a browser that has never been there; options are those of the context."""
    opened = []

    def open_page(address: str, **options: Any) -> Page:
        context = browser.new_context(base_url=site, **options)
        opened.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in opened:
        context.close()
