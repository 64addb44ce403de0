"""Is a file or a function growing past what a reader holds in mind?

Files stop at 500 lines (tests 800), functions at 60, docstrings not counted: a formula and its source may
take the room they need. Settings and migrations are exempt. `sizes_baseline.json` lists exceptions by name
and size; it may only shrink, so an entry larger than the truth is a fault too.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from guards.tree import python_files

FILE_LIMIT = 500
TEST_FILE_LIMIT = 800
FUNCTION_LIMIT = 60
BASELINE = Path("scripts/guards/sizes_baseline.json")


def find_faults(root: Path) -> list[str]:
    """Return one line for each file or function over its limit and each exception that can shrink."""
    baseline: dict[str, int] = {}
    if (root / BASELINE).is_file():
        baseline = json.loads((root / BASELINE).read_text("utf-8"))
    faults, seen = [], set()
    for name, lines, limit in _sizes(root):
        allowed = baseline.get(name, limit)
        if name in baseline:
            seen.add(name)
            if lines < allowed:
                faults.append(f"{name}: is down to {lines} lines; lower or remove its exception")
        if lines > allowed:
            faults.append(f"{name}: {lines} lines, at most {allowed}")
    faults += [f"{name}: has an exception and does not exist" for name in sorted(set(baseline) - seen)]
    return faults


def _sizes(root: Path) -> Iterator[tuple[str, int, int]]:
    for path in python_files(root):
        inside = path.relative_to(root)
        if path.name == "settings.py" or "migrations" in inside.parts:
            continue
        source = path.read_text("utf-8")
        yield (
            str(inside),
            len(source.splitlines()),
            TEST_FILE_LIMIT if inside.parts[0] == "tests" else FILE_LIMIT,
        )
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{inside}::{node.name}", _function_lines(node), FUNCTION_LIMIT


def _function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node, clean=False) is not None:
        docstring = node.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines
