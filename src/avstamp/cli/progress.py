"""How does whoever waits at a terminal see that work goes on? Where nobody watches, nothing is drawn."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Told = Callable[[int, int | None], None]
"""Told how much is done, and of how much where that is known."""


@contextmanager
def showing_work(label: str) -> Iterator[Told]:
    """A progress bar on the error stream while the work goes on, gone when it is done."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    # rich is loaded here, so that a command in a script starts without it.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
