"""What does Avstamp look like? Takes the picture in the README from a running server, in a real browser.

    .venv/bin/python scripts/picture.py            serve, look at Mölndal's start page, write docs/picture.jpg

Needs what `make test` installs (Playwright and Chromium). Nothing is drawn by hand, so that the picture is true.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "picture.jpg"
PAGE = "/1481/"
SIZE = {"width": 1280, "height": 1180}
QUALITY = 60
BROWSER = os.environ.get("AVSTAMP_BROWSER", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


def main() -> int:
    """Serve on a free port, take the picture, stop; return 0."""
    program = Path(sys.executable).parent / "avstamp"
    server = subprocess.Popen(
        [str(program), "serve", "--port", "0"], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        address = _address(server)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
            page = browser.new_page(viewport=SIZE)
            page.goto(address + PAGE)
            page.screenshot(path=str(PICTURE), type="jpeg", quality=QUALITY)
            browser.close()
    finally:
        server.terminate()
        server.wait()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1000} kB")
    return 0


def _address(server: subprocess.Popen[str]) -> str:
    """The address that the server says it answers on."""
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"http://[^\s]+", line):
            return found[0].rstrip("/.")
    raise RuntimeError(
        "the server stopped before it said where it answers; run `make start` and read what it says"
    )


if __name__ == "__main__":
    sys.exit(main())
