"""A server loads nothing that computes before somebody asks for it."""

from __future__ import annotations

import subprocess
import sys


def test_server_starts_without_the_compiler():
    program = "import sys, avstamp.web.asgi; print(sorted({'numba', 'scipy.optimize'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert answer.stdout.strip() == "[]"
