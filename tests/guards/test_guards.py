"""Each of the project's own guards finds the violation it exists for, and nothing in a clean tree."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guards import addresses, days, dependencies, names, purity, sizes

PROJECT = '[project]\ndependencies = [\n    "django>=5.2,<5.3", # pages\n]\n'
PIN = "django==5.2.19 \\\n    --hash=sha256:00\n"
CLEAN = {
    "pyproject.toml": PROJECT,
    "requirements/runtime.txt": PIN,
    "src/avstamp/domain/values.py": "import numpy\n\n\ndef mean(x):\n    return x\n",
    "src/avstamp/web/facts/__init__.py": "",
    "src/avstamp/web/units.py": "",
    "src/avstamp/web/position/views.py": "from avstamp.web.facts import queries\nfrom avstamp.web.units import x\n",
    "tests/domain/test_values.py": "def test_mean_of_one_value():\n    assert 1 == 1\n",
}
INDEX = "--index" + "-url"
MARK = "TO" + "DO"


def _plant(folder: Path, files: dict[str, str]) -> Path:
    for name, text in {**CLEAN, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("guard", [addresses, days, dependencies, names, purity, sizes])
def test_clean_tree_has_no_faults(tmp_path: Path, guard: object) -> None:
    assert guard.find_faults(_plant(tmp_path, {})) == []


VIOLATIONS: dict[str, tuple[Callable[[Path], list[str]], str, str, str]] = {
    "index option in a pin file": (
        addresses.find_faults, "requirements/runtime.txt", f"{INDEX} https://example.org\n{PIN}",
        "requirements/runtime.txt:1: a registry's address",
    ),
    "resolved address in a lock file": (
        addresses.find_faults, "package-lock.json", '{"resolved": ' + '"https://example.org/a.tgz"}',
        "package-lock.json:1: a registry's address",
    ),
    "home folder in a script": (
        addresses.find_faults, "scripts/run.py", "path = '/ho" + "me/anna/avstamp'\n",
        "scripts/run.py:1: a path of one machine",
    ),
    "dependency without a reason": (
        dependencies.find_faults, "pyproject.toml", PROJECT.replace(" # pages", ""),
        'pyproject.toml:3: "django>=5.2,<5.3" does not say what it is for',
    ),
    "pin without a hash": (
        dependencies.find_faults, "requirements/runtime.txt", "django==5.2.19\n",
        "requirements/runtime.txt: django has no hash",
    ),
    "drawer": (
        names.find_faults, "src/avstamp/library/helpers.py", "",
        "src/avstamp/library/helpers.py: 'helpers' is a drawer for odds and ends",
    ),
    "class named for a pattern": (
        names.find_faults, "src/avstamp/library/units.py", "class UnitManager:\n    pass\n",
        "src/avstamp/library/units.py:1: class UnitManager is named for a pattern, not for what it is",
    ),
    "unfinished mark": (
        names.find_faults, "src/avstamp/library/units.py", f"# {MARK} later\n",
        "src/avstamp/library/units.py:1: a mark of unfinished work",
    ),
    "test without a condition": (
        names.find_faults, "tests/domain/test_values.py", "def test_mean():\n    assert True\n",
        "tests/domain/test_values.py:1: test_mean should be test_<thing>_<condition>",
    ),
    "framework in the core": (
        purity.find_faults, "src/avstamp/domain/values.py", "from django.db import models\n",
        "src/avstamp/domain/values.py:1: the core does not import django",
    ),
    "file in the core": (
        purity.find_faults, "src/avstamp/domain/values.py", "text = open('a').read()\n",
        "src/avstamp/domain/values.py:1: the core does not call open()",
    ),
    "clock in the core": (
        purity.find_faults, "src/avstamp/domain/values.py", "import datetime\nd = datetime.date.today()\n",
        "src/avstamp/domain/values.py:2: the core does not ask the clock (today())",
    ),
    "day by the machine's clock": (
        days.find_faults, "src/avstamp/web/units.py", "from django.utils import timezone\nd = timezone.localdate()\n",
        "src/avstamp/web/units.py:2: ask legal_day for a day, not localdate()",
    ),
    "instant cut off to its date": (
        days.find_faults, "src/avstamp/web/units.py", "def day_of(at):\n    return at.date()\n",
        "src/avstamp/web/units.py:2: ask legal_day for a day, not date()",
    ),
    "chance without a seed": (
        purity.find_faults, "src/avstamp/domain/values.py", "import numpy\nr = numpy.random.default_rng()\n",
        "src/avstamp/domain/values.py:2: a random generator needs a seed",
    ),
    "back door into another app": (
        purity.find_faults, "src/avstamp/web/position/views.py", "from avstamp.web.facts import models\n",
        "src/avstamp/web/position/views.py:1: position reaches into facts.models; use its queries or actions",
    ),
    "long file": (
        sizes.find_faults, "src/avstamp/library/units.py", "x = 1\n" * 501,
        "src/avstamp/library/units.py: 501 lines, at most 500",
    ),
    "long function": (
        sizes.find_faults, "src/avstamp/library/units.py", "def f():\n" + "    x = 1\n" * 60,
        "src/avstamp/library/units.py::f: 61 lines, at most 60",
    ),
    "exception that can shrink": (
        sizes.find_faults, "scripts/guards/sizes_baseline.json", '{"src/avstamp/domain/values.py": 600}',
        "src/avstamp/domain/values.py: is down to 5 lines; lower or remove its exception",
    ),
}  # fmt: skip


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_planted_violation_is_found(tmp_path: Path, violation: str) -> None:
    find_faults, name, text, fault = VIOLATIONS[violation]
    assert find_faults(_plant(tmp_path, {name: text})) == [fault]


def test_docstring_is_not_counted_as_length(tmp_path: Path) -> None:
    source = 'def f():\n    """' + "Formula.\n" * 80 + '    """\n    return 1\n'
    assert sizes.find_faults(_plant(tmp_path, {"src/avstamp/library/units.py": source})) == []
