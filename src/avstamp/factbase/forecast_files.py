"""Where are the forecasts kept between runs, so that one unit's are read in a moment?

As the cube they are a cache: memory-mapped files, one folder for each kind of unit and gender, under the identity of
the record and the version of the method. They can be deleted at any time and are made again; a folder gets its name
when it is whole, so that two processes may make it at once and neither reads half of it.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

import numpy as np

from avstamp.domain.facts.cube import Cube
from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.outlook.forecasts.family import VERSION, FamilyForecasts
from avstamp.domain.values import Gender, UnitKind

Progress = Callable[[int, int], None]

_ARRAYS = tuple(field.name for field in fields(FamilyForecasts))


def forecast_folder(identity: str, cache: Path, *, kind: UnitKind, gender: Gender) -> Path:
    """The folder of one family's forecasts."""
    return cache / "forecasts" / f"{identity[:24]}-{VERSION}" / f"{kind.value}-{gender.value}"


def make_forecasts(
    cube: Cube,
    indicators: Mapping[str, Indicator],
    folder: Path,
    *,
    kind: UnitKind,
    gender: Gender,
    newest_year: int,
    progress: Progress = lambda done, total: None,
) -> None:
    """Forecast a family and put it in `folder`."""
    # What computes is loaded here only: a server that reads what is kept stays small.
    from avstamp.domain.outlook.forecasts.engine import forecast_family
    from avstamp.domain.outlook.forecasts.from_cube import panels_of, size_classes

    panels = panels_of(cube, indicators, kind=kind, gender=gender, newest_year=newest_year)
    family = forecast_family(panels, size_classes(cube, kind), progress=progress)
    fresh = folder.with_name(f".{folder.name}.new-{os.getpid()}-{threading.get_ident()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name in _ARRAYS:
        np.save(fresh / f"{name}.npy", np.asarray(getattr(family, name)))
    try:
        fresh.rename(folder)
    except OSError:
        # Another process was first; its forecasts are made of the same figures.
        shutil.rmtree(fresh, ignore_errors=True)
        if not folder.is_dir():
            raise


def read_forecasts(folder: Path) -> FamilyForecasts:
    """The forecasts in a folder, memory-mapped."""
    # A plain view of the mapping: a memmap makes an object with a file's name of every single value that is read.
    arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _ARRAYS}
    return FamilyForecasts(**arrays | {"keys": tuple(arrays["keys"].tolist())})
