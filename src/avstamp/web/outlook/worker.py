"""Where is computed what takes a compiler and hundreds of megabytes?

In one process of its own, started when it is first asked for: the process that serves stays small and goes on
answering, and what has been compiled and prepared is kept for the next reader. What is asked again is answered from
what was answered, and when too many wait the next one is told to come back instead of being made to wait too.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import connection, get_context, parent_process
from threading import Lock, Thread
from typing import Any, ParamSpec, TypeVar

from avstamp.domain.errors import Busy

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

MOST_WAITING = 12
"""How many different questions may wait for the worker: at a tenth of a second each nobody waits much over one."""

KEPT = 64
"""How many of the latest answers are kept."""


class Queue:
    """The questions that wait and the answers that are kept, each known by the hash of what was asked."""

    def __init__(self, *, most_waiting: int = MOST_WAITING, kept: int = KEPT) -> None:
        self._most_waiting, self._kept = most_waiting, kept
        self._lock = Lock()
        self._waiting: dict[str, Future[Any]] = {}
        self._answers: OrderedDict[str, Any] = OrderedDict()

    @property
    def waiting(self) -> int:
        """How many questions wait now."""
        return len(self._waiting)

    def ask(self, key: str, start: Callable[[], Future[Any]]) -> Any:
        """The answer to what `key` names: kept, on its way for somebody else, or started now.

        Raises: Busy when too many others wait; what the work raises, which is never kept.
        """
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
            future = self._waiting.get(key)
            if future is None:
                if len(self._waiting) >= self._most_waiting:
                    raise Busy(len(self._waiting))
                future = self._waiting[key] = start()
        try:
            answer = future.result()
        finally:
            with self._lock:
                self._waiting.pop(key, None)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > self._kept:
                self._answers.popitem(last=False)
        return answer


_queue = Queue()


@lru_cache(maxsize=1)
def _worker() -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would take the server's threads and locks as they happened to stand.
    return ProcessPoolExecutor(
        max_workers=1, mp_context=get_context("spawn"), initializer=end_with_the_server
    )


def end_with_the_server() -> None:
    """Let this process end when the one that started it has ended, however that came about.

    A server that is stopped by a signal tells its workers nothing; without this they stay, each with its memory.
    """
    server = parent_process()
    if server is not None:
        Thread(target=_end_after, args=(server.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(0)


def compute(work: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs) -> Answer:
    """What `work` answers, computed in the worker; a worker that was ended from outside is replaced once.

    `work` is a function of a module that answers the same to the same, and what it is given and answers can be
    pickled.
    Raises: Busy when too many wait; what `work` raises; BrokenProcessPool when a new worker ends too.
    """
    asked = pickle.dumps((work.__module__, work.__qualname__, given, sorted(named.items())))
    key = hashlib.sha256(asked).hexdigest()
    try:
        answer: Answer = _queue.ask(key, lambda: _worker().submit(work, *given, **named))
    except BrokenProcessPool:
        _worker.cache_clear()
        answer = _queue.ask(key, lambda: _worker().submit(work, *given, **named))
    return answer
