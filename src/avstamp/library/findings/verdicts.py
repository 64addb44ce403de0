"""Where is what was found kept between runs, so that a server reads it at once and loads nothing that computes?

What is kept is a cache: one small file for each kind of unit, named by the figures, the catalogue that says which way
is better, the method's version and its numbers. It can be deleted at any time and is made again; it changes name when
whole, so that two processes may make it at once and neither reads half of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from avstamp import places
from avstamp.domain.position.findings.finding import VERSION
from avstamp.domain.position.findings.parameters import parameters_hash
from avstamp.domain.position.findings.verdict import KindVerdicts, UnitVerdicts, Verdict
from avstamp.domain.values import UnitKind
from avstamp.factbase import FactBase

KINDS = (UnitKind.MUNICIPALITY, UnitKind.REGION)


def _file(fact_base: FactBase, kind: UnitKind) -> Path:
    numbers = f"{parameters_hash()[:8]}-{_catalogue_hash(fact_base)}"
    name = f"{fact_base.identity[:24]}-{kind.value}-{VERSION}-{numbers}.json"
    return places.cache() / "findings" / name


def _catalogue_hash(fact_base: FactBase) -> str:
    """What is judged and which way is better: what was found by another catalogue is not found by this one."""
    judged = sorted((id, entry.direction, entry.area) for id, entry in fact_base.catalogue.items())
    return hashlib.sha256(json.dumps(judged).encode()).hexdigest()[:8]


def has_findings(fact_base: FactBase) -> bool:
    """Whether what there is to find has been found and kept."""
    return all(_file(fact_base, kind).is_file() for kind in KINDS)


def prepare_findings(fact_base: FactBase) -> None:
    """Find what there is to find and keep it, where that has not been done."""
    for kind in KINDS:
        if not _file(fact_base, kind).is_file():
            _keep(_file(fact_base, kind), _conclude(fact_base, kind))


@lru_cache(maxsize=8)
def verdicts_of(fact_base: FactBase, kind: UnitKind) -> KindVerdicts:
    """What is said of all units of a kind: read where it is kept, else found and kept."""
    file = _file(fact_base, kind)
    if file.is_file():
        return _read(file)
    found = _conclude(fact_base, kind)
    _keep(file, found)
    return found


def _conclude(fact_base: FactBase, kind: UnitKind) -> KindVerdicts:
    # What computes is loaded here only: a server that reads what is kept stays small.
    from avstamp.domain.position.findings.conclude import conclude
    from avstamp.library.findings.panels import judge_kind

    return conclude(judge_kind(fact_base, kind))


def _keep(file: Path, verdicts: KindVerdicts) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.new-{os.getpid()}-{threading.get_ident()}")
    draft.write_text(json.dumps(asdict(verdicts)), encoding="utf-8")
    draft.replace(file)


def _read(file: Path) -> KindVerdicts:
    kept = json.loads(file.read_text(encoding="utf-8"))
    units = tuple(
        UnitVerdicts(
            tuple(Verdict(**one) for one in unit["challenges"]),
            tuple(Verdict(**one) for one in unit["possibilities"]),
            unit["judged"],
        )
        for unit in kept["units"]
    )
    return KindVerdicts(kept["base_year"], kept["data"], units)
