"""A coroutine in an event loop of its own, also while a journey's browser holds this thread's."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def in_loop(work: Coroutine[Any, Any, Result]) -> Result:
    """What the coroutine answers; a synchronous browser keeps a loop running in the thread of the tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
