"""Each import-linter contract fails on the import it exists to stop.

The contracts are the project's own, run on a skeleton that has every package they name.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
CONTRACTS = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def _packages() -> set[str]:
    names = {"avstamp.sources.kolada", "avstamp.sources.election"}
    for contract in CONTRACTS:
        for container in contract.get("containers", [None]):
            for layer in contract.get("layers", []):
                found = re.findall(r"[a-z_.]+", layer)
                names |= {f"{container}.{name}" if container else name for name in found}
    return names


def _skeleton(folder: Path, planted: dict[str, str]) -> Path:
    for name in _packages():
        for parts in range(1, name.count(".") + 2):
            package = folder.joinpath(*name.split(".")[:parts])
            package.mkdir(parents=True, exist_ok=True)
            (package / "__init__.py").touch()
    for module, line in planted.items():
        path = folder.joinpath(*module.split("."))
        path.with_suffix(".py").write_text(line + "\n", "utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT.read_text("utf-8"), "utf-8")
    return folder


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_skeleton_without_imports_keeps_every_contract(tmp_path: Path) -> None:
    result = _lint(_skeleton(tmp_path, {}))
    assert result.returncode == 0, result.stdout
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


VIOLATIONS = {
    "shape": ("avstamp.domain.facts.planted", "import avstamp.factbase"),
    "steps": ("avstamp.domain.facts.planted", "import avstamp.domain.start"),
    "core": ("avstamp.domain.facts.planted", "import duckdb"),
    "sources": ("avstamp.sources.kolada.planted", "import avstamp.sources.election"),
    "renderers": ("avstamp.renderers.docx.planted", "import avstamp.renderers.pdf"),
    "apps": ("avstamp.web.facts.planted", "import avstamp.web.position"),
}


def test_contracts_all_have_a_violation() -> None:
    assert {contract["id"] for contract in CONTRACTS} == set(VIOLATIONS)


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])
def test_planted_import_breaks_its_contract(tmp_path: Path, contract: dict[str, str]) -> None:
    module, line = VIOLATIONS[contract["id"]]
    result = _lint(_skeleton(tmp_path, {module: line}))
    assert result.returncode == 1, result.stdout
    assert f"{contract['name']} BROKEN" in result.stdout


def test_unlisted_step_breaks_the_order(tmp_path: Path) -> None:
    result = _lint(_skeleton(tmp_path, {"avstamp.domain.elsewhere": ""}))
    assert result.returncode == 1
    assert "elsewhere" in result.stdout
