"""A server loads nothing that computes before somebody asks for it."""

from __future__ import annotations

import subprocess
import sys


def test_server_starts_without_the_compiler():
    program = "import sys, avstamp.web.asgi; print(sorted({'numba', 'scipy.optimize'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert answer.stdout.strip() == "[]"


def test_the_commands_load_no_compiler_and_name_the_scenarios_there_are():
    code = "import sys, avstamp.cli; print('numba' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    from avstamp.cli.economy import SCENARIOS
    from avstamp.library.economy_inputs import SCENARIOS as READY

    assert told.stdout.strip() == "False"
    assert list(SCENARIOS) == list(READY)
