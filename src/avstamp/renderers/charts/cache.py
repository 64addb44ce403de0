"""Which charts have been drawn before?

A chart is known by the hash of its specification and of what stands around it, so nothing in here can go stale;
the folder can be deleted at any time. It is bounded: the files that were used longest ago go first.
"""

from __future__ import annotations

import os
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from avstamp import places

IN_MEMORY = 128
ON_DISK = 4_000
SWEEP_EVERY = 200


class ChartCache:
    """Drawn charts in memory and in a folder, each written whole or not at all."""

    def __init__(self, folder: Path, *, in_memory: int = IN_MEMORY, on_disk: int = ON_DISK) -> None:
        self._folder = folder
        self._in_memory = in_memory
        self._on_disk = on_disk
        self._recent: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()
        self._written = 0

    def get(self, key: str, draw: Callable[[], str]) -> str:
        """The chart known by `key`, drawn now if it never was; an unwritable folder only costs time."""
        with self._lock:
            if key in self._recent:
                self._recent.move_to_end(key)
                return self._recent[key]
        chart = self._read(key)
        if chart is None:
            chart = draw()
            self._write(key, chart)
        with self._lock:
            self._recent[key] = chart
            while len(self._recent) > self._in_memory:
                self._recent.popitem(last=False)
        return chart

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.svg"

    def _read(self, key: str) -> str | None:
        path = self._path(key)
        try:
            chart = path.read_text("utf-8")
            os.utime(path)
        except OSError:
            return None
        return chart

    def _write(self, key: str, chart: str) -> None:
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
                file.write(chart)
            Path(file.name).replace(path)
        except OSError:
            return
        with self._lock:
            self._written += 1
            due = self._written % SWEEP_EVERY == 1
        if due:
            self._sweep()

    def _sweep(self) -> None:
        """Delete the files used longest ago until the folder is within its bound."""
        ages = []
        for path in self._folder.glob("*/*.svg"):
            try:
                ages.append((path.stat().st_mtime, path))
            except OSError:
                continue
        for _, path in sorted(ages)[: max(0, len(ages) - self._on_disk)]:
            path.unlink(missing_ok=True)


_caches: dict[Path, ChartCache] = {}


def chart_cache() -> ChartCache:
    """The cache under the folder for what Avstamp writes."""
    folder = places.cache() / "charts"
    return _caches.setdefault(folder, ChartCache(folder))
