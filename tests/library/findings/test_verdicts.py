"""What was found is kept whole and read back the same, and reading it loads nothing that computes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from avstamp import places
from avstamp.domain.position.findings import parameters
from avstamp.domain.position.findings.parameters import parameters_hash
from avstamp.domain.values import UnitKind
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import has_findings, prepare_findings, verdicts

STARTER = places.starter_fact_base()


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    """A cache of its own for what is found; the fact base with its cube stays where it is."""
    fact_base = open_fact_base(STARTER)
    _ = fact_base.cube
    monkeypatch.setenv("AVSTAMP_HOME", str(tmp_path))
    return fact_base


def test_findings_that_were_kept_are_read_back_the_same(own_cache):
    found = verdicts.verdicts_of.__wrapped__(own_cache, UnitKind.REGION)
    file = verdicts._file(own_cache, UnitKind.REGION)

    assert verdicts._read(file) == found
    assert len(found.units) == 21
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_findings_are_prepared_for_both_kinds(own_cache):
    assert not has_findings(own_cache)
    prepare_findings(own_cache)

    assert has_findings(own_cache)


def test_parameters_hash_follows_every_number(monkeypatch):
    before = parameters_hash()
    monkeypatch.setattr(parameters, "OUTERMOST", 0.86)

    assert parameters_hash() != before


def test_findings_of_another_catalogue_are_not_read():
    fact_base, without = open_fact_base(STARTER), FactBase(STARTER, places.cache())
    without.catalogue = {id: entry for id, entry in fact_base.catalogue.items() if id != "N15428"}

    assert verdicts._file(without, UnitKind.REGION) != verdicts._file(fact_base, UnitKind.REGION)


def test_reading_findings_loads_no_compiler():
    program = "import sys, avstamp.library.findings; print('numba' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert answer.stdout.strip() == "False"
