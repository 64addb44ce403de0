"""Which files does a guard look at?"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

CODE_FOLDERS = ("src", "scripts", "benchmarks", "tests")


def project_files(root: Path) -> Iterator[Path]:
    """Yield every file under `root`: what git has or would add, or all where there is no git."""
    if (root / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listing = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
        names = sorted(set(filter(None, listing.split("\0"))))
        yield from (root / name for name in names if (root / name).is_file())
    else:
        yield from sorted(path for path in root.rglob("*") if path.is_file())


def python_files(root: Path, *folders: str) -> Iterator[Path]:
    """Yield the project's Python files that lie in one of `folders`."""
    for path in project_files(root):
        inside = path.relative_to(root).parts
        if path.suffix == ".py" and inside[0] in (folders or CODE_FOLDERS):
            yield path


def text_of(path: Path) -> str | None:
    """Return the text of `path`, or None when it is not text."""
    content = path.read_bytes()
    if b"\0" in content[:8192]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
