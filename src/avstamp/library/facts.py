"""Which fact base are we reading from?"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from avstamp import places
from avstamp.domain.errors import FactBaseUnusable
from avstamp.factbase import FactBase


def open_fact_base(path: Path | None = None) -> FactBase:
    """The fact base at `path`, or the chosen one (`AVSTAMP_FACTBASE`, an imported one, the starter), opened once."""
    return _open((path or places.chosen_fact_base()).resolve(), places.cache())


def facts_or_none() -> FactBase | None:
    """The fact base that is open; none where there is none to open."""
    try:
        return open_fact_base()
    except FactBaseUnusable:
        return None


@lru_cache(maxsize=4)
def _open(path: Path, cache: Path) -> FactBase:
    return FactBase(path, cache)
