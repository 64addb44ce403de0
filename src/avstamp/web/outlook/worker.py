"""Where is computed what takes a compiler and hundreds of megabytes?

In one process of its own, started when it is first asked for: the process that serves stays small and goes on
answering, and what has been compiled and prepared is kept for the next reader.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


@lru_cache(maxsize=1)
def _worker() -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would take the server's threads and locks as they happened to stand.
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))


def compute(work: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs) -> Answer:
    """What `work` answers, computed in the worker; a worker that was ended from outside is replaced once.

    `work` is a function of a module, and what it is given and answers can be pickled.
    Raises: what `work` raises; BrokenProcessPool when a new worker ends too.
    """
    try:
        return _worker().submit(work, *given, **named).result()
    except BrokenProcessPool:
        _worker.cache_clear()
        return _worker().submit(work, *given, **named).result()
