"""How does a bare machine get everything Avstamp needs?

Makes `.venv`, installs the pinned packages with their hashes, installs Avstamp itself in place, fetches the
front-end files through npm and compiles the messages. Each step leaves a stamp with the hash of what it read,
so the next run does nothing when nothing has changed. Needs only Python's standard library; `make` calls it.

    python3 scripts/setup.py            what `make start` needs
    python3 scripts/setup.py --dev      and what `make test`, `make check` and `make bench` need
    python3 scripts/setup.py --browser  and a browser, LibreOffice and PostgreSQL, where they can be installed
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / ".stamps"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OLDEST = (3, 11)


class SetupError(Exception):
    """A step could not be done; the message says what to do about it."""


def say(text: str) -> None:
    """Tell the one who waits which step is running."""
    print(f"setup: {text}", flush=True)


def run(command: Sequence[str | Path], *, quiet: bool = False) -> None:
    """Run `command` in the project folder; raise `SetupError` with its output when it fails."""
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=ROOT, env=_environment(), capture_output=quiet, text=True, check=False)
    if result.returncode != 0:
        output = (result.stderr or result.stdout or "").strip() if quiet else ""
        raise SetupError(f"`{' '.join(words)}` failed with code {result.returncode}\n{output}".rstrip())


def done_before(name: str, *inputs: Path) -> Callable[[], None] | None:
    """Return None when step `name` has already been done with these inputs, else what records it as done."""
    digest = hashlib.sha256(sys.version.encode())
    for path in inputs:
        digest.update(path.read_bytes())
    stamp = STAMPS / name
    value = digest.hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == value:
        return None

    def record() -> None:
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(value, "utf-8")

    return record


def make_environment() -> None:
    """Make `.venv` with pip in it, installing Debian's python3-venv first where that is what is missing."""
    python = VENV / "bin/python"
    if (
        python.is_file()
        and subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode
        == 0
    ):
        return
    say("making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", VENV]
    try:
        run(command, quiet=True)
        return
    except SetupError:
        shutil.rmtree(VENV, ignore_errors=True)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if install_system_package(package) or install_system_package("python3-venv"):
        run(command, quiet=True)
        return
    if (
        subprocess.run(
            [sys.executable, "-m", "pip", "--version"], capture_output=True, check=False
        ).returncode
        == 0
    ):
        run([*command, "--without-pip"], quiet=True)
        run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "pip"])
        return
    raise SetupError(f"this Python cannot make virtual environments; as root, run: apt-get install {package}")


def install_system_package(name: str) -> bool:
    """Install Debian package `name` as root or with sudo that asks nothing; say whether it worked."""
    if shutil.which("apt-get") is None:
        return False
    prefix: list[str] = []
    if os.geteuid() != 0:
        if (
            shutil.which("sudo") is None
            or subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode != 0
        ):
            return False
        prefix = ["sudo", "-n"]
    say(f"installing {name} with apt-get")
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    for arguments in (["install", "-y", "-qq", "--no-install-recommends", name], ["update", "-qq"]):
        attempt = subprocess.run([*environment, *arguments], capture_output=True, text=True, check=False)
        if arguments[0] == "install" and attempt.returncode == 0:
            return True
    again = [*environment, "install", "-y", "-qq", "--no-install-recommends", name]
    return subprocess.run(again, capture_output=True, text=True, check=False).returncode == 0


def install_packages(name: str) -> None:
    """Install `requirements/NAME.txt` into `.venv`, hashes required."""
    pins = ROOT / f"requirements/{name}.txt"
    record = done_before(f"packages-{name}", pins)
    if record is None:
        return
    say(f"installing the pinned packages in {pins.relative_to(ROOT)}")
    _install("--require-hashes", "-r", pins)
    record()


def install_project() -> None:
    """Install Avstamp itself in place, so that the `avstamp` command runs the working tree."""
    record = done_before("project", ROOT / "pyproject.toml")
    if record is None and (VENV / "bin/avstamp").is_file():
        return
    say("installing avstamp")
    _install("--no-deps", "--no-build-isolation", "--editable", ROOT)
    if record is not None:
        record()


