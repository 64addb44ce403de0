"""Does the project keep its own rules? `make check` runs this.

Lint, format, types, layers, guards and messages, each with one line of result; everything runs even when
something has failed, so that one round shows all there is to mend.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import messages
from guards import addresses, days, dependencies, names, purity, sizes

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

PROGRAMS: dict[str, list[str]] = {
    "lint (ruff)": [str(BIN / "ruff"), "check", "."],
    "format (ruff)": [str(BIN / "ruff"), "format", "--check", "."],
    "types (mypy)": [str(BIN / "mypy")],
    "layers (import-linter)": [str(BIN / "lint-imports"), "--cache-dir", ".cache/import_linter"],
}
GUARDS: dict[str, Callable[[Path], list[str]]] = {
    "addresses": addresses.find_faults,
    "days": days.find_faults,
    "dependencies": dependencies.find_faults,
    "names": names.find_faults,
    "purity": purity.find_faults,
    "sizes": sizes.find_faults,
    "messages": messages.find_faults,
}


def run_program(command: list[str]) -> list[str]:
    """Run a program in the project folder; return its output when it fails, nothing when it passes."""
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return (result.stdout + result.stderr).splitlines() if result.returncode else []


def main() -> int:
    """Run every check; return 1 when any of them found something."""
    failed = 0
    checks: list[tuple[str, Callable[[], list[str]]]] = [
        *((name, lambda command=command: run_program(command)) for name, command in PROGRAMS.items()),
        *((name, lambda guard=guard: guard(ROOT)) for name, guard in GUARDS.items()),
    ]
    for name, check in checks:
        faults = check()
        print(f"{'FAIL' if faults else 'ok  '}  {name}", flush=True)
        for fault in faults:
            print(f"      {fault}")
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
