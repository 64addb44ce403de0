"""What is heavy is computed in a process of its own, and a worker that was ended is replaced."""

from __future__ import annotations

import os
import signal

import pytest

from avstamp.domain.errors import UnknownIndicator
from avstamp.web.outlook.worker import compute


def own_process() -> int:
    return os.getpid()


def refuse() -> None:
    raise UnknownIndicator("N99999")


def test_work_is_done_elsewhere_and_by_the_same_worker():
    first = compute(own_process)

    assert first != os.getpid()
    assert compute(own_process) == first


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(UnknownIndicator):
        compute(refuse)


def test_worker_that_was_ended_is_replaced():
    first = compute(own_process)
    os.kill(first, signal.SIGKILL)

    assert compute(own_process) != first