def _install(*arguments: str | Path) -> None:
    """Install into `.venv` with uv, or with pip where uv is not there yet or cannot reach the packages."""
    uv, python = VENV / "bin/uv", VENV / "bin/python"
    try:
        if not uv.is_file():
            raise SetupError("uv is not installed yet")
        run([uv, "pip", "install", "--quiet", "--python", python, *arguments], quiet=True)
    except SetupError:
        # uv does not read pip's settings: on a machine that reaches its packages only through those, pip can.
        run([python, "-m", "pip", "install", "--quiet", *arguments], quiet=True)


def fetch_assets() -> None:
    """Fetch the front-end packages with npm and copy their built files into the package."""
    script = ROOT / "scripts/assets.py"
    record = done_before("assets", ROOT / "package-lock.json", script)
    in_place = (
        subprocess.run([sys.executable, script, "--check"], capture_output=True, check=False).returncode == 0
    )
    if record is None and in_place:
        return
    npm = shutil.which("npm")
    if npm is None:
        install_packages("node")
        npm = str(VENV / "bin/npm")
    say("fetching the design system, fonts and vega with npm")
    run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], quiet=True)
    run([sys.executable, script])
    if record is not None:
        record()


def compile_messages() -> None:
    """Compile the message catalogues, so that pages speak English as well as Swedish."""
    catalogues = sorted((ROOT / "src/avstamp/locale").glob("*/LC_MESSAGES/django.po"))
    record = done_before("messages", *catalogues)
    if record is None and all(path.with_suffix(".mo").is_file() for path in catalogues):
        return
    run([VENV / "bin/python", ROOT / "scripts/messages.py", "compile"])
    if record is not None:
        record()


def find_browser() -> str | None:
    """Return the path of a Chromium-like browser, or None; AVSTAMP_BROWSER decides when it is set."""
    named = os.environ.get("AVSTAMP_BROWSER")
    if named is not None:
        return named if Path(named).is_file() else None
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def install_browser() -> None:
    """Install Debian's chromium where no browser is found and that is allowed; else say so and go on."""
    if find_browser() is None and not install_system_package("chromium"):
        say("no browser, and none could be installed: tests that need one are left out")


def install_spreadsheet() -> None:
    """Install LibreOffice Calc, which tests recalculate spreadsheets with; where that is not possible say so."""
    if shutil.which("localc") is None and not install_system_package("libreoffice-calc"):
        say(
            "no LibreOffice Calc, and none could be installed: tests that recalculate spreadsheets are left out"
        )


def install_postgresql() -> None:
    """Install Debian's PostgreSQL, which tests start one of their own of; where that is not possible say so."""
    programs = [shutil.which("initdb"), *Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if not any(programs) and not install_system_package("postgresql"):
        say("no PostgreSQL, and none could be installed: tests that need one are left out")


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    environment["PATH"] = f"{environment.get('PATH', '')}{os.pathsep}{VENV / 'bin'}"
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    environment.pop("PIP_REQUIRE_HASHES", None)
    return environment


def main(argv: list[str] | None = None) -> int:
    """Do every step that has not been done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="also what tests, checks and benchmarks need")
    parser.add_argument(
        "--browser",
        action="store_true",
        help="also a browser, LibreOffice and PostgreSQL, where they can be installed",
    )
    options = parser.parse_args(argv)
    if sys.version_info < OLDEST:
        print(
            f"setup: Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}; "
            "say which one to use with `make PYTHON=python3.12 start`",
            file=sys.stderr,
        )
        return 1
    try:
        make_environment()
        install_packages("setup")
        install_packages("runtime")
        if options.dev:
            install_packages("dev")
        install_project()
        fetch_assets()
        compile_messages()
        if options.browser:
            install_browser()
            install_spreadsheet()
            install_postgresql()
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
