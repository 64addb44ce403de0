"""Is the core still pure, and do web apps keep to each other's front doors?

The domain imports the standard library, numpy, scipy and numba; it opens no file or socket, asks no clock and
draws nothing at random without a seed. A web app calls another through its front doors only.
Which package may import which is import-linter's part (pyproject.toml).
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from guards.tree import python_files

ALLOWED = {"avstamp", "numpy", "scipy", "numba"}
OUTSIDE_WORLD = {
    *("asyncio", "ctypes", "ftplib", "getpass", "gettext", "glob", "http", "io", "locale", "logging", "mmap"),
    *("multiprocessing", "os", "pathlib", "pickle", "platform", "random", "secrets", "shelve", "shutil"),
    *("signal", "smtplib", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time"),
    *("urllib", "uuid"),
}
CLOCKS = {"now", "today", "utcnow"}
FRONT_DOORS = {
    "queries",
    "actions",
    "permitting",
    "visit",
    "setting_up",
    "inviting",
    "people_page",
    "offers",
    "result_kinds",
    "answering",
    "ballots",
    "tickets",
    "step_results",
}
"""`permitting` answers who may, `visit` gives a view the start its path names: every app of a start asks them.
`setting_up`, `inviting`, `answering`, `ballots` and `tickets` are actions, divided by what is done; `people_page` is
read by pages that mix steps. `offers` says what a reader may write in the thread, for pages that lead there, and
`result_kinds` is where a later step says what claims can rest on of its own."""

DIVIDED = ("_actions", "_queries")
"""How the names of actions and queries end that are divided by what they are about."""


def find_faults(root: Path) -> list[str]:
    """Return one line for each import or call in the core that it may not have, and each back door used."""
    web = root / "src/avstamp/web"
    apps = {path.name for path in web.iterdir() if path.is_dir()} if web.is_dir() else set()
    faults = []
    for path in python_files(root, "src"):
        inside = path.relative_to(root)
        tree = ast.parse(path.read_text("utf-8"))
        if inside.parts[1:3] == ("avstamp", "domain"):
            faults += [f"{inside}:{line}: {fault}" for line, fault in _impurities(tree)]
        elif inside.parts[1:3] == ("avstamp", "web") and len(inside.parts) > 4:
            faults += [
                f"{inside}:{line}: {fault}" for line, fault in _back_doors(tree, inside.parts[3], apps)
            ]
    return faults


def _impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for line, module in _imports(tree):
        top = module.split(".")[0]
        if top in OUTSIDE_WORLD or (top not in ALLOWED and top not in sys.stdlib_module_names):
            yield line, f"the core does not import {top}"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in {"open", "print", "input"}:
            yield node.lineno, f"the core does not call {called.id}()"
        elif isinstance(called, ast.Attribute) and called.attr in CLOCKS and not node.args:
            yield node.lineno, f"the core does not ask the clock ({called.attr}())"
        elif (
            isinstance(called, ast.Attribute)
            and called.attr == "default_rng"
            and not (node.args or node.keywords)
        ):
            yield node.lineno, "a random generator needs a seed"


def _back_doors(tree: ast.Module, app: str, apps: set[str]) -> Iterator[tuple[int, str]]:
    for line, module in _imports(tree, names=True):
        parts = module.split(".")
        if parts[:2] != ["avstamp", "web"] or len(parts) < 4 or parts[2] not in apps - {app, "site"}:
            continue
        if parts[3] not in FRONT_DOORS and not parts[3].endswith(DIVIDED):
            yield line, f"{app} reaches into {parts[2]}.{parts[3]}; use its queries or actions"


def _imports(tree: ast.Module, *, names: bool = False) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            if names:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module
