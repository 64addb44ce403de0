"""An installed Avstamp needs neither Node nor the repository: the wheel holds everything a page needs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
UV = Path(sys.executable).parent / "uv"
pytestmark = pytest.mark.xdist_group("wheel")


def _run(*command: str | Path, cwd: Path = ROOT) -> str:
    result = subprocess.run(
        [str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    return next(folder.glob("avstamp-*.whl"))


def _install(folder: Path, *what: str | Path) -> None:
    """Install with uv, or with pip where only pip's settings say where packages are (as the set-up does)."""
    python = folder / "bin/python"
    with_uv = [str(word) for word in (UV, "pip", "install", "--quiet", "--python", python, *what)]
    if subprocess.run(with_uv, capture_output=True, check=False).returncode != 0:
        _run(python, "-m", "pip", "install", "--quiet", *what)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the pinned packages and the wheel; returns its folder."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    _run(UV, "venv", "--quiet", "--seed", "--python", sys.executable, folder)
    _install(folder, "--require-hashes", "-r", ROOT / "requirements/runtime.txt")
    _install(folder, "--no-deps", wheel)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables of a machine that has nothing: an empty PATH, an empty home, none of the repository's settings."""
    nothing = tmp_path / "bin"
    nothing.mkdir()
    return {"PATH": str(nothing), "HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


@pytest.fixture
def address(installed: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """Serve the installed Avstamp from an empty folder on a free port, with no Node in reach; yield where."""
    command = [str(installed / "bin/avstamp"), "serve", "--port", "0"]
    with (
        (tmp_path / "errors").open("w+") as errors,
        subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as server,
    ):
        try:
            line = server.stdout.readline() if server.stdout else ""
            assert "http://" in line, (tmp_path / "errors").read_text("utf-8")
            yield line.split("http://")[1].split(" ")[0]
        finally:
            server.terminate()
            server.wait(timeout=20)


def _fetch(url: str) -> tuple[int, str, bytes]:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.status, answer.headers["Content-Type"], answer.read()


def test_wheel_holds_front_end_files_and_messages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    site = "avstamp/web/site/static"
    wanted = {
        f"{site}/vendor/designsystemet/designsystemet.css",
        f"{site}/vendor/designsystemet/designsystemet.js",
        f"{site}/vendor/fonts/source-sans-3.css",
        f"{site}/vendor/vega/vega-embed.min.js",
        f"{site}/vendor/manifest.json",
        "avstamp/renderers/fonts/SourceSans3-Regular.ttf",
        "avstamp/locale/en/LC_MESSAGES/django.mo",
        "avstamp/py.typed",
    }
    assert wanted - names == set()


def test_wheel_build_stops_without_front_end_files(tmp_path: Path) -> None:
    copy = tmp_path / "avstamp"
    ignored = shutil.ignore_patterns("vendor", "__pycache__", "starter")
    shutil.copytree(ROOT / "src", copy / "src", ignore=ignored)
    shutil.copytree(ROOT / "scripts", copy / "scripts", ignore=ignored)
    for name in ("pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(copy)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "front-end files are not in place" in result.stdout + result.stderr


def test_installed_wheel_sees_neither_node_nor_the_repository(
    installed: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    program = (
        "import json, shutil, sys, avstamp, avstamp.web\n"
        "node = [shutil.which(name) for name in ('node', 'npm')]\n"
        "print(json.dumps({'node': node, 'at': avstamp.__file__, 'path': sys.path}))"
    )
    found = subprocess.run(
        [str(installed / "bin/python"), "-c", program],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    seen = json.loads(found.stdout)

    assert seen["node"] == [None, None]
    assert Path(seen["at"]).is_relative_to(installed)
    assert [place for place in seen["path"] if Path(place or tmp_path).resolve().is_relative_to(ROOT)] == []


def test_installed_wheel_writes_a_report(
    installed: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    result = subprocess.run(
        [str(installed / "bin/avstamp"), "report", "1481", "--out", "start.pdf"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert result.returncode == 0, result.stderr
    assert (tmp_path / "start.pdf").read_bytes()[:5] == b"%PDF-"


def test_installed_wheel_serves_pages_without_node(address: str) -> None:
    status, kind, page = _fetch(f"http://{address}/")
    assert (status, kind.split(";")[0]) == (200, "text/html")
    assert b"designsystemet" in page
    status, kind, _sheet = _fetch(f"http://{address}/static/vendor/designsystemet/designsystemet.css")
    assert (status, kind.split(";")[0]) == (200, "text/css")
    status, _kind, unit_page = _fetch(f"http://{address}/1481/")
    assert status == 200
    assert "Mölndal" in unit_page.decode("utf-8")
