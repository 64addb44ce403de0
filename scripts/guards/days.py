"""Is the day asked of the law's clock and of nobody else?

Instants are in UTC and days are Swedish: `avstamp.domain.calendar.legal_time` alone says which day an instant is in,
and when a day is over. What asks the machine's clock or Django's for a day, or cuts an instant off to its date, is a
day wrong for an hour or two of every night. A cell of a spreadsheet holds no instant: `sources` read dates from those.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from guards.tree import python_files

ASKED_ELSEWHERE = {"localdate", "localtime", "today", "utcnow"}
CUT_OFF = "date"
EXEMPT = {Path("src/avstamp/domain/calendar/legal_time.py")}
WITHOUT_INSTANTS = Path("src/avstamp/sources")


def find_faults(root: Path) -> list[str]:
    """Return one line for each place that finds a day by itself."""
    faults = []
    for path in python_files(root, "src"):
        inside = path.relative_to(root)
        if inside not in EXEMPT and WITHOUT_INSTANTS not in inside.parents:
            tree = ast.parse(path.read_text("utf-8"))
            faults += [
                f"{inside}:{line}: ask legal_day for a day, not {name}()" for line, name in _calls(tree)
            ]
    return faults


def _calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name = node.func.attr
        if name in ASKED_ELSEWHERE or (name == CUT_OFF and not node.args and not node.keywords):
            yield node.lineno, name
