"""Where is what is said of the population ahead kept, so that a server reads it at once and compiles nothing?

What is kept is a cache: a folder named by the figures and the method's version. It can be deleted
at any time and is made again; it changes name when whole, so that two processes may make it at once and neither reads
half of it.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from avstamp import places
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population.outlook import GROUPS, VERSION, PopulationOutlook
from avstamp.factbase import FactBase
from avstamp.factbase.cube_files import Progress

if TYPE_CHECKING:
    from avstamp.domain.outlook.population.local import Locals

ARRAYS = ("fans", "chance", "expected")
LOCALS = ("people", "fertility", "mortality", "leaving")


def _folder(fact_base: FactBase) -> Path:
    return places.cache() / "population" / f"{fact_base.identity[:24]}-{VERSION}"


def has_population(fact_base: FactBase) -> bool:
    """Whether the population ahead has been drawn and kept."""
    return _folder(fact_base).is_dir()


def prepare_population(fact_base: FactBase, *, progress: Progress = lambda done, total: None) -> None:
    """Draw the population ahead of every unit and keep it, where that has not been done."""
    if not has_population(fact_base):
        # What draws is compiled, and is loaded here only: a server that reads what is kept stays small.
        from avstamp.library.population import make_population

        make_population(fact_base, progress=progress)


def population_outlook(fact_base: FactBase, unit: Unit) -> PopulationOutlook:
    """What is said of the population ahead of a unit as usual; drawn first, for all units, where nothing is kept."""
    prepare_population(fact_base)
    units, base_year, arrays = _kept(_folder(fact_base))
    at = units.index(unit.id)
    fans, chance, expected = (np.asarray(arrays[name][at], np.float64) for name in ARRAYS)
    return PopulationOutlook(
        unit.id,
        base_year,
        {group.key: fans[number] for number, group in enumerate(GROUPS)},
        {group.key: chance[number] for number, group in enumerate(GROUPS)},
        expected,
    )


@lru_cache(maxsize=2)
def _kept(folder: Path) -> tuple[list[str], int, dict[str, np.ndarray]]:
    about = json.loads((folder / "about.json").read_text("utf-8"))
    arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ARRAYS}
    return about["units"], about["base_year"], arrays


def kept_locals(fact_base: FactBase) -> Locals | None:
    """What municipalities differ by, where it is kept: estimating it takes some seconds."""
    file = _folder(fact_base) / "locals.npz"
    if not file.is_file():
        return None
    from avstamp.domain.outlook.population.local import Locals
    from avstamp.domain.outlook.population.schedules import Schedules

    with np.load(file) as kept:
        schedules = Schedules(kept["difference"], kept["block_sd"])
        return Locals(schedules=schedules, **{name: kept[name] for name in LOCALS})


def keep_population(
    fact_base: FactBase, units: Sequence[str], outlooks: Sequence[PopulationOutlook], local: Locals
) -> None:
    """Keep what is said of each unit, in the order of `units`, and what municipalities differ by."""
    folder = _folder(fact_base)
    draft = folder.with_name(f".{folder.name}.new-{os.getpid()}-{threading.get_ident()}")
    draft.mkdir(parents=True)
    for name in ("fans", "chance"):
        of_units = [np.stack([getattr(one, name)[group.key] for group in GROUPS]) for one in outlooks]
        np.save(draft / f"{name}.npy", np.stack(of_units))
    np.save(draft / "expected.npy", np.stack([one.expected for one in outlooks]).astype(np.float32))
    np.savez(
        draft / "locals.npz",
        difference=local.schedules.difference,
        block_sd=local.schedules.block_sd,
        people=local.people,
        fertility=local.fertility,
        mortality=local.mortality,
        leaving=local.leaving,
    )
    about = {"units": list(units), "base_year": outlooks[0].base_year}
    (draft / "about.json").write_text(json.dumps(about), "utf-8")
    try:
        draft.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(draft)
