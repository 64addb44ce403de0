"""Does every dependency say what it is for, and is every pin fixed by hashes?"""

from __future__ import annotations

import re
from pathlib import Path

DEPENDENCY = re.compile(r'^\s+"[A-Za-z][\w.\-\[\]]*\s*(?:[<>=!~;@].*)?",?\s*(?P<comment>#.*)?$')
LISTS = re.compile(r"^(?:dependencies|requires|\w+) = \[$")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9][\w.\-]*)==\S+")


def find_faults(root: Path) -> list[str]:
    """Return one line for each dependency without a reason and each pin without a hash."""
    return [*_without_reason(root / "pyproject.toml"), *_without_hash(root / "requirements")]


def _without_reason(path: Path) -> list[str]:
    faults, section, inside = [], "", False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith("["):
            section, inside = line.strip("[] "), False
        elif LISTS.match(line):
            name = line.split(" ")[0]
            inside = section == "dependency-groups" or (section, name) in {
                ("project", "dependencies"),
                ("build-system", "requires"),
            }
        elif line.startswith("]"):
            inside = False
        elif inside:
            found = DEPENDENCY.match(line)
            if found is not None and not (found["comment"] or "").strip("# "):
                faults.append(f"{path.name}:{number}: {line.strip().strip(',')} does not say what it is for")
    return faults


def _without_hash(folder: Path) -> list[str]:
    faults = []
    for path in sorted(folder.glob("*.txt")):
        entries = re.split(r"\n(?=\S)", path.read_text("utf-8"))
        for entry in entries:
            found = PIN.match(entry)
            if found is not None and "--hash=sha256:" not in entry:
                faults.append(f"requirements/{path.name}: {found['name']} has no hash")
            elif found is None and entry.strip() and not entry.startswith("#"):
                faults.append(f"requirements/{path.name}: {entry.splitlines()[0]!r} is not a pin")
    return faults
