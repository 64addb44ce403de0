"""A missing browser or missing data is told, and in CI it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
TEST = """
import pytest

@pytest.mark.needs("browser")
def test_page_in_a_browser():
    pass

def test_page_without_one():
    pass
"""


def _run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(CONFTEST.read_text("utf-8"), "utf-8")
    (folder / "test_planted.py").write_text(TEST, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = needs(*what)\n", "utf-8")
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTEST_") and name != "CI"
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:django",
        "-p",
        "no:xdist",
        "-p",
        "no:cacheprovider",
        str(folder),
    ]
    return subprocess.run(
        command, cwd=folder, env={**clean, **environment}, capture_output=True, text=True, check=False
    )


def test_missing_browser_is_counted(tmp_path: Path) -> None:
    result = _run(tmp_path, AVSTAMP_BROWSER=str(tmp_path / "none"))
    assert result.returncode == 0, result.stdout
    assert "left out: 1 tests (no browser; install chromium or set AVSTAMP_BROWSER)" in result.stdout


def test_missing_browser_fails_in_ci(tmp_path: Path) -> None:
    result = _run(tmp_path, AVSTAMP_BROWSER=str(tmp_path / "none"), CI="true")
    assert result.returncode == 1
    assert "1 failed, 1 passed" in result.stdout or "1 passed, 1 error" in result.stdout, result.stdout


@pytest.mark.parametrize("variable", ["AVSTAMP_BROWSER"])
def test_named_browser_is_used(tmp_path: Path, variable: str) -> None:
    result = _run(tmp_path, **{variable: sys.executable})
    assert "2 passed" in result.stdout
