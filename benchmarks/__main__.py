"""`python -m benchmarks [NAME] [--quick] [--json FILE]`: one benchmark by name, or every one in turn."""

from __future__ import annotations

import subprocess
import sys

ALL = ("facts", "position", "audit")


def main() -> int:
    """Run each benchmark as a program of its own, so that none warms another's caches; 1 when a bar does not hold."""
    words = sys.argv[1:]
    names = [words.pop(0)] if words and not words[0].startswith("-") else list(ALL)
    if unknown := [name for name in names if name not in ALL]:
        print(f"no benchmark is called {unknown[0]!r}; there are: {', '.join(ALL)}", file=sys.stderr)
        return 2
    return max(
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *words]).returncode for name in names
    )


if __name__ == "__main__":
    sys.exit(main())
