"""Where is the cube kept between runs, so that a server opens it at once and touches only what it reads?

The cube is a cache: memory-mapped files under the identity of the record it was made from. It can be deleted at any
time and is built again from the record; it is built in a folder of its own and changes name when whole, so that two
processes may build it at once and neither sees half of it.
"""

from __future__ import annotations

import mmap
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from avstamp.domain.facts.cube import GENDERS, KINDS, STATUSES, Axes, Cube, arrange_slabs
from avstamp.factbase.decimals import DecimalColumns, decode_decimals
from avstamp.factbase.record import VALUES, read_manifest, read_table

LAYOUT = 1
"""Raised when the cube's files or the method behind them change, so that old caches are not read."""

ARRAYS = ("values", "status", "by_unit", "n", "median", "mad", "below", "above", "latest", "slope")
_AXES = ("slab_indicator", "slab_gender", "slab_year")

Progress = Callable[[int, int], None]


def cube_folder(record: Path, cache: Path) -> Path:
    """The folder of the cube that belongs to a record."""
    return cache / "cubes" / f"{read_manifest(record).identity[:24]}-{LAYOUT}"


def _codes(column: pa.ChunkedArray, order: dict[str, int]) -> NDArray[np.int64]:
    encoded = column.dictionary_encode().unify_dictionaries().combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.chunk(0)
    to_code = np.array([order[word] for word in encoded.dictionary.to_pylist()], np.int64)
    codes: NDArray[np.int64] = to_code[encoded.indices.to_numpy(zero_copy_only=False)]
    return codes


def load_values(record: Path) -> tuple[Axes, NDArray[np.float64], NDArray[np.uint8]]:
    """The record's figures as slabs, ready to be described."""
    units = read_table(record, "units")
    kinds = units["kind"].to_pylist()
    indicators = read_table(record, "indicators")["id"].to_pylist()
    table = read_table(record, VALUES)
    columns = DecimalColumns(
        scaled=table["scaled"].to_numpy(),
        decimals=table["decimals"].to_numpy(),
        exact=pc.fill_null(table["exact"], np.nan).to_numpy(),
    )
    return arrange_slabs(
        _codes(table["indicator"], {word: code for code, word in enumerate(indicators)}),
        _codes(table["gender"], {gender.value: code for code, gender in enumerate(GENDERS)}),
        table["year"].to_numpy(),
        column=_codes(table["unit"], {word: code for code, word in enumerate(units["id"].to_pylist())}),
        value=decode_decimals(columns),
        status=_codes(
            table["status"], {status.value: code for code, status in enumerate(STATUSES, start=1)}
        ).astype(np.uint8),
        indicators=indicators,
        units=units["id"].to_pylist(),
        municipalities=kinds.count("municipality"),
        regions=kinds.count("region"),
    )


def build_cube(record: Path, folder: Path, *, progress: Progress = lambda done, total: None) -> None:
    """Make the cube of a record and put it in `folder`."""
    from avstamp.domain.facts.statistics import describe_slabs
    from avstamp.domain.facts.trend import follow_series

    axes, values, status = load_values(record)
    fresh = folder.with_name(f".{folder.name}.new-{os.getpid()}-{threading.get_ident()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)

    def allocate(name: str, shape: tuple[int, ...], dtype: str) -> NDArray[Any]:
        return np.lib.format.open_memmap(fresh / f"{name}.npy", mode="w+", dtype=dtype, shape=shape)

    spans = tuple(axes.span_of(kind) for kind in KINDS)
    described = describe_slabs(values, spans=spans, allocate=allocate, progress=progress)
    latest, slope = follow_series(described.by_unit, axes.series_start, slab_year=axes.slab_year)
    written: dict[str, NDArray[Any]] = {"values": values, "status": status, "latest": latest, "slope": slope}
    written |= {name: getattr(axes, name) for name in _AXES}
    for name, array in written.items():
        np.save(fresh / f"{name}.npy", array)
    try:
        fresh.rename(folder)
    except OSError:
        # Another process was first; its cube is made of the same figures.
        shutil.rmtree(fresh, ignore_errors=True)
        if not folder.is_dir():
            raise


def open_cube(record: Path, cache: Path, *, progress: Progress = lambda done, total: None) -> Cube:
    """The cube of a record, memory-mapped; built first when there is none."""
    folder = cube_folder(record, cache)
    if not folder.is_dir():
        build_cube(record, folder, progress=progress)
    units = read_table(record, "units")
    kinds = units["kind"].to_pylist()
    arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ARRAYS}
    axes = Axes(
        indicators=tuple(read_table(record, "indicators")["id"].to_pylist()),
        units=tuple(units["id"].to_pylist()),
        municipalities=kinds.count("municipality"),
        regions=kinds.count("region"),
        **{name: np.load(folder / f"{name}.npy") for name in _AXES},
    )
    return Cube(axes=axes, **arrays)


def release_cube(cube: Cube) -> None:
    """Give back the memory that a mapped cube has filled by being read; it is read again when it is needed.

    What has once been read would else count as the process's own for ever, although the system keeps it anyway.
    Nothing is lost and no reader notices, for the files are only read. Without the system call nothing happens.
    """
    for name in ARRAYS:
        mapping = getattr(cube, name).base
        if isinstance(mapping, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            mapping.madvise(mmap.MADV_DONTNEED)
