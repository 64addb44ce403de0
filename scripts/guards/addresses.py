"""Does a committed file say where packages are fetched from, or where somebody's machine keeps its files?

Either would break for the next reader, and an index address in a lock file decides for an organisation where
its packages come from.
"""

from __future__ import annotations

import re
from pathlib import Path

from guards.tree import CODE_FOLDERS, project_files, text_of

# Put together from words, so that this file can be held to its own rule.
HOSTS = (
    ("registry", "npmjs", "org"),
    ("registry", "yarnpkg", "com"),
    ("files", "pythonhosted", "org"),
    ("pypi", "org"),
)
OPTIONS = ("index-url", "find-links")
REGISTRY = re.compile(
    rf"--(?:extra-)?{OPTIONS[0]}\b|(?<!-emit)--{OPTIONS[1]}\b"
    r'|"resolved"\s*:\s*"https?:|registry\s*=\s*"?https?:'
    r"|/packages/[0-9a-f]{2}/[0-9a-f]{2}/"
    rf"|\b(?:{'|'.join(re.escape('.'.join(host)) for host in HOSTS[:-1])})\b"
    rf"|\b{re.escape('.'.join(HOSTS[-1]))}/simple\b"
)
HOME = re.compile(r"(?<![\w.])/(?:home|Users)/[a-z][\w.-]*/|(?<![\w.])/root/(?:\.|\w)")


def find_faults(root: Path) -> list[str]:
    """Return one line for each registry address or machine path in a file of the project."""
    root = root.resolve()
    here = [re.escape(f"{root}/")]
    if len(root.parent.parts) > 1 and root.parent.name not in CODE_FOLDERS:
        here.append(re.escape(f"{root.parent}/"))
    machine = re.compile(rf"(?<![\w.])(?:{'|'.join(here)})|{HOME.pattern}")
    faults = []
    for path in project_files(root):
        text = text_of(path)
        if text is None:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            place = f"{path.relative_to(root)}:{number}"
            if REGISTRY.search(line):
                faults.append(f"{place}: a registry's address")
            if machine.search(line):
                faults.append(f"{place}: a path of one machine")
    return faults
