"""Does a name say what the thing is?

No drawer for odds and ends, no class named for its pattern instead of its meaning, no mark that work is
unfinished, and a test named for the thing and the condition.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from guards.tree import project_files, python_files, text_of

DRAWERS = {"utils", "util", "common", "helpers", "helper", "misc"}
EMPTY_CLASS = re.compile(r"\w(?:Manager|Helper|Service|Util|Utils|(?<!Fact)Base|Data)$")
UNFINISHED = re.compile(
    r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|pytest\.mark\.(?:skip|xfail)\b|pytest\.x" r"fail\("
)
TEST = re.compile(r"test_[a-zåäö0-9]+(?:_[a-zåäö0-9]+)+$")


def find_faults(root: Path) -> list[str]:
    """Return one line for each name that says too little and each mark of unfinished work."""
    faults = []
    for path in project_files(root):
        inside = path.relative_to(root)
        drawers = DRAWERS & {*inside.parent.parts, inside.stem}
        if drawers:
            faults.append(f"{inside}: {drawers.pop()!r} is a drawer for odds and ends")
    for path in python_files(root):
        inside = path.relative_to(root)
        source = text_of(path) or ""
        for number, line in enumerate(source.splitlines(), start=1):
            if UNFINISHED.search(line):
                faults.append(f"{inside}:{number}: a mark of unfinished work")
        faults += [f"{inside}:{line}: {fault}" for line, fault in _naming(ast.parse(source), inside)]
    return faults


def _naming(tree: ast.Module, inside: Path) -> Iterator[tuple[int, str]]:
    is_test = inside.parts[0] == "tests" and inside.name.startswith("test_")
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and EMPTY_CLASS.search(node.name):
            yield node.lineno, f"class {node.name} is named for a pattern, not for what it is"
        elif (
            is_test
            and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and node.name.startswith("test_")
            and not TEST.match(node.name)
        ):
            yield node.lineno, f"{node.name} should be test_<thing>_<condition>"
